"""The tables that scenarios are made from: rows of CSV files by column name."""

from __future__ import annotations

import csv
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

Row = dict[str, str]
Point = tuple[float, float]  # degrees north, degrees east

DATA = Path(__file__).resolve().parent.parent / "data"
EARTH_RADIUS = 6371.0  # km, mean


def rows(name: str) -> list[Row]:
    """The rows of a table in the order of its file."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by(column: str, name: str) -> dict[str, Row]:
    """The rows of a table by a column that is unique."""
    return {row[column]: row for row in rows(name)}


def text(name: str) -> str:
    """A text file beside the tables."""
    return (DATA / name).read_text(encoding="utf-8")


def parts(cell: str) -> list[str]:
    """The items of a cell that holds several, separated by semicolons."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def great_circle(one: Point, other: Point) -> float:
    """Distance over the globe (km), by the haversine."""
    north, east, far_north, far_east = (radians(value) for value in (*one, *other))
    height = sin((far_north - north) / 2) ** 2
    width = cos(north) * cos(far_north) * sin((far_east - east) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(height + width))
