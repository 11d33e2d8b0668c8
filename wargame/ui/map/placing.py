"""Room on a sheet: what is taken, so that nothing is put on top of anything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

CELL = 96  # px, of the grid that finds what is near


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
        self._bounds = bounds
        self._cells: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)

    def is_free(self, wanted: Rect) -> bool:
        """It lies on the sheet and meets nothing."""
        if not self._bounds.holds(wanted):
            return False
        return not any(wanted.meets(taken) for cell in _cells(wanted) for taken in self._cells.get(cell, ()))

    def kept_in(self, rect: Rect) -> Rect:
        """A rectangle moved as little as brings it onto the sheet."""
        left = min(max(rect.left, self._bounds.left), self._bounds.right - rect.width)
        return Rect(
            left, min(max(rect.top, self._bounds.top), self._bounds.bottom - rect.height), rect.width, rect.height
        )

    def take(self, rect: Rect) -> None:
        """From now on this room is taken."""
        for cell in _cells(rect):
            self._cells[cell].append(rect)

    def first_free(self, candidates: Iterable[Rect]) -> Rect | None:
        """The first that is free; it is not yet taken."""
        return next((rect for rect in candidates if self.is_free(rect)), None)


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for x in range(int(rect.left // CELL), int(rect.right // CELL) + 1):
        for y in range(int(rect.top // CELL), int(rect.bottom // CELL) + 1):
            yield x, y
