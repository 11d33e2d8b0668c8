"""The week of the states outside (rulebook 1): what they forget, where they stand, and what they send to a war."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import BodyKind, Note, Stand
from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.drift import paced
from wargame.rules.economy import finance
from wargame.rules.hearing import days_since_attack
from wargame.rules.law import law, stage
from wargame.rules.ledger import wages_aggression
from wargame.rules.membership import Rows, is_fighting
from wargame.rules.notes import EVERYONE, note, note_more
from wargame.rules.numeric import FULL, quantise
from wargame.rules.outside import is_outsider, take_stands
from wargame.rules.stocks import send_arms

TRILLION = 1_000_000.0  # EUR m
STANDS = len(Stand)


@law("OUTSIDE-9", "rulebook 1: outside states give munitions accordingly")
def arms_sent(n: StateNumbers, stand: int, goodwill: int, arms: int) -> float:
    """A supporter sends a side at war what it can spare; who stands aside a share of it, by goodwill; who condemns, nothing.

    Each side is reckoned for itself: what goes to one is not missing for another.
    """
    if stand == Stand.CONDEMNS:
        return 0.0
    return float(arms) if stand == Stand.SUPPORTS else n.arms_aside * arms * goodwill / FULL


@law("OUTSIDE-10", "rulebook 1: world opinion moves aid; Kiel Ukraine Support Tracker, givers outside NATO and the EU")
def aid_sent(n: StateNumbers, condemning: float) -> int:
    """A state that is invaded gains by the product of those who condemn the invader (EUR m); 1/10000 of its economy a week."""
    return quantise(n.aid_outside * condemning / TRILLION)


@law("OUTSIDE-11", "rulebook 6: a belief has memory")
def thinks_later(n: StateNumbers, ill: int, wages_aggression: int) -> int:
    """While a war of aggression goes on nothing is forgotten; afterwards a share of it is each week, at least a thousandth (1/1000)."""
    return ill if wages_aggression or ill == 0 else ill - max(quantise(n.ill_fades * ill), 1)


@law("OUTSIDE-12", "rulebook 1: world opinion")
def goodwill_later(n: StateNumbers, goodwill: int, rests_at: int) -> int:
    """Goodwill that was won, or lost, goes a share a week back to where it rests, at least a thousandth (1/1000)."""
    step = quantise(n.goodwill_fades * (rests_at - goodwill))
    if step == 0 and rests_at != goodwill:
        step = 1 if rests_at > goodwill else -1
    return goodwill + step


@stage
def outside_week(world: World, state: State, record: Record) -> None:
    """A week of the states outside: they forget, take their stand, and send what they give.

    Note.OUTSIDE: who = side on which states now stand otherwise, first = supporters, second = aside, third = condemning.
    """
    if not is_outsider(world, 0):
        return  # the scenario has none
    n, aggressors = world.state_numbers[0], find_aggressors(world, state)
    for o in range(world.outsiders.size):
        for b in range(state.bodies.size):
            regard = state.regards[o, b]
            regard.ill = thinks_later(n, regard.ill, aggressors[b])
            regard.goodwill = goodwill_later(n, regard.goodwill, world.leanings[o, b].goodwill)
    before = standing(world, state)
    take_stands(world, state)
    after = standing(world, state)
    for b in range(state.bodies.size):
        if world.bodies[b].kind != BodyKind.COUNCIL and (after[b] != before[b]).any():
            row = note(record, Note.OUTSIDE, state.clock[0].day, b, NOBODY, NOBODY, after[b, 0], after[b, 1], EVERYONE)
            note_more(record, row, after[b, 2], 0)
        if world.bodies[b].kind != BodyKind.COUNCIL and is_fighting(state.pairs, world.bodies[b].leader):
            sent = paced(munitions(world, state, b), state.clock[0].day)
            send_arms(world, state, world.bodies[b].leader, sent)
            aid(world, state, b)


@stage
def standing(world: World, state: State) -> Rows:
    """How many states outside stand where on each side (body x codes.Stand)."""
    count = np.zeros((state.bodies.size, STANDS), np.int64)
    for o in range(world.outsiders.size):
        if is_outsider(world, o):
            for b in range(state.bodies.size):
                count[b, state.regards[o, b].stand] += 1
    return count


@stage
def find_aggressors(world: World, state: State) -> Rows:
    """1 for each side of which a state wages a war of aggression (by body)."""
    wage = np.zeros(state.bodies.size, np.int64)
    for c in range(state.countries.size):
        body = world.countries[c].body
        if body >= 0 and wages_aggression(state, c):
            wage[body] = 1
    return wage


@stage
def munitions(world: World, state: State, body: int) -> float:
    """What states outside send a side at war in a week, 1/1000 brigade-equivalent."""
    sent = 0.0
    for o in range(world.outsiders.size):
        regard = state.regards[o, body]
        sent += arms_sent(world.state_numbers[0], regard.stand, regard.goodwill, world.outsiders[o].arms)
    return sent


@stage
def condemning(world: World, state: State, judged: Rows) -> float:
    """The product of the states outside that condemn any of the sides judged (EUR m); `judged` has 1 for them, by body."""
    product = 0.0
    for o in range(world.outsiders.size):
        condemns = 0
        for b in range(judged.size):
            if judged[b] and state.regards[o, b].stand == Stand.CONDEMNS:
                condemns = 1
        product += world.outsiders[o].gdp * condemns
    return product


@stage
def aid(world: World, state: State, body: int) -> None:
    """Money from those who condemn the sides that have begun a war with the leader of a side, for a state that is invaded."""
    leader, judged = world.bodies[body].leader, np.zeros(state.bodies.size, np.int64)
    for c in range(state.countries.size):
        side = world.countries[c].body
        if side >= 0 and state.pairs[leader, c].war and days_since_attack(state, c) >= 0:
            judged[side] = 1
    finance(state, leader, aid_sent(world.state_numbers[0], condemning(world, state, judged)))
