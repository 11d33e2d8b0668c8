"""Movement (rulebook 2 and 11): formations carry out their paths, by road and sea, into undefended land."""

from __future__ import annotations

from wargame.model.codes import Cause, Kind, Note, Posture, Terrain
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.record import Record
from wargame.model.state import LEGS, State
from wargame.model.world import BEST_ROADS, World
from wargame.rules.combat import contact_km, is_line
from wargame.rules.field import Field, is_defended, is_shut, is_welcome
from wargame.rules.law import law, stage
from wargame.rules.losses import frustrate, halt, known_to_side
from wargame.rules.notes import note
from wargame.rules.numeric import quantise
from wargame.rules.routes import BY_ROAD, edge_between, is_ship, travel_of

OPEN, CONTACT = 0, 1  # a way may be gone; or leads into a defence that must be broken first
BARRED = 2  # the first of the ways that cannot be gone; BARRED + Cause says why
SHUT = BARRED + Cause.WAY_BLOCKED


@law("MOVE-1", "rulebook 11: readiness, supply and staff mobility carry a march")
def readiness_to_march(pace: float, readiness: int, supply: int, mobility: int, n: WarNumbers) -> float:
    """A type's pace falls with unreadiness and want of supply, and rises with military mobility (km a day)."""
    ready = n.ready_pace + (1.0 - n.ready_pace) * readiness / 1000.0
    fed = n.supply_pace + (1.0 - n.supply_pace) * supply / 1000.0
    return pace * ready * fed * (1.0 + mobility / 1000.0)


@law("MOVE-2", "rulebook 11: roads and terrain")
def pace_over(pace: float, terrain: int, infra: int, n: WarNumbers) -> float:
    """Bad roads and hard ground slow a march (km a day)."""
    ground = 1.0
    if terrain == Terrain.FOREST:
        ground = n.forest_pace
    elif terrain == Terrain.MARSH:
        ground = n.marsh_pace
    elif terrain == Terrain.URBAN:
        ground = n.urban_pace
    elif terrain == Terrain.MOUNTAIN:
        ground = n.mountain_pace
    return pace * ground * (1.0 - n.road_pace * (BEST_ROADS - min(infra, BEST_ROADS)))


@law("MOVE-3", "rulebook 11: lift, ports, sea control")
def may_sail(land_terrain: int, port: int, enemy_sea: int) -> bool:
    """Land formations go on and off ships in ports only, and sail only where no enemy controls the sea."""
    return enemy_sea == 0 and (port == 1 or land_terrain == Terrain.SEA)


@law("MOVE-4", "rulebook 2: postures; war is declared elsewhere, never by walking")
def way_into_land(war: int, defended: int, posture: int, from_sea: int, boxed: int) -> int:
    """Strangers bar the way; enemy land is entered if undefended, else met by assault or probe, over land only.

    No fighting reaches land off the map. The answer is OPEN, CONTACT, or BARRED + Cause.
    """
    if war == 0:
        return BARRED + Cause.NO_TRANSIT
    if boxed == 1:
        return SHUT
    if defended == 0:
        return OPEN
    return CONTACT if posture >= Posture.PROBE and from_sea == 0 else SHUT


@law("MOVE-8", "rulebook 11: Atlantic lift takes weeks")
def begins_to_load(kind: int, start: int, to: int) -> bool:
    """A land formation that puts to sea from a port first spends days loading."""
    if to != Terrain.SEA or start == Terrain.SEA:
        return False
    return travel_of(kind) == BY_ROAD


@law("MOVE-9", "rulebook 11: ports")
def is_harbour(terrain: int, port: int) -> bool:
    """Ships lie at sea or in port."""
    return terrain == Terrain.SEA or port == 1


@stage
def advance(world: World, state: State, record: Record, field: Field, days: int) -> None:
    """All formations go as far on their paths as a step lets them."""
    day = state.clock[0].day
    for u in range(field.nation.size):
        unit = state.formations[u]
        if not unit.alive or state.legs[u, 0].to < 0 or day < unit.free_day:
            continue
        if world.kinds[unit.kind].pace > 0.0:
            go(world, state, record, field, u, days)


@stage
def go(world: World, state: State, record: Record, field: Field, formation: int, days: int) -> None:
    """One formation's march in one step, through as many regions as it reaches."""
    n = world.war_numbers[0]
    unit = state.formations[formation]
    nation = field.nation[formation]
    for passed in range(LEGS):
        to = state.legs[formation, 0].to
        row = edge_between(world, unit.at, to)
        way = way_of(world, state, field, formation, to) if row >= 0 else SHUT
        if way >= BARRED:
            frustrate(state, record, nation, formation, way - BARRED)
            return
        edge = world.edges[row]
        if passed == 0:
            unit.progress += quantise(pace_of(world, state, field.seat[formation], formation, to) * days)
        limit = edge.km if way == OPEN else contact_km(edge.km, n)
        if unit.progress < limit:
            return
        if way == CONTACT:
            unit.progress = limit
            return
        unit.progress -= edge.km
        enter(world, state, record, nation, formation, to)
        if state.legs[formation, 0].to < 0:
            halt(state, formation)
            return
        if state.clock[0].day < unit.free_day:
            unit.progress = 0
            return
        if field.foe[nation, state.regions[to].controller]:
            return


@stage
def pace_of(world: World, state: State, seat: int, formation: int, to: int) -> float:
    """Km a day towards the next region: over its roads, or at the pace of sea lift."""
    n = world.war_numbers[0]
    unit = state.formations[formation]
    kind = world.kinds[unit.kind]
    there = world.regions[to]
    at_sea = there.terrain == Terrain.SEA or world.regions[unit.at].terrain == Terrain.SEA
    mobility = state.bodies[seat].mobility if seat >= 0 else 0
    if travel_of(unit.kind) != BY_ROAD:
        return kind.pace
    if at_sea:
        return n.lift_pace
    return pace_over(
        readiness_to_march(kind.pace, unit.readiness, unit.supply, mobility, n), there.terrain, there.infra, n
    )


@stage
def way_of(world: World, state: State, field: Field, formation: int, to: int) -> int:
    """Whether a formation may go to the next region: OPEN, CONTACT, or BARRED + Cause."""
    unit = state.formations[formation]
    own = field.nation[formation]
    here = world.regions[unit.at]
    there = world.regions[to]
    if is_ship(unit.kind):
        return OPEN if is_harbour(there.terrain, there.port) and is_welcome(world, state, field, own, to) else SHUT
    if unit.kind == Kind.AIR:
        return OPEN if is_welcome(world, state, field, own, to) else BARRED + Cause.NO_TRANSIT
    if there.terrain == Terrain.SEA:
        return OPEN if may_sail(here.terrain, here.port, is_shut(field, to, own)) else BARRED + Cause.NO_LIFT
    if here.terrain == Terrain.SEA and not may_sail(there.terrain, there.port, is_shut(field, unit.at, own)):
        return BARRED + Cause.NO_LIFT
    if is_welcome(world, state, field, own, to):
        return OPEN
    war = field.foe[own, state.regions[to].controller]
    if war and not is_line(unit.kind):
        return SHUT
    defended = 1 if war and is_defended(state, field, formation, to) else 0
    return way_into_land(war, defended, unit.posture, 1 if here.terrain == Terrain.SEA else 0, there.boxed)


@stage
def enter(world: World, state: State, record: Record, nation: int, formation: int, to: int) -> None:
    """A formation comes into the next region of its path, or begins to load at sea.

    Note.MOVED: who = formation, whom = state, where = region entered, first = region left; known to its side.
    """
    unit = state.formations[formation]
    start = unit.at
    unit.at = to
    unit.dug_in = 0
    for k in range(LEGS - 1):
        state.legs[formation, k].to = state.legs[formation, k + 1].to
    state.legs[formation, LEGS - 1].to = NOBODY
    known = known_to_side(state, nation, formation)
    note(record, Note.MOVED, state.clock[0].day, formation, nation, to, start, 0, known)
    if begins_to_load(unit.kind, world.regions[start].terrain, world.regions[to].terrain):
        unit.free_day = state.clock[0].day + quantise(world.war_numbers[0].loading_days)
