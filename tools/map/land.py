"""Ground of regions and contexts: units joined, islets left out, lines simplified together, units cut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import numpy as np
import shapely

from tools.map import MapError
from tools.map.frame import frame, point_on_map, to_map
from tools.map.tables import Tables
from tools.map.units import Holding

TOLERANCE_KM: Final = 2.5
"""Bends smaller than this are straightened, on both sides of a border alike."""

ISLET_KM2: Final = 25.0
"""Islands smaller than this are left out, except where a region has no larger ground."""

_MARGIN_KM: Final = 60.0
"""Ground this far outside the frame is still simplified, so that lines do not bend at the edge."""


def draw_land(held: Iterable[Holding], tables: Tables) -> list[Holding]:
    """The simplified ground of every region and context, polygon by polygon, inside the frame."""
    near = shapely.buffer(frame(), _MARGIN_KM)
    grounds: dict[str, list[shapely.Geometry]] = defaultdict(list)
    for holder, ground in held:
        if ground.intersects(near):
            grounds[holder].append(ground)
    holders = sorted(grounds)
    joined = [_without_islets(shapely.union_all(grounds[holder])) for holder in holders]
    plain = shapely.coverage_simplify(np.array(joined, dtype=object), TOLERANCE_KM)
    inside = shapely.intersection(plain, frame())
    uncut = [Holding(holder, part) for holder, shape in zip(holders, inside, strict=True) for part in polygons(shape)]
    return [piece for whole in uncut for piece in _cut(whole, tables)]


def polygons(shape: shapely.Geometry) -> list[shapely.Polygon]:
    """The polygons in a shape of any kind."""
    return [part for part in _flat(shape) if part.geom_type == "Polygon" and not part.is_empty]


def _flat(shape: shapely.Geometry) -> list[shapely.Geometry]:
    if not hasattr(shape, "geoms"):
        return [shape]
    return [part for inner in shape.geoms for part in _flat(inner)]


def _without_islets(ground: shapely.Geometry) -> shapely.MultiPolygon:
    parts = polygons(ground)
    largest = max(part.area for part in parts)
    return shapely.MultiPolygon([part for part in parts if part.area >= min(ISLET_KM2, largest)])


def _cut(whole: Holding, tables: Tables) -> list[Holding]:
    """A piece of a unit that lines cut, as pieces of regions; any other piece as it is.

    Lines reach beyond the unit: one that is clipped first may miss the border by a rounding, and then cuts nothing.
    """
    lines = [_line(cut.points) for cut in tables.cuts if cut.unit == whole.holder]
    if not lines:
        return [whole]
    faces = polygons(shapely.polygonize([shapely.union_all([whole.ground.boundary, *lines])]))
    pieces = [face for face in faces if whole.ground.contains(face.point_on_surface())]
    return [Holding(_part_holder(whole.holder, piece, tables), piece) for piece in pieces]


def _line(points: Iterable[tuple[float, float]]) -> shapely.LineString:
    return shapely.LineString(to_map(np.array(list(points))))


def _part_holder(unit: str, piece: shapely.Polygon, tables: Tables) -> str:
    """The region whose point lies in the piece, else the one whose point is nearest to it."""
    rows = [row for row in tables.units if row.unit == unit and row.place is not None]
    if not rows:
        raise MapError(f"units.csv: {unit} is cut, and no row with a point says whose its parts are")
    away = [piece.distance(shapely.Point(point_on_map(*row.place))) for row in rows if row.place is not None]
    return tables.holder(rows[int(np.argmin(away))].region)
