"""Administrative units of the first level: read, projected and given to their regions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import shapely

from tools.map import MapError
from tools.map.frame import WIDTH_KM, point_on_map, to_map
from tools.map.tables import CONTEXT_MARK, Tables, Unit

CONTEXT_FILES: Final = (
    *("mar", "dza", "tun", "lby", "egy", "isr", "psx", "lbn", "syr", "jor", "irq", "irn", "sau"),
    *("kwt", "tkm", "uzb", "kaz", "grl", "fro", "jey", "ggy"),
)
"""Country files whose ground is shown and cannot be entered."""

_REACH_KM: Final = 400.0
"""Ground farther than this from the frame is left out before any work is done on it."""


class Holding(NamedTuple):
    """A piece of ground and who holds it."""

    holder: str  # a region, a context, or a unit that is to be cut
    ground: shapely.Geometry  # in map km


Features = Mapping[str, list[tuple[str, shapely.Geometry]]]
"""By file: code and ground of each unit."""


def files_of(tables: Tables) -> list[str]:
    """Names of the country files that are needed, without their ending."""
    return sorted({unit.file for unit in tables.units} | set(CONTEXT_FILES))


def read_features(contents: Mapping[str, bytes]) -> Features:
    """Units near the frame, of each file of GeoJSON by its name, in map km."""
    return {file: _near(json.loads(content)["features"]) for file, content in contents.items()}


def give_out(features: Features, tables: Tables) -> list[Holding]:
    """Each unit, or part of one, to its region or context. Raises MapError for a row that fits nothing."""
    cut = {line.unit for line in tables.cuts}
    rows: dict[tuple[str, str], list[Unit]] = {}
    for row in tables.units:
        rows.setdefault((row.file, row.unit), []).append(row)
    held = [Holding(_context(file), ground) for file in CONTEXT_FILES for _, ground in features[file]]
    for (file, code), of_unit in rows.items():
        grounds = [ground for found, ground in features[file] if found == code]
        if not grounds:
            raise MapError(f"units.csv, line {of_unit[0].line}: there is no unit {code} in {file}")
        if code in cut:
            held += [Holding(code, ground) for ground in grounds]
        else:
            held += [_hold(row, grounds, tables) for row in of_unit]
    return held


def _near(features: list[dict[str, Any]]) -> list[tuple[str, shapely.Geometry]]:
    near = []
    for feature in features:
        if not feature["geometry"]:
            continue
        degrees = shapely.from_geojson(json.dumps(feature["geometry"]))
        ground = shapely.transform(degrees, to_map)
        left, _, right, _ = shapely.bounds(ground)
        if right > -_REACH_KM and left < WIDTH_KM + _REACH_KM:
            near.append((str(feature["properties"]["adm1_code"]), _valid(ground)))
    return near


def _valid(ground: shapely.Geometry) -> shapely.Geometry:
    return ground if ground.is_valid else shapely.make_valid(ground)


def _hold(row: Unit, grounds: list[shapely.Geometry], tables: Tables) -> Holding:
    holder = tables.holder(row.region)
    if row.place is None:
        return Holding(holder, shapely.union_all(grounds))
    place = shapely.Point(point_on_map(*row.place))
    for part in shapely.get_parts(grounds):
        if shapely.contains(part, place):
            return Holding(holder, part)
    raise MapError(f"units.csv, line {row.line}: no part of {row.unit} lies around its point")


def _context(file: str) -> str:
    return CONTEXT_MARK + file.upper()
