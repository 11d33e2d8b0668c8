"""Campaigns (rulebook 8 and 11): the odds code of planners. What a side can bring, expect, and how it would attack.

It runs on the laws of combat.py, at middling luck, and serves the leadership's motive, the AI and a player's forecasts.
"""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Posture
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.plan import Plan
from wargame.model.record import Terms
from wargame.model.state import LEGS, State
from wargame.model.world import World
from wargame.rules.combat import Role, expected_exchange, fatigue_of, goes_in, odds, worn
from wargame.rules.garrison import leave_garrisons
from wargame.rules.law import law, stage
from wargame.rules.lineup import LINE, POWER, READY, STRENGTH, Battle, no_battle
from wargame.rules.marches import days_of_march
from wargame.rules.movement import readiness_to_march
from wargame.rules.numeric import bounded, quantise
from wargame.rules.routes import trace_way
from wargame.rules.scouting import (
    border_region,
    can_be_attacked,
    cast_roles,
    prize_of,
    scout,
    weigh_sides,
)

CHANCE, LOSS, COMMITTED, DAYS = 0, 1, 2, 3  # of an expected campaign
MARCH = 3  # of a group, days; before it POWER, STRENGTH and READY (1/1000) as of a battle's totals
GROUP = 4

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@law("CAMPAIGN-2", "rulebook 11: concentration, with a reserve")
def is_enough(attack: float, defence: float, committed: int, in_reach: int, n: WarNumbers) -> bool:
    """A plan commits no more once it far outweighs the defence, or once only the reserve is left."""
    return attack >= n.enough * defence or committed >= (1.0 - n.reserve) * in_reach


@law("CAMPAIGN-4", "rulebook 8; RAND RR1253: a defender's reserves come to the goal")
def defence_met(on_the_spot: float, elsewhere: float, n: WarNumbers) -> float:
    """At the goal of a campaign the attacker meets its garrison and a part of what the defender has elsewhere."""
    return on_the_spot + n.reserves_join * elsewhere


@stage
def expected_campaign(world: World, state: State, army: Terms, body: int, target: int, out: Floats) -> None:
    """What a body's side can expect of attacking a state with all its army can bring in a month, at middling luck.

    Fills out[CHANCE] with the chance (0..1) to take the capital, or the most valuable region where that is lost;
    out[LOSS] with the share (0..1) of the committed force lost; out[COMMITTED] with its strength (1/1000
    brigade-equivalent); out[DAYS] with the days to the goal. Each group of the attack comes over the border where its
    shortest way does, fights region by region whoever stands there (own, allied, multinational), and joins the others
    at the goal, where the defender's reserves come too.
    """
    out[CHANCE] = 0.0
    out[LOSS] = 0.0
    out[COMMITTED] = 0.0
    out[DAYS] = 0.0
    goal = prize_of(world, state, body, target)
    if goal < 0:
        return
    size = state.regions.size
    km = np.zeros(size, np.int64)
    onward = np.zeros(size, np.int64)
    scout(world, state, body, target, goal, km, onward)
    if not can_be_attacked(world, state, army, body, target, km, onward):
        return
    battle = no_battle(state)
    cast_roles(world, state, body, target, goal, km, onward, battle)
    weigh_sides(world, state, battle)
    totals = battle.totals
    out[COMMITTED] = float(totals[0, STRENGTH])
    if totals[0, POWER] > 0:
        groups = np.zeros((size, GROUP), np.float64)
        standing = np.zeros(size, np.float64)
        form_groups(world, state, target, km, onward, battle, groups, standing)
        converge(world, goal, onward, groups, standing, totals, out)


@stage
def form_groups(
    world: World,
    state: State,
    target: int,
    km: Terms,
    onward: Terms,
    battle: Battle,
    groups: Floats,
    standing: Floats,
) -> None:
    """Gather attackers by the border region they come over, in groups[region]; defenders' power in standing[region]."""
    n = world.war_numbers[0]
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        unit = state.formations[u]
        if battle.role[u] == Role.DEFENCE:
            standing[unit.at] += battle.power[u]
        else:
            pace = readiness_to_march(world.kinds[unit.kind].pace, unit.readiness, unit.supply, 0, n)
            group = groups[border_region(state, target, onward, unit.at)]
            group[POWER] += battle.power[u]
            group[STRENGTH] += unit.strength
            group[READY] += unit.strength * unit.readiness
            group[MARCH] = max(group[MARCH], days_of_march(km[unit.at], pace))


@stage
def converge(
    world: World, goal: int, onward: Terms, groups: Floats, standing: Floats, totals: Terms, out: Floats
) -> None:
    """Fight every group through to the goal, and there all that came through together."""
    n = world.war_numbers[0]
    step_days = float(world.course[0].step_days)
    defence_ready = totals[1, READY] / max(totals[1, STRENGTH], 1)
    elsewhere = float(totals[1, POWER])
    arrived = np.zeros(GROUP, np.float64)
    best = 0.0
    for r in range(standing.size):
        if groups[r, POWER] > 0.0:
            groups[r, READY] = groups[r, READY] / groups[r, STRENGTH]
            here = r
            chance = 1.0
            while here != goal and chance > 0.0:
                chance = chance * push(groups[r], standing[here], defence_ready, step_days, n)
                elsewhere -= chance * standing[here]
                standing[here] = (1.0 - chance) * standing[here]
                here = onward[here]
            best = max(best, chance)
            arrived[POWER] += chance * groups[r, POWER]
            arrived[STRENGTH] += groups[r, STRENGTH]
            arrived[READY] += groups[r, STRENGTH] * groups[r, READY]
            arrived[MARCH] = max(arrived[MARCH], groups[r, MARCH])
    arrived[READY] = arrived[READY] / max(arrived[STRENGTH], 1.0)
    defence = defence_met(standing[goal], max(elsewhere - standing[goal], 0.0), n)
    if best > 0.0:
        out[CHANCE] = best * push(arrived, defence, defence_ready, step_days, n)
    out[LOSS] = 1.0 - arrived[STRENGTH] / out[COMMITTED]
    out[DAYS] = arrived[MARCH]


@stage
def push(group: Floats, defence: float, defence_ready: float, days: float, n: WarNumbers) -> float:
    """One battle of a group: the chance to win it; the group is worn by it.

    Where the odds forbid the attack it is reckoned as made all the same: without a chance, and bled beyond its limit.
    """
    chance = odds(group[POWER], defence, n)
    limit = quantise(n.attack_limit)
    if defence <= 0.0:
        return chance
    if not goes_in(chance, Posture.ASSAULT, limit, n):
        group[STRENGTH] = group[STRENGTH] * (1.0 - repulsed(group[POWER], defence, limit / 1000.0))
        return 0.0
    _won, lost, _their_loss, fought = expected_exchange(
        group[POWER], defence, group[READY], defence_ready, days, limit / 1000.0, n
    )
    group[POWER] = worn(group[POWER], group[READY], lost, n)
    group[READY] = bounded(group[READY] - fatigue_of(lost, n), 0.0, 1000.0)
    group[STRENGTH] = group[STRENGTH] * (1.0 - lost)
    group[MARCH] += fought
    return chance


@stage
def assault_plan(world: World, state: State, plan: Plan, body: int, target: int) -> None:
    """Orders for a body's side to attack a state: the nearest forces assault what it goes for there (CAMPAIGN-3 and 5).

    Fills plan.moves and plan.legs; a reserve stays back.
    """
    goal = prize_of(world, state, body, target)
    if goal < 0:
        return
    km = np.zeros(state.regions.size, np.int64)
    onward = np.zeros(state.regions.size, np.int64)
    battle = no_battle(state)
    scout(world, state, body, target, goal, km, onward)
    cast_roles(world, state, body, target, goal, km, onward, battle)
    leave_garrisons(world, state, body, target, onward, battle)
    weigh_sides(world, state, battle)
    totals = battle.totals
    n = world.war_numbers[0]
    attack = 0.0
    committed = 0
    legs = np.zeros(LEGS, np.int64)
    while not is_enough(attack, float(totals[1, POWER]), committed, totals[0, STRENGTH], n) or committed == 0:
        u = nearest_fresh(state, km, battle)
        if u < 0:
            return
        battle.role[u] = Role.NONE
        attack += battle.power[u]
        committed += state.formations[u].strength
        trace_way(onward, state.formations[u].at, legs)
        order_assault(plan, u, legs, quantise(n.attack_limit))


@law("CAMPAIGN-7", "Lanchester 1916, square law; rulebook 8")
def repulsed(attack: float, defence: float, limit: float) -> float:
    """An attack without a chance is bled to its limit at equal power, and beyond it as far as it is outweighed (share)."""
    return limit + (1.0 - limit) * (1.0 - min(1.0, attack / defence))


@stage
def nearest_fresh(state: State, km: Terms, battle: Battle) -> int:
    """The attacker nearest to the goal that has no orders yet; the stronger of two as near."""
    best = NOBODY
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        if battle.role[u] == Role.ATTACK:
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
