"""Threat (rulebook 6): states answer threat, not power; what each feels of every other and of coalitions."""

from __future__ import annotations

import numpy as np

from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import ThreatNumbers
from wargame.model.state import Coalition, Country, Member, Pair, State
from wargame.model.world import BodyFacts, CountryFacts, Link, World
from wargame.rules.alliance import credibility_of
from wargame.rules.felt import added_for_allies, threat_felt
from wargame.rules.law import law, stage
from wargame.rules.membership import Floats, Rows, homes_of, sides_of
from wargame.rules.numeric import quantise, rising
from wargame.rules.presence import look_at_forces, look_at_land


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
    return min(n.border * border + n.reach * nearest, 1.0)


@law("THREAT-4", "rulebook 6; Walt 1985, offensive power")
def offensive_power(n: ThreatNumbers, in_reach: float, warheads: int) -> float:
    """Attack value in reach makes offensive power, with falling returns; nuclear weapons reach everywhere."""
    apart = n.warheads * warheads
    return apart + (1.0 - apart) * rising(in_reach, n.offence_half)


@law("THREAT-6", "rulebook 6; pledges export threat")
def felt_for_allies(n: ThreatNumbers, own: int, most_afraid: int, commitment: int) -> int:
    """A state feels a share of what the most afraid ally feels beyond its own fear, as far as it means its pledge."""
    beyond = max(most_afraid - own, 0)
    return min(quantise(n.pledge_share * beyond * commitment / 1000.0), quantise(n.pledge_most * 1000.0))


@law("THREAT-7", "rulebook 6; coalitions are actors")
def coalition_share(n: ThreatNumbers, integration: int, credibility: int) -> float:
    """A coalition brings to bear as much of its strength as it is merged and believed (1/1000 each)."""
    merged = n.coalition_integration * integration / 1000.0
    return min(n.coalition_base + merged + n.coalition_credibility * credibility / 1000.0, 1.0)


@law("THREAT-13", "rulebook 6; coalitions are actors")
def coalition_offence(summed: float, largest: float, share: float) -> float:
    """A coalition strikes with its share of its members' summed strength, and never with less than its strongest."""
    return max(summed * share, largest)


@law("THREAT-14", "rulebook 8; threat forecast from its rise")
def month_ago(n: ThreatNumbers, remembered: int, before: int, now: int) -> int:
    """Threat a month ago is remembered as a mean that lags by about four weeks; at first it is today's."""
    if before == 0 and remembered == 0:
        return now
    return remembered + quantise(n.month_share * (before - remembered))


@stage
def feel(world: World, state: State) -> None:
    """Bring what every state feels of every other, and of the bodies it is not in, up to date (weekly)."""
    n = world.threat_numbers[0]
    size = state.countries.size
    nearest = np.zeros((size, size))
    offence = np.zeros((size, size))
    look_at_land(state.regions, world.reach, nearest)
    look_at_forces(world, state, nearest, offence)
    powers = _powers(world.countries, state.countries)
    _feel_states(n, world.links, world.countries, powers, nearest, offence, state.pairs)
    _feel_for_allies(n, world.bodies, state.members, state.pairs)
    sides = sides_of(world.state_numbers[0], world.countries, state.members)
    for b in range(state.bodies.size):
        share = coalition_share(n, state.bodies[b].integration, credibility_of(world, state, b))
        _feel_body(n, b, share, sides, world.countries, state.pairs, offence, state.coalitions)
    _rank(state.countries, state.pairs, state.coalitions)


@stage
def _feel_states(
    n: ThreatNumbers,
    links: Table[Link],
    facts: Table[CountryFacts],
    powers: Floats,
    nearest: Floats,
    offence: Floats,
    pairs: Table[Pair],
) -> None:
    """Own-felt threat, pledges left out."""
    aggregates = np.zeros(facts.size, np.int64)
    for j in range(facts.size):
        aggregates[j] = quantise(powers[j] * 1000.0)
    for i in range(facts.size):
        for j in range(facts.size):
            if i != j:
                pair = pairs[i, j]
                near = quantise(proximity_of(n, links[i, j].border, nearest[j, i]) * 1000.0)
                strong = quantise(offensive_power(n, offence[j, i], facts[j].warheads) * 1000.0)
                pair.threat = threat_felt(n, aggregates[j], near, strong, pair.intentions, 0)
                pair.aggregate = aggregates[j]
                pair.proximity = near
                pair.offensive = strong
                pair.pledged = 0


@stage
def _powers(facts: Table[CountryFacts], countries: Table[Country]) -> Floats:
    """Aggregate power of every state, 0 to 1."""
    size = countries.size
    parts = np.zeros((4, size))
    totals = np.zeros(4)
    for j in range(size):
        wealth = facts[j].gdp * (countries[j].economy / 1000.0)
        parts[0, j] = facts[j].population
        parts[1, j] = wealth
        parts[2, j] = wealth * countries[j].defence_share / 10000.0
        parts[3, j] = facts[j].personnel
        for k in range(4):
            totals[k] += parts[k, j]
    powers = np.zeros(size)
    for j in range(size):
        for k in range(4):
            parts[k, j] = parts[k, j] / totals[k] if totals[k] > 0.0 else 0.0
        powers[j] = aggregate_power(parts[0, j], parts[1, j], parts[2, j], parts[3, j])
    return powers


@stage
def _feel_for_allies(n: ThreatNumbers, bodies: Table[BodyFacts], members: Table[Member], pairs: Table[Pair]) -> None:
    """Add to each pair what is felt on behalf of allies: first all pledges from own-felt threat, then the sums."""
    size = pairs.shape[0]
    homes = homes_of(members)
    most = _most_felt(bodies, members, pairs)
    for i in range(size):
        for b in range(bodies.size):
            if not bodies[b].defends or not members[b, i].joined:
                continue
            for j in range(size):
                if i != j and not members[b, j].joined and not homes[i] & homes[j]:
                    pledged = felt_for_allies(n, pairs[i, j].threat, most[b, j], members[b, i].commitment)
                    pairs[i, j].pledged = max(pairs[i, j].pledged, pledged)
        for j in range(size):
            if pairs[i, j].pledged:
                pairs[i, j].threat += added_for_allies(pairs[i, j].threat, pairs[i, j].pledged)


@stage
def _most_felt(bodies: Table[BodyFacts], members: Table[Member], pairs: Table[Pair]) -> Rows:
    """What the most afraid member of each body that defends its members feels of each state by itself."""
    size = pairs.shape[0]
    most = np.zeros((bodies.size, size), np.int64)
    for k in range(size):
        for b in range(bodies.size):
            if not bodies[b].defends or not members[b, k].joined:
                continue
            for j in range(size):
                most[b, j] = max(most[b, j], pairs[k, j].threat)
    return most


@stage
def _feel_body(
    n: ThreatNumbers,
    body: int,
    share: float,
    sides: Rows,
    facts: Table[CountryFacts],
    pairs: Table[Pair],
    offence: Floats,
    coalitions: Table[Coalition],
) -> None:
    """What states outside feel of a body and its dependents as one actor; nothing of a body one stands with."""
    for i in range(facts.size):
        seen = coalitions[i, body]
        before = seen.threat
        power = 0
        proximity = 0
        warheads = 0
        believed = 0
        summed = 0.0
        largest = 0.0
        if not sides[body, i]:
            for j in range(facts.size):
                if sides[body, j]:
                    power += pairs[i, j].aggregate
                    believed += pairs[i, j].aggregate * pairs[i, j].intentions
                    proximity = max(proximity, pairs[i, j].proximity)
                    summed += offence[j, i]
                    largest = max(largest, offence[j, i])
                    warheads = max(warheads, facts[j].warheads)
        strength = coalition_offence(summed, largest, share)
        seen.aggregate = min(power, 1000)
        seen.proximity = proximity
        seen.offensive = quantise(offensive_power(n, strength, warheads) * 1000.0)
        seen.intentions = quantise(believed / power) if power > 0 else 0
        seen.threat = threat_felt(n, seen.aggregate, seen.proximity, seen.offensive, seen.intentions, 0)
        seen.last_month = month_ago(n, seen.last_month, before, seen.threat)


@stage
def _rank(countries: Table[Country], pairs: Table[Pair], coalitions: Table[Coalition]) -> None:
    """Whom each state fears most, and which coalition more than any state."""
    for i in range(countries.size):
        country = countries[i]
        country.top_threat = NOBODY
        country.top_body = NOBODY
        most = 0
        for j in range(countries.size):
            if i != j and pairs[i, j].threat > most:
                most = pairs[i, j].threat
                country.top_threat = j
        for b in range(coalitions.shape[1]):
            if coalitions[i, b].threat > most:
                most = coalitions[i, b].threat
                country.top_body = b
