"""Readings of the state that objectives use (rulebook 13): the closed vocabulary of codes.Reading, each named once."""

from __future__ import annotations

from wargame.model.codes import BodyKind, Kind, Reading
from wargame.model.columns import Table
from wargame.model.state import Body, Country, Ledger, Member, Region, State
from wargame.model.world import BodyFacts, ObjectiveFacts, Place, World
from wargame.rules.bodies import at_war
from wargame.rules.economy import gained_share
from wargame.rules.kinds import is_army
from wargame.rules.law import stage
from wargame.rules.membership import fellows, most_felt
from wargame.rules.numeric import FULL, quantise
from wargame.rules.objectives import (
    adoption,
    autonomy,
    calm,
    discord,
    free_hand,
    hold,
    kept_share,
    means,
    net_gain,
    own_capability,
    quiet,
    security,
    statehood,
    threat_change,
)
from wargame.rules.prices import welfare
from wargame.rules.settlement import worth_of_terms


@stage
def read(world: World, state: State, objective: ObjectiveFacts, row: Ledger) -> int:
    """The value of an objective's reading, in the unit of codes.Reading. A target narrows it to one state."""
    reading = objective.reading
    b = objective.body
    body = state.bodies[b]
    if reading == Reading.ESCALATION_PEAK:
        return state.clock[0].peak
    if reading == Reading.COHESION:
        return body.cohesion
    if reading == Reading.ADOPTION:
        return adoption(body.strong, body.drafts)
    if reading == Reading.STABILITY:
        return body.stability
    if reading == Reading.THREAT_CHANGE:
        return threat_change(threat_of_body(world, state, b), body.threat_at_start)
    if reading == Reading.DISCORD:
        return _discord_elsewhere(world.bodies, state.bodies, b)
    if reading == Reading.COMMITMENT:
        return _commitment(state.members, b, world.bodies[b].patron, body.cohesion)
    if reading == Reading.KEPT:
        return kept_share(row.kept, row.called)
    if reading == Reading.FREE_HAND:
        return free_hand(most_granted_by(state, b))
    if reading == Reading.AUTONOMY:
        return autonomy(body.integration, capability_of(world, state, b))
    return _read_of_war(world, state, objective)


@stage
def _read_of_war(world: World, state: State, objective: ObjectiveFacts) -> int:
    """Fighting, land, and what attacks are hoped to bring."""
    reading = objective.reading
    b, target = objective.body, objective.target
    body, n = state.bodies[b], world.state_numbers[0]
    if reading == Reading.CALM:
        return calm(state.clock[0].fighting, body.incidents, n.battles_half, n.incidents_half, n.battles_share)
    if reading == Reading.QUIET:
        return quiet(state.clock[0].of_late, n.of_late_half)
    if reading == Reading.SOIL_HELD:
        return soil_held(world.regions, state.regions, state.members, b, target)
    if reading == Reading.SECURITY:
        return security(soil_held(world.regions, state.regions, state.members, b, target), body.unanswered)
    if reading == Reading.GAINED_LAND:
        return gained_land(world, state, b, target)
    if reading == Reading.HOLD:
        return hold(gained_land(world, state, b, target), worth_of_terms(n, most_granted_to(state, b, target)))
    if reading == Reading.ATTACK_GAIN:
        return _attack_gain(world, state, b, target)
    if reading == Reading.EXPOSED_GAIN:
        return _exposed_gain(world, state, b)
    return _read_of_people(world, state, objective)


@stage
def _read_of_people(world: World, state: State, objective: ObjectiveFacts) -> int:
    """What is felt at home, weighed by people, and the purse."""
    reading = objective.reading
    b, target = objective.body, objective.target
    if reading == Reading.STATEHOOD:
        return mean_statehood(world, state, b, target)
    if reading == Reading.MEANS:
        economy = mean_over_people(world, state, Reading.ECONOMY, b, target)
        return means(economy, state.bodies[b].funds, state.bodies[b].had)
    return mean_over_people(world, state, reading, b, target)


@stage
def gained_land(world: World, state: State, body: int, target: int) -> int:
    """Share of the land outside a body, or of the target's, by value, that its members hold (1/1000)."""
    return quantise(gained_share(world.regions, state.regions, state.members, body, target) * FULL)


@stage
def capability_of(world: World, state: State, body: int) -> int:
    """Land and air strength of the members, against that of all who would defend them with them (1/1000)."""
    own = 0.0
    behind = 0.0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner >= 0 and (is_army(unit.kind) or unit.kind == Kind.AIR):
            if state.members[body, unit.owner].joined:
                own += unit.strength
            elif _stands_behind(world, state, body, unit.owner):
                behind += unit.strength
    return own_capability(own, behind)


@stage
def _stands_behind(world: World, state: State, body: int, country: int) -> bool:
    """A state outside is in another council that defends members."""
    for b in range(state.bodies.size):
        council = world.bodies[b].defends == 1 and world.bodies[b].kind == BodyKind.COUNCIL
        if b != body and council and state.members[b, country].joined:
            return True
    return False


@stage
def most_granted_to(state: State, body: int, target: int) -> int:
    """The terms that the target, or where there is none anybody outside, has granted a member of a body (codes.Grant)."""
    most = 0
    for c in range(state.countries.size):
        if (c == target or target < 0) and not state.members[body, c].joined:
            for d in range(state.countries.size):
                if state.members[body, d].joined:
                    most = max(most, state.pairs[c, d].granted)
    return most


@stage
def most_granted_by(state: State, body: int) -> int:
    """The terms that a member of a body has granted anybody (codes.Grant)."""
    most = 0
    for c in range(state.countries.size):
        if not state.members[body, c].joined:
            continue
        for d in range(state.countries.size):
            most = max(most, state.pairs[c, d].granted)
    return most


@stage
def mean_over_people(world: World, state: State, reading: int, body: int, target: int) -> int:
    """A level of the members, or of the target, weighed by people (1/1000): ECONOMY, WELFARE, DEPENDENCE or RESILIENCE."""
    people = 0
    total = 0
    for c in range(state.countries.size):
        if _counts(state.members, body, c, target):
            weight = world.countries[c].population
            people += weight
            total += weight * _level_at_home(reading, state.countries[c])
    return total // people if people > 0 else 0


@stage
def mean_statehood(world: World, state: State, body: int, target: int) -> int:
    """How far the members, or the target, live on as states, weighed by people (1/1000)."""
    people = 0
    total = 0
    for c in range(state.countries.size):
        if _counts(state.members, body, c, target):
            facts = world.countries[c]
            governed = 1 if state.regions[facts.capital].controller == c else 0
            people += facts.population
            total += facts.population * statehood(state.countries[c].economy, governed)
    return total // people if people > 0 else 0


@stage
def _level_at_home(reading: int, country: Country) -> int:
    """What a reading of people reads of one state (1/1000)."""
    if reading == Reading.ECONOMY:
        return country.economy
    if reading == Reading.WELFARE:
        return welfare(country.economy, country.prices)
    if reading == Reading.DEPENDENCE:
        return country.gas
    return country.resilience


@stage
def _counts(members: Table[Member], body: int, country: int, target: int) -> bool:
    """A state is read: it is the target, or a member where there is no target."""
    return country == target if target >= 0 else members[body, country].joined == 1


@stage
def soil_held(places: Table[Place], regions: Table[Region], members: Table[Member], body: int, target: int) -> int:
    """Share, by value, of the members' land (or the target's) that is not held by a foreign power (1/1000).

    Land held by a state in a body with its owner counts as held. Without land of value, all of it is held.
    """
    whole = 0
    held = 0
    for r in range(places.size):
        place = places[r]
        if place.home >= 0 and _counts(members, body, place.home, target):
            holder = regions[r].controller
            whole += place.value
            if holder == place.home or (holder >= 0 and fellows(members, holder, place.home)):
                held += place.value
    return held * FULL // whole if whole > 0 else FULL


@stage
def _attack_gain(world: World, state: State, body: int, target: int) -> int:
    """What a leadership hopes from attacking the target, or the member that it would rather attack than any other."""
    n = world.state_numbers[0]
    most = 0
    found = 0
    for b in range(state.motives.shape[0]):
        for c in range(state.motives.shape[1]):
            row = state.motives[b, c]
            weighed = row.gain > 0 or row.cost > 0
            if weighed and _counts(state.members, body, c, target):
                hoped = net_gain(row.gain, row.cost, attacked_by(world, state, b, c), n)
                if found == 0 or hoped > most:
                    most = hoped
                    found = 1
    return most


@stage
def attacked_by(world: World, state: State, body: int, country: int) -> int:
    """1 where a state is at war with the leader of a body."""
    return 1 if at_war(state, world.bodies[body].leader, country) else 0


@stage
def _exposed_gain(world: World, state: State, body: int) -> int:
    """Mean of what leaderships hope from attacking the members that they lay claim to."""
    n = world.state_numbers[0]
    total = 0
    count = 0
    for b in range(state.bodies.size):
        leader = world.bodies[b].leader
        for c in range(state.countries.size):
            if leader >= 0 and state.members[body, c].joined and world.links[leader, c].claim > 0:
                motive = state.motives[b, c]
                total += net_gain(motive.gain, motive.cost, attacked_by(world, state, b, c), n)
                count += 1
    return total // count if count > 0 else 0


@stage
def _commitment(members: Table[Member], body: int, patron: int, cohesion: int) -> int:
    """Mean of a body's cohesion and its backbone's commitment, or the members' mean without a backbone (1/1000)."""
    if patron >= 0:
        return (cohesion + members[body, patron].commitment) // 2
    total = 0
    joined = 0
    for c in range(members.shape[1]):
        if members[body, c].joined:
            total += members[body, c].commitment
            joined += 1
    return (cohesion + total // joined) // 2 if joined > 0 else 0


@stage
def _discord_elsewhere(facts: Table[BodyFacts], bodies: Table[Body], body: int) -> int:
    """The discord of the councils: a leadership or a nation decides alone, at no price of consensus."""
    prices = 0
    drafts = 0
    for b in range(bodies.size):
        if b != body and facts[b].kind == BodyKind.COUNCIL:
            prices += bodies[b].discord
            drafts += bodies[b].drafts
    return discord(prices, drafts)


@stage
def threat_of_body(world: World, state: State, body: int) -> int:
    """The threat a side feels: the leader's, or the mean over the members of a council (1/1000)."""
    if world.bodies[body].kind != BodyKind.COUNCIL:
        return most_felt(state.countries, state.pairs, state.coalitions, world.bodies[body].leader)
    return felt_by_members(world, state, body)


@stage
def felt_by_members(world: World, state: State, body: int) -> int:
    """Mean of the most that each member of a body fears, weighed by people (1/1000)."""
    people = 0
    total = 0
    for c in range(state.countries.size):
        if state.members[body, c].joined:
            people += world.countries[c].population
            felt = most_felt(state.countries, state.pairs, state.coalitions, c)
            total += felt * world.countries[c].population
    return total // people if people > 0 else 0
