"""Counters: the card of a formation or of a stack, drawn once for each look and kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import pygame

from wargame.model.codes import Kind
from wargame.ui.map.camps import Hue
from wargame.ui.map.fonts import Style, Weight, written
from wargame.ui.map.marks import HUE_MARKS
from wargame.ui.map.symbols import SYMBOLS, Frame
from wargame.ui.map.tokens import Colour, Palette, ink_on, mixed, shaded
from wargame.ui.theme.palette import Pattern

OPAQUE = 255
FINER = 4  # times too large in each direction, then averaged
KEPT = 500  # cards kept at once
BAND = 0.27  # share of a card's height that its band of colour takes
SHADOW = 3  # px that a card's shadow stands out
SLIDE = 0.09  # share of its size by which each lower card of a stack stands out
MOST_CARDS = 3  # that are seen of a stack
BADGE = 0.42  # share of a card's size
TOWN = 6  # px at interface scale 1, of the mark of a town
LEAST_FIGURE = 26  # px: on a smaller card the figure could not be read


class Look(NamedTuple):
    """All that makes one card look different from another."""

    kind: Kind
    hue: Hue
    code: str  # whose
    figure: str  # strength, brigades
    number: int  # of formations in the stack
    size: int  # px


def figure_of(strength: int) -> str:
    """A strength of 1/1000 brigade as a card says it."""
    brigades = strength / 1000
    return f"{brigades:.1f}" if brigades < 10 else f"{brigades:.0f}"


def slide(look: Look) -> int:
    """How far the cards below stand out to the right and up, px."""
    return round(look.size * SLIDE) * (min(look.number, MOST_CARDS) - 1)


def extent(look: Look) -> tuple[int, int]:
    """Width and height of the card with what stands out below it, px; without the shadow."""
    out = slide(look)
    badge = round(look.size * BADGE / 3) if look.number > 1 else 0
    return look.size + out + badge, look.size + out + badge


@lru_cache(maxsize=KEPT)
def card(look: Look, palette: Palette) -> pygame.Surface:
    """The picture of a counter, with the cards below it and its shadow; larger than its extent by the shadow."""
    width, height = extent(look)
    whole = pygame.Surface((width + SHADOW, height + SHADOW), pygame.SRCALPHA)
    top = height - look.size
    step = round(look.size * SLIDE)
    for below in range(min(look.number, MOST_CARDS) - 1, 0, -1):
        whole.blit(_blank(look, palette), (step * below, top - step * below))
    whole.blit(_shadow(look.size), (0, top))
    whole.blit(_face(look, palette), (0, top))
    if look.number > 1:
        badge = _badge(look, palette)
        whole.blit(badge, (width - badge.get_width(), 0))
    drawn = whole.convert_alpha()
    drawn.set_alpha(OPAQUE, pygame.RLEACCEL)  # cards are mostly opaque or empty: drawn three times as fast
    return drawn


@lru_cache(maxsize=8)
def dot(ui: float, palette: Palette) -> pygame.Surface:
    """The mark of a town."""
    size = round(TOWN * ui)

    def paint(picture: pygame.Surface) -> None:
        middle = picture.get_rect().center
        pygame.draw.circle(picture, palette.name, middle, size * FINER // 2)
        pygame.draw.circle(picture, palette.name_rim, middle, round(size * FINER / 3.4))

    return _averaged((size, size), paint).convert_alpha()


def forget_cards() -> None:
    """Before pygame ends."""
    card.cache_clear()
    dot.cache_clear()


def _shadow(size: int) -> pygame.Surface:
    def paint(picture: pygame.Surface) -> None:
        pygame.draw.rect(picture, (0, 0, 0, 90), picture.get_rect(), border_radius=round(size * 0.12 * FINER))

    return _averaged((size + SHADOW, size + SHADOW), paint)


def _blank(look: Look, palette: Palette) -> pygame.Surface:
    """A lower card of a stack: what is seen of it is its edge."""

    def paint(picture: pygame.Surface) -> None:
        _card(picture, palette.ink, shaded(palette.counter[look.hue], 0.86), look.size)

    return _averaged((look.size, look.size), paint)


def _face(look: Look, palette: Palette) -> pygame.Surface:
    def paint(picture: pygame.Surface) -> None:
        body, band = palette.counter[look.hue], palette.band[look.hue]
        _card(picture, palette.ink, body, look.size)
        _band(picture, look, band)
        side = look.size * FINER
        figured = look.size >= LEAST_FIGURE
        top, height = (0.33, 0.36) if figured else (0.36, 0.5)
        rect = pygame.Rect(round(side * 0.2), round(side * top), round(side * 0.6), round(side * height))
        pygame.draw.rect(picture, mixed(body, (255, 255, 255), 0.45), rect)
        frame = Frame(picture, rect, palette.ink, max(4, round(side * 0.034)))
        SYMBOLS[look.kind](frame)
        frame.border()
        if figured:
            style = Style(round(side * 0.25), palette.ink, Weight.STRONG)
            text = written(look.figure, style)
            picture.blit(text, ((side - text.get_width()) / 2, side * 0.84 - text.get_height() / 2))

    return _averaged((look.size, look.size), paint)


def _card(picture: pygame.Surface, edge: Colour, body: Colour, size: int) -> None:
    side, radius = size * FINER, round(size * 0.11 * FINER)
    rim = max(3, round(FINER * size / 36))
    pygame.draw.rect(picture, edge, (0, 0, side, side), border_radius=radius)
    pygame.draw.rect(picture, body, (rim, rim, side - 2 * rim, side - 2 * rim), border_radius=radius - rim)


def _band(picture: pygame.Surface, look: Look, colour: Colour) -> None:
    """The band of the camp: its colour, its pattern, and whose the formation is."""
    side, rim = look.size * FINER, max(3, round(FINER * look.size / 36))
    rect = pygame.Rect(rim, rim, side - 2 * rim, round(side * BAND) - rim)
    band = pygame.Surface(rect.size, pygame.SRCALPHA)
    band.fill(colour)
    PATTERNS[look.hue](band, shaded(mixed(colour, (255, 255, 255), 0.34), 1.0))
    radius = round(look.size * 0.11 * FINER) - rim
    shape = pygame.Surface(rect.size, pygame.SRCALPHA)
    outline = {"border_top_left_radius": radius, "border_top_right_radius": radius}
    pygame.draw.rect(shape, (255, 255, 255, 255), shape.get_rect(), **outline)
    band.blit(shape, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    picture.blit(band, rect)
    text = written(look.code, Style(round(side * 0.215), ink_on(colour), Weight.STRONG))
    picture.blit(text, (rect.centerx - text.get_width() / 2, rect.centery - text.get_height() / 2))


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


def _badge(look: Look, palette: Palette) -> pygame.Surface:
    """How many formations lie in a stack."""
    size = round(look.size * BADGE)

    def paint(picture: pygame.Surface) -> None:
        middle = picture.get_rect().center
        pygame.draw.circle(picture, palette.name_rim, middle, size * FINER // 2)
        pygame.draw.circle(
            picture, palette.band[look.hue], middle, round(size * FINER / 2 - FINER * max(1.0, size / 16))
        )
        letters = round(size * FINER * (0.78 if look.number < 10 else 0.66))
        text = written(str(look.number), Style(letters, ink_on(palette.band[look.hue]), Weight.STRONG))
        picture.blit(text, (middle[0] - text.get_width() / 2, middle[1] - text.get_height() / 2))

    return _averaged((size, size), paint)


def _averaged(size: tuple[int, int], paint: Callable[[pygame.Surface], None]) -> pygame.Surface:
    picture = pygame.Surface((size[0] * FINER, size[1] * FINER), pygame.SRCALPHA)
    paint(picture)
    return pygame.transform.smoothscale(picture, size)
