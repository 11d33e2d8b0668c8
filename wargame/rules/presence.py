"""Presence: the land that states hold, and where their forces stand, as near as it is to every other state's people.

Fills two tables (observer, other): `nearest`, the best reach 0 to 1, and `offence`, attack value in reach in points.
"""

from __future__ import annotations

from wargame.model.columns import NOBODY, Table
from wargame.model.state import Contribution, Region, State
from wargame.model.world import CountryFacts, Reach, World
from wargame.rules.law import law, stage
from wargame.rules.membership import Floats, is_own


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

    States in no body have no eyes but the published order of battle.
    """
    facts, reach = world.countries, world.reach
    for u in range(state.formations.size):
        unit = state.formations[u]
        kind = world.kinds[unit.kind]
        if unit.alive == 0 or kind.covert > 0.0:
            continue
        book = world.order_of_battle[u]
        for b in range(state.bodies.size):
            sight = state.sightings[b, u]
            own = 1 if is_own(state.members, unit, b) else 0
            at = as_known(own, sight.day, unit.at, sight.at, book.garrison)
            strength = as_known(own, sight.day, unit.strength, sight.strength, book.strength)
            readiness = as_known(own, sight.day, unit.readiness, sight.readiness, book.readiness)
            power = kind.attack * (strength * readiness) * 1e-6
            place_power(state, facts, u, b, power, at, reach, nearest, offence)
        power = kind.attack * (book.strength * book.readiness) * 1e-6
        place_power(state, facts, u, NOBODY, power, book.garrison, reach, nearest, offence)


@stage
def place_power(
    state: State,
    facts: Table[CountryFacts],
    formation: int,
    body: int,
    power: float,
    at: int,
    reach: Table[Reach],
    nearest: Floats,
    offence: Floats,
) -> None:
    """Power counts for the owner of a formation, or for its contributors by share."""
    owner = state.formations[formation].owner
    if owner >= 0:
        stand(facts, body, power, at, owner, reach, nearest, offence)
    else:
        share_out(state.contributions, facts, formation, body, power, at, reach, nearest, offence)


@stage
def share_out(
    contributions: Table[Contribution],
    facts: Table[CountryFacts],
    formation: int,
    body: int,
    power: float,
    at: int,
    reach: Table[Reach],
    nearest: Floats,
    offence: Floats,
) -> None:
    """A multinational force counts for its contributors by share."""
    for k in range(contributions.size):
        part = contributions[k]
        if part.alive and part.formation == formation:
            stand(facts, body, power * part.share / 1000.0, at, part.country, reach, nearest, offence)


@stage
def stand(
    facts: Table[CountryFacts],
    body: int,
    power: float,
    at: int,
    owner: int,
    reach: Table[Reach],
    nearest: Floats,
    offence: Floats,
) -> None:
    """Power that stands somewhere counts for its owner with every state of a body's side (-1: of none), by its nearness."""
    for i in range(facts.size):
        if facts[i].body == body:
            near = reach[at, i].near
            nearest[i, owner] = max(nearest[i, owner], near)
            offence[i, owner] += power * near
