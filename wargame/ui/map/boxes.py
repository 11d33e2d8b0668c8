"""A box beyond the sheet: as large as its name and its counters want, and these no larger than there is room for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from wargame.ui.map.board import Site
from wargame.ui.map.fonts import Style, Weight, width
from wargame.ui.map.looks import LEAST_CARD, Form, Look, extent
from wargame.ui.map.placing import Rect
from wargame.ui.map.stacks import Groups, PlacedStack, Stack, stack_of
from wargame.ui.map.tokens import WHITE_INK

GAP = 2.0  # px between counters
LEAST_SIZE = 10  # px, of a card in a crowded box
BOX_HEAD = 19.0  # px at interface scale 1, of a box's name
SIDE, FOOT = 6.0, 4.0  # px at interface scale 1, kept free at the sides and below
BOX_CARD = 36.0  # px at interface scale 1, of a card in a box that has room
FIGURE_ROOM = 20.0  # px at interface scale 1, of the figure of a state
NAME_SIZE = 13  # px at interface scale 1
LEAST_CHIP = (
    24.0  # px at interface scale 1, of the card whose share a chip is: rather than a smaller one there is a pip
)


def short_title(site: Site) -> str:
    """The name of a box without what is said in brackets: that it lies off the map, its form says."""
    return site.title.split(" (")[0]


def box_size(site: Site, stacks: Sequence[Stack], figure: str | None, ui: float) -> tuple[int, int]:
    """Width and height of a box, px: room for its name and for what stands there, and no more."""
    cards = [extent(stack.look(round(BOX_CARD * ui))) for stack in stacks]
    name = width(short_title(site), Style(round(NAME_SIZE * ui), WHITE_INK, Weight.STRONG))
    wide = max([name, round(sum(across + GAP for across, _ in cards))])
    high = max([down for _, down in cards], default=round(FIGURE_ROOM * ui) if figure is not None else 0)
    return round(wide + 2 * SIDE * ui), round(BOX_HEAD * ui + high + FOOT * ui)


def stand_in_boxes(
    boxes: Mapping[str, Rect], stacks: Mapping[str, Sequence[Stack]], ui: float
) -> Iterator[PlacedStack]:
    """All that is in boxes; these by place, px of the sheet."""
    for place, standing in stacks.items():
        yield from stand_in_box(standing, boxes[place], ui)


def stacks_by_box(boxes: Collection[str], groups: Groups) -> dict[str, list[Stack]]:
    """What stands in boxes, by place."""
    found: defaultdict[str, list[Stack]] = defaultdict(list)
    for (place, camp), members in groups.items():
        if place in boxes:
            found[place].append(stack_of(camp, members))
    return dict(found)


def stand_in_box(stacks: Sequence[Stack], box: Rect, ui: float) -> Iterator[PlacedStack]:
    """Stacks in rows in a box under its name, their counters no larger than there is room for."""
    high = box.height - (BOX_HEAD + FOOT) * ui
    room = Rect(box.left + SIDE * ui, box.top + BOX_HEAD * ui, box.width - 2 * SIDE * ui, high)
    looks = _fitting(stacks, round(BOX_CARD * ui), room, ui)
    wide, tall = _largest(looks)
    across = _across(room, wide)
    rows = -(-len(looks) // across)
    top = room.top + max(0.0, room.height - rows * (tall + GAP) + GAP) / 2
    for number, (stack, look) in enumerate(zip(stacks, looks, strict=True)):
        row, column = divmod(number, across)
        width, height = extent(look)
        corner = room.left + column * (wide + GAP), top + row * (tall + GAP) + tall - height
        yield PlacedStack(stack, look, Rect(*corner, width, height), None)


def _largest(looks: Sequence[Look]) -> tuple[int, int]:
    """Width and height that the largest of counters take, px."""
    extents = [extent(look) for look in looks]
    return max(wide for wide, _ in extents), max(tall for _, tall in extents)


def _across(room: Rect, wide: float) -> int:
    """How many counters stand side by side."""
    return max(1, int((room.width + GAP) // (wide + GAP)))


def _fitting(stacks: Sequence[Stack], size: int, room: Rect, ui: float) -> list[Look]:
    """The counters of stacks in the largest form and size in which they stand in a room."""
    for form, least in ((Form.CARD, LEAST_CARD), (Form.CHIP, round(LEAST_CHIP * ui)), (Form.PIP, LEAST_SIZE)):
        for tried in range(size, min(least, size) - 1, -1):
            looks = [stack.look(tried, form) for stack in stacks]
            if _fits(looks, room):
                return looks
    return looks


def _fits(looks: Sequence[Look], room: Rect) -> bool:
    wide, tall = _largest(looks)
    rows = -(-len(looks) // _across(room, wide))
    return wide <= room.width and rows * (tall + GAP) <= room.height + GAP
