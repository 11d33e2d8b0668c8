"""Marches (rulebook 2 and 11): the shortest way of a formation to a goal, and the days it takes."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Terrain
from wargame.model.columns import NOBODY
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import at_war, country_of, opens_land, pledges, seat_of
from wargame.rules.combat import is_line
from wargame.rules.law import law, stage
from wargame.rules.membership import Rows
from wargame.rules.movement import pace_over, readiness_to_march
from wargame.rules.routes import BY_ROAD, NO_WAY, edge_between, find_ways, is_ship, trace_way, travel_of


@law("CAMPAIGN-1", "rulebook 8: what could reach the target's land in a month")
def days_of_march(km: int, pace: float) -> float:
    """The days a march takes at a formation's pace."""
    return km / pace if pace > 0.0 else float(NO_WAY)


@stage
def march(world: World, state: State, formation: int, goal: int, legs: Terms) -> int:
    """The shortest way of a formation to a region, over land that welcomes it or an enemy at war holds, and over sea,
    but not into an enemy's land off the map.

    Writes up to LEGS regions into legs (int64, -1 after the end); returns the days it takes, -1 where there is no way.
    """
    unit = state.formations[formation]
    km = np.zeros(state.regions.size, np.int64)
    onward = np.zeros(state.regions.size, np.int64)
    legs[:] = NOBODY
    survey_ways(world, state, country_of(state, formation), unit.kind, goal, km, onward)
    if km[unit.at] >= NO_WAY:
        return NOBODY
    trace_way(onward, unit.at, legs)
    days = days_on_way(world, state, formation, onward)
    return int(days) + (1 if days > int(days) else 0)


@stage
def survey_ways(world: World, state: State, nation: int, kind: int, goal: int, km: Terms, onward: Terms) -> None:
    """The ways of a nation's formations of a kind to a region, over land that welcomes them or an enemy at war holds.

    Fills km from each region, NO_WAY where there is none, and the next region on the way.
    """
    passable = welcoming(world, state, nation)
    if travel_of(kind) == BY_ROAD and is_line(kind):
        for r in range(km.size):
            if at_war(state, nation, state.regions[r].controller) and not world.regions[r].boxed:
                passable[r] = 1
    lead_to(world, goal, passable, kind, km, onward)


@stage
def survey_friendly_ways(
    world: World, state: State, nation: int, kind: int, goal: int, km: Terms, onward: Terms
) -> None:
    """The same, over land that welcomes them alone, and over no sea where an enemy's ships could meet them."""
    passable = welcoming(world, state, nation)
    close_enemy_seas(world, state, nation, passable)
    lead_to(world, goal, passable, kind, km, onward)


@law("DEFENCE-10", "rulebook 11: lift can be attacked; fleets in being")
def is_unsafe_sea(enemy_ships: int) -> bool:
    """A defence plan ships nobody over a sea zone where an enemy's ships are, or which they can reach from port."""
    return enemy_ships > 0


@stage
def close_enemy_seas(world: World, state: State, nation: int, passable: Rows) -> None:
    """No way leads over sea zones that are unsafe for a nation's transports: passable[zone] becomes 0."""
    enemy_ships = np.zeros(passable.size, np.int64)
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and is_ship(unit.kind) and at_war(state, nation, country_of(state, u)):
            enemy_ships[unit.at] += 1
            place = world.regions[unit.at]
            for way in range(place.first_edge, place.first_edge + place.edges):
                enemy_ships[world.edges[way].end] += 1 if place.terrain != Terrain.SEA else 0
    for r in range(passable.size):
        if world.regions[r].terrain == Terrain.SEA and is_unsafe_sea(enemy_ships[r]):
            passable[r] = 0


@stage
def welcoming(world: World, state: State, nation: int) -> Rows:
    """1 for each region where a nation's forces are welcome."""
    pledge = pledges(world, state)
    passable = np.ones(state.regions.size, np.int64)
    for r in range(passable.size):
        holder = state.regions[r].controller
        if holder >= 0 and not opens_land(
            world.state_numbers[0], world.countries[holder], holder, nation, pledge[holder] & pledge[nation]
        ):
            passable[r] = 0
    return passable


@stage
def lead_to(world: World, goal: int, passable: Rows, kind: int, km: Terms, onward: Terms) -> None:
    """The ways that a kind of formation finds to a region through passable ones; none to a region that is not."""
    if passable[goal]:
        find_ways(world, goal, passable, travel_of(kind), km, onward)
    else:
        km[:] = NO_WAY


@stage
def days_on_way(world: World, state: State, formation: int, onward: Terms) -> float:
    """Days of a formation's whole way, each leg at its own pace, loading included."""
    n = world.war_numbers[0]
    unit = state.formations[formation]
    kind = world.kinds[unit.kind]
    seat = seat_of(world, state, formation)
    mobility = state.bodies[seat].mobility if seat >= 0 else 0
    ready = readiness_to_march(kind.pace, unit.readiness, unit.supply, mobility, n)
    days = 0.0
    here = unit.at
    while onward[here] >= 0:
        there = world.regions[onward[here]]
        km = leg_km(world, here, onward[here])
        wet = world.regions[here].terrain == Terrain.SEA
        if travel_of(unit.kind) != BY_ROAD:
            days += days_of_march(km, kind.pace)
        elif wet or there.terrain == Terrain.SEA:
            days += days_of_march(km, n.lift_pace) + (0.0 if wet else n.loading_days)
        else:
            days += days_of_march(km, pace_over(ready, there.terrain, there.infra, n))
        here = onward[here]
    return days


@stage
def leg_km(world: World, start: int, end: int) -> int:
    """Km from a region to its neighbour."""
    row = edge_between(world, start, end)
    return world.edges[row].km if row >= 0 else NO_WAY
