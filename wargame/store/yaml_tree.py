"""YAML text to plain data with the place of every value. Built from parser events on a stack of its own: no depth of
nesting can exhaust the interpreter's, and nothing is built that the limits forbid.

Scalars follow YAML 1.2: `no`, `on`, `12:30`, `010` and `2022-02-24` are text. Aliases, anchors and tags are refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import yaml

from wargame.catalogue import _, _n
from wargame.model.findings import Location
from wargame.store.faults import Fault, got
from wargame.store.places import Place, Places
from wargame.store.yaml_syntax import FAST_LOADER, MOST_DEPTH, TOO_DEEP, Unreadable, events_of

MOST_NODES = 200_000
"""How many keys and values a file may hold."""

MOST_IN_ONE = 20_000
"""How many keys and values one mapping or list may hold: far more than the longest list of a scenario."""

MOST_INTEGER = 2**63 - 1
"""The largest whole number: what is kept is kept in 64 bits."""

Scalar: TypeAlias = str | int | float | bool | None
Value: TypeAlias = "Scalar | list[Value] | dict[str, Value]"

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*(?:_[0-9]+)*)")
_FRACTION: Final = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_INFINITE: Final = float("inf")
_MOST_DIGITS: Final = len(str(MOST_INTEGER))
# What an escape in double quotes can bring in: terminals obey control characters, and no file can hold half a pair.
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True)
class Tree:
    """The data of one file, or of one laid over others, where each part stands, and the faults that did not keep it from being read."""

    data: Value
    places: Places
    faults: tuple[Fault, ...]
    taken: Mapping[str, Place] = field(default_factory=dict)  # keys that the file took away from what it stands on


def read_tree(text: str, loader: type[yaml.SafeLoader] = FAST_LOADER) -> Tree:
    """The tree of a text. Raises Unreadable at the first thing that is not YAML or passes a limit."""
    reader = _TreeReader()
    for event in events_of(text, loader):
        reader.take(event)
    return Tree(reader.data, reader.places, tuple(reader.faults))


def plain_value(text: str) -> Scalar:
    """What a scalar without quotes means. Raises ValueError for a number that cannot be kept."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return _whole(text)
    if _NOT_FINITE.fullmatch(text):
        raise ValueError(_("must be a finite number"))
    if _FRACTION.fullmatch(text):
        value = float(text)
        if abs(value) == _INFINITE:
            raise ValueError(_("the number is too large"))
        return value
    return text


def _whole(text: str) -> int:
    digits = text.replace("_", "")
    # The first test keeps int() away from texts of a million digits.
    if len(digits.lstrip("+-")) > _MOST_DIGITS or abs(int(digits)) > MOST_INTEGER:
        raise ValueError(_("the number is too large"))
    return int(digits)


@dataclass
class _Open:
    """A mapping or list whose end has not been read."""

    holder: dict[str, Value] | list[Value]
    location: Location | None  # None below a faulty key: read to its end, kept nowhere
    key: str | None = None
    awaits_key: bool = False
    nodes: int = 0  # keys and values met in it, kept or not


class _TreeReader:
    def __init__(self) -> None:
        self.data: Value = None
        self.places = Places(Place(1, 1))
        self.faults: list[Fault] = []
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Build the event into the tree, or put down what is wrong with it."""
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise Unreadable(Fault(_place(event), (), _("a second document: one file holds one")))
            case yaml.NodeEvent():
                self._admit(event)
                self._node(event)
            case yaml.CollectionEndEvent():
                self._open.pop()
                self._node_done()

    def _admit(self, event: yaml.NodeEvent) -> None:
        """Refuse what no file may hold."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            many = _n("more than {most} key and value", "more than {most} keys and values", MOST_NODES)
            self._refuse(event, many.format(most=MOST_NODES))
        if self._open:
            self._open[-1].nodes += 1
            if self._open[-1].nodes > MOST_IN_ONE:
                many = _n(
                    "more than {most} key or value in one place",
                    "more than {most} keys and values in one place",
                    MOST_IN_ONE,
                )
                self._refuse(event, many.format(most=MOST_IN_ONE))
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, _("aliases are not allowed") + got(f"*{event.anchor}"))
        if event.anchor is not None:
            self._refuse(event, _("anchors are not allowed") + got(f"&{event.anchor}"))
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            self._refuse(event, _("tags are not allowed") + got(event.tag))
        if isinstance(event, yaml.CollectionStartEvent) and len(self._open) >= MOST_DEPTH:
            self._refuse(event, TOO_DEEP)

    def _refuse(self, event: yaml.NodeEvent, message: str) -> None:
        raise Unreadable(Fault(_place(event), self._here() or (), message))

    def _node(self, event: yaml.NodeEvent) -> None:
        is_key = bool(self._open) and self._open[-1].awaits_key
        if is_key:
            self._open[-1].key = self._accepted_key(event)
        location = None if is_key else self._here()
        if not is_key and location is not None:
            self._mark(event, location)
        if isinstance(event, yaml.ScalarEvent):
            if not is_key:
                self._put(self._scalar(event, location))
            self._node_done()
        else:
            self._begin(event, location)

    def _begin(self, event: yaml.NodeEvent, location: Location | None) -> None:
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        holder: dict[str, Value] | list[Value] = {} if is_mapping else []
        if location is not None:
            self._put(holder)
        self._open.append(_Open(holder, location, awaits_key=is_mapping))

    def _node_done(self) -> None:
        if self._open and isinstance(self._open[-1].holder, dict):
            self._open[-1].awaits_key = not self._open[-1].awaits_key

    def _accepted_key(self, event: yaml.NodeEvent) -> str | None:
        """The key, or None and a fault where it is no text, or a second of its name."""
        top = self._open[-1]
        if top.location is None:
            return None
        key: Value = self._scalar(event, top.location) if isinstance(event, yaml.ScalarEvent) else []
        if not isinstance(key, str):
            self._fault(_place(event), top.location, _("keys must be text: put it in quotes") + got(key))
            return None
        location = (*top.location, key)
        if key in top.holder:
            first = self.places.of_key(location).line
            message = _("the key is written twice, first in line {line}").format(line=first)
            self._fault(_place(event), location, message)
            return None
        self.places.mark_key(location, _place(event))
        return key

    def _here(self) -> Location | None:
        """The location of the value that comes next; None where it is kept nowhere."""
        if not self._open:
            return ()
        top = self._open[-1]
        step = len(top.holder) if isinstance(top.holder, list) else top.key
        return None if top.location is None or step is None else (*top.location, step)

    def _mark(self, event: yaml.NodeEvent, location: Location) -> None:
        is_written = isinstance(event, yaml.ScalarEvent) and (event.value != "" or not event.implicit[0])
        in_mapping = bool(self._open) and isinstance(self._open[-1].holder, dict)
        place = self.places.of_key(location) if in_mapping and not is_written else _place(event)
        self.places.mark_value(location, place)

    def _put(self, value: Value) -> None:
        if not self._open:
            self.data = value
            return
        top = self._open[-1]
        if isinstance(top.holder, list):
            top.holder.append(value)
        elif top.key is not None:
            top.holder[top.key] = value

    def _scalar(self, event: yaml.ScalarEvent, location: Location | None) -> Scalar:
        text: str = event.value
        if _CONTROL.search(text):
            self._fault(_place(event), location, _("the text holds a control character") + got(text))
        if not event.implicit[0]:
            return text
        try:
            return plain_value(text)
        except ValueError as error:
            self._fault(_place(event), location, f"{error}{got(text)}")
            return 0

    def _fault(self, place: Place, location: Location | None, message: str) -> None:
        if location is not None:
            self.faults.append(Fault(place, location, message))


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
