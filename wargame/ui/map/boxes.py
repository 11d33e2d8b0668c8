"""Counters side by side in a box beyond the sheet, no larger than there is room for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from wargame.ui.map.looks import LEAST_FIGURE, Form, Look, extent
from wargame.ui.map.placing import Rect
from wargame.ui.map.stacks import Groups, PlacedStack, Stack, stack_of

GAP = 2.0  # px between counters
LEAST_SIZE = 10  # px, of a card in a crowded box
BOX_HEAD = 19.0  # px at interface scale 1, of a box's name
SIDE, FOOT = 6.0, 4.0  # px at interface scale 1, kept free at the sides and below
LEAST_CHIP = (
    20.0  # px at interface scale 1, of the card whose share a chip is: rather than a smaller one there is a pip
)


def stand_in_boxes(boxes: Mapping[str, Rect], groups: Groups, ui: float, size: int) -> Iterator[PlacedStack]:
    """All that is in boxes; these by place, px of the sheet."""
    by_place: defaultdict[str, list[Stack]] = defaultdict(list)
    for (place, camp), members in groups.items():
        by_place[place].append(stack_of(camp, members))
    for place, stacks in by_place.items():
        yield from stand_in_box(stacks, boxes[place], ui, size)


def stand_in_box(stacks: Sequence[Stack], box: Rect, ui: float, size: int) -> Iterator[PlacedStack]:
    """Stacks side by side in a box under its name, their counters no larger than `size` and than there is room for."""
    high = box.height - (BOX_HEAD + FOOT) * ui
    room = Rect(box.left + SIDE * ui, box.top + BOX_HEAD * ui, box.width - 2 * SIDE * ui, high)
    left = room.left
    for stack, look in zip(stacks, _fitting(stacks, size, room, ui), strict=True):
        width, height = extent(look)
        yield PlacedStack(stack, look, Rect(left, room.top + (room.height - height) / 2, width, height), None)
        left += width + GAP


def _fitting(stacks: Sequence[Stack], size: int, room: Rect, ui: float) -> list[Look]:
    """The counters of stacks in the largest form and size in which they stand side by side in a room."""
    for form, least in ((Form.CARD, LEAST_FIGURE), (Form.CHIP, round(LEAST_CHIP * ui)), (Form.PIP, LEAST_SIZE)):
        for tried in range(size, min(least, size) - 1, -1):
            looks = [stack.look(tried, form) for stack in stacks]
            if _fits(looks, room):
                return looks
    return looks


def _fits(looks: Sequence[Look], room: Rect) -> bool:
    extents = [extent(look) for look in looks]
    wide = sum(width + GAP for width, _ in extents) <= room.width + GAP
    return wide and max(height for _, height in extents) <= room.height
