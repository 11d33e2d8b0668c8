"""The geometry of a board at one scale: px instead of km, each piece with its bounds, so that a tile finds its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from wargame.ui.map.atlas import Border, BorderKind, Line, Rings
from wargame.ui.map.board import Board

Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom, px of the sheet."""


class Patch(NamedTuple):
    """A polygon of a place (or of context, where the place is empty)."""

    place: str
    rings: Rings
    bounds: Bounds


class Edge(NamedTuple):
    """A line. Sides are empty for waters."""

    line: Line
    bounds: Bounds
    sides: tuple[str, str] = ("", "")


@dataclass(frozen=True, eq=False)
class Tracing:
    """All pieces at `scale` px a km. Land stands in the order of its size, so that enclaves come last and on top."""

    scale: float
    land: tuple[Patch, ...]
    edges: dict[BorderKind, tuple[Edge, ...]]
    lakes: tuple[Patch, ...]
    lagoons: tuple[Patch, ...]
    rivers: tuple[Edge, ...]


def trace(board: Board, scale: float) -> Tracing:
    """A board at a scale, px a km."""
    own = [(site.id, rings) for site in board.sites.values() if site.home for rings in site.polygons]
    other = [("", rings) for ground in board.context for rings in ground.polygons]
    patches = [_patch(place, rings, scale) for place, rings in (*own, *other)]
    kinds: dict[BorderKind, list[Edge]] = {kind: [] for kind in BorderKind}
    for border in board.borders:
        kinds[border.kind].append(_edge(border, scale))
    return Tracing(
        scale=scale,
        land=tuple(sorted(patches, key=lambda patch: -_area(patch.rings[0]))),
        edges={kind: tuple(edges) for kind, edges in kinds.items()},
        lakes=tuple(_patch("", (lake,), scale) for lake in board.atlas.lakes),
        lagoons=tuple(_patch("", (lagoon,), scale) for lagoon in board.atlas.lagoons),
        rivers=tuple(Edge(river * scale, _bounds(river * scale)) for river in board.atlas.rivers),
    )


def within(pieces: Iterable[Patch], bounds: Bounds) -> Iterator[Patch]:
    """The patches whose bounds meet others."""
    return (piece for piece in pieces if meets(piece.bounds, bounds))


def edges_within(pieces: Iterable[Edge], bounds: Bounds) -> Iterator[Edge]:
    """The lines whose bounds meet others."""
    return (piece for piece in pieces if meets(piece.bounds, bounds))


def meets(one: Bounds, other: Bounds) -> bool:
    """Two rectangles have a point in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _patch(place: str, rings: Rings, scale: float) -> Patch:
    scaled = tuple(ring * scale for ring in rings)
    return Patch(place, scaled, _bounds(scaled[0]))


def _edge(border: Border, scale: float) -> Edge:
    line = border.line * scale
    return Edge(line, _bounds(line), border.sides)


def _bounds(line: Line) -> Bounds:
    left, top = line.min(axis=0)
    right, bottom = line.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def _area(ring: Line) -> float:
    """Of a ring, px², by the shoelace formula."""
    x, y = ring[:, 0], ring[:, 1]
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2
