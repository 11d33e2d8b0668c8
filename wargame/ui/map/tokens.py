"""The look of the map in one place: colours, widths, sizes. Lengths are at interface scale 1 unless they say km."""

from __future__ import annotations

from dataclasses import dataclass, field

from wargame.ui.map.camps import Hue

Colour = tuple[int, int, int]

__all__ = ["DEFAULT", "Colour", "Palette", "mixed", "shaded"]


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
    land: dict[Hue, Colour] = field(
        default_factory=lambda: {
            Hue.COUNCIL: (166, 186, 204),
            Hue.COUNCILS: (136, 165, 192),
            Hue.SECOND_COUNCIL: (146, 188, 178),
            Hue.THIRD_COUNCIL: (156, 186, 150),
            Hue.LEADERSHIP: (202, 141, 126),
            Hue.SECOND_LEADERSHIP: (228, 208, 138),
            Hue.THIRD_LEADERSHIP: (176, 148, 188),
            Hue.NEUTRAL: (202, 198, 172),
        }
    )
    counter: dict[Hue, Colour] = field(
        default_factory=lambda: {
            Hue.COUNCIL: (196, 216, 236),
            Hue.COUNCILS: (166, 200, 232),
            Hue.SECOND_COUNCIL: (164, 218, 206),
            Hue.THIRD_COUNCIL: (186, 218, 174),
            Hue.LEADERSHIP: (236, 166, 154),
            Hue.SECOND_LEADERSHIP: (248, 228, 148),
            Hue.THIRD_LEADERSHIP: (212, 186, 224),
            Hue.NEUTRAL: (216, 216, 196),
        }
    )
    band: dict[Hue, Colour] = field(
        default_factory=lambda: {
            Hue.COUNCIL: (74, 106, 142),
            Hue.COUNCILS: (28, 66, 118),
            Hue.SECOND_COUNCIL: (20, 104, 94),
            Hue.THIRD_COUNCIL: (58, 100, 46),
            Hue.LEADERSHIP: (136, 34, 28),
            Hue.SECOND_LEADERSHIP: (128, 94, 8),
            Hue.THIRD_LEADERSHIP: (96, 58, 118),
            Hue.NEUTRAL: (90, 88, 70),
        }
    )
    threat: tuple[Colour, ...] = ((226, 218, 196), (226, 178, 122), (204, 110, 78), (150, 44, 48), (92, 18, 38))
    observer: Colour = (120, 160, 196)
    supply: tuple[Colour, ...] = ((120, 40, 44), (206, 116, 76), (224, 196, 120), (172, 190, 148), (134, 168, 140))


DEFAULT = Palette()


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """So much of the way from one colour to the other, 0 to 1."""
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))  # type: ignore[return-value]


def shaded(colour: Colour, factor: float) -> Colour:
    """Lighter (above 1) or darker."""
    return tuple(min(255, round(part * factor)) for part in colour)  # type: ignore[return-value]
