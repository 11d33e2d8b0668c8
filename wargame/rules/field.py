"""The field of one war step: who answers for each formation, who is whose enemy, what is known of the sea."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import country_of, seat_of
from wargame.rules.combat import is_line, stands_against
from wargame.rules.law import stage

CODE, PLACE, VICTIM, AUTHOR = 0, 1, 2, 3  # of an alarm: what stops the turn, where, to whom, by whom
ALARM = 4


class Field(NamedTuple):
    """What a war step works out once and then asks for often; made by `survey`, thrown away with the step."""

    nation: Terms  # by formation: the state that answers for it
    seat: Terms  # by formation: the body whose side it is on, -1 for none
    foe: Terms  # states x states, 1 at war; the last row and column, which -1 finds, are nobody's: 0
    enemy_sea: Terms  # regions x states, 1 where an enemy of the state controls the sea
    alarm: Terms  # what stops the turn: CODE, PLACE, VICTIM, AUTHOR; CODE is 0 for nothing


@stage
def survey(world: World, state: State) -> Field:
    """The field at the start of a step, sea control not yet worked out."""
    size = state.formations.size
    countries = state.countries.size
    nation = np.zeros(size, np.int64)
    seat = np.zeros(size, np.int64)
    for u in range(size):
        if state.formations[u].alive:
            nation[u] = country_of(state, u)
            seat[u] = seat_of(world, state, u)
    foe = np.zeros((countries + 1, countries + 1), np.int64)
    for i in range(countries):
        for j in range(countries):
            if i != j:
                foe[i, j] = state.pairs[i, j].war
    enemy_sea = np.zeros((state.regions.size, countries), np.int64)
    return Field(nation, seat, foe, enemy_sea, np.zeros(ALARM, np.int64))


@stage
def is_any_war(state: State) -> bool:
    """Some state is at war."""
    for i in range(state.countries.size):
        for j in range(i + 1, state.countries.size):
            if state.pairs[i, j].war or state.pairs[j, i].war:
                return True
    return False


@stage
def is_defended(state: State, field: Field, formation: int, region: int) -> bool:
    """Somebody of the line stands in a region against a formation that would enter or take it."""
    holder = state.regions[region].controller
    for u in range(field.nation.size):
        unit = state.formations[u]
        if not unit.alive or unit.at != region or u == formation or not is_line(unit.kind):
            continue
        if field.foe[field.nation[u], holder]:
            continue
        if stands_against(field.nation[u], field.seat[u], field.nation[formation], field.seat[formation]):
            return True
    return False
