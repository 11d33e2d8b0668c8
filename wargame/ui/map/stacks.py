"""Where the counters stand: a card for the formations of one camp in one place; far off, for those of places close by."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wargame.ui.map.board import Board, Site
from wargame.ui.map.camps import Camp
from wargame.ui.map.counters import MOST_CARDS, Look, extent, figure_of
from wargame.ui.map.placing import Rect, Room, centred
from wargame.ui.map.situation import Unit

FAR_SIZE, NEAR_SIZE = 27.0, 44.0  # px at interface scale 1, of a card when the whole sheet is seen, and close by
FAR_SCALE, NEAR_SCALE = 0.15, 0.62  # px a km at interface scale 1, where a card has these sizes
FAR_TOGETHER, NEAR_TOGETHER = 2.3, 1.1  # cards of one camp whose places are nearer than so many cards become one
GAP = 2.0  # px between cards
RING_STEP = 0.35  # cards, from one ring of places that are tried to the next
RINGS = 40
SPOKES = 16
JOINED_BELOW = 0.3  # px a km at interface scale 1: farther off, stacks that find no room join others
JOIN_FROM, JOIN_WITHIN = 1.1, 4.0  # cards: how far a stack may be moved instead, and how far off the other may be
LEADER = 1.6  # cards from its place, from where on a card is tied to it by a line
LEAST_SIZE = 10  # px, of a card in a crowded box
BOX_HEAD = 19.0  # px at interface scale 1, of a box's name


@dataclass(frozen=True)
class Stack:
    """Formations of one camp that are shown by one card: the strongest first."""

    camp: Camp
    units: tuple[Unit, ...]

    def look(self, size: int) -> Look:
        """Its card. A stack of one state says which; any other, of which body."""
        codes = {unit.code for unit in self.units}
        code = self.units[0].code if len(codes) == 1 else self.camp.code
        first = self.units[0]
        return Look(first.kind, self.camp.hue, code, figure_of(self.strength), len(self.units), size)

    @property
    def strength(self) -> int:
        """Of all together, 1/1000 brigade."""
        return sum(unit.strength for unit in self.units)


@dataclass(frozen=True)
class PlacedStack:
    """A stack with its card on the sheet, px; `anchor` is its place, where the card could not stand on it."""

    stack: Stack
    look: Look
    rect: Rect
    anchor: tuple[float, float] | None
    slot: Rect  # what is kept free for it


Cluster = tuple[Stack, tuple[float, float]]
"""A stack and where on the sheet it belongs, px."""


def card_size(scale: float, ui: float) -> int:
    """The size of a card at a scale, px: it grows with the map, but more slowly."""
    return round(ui * (FAR_SIZE + (NEAR_SIZE - FAR_SIZE) * _nearness(scale, ui)))


def place_stacks(
    board: Board, units: Iterable[Unit], boxes: Mapping[str, Rect], scale: float, ui: float, room: Room
) -> list[PlacedStack]:
    """All formations on cards that do not overlap; the strongest stand nearest to their place. Takes the room.

    `boxes` are the boxes beyond the sheet, px of the sheet, by place.
    """
    size = card_size(scale, ui)
    groups = _groups(units)
    placed = list(_in_boxes(boxes, {key: units for key, units in groups.items() if key[0] in boxes}, ui, size))
    standing = {key: units for key, units in groups.items() if key[0] not in boxes}
    clusters = _clusters(board, standing, scale, size * _together(scale, ui))
    return placed + _spread(clusters, size, scale / ui < JOINED_BELOW, room)


def _spread(clusters: Iterable[Cluster], size: int, joins: bool, room: Room) -> list[PlacedStack]:
    """Each stack at the free spot nearest to its place; where that is far, far off, it joins one of its camp nearby."""
    placed: list[PlacedStack] = []
    for stack, anchor in clusters:
        slot = extent(stack.look(size)._replace(number=MOST_CARDS)) if joins else extent(stack.look(size))
        rect = _spot(room, anchor, slot, size)
        away = math.dist(rect.centre, anchor) / size
        host = _host(placed, stack.camp, anchor, JOIN_WITHIN * size) if joins and away > JOIN_FROM else None
        if host is None:
            room.take(rect.grown(GAP))
            placed.append(_standing(stack, rect, anchor if away > LEADER else None, size))
        else:
            both = _stack(stack.camp, (*placed[host].stack.units, *stack.units))
            placed[host] = _standing(both, placed[host].slot, placed[host].anchor, size)
    return placed


def _standing(stack: Stack, slot: Rect, anchor: tuple[float, float] | None, size: int) -> PlacedStack:
    """A stack in the lower left of its slot, which may leave room for cards that are still to come."""
    look = stack.look(size)
    width, height = extent(look)
    return PlacedStack(stack, look, Rect(slot.left, slot.bottom - height, width, height), anchor, slot)


def _host(placed: Sequence[PlacedStack], camp: Camp, anchor: tuple[float, float], within: float) -> int | None:
    """The nearest stack of a camp, by its row."""
    near = [(math.dist(one.rect.centre, anchor), row) for row, one in enumerate(placed) if one.stack.camp == camp]
    distance, row = min(near, default=(math.inf, 0))
    return row if distance <= within else None


def _nearness(scale: float, ui: float) -> float:
    """0 where the whole sheet is seen, 1 close by."""
    return min(max((scale / ui - FAR_SCALE) / (NEAR_SCALE - FAR_SCALE), 0.0), 1.0)


def _together(scale: float, ui: float) -> float:
    return FAR_TOGETHER + (NEAR_TOGETHER - FAR_TOGETHER) * _nearness(scale, ui)


def _groups(units: Iterable[Unit]) -> dict[tuple[str, Camp], list[Unit]]:
    groups: defaultdict[tuple[str, Camp], list[Unit]] = defaultdict(list)
    for unit in units:
        groups[unit.place, unit.camp].append(unit)
    return groups


def _stack(camp: Camp, units: Iterable[Unit]) -> Stack:
    return Stack(camp, tuple(sorted(units, key=lambda unit: (-unit.strength, unit.id))))


def _clusters(board: Board, groups: Mapping[tuple[str, Camp], list[Unit]], scale: float, apart: float) -> list[Cluster]:
    """Groups of one camp whose places are close together become one stack, at the place of the strongest."""
    in_order = sorted(groups.items(), key=lambda item: (-sum(unit.strength for unit in item[1]), item[0][0]))
    found: list[tuple[Camp, tuple[float, float], list[Unit]]] = []
    for (place, camp), members in in_order:
        anchor = _anchor(board.sites[place], scale)
        near = (row for row in found if row[0] == camp and math.dist(row[1], anchor) < apart)
        closest = min(near, key=lambda row: math.dist(row[1], anchor), default=None)
        if closest is None:
            found.append((camp, anchor, list(members)))
        else:
            closest[2].extend(members)
    often = Counter(camp for camp, _, _ in found)  # a camp with few stacks comes first: it has none to join
    found.sort(key=lambda row: often[row[0]])
    return [(_stack(camp, members), anchor) for camp, anchor, members in found]


def _anchor(site: Site, scale: float) -> tuple[float, float]:
    return site.anchor_km[0] * scale, site.anchor_km[1] * scale


def _spot(room: Room, anchor: tuple[float, float], size: tuple[int, int], card: int) -> Rect:
    """The free rectangle nearest to a place."""
    home = centred(*anchor, *size)
    found = room.first_free(home.moved(dx, dy).grown(GAP) for dx, dy in _round_about(card))
    return home if found is None else found.grown(-GAP)


def _round_about(card: int) -> Iterator[tuple[float, float]]:
    yield 0.0, 0.0
    for ring in range(1, RINGS):
        for spoke in range(SPOKES):
            turn = 2 * math.pi * spoke / SPOKES
            yield ring * RING_STEP * card * math.cos(turn), ring * RING_STEP * card * math.sin(turn)


def _in_boxes(
    boxes: Mapping[str, Rect], groups: Mapping[tuple[str, Camp], list[Unit]], ui: float, size: int
) -> Iterator[PlacedStack]:
    """Cards side by side in their boxes, under the box's name, no larger than there is room."""
    by_place: defaultdict[str, list[Stack]] = defaultdict(list)
    for (place, camp), members in groups.items():
        by_place[place].append(_stack(camp, members))
    for place, stacks in by_place.items():
        yield from stand_in_box(stacks, boxes[place], ui, size)


def stand_in_box(stacks: Sequence[Stack], box: Rect, ui: float, size: int) -> Iterator[PlacedStack]:
    """Stacks side by side in a box, their cards no larger than `size` and than there is room for."""
    room = Rect(box.left + 6 * ui, box.top + BOX_HEAD * ui, box.width - 12 * ui, box.height - (BOX_HEAD + 4) * ui)
    left = room.left
    for stack, look in zip(stacks, _fitting(stacks, size, room), strict=True):
        width, height = extent(look)
        rect = Rect(left, room.top + (room.height - height) / 2, width, height)
        yield PlacedStack(stack, look, rect, None, rect)
        left += width + GAP


def _fitting(stacks: Sequence[Stack], size: int, room: Rect) -> list[Look]:
    """The cards of stacks in the largest size in which they stand side by side in a room."""
    while True:
        looks = [stack.look(size) for stack in stacks]
        extents = [extent(look) for look in looks]
        wide = sum(width + GAP for width, _ in extents) <= room.width + GAP
        if size <= LEAST_SIZE or (wide and max(height for _, height in extents) <= room.height):
            return looks
        size -= 1
