"""Room on a sheet: what is taken, so that nothing is put on top of anything else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
"""Rows of x and y."""

FIRST_ROWS = 256  # that room is kept for at first


class Rect(NamedTuple):
    """A rectangle of the sheet, px."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    def meets(self, other: Rect) -> bool:
        """They have more than an edge in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Rect) -> bool:
        """The other lies inside."""
        inside = self.left <= other.left and other.right <= self.right
        return inside and self.top <= other.top and other.bottom <= self.bottom

    def grown(self, by: float) -> Rect:
        """With a margin all round."""
        return Rect(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, across: float, down: float) -> Rect:
        """Elsewhere."""
        return Rect(self.left + across, self.top + down, self.width, self.height)


def centred(x: float, y: float, width: float, height: float) -> Rect:
    """The rectangle round a point."""
    return Rect(x - width / 2, y - height / 2, width, height)


class Room:
    """A sheet on which rectangles take room."""

    def __init__(self, bounds: Rect) -> None:
        self.bounds = bounds
        self._taken: list[Rect] = []
        self._edges = np.zeros((4, FIRST_ROWS))  # left, top, right, bottom of each that is taken

    def is_free(self, wanted: Rect) -> bool:
        """It lies on the sheet and meets nothing."""
        if not self.bounds.holds(wanted):
            return False
        left, top, right, bottom = self._edges[:, : len(self._taken)]
        meets = (left < wanted.right) & (right > wanted.left) & (top < wanted.bottom) & (bottom > wanted.top)
        return not meets.any()

    def free_among(self, corners: Points, size: tuple[float, float]) -> npt.NDArray[np.bool_]:
        """Which rectangles of one size, by their upper left corners, meet nothing; on the sheet they must lie."""
        (x, y), (wide, high) = corners[:, :, None], size
        left, top, right, bottom = self._edges[:, : len(self._taken)]
        meets = (left < x + wide) & (right > x) & (top < y + high) & (bottom > y)
        return np.asarray(~meets.any(axis=1), np.bool_)

    def kept_in(self, rect: Rect) -> Rect:
        """A rectangle moved as little as brings it onto the sheet."""
        left, top = self.kept_inside(np.array([[rect.left], [rect.top]]), (rect.width, rect.height))[:, 0].tolist()
        return Rect(left, top, rect.width, rect.height)

    def kept_inside(self, corners: Points, size: tuple[float, float]) -> Points:
        """Upper left corners of rectangles of one size, moved as little as brings these onto the sheet."""
        least = np.array([[self.bounds.left], [self.bounds.top]])
        most = np.array([[self.bounds.right - size[0]], [self.bounds.bottom - size[1]]])
        return np.asarray(np.maximum(np.minimum(corners, most), least), np.float64)

    def take(self, rect: Rect) -> None:
        """From now on this room is taken."""
        if len(self._taken) == self._edges.shape[1]:
            self._edges = np.concatenate([self._edges, np.zeros_like(self._edges)], axis=1)
        self._edges[:, len(self._taken)] = rect.left, rect.top, rect.right, rect.bottom
        self._taken.append(rect)

    def release(self, rect: Rect) -> None:
        """Room that was taken is free again; the last that was taken is written in its row."""
        row, last = self._taken.index(rect), self._taken.pop()
        if row < len(self._taken):
            self._taken[row] = last
            self._edges[:, row] = last.left, last.top, last.right, last.bottom

    def first_free(self, candidates: Iterable[Rect]) -> Rect | None:
        """The first that is free; it is not yet taken."""
        return next((rect for rect in candidates if self.is_free(rect)), None)
