"""Patterns drawn over a colour, so that what a colour says can be read without it."""

from __future__ import annotations

from typing import assert_never

import pygame
from pygame import Rect

from wargame.ui.theme.lru import Lru, surface_bytes
from wargame.ui.theme.palette import Colour, Pattern

TILE_BYTES = 2 << 20
TILE_ALPHA = 120
SMOOTHING = 4


class HatchPainter:
    """Lays a repeated tile over a rectangle."""

    def __init__(self) -> None:
        self._tiles: Lru[tuple[Pattern, int, Colour], pygame.Surface] = Lru(TILE_BYTES, surface_bytes)

    def paint(self, target: pygame.Surface, rect: Rect, pattern: Pattern, step: int, colour: Colour) -> None:
        """Cover a rectangle with a pattern of so many pixels a step; nothing for the plain one."""
        if pattern is Pattern.PLAIN or rect.w <= 0 or rect.h <= 0:
            return
        tile = self._tiles.get((pattern, step, colour), lambda: _tile(pattern, step, colour))
        before = target.get_clip()
        target.set_clip(rect.clip(before))
        for x in range(rect.x, rect.right, step):
            for y in range(rect.y, rect.bottom, step):
                target.blit(tile, (x, y))
        target.set_clip(before)


def _tile(pattern: Pattern, step: int, colour: Colour) -> pygame.Surface:
    side = step * SMOOTHING
    tile = pygame.Surface((side, side), pygame.SRCALPHA)
    tile.fill((*colour, 0))
    ink, width = (*colour, TILE_ALPHA), max(2, side // 5)
    match pattern:
        case Pattern.PLAIN:
            pass
        case Pattern.RISING:
            _slants(tile, ink, width, -1)
        case Pattern.FALLING:
            _slants(tile, ink, width, 1)
        case Pattern.CROSS:
            _slants(tile, ink, width, -1)
            _slants(tile, ink, width, 1)
        case Pattern.DOTS:
            pygame.draw.circle(tile, ink, (side // 2, side // 2), side // 4)
        case Pattern.LEVEL:
            pygame.draw.rect(tile, ink, (0, side // 3, side, width))
        case _:
            assert_never(pattern)
    return pygame.transform.smoothscale(tile, (step, step))


def _slants(tile: pygame.Surface, ink: tuple[int, int, int, int], width: int, fall: int) -> None:
    """A slanted line that joins itself where tiles meet: drawn once in the tile and once in each neighbour."""
    side = tile.get_width()
    for shift in (-side, 0, side):
        start, end = (shift - side // 2, side // 2), (shift + side * 3 // 2, side // 2)
        rise = fall * side
        pygame.draw.line(tile, ink, (start[0], start[1] - rise), (end[0], end[1] + rise), width)
