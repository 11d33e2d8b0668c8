"""The committed map and its tables as tests read them: with nothing but the standard library and numpy."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "assets" / "map"
FILE = FOLDER / "europe.json"
SECTIONS = ("regions", "seas", "context")

Line = npt.NDArray[np.int64]
"""Points in steps of the grid, shape (n, 2)."""

Arcs = dict[int, list[tuple[str, bool]]]
"""By arc: who names it in a ring, and whether forwards."""


@cache
def chart() -> dict[str, Any]:
    """The file."""
    content: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return content


def rows(path: Path) -> list[dict[str, str]]:
    """A table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(name: str) -> list[dict[str, str]]:
    """A table of the map."""
    return rows(FOLDER / f"{name}.csv")


def shown_regions() -> dict[str, dict[str, str]]:
    """Rows of the regions that keep their own ground."""
    return {row["id"]: row for row in table("regions") if not row["into"]}


def undone(deltas: list[int]) -> Line:
    """A line from its deltas."""
    return np.cumsum(np.array(deltas, dtype=np.int64).reshape(-1, 2), axis=0)


@cache
def arcs() -> list[Line]:
    """All arcs."""
    return [undone(deltas) for deltas in chart()["arcs"]]


def arc(number: int) -> Line:
    """An arc as a ring names it."""
    return arcs()[number] if number >= 0 else arcs()[-1 - number][::-1]


def grounds() -> dict[str, list[list[list[int]]]]:
    """By id: polygons of rings of arcs."""
    return {id: entry["arcs"] for section in SECTIONS for id, entry in chart()[section].items()}


def ring(numbers: list[int]) -> Line:
    """Points of a ring without the closing one."""
    return np.vstack([arc(number)[:-1] for number in numbers])


def doubled_area(points: Line) -> int:
    """Twice the signed area of a ring, in steps of the grid squared."""
    x, y = points[:, 0], points[:, 1]
    return int(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


@cache
def uses() -> Arcs:
    """Who names each arc."""
    named: Arcs = defaultdict(list)
    for id, polygons in grounds().items():
        for number in (number for polygon in polygons for ring in polygon for number in ring):
            named[number if number >= 0 else -1 - number].append((id, number >= 0))
    return named


def owners(number: int) -> list[str]:
    """Whose border an arc is."""
    return sorted(id for id, _ in uses()[number])


def km(line: Line) -> float:
    """Length of a line."""
    steps = np.diff(line, axis=0)
    return float(np.hypot(steps[:, 0], steps[:, 1]).sum() * chart()["grid_km"])


def encloses(id: str, point: tuple[float, float]) -> bool:
    """Whether a point in km lies in a ground: a ray from it crosses the border an odd number of times."""
    x, y = (number / chart()["grid_km"] for number in point)
    crossings = 0
    for points in (ring(numbers) for polygon in grounds()[id] for numbers in polygon):
        (ax, ay), (bx, by) = points.T, np.roll(points, -1, axis=0).T
        spans = (ay > y) != (by > y)
        at = ax[spans] + (y - ay[spans]) * (bx[spans] - ax[spans]) / (by[spans] - ay[spans])
        crossings += int(np.sum(at > x))
    return crossings % 2 == 1
