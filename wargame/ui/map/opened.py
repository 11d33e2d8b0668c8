"""A stack that was opened: its formations one by one, each with its card and its name, beside the card of the stack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from wargame.ui.map.camera import Area
from wargame.ui.map.counters import card
from wargame.ui.map.fonts import Style, Weight, width, written
from wargame.ui.map.looks import Look, extent, figure_of
from wargame.ui.map.panels import Kit, panel
from wargame.ui.map.placing import Rect
from wargame.ui.map.situation import Unit
from wargame.ui.map.stacks import PlacedStack

CARD, ROW, GAP, PAD = 36, 40, 8, 10  # px at interface scale 1
NAME_SIZE = 14
ROWS = 9  # in a column, before another is begun
LONGEST = 210  # px at interface scale 1, of a name before it is cut


@dataclass(frozen=True)
class Opened:
    """The panel of an opened stack, and where each formation is on it, px of the window."""

    picture: pygame.Surface
    rect: Rect
    units: tuple[tuple[Unit, Rect], ...]

    def unit_at(self, x: float, y: float) -> Unit | None:
        """The formation under a point of the window."""
        hit = (u for u, r in self.units if r.left <= x < r.right and r.top <= y < r.bottom)
        return next(hit, None)


def open_stack(placed: PlacedStack, at: Rect, area: Area, kit: Kit) -> Opened:
    """Open a stack whose card is at `at`, px of the window; the panel stays inside the area of the map.

    What does not fit into the area is counted in a last row.
    """
    units = placed.stack.units
    rows = max(1, min(ROWS, len(units), (area.height - kit.px(2 * PAD)) // kit.px(ROW)))
    column = kit.px(CARD + GAP + GAP) + max(_name(kit, unit.title).get_width() for unit in units)
    most = max(1, (area.width - kit.px(2 * PAD)) // column) * rows
    shown = units if len(units) <= most else units[: most - 1]
    columns = -(-min(len(units), most) // rows)
    size = columns * column + kit.px(2 * PAD) - kit.px(GAP), rows * kit.px(ROW) + kit.px(2 * PAD)
    corner = _beside(at, size, area, kit)
    picture, spots = panel(kit, *size), list(_cells(kit, rows, column, len(units)))
    for unit, (x, y) in zip(shown, spots, strict=False):
        _draw(kit, picture, unit, placed.look, (x, y))
    if len(shown) < len(units):
        x, y = spots[len(shown)]
        picture.blit(_name(kit, f"and {len(units) - len(shown)} more"), (x, y + kit.px(GAP)))
    placed_units = tuple(
        (unit, Rect(corner[0] + x, corner[1] + y, column - kit.px(GAP), kit.px(ROW)))
        for unit, (x, y) in zip(shown, spots, strict=False)
    )
    return Opened(picture, Rect(*corner, *size), placed_units)


def _cells(kit: Kit, rows: int, column: int, count: int) -> Iterator[tuple[int, int]]:
    for number in range(count):
        yield kit.px(PAD) + number // rows * column, kit.px(PAD) + number % rows * kit.px(ROW)


def _draw(kit: Kit, picture: pygame.Surface, unit: Unit, stack: Look, at: tuple[int, int]) -> None:
    look = Look(unit.kind, stack.hue, unit.code, figure_of(unit.strength), 1, kit.px(CARD))
    picture.blit(card(look, kit.palette), at)
    name = _name(kit, unit.title)
    picture.blit(name, (at[0] + kit.px(CARD + GAP), at[1] + (extent(look)[1] - name.get_height()) // 2))


def _name(kit: Kit, text: str) -> pygame.Surface:
    """A name, cut where it is too long."""
    style = Style(kit.px(NAME_SIZE), kit.palette.text, Weight.MEDIUM)
    cut = text
    while width(cut, style) > kit.px(LONGEST):
        cut = f"{cut.rstrip('…')[:-1].rstrip()}…"
    return written(cut, style)


def _beside(at: Rect, size: tuple[int, int], area: Area, kit: Kit) -> tuple[int, int]:
    """To the right of the card, or to its left where the area ends; moved up or down until it is inside."""
    right, left = at.right + kit.px(GAP), at.left - kit.px(GAP) - size[0]
    x = right if right + size[0] <= area.x + area.width else left
    x = min(max(x, area.x), area.x + area.width - size[0])
    y = min(max(at.centre[1] - size[1] / 2, area.y), area.y + area.height - size[1])
    return round(x), round(y)
