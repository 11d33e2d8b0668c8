"""The towns that regions are named by: a dot where each lies, and near by its name beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wargame.ui.map.board import Site
from wargame.ui.map.counters import TOWN
from wargame.ui.map.fonts import Style, Weight
from wargame.ui.map.labels import Form, Lettering, Wanted
from wargame.ui.map.placing import Rect, Room, centred

DOTS_FROM, NAMES_FROM = 0.4, 0.55  # px a km at interface scale 1, from where on there are dots, and names
NAME_SIZE = 11.5  # px at interface scale 1
AWAY = 5.0  # px at interface scale 1, from the middle of a dot to its name


class PlacedTown(NamedTuple):
    """A town with its dot on the sheet, px."""

    site: Site
    name: str
    rect: Rect


def place_towns(lettering: Lettering, room: Room) -> list[PlacedTown]:
    """The dots for which there is room. Takes the room."""
    scale, size = lettering.scale, round(TOWN * lettering.ui)
    if scale / lettering.ui < DOTS_FROM:
        return []
    placed = []
    for site in lettering.board.sites.values():
        if site.town is None:
            continue
        rect = centred(site.town.at_km[0] * scale, site.town.at_km[1] * scale, size, size)
        if room.is_free(rect.grown(1)):
            room.take(rect)
            placed.append(PlacedTown(site, site.town.name, rect))
    return placed


def town_names(lettering: Lettering, towns: Iterable[PlacedTown]) -> Iterator[Wanted]:
    """Their names, but of those whose region bears the same."""
    if lettering.scale / lettering.ui < NAMES_FROM:
        return
    palette = lettering.palette
    style = Style(round(NAME_SIZE * lettering.ui), palette.name, Weight.MEDIUM, palette.name_rim)
    for site, name, rect in towns:
        if name != site.title:
            middle = rect.centre[0] / lettering.scale, rect.centre[1] / lettering.scale
            yield Wanted([Form(name, style)], (), middle, 0.0, 1.0, away_km=AWAY * lettering.ui / lettering.scale)
