"""Objectives (rulebook 13): a closed vocabulary of readings of the state, and what they score."""

from __future__ import annotations

from wargame.model.codes import BodyKind, MeasureKind, Reading
from wargame.model.columns import Table
from wargame.model.numbers import StateNumbers
from wargame.model.state import Body, Country, Ledger, Member, Motive, Region, State
from wargame.model.world import BodyFacts, CountryFacts, ObjectiveFacts, Place, World
from wargame.rules.economy import gained_share
from wargame.rules.law import law, stage
from wargame.rules.membership import fellows, most_felt
from wargame.rules.numeric import FULL, quantise, rising
from wargame.rules.settlement import MOST_TERMS, worth_of_terms
from wargame.rules.support import days_since_attack

UNSHOWN = 2  # drafts: who has tabled little has shown little


@law("OBJECTIVE-1", "rulebook 13: score = weight x clamp((value - worst) / (best - worst))")
def score(value: int, weight: int, best: int, worst: int) -> int:
    """An objective scores its weight as far as the reading has come from worst to best (1/1000 point)."""
    if best == worst:
        return weight * FULL if value == best else 0
    share = (value - worst) / (best - worst)
    return quantise(min(max(share, 0.0), 1.0) * weight * FULL)


@law("OBJECTIVE-2", "rulebook 13: peace, little fighting at the end")
def calm(fighting: int, incidents: int, battles_half: float, incidents_half: float, battles_share: float) -> int:
    """Calm is full with no battle and no incident, and is lost to both with falling effect (1/1000)."""
    fought = rising(float(fighting), battles_half)
    suffered = rising(float(incidents), incidents_half)
    return quantise(FULL * (1.0 - battles_share * fought - (1.0 - battles_share) * suffered))


@law("OBJECTIVE-7", "rulebook 13: little fighting at the end")
def quiet(of_late: int, half: float) -> int:
    """Quiet is full where nobody has fought of late, and is lost to fighting with falling effect (1/1000)."""
    return quantise(FULL * (1.0 - rising(float(of_late), half)))


@law("OBJECTIVE-8", "rulebook 13: little fighting at the end")
def forgotten(n: StateNumbers, of_late: int) -> int:
    """Each week battles fought of late count for a quarter less (1/1000 battle)."""
    return of_late - quantise(n.battle_fades * of_late)


@law("OBJECTIVE-9", "rulebook 13: no allied soil lost, no attack unanswered")
def security(held: int, unanswered: int) -> int:
    """Members are secure as far as their land is held (1/1000), and not at all while an attack on one is unanswered."""
    return 0 if unanswered == 1 else held


@law("OBJECTIVE-3", "rulebook 13: unity, share of drafts adopted at ambition 2 or more")
def adoption(strong: int, drafts: int) -> int:
    """Unity is the share of drafts adopted at ambition 2 or more (1/1000); two more count that nobody has tabled."""
    return strong * FULL // (drafts + UNSHOWN)


@law("OBJECTIVE-4", "rulebook 13: discord, mean price of consensus")
def discord(prices: int, drafts: int) -> int:
    """Discord is the mean price of consensus that the other bodies met (1/10 influence)."""
    return prices // max(drafts, 1)


@law("OBJECTIVE-5", "rulebook 13: less threat felt at the end than at the start")
def threat_change(now: int, at_start: int) -> int:
    """Threat felt now as a share of the threat felt at the start; where none was felt, the threat itself (1/1000)."""
    return now * FULL // at_start if at_start > 0 else FULL + now


@law("OBJECTIVE-6", "rulebook 13: deterrence, the expected gain from attacking the weakest ally")
def net_gain(gain: int, cost: int, out_of_question: float) -> int:
    """What an attack is worth to the leadership is its gain less its cost (1/1000 point in, 1/100 point out).

    An attack that is out of the question is no more so for costing still more: safety of one ally does not make up for
    another's exposure.
    """
    return quantise(max(float(gain - cost), -out_of_question) / 10.0)


@law("OBJECTIVE-10", "rulebook 13: hold over a state, land x value or accepted terms")
def hold(held: int, terms: int) -> int:
    """Hold over a state is the land held, and over the rest of it what the terms are worth that it granted (1/1000)."""
    return held + terms * (FULL - held) // FULL


@law("OBJECTIVE-11", "rulebook 13; Charter of the United Nations, Art. 2(1), sovereign equality")
def free_hand(granted: int) -> int:
    """A state has a free hand as far as it granted nobody terms (1/1000)."""
    return FULL - FULL * granted // MOST_TERMS


@law("OBJECTIVE-12", "rulebook 13: sanctions kept without lapse")
def kept_share(kept: int, called: int) -> int:
    """Sanctions are kept as far as they stood in the weeks that called for them; wholly, where none did (1/1000)."""
    return kept * FULL // called if called > 0 else FULL


@law("OBJECTIVE-13", "rulebook 13: economy and war chest")
def means(economy: int, funds: int, had: int) -> int:
    """Means are the economy against its baseline, and what is left of all the money that a side ever had (1/1000)."""
    chest = min(funds * FULL // had, FULL) if had > 0 else FULL
    return (economy + chest) // 2


@stage
def read(world: World, state: State, objective: ObjectiveFacts, row: Ledger) -> int:
    """The value of an objective's reading, in the unit of codes.Reading. A target narrows it to one state."""
    reading = objective.reading
    b = objective.body
    body = state.bodies[b]
    n = world.state_numbers[0]
    if reading == Reading.ESCALATION_PEAK:
        return state.clock[0].peak
    if reading == Reading.COHESION:
        return body.cohesion
    if reading == Reading.ADOPTION:
        return adoption(body.strong, body.drafts)
    if reading == Reading.AUTONOMY:
        return body.integration
    if reading == Reading.CALM:
        return calm(state.clock[0].fighting, body.incidents, n.battles_half, n.incidents_half, n.battles_share)
    if reading == Reading.QUIET:
        return quiet(state.clock[0].of_late, n.of_late_half)
    if reading == Reading.STABILITY:
        return body.stability
    if reading == Reading.THREAT_CHANGE:
        return threat_change(threat_of_body(world, state, b), body.threat_at_start)
    if reading == Reading.DISCORD:
        return _discord_elsewhere(world.bodies, state.bodies, b)
    if reading == Reading.COMMITMENT:
        return _commitment(state.members, b, world.bodies[b].patron, body.cohesion)
    if reading == Reading.SOIL_HELD:
        return soil_held(world.regions, state.regions, state.members, b, objective.target)
    if reading == Reading.SECURITY:
        held = soil_held(world.regions, state.regions, state.members, b, objective.target)
        return security(held, body.unanswered)
    if reading == Reading.GAINED_LAND:
        return quantise(gained_share(world.regions, state.regions, state.members, b, objective.target) * FULL)
    if reading == Reading.HOLD or reading == Reading.FREE_HAND or reading == Reading.KEPT or reading == Reading.MEANS:
        return _read_of_war_and_peace(world, state, objective, row)
    if reading == Reading.ATTACK_GAIN:
        return _attack_gain(n, state.motives, state.members, b, objective.target)
    if reading == Reading.EXPOSED_GAIN:
        return _exposed_gain(world, state, b)
    return _mean_over_people(reading, world.countries, state.countries, state.members, b, objective.target)


@stage
def _read_of_war_and_peace(world: World, state: State, objective: ObjectiveFacts, row: Ledger) -> int:
    """Hold over a state, a free hand, sanctions kept, means: what the terms of peace and the purse say."""
    b, target = objective.body, objective.target
    if objective.reading == Reading.MEANS:
        economy = _mean_over_people(Reading.WELFARE, world.countries, state.countries, state.members, b, target)
        return means(economy, state.bodies[b].funds, state.bodies[b].had)
    if objective.reading == Reading.KEPT:
        return kept_share(row.kept, row.called)
    if objective.reading == Reading.FREE_HAND:
        return free_hand(most_granted_by(state, b))
    held = quantise(gained_share(world.regions, state.regions, state.members, b, target) * FULL)
    return hold(held, worth_of_terms(world.state_numbers[0], most_granted_to(state, b, target)))


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
        for d in range(state.countries.size if state.members[body, c].joined else 0):
            most = max(most, state.pairs[c, d].granted)
    return most


@stage
def _mean_over_people(
    reading: int,
    facts: Table[CountryFacts],
    countries: Table[Country],
    members: Table[Member],
    body: int,
    target: int,
) -> int:
    """Economy, resilience or gas dependence of the members, or of the target, weighed by people (1/1000)."""
    people = 0
    total = 0
    for c in range(countries.size):
        if _counts(members, body, c, target):
            value = countries[c].resilience
            if reading == Reading.WELFARE:
                value = countries[c].economy
            elif reading == Reading.DEPENDENCE:
                value = countries[c].gas
            people += facts[c].population
            total += value * facts[c].population
    return total // people if people > 0 else 0


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
def _attack_gain(n: StateNumbers, motives: Table[Motive], members: Table[Member], body: int, target: int) -> int:
    """What a leadership hopes from attacking the target, or the member that it would rather attack than any other."""
    most = 0
    found = 0
    for b in range(motives.shape[0]):
        for c in range(motives.shape[1]):
            row = motives[b, c]
            weighed = row.gain > 0 or row.cost > 0
            if weighed and _counts(members, body, c, target):
                hoped = net_gain(row.gain, row.cost, n.out_of_question)
                if found == 0 or hoped > most:
                    most = hoped
                    found = 1
    return most


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
                total += net_gain(state.motives[b, c].gain, state.motives[b, c].cost, n.out_of_question)
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


@stage
def mark_start(world: World, state: State) -> None:
    """Remember the threat that every side feels as the game starts; called once, after the first `feel`."""
    for b in range(state.bodies.size):
        state.bodies[b].threat_at_start = threat_of_body(world, state, b)


@stage
def forget_battles(world: World, state: State) -> None:
    """The fighting of late fades (weekly)."""
    clock = state.clock[0]
    clock.of_late = forgotten(world.state_numbers[0], clock.of_late)


@stage
def count_weeks_kept(world: World, state: State) -> None:
    """A week calls for sanctions from the first on in which they stood, or their target wages a war of aggression (weekly)."""
    for o in range(world.objectives.size):
        objective = world.objectives[o]
        row = state.ledger[o]
        if objective.reading == Reading.KEPT:
            stands = 1 if is_sanctioned(world, state, objective.body, objective.target) else 0
            if stands or row.called > 0 or days_since_attack(state, objective.target) >= 0:
                row.called += 1
                row.kept += stands


@stage
def is_sanctioned(world: World, state: State, body: int, target: int) -> bool:
    """A body has sanctions against a state in force, or where there is no target against anybody."""
    for t in range(state.texts.size):
        text = state.texts[t]
        own = text.alive == 1 and text.body == body and (target < 0 or text.against == target)
        if own and world.measures[text.measure].kind == MeasureKind.SANCTIONS:
            return True
    return False


@stage
def keep_ledger(world: World, state: State) -> None:
    """Read and score every objective."""
    for o in range(world.objectives.size):
        objective = world.objectives[o]
        row = state.ledger[o]
        row.value = read(world, state, objective, row)
        row.score = score(row.value, objective.weight, objective.best, objective.worst)


@stage
def totals(world: World, state: State, body: int) -> int:
    """The score of a side: the sum over its objectives, as last kept in the ledger (1/1000 point)."""
    total = 0
    for o in range(world.objectives.size):
        if world.objectives[o].body == body:
            total += state.ledger[o].score
    return total
