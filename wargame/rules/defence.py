"""National defence plans (rulebook 5): computed, never ordered by a bloc.

They man borders, hold or delay, free their own land, and reinforce whom a state has pledged to defend.
"""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Posture
from wargame.model.numbers import WarNumbers
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.counter_attack import counter_attack
from wargame.rules.law import law, stage
from wargame.rules.manning import man_borders
from wargame.rules.membership import Rows
from wargame.rules.relief import reinforce_allies
from wargame.rules.roster import Roster, count_cover, is_free, look_across, muster, reckon, turn_to_foes


@law("DEFENCE-2", "rulebook 5: a national seat defends by value and trades space for losses")
def stands_fast(facing: int, covering: int, value: int, is_capital: int, n: WarNumbers) -> bool:
    """What is worth it is held; elsewhere a defence that is outnumbered only delays, and saves its soldiers."""
    return is_capital == 1 or value >= n.worth_holding or facing < n.outnumbered * covering


@stage
def defence_plans(world: World, state: State, fights: Rows) -> None:
    """Each week every state's defence plan moves formations to the region most in need of cover: one in peace, more in war.

    At war it also sets how each region is defended, counter-attacks for its own land, and reinforces its allies. `fights` has 1
    for the states at war.
    """
    n = world.war_numbers[0]
    roster = muster(state)
    look_across(world, state, roster)
    hostile = np.zeros(state.countries.size, np.int64)
    for c in range(state.countries.size):
        if state.countries[c].top_threat < 0:
            continue
        turn_to_foes(world, state, c, fights[c], hostile, roster)
        if reckon(world, state, c, roster) == 0 and not fights[c]:
            continue
        count_cover(state, c, roster)
        man_borders(world, state, c, roster, int(n.plan_moves) if fights[c] else 1)
        if fights[c]:
            set_postures(world, state, c, roster)
            counter_attack(world, state, c, roster)
            reinforce_allies(world, state, c, fights, roster)


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
            fast = stands_fast(roster.reckoned[unit.at], roster.covering[unit.at], place.value, capital, n)
            unit.posture = Posture.HOLD if fast else Posture.DELAY
        u = roster.after[u]
