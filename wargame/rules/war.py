"""A war step (rulebook 2 and 11): sea control, supply, movement, battles with air support, occupation, sight."""

from __future__ import annotations

from wargame.model.codes import Break
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.battle import fight_battles
from wargame.rules.field import AUTHOR, CODE, PLACE, VICTIM, Field, Fronts, survey
from wargame.rules.law import stage
from wargame.rules.movement import advance
from wargame.rules.occupation import occupy
from wargame.rules.sea import control_seas
from wargame.rules.supply import Lines, feed, follow_lines


@stage
def step(world: World, state: State, record: Record, fronts: Fronts, lines: Lines) -> int:
    """One war step of course.step_days days: a codes.Break, and where, to whom and by whom on the clock; 0 for none.

    Where nobody is at war and nobody on the move, nothing comes to pass. The day itself is not moved on, so who looks round does so
    after that. `lines` are those of the step before, or newly opened with the fronts.
    """
    war = fronts.warring.size > 0
    if not war and not is_any_march(state):
        return Break.NONE
    field = survey(world, state, fronts)
    days = world.course[0].step_days
    if war:
        control_seas(world, state, record, field, days)
        follow_lines(world, state, field, lines)
        feed(world, state, field, lines.value, days)
    advance(world, state, record, field, days)
    if war:
        fight_battles(world, state, record, field, days)
        occupy(world, state, record, field)
    return report_alarm(state, field)


@stage
def is_any_march(state: State) -> bool:
    """Some formation has a path to go."""
    for u in range(state.formations.size):
        if state.formations[u].alive and state.legs[u, 0].to >= 0:
            return True
    return False


@stage
def report_alarm(state: State, field: Field) -> int:
    """Put on the clock what stops the turn, if anything does: the first alarm of the turn, for it stops once."""
    alarm = field.alarm
    clock = state.clock[0]
    if alarm[CODE] != Break.NONE and clock.broken == Break.NONE:
        clock.break_place = alarm[PLACE]
        clock.break_victim = alarm[VICTIM]
        clock.break_author = alarm[AUTHOR]
    return int(alarm[CODE])
