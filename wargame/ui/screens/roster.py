"""The formations that have no new orders yet: where they stand, how strong and ready they are, and which is next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

import pygame

from wargame.catalogue import _
from wargame.engine.reading import reading
from wargame.model.state import Formation
from wargame.ui.kit.button import Button, Kind, icon_button
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import Badge, caption
from wargame.ui.kit.layout import Column, Cross, Row
from wargame.ui.kit.widget import Widget
from wargame.ui.play.ways import faces_enemy, has_order
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.pieces import Value

MOST_LISTED = 60  # formations that are offered one by one
BRIGADE = 1000  # kept strength
TENTHS = 10  # kept readiness in a per cent


class Sorting(Enum):
    """What stands first."""

    UNDONE = "undone"
    PLACE = "place"
    STRENGTH = "strength"


class Roster:
    """The list, in the order that was chosen; `begin` is told of a formation that is to be given orders."""

    def __init__(self, hall: Hall, begin: Callable[[str], None]) -> None:
        self._hall, self._begin = hall, begin
        self._sorting = Sorting.UNDONE
        self._last = ""

    def rows(self, idle: Sequence[str]) -> list[Widget]:
        """A heading, the choice of the order, and two lines a formation."""
        if not idle:
            return []
        return [
            caption(head(len(idle))),
            self._choice(),
            *(self._row(name) for name in self.ordered(idle)[:MOST_LISTED]),
        ]

    def ordered(self, idle: Sequence[str]) -> list[str]:
        """The formations as they stand in the list."""
        match self._sorting:
            case Sorting.UNDONE:
                return sorted(idle, key=self._undone_first)
            case Sorting.PLACE:
                return sorted(idle, key=lambda name: (self._place(name), name))
            case Sorting.STRENGTH:
                return sorted(idle, key=lambda name: (-int(self._unit(name).strength), name))

    def _undone_first(self, name: str) -> tuple[bool, bool, str, str]:
        """Those without any orders, of these those that face an enemy; then by place."""
        view = self._hall.view
        return has_order(view, name), not faces_enemy(view, name), self._place(name), name

    def next_button(self, idle: Sequence[str]) -> Button:
        """To the next formation that has no orders, old or new; after the last comes the first again."""
        tip = _("The next formation without orders")
        button = icon_button("next.idle", "skip-forward", lambda: self._to_next(idle), tip).on_key(pygame.K_n)
        button.blocked = "" if self._undone(idle) else _("Every formation has its orders.")
        return button

    def _to_next(self, idle: Sequence[str]) -> None:
        undone = self._undone(idle)
        after = undone.index(self._last) + 1 if self._last in undone else 0
        self._last = undone[after % len(undone)]
        self._begin(self._last)

    def _undone(self, idle: Sequence[str]) -> list[str]:
        return [name for name in self.ordered(idle) if not has_order(self._hall.view, name)]

    def _choice(self) -> Widget:
        choices = [
            Choice(Sorting.UNDONE.value, _("Without any orders first")),
            Choice(Sorting.PLACE.value, _("By place")),
            Choice(Sorting.STRENGTH.value, _("The strongest first")),
        ]
        return DropDown("roster", choices, self._sorting.value, self._sort, _("Which stand first"))

    def _sort(self, key: str) -> None:
        self._sorting = Sorting(key)
        self._hall.refresh()

    def _row(self, name: str) -> Widget:
        row, unit = self._hall.view.names.formations.row(name), self._unit(name)
        title = self._hall.view.names.formations.title(row)
        tip = _("Give orders to it; it is in {place}").format(place=self._place(name))
        button = Button(f"order.{name}", title, lambda: self._begin(name), tip, Kind.QUIET)
        where = self._place(name)
        if has_order(self._hall.view, name):
            where = _("{place}, under orders").format(place=where)
        says = _("{strength} brigades, {readiness} %").format(
            strength=f"{unit.strength / BRIGADE:.2f}", readiness=f"{unit.readiness / TENTHS:.0f}"
        )
        both = Column(button, Value("", where, says, tip=_("Strength and readiness")), gap=0)
        return Row(Badge(self._hall.sheets.mark_of_unit(row)), both.growing(), cross=Cross.MIDDLE)

    def _unit(self, name: str) -> Formation:
        view = self._hall.view
        return reading(view.state.formations[view.names.formations.row(name)])

    def _place(self, name: str) -> str:
        return self._hall.view.names.places.title(int(self._unit(name).at))


def head(idle: int) -> str:
    """How many have no new orders; where not all of them are listed, how many are."""
    if idle <= MOST_LISTED:
        return _("Without new orders ({count})").format(count=idle)
    return _("Without new orders ({listed} of {count})").format(listed=MOST_LISTED, count=idle)
