"""Campaigns (rulebook 8 and 11): the odds code of planners. What a side can bring, expect, and how it would attack.

It runs on the laws of combat.py, at middling luck, and serves the leadership's motive, the AI and a player's forecasts.
"""

from __future__ import annotations

import numpy as np

from wargame.model.codes import TERM_LIMIT, Posture, Terrain
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.plan import Plan
from wargame.model.record import Terms
from wargame.model.state import LEGS, State
from wargame.model.world import World
from wargame.rules.air import SIDES, air_factor, measure_reach, weigh_air
from wargame.rules.battle import GROUND_PARTS, power_of
from wargame.rules.bodies import seat_of
from wargame.rules.combat import FULL, Role, expected_exchange, is_line, odds, worn
from wargame.rules.law import law, stage
from wargame.rules.marches import days_of_march, leg_km, march
from wargame.rules.movement import readiness_to_march
from wargame.rules.numeric import quantise
from wargame.rules.routes import BY_ROAD, NO_WAY, find_ways, trace_way

__all__ = ["assault_plan", "expected_campaign", "force_in_reach", "march"]

CHANCE, LOSS, COMMITTED, DAYS = 0, 1, 2, 3  # of an expected campaign
DEPENDENT = 500  # 1/1000: from here on a state opens its land to its patron

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@law("CAMPAIGN-2", "rulebook 11: concentration, with a reserve")
def is_enough(attack: float, defence: float, committed: int, in_reach: int, n: WarNumbers) -> bool:
    """A plan commits no more once it far outweighs the defence, or once only the reserve is left."""
    return attack >= n.enough * defence or committed >= (1.0 - n.reserve) * in_reach


@law("CAMPAIGN-3", "rulebook 8: the prize of a war")
def prize_worth(value: int, is_capital: int) -> int:
    """A capital is worth more to an attacker than any other region; of the others, the most valuable."""
    return value + 1000 * is_capital


@law("CAMPAIGN-4", "rulebook 8; RAND RR1253: a defender's reserves come to the goal")
def defence_met(on_the_spot: float, elsewhere: float, n: WarNumbers) -> float:
    """At the goal of a campaign the attacker meets its garrison and a part of what the defender has elsewhere."""
    return on_the_spot + n.reserves_join * elsewhere


@stage
def open_to(world: World, state: State, body: int, region: int) -> bool:
    """A body's forces may march through a region: a member holds it, or one that depends on a member."""
    holder = state.regions[region].controller
    if holder < 0:
        return False
    facts = world.countries[holder]
    if state.members[body, holder].joined or facts.body == body:
        return True
    return facts.patron >= 0 and facts.dependence >= DEPENDENT and state.members[body, facts.patron].joined == 1


@stage
def prize_of(world: World, state: State, target: int) -> int:
    """The region of a state an attacker would go for: its capital, else the most valuable it holds; -1 for none."""
    best = NOBODY
    most = -1
    for r in range(state.regions.size):
        if state.regions[r].controller == target and world.regions[r].terrain != Terrain.SEA:
            worth = prize_worth(world.regions[r].value, 1 if world.countries[target].capital == r else 0)
            if worth > most:
                most = worth
                best = r
    return best


@stage
def scout(world: World, state: State, body: int, target: int, goal: int, km: Terms, onward: Terms) -> None:
    """The ways to a goal over land open to a body or held by its target."""
    passable = np.zeros(km.size, np.int64)
    for r in range(km.size):
        if state.regions[r].controller == target or open_to(world, state, body, r):
            passable[r] = 1
    find_ways(world, goal, passable, BY_ROAD, km, onward)


@stage
def km_to_border(world: World, state: State, target: int, onward: Terms, start: int) -> int:
    """Km on the way to the goal until the first region the target holds."""
    km = 0
    here = start
    while here >= 0 and state.regions[here].controller != target:
        if onward[here] < 0:
            return NO_WAY
        km += leg_km(world, here, onward[here])
        here = onward[here]
    return km


@stage
def border_region(state: State, target: int, onward: Terms, start: int) -> int:
    """The first region of the target on the way to the goal."""
    here = start
    while here >= 0 and state.regions[here].controller != target:
        here = onward[here]
    return here


@stage
def can_join(world: World, state: State, body: int, target: int, km: Terms, onward: Terms, formation: int) -> bool:
    """A national formation of the line on a body's side that could be on the target's land within a month."""
    n = world.war_numbers[0]
    unit = state.formations[formation]
    if not unit.alive or unit.owner < 0 or unit.owner == target or not is_line(unit.kind):
        return False
    if km[unit.at] >= NO_WAY or seat_of(world, state, formation) != body:
        return False
    pace = readiness_to_march(world.kinds[unit.kind].pace, unit.readiness, unit.supply, state.bodies[body].mobility, n)
    return days_of_march(km_to_border(world, state, target, onward, unit.at), pace) <= n.month


@stage
def cast_roles(world: World, state: State, body: int, target: int, km: Terms, onward: Terms, role: Terms) -> None:
    """Who would attack, who would defend, and who would support either, if a body's side attacked a state."""
    for u in range(role.size):
        unit = state.formations[u]
        role[u] = Role.NONE
        if not unit.alive:
            continue
        on_its_land = state.regions[unit.at].controller == target
        if seat_of(world, state, u) == body and unit.owner != target:
            if can_join(world, state, body, target, km, onward, u):
                role[u] = Role.ATTACK
            elif not is_line(unit.kind):
                role[u] = Role.ATTACK_SUPPORT
        elif on_its_land and is_line(unit.kind):
            role[u] = Role.DEFENCE
        elif on_its_land or unit.owner == target:
            role[u] = Role.DEFENCE_SUPPORT


@stage
def weigh_sides(world: World, state: State, role: Terms, goal: int, power: Terms, totals: Terms) -> None:
    """Power of each formation with the air support it would have at the goal, assaulting or defending where it stands.

    totals[side] = power, strength, strength x readiness.
    """
    n = world.war_numbers[0]
    size = role.size
    km = np.zeros(state.regions.size, np.int64)
    tasks = np.ones(size, np.int64)
    balance = np.zeros((SIDES, GROUND_PARTS), np.int64)
    factors = np.zeros(TERM_LIMIT, np.int64)
    totals[:] = 0
    measure_reach(world, goal, km)
    weigh_air(world, state, role, km, tasks, balance)
    for u in range(size):
        power[u] = 0
        if role[u] == Role.ATTACK or role[u] == Role.DEFENCE:
            unit = state.formations[u]
            side = 0 if role[u] == Role.ATTACK else 1
            power[u] = assumed_power(world, state, u, role[u], factors)
            totals[side, 0] += power[u]
            totals[side, 1] += unit.strength
            totals[side, 2] += unit.strength * unit.readiness
    for side in range(SIDES):
        air = air_factor(balance, side, totals[side, 0], n)
        totals[side, 0] = 0
        for u in range(size):
            if role[u] == (Role.ATTACK if side == 0 else Role.DEFENCE):
                power[u] = (power[u] * air + FULL // 2) // FULL
                totals[side, 0] += power[u]


@stage
def assumed_power(world: World, state: State, formation: int, role: int, factors: Terms) -> int:
    """Power without air of a formation that would assault, whatever its posture is now, or defend."""
    posture = Posture.ASSAULT if role == Role.ATTACK else state.formations[formation].posture
    return power_of(world, state, formation, role, posture, FULL, factors)


@stage
def expected_campaign(world: World, state: State, body: int, target: int, out: Floats) -> None:
    """What a body's side can expect of attacking a state with all it can bring in a month, at middling luck.

    Fills out[CHANCE] with the chance (0..1) to take the capital, or the most valuable region where that is lost;
    out[LOSS] with the share (0..1) of the committed force lost; out[COMMITTED] with its strength (1/1000
    brigade-equivalent); out[DAYS] with the days to the goal. The attack goes down the axis of its strongest group,
    region by region; whoever stands there defends (own, allied, multinational); a part of the rest joins at the goal.
    """
    out[CHANCE] = 0.0
    out[LOSS] = 0.0
    out[COMMITTED] = 0.0
    out[DAYS] = 0.0
    goal = prize_of(world, state, target)
    if goal < 0:
        return
    size = state.regions.size
    km = np.zeros(size, np.int64)
    onward = np.zeros(size, np.int64)
    role = np.zeros(state.formations.size, np.int64)
    power = np.zeros(state.formations.size, np.int64)
    totals = np.zeros((SIDES, GROUND_PARTS), np.int64)
    scout(world, state, body, target, goal, km, onward)
    cast_roles(world, state, body, target, km, onward, role)
    weigh_sides(world, state, role, goal, power, totals)
    out[COMMITTED] = float(totals[0, 1])
    if totals[0, 0] > 0:
        run_down_axis(world, state, target, km, onward, role, power, totals, out)


@stage
def run_down_axis(
    world: World,
    state: State,
    target: int,
    km: Terms,
    onward: Terms,
    role: Terms,
    power: Terms,
    totals: Terms,
    out: Floats,
) -> None:
    """Fight the campaign region by region from the border to the goal, the force worn as it goes."""
    n = world.war_numbers[0]
    step_days = float(world.course[0].step_days)
    standing = np.zeros(km.size, np.int64)
    start = main_axis(state, target, onward, role, power, standing)
    here = border_region(state, target, onward, start)
    attack = float(totals[0, 0])
    attack_ready = totals[0, 2] / max(totals[0, 1], 1)
    defence_ready = totals[1, 2] / max(totals[1, 1], 1)
    off_axis = float(totals[1, 0])
    left = 1.0
    chance = 1.0
    days = days_of_march(km[start], axis_pace(world, state, start, role))
    while here >= 0:
        off_axis -= standing[here]
        defence = float(standing[here])
        if onward[here] < 0:
            defence = defence_met(defence, max(off_axis, 0.0), n)
        if defence > 0.0:
            limit = n.attack_limit / 1000.0
            _won, lost, _their_loss, fought = expected_exchange(
                attack, defence, attack_ready, defence_ready, step_days, limit, n
            )
            chance = chance * odds(attack, defence, n)
            attack = worn(attack, attack_ready, lost, n)
            attack_ready = max(0.0, attack_ready - 1000.0 * n.fatigue * lost)
            left = left * (1.0 - lost)
            days += fought
        here = onward[here]
    out[CHANCE] = chance
    out[LOSS] = 1.0 - left
    out[DAYS] = days


@stage
def main_axis(state: State, target: int, onward: Terms, role: Terms, power: Terms, standing: Terms) -> int:
    """Where the strongest group of the attack stands; fills standing[region] with the power that defends it."""
    massed = np.zeros(standing.size, np.int64)
    start = NOBODY
    for u in range(role.size):
        at = state.formations[u].at
        if role[u] == Role.ATTACK:
            massed[at] += power[u]
            if start < 0 or massed[at] > massed[start]:
                start = at
        elif role[u] == Role.DEFENCE:
            standing[at] += power[u]
    return start


@stage
def axis_pace(world: World, state: State, start: int, role: Terms) -> float:
    """Km a day of the slowest attacker that starts on the main axis."""
    n = world.war_numbers[0]
    slowest = float(NO_WAY)
    for u in range(role.size):
        unit = state.formations[u]
        if role[u] == Role.ATTACK and unit.at == start:
            pace = readiness_to_march(world.kinds[unit.kind].pace, unit.readiness, unit.supply, 0, n)
            slowest = min(slowest, pace)
    return slowest


@stage
def force_in_reach(world: World, state: State, body: int, region: int) -> int:
    """Attack power, 1/1000 point, that a body's side could bring against a region's holder there within a month."""
    size = state.regions.size
    km = np.zeros(size, np.int64)
    onward = np.zeros(size, np.int64)
    factors = np.zeros(TERM_LIMIT, np.int64)
    target = state.regions[region].controller
    scout(world, state, body, target, region, km, onward)
    total = 0
    for u in range(state.formations.size):
        if can_join(world, state, body, target, km, onward, u):
            total += assumed_power(world, state, u, Role.ATTACK, factors)
    return total


@stage
def assault_plan(world: World, state: State, plan: Plan, body: int, target: int) -> None:
    """Orders for a body's side to attack a state: the nearest forces assault its capital, or most valuable region.

    Fills plan.moves and plan.legs; a reserve stays back.
    """
    goal = prize_of(world, state, target)
    if goal < 0:
        return
    size = state.formations.size
    km = np.zeros(state.regions.size, np.int64)
    onward = np.zeros(state.regions.size, np.int64)
    role = np.zeros(size, np.int64)
    power = np.zeros(size, np.int64)
    totals = np.zeros((SIDES, GROUND_PARTS), np.int64)
    scout(world, state, body, target, goal, km, onward)
    cast_roles(world, state, body, target, km, onward, role)
    weigh_sides(world, state, role, goal, power, totals)
    n = world.war_numbers[0]
    attack = 0.0
    committed = 0
    legs = np.zeros(LEGS, np.int64)
    while not is_enough(attack, float(totals[1, 0]), committed, totals[0, 1], n) or committed == 0:
        u = nearest_fresh(state, km, role)
        if u < 0:
            return
        role[u] = Role.NONE
        attack += power[u]
        committed += state.formations[u].strength
        trace_way(onward, state.formations[u].at, legs)
        order_assault(plan, u, legs, quantise(n.attack_limit))


@stage
def nearest_fresh(state: State, km: Terms, role: Terms) -> int:
    """The attacker nearest to the goal that has no orders yet; the stronger of two as near."""
    best = NOBODY
    for u in range(role.size):
        if role[u] == Role.ATTACK:
            nearer = best < 0 or km[state.formations[u].at] < km[state.formations[best].at]
            as_near = best >= 0 and km[state.formations[u].at] == km[state.formations[best].at]
            if nearer or (as_near and state.formations[u].strength > state.formations[best].strength):
                best = u
    return best


@stage
def order_assault(plan: Plan, formation: int, legs: Terms, limit: int) -> None:
    """Write one assault into a plan."""
    move = plan.moves[formation]
    move.given = 1
    move.posture = Posture.ASSAULT
    move.loss_limit = limit
    move.released = 0
    for k in range(LEGS):
        plan.legs[formation, k].to = legs[k]
