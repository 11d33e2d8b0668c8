"""The letters of the game, from files shipped with it: no picture depends on what a machine has installed."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

import pygame

from wargame.store.paths import assets_folder
from wargame.ui.map.tokens import Colour

SMALLEST = 8  # px: below this nothing can be read
ROOM = 800  # pictures of words kept at once
RIM = 130  # 0..255, of the light round a word, at each of eight places


class Weight(Enum):
    """The weights that are shipped."""

    MEDIUM = 500
    STRONG = 600


class Style(NamedTuple):
    """How a word is written. `spacing` is extra room between letters in px, `rim` a light round them."""

    size: int  # px
    colour: Colour
    weight: Weight = Weight.MEDIUM
    rim: Colour | None = None
    spacing: int = 0


@lru_cache(maxsize=16)
def font(size: int, weight: Weight) -> pygame.font.Font:
    """A font by the height of its letters in px."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(str(assets_folder() / "fonts" / f"BarlowCondensed-{weight.value}.ttf"), max(SMALLEST, size))


def forget_fonts() -> None:
    """Before pygame ends: a font does not outlive it."""
    font.cache_clear()
    written.cache_clear()


def width(text: str, style: Style) -> int:
    """How wide a word comes out, without its rim, px."""
    return font(style.size, style.weight).size(printable(text))[0] + style.spacing * max(0, len(text) - 1)


@lru_cache(maxsize=ROOM)
def written(text: str, style: Style) -> pygame.Surface:
    """A picture of a word."""
    face = _face(printable(text), style, style.colour)
    if style.rim is None:
        return face
    light = _face(printable(text), style, style.rim)
    light.fill((255, 255, 255, RIM), special_flags=pygame.BLEND_RGBA_MULT)
    whole = pygame.Surface((face.get_width() + 2, face.get_height() + 2), pygame.SRCALPHA)
    for x, y in ((0, 0), (2, 0), (0, 2), (2, 2), (1, 0), (1, 2), (0, 1), (2, 1)):
        whole.blit(light, (x, y))
    whole.blit(face, (1, 1))
    return whole


def printable(text: str) -> str:
    """What can be drawn: a letter without width alone, or one that no font knows what to do with, stops pygame."""
    kept = "".join(letter for letter in text if letter.isprintable())
    return kept if kept.strip() else " "


def _face(text: str, style: Style, colour: Colour) -> pygame.Surface:
    drawn = font(style.size, style.weight)
    if not style.spacing:
        return drawn.render(text, True, colour).convert_alpha()
    letters = [drawn.render(letter, True, colour) for letter in text]
    size = sum(letter.get_width() for letter in letters) + style.spacing * (len(letters) - 1)
    row = pygame.Surface((size, letters[0].get_height()), pygame.SRCALPHA)
    at = 0
    for letter in letters:
        row.blit(letter, (at, 0))
        at += letter.get_width() + style.spacing
    return row
