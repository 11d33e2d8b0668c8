"""What planners expect, and how they would attack."""

from itertools import pairwise

import numpy as np
import pytest

from tests.worlds import (
    Road,
    Side,
    Site,
    Small,
    Unit,
    bare,
    declare_war,
    give_order,
    small_world,
    war_numbers,
    war_step,
)
from wargame.model.codes import BodyKind, IncidentKind, Kind, Posture
from wargame.model.state import LEGS
from wargame.rules import campaign, holding, scouting
from wargame.rules.campaign import CHANCE, COMMITTED, DAYS, LOSS
from wargame.rules.scouting import army_of

RUS, EST, GBR = range(3)
NATO, RUSSIA = range(2)


def theatre(*units: Unit, seed: int = 1) -> Small:
    """Russia's rear 0 and front 1; Estonia's front 2 and capital 3; Britain far away at 4."""
    sites = [Site(RUS), Site(RUS), Site(EST, value=3), Site(EST, value=2), Site(GBR)]
    roads = [Road(0, 1, 300), Road(1, 2, 100), Road(2, 3, 100)]
    sides = [Side((EST, GBR)), Side((RUS,), leader=RUS)]
    return small_world(sites, roads, units, sides, capitals=(0, 3, 4), countries=3, seed=seed)


def expected(small: Small) -> list[float]:
    """Chance, loss, strength committed and days of Russia against Estonia."""
    out = np.zeros(4)
    army = bare(army_of)(small.world, small.state, RUSSIA)
    bare(campaign.expected_campaign)(small.world, small.state, army, RUSSIA, EST, out)
    return [float(v) for v in out]


def brigades(count: int, at: int = 1) -> tuple[Unit, ...]:
    """So many Russian brigades."""
    return tuple(Unit(RUS, at) for _ in range(count))


def test_when_a_plan_commits_enough() -> None:
    """CAMPAIGN-2: four times the defence, or all but the reserve."""
    enough, n = bare(campaign.is_enough), war_numbers()
    assert enough(4.0, 1.0, 100, 1000, n)
    assert not enough(3.9, 1.0, 100, 1000, n)
    assert enough(0.1, 1.0, 850, 1000, n)


def test_the_prize_is_the_capital() -> None:
    """CAMPAIGN-3: else the most valuable region the target still holds."""
    assert bare(scouting.prize_worth)(2, 1) > bare(scouting.prize_worth)(20, 0)
    small = theatre()
    assert bare(scouting.prize_of)(small.world, small.state, RUSSIA, EST) == 3
    small.state.regions[3].controller = RUS
    assert bare(scouting.prize_of)(small.world, small.state, RUSSIA, EST) == 2
    small.state.regions[2].controller = RUS
    assert bare(scouting.prize_of)(small.world, small.state, RUSSIA, EST) == -1


def test_a_council_goes_for_the_land_of_its_members_only() -> None:
    """CAMPAIGN-5: what an enemy holds of it is freed, his own land is not sought; a leadership seeks all."""
    small = theatre()
    assert bare(scouting.is_sought)(BodyKind.LEADERSHIP, 0)
    assert bare(scouting.prize_of)(small.world, small.state, NATO, RUS) == -1
    small.state.regions[2].controller = RUS
    assert bare(scouting.prize_of)(small.world, small.state, NATO, RUS) == 2


@pytest.mark.parametrize(("body", "way"), [(NATO, 4), (RUSSIA, 1)])
def test_a_council_crosses_no_land_of_the_enemys_own(body: int, way: int) -> None:
    """CAMPAIGN-5: the way through Russia's front is shorter; a council takes the longer one, over its members' land."""
    sites = [Site(EST), Site(RUS), Site(EST, holder=RUS), Site(RUS), Site(EST)]
    roads = [Road(0, 1, 50), Road(1, 2, 50), Road(0, 4, 300), Road(4, 2, 300)]
    sides = [Side((EST, GBR)), Side((RUS,), leader=RUS)]
    small = small_world(sites, roads, (), sides, capitals=(3, 0, 4), countries=3)
    km, onward = np.zeros(5, np.int64), np.zeros(5, np.int64)
    bare(scouting.scout)(small.world, small.state, body, RUS, 2, km, onward)
    assert onward[0] == way


def test_reserves_come_to_the_goal() -> None:
    """CAMPAIGN-4."""
    assert bare(campaign.defence_met)(10.0, 5.0, war_numbers()) == pytest.approx(13.0)


def test_nothing_in_reach_nothing_expected() -> None:
    """No force, no chance; formations that cannot get there in a month are not counted."""
    assert expected(theatre()) == [0.0, 0.0, 0.0, 0.0]
    slow = theatre(Unit(RUS, 0, Kind.INFANTRY, readiness=0, supply=0))
    assert expected(slow)[COMMITTED] == 0.0
    assert expected(theatre(*brigades(2), *brigades(1, at=0)))[COMMITTED] == 3000.0


def test_odds_rise_with_force_and_fall_with_defence() -> None:
    """Rulebook 8: the chance of the campaign, by what attacks and defends, standing formations counted."""
    guard = Unit(EST, 2, dug_in=600)
    chances = [expected(theatre(*brigades(k), guard))[CHANCE] for k in (1, 2, 3, 5)]
    assert chances == sorted(chances)
    assert chances[0] < 0.05
    assert chances[-1] > 0.95
    trip = Unit(at=3, strength=1000, body=NATO, dug_in=600, shares=((GBR, 1000),))
    alone, helped = expected(theatre(*brigades(3), guard)), expected(theatre(*brigades(3), guard, trip))
    assert helped[CHANCE] < alone[CHANCE]
    assert helped[LOSS] > alone[LOSS]
    assert helped[DAYS] > alone[DAYS]


def test_a_hopeless_attack_is_reckoned_as_bled_beyond_its_limit() -> None:
    """Rulebook 8: a stronger guard never makes an attack look cheaper, not even one that would not be launched."""
    losses = [expected(theatre(*brigades(1), *(Unit(EST, 2, dug_in=900) for _ in range(k))))[LOSS] for k in range(6)]
    assert losses[0] == 0.0
    assert all(later >= earlier for earlier, later in pairwise(losses))
    hopeless = [loss for loss in losses if loss >= war_numbers().attack_limit / 1000.0]
    assert len(hopeless) > 1
    assert all(later > earlier for earlier, later in pairwise(hopeless))


def test_an_undefended_state_is_taken_at_no_loss() -> None:
    """Nobody defends: certain, and only the march takes days."""
    chance, loss, committed, days = expected(theatre(*brigades(1)))
    assert (chance, loss, committed) == (1.0, 0.0, 1000.0)
    assert 2.0 < days < 8.0


def test_an_assault_plan_concentrates_and_keeps_a_reserve() -> None:
    """CAMPAIGN-2 and 3 in orders: the nearest first, along the way to the capital; some stay back."""
    small = theatre(*brigades(4), *brigades(5, at=0), Unit(EST, 2, dug_in=1000), Unit(EST, 3, dug_in=1000))
    plan = small.plan()
    bare(campaign.assault_plan)(small.world, small.state, plan, RUSSIA, EST)
    given = [u for u in range(11) if plan.moves[u].given]
    assert given == [0, 1, 2, 3, 5, 6, 7]
    assert [plan.legs[0, k].to for k in range(3)] == [2, 3, -1]
    assert plan.moves[0].posture == Posture.ASSAULT
    assert plan.moves[0].loss_limit == 400


@pytest.mark.parametrize(("held", "crosses", "covered"), [(0, 1, True), (1, 1, False), (0, 0, False)])
def test_who_attacks_over_his_border_covers_it(held: int, crosses: int, covered: bool) -> None:
    """DEFENCE-8."""
    assert bare(holding.is_covered_by_attack)(held, crosses) == covered


def test_a_campaign_does_not_bare_a_front_that_it_leaves() -> None:
    """DEFENCE-4 and 8: of those who march off along the rear one stays opposite the enemy; those who attack over the border go."""
    sites = [Site(RUS), Site(RUS), Site(EST), Site(EST), Site(RUS)]
    roads = [Road(0, 1, 100), Road(1, 3, 100), Road(0, 2, 100), Road(2, 3, 900), Road(4, 1, 100)]
    units = [*brigades(2, at=0), *brigades(2, at=1), *brigades(2, at=4), Unit(EST, 2), Unit(EST, 3, strength=9000)]
    sides = [Side((EST,)), Side((RUS,), leader=RUS)]
    small = small_world(sites, roads, units, sides, capitals=(4, 3), countries=2)
    small.world.countries[RUS].capital = 4
    plan = small.plan()
    bare(campaign.assault_plan)(small.world, small.state, plan, RUSSIA, EST)
    stay = [u for u in range(6) if not plan.moves[u].given]
    assert stay[0] == 0
    assert not {1, 2, 3} & set(stay)


def carry_out(small: Small) -> None:
    """Give the orders of an assault plan and fight for a month."""
    plan = small.plan()
    bare(campaign.assault_plan)(small.world, small.state, plan, RUSSIA, EST)
    for u in range(small.state.formations.size):
        if plan.moves[u].given:
            give_order(small.state, u, [plan.legs[u, k].to for k in range(LEGS)], Posture(plan.moves[u].posture))
            small.state.formations[u].loss_limit = plan.moves[u].loss_limit
    attack = small.state.incidents[0]
    attack.alive, attack.kind, attack.victim, attack.author = 1, IncidentKind.ARMED_ATTACK, EST, RUS
    declare_war(small.state, RUS, EST)
    for _ in range(15):
        war_step(small)
        small.state.clock[0].day += 2


@pytest.mark.parametrize(("count", "taken"), [(1, False), (6, True)])
def test_what_is_expected_is_what_happens(count: int, taken: bool) -> None:
    """Rulebook 8 and 11: sure campaigns are won by the resolver, hopeless ones lost, the losses near those expected."""
    small = theatre(*brigades(count), Unit(EST, 2, dug_in=400), Unit(EST, 3, dug_in=400))
    chance, loss, _, _ = expected(small)
    assert chance > 0.9 if taken else chance < 0.1
    carry_out(small)
    assert (small.state.regions[3].controller == RUS) == taken
    if taken:
        lost = sum(small.state.formations[u].lost for u in range(count)) / (1000.0 * count)
        assert lost == pytest.approx(loss, abs=0.12)


def test_a_hopeless_attack_is_bled_by_how_hopeless_it_is() -> None:
    """CAMPAIGN-7: its limit at equal power, more the more it is outweighed: a defender made stronger deters more, always."""
    repulsed = bare(campaign.repulsed)
    assert repulsed(1000.0, 1000.0, 0.4) == pytest.approx(0.4)
    assert repulsed(2000.0, 1000.0, 0.4) == pytest.approx(0.4)
    assert repulsed(500.0, 1000.0, 0.4) == pytest.approx(0.7)
    assert repulsed(500.0, 1200.0, 0.4) > repulsed(500.0, 1000.0, 0.4)


def test_a_border_that_is_an_isthmus_makes_an_attack_hopeless() -> None:
    """COMBAT-27: planners reckon with the room where the way crosses the border, not with how many wait behind it."""
    chances = []
    for front in (0, 5):
        small = theatre(*brigades(8), Unit(EST, 2), Unit(EST, 3))
        for way in range(small.world.edges.size):
            edge = small.world.edges[way]
            edge.front = front if {int(edge.start), int(edge.end)} == {1, 2} else 0
        chances.append(expected(small)[CHANCE])
    assert chances[0] > 0.8
    assert chances[1] < 0.2
