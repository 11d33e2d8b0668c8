"""The finder: a field and what it finds, places, formations and states that the seat knows of, nearest match first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wargame.catalogue import _
from wargame.model.view import View
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.dialog import dialog
from wargame.ui.kit.field import TextField
from wargame.ui.kit.layers import Layer, modal
from wargame.ui.kit.layout import Column
from wargame.ui.kit.rows import Entry, Heading, words
from wargame.ui.kit.table import Table
from wargame.ui.map.situation import Situation
from wargame.ui.theme.palette import Tone

WIDE = 560  # logical units, as all below
HIGH = 300
MOST = 60  # finds shown
KIND_WIDE = 110
WHERE_WIDE = 160


@dataclass(frozen=True)
class Find:
    """Something with a name: `what` is "state", "place" or "formation", `name` its id."""

    what: str
    name: str
    title: str
    where: str


def finds_of(view: View, situation: Situation) -> list[Find]:
    """All that can be found: states, places, and the formations that stand on the seat's map."""
    return list(_finds(view, situation))


def _finds(view: View, situation: Situation) -> Iterator[Find]:
    names = view.names
    for state, title in situation.states.items():
        yield Find("state", state, title, situation.camp_of[state].title)
    for row, place in enumerate(names.places.ids):
        yield Find("place", place, names.places.title(row), situation.states.get(situation.home.get(place, ""), ""))
    for unit in situation.units:
        yield Find("formation", unit.id, unit.title, names.places.title(names.places.row(unit.place)))


def nearness(wanted: str, find: Find) -> int | None:
    """How near a name is to what is wanted, 0 nearest; None where its letters do not come in that order."""
    wanted, title, name = wanted.casefold().strip(), find.title.casefold(), find.name.casefold()
    if not wanted:
        return 0
    if wanted in (title, name):
        return 0
    for rank, hit in enumerate((title.startswith(wanted), f" {wanted}" in f" {title}", name.startswith(wanted))):
        if hit:
            return 1 + rank
    at = title.find(wanted)
    if at >= 0:
        return 10 + at
    return _scattered(wanted, title)


def _scattered(wanted: str, title: str) -> int | None:
    """Letters in their order with gaps between: the wider the gaps, the farther."""
    at, first = -1, -1
    for letter in wanted:
        at = title.find(letter, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
    return 100 + at - first


class Finder:
    """A dialog over the game; `on_find` is told what was chosen, by Return, by a press, or by the arrows and Return."""

    def __init__(
        self,
        finds: list[Find],
        on_find: Callable[[str, str], None],
        close: Callable[[], None],
        touch: Callable[[], None],
    ) -> None:
        self._finds, self._on_find, self._close, self._touch = finds, on_find, close, touch
        kinds = {"state": _("State"), "place": _("Place"), "formation": _("Formation")}
        self._kinds = kinds
        self._field = TextField("find", self._look_for, _("Letters of a name, in their order"), _("Name"), "search")
        self._field.on_submit = self._take_first
        columns = [
            Heading("name", _("Name"), _("Sort by name"), 180, 1),
            Heading("kind", _("What"), _("Sort by what it is"), KIND_WIDE),
            Heading("where", _("Where"), _("Sort by where it is"), WHERE_WIDE),
        ]
        self._table = Table("finds", columns, _("Choose what to look at"))
        self._table.empty = _("Nothing you know of has such a name")
        self._table.on_choose = self._choose
        self._shown: list[Find] = []
        self._look_for("")
        done = Button("done", _("Close"), close, _("Back"), Kind.NORMAL, "x")
        body = Column(self._field, self._table.sized(high=HIGH), gap=10)
        self.layer: Layer = modal(dialog("", _("Find"), body, done), WIDE, "find")

    def _look_for(self, text: str) -> None:
        ranked = [(near, find) for find in self._finds if (near := nearness(text, find)) is not None]
        ranked.sort(key=lambda pair: (pair[0], pair[1].title))
        self._shown = [find for _near, find in ranked[:MOST]]
        rows = [
            Entry(
                str(number), (words(find.title), words(self._kinds[find.what], Tone.DIM), words(find.where, Tone.DIM))
            )
            for number, find in enumerate(self._shown)
        ]
        self._table.fill(rows)
        self._touch()

    def _take_first(self) -> None:
        if self._shown:
            self._choose("0")

    def _choose(self, key: str) -> None:
        find = self._shown[int(key)]
        self._close()
        self._on_find(find.what, find.name)
