"""Arms in depots: rationed when they are short, used up by losses, made anew slowly, and taken only where they are lacking."""

from __future__ import annotations

import pytest

from tests.worlds import Side, Site, Small, Unit, bare, small_world, war_numbers
from wargame.model.codes import Kind, Note
from wargame.rules import stocks as laws
from wargame.rules import upkeep
from wargame.rules.membership import fighting

UKR, RUS = range(2)


def hard_pressed(stocks: int, *units: Unit) -> Small:
    """Two states at war; formations were built for twice their strength, and one state has so much in its depots of 1000."""
    small = small_world([Site(UKR), Site(RUS)], units=units, sides=[Side((UKR,)), Side((RUS,))], wars=[(UKR, RUS)])
    for unit in small.state.formations:
        unit.target = 2 * unit.strength
    small.state.countries[UKR].economy = 1000
    small.world.countries[UKR].depots, small.state.countries[UKR].stocks = 1000, stocks
    return small


def week(small: Small) -> None:
    """A week goes by."""
    small.state.clock[0].day += 7
    bare(upkeep.upkeep)(*small.tuple(), bare(fighting)(small.state.pairs))


@pytest.mark.parametrize(("stocks", "asked", "part"), [(100, 100, 1000), (0, 0, 1000), (25, 100, 250), (0, 7, 0)])
def test_short_stocks_are_shared(stocks: int, asked: int, part: int) -> None:
    """STOCKS-1."""
    assert bare(laws.ration)(stocks, asked) == part


def test_what_industry_makes() -> None:
    """STOCKS-2: a part of what a state's formations were built for, as its economy runs."""
    n = war_numbers()
    assert bare(laws.made)(30_000, 1000, n) == pytest.approx(30_000 * n.industry)
    assert bare(laws.made)(30_000, 500, n) == pytest.approx(15_000 * n.industry)


@pytest.mark.parametrize(("lacking", "stocks", "taken"), [(0, 1000, 0), (0, 400, 600), (300, 1000, 300), (0, 1200, 0)])
def test_nobody_is_sent_more_than_it_lacks(lacking: int, stocks: int, taken: int) -> None:
    """STOCKS-3."""
    assert bare(laws.room)(lacking, 1000, stocks) == taken


def test_replacements_come_out_of_the_depots() -> None:
    """What formations gain in a week their state's depots lose; empty depots replace nothing."""
    built = int(war_numbers().build_national)
    for stocks, gained in ((500, built), (built, built // 2), (0, 0)):
        small = hard_pressed(stocks, Unit(UKR, 0, strength=400), Unit(UKR, 0, strength=400))
        small.world.war_numbers[0].industry = small.world.war_numbers[0].front_wear = 0.0
        week(small)
        assert [int(unit.strength) - 400 for unit in small.state.formations] == [gained, gained]
        assert small.state.countries[UKR].stocks == stocks - 2 * gained


def test_no_more_is_issued_than_there_is() -> None:
    """STOCKS-1: who asks for less than a week's replacements gets its part of that, and not of more."""
    small = hard_pressed(20, Unit(UKR, 0, strength=400), Unit(UKR, 0, strength=400))
    small.world.war_numbers[0].industry = small.world.war_numbers[0].front_wear = 0.0
    small.state.formations[0].target = 412
    week(small)
    assert 0 <= small.state.countries[UKR].stocks < 2
    assert [int(unit.strength) for unit in small.state.formations] == [408, 411]


def test_who_is_first_in_the_order_of_battle_gets_no_more() -> None:
    """STOCKS-1: the place in a table decides nothing."""
    one, other = Unit(UKR, 0, strength=400), Unit(UKR, 0, Kind.ARMOURED, strength=300)
    found = []
    for units in ((one, other), (other, one)):
        small = hard_pressed(20, *units)
        small.world.war_numbers[0].front_wear = 0.0
        week(small)
        found.append(sorted(int(unit.strength) for unit in small.state.formations))
    assert found[0] == found[1]
    assert found[0] > [300, 400]


def test_industry_fills_the_depots_and_no_more() -> None:
    """STOCKS-2: week by week, to what they hold; what was sent beyond that stays."""
    small = hard_pressed(0, Unit(UKR, 0, strength=20_000))
    small.state.formations[0].target = 20_000
    small.world.war_numbers[0].industry = 0.005
    seen = []
    for _week in range(12):
        week(small)
        seen.append(int(small.state.countries[UKR].stocks))
    assert seen[0] > 0
    assert seen == sorted(seen)
    assert seen[-1] == 1000
    small.state.countries[UKR].stocks = 1300
    week(small)
    assert small.state.countries[UKR].stocks == 1300


@pytest.mark.parametrize(("stocks", "before", "empty"), [(50, 0, False), (49, 0, True), (99, 1, True), (100, 1, False)])
def test_when_depots_are_empty(stocks: int, before: int, empty: bool) -> None:
    """STOCKS-4: below a twentieth, until they hold a tenth again; who has no depots has none that are empty."""
    n = war_numbers()
    assert bool(bare(laws.are_empty)(stocks, 1000, before, n)) is empty
    assert not bare(laws.are_empty)(0, 0, before, n)


def test_empty_depots_are_told_once_to_who_helps() -> None:
    """STOCKS-4: in the week in which they come to be empty, to the state's own side and not to its enemy."""
    small = hard_pressed(60, Unit(UKR, 0, strength=4000))
    for _week in range(4):
        week(small)
    told = [entry for entry in small.record.entries if entry.note == Note.DEPOTS and entry.day]
    assert [(int(entry.who), int(entry.known_to)) for entry in told] == [(UKR, 1 << UKR)]


def test_arms_sent_are_issued_by_and_by() -> None:
    """STOCKS-3: what a state takes stands in its depots at once, and with its formations in the weeks after."""
    small = hard_pressed(0, Unit(UKR, 0, strength=400))
    small.world.war_numbers[0].industry = small.world.war_numbers[0].front_wear = 0.0
    small.world.countries[UKR].depots = 0
    assert bare(laws.send_arms)(small.world, small.state, UKR, 5000) == 400
    assert small.state.countries[UKR].stocks == 400
    assert small.state.formations[0].strength == 400
    for _week in range(40):
        week(small)
    assert small.state.formations[0].strength == 800
    assert small.state.countries[UKR].stocks == 0
