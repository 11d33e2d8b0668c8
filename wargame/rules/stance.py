"""Stance (rulebook 7; Walt 1987): how a state answers the threat it feels, and what it spends on defence for it."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Note, Stance
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import StateNumbers
from wargame.model.record import Record, Terms
from wargame.model.state import Country, Member, Pair, State
from wargame.model.terms import TERM_LIMIT, StanceTerm
from wargame.model.world import World
from wargame.rules.alliance import ALONE, ATTACK, HELP, balance_of_forces, protection, trust_in_bodies
from wargame.rules.law import law, stage
from wargame.rules.membership import Floats, Rows, fellows, most_felt
from wargame.rules.notes import EVERYONE, note, note_more, note_terms
from wargame.rules.numeric import bounded, chance_to_win, clamp, folded, points, quantise, rising

STANCES = 5
WEEKS_A_MONTH = 4.0
HIGHEST_SHARE = Country.columns["defence_share"].high  # 1/100 % of GDP
FACTORS = 7  # of a situation, 0 to 1 each
DANGER, PROTECTED, BELIEVED, COMPANY, WEAK, UNLIKE, DEPENDENT = 0, 1, 2, 3, 4, 5, 6


@law("STANCE-1", "rulebook 7; Walt 1987, balancing and bandwagoning; Christensen and Snyder 1990, buck-passing")
def worth(n: StateNumbers, stance: int, s: Floats, terms: Terms) -> int:
    """What a stance is worth to a state, from threat, protection, credibility, company, weakness and regimes.

    `s` holds, 0 to 1 each: danger, protection by allies, belief in the alliance, the share of power of others who
    already balance, weakness when alone, unlikeness of the threat's regime, dependence on a patron. Fills the terms
    of terms.StanceTerm.
    """
    terms[:] = 0
    if stance == Stance.BALANCE_INTERNALLY:
        terms[StanceTerm.THREAT] = points(n.internal_threat * s[DANGER])
        terms[StanceTerm.PROTECTION] = -points(n.internal_protection * s[PROTECTED])
        terms[StanceTerm.CREDIBILITY] = -points(n.internal_credibility * s[BELIEVED])
        terms[StanceTerm.WEAKNESS] = -points(n.internal_weakness * s[WEAK])
        terms[StanceTerm.REGIME] = points(n.internal_regime * s[UNLIKE])
    elif stance == Stance.BALANCE_EXTERNALLY:
        terms[StanceTerm.THREAT] = points(n.external_threat * s[DANGER] - n.external_price)
        terms[StanceTerm.PROTECTION] = points(n.external_protection * s[PROTECTED])
        terms[StanceTerm.CREDIBILITY] = points(n.external_credibility * (s[BELIEVED] - n.doubt))
        terms[StanceTerm.COMPANY] = points(n.external_company * s[COMPANY])
        terms[StanceTerm.WEAKNESS] = points(n.external_weakness * s[WEAK])
        terms[StanceTerm.REGIME] = points(n.external_regime * s[UNLIKE])
    elif stance == Stance.ALOOF:
        terms[StanceTerm.THREAT] = points(n.aloof_calm - n.aloof_threat * s[DANGER])
    elif stance == Stance.BUCK_PASS:
        terms[StanceTerm.THREAT] = -points(n.pass_threat * s[DANGER])
        terms[StanceTerm.PROTECTION] = points(n.pass_protection * s[PROTECTED])
        terms[StanceTerm.CREDIBILITY] = points(n.pass_credibility * s[BELIEVED])
        terms[StanceTerm.COMPANY] = points(n.pass_company * s[COMPANY])
        terms[StanceTerm.WEAKNESS] = -points(n.pass_weakness * s[WEAK])
    else:
        terms[StanceTerm.THREAT] = points(n.yield_threat * s[DANGER] - n.pride)
        terms[StanceTerm.PROTECTION] = -points(n.yield_protection * s[PROTECTED])
        terms[StanceTerm.CREDIBILITY] = points(n.yield_doubt * (n.doubt - s[BELIEVED]))
        terms[StanceTerm.COMPANY] = -points(n.yield_company * s[COMPANY])
        terms[StanceTerm.WEAKNESS] = points(n.yield_weakness * s[WEAK] + n.yield_dependence * s[DEPENDENT])
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
    the new, fourth = worth of the old (1/1000 point); terms = those of the new stance (terms.StanceTerm).
    """
    n = world.state_numbers[0]
    day = state.clock[0].day
    balancing = _balancing(state.countries)
    trust = trust_in_bodies(world, state)
    s = np.zeros(FACTORS)
    terms = np.zeros(TERM_LIMIT, np.int64)
    for c in range(state.countries.size):
        country = state.countries[c]
        situation(world, state, c, balancing, trust, s)
        before = country.stance
        country.stance = best_stance(n, before, s, terms)
        if country.stance != before:
            held = worth(n, before, s, terms)
            row = note(record, Note.STANCE, day, c, country.top_threat, NOBODY, country.stance, before, EVERYONE)
            note_more(record, row, worth(n, country.stance, s, terms), held)
            note_terms(record, row, terms)
        felt = most_felt(state.countries, state.pairs, state.coalitions, c)
        goal = spending_goal(n, country.stance, felt, country.opinion)
        country.defence_share = spending_moves(n, country.defence_share, goal, world.course[0].weeks_a_turn)


@stage
def settle(world: World, state: State) -> None:
    """Before the first turn: a state whose stance is not what its situation asks for has left it already, untold.

    Twice, since who balances is a part of the others' situation.
    """
    n = world.state_numbers[0]
    s = np.zeros(FACTORS)
    terms = np.zeros(TERM_LIMIT, np.int64)
    trust = trust_in_bodies(world, state)
    for _ in range(2):
        balancing = _balancing(state.countries)
        for c in range(state.countries.size):
            situation(world, state, c, balancing, trust, s)
            state.countries[c].stance = best_stance(n, state.countries[c].stance, s, terms)


@stage
def best_stance(n: StateNumbers, held: int, s: Floats, terms: Terms) -> int:
    """The stance that is worth most in a situation; the one held, where none is worth more by the margin (STANCE-4)."""
    before = worth(n, held, s, terms)
    most = before
    best = held
    for k in range(STANCES):
        value = worth(n, k, s, terms)
        if value > most and is_better(n, value, before):
            most = value
            best = k
    return int(best)


@stage
def _balancing(countries: Table[Country]) -> Rows:
    """Who balances as the turn begins, so that the order of the states does not matter."""
    balancing = np.zeros(countries.size, np.int64)
    for c in range(countries.size):
        if countries[c].stance <= Stance.BALANCE_EXTERNALLY:
            balancing[c] = 1
    return balancing


@stage
def situation(world: World, state: State, country: int, balancing: Rows, trust: Floats, s: Floats) -> None:
    """What a state's choice of stance depends on; fills `s`, 0 to 1 each.

    Danger is what is felt as far as the public answers it; a leader does not lean on the body that it leads.
    """
    n = world.state_numbers[0]
    own = state.countries[country]
    felt = most_felt(state.countries, state.pairs, state.coalitions, country)
    s[:] = 0.0
    s[DANGER] = rising(felt * (0.5 + own.opinion / 1000.0), n.danger_half)
    if world.countries[country].patron >= 0:
        s[DEPENDENT] = world.countries[country].dependence / 1000.0
    if own.top_threat < 0:
        return
    s[UNLIKE] = world.links[country, own.top_threat].regime_gap / 1000.0
    sums = np.zeros(3)
    balance_of_forces(world, state, country, trust, sums)
    s[PROTECTED] = bounded(protection(sums[ALONE], sums[HELP], sums[ATTACK]) / 1000.0, 0.0, 1.0)
    s[WEAK] = 1.0 - chance_to_win(sums[ALONE], sums[ATTACK])
    for b in range(state.bodies.size):
        leads = world.bodies[b].leader == country
        if state.members[b, country].joined and not leads and not state.members[b, own.top_threat].joined:
            s[BELIEVED] = max(s[BELIEVED], trust[b])
    s[COMPANY] = _company(country, own.top_threat, state.members, state.pairs, balancing)


@stage
def stance_worth(world: World, state: State, country: int, stance: int, terms: Terms) -> int:
    """What a stance is worth to a state as things stand (1/1000 point), with its terms."""
    s = np.zeros(FACTORS)
    situation(world, state, country, _balancing(state.countries), trust_in_bodies(world, state), s)
    return worth(world.state_numbers[0], stance, s, terms)


@stage
def _company(country: int, top: int, members: Table[Member], pairs: Table[Pair], balancing: Rows) -> float:
    """Power of fellow members who balance, as a share of it and one's own: the strongest cannot pass the buck."""
    others = 0
    for k in range(balancing.size):
        if k != country and k != top and balancing[k] and fellows(members, k, country):
            others += pairs[country, k].aggregate
    own = pairs[top, country].aggregate
    return others / (others + own) if others + own > 0 else 0.0
