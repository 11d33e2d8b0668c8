"""The ways into the compiled rules from Python: each opens the tables it is given and enters one stage.

Those without `@entry` answer single questions; they run as written, which is quick enough for one and saves compiling.
"""

from __future__ import annotations

from collections.abc import Iterable

from wargame.model.columns import Table
from wargame.model.plan import Bid, Draft, Plan, UnitOrders
from wargame.model.record import Record, Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import (
    accession,
    alliance,
    article5,
    campaign,
    command,
    estimates,
    futures,
    injects,
    ledger,
    legal_drafts,
    legal_marches,
    marches,
    pressing,
    session,
    stance,
    threat,
    turn,
    two_councils,
    votes,
)
from wargame.rules import motive as motives
from wargame.rules import support as supports
from wargame.rules.carriers import opened
from wargame.rules.futures import Scores
from wargame.rules.injects import Shifting
from wargame.rules.law import entry
from wargame.rules.membership import Rows


@entry
def begin(world: World, state: State) -> None:
    """Before the first turn."""
    turn.begin(opened(world), opened(state))


@entry
def brief(world: World, state: State, record: Record) -> None:
    """The briefing of a turn."""
    turn.brief(opened(world), opened(state), opened(record))


def inject(world: World, state: State, row: int, source: int, shifts: Iterable[Shifting], record: Record) -> None:
    """An inject: it counts as told, and what it moves is moved. A few in a game: it runs as it is written."""
    injects.tell(state, row)
    for shifting in shifts:
        injects.shift(world, state, record, shifting, source)


@entry
def sound(world: World, state: State, plan: Plan, record: Record) -> None:
    """Soundings."""
    turn.sound(opened(world), opened(state), opened(plan), opened(record))


@entry
def consider(world: World, state: State, draft: Draft, bids: Table[Bid], row: int, record: Record) -> int:
    """One draft from tabling to its end."""
    return session.consider(opened(world), opened(state), draft, bids, row, opened(record))


@entry
def close_caucus(world: World, state: State, plan: Plan, record: Record) -> None:
    """What is settled with single members: requests for forces, and demands of those that hold an accession up."""
    w, s, p, r = opened(world), opened(state), opened(plan), opened(record)
    command.generate_forces(w, s, p, r)
    accession.meet_demands(w, s, p, r)


@entry
def agenda(world: World, plan: Plan) -> Rows:
    """The rows of a plan's drafts in the order in which a session decides them."""
    return session.agenda_of(opened(world), opened(plan).drafts)


@entry
def carry_out(world: World, state: State, plan: Plan, record: Record) -> None:
    """Orders taken over, and the resolution up to its end or break."""
    w, s, r = opened(world), opened(state), opened(record)
    turn.start_resolution(w, s, opened(plan), r)
    turn.run(w, s, r)


@entry
def rise(state: State) -> None:
    """A session rises."""
    session.close_session(opened(state))


@entry
def assess(world: World, state: State, record: Record) -> None:
    """The assessment."""
    turn.assess(opened(world), opened(state), opened(record))


@entry
def play_futures(
    world: World,
    start: State,
    plan: Plan,
    nothing: Plan,
    work: State,
    work_plan: Plan,
    emergency: Plan,
    record: Record,
    first_seed: int,
    turns: int,
    out: Scores,
) -> None:
    """Many futures of one position, one a row of `out`, each under its own seed; columns as rules/futures says."""
    w, s, p, n = opened(world), opened(start), opened(plan), opened(nothing)
    copy, copy_plan, second, r = opened(work), opened(work_plan), opened(emergency), opened(record)
    for f in range(out.shape[0]):
        futures.play_future(w, s, p, n, copy, copy_plan, second, r, first_seed + f, turns)
        futures.read_future(w, copy, second, f, out)


@entry
def play_votes(
    world: World,
    start: State,
    plan: Plan,
    work: State,
    work_plan: Plan,
    record: Record,
    body: int,
    first_seed: int,
    out: Scores,
) -> None:
    """A body's drafts decided many times, each under its own seed, a row of `out` for the last; columns as rules/votes says."""
    w, s, p = opened(world), opened(start), opened(plan)
    copy, copy_plan, r = opened(work), opened(work_plan), opened(record)
    for f in range(out.shape[0]):
        verdict = votes.play_vote(w, s, p, copy, copy_plan, r, body, first_seed + f)
        votes.read_vote(r, verdict, f, out)


@entry
def feel(world: World, state: State) -> None:
    """What every state feels of every other."""
    threat.feel(opened(world), opened(state))


@entry
def estimate(world: World, state: State, body: int) -> None:
    """Formations of others, as one body takes them to be."""
    estimates.estimate(opened(world), opened(state), body)


@entry
def weigh_for_others(world: World, state: State, body: int) -> None:
    """What the other leaderships may hope for, as one body knows the world, and what it makes of it in its ledger."""
    w, s = opened(world), opened(state)
    motives.weigh_for_others(w, s, body)
    ledger.read_beliefs(w, s, body)


@entry
def totals(world: World, state: State, body: int) -> int:
    """The score of a side, 1/1000 point."""
    return ledger.totals(opened(world), opened(state), body)


@entry
def appraise(
    world: World, state: State, draft: Draft, bids: Table[Bid], felt: Terms, positions: Terms, lift: Terms
) -> int:
    """Supports and positions of all members on a draft, and the price of consensus; of two councils the worse of both."""
    return two_councils.foresee(opened(world), opened(state), draft, bids, 0, felt, positions, lift)


def support(world: World, state: State, draft: Draft, member: int, terms: Terms) -> int:
    """A member's support for a draft at its ambition, term by term."""
    return supports.support(opened(world), opened(state), draft, draft.ambition, member, 0, terms)


@entry
def broken_draft_law(world: World, state: State, draft: Draft) -> int:
    """Number of the first LEGAL law a draft breaks, 0 for none."""
    return legal_drafts.broken_draft_law(opened(world), opened(state), draft)


@entry
def judge_unit_orders(world: World, state: State, body: int, orders: UnitOrders) -> None:
    """The LEGAL laws that marches and releases break, each judged alone."""
    legal_marches.judge_unit_orders(opened(world), opened(state), body, orders)


@entry
def march(world: World, state: State, formation: int, goal: int, legs: Terms) -> int:
    """The shortest way of a formation to a region."""
    return marches.march(opened(world), opened(state), formation, goal, legs)


@entry
def assault_plan(world: World, state: State, plan: Plan, body: int, target: int) -> None:
    """An offensive against a state, as the planner draws it up."""
    campaign.assault_plan(opened(world), opened(state), opened(plan), body, target)


@entry
def press_plan(world: World, state: State, plan: Plan, body: int, target: int) -> None:
    """Local attacks on a state, as the planner draws them up; orders that the plan has already stay."""
    pressing.press_plan(opened(world), opened(state), opened(plan), body, target)


def motive(world: World, state: State, body: int, target: int, terms: Terms) -> int:
    """Gain less cost of attacking a state, term by term."""
    return motives.motive(opened(world), opened(state), body, target, terms)


def answer(world: World, state: State, body: int, member: int, place: int, terms: Terms) -> int:
    """A state's answer to a request for forces, term by term."""
    return command.answer(opened(world), opened(state), body, member, place, terms)


def contribution(world: World, state: State, body: int, member: int, victim: int, against: int, terms: Terms) -> int:
    """A contribution under collective defence, term by term."""
    return article5.contribution(opened(world), opened(state), body, member, victim, against, terms)


def is_held_up(world: World, state: State, body: int, member: int, applicant: int) -> bool:
    """An accession waits for a member."""
    return accession.is_held_up(opened(world), opened(state), body, member, applicant)


def open_body(world: World, state: State, country: int) -> int:
    """The body that a state may be taken into; -1 for none."""
    return accession.open_body(opened(world), opened(state), country)


def ratification(world: World, state: State, body: int, ally: int, applicant: int, terms: Terms) -> int:
    """What an ally makes of an applicant, with its terms."""
    return accession.ratification_of(opened(world), opened(state), body, ally, applicant, terms)


def stance_worth(world: World, state: State, country: int, taken: int, terms: Terms) -> int:
    """What a stance is worth to a state, term by term."""
    return stance.stance_worth(opened(world), opened(state), country, taken, terms)


def credibility(world: World, state: State, body: int, terms: Terms) -> int:
    """How far a body is believed, part by part."""
    return alliance.credibility_terms(opened(world), opened(state), body, terms)
