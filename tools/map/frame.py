"""The sheet of paper: projection, frame and grid.

Map coordinates are kilometres from the top left corner of the frame, x to the right and y down. The projection keeps areas.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import pyproj
import shapely

Points = npt.NDArray[np.float64]
"""Shape (n, 2)."""

PROJECTION: Final = "+proj=laea +lat_0=53 +lon_0=20 +datum=WGS84 +units=km"
WEST_KM: Final = -2900
SOUTH_KM: Final = -2150
EAST_KM: Final = 2640
NORTH_KM: Final = 2330
WIDTH_KM: Final = EAST_KM - WEST_KM
HEIGHT_KM: Final = NORTH_KM - SOUTH_KM
GRID_KM: Final = 0.1
"""All lines of the map run from point to point of this grid, so they are kept as whole numbers."""

_FROM_DEGREES: Final = pyproj.Transformer.from_crs("EPSG:4326", PROJECTION, always_xy=True)


def to_map(degrees: Points) -> Points:
    """Longitude and latitude in degrees, shape (n, 2), as map coordinates in km, rounded to metres.

    Rounded, because a corner shared by two units must become one point, and the last bits depend on its place in the array.
    """
    x, y = _FROM_DEGREES.transform(degrees[:, 0], degrees[:, 1])
    return np.round(np.column_stack([np.subtract(x, WEST_KM), np.subtract(NORTH_KM, y)]), 3)


def point_on_map(lon: float, lat: float) -> tuple[float, float]:
    """One place given in degrees, in map coordinates in km."""
    x, y = to_map(np.array([[lon, lat]]))[0]
    return float(x), float(y)


def frame() -> shapely.Polygon:
    """The edge of the sheet."""
    return shapely.box(0, 0, WIDTH_KM, HEIGHT_KM)


def on_grid(points: Points) -> list[tuple[int, int]]:
    """Points in km as whole steps of the grid."""
    return [(int(x), int(y)) for x, y in np.rint(points / GRID_KM)]
