"""Rounded boxes with smooth corners, and shadows, cached.

A small box is kept whole. A large one is laid from nine parts of a small one, so that a panel as large as the
window costs no memory and no blending.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pygame
from pygame import Rect

from wargame.ui.theme.lru import Lru, surface_bytes
from wargame.ui.theme.palette import Colour, Tone

BOX_BYTES = 10 << 20
SHADOW_BYTES = 10 << 20
WHOLE_PIXELS = 1 << 15  # a box up to this area is kept whole
SMOOTHING = 4  # corners are drawn this many times larger and made smaller
SHADOW_SHRINK = 4
SHADOW_ALPHA = 170
RADIUS = 8

Size = tuple[int, int]


@dataclass(frozen=True)
class BoxStyle:
    """A rounded box: tones, radius in logical units, sheen (how much lighter its top is, 0 to 255)."""

    fill: Tone
    border: Tone | None = None
    radius: int = RADIUS
    sheen: int = 0


@dataclass(frozen=True)
class Look:
    """A box style at one palette and scale: colours; line and radius in pixels."""

    fill: Colour
    border: Colour | None
    line: int
    radius: int
    sheen: int


class BoxPainter:
    """Draws boxes and shadows."""

    def __init__(self) -> None:
        self._boxes: Lru[tuple[Size, Look], pygame.Surface] = Lru(BOX_BYTES, surface_bytes)
        self._shadows: Lru[tuple[Size, int, int], pygame.Surface] = Lru(SHADOW_BYTES, surface_bytes)

    def paint(self, target: pygame.Surface, rect: Rect, look: Look) -> None:
        """Draw a box."""
        if rect.w <= 0 or rect.h <= 0:
            return
        fitting = min(rect.w, rect.h) // 2
        if look.radius > fitting:
            look = replace(look, radius=fitting)
        if look.sheen or rect.w * rect.h <= WHOLE_PIXELS:
            target.blit(self._kept(rect.size, look), rect)
        else:
            self._paint_in_parts(target, rect, look)

    def shadow(self, target: pygame.Surface, rect: Rect, radius: int, depth: int) -> None:
        """Draw the soft shadow that a box casts; depth in pixels."""
        key = (rect.size, radius, depth)
        picture = self._shadows.get(key, lambda: _shadow(rect.size, radius, depth))
        target.blit(picture, (rect.x - 2 * depth, rect.y - 2 * depth + depth // 2))

    def _kept(self, size: Size, look: Look) -> pygame.Surface:
        return self._boxes.get((size, look), lambda: _box(size, look))

    def _paint_in_parts(self, target: pygame.Surface, rect: Rect, look: Look) -> None:
        corner = max(look.radius, look.line) + 1
        box = self._kept((2 * corner + 1, 2 * corner + 1), look)
        for part in _inner_parts(rect, corner):
            target.fill(look.fill, part)
        if look.border is not None:
            for part in _edges(rect, corner, look.line):
                target.fill(look.border, part)
        for x, right in ((rect.x, 0), (rect.right - corner, corner + 1)):
            for y, below in ((rect.y, 0), (rect.bottom - corner, corner + 1)):
                target.blit(box, (x, y), (right, below, corner, corner))


def _inner_parts(rect: Rect, corner: int) -> tuple[Rect, ...]:
    """A box without its corners, in three parts that do not lie on each other: filling is what a large frame costs."""
    high = rect.h - 2 * corner
    return (
        Rect(rect.x, rect.y + corner, rect.w, high),
        Rect(rect.x + corner, rect.y, rect.w - 2 * corner, corner),
        Rect(rect.x + corner, rect.bottom - corner, rect.w - 2 * corner, corner),
    )


def _edges(rect: Rect, corner: int, line: int) -> tuple[Rect, ...]:
    wide, high = rect.w - 2 * corner, rect.h - 2 * corner
    return (
        Rect(rect.x + corner, rect.y, wide, line),
        Rect(rect.x + corner, rect.bottom - line, wide, line),
        Rect(rect.x, rect.y + corner, line, high),
        Rect(rect.right - line, rect.y + corner, line, high),
    )


def _box(size: Size, look: Look) -> pygame.Surface:
    """A box drawn large and made smaller. Its ground has the colour of its edge, or the corners would turn dark."""
    big = pygame.Surface((size[0] * SMOOTHING, size[1] * SMOOTHING), pygame.SRCALPHA)
    edge = look.border or look.fill
    big.fill((*edge, 0))
    whole, radius, line = big.get_rect(), look.radius * SMOOTHING, look.line * SMOOTHING
    pygame.draw.rect(big, edge, whole, border_radius=radius)
    if look.border is not None:
        inner = whole.inflate(-2 * line, -2 * line)
        pygame.draw.rect(big, look.fill, inner, border_radius=max(0, radius - line))
    box = pygame.transform.smoothscale(big, size)
    if look.sheen:
        _lighten(box, look.sheen)
    return box


def _lighten(box: pygame.Surface, sheen: int) -> None:
    """Make the top lighter, less and less downwards. Adding leaves transparency as it is."""
    ramp = pygame.Surface((1, 2), pygame.SRCALPHA)
    ramp.set_at((0, 0), (sheen, sheen, sheen, 0))
    ramp.set_at((0, 1), (0, 0, 0, 0))
    box.blit(pygame.transform.smoothscale(ramp, box.get_size()), (0, 0), special_flags=pygame.BLEND_RGB_ADD)


def _shadow(size: Size, radius: int, depth: int) -> pygame.Surface:
    width, height = (side + 4 * depth for side in size)
    small = pygame.Surface((max(2, width // SHADOW_SHRINK), max(2, height // SHADOW_SHRINK)), pygame.SRCALPHA)
    place = Rect(
        2 * depth // SHADOW_SHRINK, 2 * depth // SHADOW_SHRINK, size[0] // SHADOW_SHRINK, size[1] // SHADOW_SHRINK
    )
    pygame.draw.rect(small, (0, 0, 0, SHADOW_ALPHA), place, border_radius=max(1, radius // SHADOW_SHRINK))
    for _ in range(2):
        half = (max(1, small.get_width() // 2), max(1, small.get_height() // 2))
        small = pygame.transform.smoothscale(pygame.transform.smoothscale(small, half), small.get_size())
    return pygame.transform.smoothscale(small, (width, height))
