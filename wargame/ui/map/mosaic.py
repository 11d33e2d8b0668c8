"""Which place each spot of the sheet belongs to: for picking, and for finding where a name fits into its place."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from wargame.ui.map.atlas import Rings
from wargame.ui.map.board import Board, Shape, Site

Numbers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

CELLS_A_KM = 0.5  # of the mosaic
COARSE = 5  # cells, between spots that are tried for a name
NOWHERE = 0  # number of context and of the sea that nobody plays
SURE = 10.0  # km that a spot in the place counts as nearer, for each tenth of the name that lies in it


class Spot(NamedTuple):
    """Where a name could stand: its middle, and what it would cover, km and shares of its rectangle."""

    x_km: float
    y_km: float
    own: float  # share on its own place
    foreign: float  # share on other land


class Mosaic:
    """The sheet in cells of 2 km, each with the number of its place."""

    def __init__(self, board: Board) -> None:
        self._sites = tuple(board.sites)
        self._number = {name: number for number, name in enumerate(self._sites, start=1)}
        self._cells = self._drawn(board)
        land = [site.shape is not Shape.SEA for site in board.sites.values()]
        self._is_land = np.array([False, *land])
        self._ground = self._land_mask(board)

    def place_at(self, x_km: float, y_km: float) -> str | None:
        """The place at a point of the sheet; None for context and beyond the edge."""
        x, y = int(x_km * CELLS_A_KM // 1), int(y_km * CELLS_A_KM // 1)
        width, height = self._cells.shape
        if not (0 <= x < width and 0 <= y < height):
            return None
        number = int(self._cells[x, y])
        return None if number == NOWHERE else self._sites[number - 1]

    def spots(self, places: Collection[str], size_km: tuple[float, float], near_km: tuple[float, float]) -> list[Spot]:
        """Where a rectangle could stand in places taken together, the best first: most inside, then nearest to a point."""
        own = np.isin(self._cells, [self._number[place] for place in places])
        found = np.nonzero(own.any(axis=1))[0], np.nonzero(own.any(axis=0))[0]
        if not len(found[0]):
            return []
        half = max(1, round(size_km[0] * CELLS_A_KM / 2)), max(1, round(size_km[1] * CELLS_A_KM / 2))
        low = [max(int(at[0]) - margin, 0) for at, margin in zip(found, half, strict=True)]
        high = [int(at[-1]) + 1 + margin for at, margin in zip(found, half, strict=True)]
        part = (slice(low[0], high[0]), slice(low[1], high[1]))
        inside = own[part]
        foreign = self._ground[part] & ~inside
        x, y = np.meshgrid(*(np.arange(0, n, COARSE) for n in inside.shape), indexing="ij")
        middle = inside[x, y]
        x, y = x[middle], y[middle]
        shares = [_share(flags, x, y, half) for flags in (inside, foreign)]
        at_x, at_y = (x + low[0] + 0.5) / CELLS_A_KM, (y + low[1] + 0.5) / CELLS_A_KM
        cost = np.hypot(at_x - near_km[0], at_y - near_km[1]) - SURE * 10 * shares[0]
        order = np.argsort(cost, kind="stable")
        return [Spot(float(at_x[k]), float(at_y[k]), float(shares[0][k]), float(shares[1][k])) for k in order]

    def _drawn(self, board: Board) -> Numbers:
        width, height = (round(size * CELLS_A_KM) for size in board.atlas.size_km)
        sheet = pygame.Surface((width, height), depth=32)
        sheet.fill(NOWHERE)
        pieces: list[tuple[int, Rings]] = [(NOWHERE, rings) for ground in board.context for rings in ground.polygons]
        pieces += [(self._number[site.id], rings) for site in board.sites.values() for rings in site.polygons]
        for number, rings in sorted(pieces, key=lambda piece: -_box_area(piece[1])):
            pygame.draw.polygon(sheet, number, (rings[0] * CELLS_A_KM).tolist())
        for site in board.sites.values():
            self._draw_marker(sheet, site)
        return np.array(pygame.surfarray.pixels2d(sheet), np.int32)

    def _draw_marker(self, sheet: pygame.Surface, site: Site) -> None:
        number = self._number[site.id]
        if site.shape is Shape.TOKEN:
            middle = (site.anchor_km[0] * CELLS_A_KM, site.anchor_km[1] * CELLS_A_KM)
            pygame.draw.circle(sheet, number, middle, site.radius_km * CELLS_A_KM)
        if site.rect_km is not None:
            sheet.fill(number, pygame.Rect(*(round(side * CELLS_A_KM) for side in site.rect_km)))

    def _land_mask(self, board: Board) -> Flags:
        """Where land is: of the scenario, or context."""
        sheet = pygame.Surface(self._cells.shape, depth=8)
        sheet.fill(0)
        for ground in board.context:
            for rings in ground.polygons:
                pygame.draw.polygon(sheet, 1, (rings[0] * CELLS_A_KM).tolist())
        played: Flags = self._is_land[self._cells]
        context: Flags = pygame.surfarray.pixels2d(sheet) > 0
        return played | (context & (self._cells == NOWHERE))


def _box_area(rings: Rings) -> float:
    spread = rings[0].max(axis=0) - rings[0].min(axis=0)
    return float(spread[0] * spread[1])


def _share(flags: Flags, x: Numbers, y: Numbers, half: tuple[int, int]) -> npt.NDArray[np.float64]:
    """The share of set flags in the rectangle round each point, from sums over all that lies above and left."""
    sums = np.zeros((flags.shape[0] + 1, flags.shape[1] + 1), np.int64)
    np.cumsum(np.cumsum(flags, axis=0), axis=1, out=sums[1:, 1:])
    left, right = np.maximum(x - half[0], 0), np.minimum(x + half[0], flags.shape[0])
    top, bottom = np.maximum(y - half[1], 0), np.minimum(y + half[1], flags.shape[1])
    inside = sums[right, bottom] - sums[left, bottom] - sums[right, top] + sums[left, top]
    return np.asarray(inside / (4 * half[0] * half[1]), np.float64)
