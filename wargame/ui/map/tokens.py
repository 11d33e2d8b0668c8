"""The look of the map in one place: colours, widths, sizes. Lengths are at interface scale 1 unless they say km."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache

from wargame.ui.map.camps import Hue
from wargame.ui.map.marks import HUE_MARKS
from wargame.ui.theme.palette import PALETTES, PaletteName

Colour = tuple[int, int, int]

__all__ = ["DEFAULT", "Colour", "Palette", "ink_on", "mixed", "name_on", "palette_of", "shaded", "side_colours"]

PAPER: Colour = (216, 210, 196)  # what the land is printed on
CARD: Colour = (250, 249, 245)
CARD_LIGHT = 0.66  # share of card in the colour of a counter
LAND_PAPER = dict.fromkeys(Hue, 0.58) | {Hue.COUNCIL: 0.7, Hue.NEUTRAL: 0.9}  # share of paper in the colour of land
LUMINANCE = (0.2126, 0.7152, 0.0722)  # weight of red, green and blue in lightness
GAMMA = 2.2  # of a screen: how its light grows with the number of a colour
FLARE = 0.05  # light that every screen gives back, in the ratio of WCAG 2
READABLE = 150  # lightness, 0 to 255, from which on black letters are read better than white ones
DARK_INK: Colour = (20, 24, 32)
WHITE_INK: Colour = (255, 255, 255)


@dataclass(frozen=True, eq=False)
class Palette:
    """The colours of a map. Compared by identity, so that pictures can be kept by it."""

    table: Colour = (19, 25, 33)  # what the sheet lies on
    sheet_edge: Colour = (122, 108, 74)
    sea_deep: Colour = (56, 88, 120)
    sea_shallow: Colour = (132, 172, 198)
    surf: Colour = (206, 226, 236)
    lake: Colour = (98, 138, 168)
    river: Colour = (84, 122, 154)
    context: Colour = (170, 165, 154)
    coast: Colour = (38, 54, 72)
    province: Colour = (62, 52, 46)
    country: Colour = (44, 34, 30)
    zone: Colour = (218, 232, 242)  # limits of sea zones
    front: Colour = (150, 24, 24)  # where what is held ends and is no border of law
    name: Colour = (36, 31, 28)
    name_rim: Colour = (246, 242, 232)
    sea_name: Colour = (222, 234, 244)
    sea_rim: Colour = (44, 72, 102)
    panel: Colour = (22, 29, 38)
    panel_edge: Colour = (122, 108, 74)
    title: Colour = (232, 216, 168)
    text: Colour = (222, 226, 230)
    quiet: Colour = (150, 160, 170)
    ink: Colour = (22, 24, 28)  # symbols
    land: dict[Hue, Colour] = field(default_factory=lambda: _lands(PaletteName.DEFAULT))
    counter: dict[Hue, Colour] = field(default_factory=lambda: _counters(PaletteName.DEFAULT))
    band: dict[Hue, Colour] = field(default_factory=lambda: side_colours(PaletteName.DEFAULT))
    threat: tuple[Colour, ...] = ((226, 218, 196), (226, 178, 122), (204, 110, 78), (150, 44, 48), (92, 18, 38))
    observer: Colour = (112, 142, 112)  # land of the state whose feelings are shown; no water has it, nor the scale
    supply: tuple[Colour, ...] = ((120, 40, 44), (206, 116, 76), (224, 196, 120), (172, 190, 148), (134, 168, 140))


def side_colours(name: PaletteName) -> dict[Hue, Colour]:
    """The colour of each camp: that of its mark in the palette of the window."""
    return {hue: PALETTES[name].colours[mark.tone] for hue, mark in HUE_MARKS.items()}


def _lands(name: PaletteName) -> dict[Hue, Colour]:
    """Land is the colour of its side on paper."""
    return {hue: mixed(colour, PAPER, LAND_PAPER[hue]) for hue, colour in side_colours(name).items()}


def _counters(name: PaletteName) -> dict[Hue, Colour]:
    """Cards are lighter than the land they lie on."""
    return {hue: mixed(colour, CARD, CARD_LIGHT) for hue, colour in side_colours(name).items()}


def ink_on(colour: Colour) -> Colour:
    """White or black letters, whichever can be read on a colour."""
    light = sum(weight * part for weight, part in zip(LUMINANCE, colour, strict=True))
    return DARK_INK if light > READABLE else WHITE_INK


def name_on(palette: Palette, ground: Colour) -> tuple[Colour, Colour]:
    """The letters of a name and their rim, on land of a colour: the letters are whichever of the two stands out more."""
    dark, light = palette.name, palette.name_rim
    return (dark, light) if _contrast(dark, ground) >= _contrast(light, ground) else (light, dark)


def _contrast(one: Colour, other: Colour) -> float:
    """The ratio of the light of two colours, 1 or more (WCAG 2)."""
    low, high = sorted(
        sum(weight * math.pow(part / 255, GAMMA) for weight, part in zip(LUMINANCE, colour, strict=True))
        for colour in (one, other)
    )
    return (high + FLARE) / (low + FLARE)


@cache
def palette_of(name: PaletteName) -> Palette:
    """The colours of a map beside a window of this palette."""
    return Palette(land=_lands(name), counter=_counters(name), band=side_colours(name))


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """So much of the way from one colour to the other, 0 to 1."""
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))  # type: ignore[return-value]


def shaded(colour: Colour, factor: float) -> Colour:
    """Lighter (above 1) or darker."""
    return tuple(min(255, round(part * factor)) for part in colour)  # type: ignore[return-value]


DEFAULT = palette_of(PaletteName.DEFAULT)
