"""Dialogs: a title, something to read or to fill in, and the ways out."""

from __future__ import annotations

from wargame.ui.kit.label import caption, title
from wargame.ui.kit.layout import Column, Row, gap
from wargame.ui.kit.widget import Widget
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone

PAD = 24  # logical units
GAP = 12
BEFORE_WAYS = 4
RADIUS = 12


def dialog(over: str, name: str, body: Widget, *ways: Widget) -> Column:
    """A dialog: a small line over its name, a body that takes the room, and buttons, the way on last."""
    heads = [caption(over)] if over else []
    return Column(
        *heads,
        title(name),
        body.growing(),
        Widget().sized(high=BEFORE_WAYS),
        Row(gap(), *ways),
        gap=GAP,
        pad=PAD,
        box=BoxStyle(Tone.PANEL, Tone.LINE, RADIUS),
    )
