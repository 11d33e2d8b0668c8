"""The front between battles (rulebook 11): who faces an enemy over a border is worn down by its fire, week by week."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.record import Record, Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import at_war, country_of
from wargame.rules.combat import is_line
from wargame.rules.law import law, stage
from wargame.rules.losses import bleed
from wargame.rules.membership import Rows
from wargame.rules.notes import EVERYONE, note
from wargame.rules.numeric import FULL, quantise


@law("COMBAT-25", "rulebook 11; Lanchester 1916: fire wears both sides of a front that does not move")
def front_wear(own: int, facing: int, dug_in: int, n: WarNumbers) -> float:
    """Who faces an enemy is worn by its fire: the more the larger its part of all who face each other, less when dug in.

    `own` and `facing` in 1/1000 brigade-equivalent, `dug_in` in 1/1000; the share of strength lost in a week.
    """
    exposed = 1.0 - n.works_shield * dug_in / FULL
    return n.front_wear * exposed * facing / (own + facing) if facing > 0 else 0.0


@stage
def wear_fronts(world: World, state: State, record: Record, fights: Rows) -> None:
    """A week of fire along all fronts; `fights` has 1 for states at war.

    Note.FRONT, one for each state: who = state, first = what its formations lost, 1/1000 brigade-equivalent.
    """
    n = world.war_numbers[0]
    nation = np.zeros(state.formations.size, np.int64)
    own = np.zeros(state.regions.size, np.int64)
    facing = np.zeros(state.regions.size, np.int64)
    face_each_other(world, state, fights, nation, own, facing)
    lost = np.zeros(fights.size, np.int64)
    for u in range(nation.size):
        unit = state.formations[u]
        if nation[u] >= 0 and facing[unit.at] > 0 and not at_war(state, nation[u], state.regions[unit.at].controller):
            share = front_wear(own[unit.at], facing[unit.at], unit.dug_in, n)
            lost[nation[u]] += bleed(world, state, u, quantise(unit.strength * share))
    for c in range(lost.size):
        if lost[c] > 0:
            note(record, Note.FRONT, state.clock[0].day, c, NOBODY, NOBODY, lost[c], 0, EVERYONE)


@stage
def face_each_other(world: World, state: State, fights: Rows, nation: Terms, own: Terms, facing: Terms) -> None:
    """Who fights in each formation of the line (-1 for nobody); by region its defenders, and enemies next to it over land."""
    for u in range(nation.size):
        unit = state.formations[u]
        nation[u] = NOBODY
        owner = country_of(state, u) if unit.alive and is_line(unit.kind) else NOBODY
        if owner < 0 or not fights[owner]:
            continue
        nation[u] = owner
        if not at_war(state, nation[u], state.regions[unit.at].controller):
            own[unit.at] += unit.strength
        place = world.regions[unit.at]
        for e in range(place.first_edge, place.first_edge + place.edges):
            way = world.edges[e]
            if not way.by_sea and at_war(state, nation[u], state.regions[way.end].controller):
                facing[way.end] += unit.strength
