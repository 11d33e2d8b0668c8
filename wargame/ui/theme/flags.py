"""Flags of states in a few strokes: stripes, crosses and a mark, enough to tell one from another at the size of a letter.

Colours as the states' own laws give them, rounded to what a screen shows; emblems are left at a disc.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import pygame
from pygame import Rect

from wargame.ui.theme.palette import Colour

NORDIC = 0.36  # how far along a Nordic cross stands
CROSS = 0.2  # width of a cross, of the height
DISC = 0.26  # radius of a mark, of the height
CANTON = (0.45, 0.54)  # width and height of a canton
TRIANGLE = 0.42  # how far a triangle reaches


class Cut(Enum):
    """How the field is cut."""

    ROWS = "rows"
    COLUMNS = "columns"
    NORDIC = "nordic cross"
    CENTRED = "centred cross"
    UNION = "union of crosses"


@dataclass(frozen=True)
class Flag:
    """Stripes with their weights, or a field with its crosses; then a mark, a canton, a triangle."""

    cut: Cut
    colours: tuple[str, ...]
    weights: tuple[int, ...] = ()
    disc: str = ""
    canton: str = ""
    triangle: str = ""


def _rows(*colours: str, weights: tuple[int, ...] = (), disc: str = "", canton: str = "", triangle: str = "") -> Flag:
    return Flag(Cut.ROWS, colours, weights, disc, canton, triangle)


def _columns(*colours: str, weights: tuple[int, ...] = (), disc: str = "") -> Flag:
    return Flag(Cut.COLUMNS, colours, weights, disc)


FLAGS: dict[str, Flag] = {
    "ALB": _rows("e41e20", disc="111111"),
    "ARM": _rows("d90012", "0033a0", "f2a800"),
    "AUT": _rows("ed2939", "ffffff", "ed2939"),
    "AZE": _rows("0092bc", "e4002b", "00af66", disc="ffffff"),
    "BEL": _columns("111111", "fae042", "ed2939"),
    "BGR": _rows("ffffff", "00966e", "d62612"),
    "BIH": _rows("002395", disc="fecb00"),
    "BLR": _rows("c8313e", "4aa657", weights=(2, 1)),
    "CAN": _columns("d80621", "ffffff", "d80621", weights=(1, 2, 1), disc="d80621"),
    "CHE": Flag(Cut.CENTRED, ("d52b1e", "ffffff")),
    "CYP": _rows("ffffff", disc="d57800"),
    "CZE": _rows("ffffff", "d7141a", triangle="11457e"),
    "DEU": _rows("111111", "dd0000", "ffce00"),
    "DNK": Flag(Cut.NORDIC, ("c60c30", "ffffff")),
    "ESP": _rows("aa151b", "f1bf00", "aa151b", weights=(1, 2, 1)),
    "EST": _rows("0072ce", "111111", "ffffff"),
    "FIN": Flag(Cut.NORDIC, ("ffffff", "003580")),
    "FRA": _columns("002395", "ffffff", "ed2939"),
    "GBR": Flag(Cut.UNION, ("012169", "ffffff", "c8102e")),
    "GEO": Flag(Cut.CENTRED, ("ffffff", "e8112d")),
    "GRC": _rows("0d5eaf", "ffffff", "0d5eaf", "ffffff", "0d5eaf", canton="0d5eaf"),
    "HRV": _rows("e8112d", "ffffff", "171796", disc="e8112d"),
    "HUN": _rows("cd2a3e", "ffffff", "436f4d"),
    "IRL": _columns("169b62", "ffffff", "ff883e"),
    "ISL": Flag(Cut.NORDIC, ("02529c", "ffffff", "dc1e35")),
    "ITA": _columns("009246", "ffffff", "ce2b37"),
    "LTU": _rows("fdb913", "006a44", "c1272d"),
    "LUX": _rows("ed2939", "ffffff", "00a1de"),
    "LVA": _rows("9d2235", "ffffff", "9d2235", weights=(2, 1, 2)),
    "MDA": _columns("0046ae", "ffd200", "cc092f"),
    "MKD": _rows("d20000", disc="ffe600"),
    "MLT": _columns("ffffff", "cf142b"),
    "MNE": _rows("c40308", disc="d3ae3b"),
    "NLD": _rows("ae1c28", "ffffff", "21468b"),
    "NOR": Flag(Cut.NORDIC, ("ba0c2f", "ffffff", "00205b")),
    "POL": _rows("ffffff", "dc143c"),
    "PRT": _columns("006600", "e8112d", weights=(2, 3), disc="ffe900"),
    "ROU": _columns("002b7f", "fcd116", "ce1126"),
    "RUS": _rows("ffffff", "0039a6", "d52b1e"),
    "SRB": _rows("c6363c", "0c4076", "ffffff"),
    "SVK": _rows("ffffff", "0b4ea2", "ee1c25", disc="ee1c25"),
    "SVN": _rows("ffffff", "005da4", "ed1c24", disc="003a7d"),
    "SWE": Flag(Cut.NORDIC, ("006aa7", "fecc00")),
    "TUR": _rows("e30a17", disc="ffffff"),
    "UKR": _rows("0057b7", "ffd700"),
    "USA": _rows("b22234", "ffffff", "b22234", "ffffff", "b22234", "ffffff", "b22234", canton="3c3b6e"),
    "XKX": _rows("244aa5", disc="d0a650"),
}


def draw_flag(surface: pygame.Surface, rect: Rect, state: str, plain: Colour) -> None:
    """Draw the flag of a state (its three letters) into a rectangle; a state without one gets a plain field."""
    flag = FLAGS.get(state)
    if flag is None:
        surface.fill(plain, rect)
        return
    match flag.cut:
        case Cut.ROWS | Cut.COLUMNS:
            _draw_stripes(surface, rect, flag)
        case Cut.NORDIC:
            _draw_crosses(surface, rect, flag, NORDIC)
        case Cut.CENTRED:
            _draw_crosses(surface, rect, flag, 0.5)
        case Cut.UNION:
            _draw_union(surface, rect, flag)
    _draw_marks(surface, rect, flag)


def _ink(colour: str) -> pygame.Color:
    return pygame.Color(f"#{colour}")


def _draw_stripes(surface: pygame.Surface, rect: Rect, flag: Flag) -> None:
    weights = flag.weights or (1,) * len(flag.colours)
    length = rect.h if flag.cut is Cut.ROWS else rect.w
    done = 0
    for colour, weight in zip(flag.colours, weights, strict=True):
        start, done = done, done + weight
        first, last = (round(length * part / sum(weights)) for part in (start, done))
        if flag.cut is Cut.ROWS:
            surface.fill(_ink(colour), Rect(rect.x, rect.y + first, rect.w, last - first))
        else:
            surface.fill(_ink(colour), Rect(rect.x + first, rect.y, last - first, rect.h))


def _draw_crosses(surface: pygame.Surface, rect: Rect, flag: Flag, along: float) -> None:
    surface.fill(_ink(flag.colours[0]), rect)
    width = CROSS if len(flag.colours) == 2 else CROSS * 1.5
    for colour in flag.colours[1:]:
        _draw_cross(surface, rect, _ink(colour), max(1, round(rect.h * width)), along)
        width /= 2.2


def _draw_cross(surface: pygame.Surface, rect: Rect, colour: pygame.Color, wide: int, along: float) -> None:
    upright = Rect(0, rect.y, wide, rect.h)
    upright.centerx = rect.x + round(rect.w * along)
    lying = Rect(rect.x, 0, rect.w, wide)
    lying.centery = rect.centery
    surface.fill(colour, upright)
    surface.fill(colour, lying)


def _draw_union(surface: pygame.Surface, rect: Rect, flag: Flag) -> None:
    field, white, red = map(_ink, flag.colours)
    surface.fill(field, rect)
    thick = max(1, round(rect.h * CROSS))
    inner = rect.inflate(-1, -1)
    for colour, width in ((white, thick), (red, max(1, thick // 3))):
        pygame.draw.line(surface, colour, inner.topleft, inner.bottomright, width)
        pygame.draw.line(surface, colour, inner.bottomleft, inner.topright, width)
    for colour, width in ((white, max(3, round(thick * 1.5))), (red, max(1, thick))):
        _draw_cross(surface, rect, colour, width, 0.5)


def _draw_marks(surface: pygame.Surface, rect: Rect, flag: Flag) -> None:
    if flag.canton:
        size = round(rect.w * CANTON[0]), round(rect.h * CANTON[1])
        surface.fill(_ink(flag.canton), Rect(rect.topleft, size))
    if flag.triangle:
        tip = (rect.x + round(rect.w * TRIANGLE), rect.centery)
        pygame.draw.polygon(surface, _ink(flag.triangle), [rect.topleft, tip, (rect.x, rect.bottom - 1)])
    if flag.disc:
        pygame.draw.circle(surface, _ink(flag.disc), rect.center, max(2, round(rect.h * DISC)))
