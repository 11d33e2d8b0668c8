"""Everything that stands on the sheet at one scale, placed so that nothing overlaps: counters, boxes, tokens, names.

It is laid out for the whole sheet at once, so that nothing jumps when the map is dragged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wargame.ui.map.board import Board, Shape, Site
from wargame.ui.map.boxes import box_size, stacks_by_box, stand_in_boxes
from wargame.ui.map.holdings import Holdings
from wargame.ui.map.labels import Label, Lettering, place_labels, place_names
from wargame.ui.map.looks import Form
from wargame.ui.map.mosaic import Mosaic
from wargame.ui.map.overlays import Picture
from wargame.ui.map.placing import Rect, Room, centred
from wargame.ui.map.situation import Situation
from wargame.ui.map.spreading import card_size, settled
from wargame.ui.map.stacks import PlacedStack, Stack, groups_of
from wargame.ui.map.tokens import Palette
from wargame.ui.map.towns import place_towns, town_names
from wargame.ui.map.watermarks import figured, spare_watermarks, watermarks

MARKED = (Shape.BOX, Shape.TOKEN)
MOST_BOX = (0.13, 0.13)  # shares of the sheet that a box may be enlarged to
ENLARGEMENTS = 8  # sizes that are tried between that and the size on the map
READABLE = 0.8  # of the size that it wants a box can still be read
TELLING = 2000  # 1/1000 brigade: how strong a stack is that says so before states are named
LEAST_TOKEN = 5.0  # px at interface scale 1, radius
TOKEN_SHARE = 0.6  # of the free ground round a token


@dataclass(frozen=True)
class Marker:
    """A box or a token, px of the sheet."""

    site: Site
    rect: Rect
    wanted: tuple[int, int]  # width and height

    @property
    def is_readable(self) -> bool:
        """A box has room for its name and its counters."""
        return self.rect.width >= READABLE * self.wanted[0] and self.rect.height >= READABLE * self.wanted[1]


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
    lettering = Lettering(board, mosaic, situation, picture, scale, ui, palette)
    groups = groups_of(situation.units if picture.shows_units else ())
    boxed = stacks_by_box([site.id for site in board.sites.values() if site.shape is Shape.BOX], groups)
    marked = [site for site in board.sites.values() if site.shape in MARKED]
    markers = tuple(_marker(site, boxed.get(site.id, ()), lettering, room) for site in marked)
    boxes = {marker.site.id: marker.rect for marker in markers if marker.site.shape is Shape.BOX}
    discs = [marker.rect for marker in markers if marker.site.shape is Shape.TOKEN]
    size = card_size(scale, ui)
    stacks = list(stand_in_boxes(boxes, boxed, ui))
    holdings = Holdings(board, mosaic, situation)
    standing = {key: units for key, units in groups.items() if key[0] not in boxes}
    spread = settled(board, standing, holdings, room, scale, size)
    spread.grow(Form.CHIP, TELLING)
    first = _names_beside(discs, lettering, room) if lettering.names_states() else []
    spread.grow(Form.CHIP)
    spread.grow(Form.CARD)
    stacks += spread.stacks()
    towns = [] if lettering.names_states() else place_towns(lettering, room)
    labels = first or _names_beside(discs, lettering, room)
    for disc in discs:
        room.take(disc)
    labels += place_names(town_names(lettering, towns), lettering, room)
    if not lettering.names_states():
        labels += place_names(spare_watermarks(lettering), lettering, room)
    return Layout(markers, tuple(stacks), tuple(labels), tuple(town.rect for town in towns))


def _names_beside(discs: Sequence[Rect], lettering: Lettering, room: Room) -> list[Label]:
    """All names for which there is room beside discs. The room of these is given back: a counter may stand on its place."""
    for disc in discs:
        room.take(disc)
    near = figured(lettering) if lettering.names_states() else watermarks(lettering)
    names = [] if lettering.is_far() else place_names(near, lettering, room)
    names += place_labels(lettering, room)
    for disc in discs:
        room.release(disc)
    return names


def _marker(site: Site, stacks: Sequence[Stack], lettering: Lettering, room: Room) -> Marker:
    """Where a box or token stands. A box takes the room."""
    scale, ui = lettering.scale, lettering.ui
    if site.rect_km is not None:
        wanted = box_size(site, stacks, lettering.picture.state_figures.get(site.home), ui)
        rect = _box(site.rect_km, wanted, lettering, room)
        room.take(rect)
        return Marker(site, rect, wanted)
    side = round(2 * max(LEAST_TOKEN * ui, site.radius_km * scale * TOKEN_SHARE))
    return Marker(site, centred(site.anchor_km[0] * scale, site.anchor_km[1] * scale, side, side), (side, side))


def _box(rect_km: tuple[float, float, float, float], wanted: tuple[int, int], lettering: Lettering, room: Room) -> Rect:
    """A box as large as it wants; at a small scale only so far as it leaves land and other boxes in view."""
    scale = lettering.scale
    left, top, width, height = (side * scale for side in rect_km)
    least = min(width, wanted[0]), min(height, wanted[1])
    wide = max(least[0], min(wanted[0], MOST_BOX[0] * room.bounds.width))
    high = max(least[1], min(wanted[1], MOST_BOX[1] * room.bounds.height))
    for step in range(ENLARGEMENTS, -1, -1):
        share = step / ENLARGEMENTS
        size = round(least[0] + (wide - least[0]) * share), round(least[1] + (high - least[1]) * share)
        rect = room.kept_in(centred(left + width / 2, top + height / 2, *size))
        rect = Rect(int(rect.left), int(rect.top), *size)
        if room.is_free(rect) and not lettering.mosaic.has_ground(*(side / scale for side in rect)):
            break
    return rect
