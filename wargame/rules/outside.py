"""States outside (rulebook 1): they stand by a side's conduct, aside from it, or condemn it, and trade, arm and help accordingly.

They are on no map and in no council of the game. They see the same acts as all others, from afar.
"""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Act, Stand
from wargame.model.numbers import StateNumbers
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.law import law, scalar, stage
from wargame.rules.membership import Rows
from wargame.rules.numeric import FULL, clamp, points, quantise


@law(
    "OUTSIDE-1",
    "Charter of the United Nations, Art. 2(3) and 2(4); rulebook 1: states outside condemn, abstain or support",
)
def concerns_all(act: Act) -> bool:
    """What breaks the law of nations concerns states outside, and so does a step back from it; what armies do at home does not."""
    force = act == Act.INVASION or act == Act.OCCUPATION or act == Act.NUCLEAR_USE or act == Act.NUCLEAR_SIGNAL
    pressure = act == Act.CUT_OFF or act == Act.HYBRID
    return force or pressure or act == Act.WITHDRAWAL


@law("OUTSIDE-2", "rulebook 1 and 6: acts move beliefs, those of a friend less")
def thinks_after(n: StateNumbers, ill: int, size: float, goodwill: int) -> int:
    """A state outside takes an act for a share of its size, a hostile one by its friend for less; steps back make it think better.

    `size` is the share of the remaining doubt that an act takes (below 0 of the belief), `ill` and `goodwill` 1/1000.
    """
    heard = n.heard_outside * size
    if heard >= 0.0:
        return clamp(ill + quantise(heard * (FULL - ill) * (FULL - goodwill) / FULL), 0, FULL)
    return clamp(ill + quantise(heard * ill), 0, FULL)


@law("OUTSIDE-3", "rulebook 1: world opinion; A/RES/68/262, 27 March 2014, and A/RES/ES-11/1, 2 March 2022")
def leaning(n: StateNumbers, ill: int, goodwill: int, rival: int) -> int:
    """What the side has done speaks for condemning it, goodwill towards it against, goodwill towards its adversary for (1/1000 point).

    `rival` is the goodwill towards the adversary of which the state thinks best; all 1/1000.
    """
    return points((n.ill_weight * ill - n.goodwill_weight * goodwill + n.rival_weight * rival) / FULL)


@scalar
def line_of(n: StateNumbers, aside: int, stands_beyond: int) -> int:
    """How far a state must lean to leave its place aside, 1/1000 point; less far to stay where it already is beyond."""
    return points(n.stand_line + n.aside_weight * aside / FULL - n.stand_kept * stands_beyond)


@law(
    "OUTSIDE-4",
    "rulebook 1: outside states condemn, abstain or support; the movement of the non-aligned, Belgrade 1961",
)
def stand_of(n: StateNumbers, leans: int, aside: int, now: int) -> int:
    """A state that leans far enough condemns or supports; the stronger its tradition of standing aside, the farther it must lean.

    A stand once taken is kept a little short of the line: `now` is where it stands so far (codes.Stand).
    """
    if leans > line_of(n, aside, now == Stand.CONDEMNS):
        return Stand.CONDEMNS
    return Stand.SUPPORTS if leans < -line_of(n, aside, now == Stand.SUPPORTS) else Stand.ASIDE


@law("OUTSIDE-6", "rulebook 1: outside states give Russia trade accordingly; rulebook 10: evasion")
def trades_on(n: StateNumbers, stand: int) -> float:
    """The share of its economy with which a state outside trades on with a side under sanctions: all of it where it supports that side."""
    if stand == Stand.CONDEMNS:
        return n.trade_condemned
    return n.trade_aside if stand == Stand.ASIDE else 1.0


@law("OUTSIDE-7", "rulebook 2 and 8: stability; Galtung 1967, isolation as a sanction")
def lost_to_isolation(n: StateNumbers, isolated: int) -> int:
    """A leadership at war is the less stable the more of the world outside condemns it (1/1000)."""
    return quantise(n.isolation * isolated / FULL)


@law("OUTSIDE-8", "rulebook 1: world opinion moves pressure for a ceasefire; Zartman 2000, ripeness")
def urged(n: StateNumbers, weeks: float, isolated: int) -> float:
    """The more of the world outside condemns either side of a war, the sooner it is ripe for its end (weeks)."""
    return weeks * (1.0 - n.urging * isolated / FULL)


@stage
def hear(world: World, state: State, body: int, act: Act, size: float) -> None:
    """States outside see an act of a side, where it concerns all; `body` is -1 for a state of no side."""
    if body >= 0 and concerns_all(act):
        n = world.state_numbers[0]
        for o in range(state.regards.shape[0]):
            regard = state.regards[o, body]
            regard.ill = thinks_after(n, regard.ill, size, regard.goodwill)


@stage
def rivals(world: World, state: State) -> Rows:
    """1 for each two sides that share no state, and of which one has a state that fears one of the other most (body x body)."""
    found = np.zeros((state.bodies.size, state.bodies.size), np.int64)
    for c in range(state.countries.size):
        feared = state.countries[c].top_threat
        one, other = world.countries[c].body, world.countries[feared].body if feared >= 0 else -1
        if one >= 0 and other >= 0:
            found[one, other] = found[other, one] = 1
    for c in range(state.countries.size):
        for one in range(state.bodies.size):
            for other in range(state.bodies.size):
                if state.members[one, c].joined and state.members[other, c].joined:
                    found[one, other] = 0
    return found


@stage
def leans(world: World, state: State, rival: Rows, outsider: int, body: int) -> int:
    """How far a state outside leans to condemning a side, 1/1000 point; `rival` as rivals gives it."""
    regard, best = state.regards[outsider, body], 0
    for b in range(state.bodies.size):
        if rival[body, b]:
            best = max(best, state.regards[outsider, b].goodwill)
    return leaning(world.state_numbers[0], regard.ill, regard.goodwill, best)


@stage
def is_outsider(world: World, outsider: int) -> bool:
    """A row of the table is a state."""
    return world.outsiders[outsider].people > 0


@stage
def take_stands(world: World, state: State) -> None:
    """Every state outside takes its stand on each side."""
    n, rival = world.state_numbers[0], rivals(world, state)
    for o in range(world.outsiders.size):
        if is_outsider(world, o):
            for b in range(state.bodies.size):
                now, leant = state.regards[o, b].stand, leans(world, state, rival, o, b)
                state.regards[o, b].stand = stand_of(n, leant, world.outsiders[o].aside, now)


@law("OUTSIDE-5", "rulebook 1: world opinion; rulebook 6: power is people and product")
def weight(people: int, product: int, all_people: int, all_product: int) -> int:
    """States weigh among those outside by the mean of their shares of all people and of all product there (1/1000)."""
    return quantise(FULL * (people / max(all_people, 1) + product / max(all_product, 1)) / 2.0)


@stage
def weight_of_those(world: World, those: Rows) -> int:
    """What some states outside weigh together (1/1000); `those` has 1 for them."""
    people = product = all_people = all_product = 0
    for o in range(world.outsiders.size):
        state = world.outsiders[o]
        people += state.people * those[o]
        product += state.gdp * those[o]
        all_people += state.people
        all_product += state.gdp
    return weight(people, product, all_people, all_product)


@stage
def isolation(world: World, state: State, body: int) -> int:
    """The weight of the states outside that condemn a side (1/1000)."""
    those = np.zeros(world.outsiders.size, np.int64)
    for o in range(those.size):
        those[o] = 1 if state.regards[o, body].stand == Stand.CONDEMNS else 0
    return weight_of_those(world, those)


@stage
def trade_left(world: World, state: State, body: int) -> float:
    """The product of the states outside with which a side trades on (EUR m)."""
    left = 0.0
    if body >= 0:
        for o in range(world.outsiders.size):
            left += world.outsiders[o].gdp * trades_on(world.state_numbers[0], state.regards[o, body].stand)
    return left
