"""Air and fires in support of battles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.worlds import Road, Side, Site, Unit, bare, notes_of, small_world, surveyed, terms_row, war_numbers
from wargame.model.codes import Kind, Note, Posture
from wargame.model.terms import PowerFactor
from wargame.rules import air, battle, lineup

RUS, EST = range(2)
POWER = st.floats(0.0, 1e6)


@given(POWER, POWER, POWER)
def test_what_gets_through(own: float, enemy: float, shield: float) -> None:
    """AIR-1: a share, all of it where nothing stands in the way, less with each aircraft and missile."""
    through, n = bare(air.gets_through), war_numbers()
    assert 0.0 <= through(own, enemy, shield, n) <= 1.0
    assert through(own, enemy, shield, n) >= through(own, enemy + 1.0, shield + 1.0, n)
    assert through(5.0, 0.0, 0.0, n) == 1.0
    assert through(0.0, 0.0, 0.0, n) == 0.0


@given(POWER, st.floats(1.0, 1e6))
def test_support_has_a_most(support: float, ground: float) -> None:
    """AIR-2: never less than the force alone, never beyond the most; half of that at equal weight."""
    factor, n = bare(air.support_factor), war_numbers()
    assert 1.0 <= factor(support, ground, n) <= 1.0 + n.air_most
    assert factor(ground, ground, n) == pytest.approx(1.0 + n.air_most / 2.0)


def test_aircraft_that_do_not_get_through_are_lost() -> None:
    """AIR-3: none unopposed, 3 % a day where nothing gets through."""
    assert bare(air.air_losses)(1.0, 2.0, war_numbers()) == 0.0
    assert bare(air.air_losses)(0.0, 2.0, war_numbers()) == pytest.approx(0.06)


def test_an_air_force_divides_itself() -> None:
    """AIR-4: between the battles in its reach."""
    assert [bare(air.part_in_battle)(900, battles) for battles in (0, 1, 3)] == [900, 900, 300]


def test_reach_is_measured_over_two_ways() -> None:
    """AIR-4: same region, neighbours, their neighbours; no further."""
    small = small_world([Site(0)] * 4, [Road(0, 1, 200), Road(1, 2, 300), Road(2, 3, 10)])
    km = terms_row(4)
    bare(lineup.measure_reach)(small.world, 0, km)
    assert list(km) == [0, 200, 500, lineup.OUT_OF_REACH]


@pytest.mark.parametrize(
    ("support", "helped"),
    [
        ((), False),
        ((Unit(RUS, 0, Kind.AIR),), True),
        ((Unit(RUS, 3, Kind.AIR),), False),
        ((Unit(RUS, 0, Kind.ARTILLERY),), True),
    ],
)
def test_support_comes_from_within_reach(support: tuple[Unit, ...], helped: bool) -> None:
    """AIR-2 in battle: aircraft and guns that are not in the line themselves, as far as they reach."""
    sites = [Site(RUS), Site(EST), Site(EST), Site(RUS)]
    units = (Unit(RUS, 0, path=(1,), posture=Posture.ASSAULT), Unit(EST, 1), *support)
    roads = [Road(0, 1, 100), Road(1, 2, 100), Road(0, 3, 900)]
    small = small_world(sites, roads, units, [Side((EST,)), Side((RUS,))], wars=[(RUS, EST)])
    small.state.formations[0].progress = 50
    bare(battle.fight_battles)(*small.tuple(), surveyed(small), 2)
    assert (small.record.terms[1, PowerFactor.AIR] > 1000) == helped
    assert small.record.terms[2, PowerFactor.AIR] == 1000


def test_air_defence_costs_aircraft_and_keeps_them_off() -> None:
    """AIR-1 and 3 in battle: with air defence beside the defender the attacker's air helps less and loses more."""
    sites, roads = [Site(RUS), Site(EST)], [Road(0, 1, 100)]
    units = (Unit(RUS, 0, path=(1,), posture=Posture.ASSAULT), Unit(EST, 1), Unit(RUS, 0, Kind.AIR))
    factors, lost = [], []
    for shield in ((), (Unit(EST, 1, Kind.AIR_DEFENCE),)):
        small = small_world(sites, roads, (*units, *shield), [Side((EST,)), Side((RUS,))], wars=[(RUS, EST)])
        small.state.formations[0].progress = 50
        bare(battle.fight_battles)(*small.tuple(), surveyed(small), 2)
        factors.append(small.record.terms[1, PowerFactor.AIR])
        lost.append(small.state.formations[2].lost)
        assert len(notes_of(small.record, Note.LOSSES)) == 2
    assert factors[0] > factors[1] > 1000
    assert lost[0] == 0 < lost[1]
