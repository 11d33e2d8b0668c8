"""A draft from tabling to its end (rulebook 2 and 3)."""

import numpy as np
import pytest

from tests.rules.fixed import fixed
from tests.rules.threat_world import DEU, EST, FIN, LTU, LVA, NATO, POL, RUS, RUSSIA, USA, board
from tests.worlds import bare, notes_of
from wargame.model.codes import BodyKind, DecisionRule, Effect, MeasureKind, Note, Verdict
from wargame.model.columns import NOBODY, column_of, empty_table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Bid, Draft
from wargame.model.record import empty_record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import session as laws
from wargame.rules.law import plain


@pytest.mark.parametrize(
    ("ambition", "tabled", "cost"), [(1, 0, 20), (2, 0, 30), (3, 0, 40), (1, 1, 25), (1, 2, 30), (3, 2, 60)]
)
def test_tabling_costs_by_ambition_and_by_what_was_tabled(ambition: int, tabled: int, cost: int) -> None:
    """SESSION-1: half more a step, a quarter more for each further draft."""
    n = fixed(CouncilNumbers, ambition_cost=0.5, further_draft=0.25)
    assert plain(laws.cost_of_tabling)(n, 20, ambition, tabled) == cost


@pytest.mark.parametrize(
    ("ambition", "first", "decided", "cost"),
    [(1, 0, 0, 20), (1, 1, 0, 10), (3, 0, 0, 40), (3, 1, 0, 20), (1, 0, 1, 25), (1, 1, 2, 15)],
)
def test_a_leadership_pays_in_stability(ambition: int, first: int, decided: int, cost: int) -> None:
    """SESSION-2: half against whom it fears most, a quarter more for each decision that the session has seen already."""
    n = fixed(CouncilNumbers, ambition_cost=0.5, on_target=0.5, further_draft=0.25)
    assert plain(laws.cost_in_stability)(n, 20, ambition, first, decided) == cost


def council(support: int, ambition: int = 2, lowest: int = 1) -> tuple[World, State, Draft]:
    """A draft of the first body under silence, each member giving the support of the base at ambition 2, and one point at 1."""
    world, state = board()
    n, measure = world.council_numbers[0], world.measures[0]
    measure.body, measure.rule, measure.cost, measure.funds, measure.weeks = NATO, DecisionRule.SILENCE, 20, 30, 4
    measure.base_1, measure.base_2, measure.base_3 = 1000, support, support
    measure.effects = 0
    for name in ("commitment", "tie", "abandonment", "entrapment", "domestic", "risk", "exposure", "affinity"):
        setattr(n, name, 0.0)
    for c in range(9):
        state.countries[c].disposition = 0
    state.bodies[NATO].influence, state.bodies[NATO].funds = 100, 1000
    state.bodies[RUSSIA].funds = 1000
    draft = empty_table(Draft, 1)[0]
    draft.alive, draft.body, draft.measure, draft.ambition, draft.lowest = 1, NATO, 0, ambition, lowest
    draft.incident = draft.against = draft.helps = draft.on = NOBODY
    return world, state, draft


def test_a_welcome_draft_is_adopted() -> None:
    """Rulebook 2 and 3: it enters the book, costs influence and common money, and is counted."""
    world, state, draft = council(1500)
    record = empty_record(40)
    verdict = bare(laws.consider)(world, state, draft, empty_table(Bid, 1, 9), 0, record)
    body = state.bodies[NATO]
    assert verdict == Verdict.ADOPTED
    cost = plain(laws.cost_of_tabling)(world.council_numbers[0], 20, 2, 0)
    assert (body.influence, body.funds) == (100 - cost, 1000 - 60)
    assert (body.tabled, body.drafts, body.adopted, body.strong, body.broken) == (1, 1, 1, 1, 0)
    assert (state.texts[0].alive, state.texts[0].ambition, state.texts[0].until) == (1, 2, 28)
    assert len(notes_of(record, Note.POSITION)) == 6


def test_a_broken_silence_is_redrafted_once_lower() -> None:
    """Rulebook 2: the sponsor's lower text is put at no further cost; the break is counted."""
    world, state, draft = council(-2000)
    record = empty_record(40)
    assert bare(laws.consider)(world, state, draft, empty_table(Bid, 1, 9), 0, record) == Verdict.ADOPTED
    body = state.bodies[NATO]
    assert (body.broken, body.adopted, body.strong, state.texts[0].ambition) == (1, 1, 0, 1)
    assert [note[3] for note in notes_of(record, Note.VERDICT)] == [Verdict.BLOCKED, Verdict.ADOPTED]


def test_nothing_is_redrafted_down_to_what_is_in_force() -> None:
    """LEGAL-7: read lower it would say what stands already; in the last weeks of that it is put all the same, and keeps it."""
    for days_left, verdict in ((100, Verdict.BLOCKED), (7, Verdict.ADOPTED)):
        world, state, draft = council(-2000)
        world.measures[0].effects = world.effects[0].weekly = 1
        world.effects[0].code = Effect.READINESS
        text = state.texts[0]
        text.alive, text.body, text.measure, text.ambition, text.until = 1, NATO, draft.measure, 1, days_left
        text.against, text.helps, text.on = draft.against, draft.helps, draft.on
        assert bare(laws.consider)(world, state, draft, empty_table(Bid, 1, 9), 0, empty_record(40)) == verdict
        assert (text.until > days_left) == (verdict == Verdict.ADOPTED)


def test_a_sponsor_that_will_not_redraft_is_blocked() -> None:
    """Rulebook 2."""
    world, state, draft = council(-2000, ambition=2, lowest=2)
    assert bare(laws.consider)(world, state, draft, empty_table(Bid, 1, 9), 0, empty_record(40)) == Verdict.BLOCKED
    assert not state.texts[0].alive
    assert state.bodies[NATO].funds == 1000


def test_bids_are_paid_and_lift() -> None:
    """COUNCIL-13: bids turn objectors, at the rate; who was courted is remembered; what the bank cannot pay is not bid."""
    world, state, draft = council(-1200, lowest=2)
    rate = world.council_numbers[0].lobbying_rate
    bids = empty_table(Bid, 1, 9)
    for c in range(9):
        bids[0, c].points = 300 * int(state.members[NATO, c].joined)
    state.bodies[NATO].influence = 1000
    assert bare(laws.consider)(world, state, draft, bids, 0, empty_record(40)) in (
        Verdict.ADOPTED,
        Verdict.HOLLOW,
        Verdict.BLOCKED,
    )
    paid = 1000 - plain(laws.cost_of_tabling)(world.council_numbers[0], 20, 2, 0) - state.bodies[NATO].influence
    assert paid == 6 * max(1, int(np.floor(rate * 0.3 + 0.5)))
    assert all(state.members[NATO, c].courted == 0 for c in (EST, DEU, USA))
    poor_world, poor, draft = council(-1200, lowest=2)
    poor.bodies[NATO].influence = plain(laws.cost_of_tabling)(poor_world.council_numbers[0], 20, 2, 0)
    bare(laws.consider)(poor_world, poor, draft, bids, 0, empty_record(40))
    assert poor.bodies[NATO].influence == 0
    assert all(bids[0, c].points == 0 for c in range(9))


def test_what_became_illegal_is_barred_and_what_is_too_dear_dropped() -> None:
    """Law 8: with a verdict, and at no cost."""
    world, state, draft = council(1500)
    state.bodies[NATO].funds = 10
    assert bare(laws.consider)(world, state, draft, empty_table(Bid, 1, 9), 0, empty_record(40)) == Verdict.BARRED
    state.bodies[NATO].funds, state.bodies[NATO].influence = 1000, 1
    assert bare(laws.consider)(world, state, draft, empty_table(Bid, 1, 9), 0, empty_record(40)) == Verdict.UNAFFORDED
    assert (state.bodies[NATO].influence, state.bodies[NATO].drafts) == (1, 0)


@pytest.mark.parametrize(
    ("top_threat", "top_body", "against", "half"),
    [
        (EST, NOBODY, EST, True),
        (EST, NATO, EST, True),
        (FIN, NATO, FIN, True),
        (FIN, NATO, EST, True),
        (FIN, NOBODY, EST, False),
        (FIN, NOBODY, NOBODY, False),
    ],
)
def test_who_answers_what_it_fears_most_pays_half(top_threat: int, top_body: int, against: int, half: bool) -> None:
    """SESSION-2: the state it fears most, also where it fears a coalition more, and any member of that coalition."""
    world, state, draft = council(0)
    world.measures[0].body, world.measures[0].rule, world.measures[0].stability = RUSSIA, DecisionRule.LEADER, 20
    draft.body, draft.against = RUSSIA, against
    state.countries[RUS].top_threat, state.countries[RUS].top_body = top_threat, top_body
    state.bodies[RUSSIA].stability, state.bodies[RUSSIA].tabled = 600, 1
    bare(laws.decide_alone)(world, state, draft, empty_record(40))
    whole = plain(laws.cost_in_stability)(world.council_numbers[0], 20, draft.ambition, 0, 0)
    assert state.bodies[RUSSIA].stability == 600 - (whole // 2 if half else whole)


def test_a_leadership_decides_alone() -> None:
    """SESSION-2: no positions, no influence; stability pays."""
    world, state, draft = council(0)
    assert world.bodies[RUSSIA].kind == BodyKind.LEADERSHIP
    world.measures[0].body, world.measures[0].rule, world.measures[0].stability = RUSSIA, DecisionRule.LEADER, 20
    draft.body, draft.against = RUSSIA, EST
    state.countries[RUS].top_threat, state.countries[RUS].top_body = USA, NOBODY
    before = state.bodies[RUSSIA].stability = 600
    record = empty_record(40)
    assert bare(laws.consider)(world, state, draft, empty_table(Bid, 1, 9), 0, record) == Verdict.ADOPTED
    assert before - state.bodies[RUSSIA].stability == plain(laws.cost_in_stability)(
        world.council_numbers[0], 20, 2, 0, 0
    )
    left = state.bodies[RUSSIA].stability
    draft.helps = LVA  # another text
    bare(laws.consider)(world, state, draft, empty_table(Bid, 1, 9), 0, record)
    assert left - state.bodies[RUSSIA].stability == plain(laws.cost_in_stability)(world.council_numbers[0], 20, 2, 0, 1)
    assert notes_of(record, Note.POSITION) == []


def test_a_covert_act_is_not_counted_in_the_open() -> None:
    """SESSION-3: no public counter moves, and its text leaves no gap among those that all can read."""
    world, state, draft = council(0)
    world.measures[0].body, world.measures[0].rule, world.measures[0].kind = (
        RUSSIA,
        DecisionRule.LEADER,
        MeasureKind.HYBRID,
    )
    world.measures[0].weeks = 4
    draft.body, draft.against = RUSSIA, EST
    before = [column_of(state.bodies, name)[RUSSIA] for name in ("drafts", "adopted", "strong", "broken")]
    assert bare(laws.consider)(world, state, draft, empty_table(Bid, 1, 9), 0, empty_record(40)) == Verdict.ADOPTED
    after = [column_of(state.bodies, name)[RUSSIA] for name in ("drafts", "adopted", "strong", "broken")]
    assert [int(a - b) for a, b in zip(after, before, strict=True)] == [0, 0, 0, 0]
    assert state.bodies[RUSSIA].tabled == 1
    assert [t for t in range(state.texts.size) if state.texts[t].alive] == [state.texts.size - 1]


def test_bids_neither_raise_nor_lower_the_price_that_is_met() -> None:
    """COUNCIL-13: the price of consensus is the same whether it was bid for in advance or not; company is counted once."""
    asked = []
    for bid in (0, 600):
        world, state, draft = council(-1500, lowest=2)
        for c, opinion in ((DEU, -200), (USA, 0)):
            state.countries[c].disposition = opinion
        for c in (EST, LVA, LTU, POL):
            state.countries[c].disposition = 2500
        bids = empty_table(Bid, 1, 9)
        bids[0, DEU].points = bids[0, USA].points = bid
        record = empty_record(40)
        bare(laws.consider)(world, state, draft, bids, 0, record)
        asked.append(state.bodies[NATO].discord)
    assert asked[0] == asked[1]


def test_lobbying_is_bound_by_its_number() -> None:
    """COUNCIL-13: a bid beyond what lobbying can do buys no more than that, and is paid for so much."""
    world, state, draft = council(0, lowest=2)
    world.council_numbers[0].lobbying_most = 0.5
    bids = empty_table(Bid, 1, 9)
    bids[0, DEU].points = 1500
    bare(laws.consider)(world, state, draft, bids, 0, empty_record(40))
    assert bids[0, DEU].points == 500
