"""Pages that show nothing but how far something has come."""

from __future__ import annotations

from collections.abc import Callable

from wargame.catalogue import _
from wargame.ui.kit.button import Button
from wargame.ui.kit.label import Label
from wargame.ui.kit.layout import Column, Cross, Pile, Row, gap
from wargame.ui.kit.progress import Progress
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.pieces import Ground
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import DISPLAY

CARD_WIDE = 420  # logical units


def waiting_page(words: str) -> Widget:
    """For what has no steps."""
    progress = Progress("waiting", words, None, "")
    progress.show(words, None)
    return card(progress)


def watched(progress: Progress, take_back: Callable[[], None]) -> Widget:
    """For a game that computers play alone, until somebody takes the seat back."""
    tip = _("In the next part of the turn")
    return card(progress, Button("take_back", _("Take the seat back"), take_back, tip, icon="user"))


def card(progress: Progress, *below: Button) -> Widget:
    """A card in the middle of the window, with what can be pressed meanwhile."""
    buttons = [Row(gap(), *below, gap())] if below else []
    rows = (Label(_("Tripwire"), DISPLAY), progress, *buttons)
    box = Column(*rows, gap=16, pad=24, box=BoxStyle(Tone.PANEL, Tone.LINE, 12))
    return Pile(Ground(), Column(gap(), Row(gap(), box.sized(wide=CARD_WIDE), gap(), cross=Cross.MIDDLE), gap()))
