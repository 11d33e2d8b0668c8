"""The saved games, and a look into the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from wargame.ai.seating import HUMAN
from wargame.catalogue import _
from wargame.store.saves import SaveListing, SaveStatus
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.canvas import Align
from wargame.ui.kit.label import Label, title
from wargame.ui.kit.layout import Column, Either, Row, gap, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.rows import Entry, Heading, number, words
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.table import Table
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.pieces import Slot
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL

GLIMPSE_WIDE = 400  # logical units, as all below
GLIMPSE_NARROW = 270
WIDE = 1000  # from here on there is room for the wide one


def can_continue(listing: SaveListing) -> bool:
    """A game with a person in it that is whole and that no other window plays."""
    return listing.status is SaveStatus.READY and bool(_players(listing))


def _players(listing: SaveListing) -> list[str]:
    """Seats and states for which people play."""
    return [*(seat for seat, who in listing.seats.items() if who == HUMAN), *listing.delegates]


class Saved:
    """Builds the screen; tells which save is to be continued."""

    def __init__(
        self,
        listings: Sequence[SaveListing],
        on_load: Callable[[SaveListing], None],
        on_back: Callable[[], None],
        look_into: Callable[[SaveListing, Callable[[Widget], None]], None],
    ) -> None:
        self._by_name = {listing.path.name: listing for listing in listings}
        self._on_load, self._look_into = on_load, look_into
        self._glimpse = Slot()
        headings = [
            Heading("saved", _("Saved"), _("Sort by date"), 150, 1),
            Heading("scenario", _("Scenario"), _("Sort by scenario"), 180, 2),
            Heading("turn", _("Turn"), _("Sort by turn"), 50, 0, Align.RIGHT),
            Heading("who", _("You play"), _("Sort by side"), 110, 1),
            Heading("state", _("State"), _("Sort by state"), 120, 2),
        ]
        self._table = Table("saves", headings, _("Choose with the arrows, load with Enter"))
        self._table.on_choose, self._table.on_open = self._choose, self._open
        self._load = Button("load", _("Load"), self._open_chosen, _("Go on with this game"), Kind.PRIMARY, "play")
        self._load.blocked = _("Choose a game first.")
        back = Button("back", _("Back"), on_back, _("To the menu"), icon="chevron-left").on_key(pygame.K_ESCAPE)
        left = panel(title(_("Saved games")), self._table.growing()).growing()
        right = panel(Scroll(self._glimpse, "about", _("Scroll with the arrows")).growing())
        wide, narrow = (
            Row(left, Column(right.growing()).sized(wide=w), gap=12) for w in (GLIMPSE_WIDE, GLIMPSE_NARROW)
        )
        body = Either(WIDE, wide, narrow).growing()
        self.root: Widget = Column(body, Row(back, gap(), self._load), gap=12, pad=16)
        self._table.fill([_entry(listing) for listing in listings])
        if listings:
            self._table.choose(listings[0].path.name)

    def _choose(self, name: str) -> None:
        listing = self._by_name[name]
        self._load.blocked = "" if can_continue(listing) else _state(listing)
        if listing.status is SaveStatus.BROKEN:
            self._glimpse.put(Prose("glimpse.fault", plain(_state(listing))))
            return
        self._glimpse.put(Label(_("Reading the save"), SMALL, Tone.DIM))
        self._look_into(listing, lambda page: self._show(name, page))

    def _show(self, name: str, page: Widget) -> None:
        if self._table.chosen == name:  # another may have been chosen meanwhile
            self._glimpse.put(page)

    def _open(self, name: str) -> None:
        if can_continue(self._by_name[name]):
            self._on_load(self._by_name[name])

    def _open_chosen(self) -> None:
        self._open(self._table.chosen)


def _entry(listing: SaveListing) -> Entry:
    tone = Tone.TEXT if can_continue(listing) else Tone.FAINT
    people = ", ".join(_players(listing))
    turn = -1 if listing.turn is None else listing.turn
    return Entry(
        listing.path.name,
        (
            words(listing.saved_at, tone),
            words(listing.scenario or listing.path.name, tone),
            number(turn, "" if turn < 0 else str(turn + 1), tone),
            words(people or _("nobody"), tone),
            words(_state(listing), tone),
        ),
    )


def _state(listing: SaveListing) -> str:
    match listing.status:
        case SaveStatus.BROKEN:
            return _("broken: {reason}").format(reason=listing.reason)
        case SaveStatus.IN_USE:
            return _("open in another window")
        case SaveStatus.READY if not _players(listing):
            return _("a game of computers")
        case _:
            return _("ready")
