"""Colours by what they are for, in two palettes, and the mark of each side: colour, pattern and letter.

Sides never differ by colour alone. In both palettes they also differ in lightness, so that they stay apart in grey.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

Colour = tuple[int, int, int]  # red, green, blue, 0 to 255


class Tone(Enum):
    """What a colour is for."""

    __hash__ = object.__hash__  # looked up thousands of times a frame; a member is equal to itself alone

    GROUND = "behind everything"
    PANEL = "a panel"
    RAISED = "a button or a card on a panel"
    HOVER = "a raised thing under the pointer"
    SUNKEN = "a field, a track or a list in a panel"
    LINE = "borders and rules"
    GRID = "grid lines of a chart, stripes of a list"
    TEXT = "text"
    DIM = "text of less weight"
    FAINT = "placeholders, what cannot be used"
    ACCENT = "the main action, the chosen"
    ACCENT_HOVER = "the main action under the pointer"
    ACCENT_SOFT = "a chosen row"
    ON_ACCENT = "text on accent, danger or a badge"
    LINK = "a link"
    FOCUS = "the ring around what has the keyboard"
    GOOD = "good"
    WARN = "worth a look"
    BAD = "bad"
    SHADOW = "shadows"
    NATO = "side of NATO"
    EU = "side of the EU"
    RUSSIA = "side of Russia"
    UKRAINE = "side of Ukraine"
    NEUTRAL = "no side"
    SERIES_1 = "first line of a chart"
    SERIES_2 = "second line"
    SERIES_3 = "third line"
    SERIES_4 = "fourth line"
    SERIES_5 = "fifth line"
    SERIES_6 = "sixth line"


class Pattern(Enum):
    """What is drawn over a colour, so that it can be told without it."""

    PLAIN = "plain"
    RISING = "lines that rise to the right"
    FALLING = "lines that fall to the right"
    DOTS = "dots"
    CROSS = "lines both ways"
    LEVEL = "level lines"


class PaletteName(Enum):
    """The palettes that can be chosen."""

    DEFAULT = "default"
    COLOUR_BLIND = "colour-blind"


@dataclass(frozen=True)
class SideMark:
    """How a side is shown."""

    tone: Tone
    pattern: Pattern
    letter: str


@dataclass(frozen=True)
class Palette:
    """A colour for every tone."""

    name: PaletteName
    colours: Mapping[Tone, Colour]


SIDE_MARKS: Mapping[str, SideMark] = {
    "nato": SideMark(Tone.NATO, Pattern.RISING, "N"),
    "eu": SideMark(Tone.EU, Pattern.DOTS, "E"),
    "russia": SideMark(Tone.RUSSIA, Pattern.FALLING, "R"),
    "ukraine": SideMark(Tone.UKRAINE, Pattern.CROSS, "U"),
}
NO_SIDE = SideMark(Tone.NEUTRAL, Pattern.PLAIN, "–")


def side_mark(side: str) -> SideMark:
    """Mark of a side by its id in a scenario; a side without one is shown as none."""
    return SIDE_MARKS.get(side, NO_SIDE)


def colour_of(code: str) -> Colour:
    """Colour of a code such as `#3d8bd4`."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mixed(first: Colour, second: Colour, share: float) -> Colour:
    """Colour between two: `share` 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


_SHARED: Mapping[Tone, str] = {
    Tone.GROUND: "#0a1017",
    Tone.PANEL: "#111a24",
    Tone.RAISED: "#1b2836",
    Tone.HOVER: "#263647",
    Tone.SUNKEN: "#0b121a",
    Tone.LINE: "#2a3a4b",
    Tone.GRID: "#182430",
    Tone.TEXT: "#e3ebf3",
    Tone.DIM: "#9db0c3",
    Tone.FAINT: "#72879c",
    Tone.ACCENT: "#2772c3",
    Tone.ACCENT_HOVER: "#3683da",
    Tone.ACCENT_SOFT: "#1a3552",
    Tone.ON_ACCENT: "#ffffff",
    Tone.LINK: "#74b8ff",
    Tone.FOCUS: "#ffd166",
    Tone.SHADOW: "#000000",
}
_DEFAULT: Mapping[Tone, str] = {
    Tone.GOOD: "#43b581",
    Tone.WARN: "#e3a93c",
    Tone.BAD: "#e0604f",
    Tone.NATO: "#3f86d8",
    Tone.EU: "#a9b4f5",
    Tone.RUSSIA: "#b5382f",
    Tone.UKRAINE: "#f2dc5d",
    Tone.NEUTRAL: "#3c4753",
    Tone.SERIES_1: "#5aa9f2",
    Tone.SERIES_2: "#e8964a",
    Tone.SERIES_3: "#55c08f",
    Tone.SERIES_4: "#e06c8b",
    Tone.SERIES_5: "#b79af0",
    Tone.SERIES_6: "#d9cf6a",
}
_COLOUR_BLIND: Mapping[Tone, str] = {
    Tone.GOOD: "#56b4e9",
    Tone.WARN: "#f0e442",
    Tone.BAD: "#d55e00",
    Tone.NATO: "#2b8fd2",
    Tone.EU: "#8fd0f5",
    Tone.RUSSIA: "#a8480a",
    Tone.UKRAINE: "#f8ef7e",
    Tone.NEUTRAL: "#3c4753",
    Tone.SERIES_1: "#56b4e9",
    Tone.SERIES_2: "#e69f00",
    Tone.SERIES_3: "#009e73",
    Tone.SERIES_4: "#cc79a7",
    Tone.SERIES_5: "#f0e442",
    Tone.SERIES_6: "#d55e00",
}
PALETTES: Mapping[PaletteName, Palette] = {
    name: Palette(name, {tone: colour_of(code) for tone, code in {**_SHARED, **own}.items()})
    for name, own in ((PaletteName.DEFAULT, _DEFAULT), (PaletteName.COLOUR_BLIND, _COLOUR_BLIND))
}
SERIES_TONES = (Tone.SERIES_1, Tone.SERIES_2, Tone.SERIES_3, Tone.SERIES_4, Tone.SERIES_5, Tone.SERIES_6)
