"""The board of a scenario: regions and sea zones, the ways between them, how near they are to where people live."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from wargame.engine.compile_units import thousandths
from wargame.model.codes import Terrain
from wargame.model.columns import NOBODY, Table, empty_table
from wargame.model.names import Names
from wargame.model.numbers import ThreatNumbers
from wargame.model.scenario import Scenario
from wargame.model.world import Edge, Place, Reach
from wargame.rules.law import plain
from wargame.rules.threat import nearness

EARTH_RADIUS = 6371.0  # km, mean
DIGITS_KEPT = 6  # of reach: sines differ between platforms far behind that
PERCENT = 100.0

Point = tuple[float, float]  # degrees north, degrees east


def great_circle(one: Point, other: Point) -> float:
    """Distance over the globe (km), by the haversine."""
    north, east = radians(one[0]), radians(one[1])
    far_north, far_east = radians(other[0]), radians(other[1])
    height = sin((far_north - north) / 2) ** 2
    width = cos(north) * cos(far_north) * sin((far_east - east) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(height + width)))


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
        ways += [(one, other, edge.km), (other, one, edge.km)]
    table = empty_table(Edge, len(ways))
    for e, (start, end, km) in enumerate(sorted(ways)):
        row = table[e]
        row.start, row.end, row.km = start, end, km
        row.by_sea = int(Terrain.SEA in (places[start].terrain, places[end].terrain))
        if places[start].edges == 0:
            places[start].first_edge = e
        places[start].edges += 1
    return table


def reach_of(scenario: Scenario, numbers: ThreatNumbers) -> Table[Reach]:
    """How near each place is to where each country's people live."""
    points = [(region.lat, region.lon) for region in scenario.regions.values()]
    points += [(sea.lat, sea.lon) for sea in scenario.seas.values()]
    table = empty_table(Reach, len(points), len(scenario.countries))
    for c, country in enumerate(scenario.countries):
        own = [region for region in scenario.regions.values() if region.home == country]
        homes = [((region.lat, region.lon), region.people) for region in own]
        for r, point in enumerate(points):
            table[r, c].near = _near(numbers, point, homes)
    return table


def _near(numbers: ThreatNumbers, point: Point, homes: list[tuple[Point, float]]) -> float:
    """Mean nearness of a point to people who live at `homes`, each with its share."""
    people = sum(share for _, share in homes)
    if people <= 0.0:
        return 0.0
    total = sum(share * plain(nearness)(numbers, great_circle(point, home)) for home, share in homes)
    return round(total / people, DIGITS_KEPT)
