"""Who borders on whom in the committed map: one whole, measured, and in agreement with the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pytest

from tests.tools.chart import ROOT, arcs, chart, km, owners, rows, shown_regions, table

HERE = ROOT / "tests" / "tools"
LANDLOCKED = {"SZ-CASP"}
HALF_KM = 0.5 + 1e-6  # lengths are kept in whole kilometres
Pair = tuple[str, str]


def _adjacency() -> list[tuple[str, str, str, int]]:
    return [(a, b, kind, length) for a, b, kind, length in chart()["adjacency"]]


def _pairs(*kinds: str) -> set[Pair]:
    return {(a, b) for a, b, kind, _ in _adjacency() if kind in kinds}


def _linked(*kinds: str) -> dict[Pair, dict[str, str]]:
    return {_sorted(row["a"], row["b"]): row for row in table("straits") if row["kind"] in kinds}


def test_neighbours_are_named_once_in_order_and_none_is_its_own() -> None:
    pairs = [(a, b) for a, b, _, _ in _adjacency()]
    assert pairs == sorted(set(pairs))
    assert all(a < b for a, b in pairs)


def test_a_kind_of_edge_says_what_its_ends_are() -> None:
    seas = set(chart()["seas"])
    known = {*chart()["regions"], *chart()["boxes"], *seas}
    wet = {"land": 0, "crossing": 0, "coast": 1, "sea": 2, "strait": 2}
    for a, b, kind, _ in _adjacency():
        assert {a, b} <= known
        assert (a in seas) + (b in seas) == wet[kind], (a, b)


def test_frontage_is_positive_and_the_length_of_the_common_border() -> None:
    lengths: dict[Pair, float] = defaultdict(float)
    for number, line in enumerate(arcs()):
        if len(owners(number)) == 2:
            a, b = owners(number)
            lengths[a, b] += km(line)
    by_hand = _linked("land", "coast", "sea", "strait", "crossing")
    for a, b, _, length in _adjacency():
        assert length > 0, (a, b)
        assert (a, b) in by_hand or length == pytest.approx(lengths[a, b], abs=HALF_KM), (a, b)


def test_all_is_connected_and_every_ground_has_a_neighbour() -> None:
    known = {*chart()["regions"], *chart()["boxes"], *chart()["seas"]}
    assert _reached("SZ-NATL", ((a, b) for a, b, _, _ in _adjacency())) == known


def test_fleets_come_from_every_sea_to_every_other_but_the_landlocked() -> None:
    assert _reached("SZ-NATL", _pairs("sea", "strait")) == set(chart()["seas"]) - LANDLOCKED


def test_seas_touch_as_the_hand_checked_table_says() -> None:
    assert _pairs("sea", "strait") == {_sorted(row["a"], row["b"]) for row in table("sea_edges")}
    assert all(row["where"] for row in table("sea_edges"))


def test_straits_and_crossings_are_those_of_the_hand_table_each_with_a_reason() -> None:
    assert _pairs("strait", "crossing") == set(_linked("strait", "crossing"))
    assert all(row["reason"] for row in table("straits"))


def test_barriers_are_no_ways() -> None:
    assert _linked("barrier")
    assert not {(a, b) for a, b, _, _ in _adjacency()} & set(_linked("barrier"))


def test_land_neighbours_are_those_of_the_table_of_regions_but_for_explained_differences() -> None:
    into = {row["id"]: row["into"] or row["id"] for row in table("regions")}
    folded = {_sorted(into[row["a"]], into[row["b"]]) for row in rows(ROOT / "tools" / "data" / "region_edges.csv")}
    said = {(a, b) for a, b in folded if a != b and {a, b} <= set(shown_regions())}
    shown = _pairs("land", "crossing")
    differences = rows(HERE / "edge_differences.csv")
    explained = {
        side: {(row["a"], row["b"]) for row in differences if row["only_in"] == side} for side in ("map", "table")
    }
    assert shown - said == explained["map"]
    assert said - shown == explained["table"]
    assert all(row["reason"] for row in differences)


def _sorted(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _reached(start: str, ways: Iterable[Pair]) -> set[str]:
    beside: dict[str, set[str]] = defaultdict(set)
    for a, b in ways:
        beside[a].add(b)
        beside[b].add(a)
    found, waiting = {start}, [start]
    while waiting:
        fresh = beside[waiting.pop()] - found
        found |= fresh
        waiting += fresh
    return found
