"""Accession (rulebook 1; North Atlantic Treaty Art. 10): application, talks, invitation, ratification ally by ally."""

from __future__ import annotations

import numpy as np

from wargame.model.calendar import WEEK
from wargame.model.codes import BodyKind, Die, IncidentKind, Note, Track
from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers
from wargame.model.plan import Plan
from wargame.model.record import Record, Terms
from wargame.model.state import Pair, State
from wargame.model.terms import TERM_LIMIT, Ratify, Wish
from wargame.model.world import World
from wargame.rules.alliance import credibility_of
from wargame.rules.chance import cast
from wargame.rules.council import due_for
from wargame.rules.law import law, stage
from wargame.rules.membership import is_fighting
from wargame.rules.notes import EVERYONE, note, note_terms
from wargame.rules.numeric import clamp, folded, points, quantise, rising
from wargame.rules.settlement import is_bound
from wargame.rules.support import bond, mood

MONTH = 30.0  # days
MOST_CONCEDED = Pair.columns["conceded"].high  # 1/1000 point


@law("ACCESSION-1", "rulebook 7 and 10; Walt 1987: states ally against threat; non-alignment as a habit")
def wish(
    n: StateNumbers,
    felt: int,
    credibility: int,
    opinion: int,
    outlook: int,
    company: float,
    tradition: int,
    lesson: int,
    terms: Terms,
) -> int:
    """A state wants in as far as it is threatened, trusts the alliance, its people agree, and close states go along.

    What speaks against is its tradition of standing apart; that outsiders are attacked is a lesson.

    `lesson` is 1 for that. All 1/1000 but company (0 to 1); fills terms.Wish.
    """
    terms[:] = 0
    terms[Wish.THREAT] = points(n.accede_threat * felt / 1000.0)
    terms[Wish.TRUST] = points(n.accede_trust * (credibility - 500) / 1000.0)
    terms[Wish.PUBLIC] = points(n.accede_public * mood(opinion, outlook))
    terms[Wish.COMPANY] = points(n.accede_company * company)
    terms[Wish.LESSON] = points(n.accede_lesson * lesson)
    terms[Wish.TRADITION] = -points(n.accede_tradition * tradition / 1000.0)
    return folded(terms)


@law("ACCESSION-2", "North Atlantic Treaty Art. 10; Study on NATO Enlargement 1995, paras 5-6")
def may_apply(n: StateNumbers, regime: int, occupied: int, at_war: int, bound: int) -> bool:
    """Open to states that share the principles of the treaty, bring neither a war nor land in dispute, and are free to choose.

    `bound` is 1 for a state that granted its neutrality to end a war.
    """
    return regime >= n.accede_regime and occupied == 0 and at_war == 0 and bound == 0


@law("ACCESSION-3", "North Atlantic Treaty Arts 10 and 11: each ally by its own constitutional processes")
def ratification(
    n: StateNumbers,
    bonds: float,
    felt: int,
    dispute: int,
    company: int,
    months: float,
    disposition: int,
    conceded: int,
    terms: Terms,
) -> int:
    """An ally ratifies as far as bonds and threat speak for it; a dispute with the applicant holds it up.

    The more others have ratified, the longer it takes, and the more of its demands is met, the less a hold is worth.

    Fills `terms.Ratify`.
    """
    terms[:] = 0
    terms[Ratify.BONDS] = points(bonds + n.ratify_base)
    terms[Ratify.THREAT] = points(n.ratify_threat * felt / 1000.0)
    terms[Ratify.DISPUTE] = -points(n.ratify_dispute * dispute / 1000.0)
    terms[Ratify.COMPANY] = points(n.ratify_company * rising(float(company), n.ratify_half))
    terms[Ratify.PATIENCE] = points(n.ratify_patience * months)
    terms[Ratify.DISPOSITION] = disposition
    terms[Ratify.CONCESSION] = conceded
    return folded(terms)


@law("ACCESSION-4", "rulebook 1, holds with demands; Trilateral Memorandum of Madrid, 28 June 2022")
def has_a_demand(track: int, joined: int, ratified: int) -> bool:
    """Only a member that has not ratified has something to demand, of an applicant whose invitation stands.
    Each point of it that is met costs as much as a point of lobbying, however often the member was courted.
    """
    return track == Track.INVITED and joined == 1 and ratified == 0


@stage
def open_body(world: World, state: State, country: int) -> int:
    """The first body that takes in new members and that a state is not in; -1 for none."""
    for b in range(state.bodies.size):
        if world.bodies[b].enlarges and state.members[b, country].joined == 0:
            return b
    return NOBODY


@stage
def is_settled(world: World, state: State, country: int) -> bool:
    """A state may apply as its regime, its land, its peace and its word stand (ACCESSION-2)."""
    occupied = 0
    for r in range(state.regions.size):
        if world.regions[r].home == country and state.regions[r].controller != country:
            occupied = 1
    war = 1 if is_fighting(state.pairs, country) else 0
    bound = 1 if is_bound(state, country) else 0
    return may_apply(world.state_numbers[0], world.countries[country].regime, occupied, war, bound)


@stage
def company_of(world: World, state: State, country: int) -> float:
    """The closest tie to a state that is on its way into a body, 0 to 1."""
    closest = 0
    for c in range(state.countries.size):
        if c != country and state.countries[c].track != Track.NONE:
            closest = max(closest, world.links[country, c].tie)
    return closest / 1000.0


@stage
def wish_of(world: World, state: State, country: int, body: int, terms: Terms) -> int:
    """How much a state wants into a body, 1/1000 point, with its terms (terms.Wish)."""
    own = state.countries[country]
    felt = 0
    if own.top_threat >= 0 and state.members[body, own.top_threat].joined == 0:
        felt = state.pairs[country, own.top_threat].threat
    trust = credibility_of(world, state, body)
    company = company_of(world, state, country)
    tradition = world.countries[country].tradition
    lesson = lesson_of(world, state, body, own.top_threat)
    return wish(world.state_numbers[0], felt, trust, own.opinion, own.outlook, company, tradition, lesson, terms)


@stage
def lesson_of(world: World, state: State, body: int, foe: int) -> int:
    """1 where the state one fears most wages a war that it began against a state outside the body."""
    for k in range(state.incidents.size):
        act = state.incidents[k]
        attack = act.alive == 1 and act.kind == IncidentKind.ARMED_ATTACK and act.author == foe
        if foe < 0 or not attack:
            continue
        if state.members[body, act.victim].joined == 0 and state.pairs[foe, act.victim].war:
            return 1
    return 0


@stage
def ratification_of(world: World, state: State, body: int, ally: int, applicant: int, terms: Terms) -> int:
    """What an ally makes of an applicant, 1/1000 point, with its terms (terms.Ratify)."""
    link = world.links[ally, applicant]
    foe = state.countries[applicant].top_threat
    felt = state.pairs[ally, foe].threat if foe >= 0 else 0
    months = (state.clock[0].day - state.countries[applicant].track_day) / MONTH
    bonds = bond(world.council_numbers[0], state.members[body, ally].commitment, link.tie)
    company = ratified_by(state, body, applicant)
    disposition = state.countries[ally].disposition
    conceded = state.pairs[ally, applicant].conceded
    n = world.state_numbers[0]
    return ratification(n, bonds, felt, link.dispute, company, months, disposition, conceded, terms)


@stage
def ratified_by(state: State, body: int, applicant: int) -> int:
    """How many members have ratified."""
    count = 0
    for c in range(state.countries.size):
        if state.members[body, c].joined and state.pairs[c, applicant].ratified:
            count += 1
    return count


@stage
def enlarge(world: World, state: State, record: Record) -> None:
    """Each turn applications are made, invitations given, ratifications deposited; who has them all joins.

    Who has granted its neutrality turns back.
    Note.ACCESSION: who = applicant, whom = body, first = Track reached, second = the ally that ratified, -1 for none;
    terms by terms.Wish for an application, by terms.Ratify for a ratification.
    """
    terms = np.zeros(TERM_LIMIT, np.int64)
    for c in range(state.countries.size):
        own = state.countries[c]
        body = open_body(world, state, c)
        if body == NOBODY or world.bodies[body].kind != BodyKind.COUNCIL:
            continue
        if own.track == Track.NONE:
            if is_settled(world, state, c) and wish_of(world, state, c, body, terms) > 0:
                reach(state, record, c, body, Track.APPLIED, terms)
        elif own.track != Track.JOINED and is_bound(state, c):
            turn_back(state, record, c, body)
        elif own.track == Track.APPLIED:
            talks = state.clock[0].day - own.track_day >= WEEK * world.state_numbers[0].talks
            terms[:] = 0
            if talks and is_settled(world, state, c):
                reach(state, record, c, body, Track.INVITED, terms)
        elif own.track == Track.INVITED:
            ratify(world, state, record, c, body)


@stage
def reach(state: State, record: Record, country: int, body: int, track: int, terms: Terms) -> None:
    """A state comes to the next stage of its way into a body."""
    own = state.countries[country]
    own.track = track
    own.track_day = state.clock[0].day
    row = note(record, Note.ACCESSION, state.clock[0].day, country, body, NOBODY, track, NOBODY, EVERYONE)
    note_terms(record, row, terms)


@stage
def ratify(world: World, state: State, record: Record, applicant: int, body: int) -> None:
    """Parliaments ratify, each in its own time; the last one's deposit makes the applicant a member."""
    clock = state.clock[0]
    n = world.state_numbers[0]
    terms = np.zeros(TERM_LIMIT, np.int64)
    missing = 0
    for a in range(state.countries.size):
        if state.members[body, a].joined == 0 or state.pairs[a, applicant].ratified:
            continue
        willing = ratification_of(world, state, body, a, applicant, terms) >= 0
        if willing and cast(clock.seed, clock.day, Die.RATIFICATION, a, applicant) < n.parliament:
            state.pairs[a, applicant].ratified = 1
            row = note(record, Note.ACCESSION, clock.day, applicant, body, NOBODY, Track.INVITED, a, EVERYONE)
            note_terms(record, row, terms)
        else:
            missing += 1
    if missing == 0:
        join(world, state, record, applicant, body)


@stage
def turn_back(state: State, record: Record, country: int, body: int) -> None:
    """An applicant gives up its way into a body; what was ratified and conceded for it is void."""
    terms = np.zeros(TERM_LIMIT, np.int64)
    reach(state, record, country, body, Track.NONE, terms)
    state.countries[country].track_day = NOBODY
    forget_ratification(state, country)


@stage
def forget_ratification(state: State, applicant: int) -> None:
    """Nothing more is to be ratified of an applicant."""
    for a in range(state.countries.size):
        state.pairs[a, applicant].ratified = 0
        state.pairs[a, applicant].conceded = 0


@stage
def join(world: World, state: State, record: Record, applicant: int, body: int) -> None:
    """A state becomes a member, and may be defended as one from this day on."""
    terms = np.zeros(TERM_LIMIT, np.int64)
    seat = state.members[body, applicant]
    seat.joined = 1
    seat.commitment = quantise(world.state_numbers[0].newcomer)
    reach(state, record, applicant, body, Track.JOINED, terms)
    forget_ratification(state, applicant)


@stage
def meet_demands(world: World, state: State, plan: Plan, record: Record) -> None:
    """Demands of those that hold an accession up are met, for influence at the rate of lobbying; repeats cost no more.

    Note.CONCESSION: who = member, whom = body, first = applicant, second = 1 where it is met. All hear that a demand is
    met, nobody else how much of it; that the influence was gone is known to the body.
    """
    n = world.council_numbers[0]
    clock = state.clock[0]
    for k in range(plan.concessions.size):
        offer = plan.concessions[k]
        if offer.alive == 0 or not is_held_up(world, state, offer.body, offer.member, offer.applicant):
            continue
        body = state.bodies[offer.body]
        due = due_for(n, offer.points, 0)
        met = 1 if due <= body.influence else 0
        if met:
            body.influence -= due
            pair = state.pairs[offer.member, offer.applicant]
            pair.conceded = clamp(pair.conceded + offer.points, 0, MOST_CONCEDED)
        told = EVERYONE if met else 1 << offer.body
        note(record, Note.CONCESSION, clock.day, offer.member, offer.body, NOBODY, offer.applicant, met, told)


@stage
def is_held_up(world: World, state: State, body: int, member: int, applicant: int) -> bool:
    """The accession of an applicant to a body waits for one of its members (ACCESSION-4)."""
    if open_body(world, state, applicant) != body:
        return False
    joined = state.members[body, member].joined
    return has_a_demand(state.countries[applicant].track, joined, state.pairs[member, applicant].ratified)
