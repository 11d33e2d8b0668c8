"""Borders as arcs: each line between two grounds is kept once, and grounds are rings of arcs.

An arc runs between two points where three or more lines meet, or closes on itself. A ring names its arcs in order; arc i
taken backwards is named -1 - i.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import shapely

from tools.map.frame import GRID_KM, on_grid
from tools.map.land import polygons

Point = tuple[int, int]
"""x and y in steps of the grid."""

Ring = list[int]
Polygon = list[Ring]
"""The outer ring, then holes."""


class Arc(NamedTuple):
    """One line of the map."""

    points: tuple[Point, ...]  # first and last are equal where the arc closes on itself
    owners: tuple[str, ...]  # the one or two grounds it bounds, in the order of their ids

    @property
    def km(self) -> float:
        """Length."""
        steps = np.diff(np.array(self.points), axis=0)
        return float(np.hypot(steps[:, 0], steps[:, 1]).sum() * GRID_KM)


class Topology(NamedTuple):
    """The map as lines and who they bound."""

    arcs: list[Arc]
    grounds: dict[str, list[Polygon]]  # the largest polygon first


def topology(sheet: Mapping[str, shapely.Geometry]) -> Topology:
    """Arcs and rings of a sheet that is a valid coverage on the grid."""
    rings = {id: _rings(ground) for id, ground in sheet.items()}
    junctions = _junctions(ring for of_id in rings.values() for of_polygon in of_id for ring in of_polygon)
    numbers: dict[tuple[Point, ...], int] = {}
    owners: dict[int, list[str]] = defaultdict(list)
    grounds: dict[str, list[Polygon]] = {}
    for id, of_id in rings.items():
        grounds[id] = [[_number(ring, junctions, numbers) for ring in of_polygon] for of_polygon in of_id]
        for arc in {_plain(arc) for polygon in grounds[id] for ring in polygon for arc in ring}:
            owners[arc].append(id)
    return Topology([Arc(points, tuple(owners[number])) for points, number in numbers.items()], grounds)


def _rings(ground: shapely.Geometry) -> list[list[list[Point]]]:
    """Rings of a ground without their closing points: outer rings one way round, holes the other."""
    parts = sorted(polygons(ground), key=lambda part: (-part.area, part.bounds))
    turned = [shapely.geometry.polygon.orient(part) for part in parts]
    return [[on_grid(np.array(ring.coords))[:-1] for ring in (part.exterior, *part.interiors)] for part in turned]


def _junctions(rings: Iterable[list[Point]]) -> set[Point]:
    """Points where three or more lines meet."""
    beside: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for here, there in zip(ring, [*ring[1:], ring[0]], strict=True):
            beside[here].add(there)
            beside[there].add(here)
    return {point for point, others in beside.items() if len(others) > 2}


def _number(ring: list[Point], junctions: set[Point], numbers: dict[tuple[Point, ...], int]) -> Ring:
    """A ring as arcs, new ones added to `numbers`."""
    found = []
    for points in _pieces(ring, junctions):
        back = points[::-1]
        if back in numbers:
            found.append(-1 - numbers[back])
        else:
            found.append(numbers.setdefault(points, len(numbers)))
    return found


def _pieces(ring: list[Point], junctions: set[Point]) -> list[tuple[Point, ...]]:
    """The ring cut at its junctions; one without any begins at its least point, from both sides alike."""
    stops = [at for at, point in enumerate(ring) if point in junctions] or [ring.index(min(ring))]
    turned = ring[stops[0] :] + ring[: stops[0]]
    ends = [stop - stops[0] for stop in stops[1:]] + [len(ring)]
    closed = [*turned, turned[0]]
    starts = [0, *ends[:-1]]
    return [tuple(closed[start : end + 1]) for start, end in zip(starts, ends, strict=True)]


def _plain(arc: int) -> int:
    return arc if arc >= 0 else -1 - arc
