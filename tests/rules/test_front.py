"""The front between battles: fire wears down who faces an enemy."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import Road, Side, Site, Small, Unit, bare, notes_of, small_world, war_numbers
from wargame.model.codes import Kind, Note, Terrain
from wargame.rules import front
from wargame.rules.membership import fighting

RUS, EST, GBR = range(3)
STRENGTH = st.integers(0, 100_000)


def along(*units: Unit, wars: tuple[tuple[int, int], ...] = ((RUS, EST),)) -> Small:
    """Russia 0, Estonia 1 and 2 behind it, Britain 3 over the sea 4."""
    sites = [Site(RUS), Site(EST), Site(EST), Site(GBR, port=True), Site(terrain=Terrain.SEA)]
    roads = [Road(0, 1), Road(1, 2), Road(3, 4), Road(0, 4)]
    return small_world(sites, roads, units, [Side((EST, GBR)), Side((RUS,), leader=RUS)], wars, countries=3)


def week(small: Small) -> list[int]:
    """A week of fire; what each formation lost."""
    before = [unit.strength for unit in small.state.formations]
    fights = bare(fighting)(small.state.pairs)
    bare(front.wear_fronts)(small.world, small.state, small.record, fights)
    return [was - unit.strength for was, unit in zip(before, small.state.formations, strict=True)]


@settings(deadline=None)  # the first call may compile
@given(STRENGTH, STRENGTH, st.integers(0, 1000))
def test_wear_is_a_share(own: int, facing: int, dug_in: int) -> None:
    """COMBAT-25: none without an enemy, never more than the most; the more face one the more, the deeper dug in the less."""
    wear, n = bare(front.front_wear), war_numbers()
    lost, least = wear(own, facing, dug_in, n), 1e-12  # of rounding
    assert 0.0 <= lost <= n.front_wear + least
    assert (lost == 0.0) == (facing == 0)
    assert wear(own, facing + 1000, dug_in, n) + least >= lost >= wear(own + 1000, facing, dug_in, n) - least
    assert lost + least >= wear(own, facing, 1000, n)


def test_wear_on_a_golden_case() -> None:
    """COMBAT-25: equals in the open lose half of the most, the dug-in two fifths of that."""
    wear, n = bare(front.front_wear), war_numbers()
    assert wear(5000, 5000, 0, n) == pytest.approx(n.front_wear / 2)
    assert wear(5000, 5000, 1000, n) == pytest.approx(n.front_wear / 5)


def test_both_sides_of_a_border_are_worn() -> None:
    """The line on the border loses on both sides, the weaker more of it; who stands behind, flies or is at peace does not."""
    small = along(
        Unit(RUS, 0, strength=3000), Unit(EST, 1), Unit(EST, 2), Unit(EST, 1, Kind.AIR), Unit(GBR, 3), Unit(RUS, 0)
    )
    lost = week(small)
    assert lost == [18, 24, 0, 0, 0, 6]
    assert notes_of(small.record, Note.FRONT) == [(RUS, -1, -1, 24, 0, 0, 0), (EST, -1, -1, 24, 0, 0, 0)]


def test_there_is_no_front_in_peace_nor_over_the_sea() -> None:
    """Neighbours at peace do not fire, enemies beyond a sea do not reach."""
    assert week(along(Unit(RUS, 0), Unit(EST, 1), wars=())) == [0, 0]
    assert week(along(Unit(RUS, 0), Unit(GBR, 3), wars=((RUS, GBR),))) == [0, 0]


def test_casualties_are_counted() -> None:
    """Rulebook 4: what fire costs is mourned as what battles cost."""
    small = along(Unit(RUS, 0, strength=3000), Unit(EST, 1))
    week(small)
    assert small.state.countries[EST].losses == 23
    assert small.state.formations[1].lost == 23
