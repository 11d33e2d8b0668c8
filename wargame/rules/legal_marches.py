"""Which laws of legality marches and releases break, each judged alone (law of the house 8). The laws: legality.py."""

from __future__ import annotations

from wargame.model.codes import BodyKind, Phase
from wargame.model.plan import UnitOrders
from wargame.model.record import Terms
from wargame.model.state import Formation, State
from wargame.model.world import BodyFacts, World
from wargame.rules.bodies import at_war, country_of, welcome
from wargame.rules.law import law_of, stage
from wargame.rules.legality import fits_the_phase, is_a_way, is_commanded, is_mobile, may_be_released, may_enter
from wargame.rules.routes import edge_between

# the numbers by which a refusal names the laws
OUT_OF_PHASE = law_of(fits_the_phase).number
NOT_RELEASED = law_of(may_be_released).number
NOT_COMMANDED = law_of(is_commanded).number
IMMOBILE = law_of(is_mobile).number
NO_WAY = law_of(is_a_way).number
NO_ENTRY = law_of(may_enter).number


@stage
def commands(unit: Formation, side: BodyFacts, body: int) -> bool:
    """The seat of a body may give a formation orders: it is under its command, or stands for its body."""
    leads = side.kind != BodyKind.COUNCIL and unit.owner >= 0 and unit.owner == side.leader
    standing = unit.body == body and unit.owner < 0
    return unit.alive == 1 and (standing or is_commanded(unit.command, 1 if leads else 0, body))


@stage
def judge_unit_orders(world: World, state: State, body: int, orders: UnitOrders) -> None:
    """Judge marches and releases, each alone: numbers of the LEGAL laws it breaks, and how many there are."""
    for k in range(orders.formation.size):
        formation, broken = orders.formation[k], orders.broken[k]
        if orders.release[k] == 1:
            orders.found[k] = broken_release_laws(world, state, body, formation, broken)
        else:
            orders.found[k] = broken_march_laws(world, state, body, formation, orders.legs[k], orders.length[k], broken)


@stage
def broken_release_laws(world: World, state: State, body: int, formation: int, broken: Terms) -> int:
    """Numbers of the LEGAL laws that a release breaks, into `broken`; how many there are."""
    found = 0
    if not fits_the_phase(state.clock[0].phase, Phase.ORDERS, Phase.ORDERS):
        broken[found] = OUT_OF_PHASE
        found += 1
    unit = state.formations[formation]
    has_order = unit.ordered == 1 or state.legs[formation, 0].to >= 0
    under_order = 1 if has_order and commands(unit, world.bodies[body], body) else 0
    if not may_be_released(unit.command, body, 1 if unit.owner < 0 else 0, under_order):
        broken[found] = NOT_RELEASED
        found += 1
    return found


@stage
def broken_march_laws(
    world: World, state: State, body: int, formation: int, legs: Terms, count: int, broken: Terms
) -> int:
    """Numbers of the LEGAL laws that a march of `count` legs breaks, into `broken`; how many there are."""
    found = 0
    if not fits_the_phase(state.clock[0].phase, Phase.ORDERS, Phase.ORDERS):
        broken[found] = OUT_OF_PHASE
        found += 1
    unit = state.formations[formation]
    if not commands(unit, world.bodies[body], body):
        broken[found] = NOT_COMMANDED
        return found + 1
    if not is_mobile(unit.alive, world.kinds[unit.kind].pace):
        broken[found] = IMMOBILE
        found += 1
    way = broken_path_law(world, state, formation, country_of(state, formation), legs, count)
    if way != 0:
        broken[found] = way
        found += 1
    return found


@stage
def broken_path_law(world: World, state: State, formation: int, country: int, legs: Terms, count: int) -> int:
    """Number of the LEGAL law a path breaks (of the way, or of who may enter), 0 for none."""
    here = state.formations[formation].at
    for k in range(count):
        joined = 1 if edge_between(world, here, legs[k]) >= 0 else 0
        been_there = 1 if legs[k] == state.formations[formation].at else 0
        for before in range(k):
            been_there = max(been_there, 1 if legs[before] == legs[k] else 0)
        if not is_a_way(joined, been_there):
            return NO_WAY
        here = legs[k]
        friendly = 1 if welcome(world, state, country, here) else 0
        enemy = 1 if at_war(state, country, state.regions[here].controller) else 0
        if not may_enter(friendly, enemy):
            return NO_ENTRY
    return 0
