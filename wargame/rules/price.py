"""The price of consensus (rulebook 3): what it costs to lift the members that stand in the way, and whom it lifts how far."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import DecisionRule
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Draft
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import has_a_voice
from wargame.rules.council import (
    NO_PRICE,
    courted_recently,
    price_of_lift,
    qualified_majority,
    rule_of,
    ruled_out,
    unanimity,
)
from wargame.rules.law import scalar, stage
from wargame.rules.numeric import quantise

MOST_TRIED = 12  # unwilling members of whom every set is tried; beyond, the cheapest so many
MOST_LIFTED = 62  # members among whom those to be lifted are chosen: one bit each
MOST_PRICED = 2000  # 1/10 influence: beyond, a set of abstainers is chosen by what they cost, not by their people


@scalar
def short_of_objecting(n: CouncilNumbers) -> int:
    """The least support at which a member objects no more, 1/1000 point."""
    return quantise(n.objects * 1000.0)


@scalar
def support_bought(n: CouncilNumbers, support: int, lift: int, courted: int) -> int:
    """How far a price lifts a member: into silence where it reaches, else to where it objects no more (1/1000 point)."""
    reached = 0 if price_of_lift(n, -support, courted) <= lift else short_of_objecting(n)
    return max(reached, short_of_objecting(n))


@stage
def sponsor_of(world: World, draft: Draft) -> int:
    """The body that tables a draft and pays for it, in whichever of two councils it lies: by whom a member was courted is the question."""
    return world.measures[draft.measure].body


@stage
def lifts(world: World, state: State, draft: Draft, supports: Terms, lift: Terms) -> None:
    """What it costs to lift each member to where it no longer stands in the way (1/10 influence)."""
    n = world.council_numbers[0]
    goal = 0 if rule_of(world, draft) == DecisionRule.QUALIFIED else short_of_objecting(n)
    kept_from = ruled_out(world, state, draft)
    for c in range(state.countries.size):
        seat = state.members[sponsor_of(world, draft), c]
        lift[c] = 0
        if not has_a_voice(world, state, draft, c):
            continue
        if kept_from[c]:
            lift[c] = NO_PRICE
        else:
            lift[c] = price_of_lift(n, goal - supports[c], courted_recently(n, seat, state.clock[0].turn))


@stage
def price(world: World, state: State, draft: Draft, supports: Terms, lift: Terms) -> int:
    """Price of consensus, 1/10 influence: what lifts every objector, or the cheapest set that makes a majority.

    Under unanimity it also lifts the cheapest set of abstainers out of reservation without whom they do not sink the act.
    On return `lift` keeps the price of those to be lifted and is zero for the others.
    """
    rule = rule_of(world, draft)
    if rule == DecisionRule.LEADER:
        return 0
    lifts(world, state, draft, supports, lift)
    if rule == DecisionRule.QUALIFIED:
        return cheapest_majority(world, state, draft, lift)
    total = 0
    for c in range(state.countries.size):
        total += lift[c]
    if rule == DecisionRule.UNANIMITY and total < NO_PRICE:
        total += without_abstainers(world, state, draft, supports, lift)
    return min(total, NO_PRICE)


@stage
def without_abstainers(world: World, state: State, draft: Draft, supports: Terms, lift: Terms) -> int:
    """What it costs beyond `lift`, which grows by it, that so many abstain no more that the act is not sunk (COUNCIL-16).

    Too few states abstain, or too few people: the cheaper of both. Objectors that were lifted abstain as well.
    """
    limit = world.bodies[draft.body].abstain_limit
    states, people, abstaining, abstaining_people = _counted(world, state, draft, supports)
    if unanimity(0, abstaining, abstaining_people, states, people, limit):
        return 0
    extra, rows = np.zeros(state.countries.size, np.int64), np.zeros(state.countries.size, np.int64)
    found = _liftable(world, state, draft, supports, lift, extra, rows)
    _by_price(rows, found, extra)
    best, last = NO_PRICE, 0
    spent = 0
    left, left_people = abstaining, abstaining_people
    for k in range(found):
        spent += extra[rows[k]]
        left -= 1
        left_people -= world.countries[rows[k]].population
        if best == NO_PRICE and unanimity(0, left, left_people, states, people, limit):
            best, last = spent, k + 1
    missing = abstaining_people * 1000 - limit * people
    cheaper, chosen = _cheapest_people(world, rows, min(found, MOST_LIFTED), extra, missing, min(best, MOST_PRICED))
    for k in range(found):
        if (cheaper < best and (chosen >> k) & 1 == 1) or (cheaper >= best and k < last):
            lift[rows[k]] += extra[rows[k]]
    return min(best, cheaper)


@stage
def _counted(world: World, state: State, draft: Draft, supports: Terms) -> tuple[int, int, int, int]:
    """States and people of those who take part, and those of them that would abstain once none objects."""
    states = people = abstaining = abstaining_people = 0
    for c in range(state.countries.size):
        if has_a_voice(world, state, draft, c):
            states += 1
            people += world.countries[c].population
            if supports[c] < 0:
                abstaining += 1
                abstaining_people += world.countries[c].population
    return states, people, abstaining, abstaining_people


@stage
def _liftable(world: World, state: State, draft: Draft, supports: Terms, lift: Terms, extra: Terms, rows: Terms) -> int:
    """The members that can be lifted into silence, into `rows`, and what it costs beyond `lift`; how many there are."""
    n = world.council_numbers[0]
    found = 0
    for c in range(state.countries.size):
        seat = state.members[sponsor_of(world, draft), c]
        if supports[c] < 0 and has_a_voice(world, state, draft, c):
            whole = price_of_lift(n, -supports[c], courted_recently(n, seat, state.clock[0].turn))
            if whole < NO_PRICE:
                extra[c] = whole - lift[c]
                rows[found] = c
                found += 1
    return found


@stage
def _cheapest_people(world: World, rows: Terms, count: int, extra: Terms, missing: int, bound: int) -> tuple[int, int]:
    """The cheapest set of members with more people than `missing` (1/1000 thousand) that costs less than a bound.

    Its cost, NO_PRICE where there is none, and the set, one bit a member. For each cost the most people that it wins is
    kept, member by member, so every set is reckoned with.
    """
    won = np.zeros(max(bound, 0), np.int64)
    sets = np.zeros(max(bound, 0), np.int64)
    for k in range(count):
        cost, people = extra[rows[k]], world.countries[rows[k]].population
        for spent in range(bound - 1, cost - 1, -1):
            if won[spent - cost] + people > won[spent]:
                won[spent] = won[spent - cost] + people
                sets[spent] = sets[spent - cost] | (1 << k)
    for spent in range(bound):
        if won[spent] * 1000 > missing:
            return spent, sets[spent]
    return NO_PRICE, 0


@stage
def cheapest_majority(world: World, state: State, draft: Draft, lift: Terms) -> int:
    """Price of the cheapest set of unwilling members that makes a majority; `lift` is cleared of the others."""
    unwilling = np.zeros(state.countries.size, np.int64)
    count = states = people = favour = favour_people = 0
    for c in range(state.countries.size):
        if not has_a_voice(world, state, draft, c):
            continue
        states += 1
        people += world.countries[c].population
        if lift[c] == 0:
            favour += 1
            favour_people += world.countries[c].population
        elif lift[c] < NO_PRICE:
            unwilling[count] = c
            count += 1
        else:
            lift[c] = 0
    _by_price(unwilling, count, lift)
    tried = min(count, MOST_TRIED)
    best, chosen = _cheapest_set(world, draft.body, unwilling, tried, lift, states, people, favour, favour_people)
    for k in range(count):
        if k >= tried or (chosen >> k) & 1 == 0:
            lift[unwilling[k]] = 0
    return best


@stage
def _cheapest_set(
    world: World,
    body: int,
    unwilling: Terms,
    tried: int,
    lift: Terms,
    states: int,
    people: int,
    favour: int,
    favour_people: int,
) -> tuple[int, int]:
    """The price of the cheapest set that carries the text, and the set, one bit a member. Every set is tried.

    What a set costs and brings is that of the set without its highest member, which came before it, and that member's.
    """
    facts = world.bodies[body]
    cost = np.zeros(1 << tried, np.int64)
    more = np.zeros(1 << tried, np.int64)
    more_people = np.zeros(1 << tried, np.int64)
    for k in range(tried):
        half = 1 << k
        for chosen in range(half):
            cost[half + chosen] = cost[chosen] + lift[unwilling[k]]
            more[half + chosen] = more[chosen] + 1
            more_people[half + chosen] = more_people[chosen] + world.countries[unwilling[k]].population
    best = NO_PRICE
    best_set = 0
    for chosen in range(cost.size):
        states_for, people_for = favour + more[chosen], favour_people + more_people[chosen]
        if cost[chosen] < best and qualified_majority(
            states_for, people_for, states, people, facts.states_needed, facts.people_needed, facts.blocking_states
        ):
            best = cost[chosen]
            best_set = chosen
    return best, best_set


@stage
def _by_price(rows: Terms, count: int, lift: Terms) -> None:
    """Sort the first rows by their price, cheapest first."""
    for i in range(1, count):
        row = rows[i]
        j = i - 1
        while j >= 0 and lift[rows[j]] > lift[row]:
            rows[j + 1] = rows[j]
            j -= 1
        rows[j + 1] = row
