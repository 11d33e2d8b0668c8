"""Everything that stands on the sheet at one scale, placed so that nothing overlaps: counters, boxes, tokens, names.

It is laid out for the whole sheet at once, so that nothing jumps when the map is dragged.
"""

from __future__ import annotations

from dataclasses import dataclass

from wargame.ui.map.board import Board, Shape, Site
from wargame.ui.map.labels import Label, Lettering, place_labels
from wargame.ui.map.mosaic import Mosaic
from wargame.ui.map.overlays import Picture
from wargame.ui.map.placing import Rect, Room, centred
from wargame.ui.map.situation import Situation
from wargame.ui.map.stacks import PlacedStack, place_stacks
from wargame.ui.map.tokens import Palette

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


def lay_out(
    board: Board, mosaic: Mosaic, situation: Situation, picture: Picture, scale: float, ui: float, palette: Palette
) -> Layout:
    """Place all: markers where they must be, then counters, then names round them."""
    width, height = board.atlas.size_km
    room = Room(Rect(0, 0, width * scale, height * scale))
    markers = tuple(_marker(site, scale, ui) for site in board.sites.values() if site.shape in (Shape.BOX, Shape.TOKEN))
    for marker in markers:
        if marker.site.shape is Shape.BOX:
            room.take(marker.rect)
    stacks = place_stacks(board, situation.units, scale, ui, room)
    for marker in markers:
        if marker.site.shape is Shape.TOKEN:
            room.take(marker.rect)
    lettering = Lettering(board, mosaic, situation, picture, scale, ui, palette)
    return Layout(markers, tuple(stacks), tuple(place_labels(lettering, room)))


def _marker(site: Site, scale: float, ui: float) -> Marker:
    if site.rect_km is not None:
        left, top, width, height = (side * scale for side in site.rect_km)
        return Marker(site, Rect(round(left), round(top), round(width), round(height)))
    radius = max(LEAST_TOKEN * ui, site.radius_km * scale * 0.6)
    return Marker(site, centred(site.anchor_km[0] * scale, site.anchor_km[1] * scale, 2 * radius, 2 * radius))
