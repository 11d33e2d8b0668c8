"""Lines and polygons drawn several times too large and averaged, so that their edges are smooth: pygame's own are not.

A mask is how much of each pixel is covered, 0 to 1, shape (width, height), as all of pygame's arrays are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt
import pygame

Line = npt.NDArray[np.float64]
Mask = npt.NDArray[np.float32]

FINER = 3  # times in each direction
FULL = 255
THIN = 2  # fine px: up to here pygame's own line is drawn; beyond, it grows thinner on the slant
MARGIN = 40.0  # fine px round a mask that are drawn as well, so that no line ends at its edge


class Canvas:
    """What a mask is drawn on: `size` px wide and high, from `corner` px of the sheet, `finer` times too large."""

    def __init__(self, corner: tuple[int, int], size: tuple[int, int], finer: int = FINER) -> None:
        self.size, self.finer = size, finer
        self._fine_size = size[0] * finer, size[1] * finer
        self._offset = np.array(corner, np.float64)
        self._drawn: pygame.Surface | None = None

    @property
    def empty(self) -> bool:
        """Nothing was drawn."""
        return self._drawn is None

    def polygon(self, rings: Iterable[Line]) -> None:
        """Fill a polygon given in px of the sheet; its holes are left as nothing."""
        for number, ring in enumerate(rings):
            points = clipped(self._fine(ring), self._fine_size)
            if len(points) > 2:
                pygame.draw.polygon(self._surface(), 0 if number else FULL, whole(points))

    def stroke(self, line: Line, width: float) -> None:
        """A line so many px wide, with round corners."""
        points = self._fine(line)
        if not _touches(points, self._fine_size):
            return
        wide = width * self.finer
        if wide <= THIN:
            pygame.draw.lines(self._surface(), FULL, False, whole(points), max(1, round(wide)))
            return
        for middle in whole(points):
            pygame.draw.circle(self._surface(), FULL, middle, round(wide / 2))
        for quad in _quads(points, wide / 2):
            pygame.draw.polygon(self._surface(), FULL, quad)

    def mask(self) -> Mask:
        """How much of each pixel was covered."""
        if self._drawn is None:
            return np.zeros(self.size, np.float32)
        fine = pygame.surfarray.pixels2d(self._drawn).T  # rows, as they lie in memory: three times faster
        rows = fine[0 :: self.finer].astype(np.uint16)
        for n in range(1, self.finer):
            rows += fine[n :: self.finer]
        both = rows[:, 0 :: self.finer].copy()
        for n in range(1, self.finer):
            both += rows[:, n :: self.finer]
        return (both * np.float32(1 / (FULL * self.finer**2))).T

    def _surface(self) -> pygame.Surface:
        """The picture that is drawn on; most canvases never need one."""
        if self._drawn is None:
            self._drawn = pygame.Surface(self._fine_size, depth=8)
            self._drawn.set_palette([(level, level, level) for level in range(FULL + 1)])
            self._drawn.fill(0)
        return self._drawn

    def _fine(self, line: Line) -> Line:
        return (line - self._offset) * self.finer


def clipped(ring: Line, size: tuple[int, int]) -> Line:
    """The part of a ring within a picture and a margin round it (Sutherland and Hodgman 1974); often nothing."""
    for axis in (0, 1):
        for sign, limit in ((1.0, -MARGIN), (-1.0, -(size[axis] + MARGIN))):
            if not len(ring):
                return ring
            ring = _cut(ring, ring[:, axis] * sign - limit)
    return ring


def _cut(ring: Line, inside: npt.NDArray[np.float64]) -> Line:
    """The part of a ring where the distance to a limit is not negative."""
    keep = inside >= 0
    if keep.all():
        return ring
    if not keep.any():
        return ring[:0]
    following, distance = np.roll(ring, -1, axis=0), np.roll(inside, -1)
    crosses = keep != (distance >= 0)
    share = np.where(crosses, inside / np.where(crosses, inside - distance, 1.0), 0.0)
    both = np.stack([ring, ring + (following - ring) * share[:, None]], axis=1).reshape(-1, 2)
    return np.asarray(both[np.stack([keep, crosses], axis=1).reshape(-1)], np.float64)


def whole(points: Line) -> list[tuple[int, int]]:
    """Points in whole px: what is left over, pygame would cut off and pygame-ce would round."""
    return [(x, y) for x, y in np.rint(points).astype(int).tolist()]


def _touches(points: Line, size: tuple[int, int]) -> bool:
    low, high = points.min(axis=0), points.max(axis=0)
    return bool((high >= -MARGIN).all() and low[0] <= size[0] + MARGIN and low[1] <= size[1] + MARGIN)


def _quads(points: Line, half: float) -> Iterator[list[tuple[int, int]]]:
    """Each piece of a line as a rectangle."""
    way = np.diff(points, axis=0)
    length = np.hypot(way[:, 0], way[:, 1])
    kept = length > 0
    across = np.stack([-way[kept, 1], way[kept, 0]], axis=1) / length[kept, None] * half
    start, end = points[:-1][kept], points[1:][kept]
    corners = np.stack([start + across, end + across, end - across, start - across], axis=1)
    yield from np.rint(corners).astype(int).tolist()


def dashes(line: Line, dash: float, gap: float) -> Iterator[Line]:
    """The drawn pieces of a broken line."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    for start in np.arange(0.0, along[-1], dash + gap):
        stop = min(start + dash, along[-1])
        within = along[(along > start) & (along < stop)]
        marks = np.concatenate([[start], within, [stop]])
        yield np.stack([np.interp(marks, along, line[:, 0]), np.interp(marks, along, line[:, 1])], axis=1)
