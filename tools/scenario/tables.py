"""The tables that scenarios are made from: rows of CSV files by column name."""

from __future__ import annotations

import csv
from pathlib import Path

Row = dict[str, str]

DATA = Path(__file__).resolve().parent.parent / "data"


def rows(name: str) -> list[Row]:
    """The rows of a table in the order of its file."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by(column: str, name: str) -> dict[str, Row]:
    """The rows of a table by a column that is unique."""
    return {row[column]: row for row in rows(name)}


def of_year(name: str, year: str) -> dict[str, Row]:
    """The rows of a table for one year, by ISO code of the state."""
    return {row["iso3"]: row for row in rows(name) if row["year"] == year}


def text(name: str) -> str:
    """A text file beside the tables."""
    return (DATA / name).read_text(encoding="utf-8")


def parts(cell: str) -> list[str]:
    """The items of a cell that holds several, separated by semicolons."""
    return [part.strip() for part in cell.split(";") if part.strip()]
