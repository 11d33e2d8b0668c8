"""Local attacks (rulebook 11): weakly held land next to a side's forces is taken without a campaign for the prize."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import BodyKind, Terrain
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.plan import Plan
from wargame.model.record import Terms
from wargame.model.state import LEGS, State
from wargame.model.world import World
from wargame.rules.bodies import seat_of
from wargame.rules.campaign import is_enough, order_assault
from wargame.rules.combat import Role, is_line, may_attack
from wargame.rules.frontage import room_to_attack
from wargame.rules.garrison import CAN_GO, GOES, STAYS, face_places, garrison_before, holder_for
from wargame.rules.holding import must_stay
from wargame.rules.law import law, stage
from wargame.rules.legal_marches import commands
from wargame.rules.numeric import FULL, quantise
from wargame.rules.routes import edge_between
from wargame.rules.scouting import assumed_power, would_fight


@law("CAMPAIGN-8", "rulebook 5 and 11; Liddell Hart 1954, the line of least resistance")
def is_weakly_held(attack: float, defence: float, n: WarNumbers) -> bool:
    """Land is attacked locally where those next to it outweigh its defenders as far as a counter-attack asks for."""
    return attack > n.counter_odds * defence


@law("CAMPAIGN-9", "rulebook 8: revision value; North Atlantic Treaty Art. 5")
def is_wanted(kind: int, home_joined: int, claim: int) -> bool:
    """A side takes back its members' land; a leadership takes that of a state it lays claim to as well."""
    return home_joined == 1 or (kind == BodyKind.LEADERSHIP and claim > 0)


@stage
def press_plan(world: World, state: State, plan: Plan, body: int, target: int) -> None:
    """Orders for a body's side to attack all weakly held regions of a state next to it, the most valuable first.

    Adds to plan.moves and plan.legs; who has an order there keeps it, and garrisons stay (DEFENCE-4).
    """
    bound = np.zeros(state.formations.size, np.int64)
    bind(world, state, plan, body, target, bound)
    looked_at = np.zeros(state.regions.size, np.int64)
    region = most_wanted(world, state, body, target, looked_at)
    while region >= 0:
        looked_at[region] = 1
        press(world, state, plan, body, region, bound)
        region = most_wanted(world, state, body, target, looked_at)


@stage
def bind(world: World, state: State, plan: Plan, body: int, target: int, bound: Terms) -> None:
    """Mark in `bound` with 1 who cannot be sent: other sides, the unfit, those with orders, those who must stay."""
    facing = np.zeros(state.regions.size, np.int64)
    face_places(world, state, target, facing)
    part = np.full(bound.size, STAYS, np.int64)
    for u in range(part.size):
        if plan.moves[u].given:
            part[u] = GOES
        elif can_press(world, state, body, target, u):
            part[u] = CAN_GO
    for u in range(bound.size):
        bound[u] = 1
        if part[u] == CAN_GO:
            holder = holder_for(world, state, body, u)
            kept = garrison_before(world, state, body, u, part)
            bound[u] = 1 if must_stay(world, state, holder, state.formations[u].at, kept, facing) else 0


@stage
def can_press(world: World, state: State, body: int, target: int, formation: int) -> bool:
    """A fit formation under a body's command that would fight the target."""
    unit = state.formations[formation]
    if unit.alive == 0 or not may_attack(unit.kind, unit.readiness, world.war_numbers[0]):
        return False
    return commands(unit, world.bodies[body], body) and would_fight(world, state, body, unit.owner, target)


@stage
def most_wanted(world: World, state: State, body: int, target: int, looked_at: Terms) -> int:
    """The most valuable region of a state that a side wants and has not looked at; -1 for none."""
    facts = world.bodies[body]
    best = NOBODY
    for r in range(looked_at.size):
        place = world.regions[r]
        if looked_at[r] or state.regions[r].controller != target or place.terrain == Terrain.SEA or place.home < 0:
            continue
        claim = world.links[facts.leader, place.home].claim if facts.leader >= 0 else 0
        wanted = is_wanted(facts.kind, state.members[body, place.home].joined, claim)
        if wanted and (best < 0 or place.value > world.regions[best].value):
            best = r
    return int(best)


@stage
def press(world: World, state: State, plan: Plan, body: int, region: int, bound: Terms) -> None:
    """Those next to a region who are not bound attack it, if together they are enough; no more go than it takes."""
    n = world.war_numbers[0]
    defence = float(power_in(world, state, body, region))
    engaged = np.zeros(state.regions.size, np.int64)
    in_reach = strength_beside(world, state, region, bound, engaged)
    attack = 0
    for u in range(bound.size):
        if not bound[u] and is_beside(world, state, u, region):
            attack += power_beside(world, state, u, region, engaged)
    if in_reach == 0 or not is_weakly_held(float(attack), defence, n):
        return
    legs = np.full(LEGS, NOBODY, np.int64)
    legs[0] = region
    sent = 0
    committed = 0
    for u in range(bound.size):
        if bound[u] or not is_beside(world, state, u, region):
            continue
        if committed > 0 and is_enough(float(sent), defence, committed, in_reach, n):
            return
        bound[u] = 1
        sent += power_beside(world, state, u, region, engaged)
        committed += state.formations[u].strength
        order_assault(plan, u, legs, quantise(n.counter_limit))


@stage
def strength_beside(world: World, state: State, region: int, bound: Terms, engaged: Terms) -> int:
    """Gather in engaged[place] what those who are not bound could attack a region with from there; all of it, 1/1000 brigade-equivalent."""
    strength = 0
    for u in range(bound.size):
        unit = state.formations[u]
        if not bound[u] and is_beside(world, state, u, region):
            engaged[unit.at] += unit.strength
            strength += unit.strength
    return strength


@stage
def power_beside(world: World, state: State, formation: int, region: int, engaged: Terms) -> int:
    """What a formation next to a region brings to bear on it, where `engaged` attacks beside it from the same place, 1/1000 point."""
    at = state.formations[formation].at
    front = world.edges[edge_between(world, at, region)].front
    room = room_to_attack(front, engaged[at], world.war_numbers[0])
    return assumed_power(world, state, formation, Role.ATTACK, room)


@stage
def is_beside(world: World, state: State, formation: int, region: int) -> bool:
    """A formation stands next to a region, over land."""
    way = edge_between(world, state.formations[formation].at, region)
    return way >= 0 and world.edges[way].by_sea == 0


@stage
def power_in(world: World, state: State, body: int, region: int) -> int:
    """Power, without air, of the line that stands in a region against a body's side, 1/1000 point."""
    total = 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.at == region and is_line(unit.kind) and seat_of(world, state, u) != body:
            total += assumed_power(world, state, u, Role.DEFENCE, FULL)
    return total
