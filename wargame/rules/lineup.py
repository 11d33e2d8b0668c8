"""Who meets whom (rulebook 11): what each formation attacks, and its part in a battle, in the line or beside it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wargame.model.codes import Posture
from wargame.model.columns import NOBODY
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.carriers import handed_on
from wargame.rules.combat import Role, contact_km, is_line, may_attack, stands_against
from wargame.rules.field import Field
from wargame.rules.law import stage
from wargame.rules.numeric import FULL
from wargame.rules.routes import edge_between

OUT_OF_REACH = 1 << 20  # km
LINE, BESIDE = 0, 1  # the parties to a battle
PARTIES = 2
SIDES = 2  # row 0 the attacker's, row 1 the defender's
POWER, STRENGTH, READY = 0, 1, 2  # columns of the totals: points/1000, 1/1000 brigade-equivalent, strength x readiness
AIRCRAFT, FIRES, SHIELD = 0, 1, 2  # columns of the balance: power of aircraft, of other fires, of air defence
PARTS = 3  # columns of either


class Battle(NamedTuple):
    """Who takes part in one battle, and how far they are from it; the same tables serve one battle after another."""

    role: Terms  # by formation of a party: combat.Role
    party: Terms  # parties x formations: those of both lines, and those beside them that have the place in reach
    called: Terms  # by party: how many they are
    room: Terms  # by formation of the attack: how much of it finds room to attack, 1/1000
    km: Terms  # by region: how far the place is, OUT_OF_REACH beyond two ways
    tasks: Terms  # by formation: the battles of the step that it has in reach
    power: Terms  # by formation of the line: 1/1000 point
    totals: Terms  # sides x PARTS: what the line of each comes to
    balance: Terms  # sides x PARTS: what flies, fires and shields beside it, 1/1000 point
    air: Terms  # by side: what that makes of its power on the ground, 1/1000


@stage
def no_battle(state: State) -> Battle:
    """The tables of a battle in which nobody takes part yet."""
    size = state.formations.size
    role, tasks, power = np.zeros(size, np.int64), np.zeros(size, np.int64), np.zeros(size, np.int64)
    party, called = np.zeros((PARTIES, size), np.int64), np.zeros(PARTIES, np.int64)
    room, air = np.full(size, FULL, np.int64), np.full(SIDES, FULL, np.int64)
    km = np.full(state.regions.size, OUT_OF_REACH, np.int64)
    totals, balance = np.zeros((SIDES, PARTS), np.int64), np.zeros((SIDES, PARTS), np.int64)
    return handed_on(Battle(role, party, called, room, km, tasks, power, totals, balance, air))


@stage
def aim_of(world: World, state: State, field: Field, formation: int) -> int:
    """The region a formation attacks now: the enemy land it stands on, or the next region of its path; -1 for none."""
    unit = state.formations[formation]
    to = state.legs[formation, 0].to
    nation = field.nation[formation]
    if field.foe[nation, state.regions[unit.at].controller]:
        return unit.at if may_attack(unit.kind, unit.readiness, world.war_numbers[0]) else NOBODY
    if to < 0 or field.foe[nation, state.regions[to].controller] == 0:
        return NOBODY
    if unit.posture < Posture.PROBE or not may_attack(unit.kind, unit.readiness, world.war_numbers[0]):
        return NOBODY
    way = edge_between(world, unit.at, to)
    if way < 0 or world.edges[way].by_sea or unit.progress < contact_km(world.edges[way].km, world.war_numbers[0]):
        return NOBODY
    return to


@stage
def take_aim(world: World, state: State, field: Field, aim: Terms, contested: Terms) -> int:
    """Fill aim[formation] with the region it attacks, -1 for none; mark the regions attacked; how many attack."""
    attackers = 0
    aim[:] = NOBODY
    for u in field.line:
        if state.formations[u].alive:
            aim[u] = aim_of(world, state, field, u)
        if aim[u] >= 0:
            contested[aim[u]] = 1
            attackers += 1
    return attackers


@stage
def lead_attacker(state: State, field: Field, aim: Terms, region: int) -> int:
    """The strongest formation that attacks a region; -1 where none is left."""
    lead = NOBODY
    for u in field.line:
        if aim[u] != region or not state.formations[u].alive:
            continue
        if lead < 0 or state.formations[u].strength > state.formations[lead].strength:
            lead = int(u)
    return lead


@stage
def measure_reach(world: World, region: int, km: Terms) -> None:
    """How far every region is from one, over at most two ways; OUT_OF_REACH beyond."""
    km[:] = OUT_OF_REACH
    km[region] = 0
    place = world.regions[region]
    for k in range(place.first_edge, place.first_edge + place.edges):
        first = world.edges[k]
        km[first.end] = min(km[first.end], first.km)
        there = world.regions[first.end]
        for j in range(there.first_edge, there.first_edge + there.edges):
            second = world.edges[j]
            km[second.end] = min(km[second.end], first.km + second.km)


@stage
def within_call(state: State, field: Field, contested: Terms) -> Terms:
    """The formations that some battle of the step may call up: those of states at war, and whoever stands where one is fought."""
    fights = np.zeros(state.countries.size + 1, np.int64)  # the last, which -1 finds, is nobody's
    for country in field.warring:
        fights[country] = 1
    near = np.zeros(field.nation.size, np.int64)
    count = 0
    for u in range(near.size):
        unit = state.formations[u]
        if unit.alive and (fights[field.nation[u]] or contested[unit.at]):
            near[count] = u
            count += 1
    return near[:count]


@stage
def count_tasks(world: World, state: State, near: Terms, battle: Battle) -> None:
    """Count one more battle for each formation that has it in reach."""
    for u in near:
        unit = state.formations[u]
        if battle.km[unit.at] <= world.kinds[unit.kind].reach:
            battle.tasks[u] += 1


@stage
def share_tasks(world: World, state: State, contested: Terms, near: Terms, battle: Battle) -> None:
    """Count for each formation the battles of the step that it has in reach: it cannot be everywhere."""
    for r in range(contested.size):
        if contested[r]:
            measure_reach(world, r, battle.km)
            count_tasks(world, state, near, battle)


@stage
def take_sides(
    world: World, state: State, field: Field, near: Terms, aim: Terms, lead: int, region: int, battle: Battle
) -> bool:
    """Call up both lines, and beside them those that have the place in reach; False where nobody is there to defend."""
    battle.called[:] = 0
    defended = False
    for u in near:
        unit = state.formations[u]
        if not unit.alive:
            continue
        if aim[u] == region:
            call_up(battle, LINE, u, Role.ATTACK)
        elif battle.km[unit.at] <= world.kinds[unit.kind].reach:
            role = role_within_reach(state, field, lead, region, u)
            if role == Role.DEFENCE:
                call_up(battle, LINE, u, role)
                defended = True
            elif role != Role.NONE:
                call_up(battle, BESIDE, u, role)
    return defended


@stage
def role_within_reach(state: State, field: Field, lead: int, region: int, formation: int) -> int:
    """The part in a battle of a formation that does not attack and has the place in reach: combat.Role."""
    holder = state.regions[region].controller
    nation = field.nation[formation]
    if field.foe[nation, holder]:
        return Role.ATTACK_SUPPORT
    unit = state.formations[formation]
    if unit.at == region and stands_against(nation, field.seat[formation], field.nation[lead], field.seat[lead]):
        return Role.DEFENCE if is_line(unit.kind) else Role.DEFENCE_SUPPORT
    if nation == holder or field.foe[nation, field.nation[lead]]:
        return Role.DEFENCE_SUPPORT
    return Role.NONE


@stage
def call_up(battle: Battle, party: int, formation: int, role: int) -> None:
    """A formation takes part in a battle."""
    battle.role[formation] = role
    battle.party[party, battle.called[party]] = formation
    battle.called[party] += 1
