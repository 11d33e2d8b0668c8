"""What the panels of a turn ask of the screen they stand on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol, TypeVar

from wargame.model.orders import Order
from wargame.model.view import View
from wargame.ui.kit.widget import Widget
from wargame.ui.kit.window import Window
from wargame.ui.map.situation import Situation
from wargame.ui.play.game import Game
from wargame.ui.screens.mapbox import MapBox
from wargame.ui.screens.sheets import Sheets
from wargame.ui.settings import Reasons

Reckoned = TypeVar("Reckoned")


class Hall(Protocol):
    """The screen of a game in play."""

    @property
    def game(self) -> Game:
        """The game."""

    @property
    def window(self) -> Window:
        """The window."""

    @property
    def map(self) -> MapBox:
        """The map."""

    @property
    def view(self) -> View:
        """What the seat knows."""

    @property
    def sheets(self) -> Sheets:
        """Makes sheets of it."""

    @property
    def reasons(self) -> Reasons:
        """When the reasons of AIs can be read."""

    @property
    def given(self) -> tuple[Order, ...]:
        """The orders of this phase."""

    def orders(self) -> dict[int, Order]:
        """The same by number."""

    def submit(self, order: Order) -> bool:
        """Give an order; what is wrong with it is said."""

    def withdraw(self, number: int) -> None:
        """Take an order back."""

    def exchange(self, back: Collection[int], orders: Sequence[Order]) -> bool:
        """Take orders back and give others as one gesture: the panels see the end of it, nothing half-way. Whether all were legal."""

    def decide(self) -> None:
        """Commit the seat and let the others play."""

    def go_on(self) -> None:
        """Turn to the next page of the turn."""

    def open_archive(self) -> None:
        """Open the archive of declarations over the screen."""

    def show_sheet(self, rows: Sequence[Widget]) -> None:
        """Put this into the sheet at the right."""

    def look_at(self, what: str, name: str) -> None:
        """Show a state, place or formation in the sheet, and where it is."""

    def reckon(self, job: Callable[[], Reckoned], done: Callable[[Reckoned], None]) -> None:
        """Do a job that takes longer than a frame, and tell what came of it when it is done."""

    def show_situation(self, situation: Situation | None) -> None:
        """Put another moment on the map; None for what the seat knows now."""

    def refresh(self) -> None:
        """Build the panels anew, because an order or a choice has changed."""


class Panel(Protocol):
    """What stands at the left, and sometimes in the middle, in one part of a turn."""

    @property
    def writing(self) -> bool:
        """Something is being written, whose sheet goes before what is chosen on the map."""

    def begin_first(self) -> None:
        """Begin what is done here first: a draft, an order; hear or see what there is to be heard or seen."""

    def rail(self) -> Widget:
        """What is to be done."""

    def middle(self) -> Widget | None:
        """What stands in place of the map; None for the map."""

    def sheet(self) -> Sequence[Widget] | None:
        """What stands at the right while nothing is chosen on the map; None for the seat's own side."""

    def pick(self, place: str, formation: str) -> bool:
        """Something was pressed on the map; whether the panel took it for its own."""
