"""Counters for crowded ground: a chip with owner and strength of a stack, and a pip that says no more than which camp's it is."""

from __future__ import annotations

import pygame

from wargame.ui.map.fonts import Style, Weight, written
from wargame.ui.map.looks import Look
from wargame.ui.map.patterns import FINER, PATTERNS
from wargame.ui.map.tokens import Colour, Palette, ink_on, mixed

BAND = 0.56  # share of a chip's width that its band of colour takes
RIM = 36  # of a card's size, one part is the edge round it
RADIUS = 0.07  # of a card's size
LETTERS = 0.43  # size of code and figure, share of a card's size
PATTERN = 0.34  # share of white in the lines of a pattern
AIR = 1  # px on each side of letters together
UNDER_LETTERS = 0.16  # the same where letters stand on them
WHITE = (255, 255, 255)


def paint_chip(picture: pygame.Surface, look: Look, palette: Palette) -> None:
    """Whose they are on the band of its camp at the left, the strength beside it."""
    inner = _edged(picture, look, palette)
    band = pygame.Rect(inner.left, inner.top, round(inner.width * BAND), inner.height)
    _paint_band(picture, band, look, palette, UNDER_LETTERS if look.code else PATTERN)
    _write(picture, look.code, band, look, ink_on(palette.band[look.hue]))
    rest = pygame.Rect(band.right, inner.top, inner.width - band.width, inner.height)
    _write(picture, look.figure, rest, look, palette.ink)


def _write(picture: pygame.Surface, letters: str, room: pygame.Rect, look: Look, ink: Colour) -> None:
    """Letters in the middle of a room, narrower where they would not fit."""
    text = written(letters, Style(round(look.size * LETTERS * FINER), ink, Weight.STRONG))
    most = room.width - AIR * FINER
    if text.get_width() > most:
        text = pygame.transform.smoothscale(text, (most, text.get_height()))
    picture.blit(text, (room.centerx - text.get_width() / 2, room.centery - text.get_height() / 2))


def paint_pip(picture: pygame.Surface, look: Look, palette: Palette) -> None:
    """The band of its camp alone."""
    _paint_band(picture, _edged(picture, look, palette), look, palette, PATTERN)


def _edged(picture: pygame.Surface, look: Look, palette: Palette) -> pygame.Rect:
    """An empty counter with its edge; what lies inside that."""
    rim, radius = max(3, round(FINER * look.size / RIM)), round(look.size * RADIUS * FINER)
    pygame.draw.rect(picture, palette.ink, picture.get_rect(), border_radius=radius)
    inner = picture.get_rect().inflate(-2 * rim, -2 * rim)
    pygame.draw.rect(picture, palette.counter[look.hue], inner, border_radius=max(0, radius - rim))
    return inner


def _paint_band(picture: pygame.Surface, rect: pygame.Rect, look: Look, palette: Palette, light: float) -> None:
    band, colour = pygame.Surface(rect.size), palette.band[look.hue]
    band.fill(colour)
    PATTERNS[look.hue](band, mixed(colour, WHITE, light))
    picture.blit(band, rect)
