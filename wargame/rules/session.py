"""A session (rulebook 2, 3): drafts are lobbied for, put under silence or to the vote, redrafted, adopted or not."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import BodyKind, Effect, Note, Verdict
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Bid, Draft, Plan
from wargame.model.record import Record, Terms
from wargame.model.state import State
from wargame.model.terms import TERM_LIMIT, Support
from wargame.model.world import World
from wargame.rules.adoption import adopt, carried_by
from wargame.rules.article4 import settle
from wargame.rules.council import (
    NO_PRICE,
    comes_to,
    courted_recently,
    due_for,
    most_bought,
    outcome,
    sound_out,
)
from wargame.rules.delegates import brought_home, carried_to, hush, speak, tell_answer
from wargame.rules.hearing import open_hearing
from wargame.rules.law import law, stage
from wargame.rules.legal_drafts import draft_is_legal, goes_beyond_what_is_in_force
from wargame.rules.membership import Rows, fears_most
from wargame.rules.notes import note, note_more, note_terms
from wargame.rules.numeric import FULL, clamp, quantise
from wargame.rules.price import support_bought
from wargame.rules.support import support_as_heard
from wargame.rules.texts import has_effect, is_covert, told_to
from wargame.rules.two_councils import foresee

PARTS = 3  # of a session
MOST_DISCORD = 500  # 1/10 influence: what a text that nothing can buy counts for in the mean price of consensus


@law("SESSION-1", "rulebook 2: each further draft of a side in a session costs a quarter more")
def cost_of_tabling(n: CouncilNumbers, cost: int, ambition: int, already_tabled: int) -> int:
    """Tabling costs influence, more with ambition and a quarter more for each further draft of the session (1/10)."""
    return quantise(cost * (1.0 + n.ambition_cost * (ambition - 1)) * (1.0 + n.further_draft * already_tabled))


@law(
    "SESSION-2",
    "rulebook 2 and 3: the leadership decides, each decision costs stability, each further one a quarter more",
)
def cost_in_stability(
    n: CouncilNumbers, stability: int, ambition: int, answers_first_threat: int, already_decided: int
) -> int:
    """A decision of a leadership costs stability, half when it answers the threat it fears most (1/1000).

    As in a council, more with ambition and a quarter more for each further decision of the session.
    """
    share = n.on_target if answers_first_threat == 1 else 1.0
    hurried = 1.0 + n.further_draft * already_decided
    return quantise(stability * (1.0 + n.ambition_cost * (ambition - 1)) * share * hurried)


@law("SESSION-4", "rulebook 2: NAC, EU Council, two-council items")
def part_of_session(kind: int, second: int) -> int:
    """A session decides first what one council decides by itself, then what two must agree on; leaderships decide after them.

    The part of the session, 0 to 2; `second` is the council that must agree too, -1 for none.
    """
    if kind != BodyKind.COUNCIL:
        return 2
    return 0 if second == NOBODY else 1


@stage
def agenda_of(world: World, drafts: Table[Draft]) -> Rows:
    """The rows of drafts in the order in which a session decides them: by its parts, in each by the bodies, then as tabled."""
    rows = np.zeros(drafts.size, np.int64)
    many = 0
    for part in range(PARTS):
        for b in range(world.bodies.size):
            for d in range(drafts.size):
                draft = drafts[d]
                if draft.alive and draft.body == b and _part_of(world, draft) == part:
                    rows[many] = d
                    many += 1
    return rows[:many]


@stage
def _part_of(world: World, draft: Draft) -> int:
    """In which part of a session a draft is decided."""
    return part_of_session(world.bodies[draft.body].kind, world.measures[draft.measure].second)


@stage
def hold_session(world: World, state: State, plan: Plan, record: Record) -> None:
    """All drafts on the agenda in their order."""
    for d in agenda_of(world, plan.drafts):
        consider(world, state, plan.drafts[d], plan.bids, d, record)


@stage
def consider(world: World, state: State, draft: Draft, bids: Table[Bid], d: int, record: Record) -> int:
    """One draft from tabling to its end: a codes.Verdict.

    Note.TABLED: who = body, whom = measure, where = where, first = ambition, second = cost (1/10 influence),
    third = against, fourth = helps. A Note.POSITION follows for each member, and Note.VERDICT, third = price met.
    """
    n = world.council_numbers[0]
    day = state.clock[0].day
    body = state.bodies[draft.body]
    measure = world.measures[draft.measure]
    known = told_to(measure.kind, draft.body)
    if not draft_is_legal(world, state, draft):
        note_verdict(world, state, record, draft, Verdict.BARRED, draft.ambition)
        return Verdict.BARRED
    cost = cost_of_tabling(n, measure.cost, draft.ambition, body.tabled)
    row = note(record, Note.TABLED, day, draft.body, draft.measure, draft.on, draft.ambition, cost, known)
    note_more(record, row, draft.against, draft.helps)
    council = world.bodies[draft.body].kind == BodyKind.COUNCIL
    if cost > body.influence and council:
        note_verdict(world, state, record, draft, Verdict.UNAFFORDED, draft.ambition)
        return Verdict.UNAFFORDED
    body.tabled += 1
    body.drafts += 0 if is_covert(measure.kind) else 1
    if not council:
        decide_alone(world, state, draft, record)
        return Verdict.ADOPTED
    body.influence -= cost
    return put_under_silence(world, state, draft, bids, d, record)


@stage
def decide_alone(world: World, state: State, draft: Draft, record: Record) -> None:
    """A leadership decides: it pays in stability and the decision stands."""
    n = world.council_numbers[0]
    leader = world.bodies[draft.body].leader
    first = 1 if fears_most(state.countries[leader], state.members, draft.against) else 0
    body = state.bodies[draft.body]
    before = body.tabled - 1  # this one is counted already
    if not has_effect(
        world, draft.measure, Effect.NUCLEAR_STRIKE
    ):  # that costs when it comes (NUCLEAR-7): nobody is told before
        cost = cost_in_stability(n, world.measures[draft.measure].stability, draft.ambition, first, before)
        body.stability = clamp(body.stability - cost, 0, FULL)
    adopt(world, state, draft, draft.ambition, FULL, record)
    note_verdict(world, state, record, draft, Verdict.ADOPTED, draft.ambition)


@stage
def put_under_silence(world: World, state: State, draft: Draft, bids: Table[Bid], d: int, record: Record) -> int:
    """The council's part: positions, lobbying, one redraft lower, the verdict and what follows from it."""
    count = state.countries.size
    supports = np.zeros(count, np.int64)
    positions = np.zeros(count, np.int64)
    lift = np.zeros(count, np.int64)
    body = state.bodies[draft.body]
    ambition = draft.ambition
    hush(state, bids, d)
    asked = price_unbid(world, state, draft, bids, d, supports, positions, lift)
    body.discord += min(asked, MOST_DISCORD)
    if draft.automatic:
        lobby(world, state, draft, bids, d, lift, asked, supports)
    pay_bids(world, state, draft, bids, d, record)
    verdict = take_positions(world, state, draft, ambition, bids, d, supports, positions, record)
    if verdict == Verdict.BLOCKED or verdict == Verdict.OUTVOTED:
        body.broken += 1
        if ambition > draft.lowest and goes_beyond_what_is_in_force(world, state, draft, ambition - 1):
            note_verdict(world, state, record, draft, verdict, ambition)
            ambition -= 1
            verdict = take_positions(world, state, draft, ambition, bids, d, supports, positions, record)
    if verdict == Verdict.ADOPTED or verdict == Verdict.HOLLOW:
        ambition -= 1 if verdict == Verdict.HOLLOW else 0
        backing = carried_by(world, state, draft, positions)
        if world.measures[draft.measure].second != NOBODY:
            note_verdict(world, state, record, draft, Verdict.AGREED, ambition)
            verdict = hear_other_council(world, state, draft, ambition, bids, d, supports, positions, record)
            ambition -= 1 if verdict == Verdict.HOLLOW else 0
        if verdict == Verdict.ADOPTED or verdict == Verdict.HOLLOW:
            adopt(world, state, draft, ambition, backing, record)
    settle(world, state, draft)
    row = note_verdict(world, state, record, draft, verdict, ambition)
    note_more(record, row, asked, 0)
    return verdict


@stage
def hear_other_council(
    world: World,
    state: State,
    draft: Draft,
    ambition: int,
    bids: Table[Bid],
    d: int,
    supports: Terms,
    positions: Terms,
    record: Record,
) -> int:
    """What the council that must agree too makes of a draft as the first agreed it: a Verdict.

    A delegate that was heard in the first has paid for its word; of one that sits in the second alone this is the first reading.
    """
    own = draft.body
    draft.body = world.measures[draft.measure].second
    for c in range(state.countries.size):
        if ambition < draft.ambition or positions[c] >= 0:
            bids[d, c].first_price = 0
        if positions[c] >= 0:
            bids[d, c].lower_price = 0
    verdict = take_positions(world, state, draft, ambition, bids, d, supports, positions, record)
    draft.body = own
    return verdict


@stage
def price_unbid(
    world: World,
    state: State,
    draft: Draft,
    bids: Table[Bid],
    d: int,
    supports: Terms,
    positions: Terms,
    lift: Terms,
) -> int:
    """The price of consensus as if nothing had been bid for it yet: what is bid must not be what makes it cheap or dear."""
    held = np.zeros(state.countries.size, np.int64)
    for c in range(state.countries.size):
        held[c] = bids[d, c].points
        bids[d, c].points = 0
    asked = foresee(world, state, draft, bids, d, supports, positions, lift)
    for c in range(state.countries.size):
        bids[d, c].points = held[c]
    return asked


@stage
def take_positions(
    world: World,
    state: State,
    draft: Draft,
    ambition: int,
    bids: Table[Bid],
    d: int,
    supports: Terms,
    positions: Terms,
    record: Record,
) -> int:
    """The draft is read at an ambition, every member's position is announced: what the body makes of it, a Verdict."""
    sound_out(world, state, draft, ambition, bids, d, supports, positions)
    moved = np.zeros(positions.size, np.int64)
    speak(world, state, draft, ambition, bids, d, positions, moved, record)
    note_positions(world, state, draft, ambition, bids, d, positions, moved, record)
    return comes_to(outcome(world, state, draft, positions), ambition)


@stage
def note_verdict(world: World, state: State, record: Record, draft: Draft, verdict: int, ambition: int) -> int:
    """Note.VERDICT: who = body, whom = measure, where = where, first = Verdict, second = ambition reached. Its row."""
    known = told_to(world.measures[draft.measure].kind, draft.body)
    day = state.clock[0].day
    return note(record, Note.VERDICT, day, draft.body, draft.measure, draft.on, verdict, ambition, known)


@stage
def lobby(
    world: World, state: State, draft: Draft, bids: Table[Bid], d: int, lift: Terms, asked: int, supports: Terms
) -> None:
    """Automatic lobbying by value: the price of consensus is paid where it is worth paying and the bank reaches."""
    n = world.council_numbers[0]
    if asked <= 0 or asked >= NO_PRICE or asked > state.bodies[draft.body].influence or asked > n.sponsor_value:
        return
    for c in range(state.countries.size):
        if lift[c] > 0:
            courted = courted_recently(n, state.members[draft.body, c], state.clock[0].turn)
            goal = support_bought(n, supports[c], lift[c], courted)
            bids[d, c].points = max(bids[d, c].points, clamp(goal - supports[c], 0, most_bought(n)))


@stage
def pay_bids(world: World, state: State, draft: Draft, bids: Table[Bid], d: int, record: Record) -> None:
    """Every bid is paid at the rate; what the bank cannot pay, or a delegate does not take, is not bid."""
    n = world.council_numbers[0]
    body = state.bodies[draft.body]
    turn = state.clock[0].turn
    for c in range(state.countries.size):
        bid = bids[d, c]
        bid.points = min(bid.points, most_bought(n))
        if bid.points > 0 and bid.refused == 1:
            tell_answer(state, draft.body, c, bid, record)
            bid.points = 0
        if bid.points <= 0:
            continue
        seat = state.members[draft.body, c]
        cost = due_for(n, bid.points, courted_recently(n, seat, turn))
        if cost > body.influence:
            bid.points = 0
        else:
            body.influence -= cost
            seat.courted = turn
            if bid.spoken == 1:
                own = state.countries[c]
                own.government = brought_home(n, own.government, bid.points)


@stage
def note_positions(
    world: World,
    state: State,
    draft: Draft,
    ambition: int,
    bids: Table[Bid],
    d: int,
    positions: Terms,
    moved: Terms,
    record: Record,
) -> None:
    """Every member's position is announced; its support and the terms of it stay with the member (engine/narrate).

    Where its delegate took another than it would have by itself (`moved`), how far that departs from the state's own terms is one of them.

    Note.POSITION: who = member, whom = measure, where = body, first = Position, second = support (1/1000 point),
    third = ambition, fourth = incident; terms by terms.Support.
    """
    if record.entries.size == 0:
        return
    terms = np.zeros(TERM_LIMIT, np.int64)
    day, body, measure = state.clock[0].day, draft.body, draft.measure
    known = told_to(world.measures[measure].kind, body)
    heard = open_hearing(world, state, draft)
    for c in range(state.countries.size):
        if positions[c] >= 0:
            value = support_as_heard(world, state, draft, ambition, c, bids[d, c].points, heard, terms)
            terms[Support.DELEGATE] = 0
            if moved[c] == 1:
                terms[Support.DELEGATE] = carried_to(world.council_numbers[0], value, positions[c]) - value
                value += terms[Support.DELEGATE]
            row = note(record, Note.POSITION, day, c, measure, body, positions[c], value, known)
            note_terms(record, row, terms)
            note_more(record, row, ambition, draft.incident)


@stage
def close_session(state: State) -> None:
    """The session rises: what was tabled and lobbied for in it is behind."""
    for b in range(state.bodies.size):
        state.bodies[b].tabled = 0
