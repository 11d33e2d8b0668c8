"""The pattern beside each colour, and how what is drawn too large is brought down."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from wargame.ui.map.camps import Hue
from wargame.ui.map.marks import HUE_MARKS
from wargame.ui.map.tokens import Colour
from wargame.ui.theme.palette import Pattern

FINER = 4  # times too large in each direction, then averaged


def averaged(size: tuple[int, int], paint: Callable[[pygame.Surface], None]) -> pygame.Surface:
    """A picture painted too large, brought down to its size."""
    picture = pygame.Surface((size[0] * FINER, size[1] * FINER), pygame.SRCALPHA)
    paint(picture)
    return pygame.transform.smoothscale(picture, size)


def _plain(_band_picture: pygame.Surface, _light: Colour) -> None:
    """No pattern."""


def _stripes(band: pygame.Surface, light: Colour) -> None:
    step = band.get_height() // 2
    for x in range(-band.get_height(), band.get_width(), step):
        pygame.draw.line(band, light, (x, band.get_height()), (x + band.get_height(), 0), max(2, step // 4))


def _dots(band: pygame.Surface, light: Colour) -> None:
    step = max(4, band.get_height() // 3)
    for row, y in enumerate(range(step // 2, band.get_height(), step)):
        for x in range((row % 2) * step // 2, band.get_width(), step):
            pygame.draw.circle(band, light, (x, y), max(1, step // 6))


def _falling(band: pygame.Surface, light: Colour) -> None:
    turned = band.copy()
    _stripes(turned, light)
    band.blit(pygame.transform.flip(turned, True, False), (0, 0))


def _ruled(band: pygame.Surface, light: Colour) -> None:
    for share in (0.12, 0.88):
        y = round(band.get_height() * share)
        pygame.draw.line(band, light, (0, y), (band.get_width(), y), max(2, band.get_height() // 10))


def _cross(band: pygame.Surface, light: Colour) -> None:
    _stripes(band, light)
    band.blit(pygame.transform.flip(band, True, False), (0, 0), special_flags=pygame.BLEND_RGB_MAX)


DRAWN: dict[Pattern, Callable[[pygame.Surface, Colour], None]] = {
    Pattern.PLAIN: _plain,
    Pattern.RISING: _stripes,
    Pattern.FALLING: _falling,
    Pattern.DOTS: _dots,
    Pattern.CROSS: _cross,
    Pattern.LEVEL: _ruled,
}
PATTERNS: dict[Hue, Callable[[pygame.Surface, Colour], None]] = {
    hue: DRAWN[mark.pattern] for hue, mark in HUE_MARKS.items()
}
"""The pattern beside each colour, for those who cannot tell the colours apart."""
