"""National defence plans: borders manned, ground held or delayed on, own land freed."""

import numpy as np
import pytest

from tests.rules.fixed import fixed
from tests.worlds import Road, Side, Site, Small, Unit, bare, small_world
from wargame.model.codes import Posture
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.rules import counter_attack, holding, manning
from wargame.rules import defence as laws
from wargame.rules import roster as rosters
from wargame.rules.law import plain
from wargame.rules.membership import fighting
from wargame.rules.occupation import garrison_needed
from wargame.rules.routes import NO_WAY

OWN, FOE = 0, 2


def plan_defences(small: Small) -> None:
    """A week of all defence plans."""
    bare(laws.defence_plans)(small.world, small.state, bare(fighting)(small.state.pairs))


@pytest.mark.parametrize(
    ("facing", "covering", "value", "need"),
    [(0, 0, 5, 0), (2000, 0, 4, 20_000), (2000, 500, 4, 10_000), (2000, 1500, 0, 1000)],
)
def test_cover_goes_where_it_lacks(facing: int, covering: int, value: int, need: int) -> None:
    """DEFENCE-1."""
    assert plain(manning.needs_cover)(facing, covering, value) == need


@pytest.mark.parametrize(
    ("facing", "covering", "value", "capital", "fast"),
    [(3000, 1000, 2, 0, False), (1900, 1000, 2, 0, True), (3000, 1000, 4, 0, True), (9000, 1000, 0, 1, True)],
)
def test_space_is_traded_for_losses(facing: int, covering: int, value: int, capital: int, fast: bool) -> None:
    """DEFENCE-2: an outnumbered defence delays, but for what is worth it."""
    n = fixed(WarNumbers, outnumbered=2.0, worth_holding=4.0)
    assert plain(laws.stands_fast)(facing, covering, value, capital, n) == fast


@pytest.mark.parametrize(
    ("kept", "facing", "held", "stays"),
    [(0, 0, 0, True), (1000, 9000, 0, False), (1000, 2001, 1, True), (1000, 2000, 1, False)],
)
def test_what_must_be_held_keeps_its_match(kept: int, facing: int, held: int, stays: bool) -> None:
    """DEFENCE-4: one formation stays anywhere; where it must be held, a share of what faces it."""
    assert plain(holding.stays_behind)(kept, facing, held, fixed(WarNumbers, hold_back=0.5)) == stays


@pytest.mark.parametrize(("capital", "occupied_day", "held"), [(0, NOBODY, False), (1, NOBODY, True), (0, 10, True)])
def test_capitals_and_conquests_are_held(capital: int, occupied_day: int, held: bool) -> None:
    """DEFENCE-5."""
    assert plain(holding.is_to_be_held)(capital, occupied_day) == held


@pytest.mark.parametrize(
    ("facing", "beside", "reckoned"), [(0, 0, 0), (0, 3000, 1500), (2000, 3000, 2000), (1000, 3000, 1500)]
)
def test_what_must_be_held_looks_a_march_further(facing: int, beside: int, reckoned: int) -> None:
    """DEFENCE-7: a share of what faces the land beside it, where more does not face it now."""
    assert plain(holding.looks_further)(facing, beside, fixed(WarNumbers, next_march=0.5)) == reckoned


@pytest.mark.parametrize(("occupied", "stay"), [(NOBODY, 0), (0, 1)])
def test_conquered_land_behind_the_line_is_not_bared(occupied: int, stay: int) -> None:
    """DEFENCE-7: cover is not drawn from land taken from another while the foe is a march away from it."""
    sites = [Site(FOE, holder=OWN, value=3), Site(OWN, value=3), Site(FOE), Site(OWN)]
    units = [Unit(OWN, 0), Unit(OWN, 0), Unit(FOE, 2, strength=3000)]
    small = small_world(
        sites,
        [Road(0, 1), Road(1, 2), Road(0, 3)],
        units,
        [Side((OWN,))],
        capitals=(3, 2, 2),
        countries=3,
        wars=[(OWN, FOE)],
    )
    small.state.countries[OWN].top_threat = FOE
    small.state.regions[0].occupied_day = occupied
    plan_defences(small)
    assert sum(int(small.state.legs[u, 0].to) < 0 for u in range(2)) == stay


@pytest.mark.parametrize(("attack", "defence", "frees"), [(2001, 1000, True), (2000, 1000, False), (1, 0, True)])
def test_land_is_freed_at_two_to_one(attack: float, defence: float, frees: bool) -> None:
    """DEFENCE-3."""
    assert plain(counter_attack.frees_land)(attack, defence, fixed(WarNumbers, counter_odds=2.0)) == frees


@pytest.mark.parametrize(("garrison", "marches"), [(200, True), (3000, False)])
def test_a_state_counter_attacks_for_its_own_land(garrison: int, marches: bool) -> None:
    """DEFENCE-3: with all but one of the formations next to it, where they are strong enough."""
    own = [Unit(0, 0, strength=1000) for _ in range(3)]
    sites = [Site(0), Site(0, holder=1), Site(1)]
    units = [*own, Unit(1, 1, strength=garrison)]
    small = small_world(sites, [Road(0, 1), Road(1, 2)], units, [Side((0,))], wars=[(0, 1)], capitals=(0, 2))
    bare(counter_attack.counter_attack)(small.world, small.state, 0, bare(rosters.muster)(small.state))
    assert [bool(small.state.legs[u, 0].to == 1) for u in range(3)] == [False, marches, marches]


def looked_across(small: Small, *foes: int) -> rosters.Roster:
    """The roster of a plan that has some states for foes."""
    roster = bare(rosters.muster)(small.state)
    bare(rosters.look_across)(small.world, small.state, roster)
    for foe in foes:
        bare(rosters.take_for_foes)(small.world, small.state, roster, foe, 1)
    bare(rosters.reckon)(small.world, small.state, OWN, roster)
    return roster


@pytest.mark.parametrize(("facing", "left"), [(500, 1), (3000, 2), (9000, 3)])
def test_a_capital_is_not_left_to_free_land(facing: int, left: int) -> None:
    """DEFENCE-4: before anyone sallies from a capital, what matches those who face it must stay."""
    own = [Unit(0, 0, strength=1000) for _ in range(3)]
    sites = [Site(0), Site(0, holder=1), Site(1)]
    units = [*own, Unit(1, 2, strength=facing)]
    roads = [Road(0, 1), Road(1, 2), Road(0, 2)]
    small = small_world(sites, roads, units, [Side((0,))], wars=[(0, 1)], capitals=(0, 2))
    roster = looked_across(small, 1)
    bare(counter_attack.counter_attack)(small.world, small.state, 0, roster)
    assert sum(small.state.legs[u, 0].to != 1 for u in range(3)) == left


@pytest.mark.parametrize(("command", "ordered", "free"), [(NOBODY, 0, True), (NOBODY, 1, False), (0, 0, False)])
def test_a_plan_disposes_of_what_nobody_ordered(command: int, ordered: int, free: bool) -> None:
    """DEFENCE-6."""
    assert plain(rosters.is_at_disposal)(command, ordered) == free


@pytest.mark.parametrize("ordered", [0, 1])
def test_who_stands_by_order_is_not_marched_off_nor_told_how(ordered: int) -> None:
    """DEFENCE-6: the plan neither sends it to cover, nor rewrites its posture, nor sallies with it; it counts as cover."""
    sites = [Site(OWN), Site(OWN, holder=FOE), Site(FOE), Site(OWN, value=5)]
    roads = [Road(0, 1), Road(1, 2), Road(0, 3), Road(3, 2)]
    units = [Unit(OWN, 0, posture=Posture.RESERVE) for _ in range(3)] + [Unit(FOE, 2, strength=9000)]
    small = small_world(sites, roads, units, [Side((OWN,))], capitals=(3, 2, 2), countries=3, wars=[(OWN, FOE)])
    small.state.countries[OWN].top_threat = FOE
    for u in range(3):
        small.state.formations[u].ordered = ordered
    plan_defences(small)
    asked = [(int(small.state.legs[u, 0].to), int(small.state.formations[u].posture)) for u in range(3)]
    assert (asked == [(NOBODY, Posture.RESERVE)] * 3) == bool(ordered)


def test_who_stands_by_order_holds_a_place_for_those_who_sally() -> None:
    """DEFENCE-4: one formation stays; where one is ordered to, the others go."""
    units = [Unit(OWN, 0, strength=1000), Unit(OWN, 0, strength=1000), Unit(1, 1, strength=200)]
    small = small_world(
        [Site(OWN), Site(OWN, holder=1), Site(1)],
        [Road(0, 1), Road(1, 2)],
        units,
        [Side((OWN,))],
        wars=[(OWN, 1)],
        capitals=(2, 2),
    )
    small.state.formations[1].ordered = 1
    bare(counter_attack.counter_attack)(small.world, small.state, OWN, bare(rosters.muster)(small.state))
    assert [int(small.state.legs[u, 0].to) for u in range(2)] == [1, NOBODY]


def test_a_border_that_nobody_can_reach_does_not_stop_the_plan() -> None:
    """DEFENCE-1: the next region in need is manned where the neediest is cut off."""
    sites = [Site(OWN), Site(OWN, value=5), Site(OWN), Site(FOE), Site(FOE)]
    roads = [Road(0, 2), Road(2, 4), Road(1, 3)]
    units = [Unit(OWN, 0), Unit(FOE, 3, strength=9000), Unit(FOE, 4, strength=3000)]
    small = small_world(sites, roads, units, [Side((OWN,))], capitals=(1, 3, 4), countries=3, wars=[(OWN, FOE)])
    small.state.countries[OWN].top_threat = FOE
    plan_defences(small)
    assert small.state.legs[0, 0].to == 2


def test_nobody_fights_his_way_to_where_he_is_to_stand() -> None:
    """DEFENCE-1: cover marches over land that welcomes it; where the enemy holds the only way, the formation stays."""
    sites = [Site(OWN), Site(OWN, holder=FOE), Site(OWN, value=5), Site(FOE)]
    roads = [Road(0, 1), Road(1, 2), Road(2, 3)]
    for holder, goal in ((FOE, NOBODY), (OWN, 1)):
        units = [Unit(OWN, 0), Unit(FOE, 3, strength=9000)]
        small = small_world(sites, roads, units, [Side((OWN,))], capitals=(0, 3, 3), countries=3, wars=[(OWN, FOE)])
        small.state.countries[OWN].top_threat = FOE
        small.state.regions[1].controller = holder
        plan_defences(small)
        assert small.state.legs[0, 0].to == goal


def test_resistance_calls_for_a_garrison() -> None:
    """DEFENCE-1 and OCCUPY-3: land taken from another needs cover although no army faces it."""
    sites = [Site(OWN), Site(FOE, holder=OWN), Site(FOE)]
    small = small_world(
        sites, [Road(0, 1), Road(0, 2)], [Unit(OWN, 0)], [Side((OWN,))], capitals=(0, 1, 2), countries=3
    )
    small.state.regions[1].occupied_day = 0
    roster = looked_across(small)
    needed = plain(garrison_needed)(small.world.regions[1].people, small.world.war_numbers[0])
    assert needed > 0
    assert roster.facing.tolist() == [0, needed, 0]


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
    plan_defences(small)
    assert [small.state.legs[u, 0].to for u in range(3)] == [NOBODY, 1, NOBODY]


def man_anew(small: Small, moves: int) -> None:
    """The same plan, with every way looked up anew."""
    roster = looked_across(small, 1)
    passed = NOBODY
    for _ in range(moves):
        goal = bare(manning.neediest)(small.world, small.state, OWN, roster, passed)
        if goal < 0:
            return
        roster.km[:] = NO_WAY
        if not bare(manning.move_to_cover)(small.world, small.state, OWN, roster, goal):
            passed = goal


@pytest.mark.parametrize("seed", range(20))
def test_the_next_to_look_sees_the_map_with_eyes_of_its_own(seed: int) -> None:
    """DEFENCE-1: who was hostile to the one before, and is not to this one, faces nothing and covers again."""
    small = random_board(seed)
    for u in range(0, 9, 2):
        small.state.formations[u].command = 0
    turned = looked_across(small)
    hostile = np.zeros(2, np.int64)
    for top, foes in ((1, (1,)), (0, (0,)), (NOBODY, ())):
        small.state.countries[OWN].top_threat = top
        bare(rosters.turn_to_foes)(small.world, small.state, OWN, 0, hostile, turned)
        anew = looked_across(small, *foes)
        bare(rosters.reckon)(small.world, small.state, OWN, turned)
        assert turned.facing.tolist() == anew.facing.tolist()
        assert turned.reckoned.tolist() == anew.reckoned.tolist()
        assert turned.shared.tolist() == anew.shared.tolist()


def random_board(seed: int) -> Small:
    """Two states on eight regions, not all of them joined, with formations here and there."""
    rng = np.random.default_rng(seed)
    sites = [Site(int(rng.random() < 0.35)) for _ in range(8)]
    roads = [Road(a, b) for a in range(8) for b in range(a) if rng.random() < 0.2]
    units = [
        Unit(int(rng.random() < 0.5), int(rng.integers(8)), strength=int(rng.integers(200, 3000))) for _ in range(9)
    ]
    return small_world(sites, roads, units, [Side((OWN,)), Side((1,), leader=1)], wars=[(0, 1)])


@pytest.mark.parametrize("seed", range(20))
def test_a_plan_with_nothing_to_reckon_with_moves_nobody(seed: int) -> None:
    """DEFENCE-1: need is measured by what faces the land that a state holds: where that is nothing, nobody marches."""
    small = random_board(seed)
    for foes in ((), (1,)):
        roster = looked_across(small, *foes)
        most = bare(rosters.reckon)(small.world, small.state, OWN, roster)
        assert most == max(roster.reckoned[small.state.regions["controller"] == OWN], default=0)
        bare(manning.man_borders)(small.world, small.state, OWN, roster, 5)
        assert most > 0 or not (small.state.legs["to"] >= 0).any()


def test_ways_looked_up_before_change_no_plan() -> None:
    """Who cannot reach one goal cannot reach one that is joined to it: the plan is that of looking up every way."""
    moved = 0
    for seed in range(60):
        kept, anew = random_board(seed), random_board(seed)
        roster = looked_across(kept, 1)
        bare(manning.man_borders)(kept.world, kept.state, OWN, roster, 5)
        man_anew(anew, 5)
        assert kept.state.legs.tobytes() == anew.state.legs.tobytes(), seed
        moved += int((kept.state.legs["to"] >= 0).any())
    assert moved > 20
