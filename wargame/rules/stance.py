"""Stance (rulebook 7; Walt 1987): how a state answers the threat it feels, and what it spends on defence for it."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import TERM_LIMIT, BodyKind, Note, Stance, StanceTerm
from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers
from wargame.model.record import Record, Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.alliance import ALONE, ATTACK, HELP, balance_of_forces, credibility_of, protection
from wargame.rules.economy import most_felt
from wargame.rules.law import law, stage
from wargame.rules.notes import EVERYONE, note, note_more, note_terms
from wargame.rules.numeric import bounded, chance_to_win, clamp, folded, points, quantise, rising

STANCES = 5
WEEKS_A_MONTH = 4.0
HIGHEST_SHARE = 3000  # 1/100 % of GDP
FACTORS = 6  # of a situation, 0 to 1 each
DANGER, PROTECTED, BELIEVED, COMPANY, WEAK, UNLIKE = 0, 1, 2, 3, 4, 5

Situation = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@law("STANCE-1", "rulebook 7; Walt 1987, balancing and bandwagoning; Christensen and Snyder 1990, buck-passing")
def worth(n: StateNumbers, stance: int, s: Situation, terms: Terms) -> int:
    """What a stance is worth to a state, from threat, protection, credibility, company, weakness and regimes.

    `s` holds, 0 to 1 each: danger, protection by allies, belief in the alliance, the share of power of others who
    already balance, weakness when alone, unlikeness of the threat's regime. Fills the terms of codes.StanceTerm.
    """
    terms[:] = 0
    if stance == Stance.BALANCE_INTERNALLY:
        terms[StanceTerm.THREAT] = points(n.internal_threat * s[DANGER])
        terms[StanceTerm.PROTECTION] = -points(n.internal_protection * s[PROTECTED])
        terms[StanceTerm.CREDIBILITY] = -points(n.internal_credibility * s[BELIEVED])
        terms[StanceTerm.WEAKNESS] = -points(n.internal_weakness * s[WEAK])
        terms[StanceTerm.REGIME] = points(n.internal_regime * s[UNLIKE])
    elif stance == Stance.BALANCE_EXTERNALLY:
        terms[StanceTerm.THREAT] = points(n.external_threat * s[DANGER])
        terms[StanceTerm.PROTECTION] = points(n.external_protection * s[PROTECTED])
        terms[StanceTerm.CREDIBILITY] = points(n.external_credibility * (s[BELIEVED] - n.doubt))
        terms[StanceTerm.COMPANY] = points(n.external_company * s[COMPANY])
        terms[StanceTerm.WEAKNESS] = points(n.external_weakness * s[WEAK])
        terms[StanceTerm.REGIME] = points(n.external_regime * s[UNLIKE])
    elif stance == Stance.ALOOF:
        terms[StanceTerm.THREAT] = points(n.aloof_calm - n.aloof_threat * s[DANGER])
    elif stance == Stance.BUCK_PASS:
        terms[StanceTerm.THREAT] = points(n.pass_calm - n.pass_threat * s[DANGER])
        terms[StanceTerm.CREDIBILITY] = points(n.pass_credibility * s[BELIEVED])
        terms[StanceTerm.COMPANY] = points(n.pass_company * s[COMPANY])
        terms[StanceTerm.WEAKNESS] = -points(n.pass_weakness * s[WEAK])
    else:
        terms[StanceTerm.THREAT] = points(n.yield_threat * s[DANGER] - n.pride)
        terms[StanceTerm.PROTECTION] = -points(n.yield_protection * s[PROTECTED])
        terms[StanceTerm.CREDIBILITY] = points(n.yield_doubt * (n.doubt - s[BELIEVED]))
        terms[StanceTerm.COMPANY] = -points(n.yield_company * s[COMPANY])
        terms[StanceTerm.WEAKNESS] = points(n.yield_weakness * s[WEAK])
        terms[StanceTerm.REGIME] = -points(n.yield_regime * s[UNLIKE])
    return folded(terms)


@law("STANCE-2", "rulebook 7: spending follows threat and opinion")
def spending_goal(n: StateNumbers, stance: int, threat: int, opinion: int) -> int:
    """A state wants to spend what threat and opinion ask for, as far as its stance answers threat (1/100 % of GDP)."""
    share = n.spend_shirking
    if stance == Stance.BALANCE_INTERNALLY:
        share = n.spend_internal
    elif stance == Stance.BALANCE_EXTERNALLY:
        share = n.spend_external
    asked = n.spend_threat * threat / 1000.0 * (0.5 + opinion / 1000.0) * share
    return clamp(quantise(n.spend_base + asked), 0, HIGHEST_SHARE)


@law("STANCE-3", "rulebook 7: budgets move slowly, down slower than up")
def spending_moves(n: StateNumbers, share: int, goal: int, weeks: int) -> int:
    """Defence spending moves to its goal by at most so much a month, less downwards than up (1/100 % of GDP)."""
    up = max(quantise(n.spend_up * weeks / WEEKS_A_MONTH), 1)
    down = max(quantise(n.spend_down * weeks / WEEKS_A_MONTH), 1)
    return share + clamp(goal - share, -down, up)


@law("STANCE-4", "rulebook 7: a stance is not left for a trifle")
def is_better(n: StateNumbers, worth: int, held: int) -> bool:
    """A state leaves its stance only for one that is worth more by a margin (1/1000 point)."""
    return worth > held + points(n.stance_margin)


@stage
def take_stance(world: World, state: State, record: Record) -> None:
    """Each turn every state takes its stance and moves its defence spending.

    Note.STANCE on a change: who = country, whom = top threat, first = new Stance, second = old one, third = worth of
    the new, fourth = worth of the old (1/1000 point); terms = those of the new stance (codes.StanceTerm).
    """
    n = world.state_numbers[0]
    day = state.clock[0].day
    balancing = _balancing(state)
    trust = np.zeros(state.bodies.size)
    for b in range(state.bodies.size):
        if world.bodies[b].defends:
            trust[b] = credibility_of(world, state, b) / 1000.0
    s = np.zeros(FACTORS)
    terms = np.zeros(TERM_LIMIT, np.int64)
    best_terms = np.zeros(TERM_LIMIT, np.int64)
    for c in range(state.countries.size):
        country = state.countries[c]
        situation(world, state, c, balancing, trust, s)
        held = worth(n, country.stance, s, terms)
        best_terms[:] = terms
        best = country.stance
        most = held
        for k in range(STANCES):
            if k != country.stance:
                value = worth(n, k, s, terms)
                if value > most and is_better(n, value, held):
                    most = value
                    best = k
                    best_terms[:] = terms
        if best != country.stance:
            row = note(record, Note.STANCE, day, c, country.top_threat, NOBODY, best, country.stance, EVERYONE)
            note_more(record, row, most, held)
            note_terms(record, row, best_terms)
            country.stance = best
        goal = spending_goal(n, country.stance, most_felt(state, c), country.opinion)
        country.defence_share = spending_moves(n, country.defence_share, goal, world.course[0].weeks_a_turn)


@stage
def _balancing(state: State) -> Terms:
    """Who balances as the turn begins, so that the order of the states does not matter."""
    balancing = np.zeros(state.countries.size, np.int64)
    for c in range(state.countries.size):
        if state.countries[c].stance <= Stance.BALANCE_EXTERNALLY:
            balancing[c] = 1
    return balancing


@stage
def situation(world: World, state: State, country: int, balancing: Terms, trust: Situation, s: Situation) -> None:
    """What a state's choice of stance depends on; fills `s`, 0 to 1 each."""
    n = world.state_numbers[0]
    top = state.countries[country].top_threat
    s[:] = 0.0
    s[DANGER] = rising(float(most_felt(state, country)), n.danger_half)
    if top < 0:
        return
    s[UNLIKE] = world.links[country, top].regime_gap / 1000.0
    sums = np.zeros(3)
    balance_of_forces(world, state, country, sums)
    s[PROTECTED] = bounded(protection(sums[ALONE], sums[HELP], sums[ATTACK]) / 1000.0, 0.0, 1.0)
    s[WEAK] = 1.0 - chance_to_win(sums[ALONE], sums[ATTACK])
    for b in range(state.bodies.size):
        leads = world.bodies[b].kind == BodyKind.LEADERSHIP and world.bodies[b].leader == country
        if state.members[b, country].joined and not leads and not state.members[b, top].joined:
            s[BELIEVED] = max(s[BELIEVED], trust[b])
    s[COMPANY] = _company(state, country, top, balancing)


@stage
def stance_worth(world: World, state: State, country: int, stance: int, terms: Terms) -> int:
    """What a stance is worth to a state as things stand (1/1000 point), with its terms."""
    trust = np.zeros(state.bodies.size)
    for b in range(state.bodies.size):
        if world.bodies[b].defends:
            trust[b] = credibility_of(world, state, b) / 1000.0
    s = np.zeros(FACTORS)
    situation(world, state, country, _balancing(state), trust, s)
    return worth(world.state_numbers[0], stance, s, terms)


@stage
def _company(state: State, country: int, top: int, balancing: Terms) -> float:
    """Power of fellow members who balance, as a share of it and one's own: the strongest cannot pass the buck."""
    others = 0
    for k in range(state.countries.size):
        if k != country and k != top and balancing[k]:
            for b in range(state.bodies.size):
                if state.members[b, k].joined and state.members[b, country].joined:
                    others += state.pairs[country, k].aggregate
                    break
    own = state.pairs[top, country].aggregate
    return others / (others + own) if others + own > 0 else 0.0
