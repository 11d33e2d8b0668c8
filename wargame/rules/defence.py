"""National defence plans (rulebook 5): computed, never ordered by a bloc; they man borders, hold or delay, and free their own land."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wargame.model.codes import Posture
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.record import Terms
from wargame.model.state import LEGS, State
from wargame.model.world import World
from wargame.rules.battle import power_of
from wargame.rules.bodies import at_war, country_of
from wargame.rules.carriers import handed_on
from wargame.rules.combat import Role, is_line, may_attack
from wargame.rules.command import set_out
from wargame.rules.kinds import is_army
from wargame.rules.law import law, stage
from wargame.rules.marches import survey_friendly_ways
from wargame.rules.membership import fighting
from wargame.rules.numeric import FULL, quantise
from wargame.rules.occupation import garrison_needed
from wargame.rules.routes import NO_WAY, destination, edge_between, trace_way


@law("DEFENCE-1", "rulebook 5: a defence plan mans the border that faces the highest threat")
def needs_cover(facing: int, covering: int, value: int) -> int:
    """A region's need of cover: what faces it over what covers it, times its worth (1/1000)."""
    return facing * (value + 1) * FULL // (covering + 500)


@law("DEFENCE-2", "rulebook 5: a national seat defends by value and trades space for losses")
def stands_fast(facing: int, covering: int, value: int, is_capital: int, n: WarNumbers) -> bool:
    """What is worth it is held; elsewhere a defence that is outnumbered only delays, and saves its soldiers."""
    return is_capital == 1 or value >= n.worth_holding or facing < n.outnumbered * covering


@law("DEFENCE-3", "rulebook 5: a national seat counter-attacks at odds above 2")
def frees_land(attack: float, defence: float, n: WarNumbers) -> bool:
    """A state attacks by itself only for its own land, and only where it outweighs those who hold it by two to one."""
    return attack > n.counter_odds * defence


@law("DEFENCE-4", "rulebook 5 and 11; Clausewitz, economy of force")
def stays_behind(kept: int, facing: int, is_held: int, n: WarNumbers) -> bool:
    """From a place that must be held nobody marches off to attack until those who stay are a match for what faces it.

    `kept` and `facing` in 1/1000 brigade-equivalent; in any other place one formation stays.
    """
    return kept == 0 or (is_held == 1 and kept < n.hold_back * facing)


@law("DEFENCE-5", "rulebook 5 and 2: capitals and conquered land are held")
def is_to_be_held(is_capital: int, occupied_day: int) -> bool:
    """A capital, and land taken from another, are places that must be held."""
    return is_capital == 1 or occupied_day >= 0


@law("DEFENCE-6", "rulebook 2 and 5: an order stands until it is done, blocked or broken off; plans hold by default")
def is_at_disposal(command: int, ordered: int) -> bool:
    """The plan disposes of what is under national command, but for what a seat ordered where to go or to stand."""
    return command < 0 and ordered == 0


class Roster(NamedTuple):
    """Whose the formations of the line are, whose the land, and how the regions stand that a plan looks at."""

    first: Terms  # by state: the first formation of the line that it owns, -1 for none
    after: Terms  # by formation: the next of the same state
    goal: Terms  # by formation of the line: where it is going, or stands
    home: Terms  # by state: the first region that it holds, -1 for none
    beyond: Terms  # by region: the next of the same holder
    facing: Terms  # by region: hostile strength next to it and what its people need, 1/1000 brigade-equivalent
    shared: Terms  # by region: strength there under the bodies and their command, hostile states' left out
    covering: Terms  # by region: strength that covers it
    km: Terms  # by region: how far it is to the goal that was last looked for
    onward: Terms  # by region: the next on the way there


@stage
def defence_plans(world: World, state: State) -> None:
    """Each week every state's defence plan moves formations to the region most in need of cover: one in peace, more in war.

    At war it also sets how each region is defended, and counter-attacks for its own land.
    """
    n = world.war_numbers[0]
    roster = muster(state)
    look_across(world, state, roster)
    hostile = np.zeros(state.countries.size, np.int64)
    fights = fighting(state.pairs)
    for c in range(state.countries.size):
        if state.countries[c].top_threat < 0:
            continue
        turn_to_foes(world, state, c, fights[c], hostile, roster)
        count_cover(state, c, roster)
        man_borders(world, state, c, roster, int(n.plan_moves) if fights[c] else 1)
        if fights[c]:
            set_postures(world, state, c, roster)
            counter_attack(world, state, c, roster)


@stage
def muster(state: State) -> Roster:
    """The formations of the line by their state, the regions by their holder, each in the order of the tables."""
    formations = state.formations.size
    regions = state.regions.size
    first = np.full(state.countries.size, NOBODY, np.int64)
    after = np.full(formations, NOBODY, np.int64)
    goal = np.full(formations, NOBODY, np.int64)
    for k in range(formations):
        u = formations - 1 - k
        unit = state.formations[u]
        if unit.alive and is_army(unit.kind):
            goal[u] = destination(state, u)
            if unit.owner >= 0:
                after[u] = first[unit.owner]
                first[unit.owner] = u
    home = np.full(state.countries.size, NOBODY, np.int64)
    beyond = np.full(regions, NOBODY, np.int64)
    for k in range(regions):
        r = regions - 1 - k
        holder = state.regions[r].controller
        if holder >= 0:
            beyond[r] = home[holder]
            home[holder] = r
    facing, shared, covering = np.zeros(regions, np.int64), np.zeros(regions, np.int64), np.zeros(regions, np.int64)
    km, onward = np.zeros(regions, np.int64), np.zeros(regions, np.int64)
    return handed_on(Roster(first, after, goal, home, beyond, facing, shared, covering, km, onward))


@stage
def look_across(world: World, state: State, roster: Roster) -> None:
    """What faces each region while nobody is hostile: a people that resists; and what the bodies cover it with."""
    facing, shared, goal = roster.facing, roster.shared, roster.goal
    for r in range(facing.size):
        if state.regions[r].occupied_day >= 0:
            facing[r] = garrison_needed(world.regions[r].people, world.war_numbers[0])
    for u in range(goal.size):
        if goal[u] >= 0 and is_shared(state, u):
            shared[goal[u]] += state.formations[u].strength


@stage
def is_shared(state: State, formation: int) -> bool:
    """A formation stands under a body or its command."""
    unit = state.formations[formation]
    return unit.command >= 0 or unit.body >= 0


@stage
def turn_to_foes(world: World, state: State, country: int, fights: int, hostile: Terms, roster: Roster) -> None:
    """Look at the map as a state does: hostile are those at war with it, and the one that it fears most.

    `fights` is 1 where it is at war at all; hostile[state] is 1 for those that were hostile to whoever looked before.
    """
    for j in range(hostile.size):
        now = 1 if (fights and at_war(state, country, j)) or state.countries[country].top_threat == j else 0
        if hostile[j] != now:
            hostile[j] = now
            take_for_foes(world, state, roster, j, 1 if now else -1)


@stage
def take_for_foes(world: World, state: State, roster: Roster, country: int, sign: int) -> None:
    """The formations of a hostile state face what lies next to them, and cover nothing; `sign` is -1 to undo it."""
    u = roster.first[country]
    while u >= 0:
        unit = state.formations[u]
        face(world, unit.at, sign * unit.strength, roster.facing)
        if is_shared(state, u):
            roster.shared[roster.goal[u]] -= sign * unit.strength
        u = roster.after[u]


@stage
def face(world: World, region: int, strength: int, facing: Terms) -> None:
    """Strength in a region faces all that lies next to it."""
    place = world.regions[region]
    for e in range(place.first_edge, place.first_edge + place.edges):
        facing[world.edges[e].end] += strength


@stage
def count_cover(state: State, country: int, roster: Roster) -> None:
    """What covers each region: the bodies' formations and a state's own, counted where they are going."""
    covering, goal, after = roster.covering, roster.goal, roster.after
    covering[:] = roster.shared
    u = roster.first[country]
    while u >= 0:
        unit = state.formations[u]
        if not is_shared(state, u):
            covering[goal[u]] += unit.strength
        u = after[u]


@stage
def is_free(state: State, formation: int) -> bool:
    """A formation of the line is at the plan's disposal: under national command, without a path or a seat's order."""
    unit = state.formations[formation]
    return is_at_disposal(unit.command, unit.ordered) and unit.alive == 1 and state.legs[formation, 0].to < 0


@stage
def is_put(state: State, formation: int) -> bool:
    """A formation stays where it is by a seat's order."""
    unit = state.formations[formation]
    return unit.alive == 1 and unit.ordered == 1 and state.legs[formation, 0].to < 0


@stage
def man_borders(world: World, state: State, country: int, roster: Roster, moves: int) -> None:
    """Formations march to the regions in need of cover, the neediest first; where nobody can go, the next is looked at."""
    passed = NOBODY
    roster.km[:] = NO_WAY
    for _ in range(moves):
        goal = neediest(world, state, country, roster, passed)
        if goal < 0:
            return
        if not move_to_cover(world, state, country, roster, goal):
            passed = goal


@stage
def neediest(world: World, state: State, country: int, roster: Roster, passed: int) -> int:
    """The region of a state in most need of cover, after one that was passed over (-1 for none); -1 where there is none."""
    goal = NOBODY
    most = 0
    bound = need_at(world, roster, passed) if passed >= 0 else 0
    r = roster.home[country]
    while r >= 0:
        if roster.facing[r] > 0:
            need = need_at(world, roster, r)
            open_still = passed < 0 or need < bound or (need == bound and r > passed)
            if need > most and open_still:
                most = need
                goal = r
        r = roster.beyond[r]
    return int(goal)


@stage
def need_at(world: World, roster: Roster, region: int) -> int:
    """A region's need of cover as it stands (DEFENCE-1)."""
    return needs_cover(roster.facing[region], roster.covering[region], world.regions[region].value)


@stage
def is_spare(world: World, state: State, roster: Roster, formation: int, goal: int) -> bool:
    """A free formation stands elsewhere, and the goal needs it twice as much as where it stands would without it."""
    at = state.formations[formation].at
    if at == goal or not is_free(state, formation):
        return False
    need = need_at(world, roster, goal)
    left = roster.covering[at] - state.formations[formation].strength
    return need > 2 * needs_cover(roster.facing[at], left, world.regions[at].value)


@stage
def move_to_cover(world: World, state: State, country: int, roster: Roster, goal: int) -> bool:
    """A free formation marches to a region in need, if that need is twice that of where it stands.

    Ways lead both ways: whoever could not reach the goal looked for before (its `km`) cannot reach one joined to it.
    """
    km = roster.km
    joined = km[goal] < NO_WAY
    surveyed = False
    u = roster.first[country]
    while u >= 0:
        unit = state.formations[u]
        cut_off = joined and km[unit.at] >= NO_WAY
        if not cut_off and is_spare(world, state, roster, u, goal):
            if not surveyed:
                # the line travels alike: one survey serves all of it
                survey_friendly_ways(world, state, country, unit.kind, goal, km, roster.onward)
                joined = False
                surveyed = True
            if km[unit.at] < NO_WAY:
                march_off(state, roster, u, goal)
                return True
        u = roster.after[u]
    return False


@stage
def march_off(state: State, roster: Roster, formation: int, goal: int) -> None:
    """A formation sets out to cover a region."""
    unit = state.formations[formation]
    legs = np.full(LEGS, NOBODY, np.int64)
    trace_way(roster.onward, unit.at, legs)
    set_out(state, formation, legs)
    roster.covering[unit.at] -= unit.strength
    roster.covering[goal] += unit.strength


@stage
def set_postures(world: World, state: State, country: int, roster: Roster) -> None:
    """Formations that stand on their own soil hold it or delay, by what it is worth and what faces it."""
    n = world.war_numbers[0]
    u = roster.first[country]
    while u >= 0:
        unit = state.formations[u]
        place = world.regions[unit.at]
        if is_free(state, u) and place.home == country:
            capital = 1 if world.countries[country].capital == unit.at else 0
            fast = stands_fast(roster.facing[unit.at], roster.covering[unit.at], place.value, capital, n)
            unit.posture = Posture.HOLD if fast else Posture.DELAY
        u = roster.after[u]


@stage
def counter_attack(world: World, state: State, country: int, roster: Roster) -> None:
    """Each region of its own that an enemy holds is attacked where the free formations next to it are strong enough."""
    n = world.war_numbers[0]
    for r in range(state.regions.size):
        if world.regions[r].home != country or not at_war(state, country, state.regions[r].controller):
            continue
        attack = 0
        u = roster.first[country]
        while u >= 0:
            if may_sally(world, state, country, roster, u, r):
                attack += power_against(world, state, u, Role.ATTACK, Posture.ASSAULT)
            u = roster.after[u]
        if attack > 0 and frees_land(float(attack), float(garrison_power(world, state, country, r)), n):
            sally(world, state, country, roster, r)


@stage
def sally(world: World, state: State, country: int, roster: Roster, region: int) -> None:
    """The free formations next to a region assault it, up to the loss limit of a counter-attack."""
    u = roster.first[country]
    while u >= 0:
        if may_sally(world, state, country, roster, u, region):
            order_march_to(state, u, region)
            state.formations[u].posture = Posture.ASSAULT
            state.formations[u].loss_limit = quantise(world.war_numbers[0].counter_limit)
        u = roster.after[u]


@stage
def may_sally(world: World, state: State, country: int, roster: Roster, formation: int, region: int) -> bool:
    """A free, fit formation next to a region, over land, that need not stay to hold the place where it is."""
    unit = state.formations[formation]
    if not is_free(state, formation) or not may_attack(unit.kind, unit.readiness, world.war_numbers[0]):
        return False
    way = edge_between(world, unit.at, region)
    if way < 0 or world.edges[way].by_sea:
        return False
    kept = 0
    u = roster.first[country]
    while u >= 0:
        if state.formations[u].at == unit.at and (is_put(state, u) or (u < formation and is_free(state, u))):
            kept += state.formations[u].strength
        u = roster.after[u]
    held = 1 if place_to_hold(world, state, country, unit.at) else 0
    return not stays_behind(kept, roster.facing[unit.at], held, world.war_numbers[0])


@stage
def place_to_hold(world: World, state: State, country: int, region: int) -> bool:
    """A region that a state holds and must hold."""
    if country < 0 or state.regions[region].controller != country:
        return False
    capital = 1 if world.countries[country].capital == region else 0
    return is_to_be_held(capital, state.regions[region].occupied_day)


@stage
def power_against(world: World, state: State, formation: int, role: int, posture: int) -> int:
    """Combat power of a formation without air support, 1/1000 point."""
    return power_of(world, state, formation, role, posture, FULL)


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
def order_march_to(state: State, formation: int, region: int) -> None:
    """Set a formation on its way into the next region."""
    unit = state.formations[formation]
    for k in range(LEGS):
        state.legs[formation, k].to = region if k == 0 else NOBODY
    unit.progress = 0
    unit.lost = 0
