"""Bars: a share of a whole, or several parts of it side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from wargame.ui.kit.canvas import Canvas
from wargame.ui.kit.layout import spans, split
from wargame.ui.kit.widget import Size, Widget
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Pattern, Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import CAPTION

HIGH = 8  # logical units
STACK_HIGH = 20
FULL = 1000  # shares are in thousandths


@dataclass(frozen=True)
class Part:
    """A part of a bar: its weight, and how it is told from the others."""

    weight: int
    tone: Tone
    pattern: Pattern = Pattern.PLAIN
    letter: str = ""


def draw_bar(canvas: Canvas, rect: Rect, share: int, tone: Tone) -> None:
    """Draw a share, in thousandths, of a bar of this height."""
    radius = HIGH
    canvas.box(rect, BoxStyle(Tone.LINE, None, radius))
    filled = rect.w * min(max(share, 0), FULL) // FULL
    if filled:
        canvas.box(Rect(rect.x, rect.y, max(filled, min(rect.h, rect.w)), rect.h), BoxStyle(tone, None, radius))


class Bar(Widget):
    """A share of a whole, in thousandths."""

    def __init__(self, share: int, tone: Tone = Tone.ACCENT, tip: str = "") -> None:
        super().__init__(tip=tip)
        self.share = share
        self.tone = tone

    def content(self, theme: Theme, room: int) -> Size:
        """A thin bar."""
        return theme.px(60), theme.px(HIGH)

    def draw(self, canvas: Canvas) -> None:
        """Draw it in the middle of its height."""
        rect = Rect(self.rect.x, 0, self.rect.w, min(self.rect.h, canvas.theme.px(HIGH)))
        rect.centery = self.rect.centery
        draw_bar(canvas, rect, self.share, self.tone)


class StackedBar(Widget):
    """Parts of a whole side by side, each with its letter where there is room."""

    def __init__(self, parts: Sequence[Part], tip: str = "") -> None:
        super().__init__(tip=tip)
        self.parts = parts

    def content(self, theme: Theme, room: int) -> Size:
        """A bar high enough for letters."""
        return theme.px(120), theme.px(STACK_HIGH)

    def draw(self, canvas: Canvas) -> None:
        """Draw the parts in their order."""
        gap = canvas.theme.px(2)
        wishes = split(max(0, self.rect.w - gap * (len(self.parts) - 1)), [part.weight for part in self.parts])
        for part, span in zip(self.parts, spans(self.rect.w, wishes, [0] * len(wishes), gap), strict=True):
            self._draw_part(canvas, part, Rect(self.rect.x + span.start, self.rect.y, span.length, self.rect.h))

    def _draw_part(self, canvas: Canvas, part: Part, rect: Rect) -> None:
        canvas.box(rect, BoxStyle(part.tone, None, 3))
        canvas.hatch(rect, part.pattern)
        letter = canvas.theme.text(part.letter, CAPTION, Tone.ON_ACCENT)
        plate = letter.get_rect(center=rect.center).inflate(canvas.theme.px(6), 0)
        if part.letter and plate.w < rect.w:
            canvas.box(plate, BoxStyle(Tone.GROUND, None, 3))
            canvas.surface.blit(letter, letter.get_rect(center=rect.center))
