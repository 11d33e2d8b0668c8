"""Lakes, lagoons and rivers, which are drawn and bound nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import shapely

from tools.map.arcs import Point
from tools.map.coverage import Sheet
from tools.map.frame import Points, frame, on_grid, to_map
from tools.map.land import polygons
from tools.map.tables import Lagoon, Tables

LEAST_LAKE_KM2: Final = 120.0
MOST_LAKE_KM2: Final = 200_000.0
"""The Caspian is larger, and is a sea zone."""

TOLERANCE_KM: Final = 1.5
SPIT_KM: Final = 1.6
"""So much ground is left between a lagoon and the sea: the spit that parts them must be seen."""

SIMPLE_KM: Final = 0.3
"""Bends of the shore of a lagoon smaller than this are straightened."""

_LON: Final = (-30.0, 75.0)
_LAT: Final = (25.0, 75.0)


def lakes(content: bytes, lagoons: Sequence[Lagoon]) -> list[list[Point]]:
    """Shores of the lakes in the frame, without the closing point, largest first.

    Islands are left out, and so is what the source has in the place of a lagoon.
    """
    topology = json.loads(content)
    apart = shapely.union_all([_outline(lagoon) for lagoon in lagoons])
    shores = [shapely.make_valid(shapely.Polygon(to_map(line))) for line in _lines(topology, "lakes") if _near(line)]
    large = [part for shore in shores for part in polygons(shore) if LEAST_LAKE_KM2 < part.area < MOST_LAKE_KM2]
    whole = [lake for lake in large if not lake.intersects(apart)]
    shown = [part for lake in whole for part in polygons(lake.simplify(TOLERANCE_KM).intersection(frame()))]
    shown.sort(key=lambda part: (-part.area, part.bounds))
    return [on_grid(np.array(part.exterior.coords))[:-1] for part in shown]


def lagoon_shores(tables: Tables, sheet: Sheet) -> list[list[Point]]:
    """Shores of the lagoons, as far as they lie behind a spit of the sheet."""
    sea = shapely.union_all([sheet[name] for name in sorted(tables.seas)])
    shown = [_outline(lagoon).difference(shapely.buffer(sea, SPIT_KM)) for lagoon in tables.lagoons]
    whole = [max(polygons(part), key=lambda piece: piece.area) for part in shown]
    return [on_grid(np.array(part.simplify(SIMPLE_KM).exterior.coords))[:-1] for part in whole]


def _outline(lagoon: Lagoon) -> shapely.Geometry:
    return shapely.make_valid(shapely.Polygon(to_map(np.array(lagoon.points))))


def rivers(content: bytes) -> list[list[Point]]:
    """Courses of the rivers in the frame."""
    topology = json.loads(content)
    courses = [shapely.LineString(to_map(line)) for line in _lines(topology, "rivers") if _near(line)]
    shown = shapely.get_parts([course.simplify(TOLERANCE_KM).intersection(frame()) for course in courses])
    return [on_grid(np.array(part.coords)) for part in shown if part.geom_type == "LineString" and not part.is_empty]


def _near(line: Points) -> bool:
    lon, lat = line.mean(axis=0)
    return bool(_LON[0] < lon < _LON[1] and _LAT[0] < lat < _LAT[1])


def _lines(topology: dict[str, Any], name: str) -> Iterator[Points]:
    """Lines, or outer rings, of an object of TopoJSON, in degrees."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]
    for geometry in topology["objects"][name]["geometries"]:
        match geometry["type"]:
            case "LineString":
                named = [geometry["arcs"]]
            case "MultiLineString":
                named = geometry["arcs"]
            case "Polygon":
                named = geometry["arcs"][:1]
            case "MultiPolygon":
                named = [polygon[0] for polygon in geometry["arcs"]]
            case _:
                named = []
        for numbers in named:
            yield _joined(arcs, numbers)


def _joined(arcs: list[Points], numbers: list[int]) -> Points:
    parts = [arcs[number] if number >= 0 else arcs[-1 - number][::-1] for number in numbers]
    return np.vstack([parts[0], *(part[1:] for part in parts[1:])])
