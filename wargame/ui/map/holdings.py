"""Who holds which ground, cell by cell: where a counter would be taken for another side's, and what parts two places."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wargame.ui.map.board import Board, Shape
from wargame.ui.map.camps import Camp, Hue
from wargame.ui.map.mosaic import Mosaic, shares, summed
from wargame.ui.map.situation import Situation

NOBODY = 0
COUNCILS = frozenset((Hue.COUNCIL, Hue.COUNCILS, Hue.SECOND_COUNCIL, Hue.THIRD_COUNCIL))  # who defend together

Numbers = npt.NDArray[np.int32]
Shares = npt.NDArray[np.float64]


class Cover(NamedTuple):
    """What rectangles lie on: for each the share on land of other sides, and on land of anybody."""

    foreign: Shares
    land: Shares


class Holdings:
    """The ground of a situation."""

    def __init__(self, board: Board, mosaic: Mosaic, situation: Situation) -> None:
        self._cell_km, self._cells = mosaic.overview()
        self._row = {name: row for row, name in enumerate(board.sites, start=1)}
        states = {name: row for row, name in enumerate(situation.states, start=1)}
        self._state = np.zeros(len(board.sites) + 1, np.int32)
        self._side = np.zeros(len(board.sites) + 1, np.int32)
        self._is_sea = {name for name, site in board.sites.items() if site.shape is Shape.SEA}
        self._sides: dict[object, int] = {}
        for place, holder in situation.holder.items():
            self._state[self._row[place]] = states[holder]
            self._side[self._row[place]] = self.side_of(situation.camp_of[holder])
        self._held = self._side[self._cells]
        self._land = summed(mosaic.overview_of_land())
        self._foreign: dict[int, Numbers] = {}

    def side_of(self, camp: Camp) -> int:
        """The number of a side: all who defend together are one."""
        return self._sides.setdefault("councils" if camp.hue in COUNCILS else camp, len(self._sides) + 1)

    def is_sea(self, place: str) -> bool:
        """A place is no land."""
        return place in self._is_sea

    def cover(self, side: int, corners_km: Shares, ends_km: Shares) -> Cover:
        """What rectangles lie on, in the eyes of a side, by their corners: rows of x and y."""
        if side not in self._foreign:
            self._foreign[side] = summed((self._held != NOBODY) & (self._held != side))
        left, top = np.floor(corners_km / self._cell_km).astype(np.int32)
        right, bottom = np.ceil(ends_km / self._cell_km).astype(np.int32)
        return Cover(*(shares(sums, left, top, right, bottom) for sums in (self._foreign[side], self._land)))

    def is_foreign(self, side: int, point_km: tuple[float, float], own: Collection[str]) -> bool:
        """Land of another side lies under a point, and is none of the places that a stack stands in."""
        number = self._at(*point_km)
        if self._side[number] in (NOBODY, side):
            return False
        return all(self._row[place] != number for place in own)

    def hang_together(self, one: str, other: str, board: Board) -> bool:
        """Two places are held by one state, and the straight line between them leaves its land nowhere: no front, no sea."""
        state = int(self._state[self._row[one]])
        if state == NOBODY or state != self._state[self._row[other]]:
            return False
        (x0, y0), (x1, y1) = board.sites[one].anchor_km, board.sites[other].anchor_km
        steps = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / self._cell_km))
        along = (k / steps for k in range(steps + 1))
        return all(self._state[self._at(x0 + (x1 - x0) * k, y0 + (y1 - y0) * k)] == state for k in along)

    def _at(self, x_km: float, y_km: float) -> int:
        """The number of the place at a point; that of nobody's beyond the sheet."""
        x, y = int(x_km // self._cell_km), int(y_km // self._cell_km)
        width, height = self._cells.shape
        return int(self._cells[x, y]) if 0 <= x < width and 0 <= y < height else NOBODY
