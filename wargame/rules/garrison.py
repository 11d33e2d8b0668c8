"""Garrisons (rulebook 2 and 5): who of a side goes out to attack, and who stays where anything faces the place."""

from __future__ import annotations

import numpy as np

from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import seat_of
from wargame.rules.combat import Role, is_line
from wargame.rules.holding import is_covered_by_attack, must_stay, place_to_hold, reckons_with
from wargame.rules.law import law, stage
from wargame.rules.legal_marches import commands
from wargame.rules.lineup import LINE, Battle
from wargame.rules.occupation import garrison_needed
from wargame.rules.roster import face
from wargame.rules.scouting import open_to

STAYS, CAN_GO, GOES = 0, 1, 2  # a formation's part when garrisons are left


@law("CAMPAIGN-6", "rulebook 2 and 5: what must be held keeps a garrison")
def goes_first(strength: int, other: int, is_before: int) -> bool:
    """Of those of a side who stand in a place the strongest is its garrison first; of equals, the first of the order of battle."""
    return other > strength or (other == strength and is_before == 1)


@stage
def leave_garrisons(world: World, state: State, body: int, target: int, onward: Terms, battle: Battle) -> None:
    """Take out of an attack whom the body's seat does not command, and whoever must stay where anything faces the place
    (DEFENCE-4), wherever the target's forces are.
    """
    facing = np.zeros(state.regions.size, np.int64)
    face_places(world, state, target, facing)
    part = np.full(state.formations.size, STAYS, np.int64)
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        if battle.role[u] == Role.ATTACK:
            can_go = commands(state.formations[u], world.bodies[body], body)
            part[u] = CAN_GO if can_go else STAYS
            battle.role[u] = Role.ATTACK if can_go else Role.NONE
    for u in range(part.size):
        if part[u] != CAN_GO:
            continue
        at = state.formations[u].at
        holder = holder_for(world, state, body, u)
        held = 1 if place_to_hold(world, state, holder, at) else 0
        crosses = 1 if onward[at] >= 0 and state.regions[onward[at]].controller == target else 0
        if reckons_with(world, state, holder, at, facing) == 0 or is_covered_by_attack(held, crosses):
            continue
        if must_stay(world, state, holder, at, garrison_before(world, state, body, u, part), facing):
            battle.role[u] = Role.NONE


@stage
def holder_for(world: World, state: State, body: int, formation: int) -> int:
    """Whose land a formation keeps where it stands: who holds it, if its side may be there; else its own state's."""
    unit = state.formations[formation]
    return int(state.regions[unit.at].controller if open_to(world, state, body, unit.at) else unit.owner)


@stage
def face_places(world: World, state: State, target: int, facing: Terms) -> None:
    """What faces each place: a state's line next to it, and on occupied land the garrison that its people need."""
    for r in range(facing.size):
        if state.regions[r].occupied_day >= 0:
            facing[r] = garrison_needed(world.regions[r].people, world.war_numbers[0])
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner == target and is_line(unit.kind):
            face(world, unit.at, unit.strength, facing)


@stage
def garrison_before(world: World, state: State, body: int, formation: int, part: Terms) -> int:
    """Strength of those of a side that stay in a formation's place before it does, 1/1000 brigade-equivalent.

    By their `part` whoever cannot be sent stays first, of whatever state, and who is sent already does not; the order of
    the rest is CAMPAIGN-6.
    """
    unit = state.formations[formation]
    total = 0
    for k in range(state.formations.size):
        other = state.formations[k]
        if k == formation or not other.alive or other.at != unit.at or not is_line(other.kind):
            continue
        if seat_of(world, state, k) != body or part[k] == GOES:
            continue
        if part[k] == STAYS or goes_first(unit.strength, other.strength, 1 if k < formation else 0):
            total += other.strength
    return total
