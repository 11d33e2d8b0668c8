"""Alliances (rulebook 1; Chun, Williams, Snyder): what makes one believed, and what each ally fears of it."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import BodyKind, Effect
from wargame.model.columns import Table
from wargame.model.numbers import StateNumbers
from wargame.model.record import Terms
from wargame.model.state import Body, Country, Formation, Member, Pair, State, Text
from wargame.model.terms import Credibility
from wargame.model.world import EffectFacts, MeasureFacts, Place, World
from wargame.rules.drift import drifted
from wargame.rules.estimates import taken_for
from wargame.rules.law import law, scalar, stage
from wargame.rules.membership import Floats, Rows, is_own
from wargame.rules.numeric import FULL, bounded, chance_to_win, clamp, folded, quantise, rising
from wargame.rules.tasks import plans_count

PARTS = 4  # concept, strategy, force levels, basing
ALONE, HELP, ATTACK = 0, 1, 2  # what balance_of_forces fills


@law("ALLIANCE-1", "rulebook 1; Chun, the four parts of an alliance")
def credibility(concept: int, strategy: int, forces: int, basing: int, terms: Terms) -> int:
    """An alliance is believed as far as its concept, strategy, agreed force levels and basing bear: their mean.

    Fills the terms of `terms.Credibility` with the parts (each 1/1000) and returns a quarter of their sum, rounded down.
    """
    terms[Credibility.CONCEPT] = clamp(concept, 0, FULL)
    terms[Credibility.STRATEGY] = clamp(strategy, 0, FULL)
    terms[Credibility.FORCES] = clamp(forces, 0, FULL)
    terms[Credibility.BASING] = clamp(basing, 0, FULL)
    return folded(terms) // PARTS


@law("ALLIANCE-2", "rulebook 1; agreed force levels, the pledge of 2 %")
def force_level(n: StateNumbers, defence_share: int) -> float:
    """A member is at its agreed force level as far as it spends the two per cent pledged; more does not count."""
    return bounded(defence_share / n.pledged_share, 0.0, 1.0)


@law("ALLIANCE-3", "rulebook 1; free riding")
def burden_index(n: StateNumbers, defence_share: int, made: int, asked: int) -> float:
    """A member's burden is its spending against the pledge, times contributions made against those asked."""
    return defence_share / n.pledged_share * (made + 1) / (asked + 1)


@law("ALLIANCE-4", "rulebook 1; Snyder 1984, abandonment")
def abandonment(credibility: int, threat: int) -> int:
    """An ally fears to be left alone as far as it is threatened and the alliance is not believed (all 1/1000)."""
    return quantise((FULL - credibility) * threat / 1000.0)


@law("ALLIANCE-5", "rulebook 1; Snyder 1984, entrapment")
def entrapment(involvement: int, caution: int) -> int:
    """An ally fears to be dragged in as far as the body is involved (0 to 10 000) and it dislikes risk (1/1000)."""
    return quantise(involvement * caution / 10_000.0)


@law("ALLIANCE-6", "rulebook 1; Williams 2008, protection beyond what a state can provide")
def protection(alone: float, help: float, attack: float) -> int:
    """Protection is the chance to hold with the help to be expected, less the chance to hold alone (1/1000)."""
    return quantise((chance_to_win(alone + help, attack) - chance_to_win(alone, attack)) * 1000.0)


@law("ALLIANCE-7", "rulebook 7; commitment follows threat and belief")
def commitment_goal(n: StateNumbers, threat: int, credibility: int) -> int:
    """A member's commitment tends to rise with the threat it feels and with the body's credibility."""
    return clamp(
        quantise(n.commitment_base + n.commitment_threat * threat + n.commitment_credibility * credibility), 0, FULL
    )


@law("ALLIANCE-8", "rulebook 1; the backbone and the free riders; elections")
def patron_goal(n: StateNumbers, burden: float, opinion: int, outlook: int) -> int:
    """The backbone's commitment tends to rise with the median burden of the others, its own opinion and whom it elects."""
    at_home = n.patron_opinion * opinion + n.patron_outlook * outlook
    return clamp(quantise(n.patron_base + n.patron_burden * min(burden, 2.0) + at_home), 0, FULL)


@law("ALLIANCE-9", "rulebook 4; an attack left unanswered costs every ally's belief")
def cohesion_lost(n: StateNumbers, unkept: int, unanswered: int) -> float:
    """Promises unkept and an attack left unanswered cost a body cohesion each week (1/1000)."""
    return n.cohesion_unkept * unkept + n.cohesion_unanswered * unanswered


@stage
def credibility_of(world: World, state: State, body: int) -> int:
    """How far a body is believed, 1/1000."""
    return credibility_terms(world, state, body, np.zeros(PARTS, np.int64))


@stage
def credibilities(world: World, state: State) -> Rows:
    """How far each body that defends its members is believed, 1/1000; 0 for the others."""
    believed = np.zeros(state.bodies.size, np.int64)
    for b in range(state.bodies.size):
        if world.bodies[b].defends:
            believed[b] = credibility_of(world, state, b)
    return believed


@stage
def credibility_terms(world: World, state: State, body: int, terms: Terms) -> int:
    """How far a body is believed (1/1000), with its four parts in `terms`. Who speaks for itself is believed in full."""
    terms[:] = 0
    if world.bodies[body].kind != BodyKind.COUNCIL:
        return credibility(FULL, FULL, FULL, FULL, terms)
    n = world.state_numbers[0]
    strategy = _strategy(n, state.bodies[body].defence_task, state.texts, world.measures, world.effects, body)
    forces = _force_levels(n, state.members, state.countries, body)
    stationed = stationed_by(state.formations, world.regions, state.members, body)
    basing = _basing(n, state.members, state.countries, state.pairs, body, stationed)
    return credibility(state.bodies[body].cohesion, strategy, forces, basing, terms)


@stage
def _strategy(
    n: StateNumbers,
    exercised: int,
    texts: Table[Text],
    measures: Table[MeasureFacts],
    effects: Table[EffectFacts],
    body: int,
) -> int:
    """Plans in force: each text of the body with standing plans adds by its ambition, as far as defence is kept up."""
    worth = n.strategy_base
    each = n.strategy_plan * plans_count(n, exercised)
    for t in range(texts.size):
        text = texts[t]
        if text.alive and text.body == body:
            facts = measures[text.measure]
            for e in range(facts.first_effect, facts.first_effect + facts.effects):
                if effects[e].code == Effect.PLANS:
                    worth += each * text.ambition
    return clamp(quantise(worth), 0, FULL)


@stage
def _force_levels(n: StateNumbers, members: Table[Member], countries: Table[Country], body: int) -> int:
    joined = 0
    level = 0.0
    for i in range(countries.size):
        if members[body, i].joined:
            joined += 1
            level += force_level(n, countries[i].defence_share)
    return quantise(level / joined * 1000.0) if joined > 0 else 0


@stage
def stationed_by(formations: Table[Formation], regions: Table[Place], members: Table[Member], body: int) -> Rows:
    """Strength of a body and its members on the soil of each other state, 1/1000 brigade-equivalent."""
    stationed = np.zeros(members.shape[1], np.int64)
    for u in range(formations.size):
        unit = formations[u]
        if unit.alive and unit.at >= 0:
            home = regions[unit.at].home
            if home >= 0 and is_own(members, unit, body) and unit.owner != home:
                stationed[home] += unit.strength
    return stationed


@stage
def _basing(
    n: StateNumbers,
    members: Table[Member],
    countries: Table[Country],
    pairs: Table[Pair],
    body: int,
    stationed: Rows,
) -> int:
    """Allied strength on the soil of exposed members, with falling returns; full where no member is exposed.

    Exposed is whom its top threat, outside the body, is near: that is on every map, what it feels is not.
    """
    count = 0
    total = 0.0
    for i in range(countries.size):
        top = countries[i].top_threat
        outside = members[body, i].joined and top >= 0 and not members[body, top].joined
        if outside and pairs[i, top].proximity >= n.exposed:
            count += 1
            total += rising(float(stationed[i]), n.basing_half)
    return quantise(total / count * 1000.0) if count > 0 else FULL


@stage
def outside_threat(
    members: Table[Member], countries: Table[Country], pairs: Table[Pair], body: int, country: int
) -> int:
    """What a member feels of its top threat, if that is outside the body (1/1000)."""
    top = countries[country].top_threat
    if top < 0 or members[body, top].joined:
        return 0
    return pairs[country, top].threat


@stage
def trust_in_bodies(world: World, state: State) -> Floats:
    """Credibility of each body that defends its members, 0 to 1; 0 for the others."""
    believed = credibilities(world, state)
    trust = np.zeros(believed.size)
    for b in range(trust.size):
        trust[b] = believed[b] / 1000.0
    return trust


@stage
def balance_of_forces(world: World, state: State, country: int, trust: Floats, sums: Floats) -> None:
    """Own defence, help to be expected and the top threat's attack, in points in reach of the country's people.

    Fills sums[ALONE], sums[HELP], sums[ATTACK]. Help is what allies could bring near, as far as their body is
    believed (`trust`); multinational formations on the soil count in full. The threat is as strong, and as near, as the
    country's side knows (THREAT-15).
    """
    sums[:] = 0.0
    top = state.countries[country].top_threat
    if top < 0:
        return
    believed = np.zeros(state.countries.size)
    for b in range(state.bodies.size):
        if state.members[b, country].joined and not state.members[b, top].joined:
            for k in range(state.countries.size):
                if state.members[b, k].joined:
                    believed[k] = max(believed[k], trust[b])
    for u in range(state.formations.size):
        unit = state.formations[u]
        if not unit.alive or unit.at < 0:
            continue
        worth = unit.strength * unit.readiness * 1e-6 * world.reach[unit.at, country].near
        if unit.owner == country:
            sums[ALONE] += world.kinds[unit.kind].defence * worth
        elif unit.owner == top:
            sums[ATTACK] += known_attack(world, state, world.countries[country].body, u, country)
        elif unit.owner >= 0:
            sums[HELP] += world.kinds[unit.kind].defence * worth * believed[unit.owner]
        elif state.members[unit.body, country].joined and world.regions[unit.at].home == country:
            sums[HELP] += world.kinds[unit.kind].defence * worth


@stage
def known_attack(world: World, state: State, side: int, formation: int, country: int) -> float:
    """Attack value of a formation in reach of a country's people, points, as its side knows it: none of a covert one."""
    kind = world.kinds[state.formations[formation].kind]
    if kind.covert > 0.0:
        return 0.0
    at, strength, readiness = taken_for(world, state, side, formation)
    return float(kind.attack * strength * readiness * 1e-6 * world.reach[at, country].near)


@stage
def commit(world: World, state: State) -> None:
    """Let commitments and cohesion drift (weekly)."""
    n = world.state_numbers[0]
    for b in range(state.bodies.size):
        if world.bodies[b].kind == BodyKind.COUNCIL:
            trust = credibility_of(world, state, b)
            patron = world.bodies[b].patron
            _commit_members(n, b, patron, trust, state.bodies[b], state.members, state.countries, state.pairs)
            _cohere(n, b, state.bodies[b], state.members)


@stage
def _commit_members(
    n: StateNumbers,
    body: int,
    patron: int,
    trust: int,
    side: Body,
    members: Table[Member],
    countries: Table[Country],
    pairs: Table[Pair],
) -> None:
    loss = n.commitment_unanswered if side.unanswered else 0.0
    for i in range(countries.size):
        member = members[body, i]
        if member.joined:
            if i == patron:
                burden = median_burden(n, members, countries, body, patron)
                goal = patron_goal(n, burden, countries[i].opinion, countries[i].outlook)
            else:
                goal = commitment_goal(n, outside_threat(members, countries, pairs, body, i), trust)
            member.commitment = drifted(n.commitment_rate, member.commitment, goal, loss)


@stage
def median_burden(n: StateNumbers, members: Table[Member], countries: Table[Country], body: int, patron: int) -> float:
    """Median burden index of the members other than the backbone; 0 where there are none."""
    burdens = np.zeros(countries.size)
    others = 0
    for i in range(countries.size):
        member = members[body, i]
        if member.joined and i != patron:
            burdens[others] = burden_index(n, countries[i].defence_share, member.made, member.asked)
            others += 1
    return middle_of(np.sort(burdens[:others]))


@scalar
def middle_of(ordered: Floats) -> float:
    """The middle of values in their order, or the mean of the two that are; 0 of none."""
    count = ordered.size
    return (ordered[(count - 1) // 2] + ordered[count // 2]) / 2.0 if count > 0 else 0.0


@stage
def _cohere(n: StateNumbers, body: int, side: Body, members: Table[Member]) -> None:
    """Cohesion tends to the mean commitment and falls with promises unkept and attacks unanswered."""
    total = 0
    joined = 0
    for i in range(members.shape[1]):
        if members[body, i].joined:
            total += members[body, i].commitment
            joined += 1
    if joined > 0:
        loss = cohesion_lost(n, side.unkept, side.unanswered)
        side.cohesion = drifted(n.cohesion_rate, side.cohesion, quantise(total / joined), loss)
