"""The page of a briefing that tells what came from outside the game, before the seat decides anything."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from wargame.catalogue import _
from wargame.engine.deck import told_alone
from wargame.model import events as ev
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.label import Label, heading, title
from wargame.ui.kit.layout import Column, Rule, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.hall import Hall
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL


class Bulletin:
    """What the seat was told; whether it is true, and where it is from, is told when the game is over."""

    writing = False

    def __init__(self, hall: Hall, told: Sequence[ev.Injected]) -> None:
        self._hall, self._told = hall, told

    def begin_first(self) -> None:
        """Nothing is begun here."""

    def pick(self, place: str, formation: str) -> bool:
        """Nothing is ordered here."""
        return False

    def sheet(self) -> Sequence[Widget] | None:
        """The seat's own side."""
        return None

    def rail(self) -> Widget:
        """What of it moved something, and on."""
        on = Button(
            "next", _("To the turn"), self._hall.go_on, _("What your side decides"), Kind.PRIMARY, "chevron-right"
        )
        lines = "\n".join("- " + plain(line) for line in self._moved()) or _("It moved nothing by itself.")
        body = Column(heading(_("What it moved")), Prose("bulletin.moved", lines), gap=8)
        scroll = Scroll(body, "bulletin", _("Scroll with the arrows"))
        return Column(scroll.growing(), Rule(), on.on_key(pygame.K_RETURN))

    def _moved(self) -> list[str]:
        """Levels and acts of this briefing, as far as the seat knows of them."""
        day, telling = self._told[0].day, self._hall.game.telling
        moved = (e for e in self._hall.game.heard if e.day == day and isinstance(e, ev.LevelShifted))
        return [telling.line(event) for event in moved]

    def middle(self) -> Widget | None:
        """Each under its headline."""
        parts: list[Widget] = [title(_("What came from outside"))]
        for number, event in enumerate(self._told):
            rows: list[Widget] = [heading(event.title), Prose(f"bulletin.{number}", plain(event.text))]
            if told_alone(self._hall.view.names, event) is not None:
                rows.append(Label(_("Told to your side alone."), SMALL, Tone.LINK))
            if event.source == "facilitator":
                rows.append(Label(_("From the facilitator."), SMALL, Tone.DIM))
            parts.append(panel(*rows))
        return Scroll(Column(*parts, gap=10, pad=12), "outside", _("Scroll with the arrows"))
