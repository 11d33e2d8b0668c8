"""The field of one war step: who answers for each formation, who is whose enemy, what is known of the sea."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wargame.model.codes import Terrain
from wargame.model.columns import NOBODY
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import country_of, opens_land, pledges, seat_of
from wargame.rules.carriers import handed_on
from wargame.rules.combat import is_line, stands_against
from wargame.rules.law import stage

CODE, PLACE, VICTIM, AUTHOR = 0, 1, 2, 3  # of an alarm: what stops the turn, where, to whom, by whom
ALARM = 4


class Fronts(NamedTuple):
    """Who is at war, who is pledged, and the seas: no war step changes these, only what is done between steps."""

    foe: Terms  # states x states, 1 at war; the last row and column, which -1 finds, are nobody's: 0
    warring: Terms  # the states at war, in their order
    pledge: Terms  # by state: the bodies by whose treaties it is pledged to defend, one bit each
    zone: Terms  # by region: its row among the sea zones, -1 on land
    zones: int  # how many sea zones there are


class Field(NamedTuple):
    """What a war step works out once and then asks for often; made by `survey`, thrown away with the step."""

    nation: Terms  # by formation: the state that answers for it
    seat: Terms  # by formation: the body whose side it is on, -1 for none
    line: Terms  # the formations of the line, in their order
    foe: Terms  # as in Fronts
    warring: Terms  # as in Fronts
    pledge: Terms  # as in Fronts
    zone: Terms  # as in Fronts
    enemy_sea: Terms  # sea zones x states, 1 where an enemy of the state controls the sea
    alarm: Terms  # what stops the turn: CODE, PLACE, VICTIM, AUTHOR; CODE is 0 for nothing


@stage
def draw_fronts(world: World, state: State) -> Fronts:
    """The fronts as they run until wars, treaties or membership change."""
    countries = state.countries.size
    foe = np.zeros((countries + 1, countries + 1), np.int64)
    warring = np.zeros(countries, np.int64)
    at_war = set_foes(state, foe, warring)
    zone = np.zeros(state.regions.size, np.int64)
    zones = chart_seas(world, zone)
    return handed_on(Fronts(foe, warring[:at_war], pledges(world, state), zone, zones))


@stage
def survey(world: World, state: State, fronts: Fronts) -> Field:
    """The field at the start of a step, sea control not yet worked out. It lends what `fronts` holds, and is not to outlive it."""
    size = state.formations.size
    nation = np.zeros(size, np.int64)
    seat = np.zeros(size, np.int64)
    line = np.zeros(size, np.int64)
    in_line = muster_sides(world, state, nation, seat, line)
    enemy_sea = np.zeros((fronts.zones, state.countries.size), np.int64)
    alarm = np.zeros(ALARM, np.int64)
    foe, warring, pledge, zone = fronts.foe, fronts.warring, fronts.pledge, fronts.zone
    return handed_on(Field(nation, seat, line[:in_line], foe, warring, pledge, zone, enemy_sea, alarm))


@stage
def muster_sides(world: World, state: State, nation: Terms, seat: Terms, line: Terms) -> int:
    """Fill in who answers for each living formation, and whose side it is on; list those of the line; how many they are."""
    count = 0
    for u in range(nation.size):
        if state.formations[u].alive:
            nation[u] = country_of(state, u)
            seat[u] = seat_of(world, state, u)
            if is_line(state.formations[u].kind):
                line[count] = u
                count += 1
    return count


@stage
def set_foes(state: State, foe: Terms, warring: Terms) -> int:
    """Fill foe[one, other] with 1 for states at war, and list the states at war; how many they are."""
    for i in range(warring.size):
        for j in range(i):  # war is of both with each other
            if state.pairs[i, j].war:
                foe[i, j] = foe[j, i] = 1
                warring[i] = warring[j] = 1
    count = 0
    for i in range(warring.size):
        if warring[i]:
            warring[count] = i
            count += 1
    return count


@stage
def chart_seas(world: World, zone: Terms) -> int:
    """Number the sea zones in zone[region], -1 on land; how many they are."""
    count = 0
    for r in range(zone.size):
        zone[r] = NOBODY
        if world.regions[r].terrain == Terrain.SEA:
            zone[r] = count
            count += 1
    return count


@stage
def is_shut(field: Field, region: int, country: int) -> int:
    """1 where a region is sea that an enemy of a state controls."""
    row = field.zone[region]
    return int(field.enemy_sea[row, country]) if row >= 0 else 0


@stage
def is_welcome(world: World, state: State, field: Field, country: int, region: int) -> bool:
    """A state's forces may stand in a region, by the treaties as they were read."""
    holder = state.regions[region].controller
    if holder < 0:
        return True
    return opens_land(
        world.state_numbers[0], world.countries[holder], holder, country, field.pledge[holder] & field.pledge[country]
    )


@stage
def is_defended(state: State, field: Field, formation: int, region: int) -> bool:
    """Somebody of the line stands in a region against a formation that would enter or take it."""
    holder = state.regions[region].controller
    for u in field.line:
        unit = state.formations[u]
        if unit.at != region or not unit.alive or u == formation:
            continue
        if field.foe[field.nation[u], holder]:
            continue
        if stands_against(field.nation[u], field.seat[u], field.nation[formation], field.seat[formation]):
            return True
    return False
