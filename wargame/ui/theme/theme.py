"""The theme: one palette at one scale, and everything drawn with them. Its caches live and die with it."""

from __future__ import annotations

from pathlib import Path

import pygame
from pygame import Rect

from wargame.ui.theme.boxes import BoxPainter, BoxStyle, Look
from wargame.ui.theme.hatches import HatchPainter
from wargame.ui.theme.icons import IconPainter
from wargame.ui.theme.palette import Colour, Palette, Pattern, Tone
from wargame.ui.theme.type import TextStyle, Typesetter

SMALLEST_PERCENT = 80
LARGEST_PERCENT = 200
HATCH_STEP = 6  # logical units


class Theme:
    """Turns tokens into pixels. `percent` is the scale of the interface; a size outside 80 to 200 is brought inside."""

    def __init__(self, palette: Palette, percent: int, assets: Path) -> None:
        self.palette = palette
        self.percent = min(max(percent, SMALLEST_PERCENT), LARGEST_PERCENT)
        self.type = Typesetter(assets / "fonts", self.percent)
        self._pixels: dict[float, int] = {}  # by length; asked for a thousand times a layout
        self._icons = IconPainter(assets / "icons")
        self._boxes = BoxPainter()
        self._hatches = HatchPainter()

    def px(self, units: float) -> int:
        """Pixels of a length in logical units; a length that is not nothing has at least one."""
        pixels = self._pixels.get(units)
        if pixels is None:
            pixels = round(units * self.percent / 100)
            pixels = self._pixels[units] = max(1, pixels) if units > 0 else pixels
        return pixels

    def colour(self, tone: Tone) -> Colour:
        """Colour of a tone."""
        return self.palette.colours[tone]

    def text(self, text: str, style: TextStyle, tone: Tone) -> pygame.Surface:
        """Picture of a text."""
        return self.type.picture(text, style, self.colour(tone))

    def icon(self, name: str, pixels: int, tone: Tone) -> pygame.Surface:
        """Square picture of an icon."""
        return self._icons.picture(name, pixels, self.colour(tone))

    def box(self, target: pygame.Surface, rect: Rect, style: BoxStyle) -> None:
        """Draw a rounded box."""
        border = None if style.border is None else self.colour(style.border)
        look = Look(self.colour(style.fill), border, self.px(1), self.px(style.radius), style.sheen)
        self._boxes.paint(target, rect, look)

    def shadow(self, target: pygame.Surface, rect: Rect, radius: float, depth: float) -> None:
        """Draw the shadow of a rounded box; radius and depth in logical units."""
        self._boxes.shadow(target, rect, self.px(radius), self.px(depth))

    def hatch(self, target: pygame.Surface, rect: Rect, pattern: Pattern, tone: Tone) -> None:
        """Cover a rectangle with a pattern."""
        self._hatches.paint(target, rect, pattern, self.px(HATCH_STEP), self.colour(tone))
