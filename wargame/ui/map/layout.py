"""Everything that stands on the sheet at one scale, placed so that nothing overlaps: counters, boxes, tokens, names.

It is laid out for the whole sheet at once, so that nothing jumps when the map is dragged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.ui.map.board import Board, Shape, Site
from wargame.ui.map.counters import TOWN
from wargame.ui.map.labels import Label, Lettering, place_labels
from wargame.ui.map.mosaic import Mosaic
from wargame.ui.map.overlays import Picture
from wargame.ui.map.placing import Rect, Room, centred
from wargame.ui.map.situation import Situation
from wargame.ui.map.stacks import PlacedStack, place_stacks
from wargame.ui.map.tokens import Palette

MARKED = (Shape.BOX, Shape.TOKEN)
LEAST_BOX = (104.0, 58.0)  # px at interface scale 1
LEAST_TOKEN = 5.0  # px at interface scale 1, radius


@dataclass(frozen=True)
class Marker:
    """A box or a token, px of the sheet."""

    site: Site
    rect: Rect


@dataclass(frozen=True, eq=False)
class Layout:
    """What stands on the sheet, px of the sheet."""

    markers: tuple[Marker, ...]
    stacks: tuple[PlacedStack, ...]
    labels: tuple[Label, ...]
    towns: tuple[Rect, ...]  # marks of the main towns of regions, where there is room for them


def lay_out(
    board: Board, mosaic: Mosaic, situation: Situation, picture: Picture, scale: float, ui: float, palette: Palette
) -> Layout:
    """Place all: markers where they must be, then counters, then names round them."""
    width, height = board.atlas.size_km
    room = Room(Rect(0, 0, width * scale, height * scale))
    markers = tuple(_marker(site, scale, ui, room) for site in board.sites.values() if site.shape in MARKED)
    boxes = {marker.site.id: marker.rect for marker in markers if marker.site.shape is Shape.BOX}
    lettering = Lettering(board, mosaic, situation, picture, scale, ui, palette)
    first = place_labels(lettering, room) if lettering.names_states() else []
    units = situation.units if picture.shows_units else ()
    stacks = place_stacks(board, units, boxes, scale, ui, room)
    for marker in markers:
        if marker.site.shape is Shape.TOKEN:
            room.take(marker.rect)
    labels = first or place_labels(lettering, room)
    towns = () if lettering.names_states() else tuple(_towns(board, scale, ui, room))
    return Layout(markers, tuple(stacks), tuple(labels), towns)


def _towns(board: Board, scale: float, ui: float, room: Room) -> Iterator[Rect]:
    size = round(TOWN * ui)
    for site in board.sites.values():
        if site.seat_km is not None and site.shape is Shape.LAND:
            rect = centred(site.seat_km[0] * scale, site.seat_km[1] * scale, size, size)
            if room.is_free(rect.grown(1)):
                yield rect


def _marker(site: Site, scale: float, ui: float, room: Room) -> Marker:
    """Where a box or token stands. A box takes the room; at a small scale it is larger than on the map."""
    if site.rect_km is not None:
        left, top, width, height = (side * scale for side in site.rect_km)
        size = round(max(width, LEAST_BOX[0] * ui)), round(max(height, LEAST_BOX[1] * ui))
        rect = room.kept_in(centred(left + width / 2, top + height / 2, *size))
        rect = Rect(round(rect.left), round(rect.top), *size)
        room.take(rect)
        return Marker(site, rect)
    radius = max(LEAST_TOKEN * ui, site.radius_km * scale * 0.6)
    return Marker(site, centred(site.anchor_km[0] * scale, site.anchor_km[1] * scale, 2 * radius, 2 * radius))
