"""Everything that stands on the sheet at one scale, placed so that nothing overlaps: counters, boxes, tokens, names.

It is laid out for the whole sheet at once, so that nothing jumps when the map is dragged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.ui.map.board import Board, Shape, Site
from wargame.ui.map.boxes import stand_in_boxes
from wargame.ui.map.counters import TOWN
from wargame.ui.map.holdings import Holdings
from wargame.ui.map.labels import Label, Lettering, place_labels
from wargame.ui.map.looks import Form
from wargame.ui.map.mosaic import Mosaic
from wargame.ui.map.overlays import Picture
from wargame.ui.map.placing import Rect, Room, centred
from wargame.ui.map.situation import Situation
from wargame.ui.map.spreading import card_size, settled
from wargame.ui.map.stacks import PlacedStack, groups_of
from wargame.ui.map.tokens import Palette

MARKED = (Shape.BOX, Shape.TOKEN)
LEAST_BOX = (104.0, 58.0)  # px at interface scale 1
MOST_BOX = (0.13, 0.13)  # shares of the sheet that a box may be enlarged to
ENLARGEMENTS = 8  # sizes that are tried between that and the size on the map
READABLE = 0.7  # of that size a box can still be read
TELLING = 2000  # 1/1000 brigade: how strong a stack is that says so before states are named
LEAST_TOKEN = 5.0  # px at interface scale 1, radius


@dataclass(frozen=True)
class Marker:
    """A box or a token, px of the sheet."""

    site: Site
    rect: Rect

    def is_readable(self, ui: float) -> bool:
        """A box has room for its name and its counters."""
        return self.rect.width >= READABLE * LEAST_BOX[0] * ui and self.rect.height >= READABLE * LEAST_BOX[1] * ui


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
    sheet = Rect(0, 0, width * scale, height * scale)
    room = Room(sheet)
    marked = [site for site in board.sites.values() if site.shape in MARKED]
    markers = tuple(_marker(site, scale, ui, mosaic, room) for site in marked)
    boxes = {marker.site.id: marker.rect for marker in markers if marker.site.shape is Shape.BOX}
    discs = [marker.rect for marker in markers if marker.site.shape is Shape.TOKEN]
    lettering = Lettering(board, mosaic, situation, picture, scale, ui, palette)
    groups = groups_of(situation.units if picture.shows_units else ())
    size = card_size(scale, ui)
    stacks = list(stand_in_boxes(boxes, {key: units for key, units in groups.items() if key[0] in boxes}, ui, size))
    holdings = Holdings(board, mosaic, situation)
    standing = {key: units for key, units in groups.items() if key[0] not in boxes}
    spread = settled(board, standing, holdings, room, scale, size)
    spread.grow(Form.CHIP, TELLING)
    first = _names_beside(discs, lettering, room) if lettering.names_states() else []
    spread.grow(Form.CHIP)
    spread.grow(Form.CARD)
    stacks += spread.stacks()
    labels = first or _names_beside(discs, lettering, room)
    for disc in discs:
        room.take(disc)
    towns = () if lettering.names_states() else tuple(_towns(board, scale, ui, room))
    return Layout(markers, tuple(stacks), tuple(labels), towns)


def _names_beside(discs: Sequence[Rect], lettering: Lettering, room: Room) -> list[Label]:
    """All names for which there is room beside discs. The room of these is given back: a counter may stand on its place."""
    for disc in discs:
        room.take(disc)
    labels = place_labels(lettering, room)
    for disc in discs:
        room.release(disc)
    return labels


def _towns(board: Board, scale: float, ui: float, room: Room) -> Iterator[Rect]:
    size = round(TOWN * ui)
    for site in board.sites.values():
        if site.town is not None:
            rect = centred(site.town.at_km[0] * scale, site.town.at_km[1] * scale, size, size)
            if room.is_free(rect.grown(1)):
                yield rect


def _marker(site: Site, scale: float, ui: float, mosaic: Mosaic, room: Room) -> Marker:
    """Where a box or token stands. A box takes the room."""
    if site.rect_km is not None:
        rect = _box(site.rect_km, scale, ui, mosaic, room)
        room.take(rect)
        return Marker(site, rect)
    radius = max(LEAST_TOKEN * ui, site.radius_km * scale * 0.6)
    return Marker(site, centred(site.anchor_km[0] * scale, site.anchor_km[1] * scale, 2 * radius, 2 * radius))


def _box(rect_km: tuple[float, float, float, float], scale: float, ui: float, mosaic: Mosaic, room: Room) -> Rect:
    """A box as it lies on the map; at a small scale larger, but only so far as it leaves land and other boxes in view."""
    left, top, width, height = (side * scale for side in rect_km)
    wide = max(width, min(LEAST_BOX[0] * ui, MOST_BOX[0] * room.bounds.width))
    high = max(height, min(LEAST_BOX[1] * ui, MOST_BOX[1] * room.bounds.height))
    for step in range(ENLARGEMENTS, -1, -1):
        share = step / ENLARGEMENTS
        size = round(width + (wide - width) * share), round(height + (high - height) * share)
        rect = room.kept_in(centred(left + width / 2, top + height / 2, *size))
        rect = Rect(int(rect.left), int(rect.top), *size)
        if room.is_free(rect) and not mosaic.has_ground(*(side / scale for side in rect)):
            break
    return rect
