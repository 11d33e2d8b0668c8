"""The geometry of `assets/map/europe.json` in memory: lines in kilometres, rings put together from shared arcs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
import numpy.typing as npt

from wargame.catalogue import _
from wargame.store.faults import InputError
from wargame.store.paths import assets_folder

Line = npt.NDArray[np.float64]
"""Points of a line or ring, shape (n, 2), km from the top left corner of the sheet."""
Rings = tuple[Line, ...]
"""A polygon: the outer ring, then its holes. The first point of a ring is not repeated."""

FORMAT = 1  # of the file


class BorderKind(Enum):
    """What an arc parts."""

    PROVINCE = "province"
    COUNTRY = "country"
    COAST = "coast"
    SEA = "sea"
    CONTEXT = "context"
    FRAME = "frame"


class Town(NamedTuple):
    """A town and where it lies."""

    name: str
    at_km: tuple[float, float]


@dataclass(frozen=True)
class Ground:
    """A region, a sea zone or ground that is only shown. `country` is empty for the last two, and they have no town."""

    id: str
    name: str
    country: str
    label: tuple[float, float]  # km, where a name stands best
    radius_km: float  # of the largest circle round it
    polygons: tuple[Rings, ...]
    town: Town | None = None  # by which a region is named


@dataclass(frozen=True)
class Border:
    """An arc and the grounds on its sides (one side is empty at the edge of the sheet)."""

    kind: BorderKind
    line: Line
    sides: tuple[str, str]


@dataclass(frozen=True)
class Box:
    """A place beyond the sheet: its rectangle on it, km."""

    id: str
    name: str
    country: str
    rect: tuple[float, float, float, float]  # x, y, width, height


@dataclass(frozen=True, eq=False)
class Atlas:
    """The whole sheet. Compared by identity: there is one."""

    size_km: tuple[float, float]
    corner_km: tuple[float, float]  # of the projection: its coordinates of the top left corner
    centre: tuple[float, float]  # of the projection: latitude and longitude, degrees
    regions: dict[str, Ground]
    seas: dict[str, Ground]
    context: dict[str, Ground]
    boxes: dict[str, Box]
    borders: tuple[Border, ...]
    lakes: tuple[Line, ...]
    lagoons: tuple[Line, ...]  # arms of the sea behind a spit
    rivers: tuple[Line, ...]


@cache
def the_atlas() -> Atlas:
    """The map shipped with the game."""
    return read_atlas(assets_folder() / "map" / "europe.json")


def read_atlas(file: Path) -> Atlas:
    """The atlas of a file. Raises InputError, one line, where it cannot be read or is no map."""
    try:
        return _atlas(json.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        cause = error.strerror or _("cannot be read")
        raise InputError([f"{file}: {cause}"]) from error
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise InputError([_("{file}: is no map of format {format}").format(file=file, format=FORMAT)]) from error


def _atlas(kept: Mapping[str, object]) -> Atlas:
    if kept["format"] != FORMAT:
        raise ValueError
    grid = cast("float", kept["grid_km"])
    arcs = [decoded(numbers, grid) for numbers in cast("list[list[int]]", kept["arcs"])]
    tables = {key: cast("dict[str, dict[str, object]]", kept[key]) for key in ("regions", "seas", "context", "boxes")}
    west, _, _, north = cast("list[float]", kept["frame_km"])
    words = dict(word.lstrip("+").split("=") for word in cast("str", kept["projection"]).split() if "=" in word)
    width, height = cast("list[float]", kept["size_km"])
    return Atlas(
        size_km=(width, height),
        corner_km=(west, north),
        centre=(float(words["lat_0"]), float(words["lon_0"])),
        regions={name: _ground(name, row, arcs) for name, row in tables["regions"].items()},
        seas={name: _ground(name, row, arcs) for name, row in tables["seas"].items()},
        context={name: _ground(name, row, arcs) for name, row in tables["context"].items()},
        boxes={name: _box(name, row) for name, row in tables["boxes"].items()},
        borders=_borders(cast("list[str]", kept["borders"]), arcs, tables),
        lakes=_lines(kept["lakes"], grid),
        lagoons=_lines(kept["lagoons"], grid),
        rivers=_lines(kept["rivers"], grid),
    )


def _lines(kept: object, grid_km: float) -> tuple[Line, ...]:
    return tuple(decoded(numbers, grid_km) for numbers in cast("list[list[int]]", kept))


def decoded(numbers: Sequence[int], grid_km: float) -> Line:
    """A line kept as x, y, dx, dy, dx, dy, ... in steps of the grid."""
    steps = np.cumsum(np.array(numbers, np.int64).reshape(-1, 2), axis=0)
    return np.asarray(steps * grid_km, np.float64)


def ring_of(numbers: Sequence[int], arcs: Sequence[Line]) -> Line:
    """A ring of arcs in order; -1 - n is arc n backwards. Raises ValueError where they do not meet or close."""
    parts = [arcs[n] if n >= 0 else arcs[-1 - n][::-1] for n in numbers]
    ends = [(part[-1], following[0]) for part, following in zip(parts, [*parts[1:], parts[0]], strict=True)]
    if any(not np.allclose(end, start) for end, start in ends):
        raise ValueError("arcs of a ring do not meet")
    return np.concatenate([part[:-1] for part in parts])


def _ground(name: str, row: Mapping[str, object], arcs: Sequence[Line]) -> Ground:
    polygons = tuple(
        tuple(ring_of(ring, arcs) for ring in rings) for rings in cast("list[list[list[int]]]", row["arcs"])
    )
    x, y = cast("list[float]", row.get("label", [0.0, 0.0]))
    return Ground(
        id=name,
        name=str(row.get("name", "")),
        country=str(row.get("country", "")),
        label=(x, y),
        radius_km=cast("float", row.get("radius_km", 0.0)),
        polygons=polygons,
        town=_town(row) if "town" in row else None,
    )


def _town(row: Mapping[str, object]) -> Town:
    x, y = cast("list[float]", row["town_at"])
    return Town(str(row["town"]), (x, y))


def _box(name: str, row: Mapping[str, object]) -> Box:
    x, y, width, height = cast("list[float]", row["rect"])
    return Box(name, str(row["name"]), str(row["country"]), (x, y, width, height))


def _borders(
    kinds: Sequence[str], arcs: Sequence[Line], tables: Mapping[str, Mapping[str, Mapping[str, object]]]
) -> tuple[Border, ...]:
    sides: list[list[str]] = [[] for _ in arcs]
    for key in ("regions", "seas", "context"):
        for name, row in tables[key].items():
            for rings in cast("list[list[list[int]]]", row["arcs"]):
                for number in (number for ring in rings for number in ring):
                    sides[number if number >= 0 else -1 - number].append(name)
    return tuple(
        Border(BorderKind(kind), arc, (owners[0], owners[1] if len(owners) > 1 else ""))
        for kind, arc, owners in zip(kinds, arcs, sides, strict=True)
    )
