"""Counters: the card of a formation or of a stack, drawn once for each look and kept."""

from __future__ import annotations

from functools import lru_cache

import pygame

from wargame.ui.map.chips import paint_chip, paint_pip
from wargame.ui.map.fonts import Style, Weight, written
from wargame.ui.map.looks import BADGE, MOST_CARDS, SLIDE, Form, Look, extent
from wargame.ui.map.patterns import FINER, PATTERNS, averaged
from wargame.ui.map.symbols import SYMBOLS, Frame
from wargame.ui.map.tokens import Colour, Palette, ink_on, mixed, shaded

OPAQUE = 255
KEPT = 500  # cards kept at once
BAND = 0.31  # share of a card's height that its band of colour takes
CODE, FIGURE = 0.26, 0.29  # sizes of the letters on the band and of the strength, shares of a card's size
SYMBOL = (0.2, 0.36, 0.6, 0.32)  # left, top, width and height of the symbol, shares of a card's size
FIGURE_AT = 0.845  # share of a card's height at which the middle of the strength stands
SHADOW = 3  # px that a card's shadow stands out
RING = 1.3  # px at interface scale 1, of each of the two rings round a place without ground
TOWN = 6  # px at interface scale 1, of the mark of a town


@lru_cache(maxsize=KEPT)
def card(look: Look, palette: Palette) -> pygame.Surface:
    """The picture of a counter; of a card with the cards below it. Larger than its extent by the shadow."""
    width, height = extent(look)
    whole = pygame.Surface((width + SHADOW, height + SHADOW), pygame.SRCALPHA)
    if look.form is Form.CARD:
        _paint_card(whole, look, palette)
    else:
        whole.blit(_shadow((width, height), look.size), (0, 0))
        paint = paint_chip if look.form is Form.CHIP else paint_pip
        whole.blit(averaged((width, height), lambda picture: paint(picture, look, palette)), (0, 0))
    drawn = whole.convert_alpha()
    drawn.set_alpha(OPAQUE, pygame.RLEACCEL)  # counters are mostly opaque or empty: drawn three times as fast
    return drawn


def _paint_card(whole: pygame.Surface, look: Look, palette: Palette) -> None:
    width, height = extent(look)
    top = height - look.size
    step = round(look.size * SLIDE)
    for below in range(min(look.number, MOST_CARDS) - 1, 0, -1):
        whole.blit(_blank(look, palette), (step * below, top - step * below))
    whole.blit(_shadow((look.size, look.size), look.size), (0, top))
    whole.blit(_face(look, palette), (0, top))
    if look.number > 1:
        badge = _badge(look, palette)
        whole.blit(badge, (width - badge.get_width(), 0))


@lru_cache(maxsize=8)
def dot(ui: float, palette: Palette) -> pygame.Surface:
    """The mark of a town."""
    size = round(TOWN * ui)

    def paint(picture: pygame.Surface) -> None:
        middle = picture.get_rect().center
        pygame.draw.circle(picture, palette.name, middle, size * FINER // 2)
        pygame.draw.circle(picture, palette.name_rim, middle, round(size * FINER / 3.4))

    return averaged((size, size), paint).convert_alpha()


def disc(size: int, colour: Colour, ui: float, palette: Palette) -> pygame.Surface:
    """The mark of a place that has no ground on the map: a disc in the colour of its land in a ring like an atoll's."""

    def paint(picture: pygame.Surface) -> None:
        middle, radius, line = picture.get_rect().center, size * FINER / 2, round(RING * ui * FINER)
        pygame.draw.circle(picture, palette.country, middle, radius)
        pygame.draw.circle(picture, palette.name_rim, middle, radius - line)
        pygame.draw.circle(picture, mixed(colour, palette.name_rim, 0.1), middle, radius - 2 * line)

    return averaged((size, size), paint).convert_alpha()


def forget_cards() -> None:
    """Before pygame ends."""
    card.cache_clear()
    dot.cache_clear()


def _shadow(extent_px: tuple[int, int], size: int) -> pygame.Surface:
    def paint(picture: pygame.Surface) -> None:
        pygame.draw.rect(picture, (0, 0, 0, 90), picture.get_rect(), border_radius=round(size * 0.12 * FINER))

    return averaged((extent_px[0] + SHADOW, extent_px[1] + SHADOW), paint)


def _blank(look: Look, palette: Palette) -> pygame.Surface:
    """A lower card of a stack: what is seen of it is its edge."""

    def paint(picture: pygame.Surface) -> None:
        _card(picture, palette.ink, shaded(palette.counter[look.hue], 0.86), look.size)

    return averaged((look.size, look.size), paint)


def _face(look: Look, palette: Palette) -> pygame.Surface:
    def paint(picture: pygame.Surface) -> None:
        body, band = palette.counter[look.hue], palette.band[look.hue]
        _card(picture, palette.ink, body, look.size)
        _band(picture, look, band)
        side = look.size * FINER
        rect = pygame.Rect(*(round(side * share) for share in SYMBOL))
        pygame.draw.rect(picture, mixed(body, (255, 255, 255), 0.45), rect)
        frame = Frame(picture, rect, palette.ink, max(4, round(side * 0.034)))
        SYMBOLS[look.kind](frame)
        frame.border()
        text = written(look.figure, Style(round(side * FIGURE), palette.ink, Weight.STRONG))
        picture.blit(text, ((side - text.get_width()) / 2, side * FIGURE_AT - text.get_height() / 2))

    return averaged((look.size, look.size), paint)


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
    text = written(look.code, Style(round(side * CODE), ink_on(colour), Weight.STRONG))
    picture.blit(text, (rect.centerx - text.get_width() / 2, rect.centery - text.get_height() / 2))


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

    return averaged((size, size), paint)
