"""Sight (rulebook 12): which formations of others a body sees, and within what band it knows their strength."""

from __future__ import annotations

import numpy as np

from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import WarNumbers
from wargame.model.record import Terms
from wargame.model.state import Body, Formation, Region, Sighting, State
from wargame.model.world import CountryFacts, Edge, Kinds, Place, World
from wargame.rules.law import law, stage
from wargame.rules.membership import homes_of
from wargame.rules.numeric import FULL, quantise
from wargame.rules.tasks import band_by_partners


@law("SIGHT-1", "rulebook 12: a band, consistent over repeated looks")
def band_middle(value: int, width: int) -> int:
    """A stranger sees the middle of a band that holds the truth, on a fixed grid: looking again tells no more."""
    return value // width * width + width // 2


@law("SIGHT-2", "rulebook 12: within one region of own or allied forces; covert only when attributed")
def is_seen(watchers: int, body: int, own: int, covert: float) -> bool:
    """A body sees what stands in or next to land its members hold or its forces stand on, never covert formations.

    Of these only what they do comes to light: an act, when it is attributed (HYBRID-4); where they stand does not.

    `watchers` has one bit for each body that watches the place; `own` is 1 where the formation is the body's.
    """
    return watchers >> body & 1 == 1 and own == 0 and covert <= 0.0


@stage
def look(world: World, state: State) -> None:
    """Every body looks round: sightings get the day, the place and the middle of the bands of what is seen."""
    n = world.war_numbers[0]
    day = state.clock[0].day
    formations = state.formations
    homes = homes_of(state.members)
    own = np.zeros(formations.size, np.int64)
    held = np.zeros(state.regions.size, np.int64)
    watched = np.zeros(state.regions.size, np.int64)
    _stand_watch(world.countries, state.regions, formations, homes, own, held)
    _watch_neighbours(world.regions, world.edges, held, watched)
    _write_down(state.sightings, formations, state.bodies, world.kinds, own, watched, day, n)


@stage
def _stand_watch(
    facts: Table[CountryFacts],
    regions: Table[Region],
    formations: Table[Formation],
    homes: Terms,
    own: Terms,
    held: Terms,
) -> None:
    """Mark whose each formation is, and the bodies present in each region: by holding it or by standing there."""
    for r in range(held.size):
        holder = regions[r].controller
        if holder >= 0:
            held[r] = homes[holder]
    for u in range(own.size):
        unit = formations[u]
        if unit.alive:
            own[u] = _owners(unit, homes)
            held[unit.at] |= own[u] | _side_of(facts, unit)


@stage
def _write_down(
    sightings: Table[Sighting],
    formations: Table[Formation],
    bodies: Table[Body],
    kinds: Table[Kinds],
    own: Terms,
    watched: Terms,
    day: int,
    n: WarNumbers,
) -> None:
    """Each body writes down what it sees of others: the day, the place, the middle of the bands."""
    level_band = quantise(n.level_band)
    for u in range(own.size):
        unit = formations[u]
        if not unit.alive or watched[unit.at] & ~own[u] == 0:
            continue
        readiness = min(band_middle(unit.readiness, level_band), FULL)
        for b in range(sightings.shape[0]):
            if is_seen(watched[unit.at], b, own[u] >> b & 1, kinds[unit.kind].covert):
                seen = sightings[b, u]
                seen.day = day
                seen.at = unit.at
                seen.strength = band_middle(unit.strength, band_by_partners(n, bodies[b].partner_task))
                seen.readiness = readiness


@stage
def _owners(unit: Formation, homes: Terms) -> int:
    """The bodies that know all of a formation, one bit each: those of its state, its own, and its command."""
    bits = 0
    if unit.owner >= 0:
        bits = int(homes[unit.owner])
    if unit.body >= 0:
        bits |= 1 << unit.body
    if unit.command >= 0:
        bits |= 1 << unit.command
    return bits


@stage
def _side_of(facts: Table[CountryFacts], unit: Formation) -> int:
    """The body for which a formation watches besides those that know all of it, as a bit."""
    side = facts[unit.owner].body if unit.owner >= 0 else NOBODY
    return 1 << side if side >= 0 else 0


@stage
def seers(world: World, state: State, formation: int) -> int:
    """The bodies that see a formation of others where it stands now, one bit each."""
    unit = state.formations[formation]
    place = world.regions[unit.at]
    homes = homes_of(state.members)
    watchers = 0
    for k in range(place.first_edge - 1, place.first_edge + place.edges):
        watchers |= _present(world, state, homes, unit.at if k < place.first_edge else world.edges[k].end)
    own = _owners(unit, homes)
    bits = 0
    for b in range(state.bodies.size):
        if is_seen(watchers, b, own >> b & 1, world.kinds[unit.kind].covert):
            bits |= 1 << b
    return bits


@stage
def _present(world: World, state: State, homes: Terms, region: int) -> int:
    """The bodies present in a region: by holding it or by standing there, one bit each."""
    holder = state.regions[region].controller
    bits = int(homes[holder]) if holder >= 0 else 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.at == region:
            bits |= _owners(unit, homes) | _side_of(world.countries, unit)
    return bits


@stage
def _watch_neighbours(places: Table[Place], edges: Table[Edge], held: Terms, watched: Terms) -> None:
    """Who is in a region watches it and the regions next to it."""
    for r in range(held.size):
        watched[r] |= held[r]
        place = places[r]
        for k in range(place.first_edge, place.first_edge + place.edges):
            watched[r] |= held[edges[k].end]
