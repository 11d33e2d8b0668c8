"""The hand-kept tables in `assets/map`: what stands in a row, and how it is read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools.map import MapError

CONTEXT_MARK = "X-"
"""Ids of impassable ground begin with this."""

BARRIER = "barrier"
"""Kind of a link that says: no way leads from the one to the other."""


class Town(NamedTuple):
    """A town on the map."""

    name: str
    lat: float  # degrees
    lon: float


class Region(NamedTuple):
    """A row of the table of regions."""

    id: str
    name: str
    country: str  # ISO 3166-1 alpha-3, XKX for Kosovo
    lat: float  # degrees of the point that stands for it in the rules
    lon: float
    into: str  # the region or context that takes its ground; "": it is a region of the map
    town: Town | None  # the town it is named by; None where that lies beyond the frame


class Sea(NamedTuple):
    """A sea zone."""

    id: str
    name: str
    lat: float
    lon: float


class Box(NamedTuple):
    """A region beyond the frame, drawn as a rectangle in km."""

    id: str
    x: float
    y: float
    width: float
    height: float


class Unit(NamedTuple):
    """To whom an administrative unit, or the part of it around a point, belongs."""

    file: str  # country file of the outlines, without its ending
    unit: str  # code of the unit in that file
    place: tuple[float, float] | None  # lon, lat inside the part; None: the whole unit
    region: str
    line: int  # of the table, for messages


class SeaEdge(NamedTuple):
    """Two sea zones between which fleets pass."""

    a: str
    b: str


class Link(NamedTuple):
    """What the outlines do not show: a way where they show none, or that there is none where they show one."""

    a: str
    b: str
    kind: str  # as of an edge; BARRIER: they are no neighbours
    km: int


class Cut(NamedTuple):
    """A hand-drawn line through a unit, in degrees."""

    unit: str
    points: tuple[tuple[float, float], ...]  # lon, lat


class Lagoon(NamedTuple):
    """Water behind a spit that the outlines take for land: its shore, drawn by hand, in degrees."""

    name: str
    points: tuple[tuple[float, float], ...]  # lon, lat; the closing point is left out


class Tables(NamedTuple):
    """All tables the map is built from."""

    regions: dict[str, Region]
    seas: dict[str, Sea]
    boxes: dict[str, Box]
    units: tuple[Unit, ...]
    cuts: tuple[Cut, ...]
    sea_seeds: tuple[tuple[str, float, float], ...]  # sea, lon, lat
    sea_edges: tuple[SeaEdge, ...]
    links: tuple[Link, ...]
    lagoons: tuple[Lagoon, ...]

    def holder(self, region: str) -> str:
        """Who has the ground of a region: itself, or what takes it."""
        row = self.regions.get(region)
        return row.into if row and row.into else region


class _Row(NamedTuple):
    file: str
    line: int
    cells: dict[str, str | None]

    def text(self, column: str) -> str:
        """A cell. Raises MapError where the row is too short."""
        cell = self.cells.get(column)
        if cell is None:
            raise MapError(f"{self.file}, line {self.line}: there is no cell {column}")
        return cell

    def number(self, column: str) -> float:
        """A cell as a number. Raises MapError where it is none."""
        try:
            return float(self.text(column))
        except ValueError:
            raise MapError(f"{self.file}, line {self.line}: {column} is not a number") from None


def read_tables(folder: Path) -> Tables:
    """All tables of a folder. Raises MapError naming file and line of what cannot be read."""
    tables = Tables(
        regions={row.text("id"): _region(row) for row in _rows(folder / "regions.csv")},
        seas={row.text("id"): _sea(row) for row in _rows(folder / "seas.csv")},
        boxes={row.text("id"): _box(row) for row in _rows(folder / "boxes.csv")},
        units=tuple(_unit(row) for row in _rows(folder / "units.csv")),
        cuts=tuple(_cuts(_rows(folder / "cuts.csv"))),
        sea_seeds=tuple(_seed(row) for row in _rows(folder / "sea_seeds.csv")),
        sea_edges=tuple(SeaEdge(row.text("a"), row.text("b")) for row in _rows(folder / "sea_edges.csv")),
        links=tuple(_link(row) for row in _rows(folder / "straits.csv")),
        lagoons=tuple(_lagoons(_rows(folder / "lagoons.csv"))),
    )
    _check_names(tables)
    return tables


def _rows(path: Path) -> Iterator[_Row]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            for cells in reader:
                yield _Row(str(path), reader.line_num, cells)
    except OSError as error:
        raise MapError(f"{path}: {error.strerror}") from None


def _region(row: _Row) -> Region:
    texts = (row.text("id"), row.text("name"), row.text("country"))
    town = Town(row.text("town"), row.number("town_lat"), row.number("town_lon")) if row.text("town") else None
    return Region(*texts, row.number("lat"), row.number("lon"), row.text("into"), town)


def _sea(row: _Row) -> Sea:
    return Sea(row.text("id"), row.text("name"), row.number("lat"), row.number("lon"))


def _box(row: _Row) -> Box:
    return Box(row.text("id"), row.number("x"), row.number("y"), row.number("width"), row.number("height"))


def _unit(row: _Row) -> Unit:
    place = (row.number("lon"), row.number("lat")) if row.text("lon") else None
    return Unit(row.text("file"), row.text("unit"), place, row.text("region"), row.line)


def _seed(row: _Row) -> tuple[str, float, float]:
    return row.text("sea"), row.number("lon"), row.number("lat")


def _link(row: _Row) -> Link:
    return Link(row.text("a"), row.text("b"), row.text("kind"), int(row.number("km")))


def _cuts(rows: Iterator[_Row]) -> Iterator[Cut]:
    for (unit, _), points in _lines(rows, "unit", "line").items():
        yield Cut(unit, points)


def _lagoons(rows: Iterator[_Row]) -> Iterator[Lagoon]:
    for (name,), points in _lines(rows, "lagoon").items():
        yield Lagoon(name, points)


def _lines(rows: Iterator[_Row], *names: str) -> dict[tuple[str, ...], tuple[tuple[float, float], ...]]:
    """Points, lon and lat, of the lines that rows name in these columns."""
    lines: dict[tuple[str, ...], tuple[tuple[float, float], ...]] = {}
    for row in rows:
        key = tuple(row.text(name) for name in names)
        lines[key] = (*lines.get(key, ()), (row.number("lon"), row.number("lat")))
    return lines


def _check_names(tables: Tables) -> None:
    known = {*tables.regions, *tables.seas}
    said = [("boxes.csv", id) for id in tables.boxes] + [("sea_seeds.csv", seed[0]) for seed in tables.sea_seeds]
    said += [("sea_edges.csv", id) for edge in tables.sea_edges for id in (edge.a, edge.b)]
    said += [("straits.csv", id) for link in tables.links for id in (link.a, link.b)]
    said += [("units.csv", unit.region) for unit in tables.units]
    said += [("regions.csv", region.into) for region in tables.regions.values() if region.into]
    for file, id in said:
        if id not in known and not id.startswith(CONTEXT_MARK):
            raise MapError(f"{file}: there is neither a region nor a sea {id}")
