"""Routes (rulebook 2 and 11): the shortest ways to a goal, for marches, plans and expectations."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Kind, Terrain
from wargame.model.columns import NOBODY, Table
from wargame.model.plan import PlanLeg
from wargame.model.record import Terms
from wargame.model.state import LEGS, Leg, State
from wargame.model.world import World
from wargame.rules.law import law, stage
from wargame.rules.numeric import next_in_ring

NO_WAY = 1 << 30  # km
BY_ROAD, BY_SHIP, BY_AIR = 0, 1, 2  # how a formation travels


@law("MOVE-5", "rulebook 11: formation types")
def is_ship(kind: int) -> bool:
    """Fleets and submarines sail."""
    return kind == Kind.FLEET or kind == Kind.SUBMARINE


@law("MOVE-6", "rulebook 11: formation types")
def travel_of(kind: int) -> int:
    """Ships sail, aircraft fly, all others go by road and are carried over sea from port to port."""
    if is_ship(kind):
        return BY_SHIP
    return BY_AIR if kind == Kind.AIR else BY_ROAD


@law("MOVE-7", "rulebook 11: ports")
def joins(by_sea: int, terrain: int, port: int, other_terrain: int, other_port: int, travel: int) -> bool:
    """Whether a way can be travelled: by road and ship, land and sea meet in ports only; ships stay on the water."""
    if travel == BY_AIR:
        return True
    wet = terrain == Terrain.SEA
    other_wet = other_terrain == Terrain.SEA
    if wet and other_wet:
        return True
    if wet != other_wet:
        return port == 1 if other_wet else other_port == 1
    return travel == BY_ROAD and by_sea == 0


@stage
def edge_between(world: World, start: int, end: int) -> int:
    """The row of the way from one region to another; -1 where there is none."""
    place = world.regions[start]
    for k in range(place.first_edge, place.first_edge + place.edges):
        if world.edges[k].end == end:
            return k
    return NOBODY


@stage
def find_ways(world: World, goal: int, passable: Terms, travel: int, km: Terms, onward: Terms) -> None:
    """How far every region is from a goal, through regions marked passable, and the next region on the way there.

    Fills km (NO_WAY where there is none) and onward (-1 at the goal and where there is no way). A region that is not
    passable may be a start, never lie on the way.
    """
    km[:] = NO_WAY
    onward[:] = NOBODY
    km[goal] = 0
    size = km.size
    queue = np.zeros(size + 1, np.int64)
    waiting = np.zeros(size, np.int64)
    queue[0] = goal
    head = 0
    tail = 1
    while head != tail:
        here = queue[head]
        head = next_in_ring(head, queue.size)
        waiting[here] = 0
        if here != goal and not passable[here]:
            continue
        place = world.regions[here]
        for k in range(place.first_edge, place.first_edge + place.edges):
            edge = world.edges[k]
            there = world.regions[edge.end]
            if km[here] + edge.km >= km[edge.end]:
                continue
            if not joins(edge.by_sea, there.terrain, there.port, place.terrain, place.port, travel):
                continue
            km[edge.end] = km[here] + edge.km
            onward[edge.end] = here
            if not waiting[edge.end]:
                waiting[edge.end] = 1
                queue[tail] = edge.end
                tail = next_in_ring(tail, queue.size)


@stage
def trace_way(onward: Terms, start: int, legs: Terms) -> int:
    """Write the regions from a start to the goal, as far as there is room, -1 after the end; how many in all."""
    legs[:] = NOBODY
    count = 0
    here = onward[start]
    while here >= 0:
        if count < legs.size:
            legs[count] = here
        count += 1
        here = onward[here]
    return count


@stage
def destination(state: State, formation: int) -> int:
    """Where a formation is going, or where it stands."""
    return path_end(state.legs, formation, state.formations[formation].at)


@stage
def path_end(legs: Table[Leg] | Table[PlanLeg], formation: int, at: int) -> int:
    """The last region of a formation's path, or where it stands without one."""
    goal = at
    for k in range(LEGS):
        if legs[formation, k].to < 0:
            return int(goal)
        goal = legs[formation, k].to
    return int(goal)
