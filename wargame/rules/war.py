"""A war step (rulebook 2 and 11): sea control, supply, movement, battles with air support, occupation, sight."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Break
from wargame.model.record import Record, Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.battle import fight_battles
from wargame.rules.bodies import country_of, seat_of
from wargame.rules.law import stage
from wargame.rules.movement import advance
from wargame.rules.occupation import ALARM, AUTHOR, CODE, PLACE, VICTIM, is_any_war
from wargame.rules.sea import control_seas
from wargame.rules.sight import look
from wargame.rules.supply import feed, trace_supply
from wargame.rules.upkeep import upkeep

__all__ = ["step", "upkeep"]


@stage
def step(world: World, state: State, record: Record) -> int:
    """One war step of course.step_days days: a codes.Break, and where, to whom and by whom on the clock; 0 for none.

    Where nobody is at war and nobody on the move, only sight is refreshed. The day itself is not moved on.
    """
    war = is_any_war(state)
    if not war and not is_any_march(state):
        look(world, state)
        return Break.NONE
    size = state.formations.size
    nation = np.zeros(size, np.int64)
    seat = np.zeros(size, np.int64)
    muster(world, state, nation, seat)
    enemy_sea = np.zeros((state.regions.size, state.countries.size), np.int64)
    alarm = np.zeros(ALARM, np.int64)
    days = world.course[0].step_days
    if war:
        control_seas(world, state, record, nation, enemy_sea, days)
        value = np.zeros(state.regions.size, np.int64)
        trace_supply(world, state, enemy_sea, value)
        feed(world, state, nation, enemy_sea, value, days)
    advance(world, state, record, nation, seat, enemy_sea, alarm, days)
    if war:
        fight_battles(world, state, record, nation, seat, alarm, days)
    look(world, state)
    return report_alarm(state, alarm)


@stage
def muster(world: World, state: State, nation: Terms, seat: Terms) -> None:
    """For each formation the state that answers for it and the body whose side it is on."""
    for u in range(nation.size):
        if state.formations[u].alive:
            nation[u] = country_of(state, u)
            seat[u] = seat_of(world, state, u)


@stage
def is_any_march(state: State) -> bool:
    """Some formation has a path to go."""
    for u in range(state.formations.size):
        if state.formations[u].alive and state.legs[u, 0].to >= 0:
            return True
    return False


@stage
def report_alarm(state: State, alarm: Terms) -> int:
    """Put on the clock what stops the turn, if anything does."""
    if alarm[CODE] != Break.NONE:
        clock = state.clock[0]
        clock.break_place = alarm[PLACE]
        clock.break_victim = alarm[VICTIM]
        clock.break_author = alarm[AUTHOR]
    return int(alarm[CODE])
