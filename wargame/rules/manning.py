"""Manning the land (rulebook 5): formations at a plan's disposal march to the region most in need of cover."""

from __future__ import annotations

import numpy as np

from wargame.model.columns import NOBODY
from wargame.model.state import LEGS, State
from wargame.model.world import World
from wargame.rules.command import set_out
from wargame.rules.law import law, stage
from wargame.rules.marches import survey_friendly_ways
from wargame.rules.numeric import FULL
from wargame.rules.roster import Roster, is_free
from wargame.rules.routes import NO_WAY, trace_way


@law("DEFENCE-1", "rulebook 5: a defence plan mans the border that faces the highest threat")
def needs_cover(facing: int, covering: int, value: int) -> int:
    """A region's need of cover: what faces it over what covers it, times its worth (1/1000)."""
    return facing * (value + 1) * FULL // (covering + 500)


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
        if roster.reckoned[r] > 0:
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
    return needs_cover(roster.reckoned[region], roster.covering[region], world.regions[region].value)


@stage
def is_spare(world: World, state: State, roster: Roster, formation: int, goal: int) -> bool:
    """A free formation stands elsewhere, and the goal needs it twice as much as where it stands would without it."""
    at = state.formations[formation].at
    if at == goal or not is_free(state, formation):
        return False
    need = need_at(world, roster, goal)
    left = roster.covering[at] - state.formations[formation].strength
    return need > 2 * needs_cover(roster.reckoned[at], left, world.regions[at].value)


@stage
def move_to_cover(world: World, state: State, country: int, roster: Roster, goal: int) -> bool:
    """A free formation marches to a region in need, if that need is twice that of where it stands.

    Ways lead both ways: whoever could not reach the goal looked for before (its `km`) cannot reach one joined to it.
    """
    km = roster.km
    joined = km[goal] < NO_WAY
    u = roster.first[country]
    while u >= 0:
        unit = state.formations[u]
        cut_off = joined and km[unit.at] >= NO_WAY
        if not cut_off and is_spare(world, state, roster, u, goal):
            if km[goal] > 0:
                # the line travels alike: one survey of a goal serves all of it
                survey_friendly_ways(world, state, country, unit.kind, goal, km, roster.onward)
                joined = False
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
