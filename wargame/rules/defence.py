"""National defence plans (rulebook 5): computed, never ordered by a bloc; they man borders, hold or delay, and free their own land."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import TERM_LIMIT, Kind, Posture
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.record import Terms
from wargame.model.state import LEGS, State
from wargame.model.world import World
from wargame.rules.battle import power_of
from wargame.rules.bodies import at_war, country_of
from wargame.rules.combat import FULL, Role, is_line, may_attack
from wargame.rules.command import set_out
from wargame.rules.law import law, stage
from wargame.rules.marches import survey_ways
from wargame.rules.membership import Rows, is_fighting
from wargame.rules.numeric import quantise
from wargame.rules.routes import NO_WAY, edge_between, trace_way


@law("DEFENCE-1", "rulebook 5: a defence plan mans the border that faces the highest threat")
def needs_cover(facing: int, covering: int, value: int) -> int:
    """A region's need of cover: what faces it over what covers it, times its worth."""
    return facing * (value + 1) // (covering + 500)


@law("DEFENCE-2", "rulebook 5: a national seat defends by value and trades space for losses")
def stands_fast(facing: int, covering: int, value: int, is_capital: int, n: WarNumbers) -> bool:
    """What is worth it is held; elsewhere a defence that is outnumbered only delays, and saves its soldiers."""
    return is_capital == 1 or value >= n.worth_holding or facing < n.outnumbered * covering


@law("DEFENCE-3", "rulebook 5: a national seat counter-attacks at odds above 2")
def frees_land(attack: float, defence: float, n: WarNumbers) -> bool:
    """A state attacks by itself only for its own land, and only where it outweighs those who hold it by two to one."""
    return attack > n.counter_odds * defence


@stage
def defence_plans(world: World, state: State) -> None:
    """Each week every state's defence plan moves formations to the region most in need of cover: one in peace, more in war.

    At war it also sets how each region is defended, and counter-attacks for its own land.
    """
    n = world.war_numbers[0]
    regions = state.regions.size
    facing = np.zeros(regions, np.int64)
    covering = np.zeros(regions, np.int64)
    line = np.zeros(state.formations.size, np.int64)
    goals = np.zeros(state.formations.size, np.int64)
    count = muster(state, line, goals)
    for c in range(state.countries.size):
        if state.countries[c].top_threat < 0:
            continue
        fights = is_fighting(state.pairs, c)
        weigh_regions(world, state, c, line[:count], goals, facing, covering)
        for _ in range(int(n.plan_moves) if fights else 1):
            if not move_to_cover(world, state, c, facing, covering):
                break
        if fights:
            set_postures(world, state, c, facing, covering)
            counter_attack(world, state, c)


@stage
def is_free(state: State, country: int, formation: int) -> bool:
    """A land formation under national command without a path."""
    unit = state.formations[formation]
    if unit.alive == 0 or unit.owner != country or unit.command >= 0 or unit.kind > Kind.ARTILLERY:
        return False
    return state.legs[formation, 0].to < 0


@stage
def set_postures(world: World, state: State, country: int, facing: Terms, covering: Terms) -> None:
    """Formations that stand on their own soil hold it or delay, by what it is worth and what faces it."""
    n = world.war_numbers[0]
    for u in range(state.formations.size):
        if is_free(state, country, u):
            unit = state.formations[u]
            place = world.regions[unit.at]
            if place.home == country:
                capital = 1 if world.countries[country].capital == unit.at else 0
                fast = stands_fast(facing[unit.at], covering[unit.at], place.value, capital, n)
                unit.posture = Posture.HOLD if fast else Posture.DELAY


@stage
def counter_attack(world: World, state: State, country: int) -> None:
    """Each region of its own that an enemy holds is attacked where the free formations next to it are strong enough."""
    n = world.war_numbers[0]
    for r in range(state.regions.size):
        if world.regions[r].home != country or not at_war(state, country, state.regions[r].controller):
            continue
        attack = 0
        for u in range(state.formations.size):
            if may_sally(world, state, country, u, r):
                attack += power_against(world, state, u, Role.ATTACK, Posture.ASSAULT)
        if attack > 0 and frees_land(float(attack), float(garrison_power(world, state, country, r)), n):
            for u in range(state.formations.size):
                if may_sally(world, state, country, u, r) and order_march_to(state, u, r):
                    state.formations[u].posture = Posture.ASSAULT
                    state.formations[u].loss_limit = quantise(n.counter_limit)


@stage
def may_sally(world: World, state: State, country: int, formation: int, region: int) -> bool:
    """A free, fit formation next to a region, over land; one formation always stays where it is."""
    unit = state.formations[formation]
    if not is_free(state, country, formation) or not may_attack(unit.kind, unit.readiness, world.war_numbers[0]):
        return False
    way = edge_between(world, unit.at, region)
    if way < 0 or world.edges[way].by_sea:
        return False
    for u in range(formation):
        if is_free(state, country, u) and state.formations[u].at == unit.at:
            return True
    return False


@stage
def power_against(world: World, state: State, formation: int, role: int, posture: int) -> int:
    """Combat power of a formation without air support, 1/1000 point."""
    factors = np.zeros(TERM_LIMIT, np.int64)
    return power_of(world, state, formation, role, posture, FULL, factors)


@stage
def garrison_power(world: World, state: State, country: int, region: int) -> int:
    """Power of the enemies of a state that stand in a region, 1/1000 point."""
    total = 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.at == region and is_line(unit.kind) and at_war(state, country, country_of(state, u)):
            total += power_against(world, state, u, Role.DEFENCE, unit.posture)
    return total


@stage
def order_march_to(state: State, formation: int, region: int) -> bool:
    """Set a formation on its way into the next region."""
    unit = state.formations[formation]
    for k in range(LEGS):
        state.legs[formation, k].to = region if k == 0 else NOBODY
    unit.progress = 0
    unit.lost = 0
    return True


@stage
def muster(state: State, line: Rows, goals: Rows) -> int:
    """How many formations of the line there are: `line` lists them, `goals` says where each is going or stands."""
    count = 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.kind <= Kind.ARTILLERY:
            line[count] = u
            goals[count] = destination(state, u)
            count += 1
    return count


@stage
def weigh_regions(
    world: World, state: State, country: int, line: Rows, goals: Rows, facing: Terms, covering: Terms
) -> None:
    """What faces and what covers each region of a state: strength in it and next to it, 1/1000 brigade-equivalent.

    What faces it is hostile: at war with the state, or of the state it fears most. Cover is counted where the
    formations of the line are going (`goals`).
    """
    facing[:] = 0
    covering[:] = 0
    hostile = hostile_to(state, country)
    for k in range(line.size):
        unit = state.formations[line[k]]
        if unit.owner >= 0 and hostile[unit.owner]:
            place = world.regions[unit.at]
            for e in range(place.first_edge, place.first_edge + place.edges):
                facing[world.edges[e].end] += unit.strength
        elif unit.owner == country or unit.command >= 0 or unit.body >= 0:
            covering[goals[k]] += unit.strength


@stage
def hostile_to(state: State, country: int) -> Rows:
    """1 for the states at war with a state, and for the one it fears most."""
    hostile = np.zeros(state.countries.size, np.int64)
    for j in range(hostile.size):
        hostile[j] = 1 if at_war(state, country, j) else 0
    hostile[state.countries[country].top_threat] = 1
    return hostile


@stage
def destination(state: State, formation: int) -> int:
    """Where a formation is going, or where it stands."""
    goal = state.formations[formation].at
    for k in range(LEGS):
        if state.legs[formation, k].to >= 0:
            goal = state.legs[formation, k].to
    return goal


@stage
def move_to_cover(world: World, state: State, country: int, facing: Terms, covering: Terms) -> bool:
    """A free formation marches to the region in most need, if that need is twice that of where it stands."""
    goal = NOBODY
    most = 0
    for r in range(state.regions.size):
        if state.regions[r].controller == country and facing[r] > 0:
            need = needs_cover(facing[r], covering[r], world.regions[r].value)
            if need > most:
                most = need
                goal = r
    if goal == NOBODY:
        return False
    km = np.zeros(state.regions.size, np.int64)
    onward = np.zeros(state.regions.size, np.int64)
    surveyed = False
    for u in range(state.formations.size):
        unit = state.formations[u]
        if not is_free(state, country, u) or unit.at == goal:
            continue
        here = needs_cover(facing[unit.at], covering[unit.at] - unit.strength, world.regions[unit.at].value)
        if most <= 2 * here:
            continue
        if not surveyed:
            survey_ways(world, state, country, unit.kind, goal, km, onward)  # the line travels alike
            surveyed = True
        if km[unit.at] < NO_WAY:
            legs = np.full(LEGS, NOBODY, np.int64)
            trace_way(onward, unit.at, legs)
            set_out(state, u, legs)
            covering[unit.at] -= unit.strength
            covering[goal] += unit.strength
            return True
    return False
