"""The file of the map, `assets/map/europe.json`: what it says and how it is laid out in lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import shapely

from tools.map import MapError
from tools.map.adjacency import Edge, border_class
from tools.map.arcs import Arc, Point, Polygon, Topology
from tools.map.coverage import Sheet
from tools.map.frame import (
    EAST_KM,
    GRID_KM,
    HEIGHT_KM,
    NORTH_KM,
    PROJECTION,
    SOUTH_KM,
    WEST_KM,
    WIDTH_KM,
    point_on_map,
)
from tools.map.land import polygons
from tools.map.tables import CONTEXT_MARK, Tables, Town

FORMAT: Final = 1
INLAND_KM: Final = 0.5
STRAY_KM: Final = 10.0
"""A town in the water is put so far ashore, from so far out at most: islets that towns stand on are left out."""

_LABEL_TOLERANCE_KM: Final = 1.0

Record = Mapping[str, object]


def document(
    drawn: Topology, sheet: Sheet, tables: Tables, neighbours: Iterable[Edge], waters: Mapping[str, list[list[Point]]]
) -> dict[str, object]:
    """The map as what JSON can hold; `waters` are lakes, lagoons and rivers."""
    regions = [id for id in drawn.grounds if id in tables.regions]
    contexts = [id for id in drawn.grounds if id.startswith(CONTEXT_MARK)]
    return {
        "format": FORMAT,
        "projection": PROJECTION,
        "frame_km": [WEST_KM, SOUTH_KM, EAST_KM, NORTH_KM],
        "size_km": [WIDTH_KM, HEIGHT_KM],
        "grid_km": GRID_KM,
        "regions": {id: _region(id, drawn.grounds[id], sheet[id], tables) for id in regions},
        "boxes": {id: _box(id, tables) for id in sorted(tables.boxes)},
        "seas": {id: _sea(id, drawn.grounds[id], sheet[id], tables) for id in sorted(tables.seas)},
        "context": {id: {"arcs": drawn.grounds[id]} for id in contexts},
        "adjacency": [list(edge) for edge in neighbours],
        "borders": [border_class(arc, tables) for arc in drawn.arcs],
        "arcs": [_deltas(arc.points) for arc in drawn.arcs],
        **{name: [_deltas(line) for line in lines] for name, lines in waters.items()},
    }


def text(content: Mapping[str, object]) -> str:
    """JSON with a line an entry, so that a change of one region is a change of few lines."""
    return "{\n" + ",\n".join(f"{_json(key)}: {_entries(value)}" for key, value in content.items()) + "\n}\n"


def _entries(value: object) -> str:
    match value:
        case dict():
            return "{\n" + ",\n".join(f"{_json(key)}: {_json(entry)}" for key, entry in value.items()) + "\n}"
        case list() if any(isinstance(entry, list) for entry in value):
            return "[\n" + ",\n".join(_json(entry) for entry in value) + "\n]"
        case _:
            return _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _region(id: str, arcs: list[Polygon], ground: shapely.Geometry, tables: Tables) -> Record:
    row = tables.regions[id]
    said: Record = {"name": row.name, "country": row.country, "seat": _point(row.lon, row.lat)}
    town = {"town": row.town.name, "town_at": _ashore(row.town, ground)} if row.town else {}
    return {**said, **town, **_shape(arcs, ground)}


def _sea(id: str, arcs: list[Polygon], ground: shapely.Geometry, tables: Tables) -> Record:
    return {"name": tables.seas[id].name, **_shape(arcs, ground)}


def _box(id: str, tables: Tables) -> Record:
    row, box = tables.regions[id], tables.boxes[id]
    return {"name": row.name, "country": row.country, "rect": _rounded((box.x, box.y, box.width, box.height))}


def _shape(arcs: list[Polygon], ground: shapely.Geometry) -> Record:
    """Label: the middle of the widest place of the largest polygon; a circle of this radius fits in there."""
    largest = max(polygons(ground), key=lambda part: part.area)
    reach = shapely.maximum_inscribed_circle(largest, tolerance=_LABEL_TOLERANCE_KM)
    label, radius = _rounded(reach.coords[0]), round(reach.length, 1)
    return {"label": label, "radius_km": radius, "area_km2": round(ground.area), "arcs": arcs}


def _ashore(town: Town, ground: shapely.Geometry) -> list[float]:
    """Where a town lies; on the nearest ground where straightened lines left it in the water. Raises MapError where that is far."""
    point = shapely.Point(point_on_map(town.lon, town.lat))
    if ground.contains(point):
        return _rounded((point.x, point.y))
    inland = shapely.buffer(ground, -INLAND_KM)
    if inland.distance(point) > STRAY_KM:
        raise MapError(f"regions.csv: {town.name} lies far from the ground of its region")
    nearest = shapely.get_point(shapely.shortest_line(inland, point), 0)
    return _rounded((nearest.x, nearest.y))


def _point(lon: float, lat: float) -> list[float]:
    return _rounded(point_on_map(lon, lat))


def _rounded(numbers: Iterable[float]) -> list[float]:
    return [round(number, 1) for number in numbers]


def _deltas(points: Sequence[Point]) -> list[int]:
    """The first point, then steps: x, y, dx, dy, dx, dy, in units of the grid."""
    whole = np.array(points)
    steps = np.vstack([whole[:1], np.diff(whole, axis=0)])
    return [int(step) for step in steps.ravel()]


def vertices(arcs: Iterable[Arc]) -> int:
    """How many points the arcs have together."""
    return sum(len(arc.points) for arc in arcs)
