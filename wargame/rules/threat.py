"""Threat (rulebook 6): states answer threat, not power; what each feels of every other and of coalitions."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import TERM_LIMIT, ThreatTerm
from wargame.model.columns import NOBODY
from wargame.model.numbers import ThreatNumbers
from wargame.model.record import Terms
from wargame.model.state import Coalition, Pair, State
from wargame.model.world import World
from wargame.rules.alliance import credibility_of, stands_with
from wargame.rules.bodies import on_side
from wargame.rules.intentions import fade, perceive, perceive_body, prior_intentions
from wargame.rules.law import law, stage
from wargame.rules.numeric import clamp, folded, quantise, rising

__all__ = [
    "aggregate_power",
    "coalition_offence",
    "fade",
    "feel",
    "felt_for_allies",
    "nearness",
    "offensive_power",
    "perceive",
    "perceive_body",
    "prior_intentions",
    "proximity_of",
    "threat_terms",
]

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@law("THREAT-1", "rulebook 6; Walt 1985, aggregate power")
def aggregate_power(people: float, wealth: float, spending: float, soldiers: float) -> float:
    """Aggregate power is the mean of a state's shares of all people, wealth, military spending and soldiers."""
    return (people + wealth + spending + soldiers) / 4.0


@law("THREAT-2", "rulebook 6; reach falls with distance")
def nearness(n: ThreatNumbers, km: float) -> float:
    """Reach is 1 at no distance, one half at 650 km, and falls with the square of the distance."""
    share = km / n.reach_half
    return 1.0 / (1.0 + share * share)


@law("THREAT-3", "rulebook 6; Walt 1985, proximity")
def proximity_of(n: ThreatNumbers, border: int, nearest: float) -> float:
    """A common border and the best reach of land the other holds or stands on to one's own people make proximity."""
    return n.border * border + n.reach * nearest


@law("THREAT-4", "rulebook 6; Walt 1985, offensive power")
def offensive_power(n: ThreatNumbers, in_reach: float, warheads: int) -> float:
    """Attack value in reach makes offensive power, with falling returns; nuclear weapons reach everywhere."""
    apart = n.warheads * warheads
    return apart + (1.0 - apart) * rising(in_reach, n.offence_half)


@law("THREAT-5", "rulebook 6; Walt 1985, balance of threat")
def threat_terms(
    n: ThreatNumbers, aggregate: int, proximity: int, offensive: int, intentions: int, pledged: int, terms: Terms
) -> int:
    """Threat is power, nearness and offensive strength, as far as harm is believed to be meant, and what allies fear.

    All values are 1/1000. Fills the terms of ThreatTerm and returns their sum, at most 1000: where the parts
    would pass it, the later term is cut.
    """
    believed = n.in_force * intentions / 1000.0
    terms[ThreatTerm.AGGREGATE] = clamp(quantise(n.aggregate * aggregate * believed), 0, 1000)
    room = 1000 - terms[ThreatTerm.AGGREGATE]
    terms[ThreatTerm.PROXIMITY] = clamp(quantise(n.proximity * proximity * believed), 0, room)
    room -= terms[ThreatTerm.PROXIMITY]
    terms[ThreatTerm.OFFENSIVE] = clamp(quantise(n.offensive * offensive * believed), 0, room)
    room -= terms[ThreatTerm.OFFENSIVE]
    terms[ThreatTerm.PLEDGES] = clamp(pledged, 0, room)
    return folded(terms)


@law("THREAT-6", "rulebook 6; pledges export threat")
def felt_for_allies(n: ThreatNumbers, own: int, most_afraid: int, commitment: int) -> int:
    """A state feels a share of what the most afraid ally feels beyond its own fear, as far as it means its pledge."""
    beyond = max(most_afraid - own, 0)
    return min(quantise(n.pledge_share * beyond * commitment / 1000.0), quantise(n.pledge_most * 1000.0))


@law("THREAT-7", "rulebook 6; coalitions are actors")
def coalition_offence(n: ThreatNumbers, summed: float, largest: float, integration: int, credibility: int) -> float:
    """A coalition strikes with its summed strength as far as it is merged and believed, at least with its strongest."""
    share = (
        n.coalition_base
        + n.coalition_integration * integration / 1000.0
        + n.coalition_credibility * credibility / 1000.0
    )
    return max(summed * min(share, 1.0), largest)


@stage
def feel(world: World, state: State) -> None:
    """Bring what every state feels of every other, and of the bodies it is not in, up to date (weekly)."""
    size = state.countries.size
    nearest = np.zeros((size, size))
    offence = np.zeros((size, size))
    _look_at_land(world, state, nearest)
    _look_at_forces(world, state, nearest, offence)
    _feel_states(world, state, nearest, offence)
    _feel_for_allies(world, state)
    _feel_bodies(world, state, offence)
    _rank(state)


@stage
def _look_at_land(world: World, state: State, nearest: Floats) -> None:
    for r in range(state.regions.size):
        holder = state.regions[r].controller
        if holder >= 0:
            for i in range(state.countries.size):
                nearest[i, holder] = max(nearest[i, holder], world.reach[r, i].near)


@stage
def _look_at_forces(world: World, state: State, nearest: Floats, offence: Floats) -> None:
    """Where forces stand and what they could attack with, as each state's side knows it; multinational ones count for contributors by share."""
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive == 0 or world.kinds[unit.kind].covert > 0.0:
            continue
        for b in range(state.bodies.size):
            at, strength = as_known(world, state, b, u)
            power = world.kinds[unit.kind].attack * strength * 1e-6
            if unit.owner >= 0:
                _count(world, state, b, at, unit.owner, power, nearest, offence)
                continue
            for k in range(state.contributions.size):
                part = state.contributions[k]
                if part.alive and part.formation == u:
                    _count(world, state, b, at, part.country, power * part.share / 1000.0, nearest, offence)


@law("THREAT-13", "rulebook 6 and 12: a state fears what it knows of")
def known_strength(own: int, seen_day: int, truth: int, seen: int, book: int) -> int:
    """A side counts its own forces as they are, others as last seen, the never seen as the published order of battle has them."""
    if own == 1:
        return truth
    return seen if seen_day >= 0 else book


@stage
def as_known(world: World, state: State, body: int, formation: int) -> tuple[int, int]:
    """Where a formation stands and its strength times readiness (1/1000 each), as the side of a body knows it."""
    unit = state.formations[formation]
    sight = state.sightings[body, formation]
    book = world.order_of_battle[formation]
    own = 1 if on_side(world, state, body, formation) else 0
    at = known_strength(own, sight.day, unit.at, sight.at, book.garrison)
    strength = known_strength(own, sight.day, unit.strength, sight.strength, book.strength)
    readiness = known_strength(own, sight.day, unit.readiness, sight.readiness, book.readiness)
    return at, strength * readiness


@stage
def _count(
    world: World, state: State, body: int, at: int, owner: int, power: float, nearest: Floats, offence: Floats
) -> None:
    """Power that stands somewhere counts for its owner with every state whose side is the body's, by its nearness."""
    for i in range(state.countries.size):
        if world.countries[i].body == body:
            near = world.reach[at, i].near
            nearest[i, owner] = max(nearest[i, owner], near)
            offence[i, owner] += power * near


@stage
def _feel_states(world: World, state: State, nearest: Floats, offence: Floats) -> None:
    """Own-felt threat, pledges left out."""
    n = world.threat_numbers[0]
    terms = np.zeros(TERM_LIMIT, np.int64)
    powers = _powers(world, state)
    for i in range(state.countries.size):
        for j in range(state.countries.size):
            if i == j:
                continue
            pair = state.pairs[i, j]
            pair.aggregate = quantise(powers[j] * 1000.0)
            pair.proximity = quantise(proximity_of(n, world.links[i, j].border, nearest[i, j]) * 1000.0)
            pair.offensive = quantise(offensive_power(n, offence[i, j], world.countries[j].warheads) * 1000.0)
            pair.pledged = 0
            pair.threat = _threat(n, pair, terms)


@stage
def _threat(n: ThreatNumbers, pair: Pair, terms: Terms) -> int:
    return threat_terms(n, pair.aggregate, pair.proximity, pair.offensive, pair.intentions, pair.pledged, terms)


@stage
def _powers(world: World, state: State) -> Floats:
    """Aggregate power of every state, 0 to 1."""
    size = state.countries.size
    parts = np.zeros((4, size))
    totals = np.zeros(4)
    for j in range(size):
        facts = world.countries[j]
        wealth = facts.gdp * (state.countries[j].economy / 1000.0)
        parts[0, j] = facts.population
        parts[1, j] = wealth
        parts[2, j] = wealth * state.countries[j].defence_share / 10000.0
        parts[3, j] = facts.personnel
        for k in range(4):
            totals[k] += parts[k, j]
    powers = np.zeros(size)
    for j in range(size):
        for k in range(4):
            parts[k, j] = parts[k, j] / totals[k] if totals[k] > 0.0 else 0.0
        powers[j] = aggregate_power(parts[0, j], parts[1, j], parts[2, j], parts[3, j])
    return powers


@stage
def _feel_for_allies(world: World, state: State) -> None:
    """Add to each pair what is felt on behalf of allies: first all pledges from own-felt threat, then the sums."""
    n = world.threat_numbers[0]
    size = state.countries.size
    terms = np.zeros(TERM_LIMIT, np.int64)
    for b in range(state.bodies.size):
        if not world.bodies[b].defends:
            continue
        for j in range(size):
            if state.members[b, j].joined:
                continue
            most = 0
            for k in range(size):
                if state.members[b, k].joined:
                    most = max(most, state.pairs[k, j].threat)
            for i in range(size):
                member = state.members[b, i]
                if member.joined:
                    pair = state.pairs[i, j]
                    pair.pledged = max(pair.pledged, felt_for_allies(n, pair.threat, most, member.commitment))
    for i in range(size):
        for j in range(size):
            if state.pairs[i, j].pledged:
                state.pairs[i, j].threat = _threat(n, state.pairs[i, j], terms)


@stage
def _feel_bodies(world: World, state: State, offence: Floats) -> None:
    """What states outside feel of each body; nothing of a body one stands with."""
    terms = np.zeros(TERM_LIMIT, np.int64)
    for b in range(state.bodies.size):
        credibility = credibility_of(world, state, b)
        for i in range(state.countries.size):
            if not stands_with(world, state, b, i):
                _feel_body(world, state, b, i, credibility, offence, terms)
            else:
                _unfeel(state.coalitions[i, b])


@stage
def _unfeel(seen: Coalition) -> None:
    seen.aggregate = 0
    seen.proximity = 0
    seen.offensive = 0
    seen.intentions = 0
    seen.threat = 0
    seen.last_month = 0


@stage
def _feel_body(world: World, state: State, body: int, i: int, credibility: int, offence: Floats, terms: Terms) -> None:
    """One observer's picture of a body and its dependents as one actor."""
    n = world.threat_numbers[0]
    power = 0
    proximity = 0
    warheads = 0
    believed = 0
    summed = 0.0
    largest = 0.0
    for j in range(state.countries.size):
        if stands_with(world, state, body, j):
            pair = state.pairs[i, j]
            power += pair.aggregate
            believed += pair.aggregate * pair.intentions
            proximity = max(proximity, pair.proximity)
            summed += offence[i, j]
            largest = max(largest, offence[i, j])
            warheads = max(warheads, world.countries[j].warheads)
    seen = state.coalitions[i, body]
    before = seen.threat
    strength = coalition_offence(n, summed, largest, state.bodies[body].integration, credibility)
    seen.aggregate = min(power, 1000)
    seen.proximity = proximity
    seen.offensive = quantise(offensive_power(n, strength, warheads) * 1000.0)
    seen.intentions = quantise(believed / power) if power > 0 else 0
    seen.threat = threat_terms(n, seen.aggregate, seen.proximity, seen.offensive, seen.intentions, 0, terms)
    if before == 0 and seen.last_month == 0:
        seen.last_month = seen.threat
    else:
        seen.last_month += quantise(n.month_share * (before - seen.last_month))


@stage
def _rank(state: State) -> None:
    """Whom each state fears most, and which coalition more than any state."""
    for i in range(state.countries.size):
        country = state.countries[i]
        country.top_threat = NOBODY
        country.top_body = NOBODY
        most = 0
        for j in range(state.countries.size):
            if i != j and state.pairs[i, j].threat > most:
                most = state.pairs[i, j].threat
                country.top_threat = j
        for b in range(state.bodies.size):
            if state.coalitions[i, b].threat > most:
                most = state.coalitions[i, b].threat
                country.top_body = b
