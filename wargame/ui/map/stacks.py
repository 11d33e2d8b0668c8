"""Where the counters stand: a card for the formations of one camp in one place; far off, for those of places close by."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wargame.ui.map.board import Board, Shape, Site
from wargame.ui.map.camps import Camp
from wargame.ui.map.counters import Look, extent, figure_of
from wargame.ui.map.placing import Rect, Room, centred
from wargame.ui.map.situation import Unit

FAR_SIZE, NEAR_SIZE = 27.0, 44.0  # px at interface scale 1, of a card when the whole sheet is seen, and close by
FAR_SCALE, NEAR_SCALE = 0.15, 0.62  # px a km at interface scale 1, where a card has these sizes
TOGETHER = 1.3  # cards of one camp whose places are nearer than so many cards become one
GAP = 2.0  # px between cards
RING_STEP = 0.35  # cards, from one ring of places that are tried to the next
RINGS = 40
SPOKES = 16
LEADER = 0.75  # cards from its place, from where on a card is tied to it by a line
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


def card_size(scale: float, ui: float) -> int:
    """The size of a card at a scale, px: it grows with the map, but more slowly."""
    along = (scale / ui - FAR_SCALE) / (NEAR_SCALE - FAR_SCALE)
    return round(ui * (FAR_SIZE + (NEAR_SIZE - FAR_SIZE) * min(max(along, 0.0), 1.0)))


def place_stacks(board: Board, units: Iterable[Unit], scale: float, ui: float, room: Room) -> list[PlacedStack]:
    """All formations on cards that do not overlap; the strongest stand nearest to their place. Takes the room."""
    size = card_size(scale, ui)
    groups = _groups(units)
    placed = []
    boxed = {key: members for key, members in groups.items() if board.sites[key[0]].shape is Shape.BOX}
    for stack, rect in _in_boxes(board, boxed, scale, ui, size):
        placed.append(PlacedStack(stack, stack.look(size), rect, None))
    standing = {key: members for key, members in groups.items() if key not in boxed}
    for stack, anchor in _clusters(board, standing, scale, size):
        look = stack.look(size)
        rect = _spot(room, anchor, extent(look), size)
        away = math.dist(rect.centre, anchor) > LEADER * size
        placed.append(PlacedStack(stack, look, rect, anchor if away else None))
        room.take(rect.grown(GAP))
    return placed


def _groups(units: Iterable[Unit]) -> dict[tuple[str, Camp], list[Unit]]:
    groups: defaultdict[tuple[str, Camp], list[Unit]] = defaultdict(list)
    for unit in units:
        groups[unit.place, unit.camp].append(unit)
    return groups


def _stack(camp: Camp, units: Iterable[Unit]) -> Stack:
    return Stack(camp, tuple(sorted(units, key=lambda unit: (-unit.strength, unit.id))))


def _clusters(
    board: Board, groups: Mapping[tuple[str, Camp], list[Unit]], scale: float, size: int
) -> list[tuple[Stack, tuple[float, float]]]:
    """Groups of one camp whose places are close together become one stack, at the place of the strongest."""
    in_order = sorted(groups.items(), key=lambda item: (-sum(unit.strength for unit in item[1]), item[0][0]))
    found: list[tuple[Camp, tuple[float, float], list[Unit]]] = []
    for (place, camp), members in in_order:
        anchor = _anchor(board.sites[place], scale)
        near = (row for row in found if row[0] == camp and math.dist(row[1], anchor) < TOGETHER * size)
        closest = min(near, key=lambda row: math.dist(row[1], anchor), default=None)
        if closest is None:
            found.append((camp, anchor, list(members)))
        else:
            closest[2].extend(members)
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
    board: Board, groups: Mapping[tuple[str, Camp], list[Unit]], scale: float, ui: float, size: int
) -> Iterator[tuple[Stack, Rect]]:
    """Cards side by side in their boxes, under the box's name."""
    filled: defaultdict[str, float] = defaultdict(float)
    for (place, camp), members in sorted(groups.items(), key=lambda item: (item[0][0], item[0][1].title)):
        left, top, _, height = (side * scale for side in board.sites[place].rect_km or (0, 0, 0, 0))
        stack = _stack(camp, members)
        width, tall = extent(stack.look(size))
        head = BOX_HEAD * ui
        down = top + head + max(0.0, (height - head - tall) / 2)
        yield stack, Rect(left + 6 * ui + filled[place], down, width, tall)
        filled[place] += width + 4 * ui
