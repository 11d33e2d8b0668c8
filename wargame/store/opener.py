"""The one door for YAML from outside: a file in, a validated model out, or every problem with its place and cause."""

import json
import stat
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from wargame.catalogue import _
from wargame.model.findings import Location
from wargame.store.faults import Fault, InputError, fault_lines, one_line
from wargame.store.places import Place
from wargame.store.schema_faults import MOST_HEARD, schema_faults
from wargame.store.yaml_syntax import Unreadable, place_in
from wargame.store.yaml_tree import Tree, Value, read_tree

__all__ = ["MOST_BYTES", "InputError", "open_tree", "open_yaml", "open_yaml_text", "read_yaml"]

MOST_BYTES = 2_000_000
"""The largest YAML file that is read."""

MOST_REFERENCE_FAULTS = 1_000
"""How many reference errors are listened to; far more than are shown."""

_UTF8_MARK: Final = b"\xef\xbb\xbf"
_TOP: Final = Place(1, 1)
_FOREIGN_MARKS: Final = (  # UTF-32 before UTF-16: the mark of one begins with the mark of the other
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)

M = TypeVar("M", bound=BaseModel)
CrossCheck = Callable[[M], Iterable[tuple[Location, str]]]


def open_yaml(path: Path, model: type[M], cross_check: CrossCheck[M]) -> M:
    """The file as a model.

    The model validates as from JSON, so lists may fill tuples, and names enums, under pydantic's strict mode. Where it
    is content, `cross_check` says what in it refers to nothing, as pairs of a location and a message. Raises InputError
    with all errors of the schema at once, or with all of the references; an error of syntax comes alone.
    """
    return open_tree(read_yaml(path), str(path), model, cross_check)


def open_yaml_text(text: str, file: str, model: type[M], cross_check: CrossCheck[M]) -> M:
    """The same for a text already read, such as the scenario inside a save; `file` is its name in errors."""
    return open_tree(_tree(text, file), file, model, cross_check)


def read_yaml(path: Path) -> Tree:
    """The tree of a file that holds a mapping. Raises InputError with the first thing that keeps it from being read."""
    return _tree(_text(_content(path), str(path)), str(path))


def open_tree(tree: Tree, file: str, model: type[M], cross_check: CrossCheck[M]) -> M:
    """The same for a tree already read; `file` is the file that was asked for, whatever it stands on."""
    opened = _validated(tree, file, model)
    wrong = [_reference_fault(*found, tree, file) for found in islice(cross_check(opened), MOST_REFERENCE_FAULTS)]
    if wrong:
        raise _refusal(file, *wrong)
    return opened


def _tree(text: str, file: str) -> Tree:
    try:
        tree = read_tree(text)
    except Unreadable as error:
        raise _refusal(file, error.fault) from None
    if not isinstance(tree.data, dict):
        message = _("the file is empty")
        if tree.data is not None:
            message = _("the file must be a mapping of lines `key: value`")
        raise _refusal(file, Fault(tree.places.of_value(()), (), message))
    return tree


def _validated(tree: Tree, file: str, model: type[M]) -> M:
    faults, unheard = list(tree.faults), 0
    try:
        opened = model.model_validate_json(json.dumps(tree.data))
    except ValidationError as error:
        told = {fault.location for fault in faults}
        found = schema_faults(error, model, tree.data, tree.places)
        faults += [fault for fault in found if fault.location not in told]
        unheard = max(error.error_count() - MOST_HEARD, 0)
    if faults:
        raise _refusal(file, *faults, unheard=unheard)
    return opened


def _reference_fault(location: Location, message: str, tree: Tree, file: str) -> Fault:
    place = tree.places.of_value(location)
    return Fault(place, location, message + _whose_doing(location, place, tree, file))


def _whose_doing(location: Location, place: Place, tree: Tree, file: str) -> str:
    """Of a fault in what a file stands on: that it does, and where it took away what is missed there."""
    if not place.file:
        return ""
    missed = {str(location[-1]) if location else "", _written_at(tree.data, location)}
    for key in missed & tree.taken.keys():
        taken = tree.taken[key]
        return _(" (taken away in {place})").format(place=f"{taken.file or file}:{taken.line}")
    return _(" ({file} stands on it)").format(file=file)


def _written_at(data: Value, location: Location) -> str:
    """The text at a location; empty where there is none."""
    for step in location:
        match data, step:
            case dict(), str():
                data = data.get(step)
            case list(), int() if step < len(data):
                data = data[step]
            case _:
                return ""
    return data if isinstance(data, str) else ""


def _content(path: Path) -> bytes:
    """The bytes of a file, at most one more than are allowed."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError([one_line(_("{path}: this is a folder, not a file").format(path=path))])
        if not stat.S_ISREG(mode):  # a pipe would keep us waiting
            raise InputError([one_line(_("{path}: not an ordinary file").format(path=path))])
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise InputError([one_line(_("{path}: there is no such file").format(path=path))]) from None
    except PermissionError:
        raise InputError([one_line(_("{path}: no permission to read this file").format(path=path))]) from None
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise InputError([one_line(_("{path}: cannot be read: {why}").format(path=path, why=error))]) from None


def _text(content: bytes, file: str) -> str:
    if len(content) > MOST_BYTES:
        raise _refusal(file, Fault(_TOP, (), _("the file is larger than {most} bytes").format(most=f"{MOST_BYTES:,}")))
    for mark, encoding in _FOREIGN_MARKS:
        if content.startswith(mark):
            raise _refusal(
                file, Fault(_TOP, (), _("the file is {encoding}: save it as UTF-8").format(encoding=encoding))
            )
    content = content.removeprefix(_UTF8_MARK)
    zero = content.find(b"\0")
    if zero >= 0:
        message = _("a zero byte: this is no text, or not UTF-8")
        raise _refusal(file, Fault(_place_of_byte(content, zero), (), message))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = _("not UTF-8 (byte 0x{byte}): save the file as UTF-8").format(byte=f"{content[error.start]:02x}")
        raise _refusal(file, Fault(_place_of_byte(content, error.start), (), message)) from None


def _place_of_byte(content: bytes, index: int) -> Place:
    """The place of the first byte that is wrong; all before it is text."""
    before = content[:index].decode("utf-8", errors="replace")
    return place_in(before, len(before))


def _refusal(file: str, *faults: Fault, unheard: int = 0) -> InputError:
    return InputError(fault_lines(file, faults, unheard))
