"""Sight (rulebook 12): which formations of others a body sees, and within what band it knows their strength."""

from __future__ import annotations

import numpy as np

from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import bodies_of, seat_of
from wargame.rules.law import law, stage
from wargame.rules.numeric import quantise


@law("SIGHT-1", "rulebook 12: a band, consistent over repeated looks")
def band_middle(value: int, width: int) -> int:
    """A stranger sees the middle of a band that holds the truth, on a fixed grid: looking again tells no more."""
    return value // width * width + width // 2


@law("SIGHT-2", "rulebook 12: within one region of own or allied forces; covert only when attributed")
def is_seen(watchers: int, body: int, own: int, covert: float) -> bool:
    """A body sees what stands in or next to land its members hold or its forces stand on, never covert formations.

    `watchers` has one bit for each body that watches the place; `own` is 1 where the formation is the body's.
    """
    return watchers >> body & 1 == 1 and own == 0 and covert <= 0.0


@stage
def look(world: World, state: State) -> None:
    """Every body looks round: sightings get the day, the place and the middle of the bands of what is seen."""
    held = np.zeros(state.regions.size, np.int64)
    watched = np.zeros(state.regions.size, np.int64)
    _stand_watch(world, state, held)
    for r in range(state.regions.size):
        bits = held[r]
        place = world.regions[r]
        for k in range(place.first_edge, place.first_edge + place.edges):
            bits |= held[world.edges[k].end]
        watched[r] = bits
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and watched[unit.at] > 0:
            _see(world, state, u, watched[unit.at])


@stage
def _stand_watch(world: World, state: State, held: Terms) -> None:
    """Mark the bodies present in each region: by holding it or by standing there."""
    homes = np.zeros(state.countries.size, np.int64)
    for c in range(state.countries.size):
        homes[c] = bodies_of(state, c)
    for r in range(state.regions.size):
        holder = state.regions[r].controller
        if holder >= 0:
            held[r] = homes[holder]
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive:
            seat = seat_of(world, state, u)
            if seat >= 0:
                held[unit.at] |= 1 << seat
            if unit.owner >= 0:
                held[unit.at] |= homes[unit.owner]


@stage
def _see(world: World, state: State, formation: int, watchers: int) -> None:
    """Write the sightings of one formation."""
    n = world.war_numbers[0]
    unit = state.formations[formation]
    covert = world.kinds[unit.kind].covert
    for b in range(state.bodies.size):
        own = 1 if unit.body == b or unit.command == b else 0
        if unit.owner >= 0:
            own = max(own, state.members[b, unit.owner].joined)
        if is_seen(watchers, b, own, covert):
            seen = state.sightings[b, formation]
            seen.day = state.clock[0].day
            seen.at = unit.at
            seen.strength = band_middle(unit.strength, quantise(n.strength_band))
            seen.readiness = band_middle(unit.readiness, quantise(n.level_band))
