"""What adopted texts do to forces: arms from the donors, recruits, and what is ordered together."""

from __future__ import annotations

import pytest

from tests.played import Played
from tests.worlds import Side, Site, Unit, bare, small_world
from wargame.engine.resolve import copied
from wargame.model.codes import Kind, Phase
from wargame.rules import arming
from wargame.rules.law import plain


@pytest.mark.parametrize(("given", "held", "share"), [(0, 1000, 0.0), (200, 1000, 0.2), (4000, 1000, 1.0), (5, 0, 0.0)])
def test_stocks_or_the_line(given: int, held: int, share: float) -> None:
    """MEASURE-4: what is handed on is missing with the donors, and never more than they have."""
    assert plain(arming.stock_share)(given, held) == pytest.approx(share)


@pytest.mark.parametrize(
    ("depots", "left", "line"), [(2000, 1600, 2000), (500, 250, 2000), (100, 0, 1890), (0, 0, 1800)]
)
def test_arms_come_from_the_donors(depots: int, left: int, line: int) -> None:
    """MEASURE-4: what reaches the depots of who is helped is missing in those of the donors, then in the line; who fights gives nothing."""
    units = [Unit(0, 0, strength=500), Unit(1, 1, strength=2000), Unit(2, 2, strength=2000)]
    small = small_world(
        [Site(0), Site(1), Site(2), Site(3)], units=units, sides=[Side((1, 2))], wars=[(2, 3)], countries=4
    )
    helped, donor, fighter = small.state.countries[0], small.state.countries[1], small.state.countries[2]
    small.state.formations[0].target, helped.stocks, donor.stocks = 1000, 0, depots
    offered = (2000 + depots) // 10
    bare(arming.equip)(small.world, small.state, 0, 0, offered)
    assert helped.stocks == offered
    assert donor.stocks == pytest.approx(left, abs=2)
    assert small.state.formations[1].strength == pytest.approx(line, abs=2)
    assert small.state.formations[1].readiness < 800
    assert fighter.stocks == small.world.countries[2].depots
    assert (small.state.formations[2].strength, small.state.formations[2].readiness) == (2000, 800)


def test_recruits_fill_the_ranks(peace: Played) -> None:
    """Effect levy: land formations of the state grow by a share of what they were built for, and not beyond it."""
    state = copied(peace.after(Phase.CAUCUS)[0])
    rus = peace.names.countries.row("RUS")
    own = [unit for unit in state.formations if unit.alive and unit.owner == rus]
    for unit in own:
        unit.strength = unit.target // 2
    state.countries[rus].mobilised = 0
    state.countries[rus].stocks = 1_000_000
    bare(arming.levy)(state, rus, 100)
    assert state.countries[rus].mobilised
    for unit in own:
        gained = unit.target * 100 // 1000 if unit.kind <= Kind.ARTILLERY else 0
        assert unit.strength == unit.target // 2 + gained
    bare(arming.levy)(state, rus, 1000)
    assert all(unit.strength == unit.target for unit in own if unit.kind <= Kind.ARTILLERY)


@pytest.mark.parametrize(("target", "size", "grown"), [(1000, 5, 0.5), (4000, 10, 4.0), (0, 12, 0.0)])
def test_what_industry_makes_in_a_week(target: int, size: int, grown: float) -> None:
    """MEASURE-11: ten-thousandths of what a formation was built for."""
    assert bare(arming.procured)(target, size) == pytest.approx(grown)


def test_orders_placed_together_fill_the_ranks_and_go_beyond(peace: Played) -> None:
    """Effect procure: a year of it adds a part to every land formation, where depots are full on top of full ranks; no fraction is lost."""
    state, world = copied(peace.after(Phase.CAUCUS)[0]), peace.world
    unit = next(u for u in state.formations if u.alive and u.owner >= 0 and u.kind <= Kind.ARTILLERY)
    body = next(b for b in range(2) if state.members[b, unit.owner].joined)
    others = [u for u in state.formations if u.owner >= 0 and not state.members[body, u.owner].joined]
    before, strengths = int(unit.strength), [int(u.strength) for u in others]
    unit.target = before + 10
    for week in range(52):
        state.clock[0].day = 7 * week
        bare(arming.procure)(world, state, body, 10)
    assert unit.strength == unit.target
    assert unit.strength == pytest.approx(before * 1.053, abs=3 + before // 200)
    assert [int(u.strength) for u in others] == strengths
    unit.strength = arming.LARGEST_FORMATION
    bare(arming.procure)(world, state, body, 10)
    assert unit.strength == arming.LARGEST_FORMATION


def test_orders_placed_together_fill_empty_depots_first(peace: Played) -> None:
    """Effect procure: while there is room in a member's depots its formations grow by nothing."""
    state, world = copied(peace.after(Phase.CAUCUS)[0]), peace.world
    unit = next(u for u in state.formations if u.alive and u.owner >= 0 and u.kind <= Kind.ARTILLERY)
    body = next(b for b in range(2) if state.members[b, unit.owner].joined)
    before, own = int(unit.strength), state.countries[unit.owner]
    own.stocks = 0
    for week in range(4):
        state.clock[0].day = 7 * week
        bare(arming.procure)(world, state, body, 10)
    assert unit.strength == before
    assert 0 < own.stocks <= world.countries[unit.owner].depots
