"""The price of consensus (rulebook 3): no more than it takes, and what it buys suffices."""

from itertools import product

import numpy as np
import pytest

from tests.rules.test_council import put
from tests.rules.threat_world import DEU, EST, EU, FIN, LTU, LVA, POL, USA, board
from tests.worlds import bare
from wargame.model.codes import DecisionRule, Verdict
from wargame.model.plan import Draft
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import council
from wargame.rules import price as laws
from wargame.rules.law import plain

UNION = (EST, LVA, LTU, POL, DEU, FIN)


def priced(world: World, state: State, draft: Draft, supports: Terms) -> tuple[int, list[int]]:
    """The price of a draft, and whom it lifts."""
    lift = np.zeros(9, np.int64)
    asked = bare(laws.price)(world, state, draft, supports, lift)
    return asked, [int(c) for c in np.flatnonzero(lift)]


def test_the_price_of_consensus_lifts_every_objector() -> None:
    """COUNCIL-13: under silence each objector must be lifted to where it no longer objects; the willing cost nothing."""
    world, state = board()
    n = world.council_numbers[0]
    draft = put(world, DecisionRule.SILENCE)
    supports = np.full(9, 500, np.int64)
    assert priced(world, state, draft, supports) == (0, [])
    supports[DEU] = supports[USA] = int(n.objects * 1000) - 500
    one = plain(council.price_of_lift)(n, 500, 0)
    assert priced(world, state, draft, supports) == (2 * one, [DEU, USA])
    supports[DEU] = -9000
    assert priced(world, state, draft, supports)[0] == council.NO_PRICE


def test_the_price_of_a_majority_is_the_cheapest_set() -> None:
    """COUNCIL-13 and COUNCIL-15: no other set of unwilling members makes a majority for less."""
    world, state = board()
    draft = put(world, DecisionRule.QUALIFIED)
    facts, members = world.bodies[EU], (EST, LVA, LTU, POL, DEU, FIN)
    facts.states_needed, facts.people_needed, facts.blocking_states = 550, 650, 3
    supports = np.full(9, 300, np.int64)
    for country, value in ((DEU, -1200), (POL, -900), (FIN, -300), (EST, -100)):
        supports[country] = value
    asked, lifted = priced(world, state, draft, supports)
    cost = {c: plain(council.price_of_lift)(world.council_numbers[0], -int(supports[c]), 0) for c in members}
    assert sum(cost[c] for c in lifted) == asked
    people = {c: int(world.countries[c].population) for c in members}

    def carries(chosen: tuple[bool, ...]) -> bool:
        favour = [c for c, lift in zip(members, chosen, strict=True) if lift or supports[c] >= 0]
        return plain(council.qualified_majority)(
            len(favour), sum(people[c] for c in favour), 6, sum(people.values()), 550, 650, 3
        )

    prices = [
        sum(cost[c] for c, lift in zip(members, chosen, strict=True) if lift)
        for chosen in product((False, True), repeat=6)
        if carries(chosen)
    ]
    assert asked == min(prices) > 0


def unanimous(felt: dict[int, int]) -> tuple[World, State, Draft, Terms]:
    """A draft under unanimity in a Union of six, of whom a third of the states with a third of the people sink it."""
    world, state = board()
    draft = put(world, DecisionRule.UNANIMITY)
    world.bodies[EU].abstain_limit = 333
    supports = np.full(9, 500, np.int64)
    for country, value in felt.items():
        supports[country] = value
    return world, state, draft, supports


def verdict_after(world: World, state: State, draft: Draft, supports: Terms, lifted: dict[int, int]) -> Verdict:
    """What becomes of the draft once members are lifted to a support."""
    positions = np.full(9, -1, np.int64)
    for c in UNION:
        positions[c] = plain(council.position)(world.council_numbers[0], lifted.get(c, int(supports[c])))
    return Verdict(bare(council.outcome)(world, state, draft, positions))


RESERVED = [
    dict.fromkeys(UNION, -400),
    {EST: -900, LVA: -800, DEU: -100},
    {EST: -100, LVA: -200, DEU: -900},
    {DEU: -1300, POL: -300, EST: -50, FIN: -700},
    {DEU: -1450, POL: -1450},
    {DEU: -200, EST: -1100},
]


@pytest.mark.parametrize("felt", RESERVED)
def test_the_price_under_unanimity_keeps_abstainers_from_sinking_the_act(felt: dict[int, int]) -> None:
    """COUNCIL-13 and COUNCIL-16: with all reserved it is not 0; what it lifts suffices; no other way is cheaper."""
    world, state, draft, supports = unanimous(felt)
    n = world.council_numbers[0]
    lift = np.zeros(9, np.int64)
    asked = bare(laws.price)(world, state, draft, supports, lift)
    bought = {c: plain(laws.support_bought)(n, int(supports[c]), int(lift[c]), 0) for c in UNION if lift[c]}
    assert int(lift.sum()) == asked
    assert verdict_after(world, state, draft, supports, bought) == Verdict.ADOPTED
    ways = []
    for goals in product((None, -1000, 0), repeat=len(UNION)):
        lifted = {c: goal for c, goal in zip(UNION, goals, strict=True) if goal is not None and goal > supports[c]}
        if verdict_after(world, state, draft, supports, lifted) == Verdict.ADOPTED:
            ways.append(sum(plain(council.price_of_lift)(n, goal - int(supports[c]), 0) for c, goal in lifted.items()))
    assert asked == min(ways) > 0


def test_who_cannot_be_lifted_far_enough_leaves_no_price() -> None:
    """COUNCIL-13 and COUNCIL-16: a third of the states with a third of the people that lobbying cannot move so far."""
    world, state, draft, supports = unanimous({DEU: -2400, POL: -2400})
    assert priced(world, state, draft, supports)[0] == council.NO_PRICE


def test_few_abstainers_cost_nothing() -> None:
    """COUNCIL-16: neither many states with few people nor few with many sink an act."""
    for felt in ({DEU: -500}, {EST: -500, LVA: -500, LTU: -500}):
        assert priced(*unanimous(felt)) == (0, [])
