"""Counters for crowded ground: a chip with the strength of a stack, and a pip that says no more than whose it is."""

from __future__ import annotations

import pygame

from wargame.ui.map.fonts import Style, Weight, written
from wargame.ui.map.looks import Look
from wargame.ui.map.patterns import FINER, PATTERNS
from wargame.ui.map.tokens import Palette, mixed

BAND = 0.26  # share of a chip's width that its band of colour takes
RIM = 36  # of a card's size, one part is the edge round it
RADIUS = 0.07  # of a card's size
FIGURE = 0.46  # size of the figure, share of a card's size
PATTERN = 0.34  # share of white in the lines of a pattern
WHITE = (255, 255, 255)


def paint_chip(picture: pygame.Surface, look: Look, palette: Palette) -> None:
    """The band of its camp at the left, the strength beside it."""
    inner = _edged(picture, look, palette)
    wide = round(inner.width * BAND)
    _paint_band(picture, pygame.Rect(inner.left, inner.top, wide, inner.height), look, palette)
    text = written(look.figure, Style(round(look.size * FIGURE * FINER), palette.ink, Weight.STRONG))
    room = inner.width - wide
    if text.get_width() > room:
        text = pygame.transform.smoothscale(text, (room, text.get_height()))
    middle = inner.left + wide + room / 2
    picture.blit(text, (middle - text.get_width() / 2, inner.centery - text.get_height() / 2))


def paint_pip(picture: pygame.Surface, look: Look, palette: Palette) -> None:
    """The band of its camp alone."""
    _paint_band(picture, _edged(picture, look, palette), look, palette)


def _edged(picture: pygame.Surface, look: Look, palette: Palette) -> pygame.Rect:
    """An empty counter with its edge; what lies inside that."""
    rim, radius = max(3, round(FINER * look.size / RIM)), round(look.size * RADIUS * FINER)
    pygame.draw.rect(picture, palette.ink, picture.get_rect(), border_radius=radius)
    inner = picture.get_rect().inflate(-2 * rim, -2 * rim)
    pygame.draw.rect(picture, palette.counter[look.hue], inner, border_radius=max(0, radius - rim))
    return inner


def _paint_band(picture: pygame.Surface, rect: pygame.Rect, look: Look, palette: Palette) -> None:
    band, colour = pygame.Surface(rect.size), palette.band[look.hue]
    band.fill(colour)
    PATTERNS[look.hue](band, mixed(colour, WHITE, PATTERN))
    picture.blit(band, rect)
