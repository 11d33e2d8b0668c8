"""Relief (rulebook 5): a state at war reinforces those whom it has pledged to defend, with whom it can spare."""

from __future__ import annotations

import numpy as np

from wargame.model.columns import NOBODY
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.terms import TERM_LIMIT
from wargame.model.world import World
from wargame.rules.bodies import at_war, common_defence
from wargame.rules.command import answer
from wargame.rules.law import law, stage
from wargame.rules.manning import move_to_cover, need_at
from wargame.rules.membership import Rows
from wargame.rules.roster import Roster, is_shared
from wargame.rules.routes import NO_WAY


@law(
    "DEFENCE-9",
    "rulebook 5: a defence plan reinforces whom the state has pledged to defend; North Atlantic Treaty Art. 5",
)
def sends_relief(value: int) -> bool:
    """A state at war sends its own to an ally's land in need of cover, where it would give them to a body that asked.

    `value` is its answer to a request for that place, 1/1000 point.
    """
    return value > 0


@stage
def reinforce_allies(world: World, state: State, country: int, fights: Rows, roster: Roster) -> None:
    """Each week of a common war one formation that can be spared goes to the land in most need of those pledged to a state."""
    helped = to_be_helped(world, state, country, fights)
    count_allied_cover(state, helped, roster)
    terms = np.zeros(TERM_LIMIT, np.int64)
    goal = neediest_abroad(world, state, helped, roster)
    while goal >= 0:
        host = state.regions[goal].controller
        value = answer(world, state, common_defence(world, state, country, host), country, goal, terms)
        roster.km[:] = NO_WAY
        if sends_relief(value) and move_to_cover(world, state, country, roster, goal):
            return
        helped[host] = 0
        goal = neediest_abroad(world, state, helped, roster)


@stage
def to_be_helped(world: World, state: State, country: int, fights: Rows) -> Rows:
    """1 for each other state that a state has pledged to defend and that fights the same enemy."""
    helped = np.zeros(state.countries.size, np.int64)
    for c in range(helped.size):
        if c != country and fights[c] and common_defence(world, state, country, c) >= 0:
            helped[c] = 1 if fight_together(state, country, c) else 0
    return helped


@stage
def fight_together(state: State, one: int, other: int) -> bool:
    """Two states are at war with the same enemy."""
    for j in range(state.countries.size):
        if at_war(state, one, j) and at_war(state, other, j):
            return True
    return False


@stage
def count_allied_cover(state: State, helped: Terms, roster: Roster) -> None:
    """What allies have under their own command covers their land as well, counted where it is going."""
    for u in range(roster.goal.size):
        owner = state.formations[u].owner
        if roster.goal[u] >= 0 and owner >= 0 and helped[owner] and not is_shared(state, u):
            roster.covering[roster.goal[u]] += state.formations[u].strength


@stage
def neediest_abroad(world: World, state: State, helped: Terms, roster: Roster) -> int:
    """The region in most need of cover that an ally holds who is to be helped; -1 where there is none."""
    goal = NOBODY
    most = 0
    for r in range(state.regions.size):
        holder = state.regions[r].controller
        if holder >= 0 and helped[holder]:
            need = need_at(world, roster, r)
            if need > most:
                most = need
                goal = r
    return int(goal)
