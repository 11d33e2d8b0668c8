"""Supply, traced and closed in on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.wars import war_of
from tests.worlds import Road, Side, Site, Small, Unit, bare, small_world, surveyed, terms_row, war_numbers
from wargame.model.codes import Kind, Terrain
from wargame.rules import sea, supply
from wargame.rules.field import draw_fronts
from wargame.rules.war import step

RUS, EST, DEU = range(3)


def traced(small: Small) -> list[int]:
    """Supply by region, sea control worked out first."""
    field = surveyed(small)
    bare(sea.control_seas)(*small.tuple(), field, 2)
    value = terms_row(small.state.regions.size)
    bare(supply.trace_supply)(small.world, small.state, field, value)
    return [int(v) for v in value]


def row_of_sites(*sites: Site, units: tuple[Unit, ...] = (), km: int = 100) -> Small:
    """Regions in a row; Russia at war with Estonia and Germany, who are allies."""
    roads = [Road(r, r + 1, km) for r in range(len(sites) - 1)]
    sides = [Side((EST, DEU)), Side((RUS,), leader=RUS)]
    return small_world(sites, roads, units, sides, wars=[(RUS, EST), (RUS, DEU)], countries=3)


def test_what_feeds() -> None:
    """SUPPLY-1: good roads or the capital, at home, not occupied."""
    n = war_numbers()
    assert bare(supply.is_source)(EST, EST, 4, 0, n)
    assert bare(supply.is_source)(EST, EST, 1, 1, n)
    assert not bare(supply.is_source)(EST, EST, 3, 0, n)
    assert not bare(supply.is_source)(EST, RUS, 5, 1, n)
    assert not bare(supply.is_source)(-1, -1, 5, 0, n)


@pytest.mark.parametrize(("infra", "unrest", "left"), [(5, 0, 910), (1, 0, 802), (5, 1000, 820)])
def test_supply_falls_on_the_way(infra: int, unrest: int, left: int) -> None:
    """SUPPLY-2: with distance, bad roads, partisans."""
    assert bare(supply.carried)(1000, 100, infra, unrest, war_numbers()) == left


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_supply_closes_in(have: int, target: int) -> None:
    """SUPPLY-3: nearer each step, never past, and there in the end."""
    n = war_numbers()
    now = bare(supply.closed_in)(have, target, 2.0, n)
    assert abs(target - now) < abs(target - have) or now == target
    assert min(have, target) <= now <= max(have, target)
    for _ in range(40):
        now = bare(supply.closed_in)(now, target, 2.0, n)
    assert now == target


def test_the_hungry_waste_away() -> None:
    """SUPPLY-4: nothing at the line of hunger, 4 % a week without anything."""
    assert bare(supply.wasted)(1000, 250, war_numbers()) == 0
    assert bare(supply.wasted)(1000, 125, war_numbers()) == 20
    assert bare(supply.wasted)(1000, 0, war_numbers()) == 40


def test_an_advance_outruns_its_supply() -> None:
    """SUPPLY-1 and 2 traced: the deeper in the enemy's land, the less; the enemy's own depots feed the enemy only."""
    sites = (Site(RUS, infra=4), Site(EST, infra=3, holder=RUS), Site(EST, infra=3, holder=RUS), Site(EST, infra=4))
    value = traced(row_of_sites(*sites))
    assert value[0] == value[3] == 1000
    assert 1000 > value[1] > value[2] > 0


def test_the_encircled_get_nothing() -> None:
    """SUPPLY-1 and 2 traced: no road through the enemy, no supply, and the formation's own runs down."""
    sites = (Site(EST, infra=4), Site(EST, infra=2, holder=RUS), Site(EST, infra=2))
    small = row_of_sites(*sites, units=(Unit(EST, 2),))
    assert traced(small)[2] == 0
    value = terms_row(3)
    for _ in range(3):
        bare(supply.feed)(small.world, small.state, surveyed(small), value, 2)
    assert small.state.formations[0].supply < 300


def test_allies_feed_each_other() -> None:
    """SUPPLY-2 traced: roads are open between allies, shut between strangers and enemies."""
    assert traced(row_of_sites(Site(DEU, infra=5), Site(EST, infra=2)))[1] > 0
    assert traced(row_of_sites(Site(RUS, infra=5), Site(EST, infra=2)))[1] == 0


@pytest.mark.parametrize(("fleet", "fed"), [((), 700), ((Unit(RUS, 1, Kind.FLEET),), 0)])
def test_ports_are_fed_by_sea_unless_an_enemy_rules_it(fleet: tuple[Unit, ...], fed: int) -> None:
    """Rulebook 11: from a friend's port over the same sea, where no enemy controls it."""
    sites = (Site(DEU, infra=5, port=True), Site(terrain=Terrain.SEA), Site(EST, infra=2, port=True))
    assert traced(row_of_sites(*sites, units=fleet))[2] == fed
    assert traced(row_of_sites(sites[0], sites[1], Site(EST, infra=2), units=fleet))[2] == 0


@pytest.mark.parametrize("seed", range(4))
def test_lines_followed_are_lines_traced(seed: int) -> None:
    """What is kept from step to step is what a fresh tracing gives: through wars, land changing hands and its unrest."""
    small = war_of(seed)
    fronts = bare(draw_fronts)(small.world, small.state)
    lines = bare(supply.open_lines)(small.state, fronts)
    moved = 0
    for k in range(12):
        if k == 6:
            small.state.regions[0].unrest += 500
        before = list(lines.holder)
        bare(step)(*small.tuple(), fronts, lines)
        moved += before != list(lines.holder)
        small.state.clock[0].day += 2
        field = surveyed(small)
        bare(sea.control_seas)(*small.tuple(), field, 0)
        bare(supply.follow_lines)(small.world, small.state, field, lines)
        fresh = terms_row(small.state.regions.size)
        bare(supply.trace_supply)(small.world, small.state, field, fresh)
        assert list(lines.value) == list(fresh)
    assert moved
