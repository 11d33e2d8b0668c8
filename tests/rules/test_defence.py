"""National defence plans: borders manned, ground held or delayed on, own land freed."""

import pytest

from tests.rules.fixed import fixed
from tests.worlds import Road, Side, Site, Unit, bare, small_world
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.rules import defence as laws
from wargame.rules.law import plain

OWN, FOE = 0, 2


@pytest.mark.parametrize(
    ("facing", "covering", "value", "need"), [(0, 0, 5, 0), (2000, 0, 4, 20), (2000, 500, 4, 10), (2000, 1500, 0, 1)]
)
def test_cover_goes_where_it_lacks(facing: int, covering: int, value: int, need: int) -> None:
    """DEFENCE-1."""
    assert plain(laws.needs_cover)(facing, covering, value) == need


@pytest.mark.parametrize(
    ("facing", "covering", "value", "capital", "fast"),
    [(3000, 1000, 2, 0, False), (1900, 1000, 2, 0, True), (3000, 1000, 4, 0, True), (9000, 1000, 0, 1, True)],
)
def test_space_is_traded_for_losses(facing: int, covering: int, value: int, capital: int, fast: bool) -> None:
    """DEFENCE-2: an outnumbered defence delays, but for what is worth it."""
    n = fixed(WarNumbers, outnumbered=2.0, worth_holding=4.0)
    assert plain(laws.stands_fast)(facing, covering, value, capital, n) == fast


@pytest.mark.parametrize(("attack", "defence", "frees"), [(2001, 1000, True), (2000, 1000, False), (1, 0, True)])
def test_land_is_freed_at_two_to_one(attack: float, defence: float, frees: bool) -> None:
    """DEFENCE-3."""
    assert plain(laws.frees_land)(attack, defence, fixed(WarNumbers, counter_odds=2.0)) == frees


@pytest.mark.parametrize(("garrison", "marches"), [(200, True), (3000, False)])
def test_a_state_counter_attacks_for_its_own_land(garrison: int, marches: bool) -> None:
    """DEFENCE-3: with all but one of the formations next to it, where they are strong enough."""
    own = [Unit(0, 0, strength=1000) for _ in range(3)]
    sites = [Site(0), Site(0, holder=1), Site(1)]
    units = [*own, Unit(1, 1, strength=garrison)]
    small = small_world(sites, [Road(0, 1), Road(1, 2)], units, [Side((0,))], wars=[(0, 1)], capitals=(0, 2))
    bare(laws.counter_attack)(small.world, small.state, 0, bare(laws.muster)(small.state))
    assert [bool(small.state.legs[u, 0].to == 1) for u in range(3)] == [False, marches, marches]


def test_a_defence_plan_mans_the_threatened_border() -> None:
    """DEFENCE-1: one formation a week of a state's own marches to where cover lacks; what a seat commands stays."""
    small = small_world(
        [Site(OWN), Site(OWN, value=4), Site(FOE)],
        [Road(0, 1), Road(1, 2)],
        [Unit(OWN, 0), Unit(OWN, 0), Unit(FOE, 2, strength=3000)],
        [Side((OWN,))],
        capitals=(0, 2),
        countries=2,
    )
    foe = 1
    small.world.regions[2].home = small.state.regions[2].controller = small.state.formations[2].owner = foe
    small.state.countries[OWN].top_threat, small.state.countries[foe].top_threat = foe, NOBODY
    small.state.formations[0].command = 0
    bare(laws.defence_plans)(small.world, small.state)
    assert [small.state.legs[u, 0].to for u in range(3)] == [NOBODY, 1, NOBODY]
