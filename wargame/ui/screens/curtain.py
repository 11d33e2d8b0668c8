"""The curtain between two people at one machine: whose turn it is, and nothing else, until its player lifts it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from wargame.catalogue import _
from wargame.study.company import PIN_LETTERS, opens
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.field import Echo, TextField
from wargame.ui.kit.label import Badge, Label, title
from wargame.ui.kit.layout import Column, Cross, Pile, Row, gap
from wargame.ui.kit.widget import Widget
from wargame.ui.map.marks import marks_of
from wargame.ui.play.embassy import home_of
from wargame.ui.play.game import Game
from wargame.ui.screens.pieces import Ground, Slot
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import NO_SIDE, Pattern, SideMark, Tone
from wargame.ui.theme.type import SMALL

CARD_WIDE = 420  # logical units
TITLE = _("the facilitator")
CHAIR = SideMark(Tone.ACCENT, Pattern.PLAIN, "F")


def side_and_mark(game: Game) -> tuple[str, SideMark]:
    """For whom the one plays who is awaited: a side, or a state with the mark of the side that it belongs to; or who leads."""
    if game.leads:
        return TITLE, CHAIR
    view = game.view
    marks = marks_of(view.world, view.state, view.names)
    if not game.delegate:
        return view.names.bodies.title(view.body), marks[game.seat]
    row = view.names.countries.row(game.delegate)
    return view.names.countries.title(row), marks.get(home_of(game.session, row), NO_SIDE)


class Curtain:
    """Builds the screen for the seat that is awaited, or the delegate; `lift` is called for the right PIN, or where none was set."""

    def __init__(self, game: Game, lift: Callable[[], None], touch: Callable[[], None]) -> None:
        self._lift, self._touch = lift, touch
        player = game.awaited
        self._seal = game.company.seals.get(player, "")
        self._pin = ""
        self._said = Slot()
        side, mark = side_and_mark(game)
        name = game.company.names.get(player, "")
        who = _("{name}, for {side}").format(name=name, side=side) if name else side
        go = Button("lift", _("I am {side}").format(side=name or side), self._try, _("Show what is yours to know"))
        go.kind, go.icon = Kind.PRIMARY, "eye"
        card = Column(
            Row(Badge(mark), title(who), cross=Cross.MIDDLE),
            Label(_("Only this player should look now.")),
            *self._asking(),
            go.on_key(pygame.K_RETURN),
            gap=14,
            pad=24,
            box=BoxStyle(Tone.PANEL, Tone.LINE, 12),
        ).sized(wide=CARD_WIDE)
        middle = Row(gap(), card, gap(), cross=Cross.MIDDLE)
        self.root: Widget = Pile(Ground(), Column(gap(), middle, gap()))

    def _asking(self) -> list[Widget]:
        if not self._seal:
            return []
        field = TextField("pin", self._type, _("The PIN of this player"), _("PIN"), "lock", Echo.MASKED, PIN_LETTERS)
        field.on_submit = self._try
        return [field, self._said]

    def _type(self, pin: str) -> None:
        self._pin = pin

    def _try(self) -> None:
        if not self._seal or opens(self._pin, self._seal):
            self._lift()
            return
        self._said.put(Label(_("That is not the PIN."), SMALL, Tone.BAD))
        self._touch()
