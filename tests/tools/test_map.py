"""The committed map says what its tables say, and its lines fit without gap or overlap."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.tools.chart import (
    FILE,
    ROOT,
    Line,
    arc,
    arcs,
    chart,
    doubled_area,
    encloses,
    grounds,
    owners,
    ring,
    shown_regions,
    table,
    undone,
    uses,
)
from tools.map.sources import OUTLINES, WATERS

MOST_BYTES = 1_000_000
AREA_SHARE = 0.01  # by which a stated area may be off
LABEL_SLACK_KM = 1.5  # the circle of a label is found to within a kilometre
RINGS = [(id, numbers) for id, polygons in grounds().items() for polygon in polygons for numbers in polygon]


def _entries(*sections: str) -> list[tuple[str, dict[str, Any]]]:
    return [(id, entry) for section in sections for id, entry in chart()[section].items()]


def test_regions_and_boxes_are_those_of_the_table() -> None:
    said = {id: (row["name"], row["country"]) for id, row in shown_regions().items()}
    assert {id: (entry["name"], entry["country"]) for id, entry in _entries("regions", "boxes")} == said


def test_what_lies_beyond_the_frame_is_a_box() -> None:
    assert set(chart()["boxes"]) == {row["id"] for row in table("boxes")}
    width, height = chart()["size_km"]
    for id, box in _entries("boxes"):
        x, y, wide, high = box["rect"]
        assert 0 <= x < x + wide <= width, id
        assert 0 <= y < y + high <= height, id


def test_boxes_cover_no_region() -> None:
    points = np.vstack([ring(numbers) for id, numbers in RINGS if id in chart()["regions"]]) * chart()["grid_km"]
    for id, box in _entries("boxes"):
        corner, size = np.array(box["rect"][:2]), np.array(box["rect"][2:])
        assert not np.any(np.all((corner <= points) & (points <= corner + size), axis=1)), id


def test_seas_are_those_of_the_table() -> None:
    assert {id: entry["name"] for id, entry in _entries("seas")} == {row["id"]: row["name"] for row in table("seas")}


def test_every_unit_has_one_holder_and_every_region_units() -> None:
    places = [(row["file"], row["unit"], row["lon"], row["lat"]) for row in table("units")]
    assert len(places) == len(set(places))
    assert {row["region"] for row in table("units")} >= set(chart()["regions"])


def test_arcs_move_at_every_step_and_stay_in_the_frame() -> None:
    size = np.rint(np.array(chart()["size_km"]) / chart()["grid_km"])
    for number, line in enumerate(arcs()):
        assert len(line) >= 2, number
        assert np.all(np.any(np.diff(line, axis=0), axis=1)), number
        assert np.all((line >= 0) & (line <= size)), number


def test_rings_close() -> None:
    for id, numbers in RINGS:
        for here, there in zip(numbers, [*numbers[1:], numbers[0]], strict=True):
            assert arc(here)[-1].tolist() == arc(there)[0].tolist(), id


def test_rings_visit_no_point_twice_and_do_not_cross_themselves() -> None:
    for id, numbers in RINGS:
        points = ring(numbers)
        assert len(np.unique(points, axis=0)) == len(points) >= 3, id
        assert not _crosses_itself(points), id


def test_outer_rings_turn_one_way_and_holes_the_other() -> None:
    for id, polygons in grounds().items():
        for outer, *holes in polygons:
            assert doubled_area(ring(outer)) > 0, id
            assert all(doubled_area(ring(hole)) < 0 for hole in holes), id


def test_rings_sum_up_to_the_stated_area() -> None:
    for id, entry in _entries("regions", "seas"):
        km2 = sum(doubled_area(ring(numbers)) for polygon in entry["arcs"] for numbers in polygon) / 2
        assert km2 * chart()["grid_km"] ** 2 == pytest.approx(entry["area_km2"], rel=AREA_SHARE), id


def test_grounds_fill_the_frame() -> None:
    """With the next test and simple rings: no place is without owner, and none has two."""
    width, height = (round(size / chart()["grid_km"]) for size in chart()["size_km"])
    assert sum(doubled_area(ring(numbers)) for _, numbers in RINGS) == 2 * width * height


def test_an_arc_has_two_owners_on_its_two_sides_or_one_at_the_edge_of_the_frame() -> None:
    assert set(uses()) == set(range(len(arcs())))
    for number, named in uses().items():
        if chart()["borders"][number] == "frame":
            assert len(named) == 1, number
            assert _on_edge(arcs()[number]), number
        else:
            (a, forwards), (b, backwards) = named
            assert (a != b, forwards != backwards) == (True, True), number


def test_borders_are_classed_by_what_lies_on_their_sides() -> None:
    assert len(chart()["borders"]) == len(arcs())
    for number, border in enumerate(chart()["borders"]):
        kinds = sorted(_kind(owner) for owner in owners(number))
        countries = {chart()["regions"][id]["country"] for id in owners(number) if id in chart()["regions"]}
        match kinds:
            case [_]:
                assert border == "frame", number
            case ["sea", "sea"]:
                assert border == "sea", number
            case [_, "sea"]:
                assert border == "coast", number
            case ["region", "region"]:
                assert border == ("province" if len(countries) == 1 else "country"), number
            case _:
                assert border == "context", number


def test_the_point_and_the_town_of_a_region_lie_in_it() -> None:
    for id, entry in _entries("regions"):
        assert encloses(id, entry["seat"]), id
        assert encloses(id, entry["town_at"]), id


def test_towns_are_those_of_the_table() -> None:
    said = {id: row["town"] for id, row in shown_regions().items() if row["town"]}
    assert {id: entry["town"] for id, entry in _entries("regions")} == said


def test_lagoons_lie_on_land_behind_a_spit() -> None:
    """No shore touches the sea: what parts them can be seen."""
    shores = [undone(deltas) for deltas in chart()["lagoons"]]
    assert len(shores) == len({row["lagoon"] for row in table("lagoons")})
    for shore in shores:
        for x, y in shore * chart()["grid_km"]:
            assert any(encloses(id, (x, y)) for id in chart()["regions"])


def test_the_circle_of_a_label_fits_into_its_ground() -> None:
    for id, entry in _entries("regions", "seas"):
        assert encloses(id, entry["label"]), id
        points = np.vstack([ring(numbers) for polygon in entry["arcs"] for numbers in polygon]) * chart()["grid_km"]
        nearest = float(np.min(np.hypot(*(points - entry["label"]).T)))
        assert 0 < entry["radius_km"] <= nearest + LABEL_SLACK_KM, id


def test_lakes_and_rivers_lie_in_the_frame() -> None:
    size = np.rint(np.array(chart()["size_km"]) / chart()["grid_km"])
    lines = [undone(deltas) for name in ("lakes", "rivers") for deltas in chart()[name]]
    assert len(lines) > 100
    for line in lines:
        assert np.all((line >= 0) & (line <= size))
    assert all(doubled_area(undone(deltas)) != 0 for deltas in chart()["lakes"])


def test_the_file_stays_small() -> None:
    assert FILE.stat().st_size < MOST_BYTES


def test_credits_name_every_package() -> None:
    text = (ROOT / "assets" / "CREDITS.md").read_text(encoding="utf-8")
    for package in (OUTLINES, WATERS):
        assert f"{package.name} {package.version}" in text


def _kind(id: str) -> str:
    return next(kind for section, kind in _KINDS.items() if id in chart()[section])


_KINDS = {"regions": "region", "seas": "sea", "context": "context"}


def _on_edge(line: Line) -> bool:
    size = np.rint(np.array(chart()["size_km"]) / chart()["grid_km"])
    sides = np.concatenate([line == 0, line == size], axis=1)
    return bool(np.all(np.any(sides[:-1] & sides[1:], axis=1)))


def _crosses_itself(points: Line) -> bool:
    """Whether two sides of a ring cross, row by row of all pairs of sides."""
    after = np.roll(points, -1, axis=0)
    for here, there in zip(points, after, strict=True):
        of_ends = _side(here, there, points) * _side(here, there, after) < 0
        if np.any(of_ends & (_sides_of(points, after, here) * _sides_of(points, after, there) < 0)):
            return True
    return False


def _side(here: Line, there: Line, others: Line) -> Line:
    """On which side of the line from here to there each point lies: -1, 0, 1."""
    run = there - here
    away = others - here
    sides: Line = np.sign(run[0] * away[:, 1] - run[1] * away[:, 0])
    return sides


def _sides_of(starts: Line, ends: Line, point: Line) -> Line:
    """On which side of each line a point lies."""
    run, away = ends - starts, point - starts
    sides: Line = np.sign(run[:, 0] * away[:, 1] - run[:, 1] * away[:, 0])
    return sides
