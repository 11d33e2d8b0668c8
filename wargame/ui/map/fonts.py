"""The letters of the game, from files shipped with it: no picture depends on what a machine has installed."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

import pygame

from wargame.store.paths import assets_folder
from wargame.ui.map.tokens import Colour

SMALLEST = 8  # px: below this nothing can be read
OPAQUE = 255
WORDS, NAMES = 250, 800  # pictures of words and of names kept at once
RIM = 130  # 0..255, of the light round a word, at each of eight places
RIM_SHARE = 20  # of the size of letters, one part is how far the light reaches
AROUND = (
    (0, 0),
    (2, 0),
    (0, 2),
    (2, 2),
    (1, 0),
    (1, 2),
    (0, 1),
    (2, 1),
)  # steps from the corner of a square to its rim
LAST_LATIN = "\u024f"  # the last letter that the condensed face has


class Weight(Enum):
    """The weights that are shipped."""

    MEDIUM = 500
    STRONG = 600


class Style(NamedTuple):
    """How a word is written. `spacing` is extra room between letters in px, `rim` a light round them, `opacity` 0 to 255."""

    size: int  # px
    colour: Colour
    weight: Weight = Weight.MEDIUM
    rim: Colour | None = None
    spacing: int = 0
    opacity: int = OPAQUE


class Name(NamedTuple):
    """A picture of a name, cut to what of it can be seen, and how far that lies inside the room of the name, px."""

    picture: pygame.Surface
    inset: tuple[int, int]


FILES = {
    Weight.MEDIUM: ("BarlowCondensed-500.ttf", "Inter-Medium.otf"),
    Weight.STRONG: ("BarlowCondensed-600.ttf", "Inter-SemiBold.otf"),
}
"""By weight: the condensed face of the map, and the wider one that also knows Greek and Cyrillic."""


def font(text: str, size: int, weight: Weight) -> pygame.font.Font:
    """The font that a text is written in, by the height of its letters in px."""
    return _font(FILES[weight][is_beyond_latin(text)], max(SMALLEST, size))


@lru_cache(maxsize=24)
def _font(file: str, size: int) -> pygame.font.Font:
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(str(assets_folder() / "fonts" / file), size)


def is_beyond_latin(text: str) -> bool:
    """A text has letters that the condensed face does not know."""
    return any(letter > LAST_LATIN and letter.isalpha() for letter in text)


def forget_fonts() -> None:
    """Before pygame ends: a font does not outlive it."""
    _font.cache_clear()
    written.cache_clear()
    lettered.cache_clear()


def width(text: str, style: Style) -> int:
    """How wide a word comes out, without its rim, px."""
    return font(text, style.size, style.weight).size(printable(text))[0] + style.spacing * max(0, len(text) - 1)


@lru_cache(maxsize=WORDS)
def written(text: str, style: Style) -> pygame.Surface:
    """A picture of a word on a panel or a counter, as high as any of its letters could be; it has no rim, and is opaque."""
    return _face(printable(text), style, style.colour)


@lru_cache(maxsize=NAMES)
def lettered(text: str, style: Style) -> Name:
    """A name on the map, with its rim. It is cut: a third of its room is empty, and would take memory and time in each frame."""
    face = _face(printable(text), style, style.colour)
    inked = face.get_bounding_rect()
    rim = rim_of(style)
    picture = pygame.Surface((inked.width + 2 * rim, inked.height + 2 * rim), pygame.SRCALPHA)
    if style.rim is not None:
        _draw_rim(picture, _face(printable(text), style, style.rim).subsurface(inked), rim)
    picture.blit(face, (rim, rim), inked)
    if style.opacity < OPAQUE:
        picture.fill((OPAQUE, OPAQUE, OPAQUE, style.opacity), special_flags=pygame.BLEND_RGBA_MULT)
    return Name(picture, inked.topleft)


def _draw_rim(picture: pygame.Surface, light: pygame.Surface, rim: int) -> None:
    """A light of letters round where they will stand."""
    light.fill((OPAQUE, OPAQUE, OPAQUE, RIM), special_flags=pygame.BLEND_RGBA_MULT)
    for reach in range(1, rim + 1):
        for across, down in AROUND:
            picture.blit(light, (rim - reach + across * reach, rim - reach + down * reach))


def rim_of(style: Style) -> int:
    """How far the rim of a word stands out, px; it grows with the letters."""
    return 0 if style.rim is None else max(1, round(style.size / RIM_SHARE))


def printable(text: str) -> str:
    """What can be drawn: a letter without width alone, or one that no font knows what to do with, stops pygame."""
    kept = "".join(letter for letter in text if letter.isprintable())
    return kept if kept.strip() else " "


def _face(text: str, style: Style, colour: Colour) -> pygame.Surface:
    drawn = font(text, style.size, style.weight)
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
