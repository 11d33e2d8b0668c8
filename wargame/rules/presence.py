"""Presence: the land that states hold, and where their forces stand, as near as it is to every other state's people.

Fills two tables (observer, other): `nearest`, the best reach 0 to 1, and `offence`, attack value in reach in points.
"""

from __future__ import annotations

import numpy as np

from wargame.model.columns import NOBODY, Table
from wargame.model.state import Contribution, Region, State
from wargame.model.world import Reach, World
from wargame.rules.law import law, stage
from wargame.rules.membership import Floats, Rows, is_own


@stage
def look_at_land(regions: Table[Region], reach: Table[Reach], nearest: Floats) -> None:
    """The land that states hold."""
    for r in range(regions.size):
        holder = regions[r].controller
        if holder >= 0:
            for i in range(nearest.shape[0]):
                nearest[i, holder] = max(nearest[i, holder], reach[r, i].near)


@law("THREAT-15", "rulebook 6 and 12: a state fears what it knows of")
def as_known(own: int, seen_day: int, truth: int, seen: int, book: int) -> int:
    """A side counts its own forces as they are, others as last seen, unseen ones as the published order of battle."""
    if own == 1:
        return truth
    return seen if seen_day >= 0 else book


@stage
def look_at_forces(world: World, state: State, nearest: Floats, offence: Floats) -> None:
    """Where forces stand and what they could attack with, as each state's side knows it; covert ones are not seen.

    States in no body have no eyes but the published order of battle: it stands as the last of the sides.
    """
    reach = world.reach
    strangers = state.bodies.size
    sides = np.zeros(world.countries.size, np.int64)
    for i in range(sides.size):
        sides[i] = world.countries[i].body if world.countries[i].body != NOBODY else strangers
    powers = np.zeros(strangers + 1)
    ats = np.zeros(strangers + 1, np.int64)
    for u in range(state.formations.size):
        unit = state.formations[u]
        kind = world.kinds[unit.kind]
        if unit.alive == 0 or kind.covert > 0.0:
            continue
        book = world.order_of_battle[u]
        for b in range(state.bodies.size):
            sight = state.sightings[b, u]
            own = 1 if is_own(state.members, unit, b) else 0
            ats[b] = as_known(own, sight.day, unit.at, sight.at, book.garrison)
            strength = as_known(own, sight.day, unit.strength, sight.strength, book.strength)
            readiness = as_known(own, sight.day, unit.readiness, sight.readiness, book.readiness)
            powers[b] = kind.attack * (strength * readiness) * 1e-6
        ats[strangers] = book.garrison
        powers[strangers] = kind.attack * (book.strength * book.readiness) * 1e-6
        if unit.owner >= 0:
            stand(sides, powers, ats, unit.owner, reach, nearest, offence)
        else:
            share_out(state.contributions, sides, u, powers, ats, reach, nearest, offence)


@stage
def share_out(
    contributions: Table[Contribution],
    sides: Rows,
    formation: int,
    powers: Floats,
    ats: Rows,
    reach: Table[Reach],
    nearest: Floats,
    offence: Floats,
) -> None:
    """A multinational force counts for its contributors by share."""
    parts = np.zeros(powers.size)
    for k in range(contributions.size):
        part = contributions[k]
        if part.alive and part.formation == formation:
            for b in range(powers.size):
                parts[b] = powers[b] * part.share / 1000.0
            stand(sides, parts, ats, part.country, reach, nearest, offence)


@stage
def stand(
    sides: Rows, powers: Floats, ats: Rows, owner: int, reach: Table[Reach], nearest: Floats, offence: Floats
) -> None:
    """Power that stands somewhere counts for its owner with every state, as that state's side knows it, by its nearness.

    `sides` is the side of each state; `powers` and `ats` are what each side knows.
    """
    for i in range(sides.size):
        near = reach[ats[sides[i]], i].near
        nearest[i, owner] = max(nearest[i, owner], near)
        offence[i, owner] += powers[sides[i]] * near
