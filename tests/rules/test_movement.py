"""Marches, ways, lift and routes."""

import pytest

from tests.worlds import (
    Road,
    Side,
    Site,
    Small,
    Unit,
    bare,
    declare_war,
    notes_of,
    small_world,
    surveyed,
    terms_row,
    war_numbers,
)
from wargame.model.codes import Cause, Kind, Note, Posture, Terrain
from wargame.rules import marches, movement, routes
from wargame.rules.movement import BARRED, CONTACT, OPEN

RUS, EST, GBR = range(3)
SEA = Site(terrain=Terrain.SEA, infra=0)


def walk(small: Small, steps: int = 1) -> None:
    """Only the movement of some steps."""
    world, state, record = small.tuple()
    for _ in range(steps):
        bare(movement.advance)(world, state, record, surveyed(small), 2)
        state.clock[0].day += 2


def way(*units: Unit, km: int = 150, **values: object) -> Small:
    """Three regions in a row, two of them Estonia's, the last Russia's; Estonia and Britain are allies."""
    return small_world(
        [Site(EST, infra=5), Site(EST, infra=5), Site(RUS, infra=5)],
        [Road(0, 1, km), Road(1, 2, km)],
        units,
        [Side((EST, GBR)), Side((RUS,), leader=RUS)],
        countries=3,
        **values,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("readiness", "supply", "mobility", "pace"),
    [(1000, 1000, 0, 70.0), (0, 1000, 0, 35.0), (1000, 0, 0, 21.0), (1000, 1000, 200, 84.0)],
)
def test_pace_of_a_march(readiness: int, supply: int, mobility: int, pace: float) -> None:
    """MOVE-1: readiness, supply and mobility carry it."""
    assert bare(movement.readiness_to_march)(70.0, readiness, supply, mobility, war_numbers()) == pytest.approx(pace)


def test_roads_and_ground_slow_a_march() -> None:
    """MOVE-2: the worse the roads and the harder the ground, the slower."""
    over, n = bare(movement.pace_over), war_numbers()
    assert over(100.0, Terrain.PLAIN, 5, n) == 100.0
    assert over(100.0, Terrain.PLAIN, 1, n) == pytest.approx(52.0)
    assert over(100.0, Terrain.MOUNTAIN, 5, n) < over(100.0, Terrain.MARSH, 5, n) < over(100.0, Terrain.FOREST, 5, n)
    assert over(100.0, Terrain.URBAN, 5, n) == pytest.approx(80.0)


def test_who_may_sail() -> None:
    """MOVE-3: from port to port, over sea no enemy controls."""
    may = bare(movement.may_sail)
    assert may(Terrain.PLAIN, 1, 0)
    assert not may(Terrain.PLAIN, 0, 0)
    assert not may(Terrain.PLAIN, 1, 1)
    assert may(Terrain.SEA, 0, 0)


@pytest.mark.parametrize(
    ("war", "defended", "posture", "from_sea", "boxed", "answer"),
    [
        (0, 0, Posture.ASSAULT, 0, 0, BARRED + Cause.NO_TRANSIT),
        (1, 0, Posture.HOLD, 0, 0, OPEN),
        (1, 1, Posture.ASSAULT, 0, 0, CONTACT),
        (1, 1, Posture.PROBE, 0, 0, CONTACT),
        (1, 1, Posture.HOLD, 0, 0, BARRED + Cause.WAY_BLOCKED),
        (1, 1, Posture.ASSAULT, 1, 0, BARRED + Cause.WAY_BLOCKED),
        (1, 0, Posture.ASSAULT, 0, 1, BARRED + Cause.WAY_BLOCKED),
        (0, 0, Posture.HOLD, 0, 1, BARRED + Cause.NO_TRANSIT),
    ],
)
def test_ways_into_unfriendly_land(
    war: int, defended: int, posture: Posture, from_sea: int, boxed: int, answer: int
) -> None:
    """MOVE-4: war is never declared by walking."""
    assert bare(movement.way_into_land)(war, defended, posture, from_sea, boxed) == answer


def test_how_kinds_travel() -> None:
    """MOVE-5 and 6: ships sail, aircraft fly, the others go by road."""
    assert [bare(routes.is_ship)(kind) for kind in (Kind.FLEET, Kind.SUBMARINE, Kind.AIR)] == [True, True, False]
    assert bare(routes.travel_of)(Kind.SUBMARINE) == routes.BY_SHIP
    assert bare(routes.travel_of)(Kind.AIR) == routes.BY_AIR
    assert bare(routes.travel_of)(Kind.AIR_DEFENCE) == routes.BY_ROAD


def test_land_and_sea_meet_in_ports() -> None:
    """MOVE-7: for soldiers and ships alike."""
    joins, land, sea = bare(routes.joins), Terrain.PLAIN, Terrain.SEA
    assert joins(1, land, 1, sea, 0, routes.BY_ROAD)
    assert not joins(1, land, 0, sea, 0, routes.BY_ROAD)
    assert not joins(1, sea, 0, land, 0, routes.BY_SHIP)
    assert joins(0, land, 0, land, 0, routes.BY_ROAD)
    assert not joins(0, land, 1, land, 1, routes.BY_SHIP)
    assert joins(1, land, 0, sea, 0, routes.BY_AIR)


def test_loading_and_harbours() -> None:
    """MOVE-8 and 9: soldiers load when they put to sea; ships lie in ports or at sea."""
    loads = bare(movement.begins_to_load)
    assert loads(Kind.INFANTRY, Terrain.PLAIN, Terrain.SEA)
    assert not loads(Kind.INFANTRY, Terrain.SEA, Terrain.SEA)
    assert not loads(Kind.INFANTRY, Terrain.PLAIN, Terrain.PLAIN)
    assert not loads(Kind.FLEET, Terrain.PLAIN, Terrain.SEA)
    assert not loads(Kind.AIR, Terrain.PLAIN, Terrain.SEA)
    assert bare(movement.is_harbour)(Terrain.SEA, 0)
    assert not bare(movement.is_harbour)(Terrain.PLAIN, 0)


def test_a_march_takes_its_days_and_its_path_is_used_up() -> None:
    """A brigade at 126 km a step needs two for 150 km; the path shifts, entrenchment is left behind."""
    small = way(Unit(EST, 0, readiness=800, dug_in=500, path=(1,)))
    walk(small)
    assert small.state.formations[0].at == 0
    walk(small)
    assert small.state.formations[0].at == 1
    assert small.state.formations[0].dug_in == 0
    assert small.state.legs[0, 0].to == -1
    assert notes_of(small.record, Note.MOVED) == [(0, EST, 1, 0, 0, 0, 0)]


def test_several_regions_in_one_step() -> None:
    """What is left of a step's march carries on into the next region."""
    small = way(Unit(EST, 0, Kind.AIRBORNE, readiness=1000, path=(1, 0, 1)), km=70)
    walk(small)
    assert small.state.formations[0].at == 1
    assert len(notes_of(small.record, Note.MOVED)) == 3


def test_a_formation_waits_until_it_is_free_to_move() -> None:
    """Readiness to move: nothing happens before its free day."""
    small = way(Unit(EST, 0, path=(1,)))
    small.state.formations[0].free_day = 1
    walk(small)
    assert small.state.formations[0].progress == 0
    walk(small)
    assert small.state.formations[0].progress > 0


def test_strangers_bar_the_way_once() -> None:
    """MOVE-4: the order is given up with its cause, known to its side only."""
    small = way(Unit(EST, 1, path=(2,), posture=Posture.ASSAULT))
    walk(small, 2)
    assert notes_of(small.record, Note.FRUSTRATED) == [(0, EST, 2, Cause.NO_TRANSIT, 0, 0, 0)]
    assert small.record.entries[0].known_to == 1
    assert small.state.formations[0].at == 1


@pytest.mark.parametrize(("path", "ordered"), [((1,), 1), ((1, 2), 0)])
def test_an_order_to_go_is_one_to_stay_there_but_one_that_fails_is_over(path: tuple[int, ...], ordered: int) -> None:
    """DEFENCE-6: who has arrived stands there by order; who found the way barred does not."""
    small = way(Unit(EST, 0, path=path))
    small.state.formations[0].ordered = 1
    walk(small, 9)
    assert (small.state.formations[0].at, small.state.formations[0].ordered) == (1, ordered)


def test_allies_let_pass() -> None:
    """A British brigade marches through Estonia."""
    small = way(Unit(GBR, 0, path=(1,)))
    walk(small, 2)
    assert small.state.formations[0].at == 1


def test_an_assault_stops_in_contact() -> None:
    """COMBAT-20: half way, while the defence stands; with another posture the order ends there."""
    units = (Unit(EST, 1), Unit(RUS, 2, path=(1,), posture=Posture.ASSAULT), Unit(RUS, 2, path=(1,)))
    small = way(*units, wars=[(RUS, EST)])
    walk(small, 3)
    assert small.state.formations[1].at == 2
    assert small.state.formations[1].progress == 75
    assert notes_of(small.record, Note.FRUSTRATED) == [(2, RUS, 1, Cause.WAY_BLOCKED, 0, 0, 0)]


def test_no_enemy_comes_to_land_off_the_map() -> None:
    """MOVE-4: undefended land in a box is shut to an enemy, and no way leads there; its own state goes in and out."""
    small = way(Unit(RUS, 2, path=(1,)), Unit(EST, 0, path=(1,)), wars=[(RUS, EST)])
    small.world.regions[1].boxed = 1
    assert bare(marches.march)(small.world, small.state, 0, 1, terms_row(8)) == -1
    walk(small, 3)
    assert [int(small.state.formations[u].at) for u in range(2)] == [2, 1]
    assert notes_of(small.record, Note.FRUSTRATED) == [(0, RUS, 1, Cause.WAY_BLOCKED, 0, 0, 0)]


def sealift(port: bool = True, enemy_fleet: int = 0) -> Small:
    """Britain, a sea, Estonia: a brigade is to be shipped."""
    units = [Unit(GBR, 0, path=(1, 2))]
    if enemy_fleet:
        units.append(Unit(RUS, 1, Kind.FLEET, strength=enemy_fleet))
    sites = [Site(GBR, port=True, infra=5), SEA, Site(EST, port=port, infra=5)]
    sides = [Side((EST, GBR)), Side((RUS,), leader=RUS)]
    return small_world(sites, [Road(0, 1, 50), Road(1, 2, 800)], units, sides, countries=3)


def test_sea_lift_takes_loading_and_passage() -> None:
    """MOVE-3 and 8: a week to load, two days at sea, and a port at the other end."""
    small = sealift()
    walk(small, 4)
    assert small.state.formations[0].at == 1
    walk(small)
    assert small.state.formations[0].at == 2


def test_no_port_no_landing() -> None:
    """MOVE-3: the formation stays at sea, its order given up."""
    small = sealift(port=False)
    walk(small, 6)
    assert small.state.formations[0].at == 1
    assert notes_of(small.record, Note.FRUSTRATED)[0][3] == Cause.NO_LIFT


def test_an_enemy_sea_cannot_be_crossed() -> None:
    """MOVE-3: where the enemy controls the sea there is no lift."""
    small = sealift(enemy_fleet=1000)
    declare_war(small.state, RUS, GBR)
    field = surveyed(small)
    field.enemy_sea[field.zone[1], GBR] = 1
    bare(movement.advance)(*small.tuple(), field, 2)
    assert notes_of(small.record, Note.FRUSTRATED)[0][3] == Cause.NO_LIFT
    assert small.state.formations[0].at == 0


def test_days_of_march() -> None:
    """CAMPAIGN-1: km over pace; no pace, no arrival."""
    assert bare(marches.days_of_march)(140, 70.0) == 2.0
    assert bare(marches.days_of_march)(1, 0.0) > 10_000


def test_the_shortest_way_is_found() -> None:
    """March: round the strangers' land, in regions and days; -1 where there is none."""
    sites = [Site(EST, infra=5), Site(RUS, infra=5), Site(EST, infra=5), Site(EST, infra=5), Site(RUS, infra=5)]
    roads = [Road(0, 1, 10), Road(1, 3, 10), Road(0, 2, 63), Road(2, 3, 63), Road(1, 4, 10)]
    small = small_world(sites, roads, [Unit(EST, 0, readiness=800)], [Side((EST,))], countries=2)
    legs = terms_row(8)
    assert bare(marches.march)(small.world, small.state, 0, 3, legs) == 2
    assert list(legs[:3]) == [2, 3, -1]
    assert bare(marches.march)(small.world, small.state, 0, 4, legs) == -1
    assert list(legs) == [-1] * 8
    declare_war(small.state, RUS, EST)
    assert bare(marches.march)(small.world, small.state, 0, 4, legs) == 1
    assert list(legs[:3]) == [1, 4, -1]


def test_a_march_over_sea_counts_loading() -> None:
    """March: a week to load, then the passage."""
    small = sealift()
    legs = terms_row(8)
    assert bare(marches.march)(small.world, small.state, 0, 2, legs) in (9, 10)
    assert list(legs[:3]) == [1, 2, -1]
