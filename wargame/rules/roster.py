"""Who stands where as a defence plan looks at the map (rulebook 5): the line by state, the land by holder, what faces and covers it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wargame.model.columns import NOBODY
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import at_war
from wargame.rules.carriers import handed_on
from wargame.rules.holding import reckons_with
from wargame.rules.kinds import is_army
from wargame.rules.law import law, stage
from wargame.rules.occupation import garrison_needed
from wargame.rules.routes import destination


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
    reckoned: Terms  # by region: what a state reckons with, where it must hold one what faces the land beside it too
    shared: Terms  # by region: strength there under the bodies and their command, hostile states' left out
    covering: Terms  # by region: strength that covers it
    km: Terms  # by region: how far it is to the goal that was last looked for
    onward: Terms  # by region: the next on the way there


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
    facing, reckoned = np.zeros(regions, np.int64), np.zeros(regions, np.int64)
    shared, covering = np.zeros(regions, np.int64), np.zeros(regions, np.int64)
    km, onward = np.zeros(regions, np.int64), np.zeros(regions, np.int64)
    return handed_on(Roster(first, after, goal, home, beyond, facing, reckoned, shared, covering, km, onward))


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
def reckon(world: World, state: State, country: int, roster: Roster) -> int:
    """What a state reckons with in each region: what faces it, and next to what it must hold (DEFENCE-7).

    The most in any region that it holds, 1/1000 brigade-equivalent: 0 where its plan has nothing to cover.
    """
    most = 0
    roster.reckoned[:] = roster.facing
    r = roster.home[country]
    while r >= 0:
        roster.reckoned[r] = reckons_with(world, state, country, r, roster.facing)
        most = max(most, roster.reckoned[r])
        r = roster.beyond[r]
    return most


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
