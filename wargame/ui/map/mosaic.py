"""Which place each spot of the sheet belongs to: for picking, and for finding where a name fits into its place."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from wargame.ui.map.atlas import Rings
from wargame.ui.map.board import Board, Shape, Site
from wargame.ui.map.strokes import whole

Numbers = npt.NDArray[np.int32]
Cells = npt.NDArray[np.uint8 | np.uint16]  # as small as the number of places allows, because there are six million
Flags = npt.NDArray[np.bool_]

CELLS_A_KM = 0.5  # of the mosaic
COARSE = 2  # cells in each direction that make one coarse cell
COARSE_KM = COARSE / CELLS_A_KM
FEWER = 2  # coarse cells in each direction that make one of the overview
MOST_TRIED = 1500  # about so many spots of a place are tried for a name
BESIDE = (60, 20)  # coarse cells across and down beside the ground of a place, so far as a name may reach out of it
NOWHERE = 0  # number of context and of the sea that nobody plays
EVERYWHERE = (slice(0, None), slice(0, None))
LEAST_HELD = 0.16  # share of a rectangle that ground takes, so that it is a piece of the ground
SURE_KM = 160.0  # so much nearer counts a spot where the whole name lies in its place


class Spot(NamedTuple):
    """Where a name could stand: its middle, and what it would cover, km and shares of its rectangle."""

    x_km: float
    y_km: float
    own: float  # share on its own place
    foreign: float  # share on other land


class Piece(NamedTuple):
    """A part of the ground of places."""

    middle_km: tuple[float, float]  # of the ground
    cells: tuple[int, int, int, int]  # left, top, right, bottom of a rectangle of coarse cells, the last two beyond it


class Area:
    """A part of the sheet in coarse cells, and what of it belongs to certain places; names are tried in some of them."""

    def __init__(
        self, corner: tuple[int, int], own: Flags, foreign: Flags, tried: tuple[slice, slice] = EVERYWHERE
    ) -> None:
        self._corner = corner
        x, y = np.nonzero(own[tried])
        x, y = x + tried[0].start, y + tried[1].start
        step = math.ceil(math.sqrt(len(x) / MOST_TRIED)) or 1  # of a large place not every cell is tried
        kept = (x % step == 0) & (y % step == 0)
        self._x, self._y = x[kept].astype(np.int32), y[kept].astype(np.int32)
        self._own, self._foreign = summed(own), summed(foreign)

    def spots(self, size_km: tuple[float, float], near_km: tuple[float, float]) -> Iterator[Spot]:
        """Where a rectangle could stand, the best first: with most of it inside, then nearest to a point."""
        half = (max(0, round(size_km[0] / COARSE_KM / 2 - 0.5)), max(0, round(size_km[1] / COARSE_KM / 2 - 0.5)))
        own, foreign = (_share(sums, self._x, self._y, half) for sums in (self._own, self._foreign))
        x, y = (self._x + self._corner[0] + 0.5) * COARSE_KM, (self._y + self._corner[1] + 0.5) * COARSE_KM
        order = np.argsort(np.hypot(x - near_km[0], y - near_km[1]) - SURE_KM * own, kind="stable")
        for k in order.tolist():
            yield Spot(float(x[k]), float(y[k]), float(own[k]), float(foreign[k]))


class Mosaic:
    """The sheet in cells of 2 km, each with the number of its place."""

    def __init__(self, board: Board) -> None:
        self._sites = tuple(board.sites)
        self._number = {name: number for number, name in enumerate(self._sites, start=1)}
        self._cells = self._drawn(board)
        land = [site.shape is not Shape.SEA for site in board.sites.values()]
        self._is_land = np.array([False, *land])
        self._is_ground = np.array([False, *(site.shape in (Shape.LAND, Shape.TOKEN) for site in board.sites.values())])
        self._coarse = np.ascontiguousarray(self._cells[::COARSE, ::COARSE])
        self._ground = np.ascontiguousarray(self._land_mask(board)[::COARSE, ::COARSE])
        self._bounds = _bounds_of(self._coarse, self._sites)

    def place_at(self, x_km: float, y_km: float) -> str | None:
        """The place at a point of the sheet; None for context and beyond the edge."""
        x, y = int(x_km * CELLS_A_KM // 1), int(y_km * CELLS_A_KM // 1)
        width, height = self._cells.shape
        if not (0 <= x < width and 0 <= y < height):
            return None
        number = int(self._cells[x, y])
        return None if number == NOWHERE else self._sites[number - 1]

    def has_ground(self, left: float, top: float, width: float, height: float) -> bool:
        """Land of a place lies in a rectangle of the sheet, km; a box beyond the sheet is none."""
        across, down = (
            slice(max(0, int(start / COARSE_KM)), max(0, math.ceil((start + length) / COARSE_KM)))
            for start, length in ((left, width), (top, height))
        )
        return bool(self._is_ground[self._coarse[across, down]].any())

    def overview(self) -> tuple[float, Cells]:
        """The sheet in fewer cells, each with the number of its place, counted from 1 in the order of the board; their size, km."""
        return COARSE_KM * FEWER, self._coarse[::FEWER, ::FEWER]

    def overview_of_land(self) -> Flags:
        """Which of those cells are land, anybody's."""
        return self._ground[::FEWER, ::FEWER]

    def area(self, places: Collection[str], piece: Piece | None = None) -> Area | None:
        """The ground of places taken together, or what of it lies in a piece; None where they have none."""
        cells = piece.cells if piece is not None else self._around(places)
        if cells is None:
            return None
        left, top, right, bottom = cells
        corner = max(0, left - BESIDE[0]), max(0, top - BESIDE[1])
        part = slice(corner[0], right + BESIDE[0]), slice(corner[1], bottom + BESIDE[1])
        own = self._held_by(places, part)
        tried = slice(left - corner[0], right - corner[0]), slice(top - corner[1], bottom - corner[1])
        return Area(corner, own, self._ground[part] & ~own, tried)

    def pieces(self, places: Collection[str], size_km: tuple[float, float]) -> Iterator[Piece]:
        """The ground of places cut into rectangles of about a size, km; without those that hold little ground."""
        cells = self._around(places)
        if cells is None:
            return
        columns, rows = (
            np.linspace(first, last, max(1, round((last - first) * COARSE_KM / size)) + 1).round().astype(int).tolist()
            for first, last, size in zip(cells[:2], cells[2:], size_km, strict=True)
        )
        for (left, right), (top, bottom) in product(pairwise(columns), pairwise(rows)):
            own = self._held_by(places, (slice(left, right), slice(top, bottom)))
            if own.mean() >= LEAST_HELD:
                x, y = (float(held.mean() + 0.5) for held in np.nonzero(own))
                yield Piece(((left + x) * COARSE_KM, (top + y) * COARSE_KM), (left, top, right, bottom))

    def _around(self, places: Collection[str]) -> tuple[int, int, int, int] | None:
        """Left, top, right, bottom of the coarse cells round places, the last two beyond them; None where they have no ground."""
        bounds = [self._bounds[place] for place in places if place in self._bounds]
        if not bounds:
            return None
        lefts, tops, rights, bottoms = zip(*bounds, strict=True)
        return min(lefts), min(tops), max(rights) + 1, max(bottoms) + 1

    def _held_by(self, places: Collection[str], part: tuple[slice, slice]) -> Flags:
        """Which coarse cells of a part of the sheet are ground of places."""
        wanted = np.zeros(len(self._sites) + 1, np.bool_)
        wanted[[self._number[place] for place in places]] = True
        return np.asarray(wanted[self._coarse[part]], np.bool_)

    def _drawn(self, board: Board) -> Cells:
        width, height = (round(size * CELLS_A_KM) for size in board.atlas.size_km)
        sheet = pygame.Surface((width, height), depth=32)
        sheet.fill(NOWHERE)
        pieces: list[tuple[int, Rings]] = [(NOWHERE, rings) for ground in board.context for rings in ground.polygons]
        pieces += [(self._number[site.id], rings) for site in board.sites.values() for rings in site.polygons]
        for number, rings in sorted(pieces, key=lambda piece: -_box_area(piece[1])):
            pygame.draw.polygon(sheet, number, whole(rings[0] * CELLS_A_KM))
        for site in board.sites.values():
            self._draw_marker(sheet, site)
        return np.array(pygame.surfarray.pixels2d(sheet), np.min_scalar_type(len(self._sites)))

    def _draw_marker(self, sheet: pygame.Surface, site: Site) -> None:
        number = self._number[site.id]
        if site.shape is Shape.TOKEN:
            middle = (round(site.anchor_km[0] * CELLS_A_KM), round(site.anchor_km[1] * CELLS_A_KM))
            pygame.draw.circle(sheet, number, middle, round(site.radius_km * CELLS_A_KM))
        if site.rect_km is not None:
            sheet.fill(number, pygame.Rect(*(round(side * CELLS_A_KM) for side in site.rect_km)))

    def _land_mask(self, board: Board) -> Flags:
        """Where land is: of the scenario, or context."""
        sheet = pygame.Surface(self._cells.shape, depth=8)
        sheet.fill(0)
        for ground in board.context:
            for rings in ground.polygons:
                pygame.draw.polygon(sheet, 1, whole(rings[0] * CELLS_A_KM))
        played: Flags = self._is_land[self._cells]
        context: Flags = pygame.surfarray.pixels2d(sheet) > 0
        return np.asarray(played | (context & (self._cells == NOWHERE)), np.bool_)


def _bounds_of(cells: Cells, sites: Sequence[str]) -> dict[str, tuple[int, int, int, int]]:
    """By place: first and last column and row of its cells."""
    column, row = np.nonzero(cells)
    number = cells[column, row]
    low = [np.full(len(sites) + 1, max(cells.shape)) for _ in (0, 1)]
    high = [np.full(len(sites) + 1, -1) for _ in (0, 1)]
    for axis, at in enumerate((column, row)):
        np.minimum.at(low[axis], number, at)
        np.maximum.at(high[axis], number, at)
    return {
        site: (int(low[0][k]), int(low[1][k]), int(high[0][k]), int(high[1][k]))
        for k, site in enumerate(sites, start=1)
        if high[0][k] >= 0
    }


def _box_area(rings: Rings) -> float:
    spread = rings[0].max(axis=0) - rings[0].min(axis=0)
    return float(spread[0] * spread[1])


def summed(flags: Flags) -> Numbers:
    """How many flags are set above and left of each corner."""
    sums = np.zeros((flags.shape[0] + 1, flags.shape[1] + 1), np.int32)
    np.cumsum(np.cumsum(flags, axis=0, dtype=np.int32), axis=1, out=sums[1:, 1:])
    return sums


def shares(sums: Numbers, left: Numbers, top: Numbers, right: Numbers, bottom: Numbers) -> npt.NDArray[np.float64]:
    """The share of set flags in each rectangle from one corner to before another; beyond the sheet none is set."""
    x0, x1 = (np.clip(x, 0, sums.shape[0] - 1) for x in (left, right))
    y0, y1 = (np.clip(y, 0, sums.shape[1] - 1) for y in (top, bottom))
    inside = sums[x1, y1] - sums[x0, y1] - sums[x1, y0] + sums[x0, y0]
    return np.asarray(inside / ((right - left) * (bottom - top)), np.float64)


def _share(sums: Numbers, x: Numbers, y: Numbers, half: tuple[int, int]) -> npt.NDArray[np.float64]:
    """The share of set flags in the rectangle round each point."""
    return shares(sums, x - half[0], y - half[1], x + half[0] + 1, y + half[1] + 1)
