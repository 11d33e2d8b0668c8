"""Bubbles: the tooltip beside what it explains, with the keys of its shortcut."""

from __future__ import annotations

from dataclasses import dataclass

from pygame import Rect

from wargame.ui.kit.canvas import Align, Canvas
from wargame.ui.kit.keys import Shortcut
from wargame.ui.kit.markup import blocks, plain
from wargame.ui.kit.wrap import Flow, flow
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import CAPTION

WIDE = 300  # logical units, as all below
PAD = 10
RADIUS = 7
SHADOW = 5
CAP_SIDE = 6


@dataclass(frozen=True)
class Tip:
    """What a bubble says: a text, why the thing cannot be used if so, and its keys."""

    text: str
    blocked: str = ""
    shortcut: Shortcut | None = None


def draw_tip(canvas: Canvas, tip: Tip, beside: Rect) -> Rect:
    """Draw a bubble below a rectangle, or above where there is no room; tells where it is."""
    theme, window = canvas.theme, canvas.surface.get_rect()
    lines = _lines(tip, theme)
    caps = _cap_widths(tip, theme)
    caps_high = theme.type.height(CAPTION) + theme.px(6)
    wide = max(lines.width, sum(caps) + theme.px(4) * max(0, len(caps) - 1))
    high = lines.height + (caps_high + theme.px(6) if caps else 0)
    box = Rect(0, 0, wide + 2 * theme.px(PAD), high + 2 * theme.px(PAD))
    box.topleft = (beside.x, beside.bottom + theme.px(6))
    if box.bottom > window.bottom:
        box.bottom = beside.y - theme.px(6)
    box.clamp_ip(window)
    theme.shadow(canvas.surface, box, RADIUS, SHADOW)
    canvas.box(box, BoxStyle(Tone.HOVER, Tone.FAINT, RADIUS))
    _write(canvas, lines, box)
    _draw_caps(canvas, tip, Rect(box.x + theme.px(PAD), box.bottom - theme.px(PAD) - caps_high, 0, caps_high))
    return box


def _lines(tip: Tip, theme: Theme) -> Flow:
    source = plain(tip.text)
    if tip.blocked:
        source += "\n{warn:" + tip.blocked.translate({ord("{"): "(", ord("}"): ")"}) + "}"
    return flow(blocks(source), theme.type, theme.px(WIDE))


def _write(canvas: Canvas, lines: Flow, box: Rect) -> None:
    pad = canvas.theme.px(PAD)
    for word in lines.words:
        place = Rect(box.x + pad + word.x, box.y + pad + word.y, word.width, lines.line)
        canvas.write(word.piece.text.rstrip(), place, word.piece.style, word.piece.tone)


def _cap_widths(tip: Tip, theme: Theme) -> list[int]:
    if tip.shortcut is None:
        return []
    return [theme.type.width(part, CAPTION) + 2 * theme.px(CAP_SIDE) for part in tip.shortcut.parts()]


def _draw_caps(canvas: Canvas, tip: Tip, room: Rect) -> None:
    """Draw the keys as keys."""
    x = room.x
    parts = () if tip.shortcut is None else tip.shortcut.parts()
    for part, wide in zip(parts, _cap_widths(tip, canvas.theme), strict=True):
        cap = Rect(x, room.y, wide, room.h)
        canvas.box(cap, BoxStyle(Tone.PANEL, Tone.FAINT, 4))
        canvas.write(part, cap, CAPTION, Tone.TEXT, Align.CENTRE)
        x = cap.right + canvas.theme.px(4)
