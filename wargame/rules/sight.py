"""Sight (rulebook 12): which formations of others a body sees, and within what band it knows their strength."""

from __future__ import annotations

import numpy as np

from wargame.model.columns import Table
from wargame.model.numbers import WarNumbers
from wargame.model.record import Terms
from wargame.model.state import Body, Formation, Region, Sighting, State
from wargame.model.world import Edge, Kinds, Place, World
from wargame.rules.law import law, stage
from wargame.rules.membership import homes_of, leans_on
from wargame.rules.numeric import FULL, quantise
from wargame.rules.tasks import band_by_partners
from wargame.rules.texts import is_covert


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


@law(
    "SIGHT-4", "rulebook 12: own or allied forces, or by intelligence; rulebook 9: aid is training, intelligence, bases"
)
def is_told(own: int, leans: int, helps: int, is_helped: int) -> bool:
    """A body learns what a member sees, who leans on a member, whom it helps by an open text, and who so helps its nation.

    Help goes by liaison, and liaison tells both ways. All are 0 or 1.
    """
    return own == 1 or leans == 1 or helps == 1 or is_helped == 1


@stage
def told_by(world: World, state: State, homes: Terms) -> Terms:
    """For each state the bodies that learn what its lands and its forces see, one bit each (SIGHT-4)."""
    n = world.state_numbers[0]
    told = np.zeros(homes.size, np.int64)
    helpers, helped = _liaison(world, state, homes)
    for c in range(told.size):
        patron = leans_on(n, world.countries[c])
        leans = homes[patron] if patron >= 0 else 0
        for b in range(state.bodies.size):
            if is_told(homes[c] >> b & 1, leans >> b & 1, helpers[c] >> b & 1, helped[c] >> b & 1):
                told[c] |= 1 << b
    return told


@stage
def _liaison(world: World, state: State, homes: Terms) -> tuple[Terms, Terms]:
    """For each state the bodies that help it by an open text in force, and those of the nations that its bodies help."""
    helpers = np.zeros(homes.size, np.int64)
    helped = np.zeros(homes.size, np.int64)
    for t in range(state.texts.size):
        text = state.texts[t]
        if not text.alive or text.helps < 0 or is_covert(world.measures[text.measure].kind):
            continue
        by = 1 << text.body
        second = world.measures[text.measure].second
        if second >= 0:
            by |= 1 << second
        helpers[text.helps] |= by
        nation = world.countries[text.helps].body
        for c in range(homes.size):
            if nation >= 0 and homes[c] & by != 0:
                helped[c] |= 1 << nation
    return helpers, helped


@stage
def look(world: World, state: State) -> None:
    """Every body looks round: sightings get the day, the place and the middle of the bands of what is seen."""
    n = world.war_numbers[0]
    day = state.clock[0].day
    formations = state.formations
    homes = homes_of(state.members)
    told = told_by(world, state, homes)
    own = np.zeros(formations.size, np.int64)
    held = np.zeros(state.regions.size, np.int64)
    watched = np.zeros(state.regions.size, np.int64)
    _stand_watch(state.regions, formations, homes, told, own, held)
    _watch_neighbours(world.regions, world.edges, held, watched)
    _write_down(state.sightings, formations, state.bodies, world.kinds, own, watched, day, n)


@stage
def _stand_watch(
    regions: Table[Region],
    formations: Table[Formation],
    homes: Terms,
    told: Terms,
    own: Terms,
    held: Terms,
) -> None:
    """Mark whose each formation is, and the bodies with eyes in each region: on its land or by forces there."""
    for r in range(held.size):
        holder = regions[r].controller
        if holder >= 0:
            held[r] = told[holder]
    for u in range(own.size):
        unit = formations[u]
        if unit.alive:
            own[u] = _owners(unit, homes)
            held[unit.at] |= own[u] | _told_of(unit, told)


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
def _told_of(unit: Formation, told: Terms) -> int:
    """The bodies that learn what a formation sees by its state, one bit each."""
    return int(told[unit.owner]) if unit.owner >= 0 else 0


@stage
def seers(world: World, state: State, formation: int) -> int:
    """The bodies that see a formation of others where it stands now, one bit each."""
    unit = state.formations[formation]
    place = world.regions[unit.at]
    homes = homes_of(state.members)
    told = told_by(world, state, homes)
    watchers = 0
    for k in range(place.first_edge - 1, place.first_edge + place.edges):
        watchers |= _eyes_in(state, homes, told, unit.at if k < place.first_edge else world.edges[k].end)
    own = _owners(unit, homes)
    bits = 0
    for b in range(state.bodies.size):
        if is_seen(watchers, b, own >> b & 1, world.kinds[unit.kind].covert):
            bits |= 1 << b
    return bits


@stage
def _eyes_in(state: State, homes: Terms, told: Terms, region: int) -> int:
    """The bodies with eyes in a region: on its land or by forces there, one bit each."""
    holder = state.regions[region].controller
    bits = int(told[holder]) if holder >= 0 else 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.at == region:
            bits |= _owners(unit, homes) | _told_of(unit, told)
    return bits


@stage
def _watch_neighbours(places: Table[Place], edges: Table[Edge], held: Terms, watched: Terms) -> None:
    """Who is in a region watches it and the regions next to it."""
    for r in range(held.size):
        watched[r] |= held[r]
        place = places[r]
        for k in range(place.first_edge, place.first_edge + place.edges):
            watched[r] |= held[edges[k].end]
