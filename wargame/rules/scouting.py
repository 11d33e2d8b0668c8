"""Scouting for campaigns (rulebook 8 and 11): the prize, the ways to it, who would attack, who defend."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import BodyKind, Posture, Terrain
from wargame.model.columns import NOBODY
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.air import air_factor, weigh_air
from wargame.rules.battle import power_of
from wargame.rules.bodies import seat_of
from wargame.rules.combat import Role, is_line, supported
from wargame.rules.frontage import find_room_at_border
from wargame.rules.law import law, stage
from wargame.rules.lineup import BESIDE, LINE, POWER, READY, SIDES, STRENGTH, Battle, call_up, measure_reach
from wargame.rules.marches import days_of_march
from wargame.rules.membership import leans_on
from wargame.rules.movement import readiness_to_march
from wargame.rules.routes import BY_ROAD, NO_WAY, find_ways

CAPITAL_FIRST = 1000  # points: more than any region is worth


@law("CAMPAIGN-3", "rulebook 8: the prize of a war")
def prize_worth(value: int, is_capital: int) -> int:
    """A capital is worth more to an attacker than any other region; of the others, the most valuable."""
    return value + CAPITAL_FIRST * is_capital


@stage
def open_to(world: World, state: State, body: int, region: int) -> bool:
    """A body's forces may march through a region: a member holds it, or one that depends on a member."""
    holder = state.regions[region].controller
    if holder < 0:
        return False
    facts = world.countries[holder]
    if state.members[body, holder].joined or facts.body == body:
        return True
    patron = leans_on(world.state_numbers[0], facts)
    return patron >= 0 and state.members[body, patron].joined == 1


@law("CAMPAIGN-5", "North Atlantic Treaty Art. 5: to restore and maintain the security of the area; rulebook 8")
def is_sought(kind: int, home_joined: int) -> bool:
    """A leadership goes for, and through, any land of its target; a council for its members' land alone, to free it."""
    return kind == BodyKind.LEADERSHIP or home_joined == 1


@stage
def is_sought_from(world: World, state: State, body: int, target: int, region: int) -> bool:
    """The target holds a region that a body's side goes for, or through."""
    home = world.regions[region].home
    joined = state.members[body, home].joined if home >= 0 else 0
    return state.regions[region].controller == target and is_sought(world.bodies[body].kind, joined)


@stage
def prize_of(world: World, state: State, body: int, target: int) -> int:
    """The region of a state a body's forces would go for: its capital, else the most valuable sought; -1 for none."""
    best = NOBODY
    most = -1
    for r in range(state.regions.size):
        if world.regions[r].terrain != Terrain.SEA and is_sought_from(world, state, body, target, r):
            worth = prize_worth(world.regions[r].value, 1 if world.countries[target].capital == r else 0)
            if worth > most:
                most = worth
                best = r
    return best


@stage
def scout(world: World, state: State, body: int, target: int, goal: int, km: Terms, onward: Terms) -> None:
    """The ways to a goal over land open to a body or held by its target, which a council crosses where it is its members'."""
    passable = np.zeros(km.size, np.int64)
    for r in range(km.size):
        if is_sought_from(world, state, body, target, r) or open_to(world, state, body, r):
            passable[r] = 1
    find_ways(world, goal, passable, BY_ROAD, km, onward)


@stage
def km_to_border(state: State, target: int, km: Terms, onward: Terms, start: int) -> int:
    """Km on the way to the goal until the first region the target holds; `km` is how far each region is from the goal."""
    border = border_region(state, target, onward, start)
    return int(km[start] - km[border]) if border >= 0 else NO_WAY


@stage
def border_region(state: State, target: int, onward: Terms, start: int) -> int:
    """The first region of the target on the way to the goal; -1 where no way leads there."""
    here = start
    while here >= 0 and state.regions[here].controller != target:
        here = onward[here]
    return here


@stage
def would_fight(world: World, state: State, body: int, owner: int, target: int) -> bool:
    """A leadership counts on its own state and on those at war with the target already, a council on all its side."""
    leader = world.bodies[body].leader
    if owner < 0 or owner == target:
        return False
    if leader < 0 or owner == leader:
        return True
    return state.pairs[owner, target].war == 1


@stage
def can_join(world: World, state: State, body: int, target: int, km: Terms, onward: Terms, formation: int) -> bool:
    """A national formation of the line on a body's side that could be on the target's land within a month."""
    n = world.war_numbers[0]
    unit = state.formations[formation]
    if not unit.alive or km[unit.at] >= NO_WAY or not is_line(unit.kind):
        return False
    if not would_fight(world, state, body, unit.owner, target) or seat_of(world, state, formation) != body:
        return False
    pace = readiness_to_march(world.kinds[unit.kind].pace, unit.readiness, unit.supply, state.bodies[body].mobility, n)
    return days_of_march(km_to_border(state, target, km, onward, unit.at), pace) <= n.month


@stage
def army_of(world: World, state: State, body: int) -> Terms:
    """The formations of the line on a body's side."""
    found = np.zeros(state.formations.size, np.int64)
    count = 0
    for u in range(found.size):
        unit = state.formations[u]
        if unit.alive and is_line(unit.kind) and seat_of(world, state, u) == body:
            found[count] = u
            count += 1
    return found[:count]


@stage
def can_be_attacked(world: World, state: State, army: Terms, body: int, target: int, km: Terms, onward: Terms) -> bool:
    """Some formation of a body's army could be on the target's land within a month."""
    for u in army:
        if can_join(world, state, body, target, km, onward, u):
            return True
    return False


@stage
def cast_roles(
    world: World, state: State, body: int, target: int, goal: int, km: Terms, onward: Terms, battle: Battle
) -> None:
    """Who would attack, with what room at the border, who defend, and who support either, if a body's side went for a region."""
    battle.called[:] = 0
    measure_reach(world, goal, battle.km)
    for u in range(battle.role.size):
        unit = state.formations[u]
        battle.tasks[u] = 1
        if not unit.alive:
            continue
        role = role_in_attack(world, state, body, target, km, onward, u)
        if role == Role.ATTACK or role == Role.DEFENCE:
            call_up(battle, LINE, u, role)
        elif role != Role.NONE and battle.km[unit.at] <= world.kinds[unit.kind].reach:
            call_up(battle, BESIDE, u, role)
    find_room_at_border(world, state, target, onward, battle)


@stage
def role_in_attack(world: World, state: State, body: int, target: int, km: Terms, onward: Terms, formation: int) -> int:
    """A formation's part if a body's side attacked a state."""
    unit = state.formations[formation]
    on_its_land = state.regions[unit.at].controller == target
    if seat_of(world, state, formation) == body and unit.owner != target:
        if can_join(world, state, body, target, km, onward, formation):
            return Role.ATTACK
        if not is_line(unit.kind) and would_fight(world, state, body, unit.owner, target):
            return Role.ATTACK_SUPPORT
        return Role.NONE
    if on_its_land and is_line(unit.kind):
        return Role.DEFENCE
    return Role.DEFENCE_SUPPORT if on_its_land or unit.owner == target else Role.NONE


@stage
def weigh_sides(world: World, state: State, battle: Battle) -> None:
    """Power of each formation with the air support it would have at the goal, assaulting or defending where it stands."""
    power, totals = battle.power, battle.totals
    totals[:] = 0
    weigh_air(world, state, battle)
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        if battle.role[u] == Role.NONE:  # called up, and then left behind
            continue
        unit = state.formations[u]
        side = 0 if battle.role[u] == Role.ATTACK else 1
        power[u] = assumed_power(world, state, u, battle.role[u], battle.room[u])
        totals[side, POWER] += power[u]
        totals[side, STRENGTH] += unit.strength
        totals[side, READY] += unit.strength * unit.readiness
    for side in range(SIDES):
        air = air_factor(battle.balance, side, totals[side, POWER], world.war_numbers[0])
        totals[side, POWER] = 0
        for k in range(battle.called[LINE]):
            u = battle.party[LINE, k]
            if battle.role[u] == (Role.ATTACK if side == 0 else Role.DEFENCE):
                power[u] = supported(power[u], air)
                totals[side, POWER] += power[u]


@stage
def assumed_power(world: World, state: State, formation: int, role: int, room: int) -> int:
    """Power without air of a formation that would assault, whatever its posture is now, or defend; `room` as in COMBAT-27."""
    posture = Posture.ASSAULT if role == Role.ATTACK else state.formations[formation].posture
    return power_of(world, state, formation, role, posture, room)
