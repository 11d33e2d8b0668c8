"""The facilitator's screen: the deck, an inject of its own, how things truly stand, the map, notes; then the turn opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from wargame.catalogue import _, _n
from wargame.model.calendar import date_in_words
from wargame.model.facilitation import Act
from wargame.session import Refused
from wargame.ui.kit.button import Button, Kind, icon_button
from wargame.ui.kit.label import Label, title
from wargame.ui.kit.layout import Column, Cross, Row, gap
from wargame.ui.kit.tabs import Tab, Tabs
from wargame.ui.kit.widget import Widget
from wargame.ui.kit.window import Window
from wargame.ui.play.cell import Cell, cell_of
from wargame.ui.play.drafting import all_words
from wargame.ui.play.game import Game
from wargame.ui.screens.deckpage import deck_page, told_now
from wargame.ui.screens.mapbox import Builder
from wargame.ui.screens.noting import Notes
from wargame.ui.screens.pieces import Slot
from wargame.ui.screens.truth import TrueMap, situation_page
from wargame.ui.screens.writing import Form
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL

DECK, WRITE, SITUATION, MAP, NOTES = "deck", "write", "situation", "map", "notes"


@dataclass(frozen=True)
class Ways:
    """Where the chair leads: on when the turn opens, to who plays, to the settings, to the menu, to the reasons of AIs."""

    done: Callable[[], None]
    places: Callable[[], None]
    settings: Callable[[], None]
    leave: Callable[[], None]
    reasons: Callable[[], None]
    reckon: Builder


class ChairScreen:
    """Builds the screen. What is done is in the save before the screen shows it, and can be taken back until the turn opens."""

    def __init__(self, game: Game, window: Window, ways: Ways) -> None:
        self._game, self._window, self._ways = game, window, ways
        self._cell: Cell = cell_of(game.session, game.telling)
        self._form = Form(self._cell.names, game.session.chair.deck, self._do, self._fill)
        self._map = TrueMap(game.scenario, self._cell.truth, window, ways.reckon)
        self._notes = Notes(game.session.chair.deck, self._do)
        self._body, self._count = Slot(), Slot()
        self._bar = Tabs("chair", self._tabs(), DECK, self._turn_to)
        self.root: Widget = self._page()
        self._fill()

    def _page(self) -> Widget:
        cell, ways = self._cell, self._ways
        when = _("Turn {turn}, {date}").format(turn=cell.turn + 1, date=date_in_words(cell.day))
        tools = [
            icon_button("reasons", "bot", ways.reasons, _("Why the AIs did what they did last turn")),
            icon_button("places", "users", ways.places, _("Who plays")),
            icon_button("settings", "settings", ways.settings, _("Settings")).on_key(pygame.K_F10),
            icon_button("menu", "house", ways.leave, _("To the menu; what you did is kept")),
        ]
        head = Row(title(_("The facilitator")), gap(), Label(when, SMALL, Tone.DIM), *tools, cross=Cross.MIDDLE, gap=10)
        tip = _("What is to be told is told, and the first player is called")
        done = Button("done", _("Open the turn"), ways.done, tip, Kind.PRIMARY, "play").on_key(pygame.K_RETURN)
        foot = Row(self._count, gap(), done, cross=Cross.MIDDLE)
        return Column(head, self._bar, self._body.growing(), foot, gap=12, pad=16)

    def _tabs(self) -> list[Tab]:
        return [
            Tab(DECK, _("Injects"), _("What the scenario holds ready, and when it is told")),
            Tab(WRITE, _("Write one"), _("An inject of your own")),
            Tab(SITUATION, _("Situation"), _("How all sides truly stand, and what happened")),
            Tab(MAP, _("Map"), _("Where everything truly stands")),
            Tab(NOTES, _("Notes"), _("What the report shall tell of this moment")),
        ]

    def _turn_to(self, page: str) -> None:
        self._bar.chosen = page
        self._fill()

    def _do(self, act: Act) -> bool:
        """An act, and what came of it; what is wrong with it is said."""
        try:
            self._game.facilitate(act)
        except Refused as refused:
            self._window.notify(all_words(refused.laws), Tone.WARN)
            return False
        self._cell = cell_of(self._game.session, self._game.telling)
        self._fill()
        return True

    def _fill(self) -> None:
        self._body.put(self._shown())
        self._count.put(self._foretold())
        self._window.touch()

    def _shown(self) -> Widget:
        cell = self._cell
        match self._bar.chosen:
            case "deck":
                return deck_page(cell, self._do)
            case "write":
                return self._form.page(cell)
            case "situation":
                return situation_page(cell)
            case "map":
                return self._map.page()
            case _:
                return self._notes.page(cell)

    def _foretold(self) -> Widget:
        """How many injects are told when the turn opens."""
        count = told_now(self._cell)
        says = _n("{count} inject is told when the turn opens.", "{count} injects are told when the turn opens.", count)
        none = _("Nothing is told from outside when the turn opens.")
        return Label(says.format(count=count) if count else none, SMALL, Tone.DIM)


def in_the_chair(game: Game, window: Window, ways: Ways) -> Widget:
    """The screen of the facilitator."""
    return ChairScreen(game, window, ways).root
