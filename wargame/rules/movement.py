"""Movement (rulebook 2 and 11): formations carry out their paths, by road and sea, into undefended land."""

from __future__ import annotations

from wargame.model.codes import Cause, Kind, Note, Posture, Terrain
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.record import Record, Terms
from wargame.model.state import LEGS, State
from wargame.model.world import World
from wargame.rules.bodies import at_war, welcome
from wargame.rules.combat import contact_km, is_line, stands_against
from wargame.rules.law import law, stage
from wargame.rules.losses import frustrate, halt, known_to_side
from wargame.rules.notes import note
from wargame.rules.numeric import quantise
from wargame.rules.occupation import take_region
from wargame.rules.routes import edge_between, is_ship

OPEN, CONTACT = 0, 1  # a way may be gone; or leads into a defence that must be broken first
BARRED = 2  # the first of the ways that cannot be gone; BARRED + Cause says why


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
    return pace * ground * (1.0 - n.road_pace * (5 - min(infra, 5)))


@law("MOVE-3", "rulebook 11: lift, ports, sea control")
def may_sail(land_terrain: int, port: int, enemy_sea: int) -> bool:
    """Land formations go on and off ships in ports only, and sail only where no enemy controls the sea."""
    return enemy_sea == 0 and (port == 1 or land_terrain == Terrain.SEA)


@law("MOVE-4", "rulebook 2: postures; war is declared elsewhere, never by walking")
def way_into_land(welcomed: int, war: int, defended: int, attacks: int, from_sea: int) -> int:
    """Friends let pass, strangers do not; enemy land is entered if undefended, else met by assault or probe.

    The answer is OPEN, CONTACT, or BARRED + Cause.
    """
    if welcomed:
        return OPEN
    if not war:
        return BARRED + Cause.NO_TRANSIT
    if not defended:
        return OPEN
    return CONTACT if attacks and not from_sea else BARRED + Cause.WAY_BLOCKED


@stage
def advance(
    world: World, state: State, record: Record, nation: Terms, seat: Terms, enemy_sea: Terms, alarm: Terms, days: int
) -> None:
    """All formations go as far on their paths as a step lets them; those on undefended enemy land take it."""
    day = state.clock[0].day
    for u in range(nation.size):
        unit = state.formations[u]
        if not unit.alive:
            continue
        on_enemy_land = is_line(unit.kind) and at_war(state, nation[u], state.regions[unit.at].controller)
        if on_enemy_land and not is_defended(state, nation, seat, u, unit.at):
            take_region(world, state, record, nation, seat, alarm, u, unit.at)
        if state.legs[u, 0].to >= 0 and day >= unit.free_day and world.kinds[unit.kind].pace > 0.0:
            go(world, state, record, nation, seat, enemy_sea, alarm, u, days)


@stage
def go(
    world: World,
    state: State,
    record: Record,
    nation: Terms,
    seat: Terms,
    enemy_sea: Terms,
    alarm: Terms,
    formation: int,
    days: int,
) -> None:
    """One formation's march in one step, through as many regions as it reaches."""
    n = world.war_numbers[0]
    unit = state.formations[formation]
    for passed in range(LEGS):
        to = state.legs[formation, 0].to
        row = edge_between(world, unit.at, to)
        way = BARRED + Cause.WAY_BLOCKED
        if row >= 0:
            way = way_of(world, state, nation, seat, enemy_sea, formation, to)
        if way >= BARRED:
            frustrate(state, record, nation, formation, way - BARRED)
            return
        edge = world.edges[row]
        if passed == 0:
            unit.progress += quantise(pace_of(world, state, seat[formation], formation, to) * days)
        limit = edge.km if way == OPEN else contact_km(edge.km, n)
        if unit.progress < limit:
            return
        if way == CONTACT:
            unit.progress = limit
            return
        unit.progress -= edge.km
        enter(world, state, record, nation, seat, alarm, formation, to)
        if not unit.alive or state.legs[formation, 0].to < 0:
            halt(state, formation)
            return
        if state.clock[0].day < unit.free_day:
            unit.progress = 0
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
    if unit.kind == Kind.AIR or is_ship(unit.kind):
        return kind.pace
    if at_sea:
        return n.lift_pace
    return pace_over(
        readiness_to_march(kind.pace, unit.readiness, unit.supply, mobility, n), there.terrain, there.infra, n
    )


@stage
def way_of(world: World, state: State, nation: Terms, seat: Terms, enemy_sea: Terms, formation: int, to: int) -> int:
    """Whether a formation may go to the next region: OPEN, CONTACT, or BARRED + Cause."""
    unit = state.formations[formation]
    own = nation[formation]
    here = world.regions[unit.at]
    there = world.regions[to]
    welcomed = 1 if welcome(world, state, own, to) else 0
    if is_ship(unit.kind):
        sails = welcomed and (there.terrain == Terrain.SEA or there.port)
        return OPEN if sails else BARRED + Cause.WAY_BLOCKED
    if unit.kind == Kind.AIR:
        return OPEN if welcomed else BARRED + Cause.NO_TRANSIT
    if there.terrain == Terrain.SEA:
        sails = may_sail(here.terrain, here.port, enemy_sea[to, own])
        return OPEN if sails else BARRED + Cause.NO_LIFT
    if here.terrain == Terrain.SEA and not may_sail(there.terrain, there.port, enemy_sea[unit.at, own]):
        return BARRED + Cause.NO_LIFT
    if welcomed:
        return OPEN
    war = 1 if at_war(state, own, state.regions[to].controller) else 0
    defended = 1 if war and is_defended(state, nation, seat, formation, to) else 0
    attacks = 1 if unit.posture >= Posture.PROBE and is_line(unit.kind) else 0
    if war and not is_line(unit.kind):
        return BARRED + Cause.WAY_BLOCKED
    return way_into_land(0, war, defended, attacks, 1 if here.terrain == Terrain.SEA else 0)


@stage
def is_defended(state: State, nation: Terms, seat: Terms, formation: int, region: int) -> bool:
    """Somebody of the line stands in a region against a formation that would enter it."""
    holder = state.regions[region].controller
    for u in range(nation.size):
        unit = state.formations[u]
        if not unit.alive or unit.at != region or u == formation or not is_line(unit.kind):
            continue
        against = stands_against(nation[u], seat[u], nation[formation], seat[formation])
        if against and not at_war(state, nation[u], holder):
            return True
    return False


@stage
def enter(
    world: World, state: State, record: Record, nation: Terms, seat: Terms, alarm: Terms, formation: int, to: int
) -> None:
    """A formation comes into the next region of its path, takes it from an enemy, or begins to load at sea.

    Note.MOVED: who = state, whom = formation, where = region entered, first = region left; known to its side.
    """
    unit = state.formations[formation]
    start = unit.at
    unit.at = to
    unit.dug_in = 0
    for k in range(LEGS - 1):
        state.legs[formation, k].to = state.legs[formation, k + 1].to
    state.legs[formation, LEGS - 1].to = NOBODY
    known = known_to_side(state, nation[formation], formation)
    note(record, Note.MOVED, state.clock[0].day, nation[formation], formation, to, start, 0, known)
    by_land = unit.kind != Kind.AIR and not is_ship(unit.kind)
    if by_land and world.regions[to].terrain == Terrain.SEA and world.regions[start].terrain != Terrain.SEA:
        unit.free_day = state.clock[0].day + quantise(world.war_numbers[0].loading_days)
    if is_line(unit.kind) and at_war(state, nation[formation], state.regions[to].controller):
        take_region(world, state, record, nation, seat, alarm, formation, to)
