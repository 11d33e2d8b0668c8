"""Type: the styles of text, and text as pictures and sizes, cached.

Strings may come from files: what a font cannot draw (control characters, NUL, text without width) is replaced or
drawn as nothing, and never stops the game.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import pygame

from wargame.ui.theme.lru import Lru, one, surface_bytes
from wargame.ui.theme.palette import Colour

TEXT_BYTES = 16 << 20
SIZES_KEPT = 16384
SMALLEST_PIXELS = 7  # below this no letter can be told from another
ELLIPSIS = "…"
TIED = r"(?<=\d) (?=[%€])"  # the space between a figure and its sign: no line breaks there
PART = re.compile(rf"(?:\S|{TIED})+")


class Face(Enum):
    """A weight or slant of the one typeface."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"
    ITALIC = "Italic"


@dataclass(frozen=True, eq=False)
class TextStyle:
    """Size in logical units and face. The styles below are the only ones, so each is equal to itself alone."""

    size: int
    face: Face = Face.REGULAR


CAPTION = TextStyle(11, Face.SEMIBOLD)
SMALL = TextStyle(12, Face.MEDIUM)
BODY = TextStyle(14)
STRONG = TextStyle(14, Face.SEMIBOLD)
ITALIC = TextStyle(14, Face.ITALIC)
FIGURE = TextStyle(17, Face.SEMIBOLD)
HEADING = TextStyle(17, Face.SEMIBOLD)
TITLE = TextStyle(24, Face.BOLD)
DISPLAY = TextStyle(44, Face.BOLD)


def printable(text: str) -> str:
    """Text without line ends and other control characters, and without halves of surrogate pairs."""
    if text.isprintable():
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    match unicodedata.category(letter):
        case "Cc":
            return " "
        case "Cs":
            return "\ufffd"
        case _:
            return letter


class Typesetter:
    """Fonts of one scale; pictures and sizes of text are kept."""

    def __init__(self, folder: Path, percent: int) -> None:
        self._folder = folder
        self._percent = percent
        self._fonts: dict[TextStyle, pygame.font.Font] = {}
        self._pictures: Lru[tuple[str, TextStyle, Colour], pygame.Surface] = Lru(TEXT_BYTES, surface_bytes)
        self._widths: Lru[tuple[str, TextStyle], int] = Lru(SIZES_KEPT, one)
        self._cuts: Lru[tuple[str, TextStyle, int], str] = Lru(SIZES_KEPT, one)

    def font(self, style: TextStyle) -> pygame.font.Font:
        """Font of a style at this scale."""
        found = self._fonts.get(style)
        if found is None:
            pixels = max(SMALLEST_PIXELS, round(style.size * self._percent / 100))
            found = pygame.font.Font(str(self._folder / f"Inter-{style.face.value}.otf"), pixels)
            self._fonts[style] = found
        return found

    def width(self, text: str, style: TextStyle) -> int:
        """Width of a text in pixels."""
        return self._widths.get((text, style), lambda: self.font(style).size(printable(text))[0])

    def height(self, style: TextStyle) -> int:
        """Height of a line in pixels, from the highest to the lowest letter."""
        return self.font(style).get_height()

    def picture(self, text: str, style: TextStyle, colour: Colour) -> pygame.Surface:
        """Text as a picture with transparent ground."""
        return self._pictures.get((text, style, colour), lambda: self._drawn(text, style, colour))

    def cut(self, text: str, style: TextStyle, room: int) -> str:
        """Text as it is, or as much of it as fits in so many pixels with an ellipsis; empty where nothing does."""
        if self.width(text, style) <= room:
            return text
        return self._cuts.get((text, style, room), lambda: self._cut(text, style, room))

    def lines(self, text: str, style: TextStyle, room: int, most: int) -> list[str] | None:
        """Text on several lines, broken between words; None where it does not fit on so many."""
        found: list[str] = []
        for part in PART.findall(text):
            longer = f"{found[-1]} {part}" if found else part
            if found and self.width(longer, style) <= room:
                found[-1] = longer
            else:
                found.append(part)
        fits = len(found) <= most and all(self.width(line, style) <= room for line in found)
        return found if fits else None

    def _drawn(self, text: str, style: TextStyle, colour: Colour) -> pygame.Surface:
        try:
            return self.font(style).render(printable(text), True, colour)
        except pygame.error:  # the font finds no width, as in text of direction marks alone
            return pygame.Surface((1, self.height(style)), pygame.SRCALPHA)

    def _cut(self, text: str, style: TextStyle, room: int) -> str:
        shortest, longest = 0, len(text)
        while shortest < longest:
            middle = (shortest + longest + 1) // 2
            if self.width(text[:middle].rstrip() + ELLIPSIS, style) <= room:
                shortest = middle
            else:
                longest = middle - 1
        cut = text[:shortest].rstrip() + ELLIPSIS
        return cut if self.width(cut, style) <= room else ""
