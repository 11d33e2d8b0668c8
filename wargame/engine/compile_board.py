"""The board of a scenario: regions and sea zones, the ways between them, how near they are to where people live."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

import numpy as np

from wargame.engine.compile_units import thousandths
from wargame.model.codes import Terrain
from wargame.model.columns import NOBODY, Table, column_of, empty_table
from wargame.model.names import Names
from wargame.model.numbers import ThreatNumbers
from wargame.model.scenario import Scenario
from wargame.model.world import Edge, Place, Reach
from wargame.rules.law import plain
from wargame.rules.membership import Floats
from wargame.rules.threat import nearness

EARTH_RADIUS = 6371.0  # km, mean
DIGITS_KEPT = 6  # of reach: sines differ between platforms far behind that
PERCENT = 100.0

Point = tuple[float, float]  # degrees north, degrees east


def great_circle(one: Point, other: Point) -> float:
    """Distance over the globe (km)."""
    return float(great_circles([one], [other])[0, 0])


def great_circles(ones: Sequence[Point], others: Sequence[Point]) -> Floats:
    """Distances over the globe (km) of each point (row) to each other point (column), by the haversine."""
    north, east = np.radians(np.array(ones, np.float64)).T[:, :, None]
    far_north, far_east = np.radians(np.array(others, np.float64)).T
    height = np.sin((far_north - north) / 2) ** 2
    width = np.cos(north) * np.cos(far_north) * np.sin((far_east - east) / 2) ** 2
    distances: Floats = 2 * EARTH_RADIUS * np.arcsin(np.minimum(1.0, np.sqrt(height + width)))
    return distances


def places_of(scenario: Scenario, names: Names) -> Table[Place]:
    """Regions and, after them, sea zones. Where their ways stand is filled in by `edges_of`."""
    table = empty_table(Place, len(names.places))
    for r, region in enumerate(scenario.regions.values()):
        row = table[r]
        people = scenario.countries[region.home].population
        row.home = names.countries.row(region.home)
        row.people = thousandths(people * region.people / PERCENT)
        row.terrain = region.terrain
        row.infra = region.infra
        row.value = region.value
        row.port = int(region.port)
        row.boxed = int(region.boxed)
        row.treaty_area = int(region.treaty_area)
    for s in range(len(scenario.regions), len(names.places)):
        table[s].home = NOBODY
        table[s].terrain = Terrain.SEA
        table[s].treaty_area = 1
    return table


def edges_of(scenario: Scenario, names: Names, places: Table[Place]) -> Table[Edge]:
    """Every way in both directions, those out of one place together; `places` is told where its own begin."""
    ways = []
    for edge in scenario.edges:
        one, other = (names.places.row(end) for end in edge.between)
        ways += [(one, other, edge.km, edge.front or 0), (other, one, edge.km, edge.front or 0)]
    table = empty_table(Edge, len(ways))
    start, end, km, front = np.array(sorted(ways), np.int64).reshape(-1, 4).T
    column_of(table, "start")[:], column_of(table, "end")[:] = start, end
    column_of(table, "km")[:], column_of(table, "front")[:] = km, front
    at_sea = column_of(places, "terrain") == Terrain.SEA
    column_of(table, "by_sea")[:] = at_sea[start] | at_sea[end]
    counts = np.bincount(start, minlength=places.size)
    column_of(places, "edges")[:] = counts
    column_of(places, "first_edge")[:] = np.where(counts > 0, np.cumsum(counts) - counts, 0)
    return table


def reach_of(scenario: Scenario, numbers: ThreatNumbers) -> Table[Reach]:
    """How near each place is to where each country's people live: the mean nearness to its regions, by their people."""
    lands = list(scenario.regions.values())
    places = [(region.lat, region.lon) for region in lands]
    places += [(sea.lat, sea.lon) for sea in scenario.seas.values()]
    law = cast("Callable[[ThreatNumbers, Floats], Floats]", plain(nearness))  # arithmetic: it holds for arrays too
    near = law(numbers, great_circles(places, places[: len(lands)]))
    table = empty_table(Reach, len(places), len(scenario.countries))
    for c, country in enumerate(scenario.countries):
        own = [r for r, region in enumerate(lands) if region.home == country]
        people = np.array([lands[r].people for r in own], np.float64)
        if people.sum() > 0.0:
            mean = (near[:, own] * people).sum(axis=1) / people.sum()
            column_of(table, "near")[:, c] = np.round(mean, DIGITS_KEPT)
    return table
