"""The leadership's motive to attack a state, term by term: gain against cost (rulebook 8)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wargame.model.codes import BodyKind, Effect, MeasureKind, Profile
from wargame.model.columns import NOBODY
from wargame.model.numbers import MotiveNumbers
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.terms import TERM_LIMIT, MotiveTerm
from wargame.model.world import World
from wargame.rules.alliance import credibilities, stationed_by
from wargame.rules.campaign import CHANCE, DAYS, LOSS, expected_campaign
from wargame.rules.carriers import handed_on
from wargame.rules.estimates import take_for_known, take_for_true
from wargame.rules.law import law, stage
from wargame.rules.membership import Rows
from wargame.rules.missions import before_witnesses, witnesses_in
from wargame.rules.numeric import bounded, clamp, folded, points, quantise, rising
from wargame.rules.scouting import army_of
from wargame.rules.texts import beyond_baseline, known_size, size_beyond_first_day


class Reckoning(NamedTuple):
    """What a leadership would attack with, and expects of those who would answer, as far as it is one thing for all targets."""

    army: Terms  # the formations of its line
    believed: Rows  # by body: how far it is believed, 1/1000
    allied: (
        Rows  # bodies x states: strength of its forces from other states that stand there, 1/1000 brigade-equivalent
    )
    cohesion: int  # of the councils, 1/1000
    shown: float  # how far sanctions go, 0 to 1


@law("MOTIVE-1", "rulebook 8: revision value")
def revision(n: MotiveNumbers, claim: int, chance: float) -> float:
    """Land that the leadership lays claim to is worth its claim, if the campaign takes it."""
    return n.revision * claim / 1000.0 * chance


@law("MOTIVE-12", "rulebook 13: accepted terms; Glaser 1997: a state that is satisfied revises less")
def left_of_claim(n: MotiveNumbers, claim: int, granted: int) -> int:
    """What a state has granted need not be taken: each degree of terms takes away a part of the claim (1/1000)."""
    return clamp(quantise(claim * (1.0 - n.sated * granted)), 0, claim)


@law("MOTIVE-2", "rulebook 8: preventive value; `lit the gasoline`, the founding paper on fear and firmness")
def prevention(n: MotiveNumbers, trend: int, still_to_come: int, near: float) -> float:
    """What will threaten more in a year is a reason to strike today: the trend of threat, and forces still to come."""
    rise = bounded(trend * 1.0, 0.0, n.trend_most) / 1000.0 * n.months_ahead
    return n.prevention * (rise + n.planned * still_to_come / 1000.0 * near)


@law("MOTIVE-3", "rulebook 8: domestic value")
def domestic(n: MotiveNumbers, stability: int) -> float:
    """A war may rally a country behind a leadership that is losing it."""
    return n.domestic * (1000 - stability) / 1000.0


@law("MOTIVE-4", "rulebook 8; Lanchester 1916; RAND RR1253")
def losses(n: MotiveNumbers, share: float, days: float, chance: float) -> float:
    """Soldiers lost, time lost, and the price of failing."""
    return n.losses * share + n.duration * days / 30.0 + n.failure * (1.0 - chance)


@law("MOTIVE-5", "rulebook 8: expected sanctions")
def sanctions(n: MotiveNumbers, cohesion: int, in_force: float) -> float:
    """The harshest sanctions are expected as far as those who would impose them hold together and have shown it."""
    return n.sanctions * (cohesion / 1000.0 * (1.0 - n.shown) + n.shown * in_force)


@law("MOTIVE-6", "rulebook 4 and 8: deterrence by tripwire and credibility")
def chance_of_answer(n: MotiveNumbers, credibility: int, allied_share: float) -> float:
    """An alliance answers as far as it is credible; allied soldiers on the spot make it surer."""
    return bounded(credibility / 1000.0 * (1.0 - n.tripwire_answer) + n.tripwire_answer * allied_share, 0.0, 1.0)


@law("MOTIVE-7", "rulebook 8: war with the alliance")
def alliance_war(n: MotiveNumbers, answer: float, their_power: int, own_power: int, alert: int) -> float:
    """An answered attack means war with the alliance, by its share of the power of both; its nuclear posture adds a share (1/1000)."""
    total = their_power + own_power
    return n.alliance_war * answer * their_power / total * (1.0 + alert / 1000.0) if total > 0 else 0.0


@law("MOTIVE-8", "rulebook 8: risk to the regime")
def regime_risk(n: MotiveNumbers, stability: int, chance: float) -> float:
    """A regime that is not stable may not survive a war that fails."""
    return n.stability * (1000 - stability) / 1000.0 * (1.0 - chance)


@law(
    "MOTIVE-11",
    "rulebook 8: times its information error; few veto players, high misperception (Jervis 1976); war as a lesson (Blainey 1973)",
)
def heard(n: MotiveNumbers, share: float, losses: int) -> float:
    """Of what speaks against its plan (0 to 1) a leadership hears only a part, until its own losses teach it.

    `losses` in 1/1000 brigade-equivalent.
    """
    return share * (1.0 - n.optimism * (1.0 - rising(float(losses), n.lesson_half)))


@law("MOTIVE-10", "rulebook 8; Clausewitz: no war on two fronts without need")
def second_front(n: MotiveNumbers, fights: int) -> float:
    """Whoever is at war with another state already has its forces and its luck committed there."""
    return n.second_front if fights == 1 else 0.0


@law("MOTIVE-9", "rulebook 8: the leader's profile, one of three, secret, sets weights")
def weight_of(profile: int, of: int, factor: float) -> float:
    """A profile weighs one thing more, or less, than others do."""
    return factor if profile == of else 1.0


@law("TURN-1", "rulebook 8: it attacks when gain less cost exceeds caution two turns running")
def war_is_near(over_line: int, turns_over: float) -> bool:
    """A leadership goes to war when gain less cost has exceeded its caution two turns running."""
    return over_line >= turns_over


@stage
def motive(world: World, state: State, body: int, target: int, terms: Terms) -> int:
    """Gain less cost of attacking a state, 1/1000 point, term by term (terms.MotiveTerm)."""
    return expecting_motive(world, state, body, target, reckon_with(world, state, body), terms)


@stage
def expecting_motive(world: World, state: State, body: int, target: int, expected: Reckoning, terms: Terms) -> int:
    """The same, where it is known what a leadership reckons with."""
    n = world.motive_numbers[0]
    leader = world.bodies[body].leader
    own = state.bodies[body]
    campaign = np.zeros(4, np.float64)
    expected_campaign(world, state, expected.army, body, target, campaign)
    lost = state.countries[leader].losses
    chance = 1.0 - heard(n, 1.0 - campaign[CHANCE], lost)
    guard = guardian(world, state, leader, target)
    answer = 0.0
    their_power = alert = 0
    trend = 0
    if guard >= 0:
        allied = bounded(expected.allied[guard, target] / 1000.0, 0.0, 1.0)
        answer = chance_of_answer(n, expected.believed[guard], allied)
        answer = answer * weight_of(own.profile, Profile.OPPORTUNIST, n.disbelief)
        their_power = state.coalitions[leader, guard].aggregate
        alert = state.bodies[guard].alert
        trend = state.coalitions[leader, guard].threat - state.coalitions[leader, guard].last_month
    near = world.reach[world.countries[target].capital, leader].near
    terms[:] = 0
    terms[MotiveTerm.REVISION] = points(
        revision(n, left_of_claim(n, world.links[leader, target].claim, state.pairs[target, leader].granted), chance)
        * weight_of(own.profile, Profile.REVISIONIST, n.land_hunger)
    )
    terms[MotiveTerm.PREVENTION] = points(prevention(n, trend, still_to_come(world, state, target), near))
    terms[MotiveTerm.DOMESTIC] = points(domestic(n, own.stability))
    terms[MotiveTerm.LOSSES] = -points(
        losses(n, heard(n, campaign[LOSS], lost), campaign[DAYS], chance)
        * weight_of(own.profile, Profile.CAUTIOUS, n.blood_price)
    )
    shown = before_witnesses(expected.shown, witnesses_in(world, state, target))
    terms[MotiveTerm.SANCTIONS] = -points(sanctions(n, expected.cohesion, shown))
    own_power = own_aggregate(state, leader, guard)
    terms[MotiveTerm.ALLIANCE_WAR] = -points(alliance_war(n, answer, their_power, own_power, alert))
    terms[MotiveTerm.STABILITY] = -points(regime_risk(n, own.stability, chance))
    terms[MotiveTerm.COMMITTED] = -points(second_front(n, fights_another(state, leader, target)))
    return folded(terms)


@stage
def reckon_with(world: World, state: State, body: int) -> Reckoning:
    """What a leadership would attack with, and expects of those who would answer."""
    allied = np.zeros((state.bodies.size, state.countries.size), np.int64)
    for b in range(state.bodies.size):
        if world.bodies[b].defends:
            allied[b] = stationed_by(state.formations, world.regions, state.members, b)
    shown = sanctions_in_force(world, state, world.bodies[body].leader)
    army, believed = army_of(world, state, body), credibilities(world, state)
    return handed_on(Reckoning(army, believed, allied, council_cohesion(world, state), shown))


@stage
def fights_another(state: State, leader: int, target: int) -> int:
    """1 where the leader's state is at war with some other state than the target."""
    for c in range(state.countries.size):
        if c != target and state.pairs[leader, c].war:
            return 1
    return 0


@stage
def own_aggregate(state: State, leader: int, guard: int) -> int:
    """The leader's own aggregate power, as any member of the other side sees it (1/1000)."""
    for c in range(state.countries.size):
        if guard >= 0 and state.members[guard, c].joined:
            return state.pairs[c, leader].aggregate
    return 0


@stage
def guardian(world: World, state: State, leader: int, target: int) -> int:
    """The strongest body that has pledged to defend a state, as the leader sees it; -1 for none."""
    best = NOBODY
    for b in range(state.bodies.size):
        if not world.bodies[b].defends or not state.members[b, target].joined or state.members[b, leader].joined:
            continue
        if best == NOBODY or state.coalitions[leader, b].aggregate > state.coalitions[leader, best].aggregate:
            best = b
    return best


@stage
def sanctions_in_force(world: World, state: State, leader: int) -> float:
    """How far sanctions against the leader's state go beyond those of the first day, of the farthest they could go: 0 to 1."""
    most = 0.0
    for t in range(state.texts.size):
        text = state.texts[t]
        facts = world.measures[text.measure]
        if text.alive == 0 or text.against != leader or facts.kind != MeasureKind.SANCTIONS:
            continue
        for k in range(facts.first_effect, facts.first_effect + facts.effects):
            effect = world.effects[k]
            farthest = beyond_baseline(effect.size_3, known_size(world, effect, text))
            if effect.code == Effect.SANCTION and farthest > 0:
                most = max(most, size_beyond_first_day(world, effect, text) / farthest)
    return most


@stage
def council_cohesion(world: World, state: State) -> int:
    """Mean cohesion of the councils, 1/1000."""
    total = count = 0
    for b in range(state.bodies.size):
        if world.bodies[b].kind == BodyKind.COUNCIL:
            total += state.bodies[b].cohesion
            count += 1
    return total // count if count > 0 else 0


@stage
def still_to_come(world: World, state: State, target: int) -> int:
    """Strength that standing formations on a state's soil are still to be built up by, 1/1000 brigade-equivalent."""
    total = 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.body >= 0 and world.regions[unit.at].home == target and unit.target > unit.strength:
            total += unit.target - unit.strength
    return total


@stage
def weigh_war(world: World, state: State, body: int) -> None:
    """Each turn a leadership weighs every state it might attack by what it knows, and counts the turns that one is worth a war."""
    own = state.bodies[body]
    truth = take_for_known(world, state, body)
    net = weigh_targets(world, state, body)
    take_for_true(state, truth)
    at_war_already = own.target >= 0 and state.pairs[world.bodies[body].leader, own.target].war == 1
    if own.target >= 0 and net > own.caution and not at_war_already:
        own.over_line += 1
    elif not at_war_already:
        own.over_line = 0


@stage
def weigh_for_others(world: World, state: State, body: int) -> None:
    """Beliefs of one body about the motives of the leaderships that are not its own, by what it knows (rulebook 12)."""
    for b in range(state.bodies.size):
        if b != body and world.bodies[b].kind == BodyKind.LEADERSHIP:
            weigh_targets(world, state, b)


@stage
def weigh_targets(world: World, state: State, body: int) -> int:
    """What a leadership hopes and fears of attacking each state; its target is the best. Net gain of that, 1/1000 point."""
    own = state.bodies[body]
    terms = np.zeros(TERM_LIMIT, np.int64)
    expected = reckon_with(world, state, body)
    own.target = NOBODY
    best_net = 0
    for c in range(state.countries.size):
        row = state.motives[body, c]
        row.gain = 0
        row.cost = 0
        if state.members[body, c].joined or world.regions[world.countries[c].capital].boxed:
            continue
        net = expecting_motive(world, state, body, c, expected, terms)
        for k in range(terms.size):
            if terms[k] > 0:
                row.gain = clamp(row.gain + terms[k], -20000, 20000)
            else:
                row.cost = clamp(row.cost - terms[k], -20000, 20000)
        if own.target == NOBODY or net > best_net:
            own.target = c
            best_net = net
    return int(best_net)
