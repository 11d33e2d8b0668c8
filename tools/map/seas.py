"""Sea zones: what the land leaves of the frame, each place to the zone whose hand-set point is nearest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import shapely

from tools.map.frame import HEIGHT_KM, WIDTH_KM, frame, to_map
from tools.map.land import polygons
from tools.map.tables import Tables
from tools.map.units import Holding


def draw_seas(land: Sequence[Holding], tables: Tables) -> list[Holding]:
    """The polygons of every zone."""
    water = frame().difference(shapely.union_all([ground for _, ground in land]))
    points = to_map(np.array([[lon, lat] for _, lon, lat in tables.sea_seeds]))
    around = shapely.buffer(frame(), max(WIDTH_KM, HEIGHT_KM))
    cells = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=around, ordered=True)
    zones: dict[str, list[shapely.Geometry]] = defaultdict(list)
    for (sea, _, _), cell in zip(tables.sea_seeds, shapely.get_parts(cells), strict=True):
        zones[sea].append(cell)
    return [
        Holding(sea, part)
        for sea in sorted(zones)
        for part in polygons(shapely.union_all(zones[sea]).intersection(water))
    ]
