"""Terms of peace: what is asked for and granted, when offers on terms meet, what binds a state afterwards."""

from __future__ import annotations

import pytest

from tests.rules.fixed import fixed
from tests.rules.test_ceasefire import BLR, NATO, POL, RUS, RUSSIA, UKR, UKRAINE, at_the_line, fights
from tests.worlds import Small, bare, notes_of
from wargame.model.codes import BodyKind, Effect, Grant, MeasureKind, Note
from wargame.model.columns import empty_table
from wargame.model.numbers import MotiveNumbers, StateNumbers, WarNumbers
from wargame.model.world import EffectFacts, MeasureFacts
from wargame.rules import ceasefire
from wargame.rules import settlement as laws
from wargame.rules.bodies import mark_line
from wargame.rules.law import plain
from wargame.rules.measures import go_to_war
from wargame.rules.motive import left_of_claim

NOTHING, NEUTRAL, RECOGNISED = Grant


def at_terms() -> Small:
    """The line of the tests of ceasefires; Russia's offer asks for 2, 1, 0 at ambition 1, 2, 3, Ukraine's grants 0, 1, 2."""
    small = at_the_line()
    world = small.world._replace(measures=empty_table(MeasureFacts, 2), effects=empty_table(EffectFacts, 4))
    for body, code, sizes in ((RUSSIA, Effect.DEMAND, (2, 1, 0)), (UKRAINE, Effect.CONCEDE, (0, 1, 2))):
        facts, first = world.measures[body], 2 * body
        facts.body, facts.kind, facts.first_effect, facts.effects = body, MeasureKind.CEASEFIRE, first, 2
        world.effects[first].code, world.effects[first + 1].code = Effect.CEASE, code
        terms = world.effects[first + 1]
        terms.size_1, terms.size_2, terms.size_3 = sizes
    for body in (RUSSIA, UKRAINE):
        world.bodies[body].kind, small.state.bodies[body].stability = BodyKind.LEADERSHIP, 500
    return Small(world, small.state, small.record)


def offer(small: Small, body: int, ambition: int, against: int | None = None) -> None:
    """A side's offer enters the book, or is deepened."""
    text = small.state.texts[body]
    text.alive, text.body, text.measure, text.ambition = 1, body, body, ambition
    text.against = (UKR if body == RUSSIA else RUS) if against is None else against
    bare(ceasefire.meet_offers)(*small.tuple(), text)


@pytest.mark.parametrize(
    ("asked", "granted", "met"), [(0, 0, True), (1, 0, False), (1, 1, True), (1, 2, True), (2, 1, False)]
)
def test_an_offer_is_met_by_what_it_asks_for(asked: int, granted: int, met: bool) -> None:
    """SETTLE-1."""
    assert plain(laws.are_enough)(asked, granted) == met


@pytest.mark.parametrize(("points", "terms"), [(-3.0, 0), (0.99, 0), (1.0, 1), (1.9, 1), (2.0, 2), (7.5, 2)])
def test_each_whole_point_is_a_degree(points: float, terms: int) -> None:
    """SETTLE-4."""
    assert plain(laws.degree)(points) == terms


def test_what_a_side_insists_on() -> None:
    """SETTLE-2: each thing speaks the way the law says it does."""
    n = fixed(WarNumbers, ask_claim=1.5, ask_gained=4.0, ask_losses=1.0, ask_time=1.0, ask_shaken=0.6, worn_half=100.0)
    ask = plain(laws.insistence)
    assert ask(n, 1000, 0.0, 0, 0.0, 1000) == pytest.approx(1.5)
    assert ask(n, 1000, 0.25, 0, 0.0, 1000) == pytest.approx(2.5)
    assert ask(n, 1000, -0.25, 0, 0.0, 1000) == pytest.approx(0.5)
    assert ask(n, 1000, 0.0, 100, 0.0, 1000) == pytest.approx(1.0)
    assert ask(n, 1000, 0.0, 0, 1.0, 1000) == pytest.approx(0.5)
    assert ask(n, 1000, 0.0, 0, 0.0, 500) == pytest.approx(1.2)


def test_what_a_side_is_ready_to_grant() -> None:
    """SETTLE-3: each thing speaks the way the law says it does."""
    n = fixed(
        WarNumbers, yield_lost=4.0, yield_losses=0.6, yield_shaken=0.8, yield_time=0.5, yield_aided=0.6, worn_half=100.0
    )
    ready = plain(laws.readiness_to_yield)
    assert ready(n, 0.0, 0, 0.0, 1000, 0) == pytest.approx(0.0)
    assert ready(n, 0.25, 0, 0.0, 1000, 0) == pytest.approx(1.0)
    assert ready(n, 0.0, 100, 0.0, 1000, 0) == pytest.approx(0.3)
    assert ready(n, 0.0, 0, 2.0, 1000, 0) == pytest.approx(1.0)
    assert ready(n, 0.0, 0, 0.0, 0, 0) == pytest.approx(0.8)
    assert ready(n, 0.25, 0, 0.0, 1000, 1) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("asked", "granted", "ripe", "now"), [(0, 0, 0, False), (0, 0, 1, True), (1, 0, 0, True), (0, 2, 0, True)]
)
def test_who_speaks_of_terms_does_not_wait(asked: int, granted: int, ripe: int, now: bool) -> None:
    """SETTLE-8."""
    assert plain(laws.is_offered_now)(asked, granted, ripe) == now


@pytest.mark.parametrize(("granted", "war", "bound"), [(0, 0, False), (1, 0, True), (2, 0, True), (2, 1, False)])
def test_a_word_binds_in_peace(granted: int, war: int, bound: bool) -> None:
    """SETTLE-7."""
    assert plain(laws.binds)(granted, war) == bound


def test_terms_have_their_price_and_their_worth() -> None:
    """SETTLE-5 and SETTLE-6."""
    assert [plain(laws.paid_at_home)(fixed(WarNumbers, grant_price=60.0), 500, k) for k in Grant] == [500, 440, 380]
    assert plain(laws.paid_at_home)(fixed(WarNumbers, grant_price=60.0), 50, 2) == 0
    n = fixed(StateNumbers, hold_neutral=0.2, hold_recognised=0.5)
    assert [plain(laws.worth_of_terms)(n, k) for k in Grant] == [0, 200, 500]


@pytest.mark.parametrize(("granted", "left"), [(0, 800), (1, 560), (2, 320)])
def test_what_is_granted_need_not_be_taken(granted: int, left: int) -> None:
    """MOTIVE-12."""
    assert plain(left_of_claim)(fixed(MotiveNumbers, sated=0.3), 800, granted) == left


@pytest.mark.parametrize("first", [RUSSIA, UKRAINE])
@pytest.mark.parametrize(
    ("asks_at", "grants_at", "agreed"),
    [(1, 1, None), (1, 2, None), (1, 3, RECOGNISED), (2, 1, None), (2, 2, NEUTRAL), (2, 3, NEUTRAL), (3, 1, NOTHING)],
)
def test_offers_on_terms_meet_where_enough_is_granted(
    first: int, asks_at: int, grants_at: int, agreed: Grant | None
) -> None:
    """CEASE-1 and SETTLE-1: whoever is first, at what was asked for and not at more; it is told, and paid for at home."""
    small = at_terms()
    for body in (first, UKRAINE if first == RUSSIA else RUSSIA):
        offer(small, body, asks_at if body == RUSSIA else grants_at)
    assert fights(small, RUS, UKR) == (agreed is None)
    granted = small.state.pairs[UKR, RUS].granted
    assert granted == (agreed or 0)
    assert small.state.pairs[RUS, UKR].granted == 0
    assert small.state.bodies[UKRAINE].stability == 500 - 60 * granted
    told = [entry[3:5] for entry in notes_of(small.record, Note.CEASEFIRE)]
    by_first = (granted, 0) if first == UKRAINE else (0, granted)
    assert told == ([] if agreed is None else [by_first])


def test_an_offer_that_goes_farther_ends_what_did_not_meet() -> None:
    """LEGAL-7 and SETTLE-1: who asks for less, or grants more, deepens the same text."""
    small = at_terms()
    offer(small, RUSSIA, 1)
    offer(small, UKRAINE, 2)
    assert fights(small, RUS, UKR)
    offer(small, RUSSIA, 2)
    assert not fights(small, RUS, UKR)
    assert small.state.pairs[UKR, RUS].granted == NEUTRAL


@pytest.mark.parametrize("attacker", [RUS, BLR])
def test_the_next_war_voids_what_was_granted(attacker: int) -> None:
    """SETTLE-7; Vienna Convention on the Law of Treaties, Art. 60: whichever state of the other side begins it."""
    small = at_terms()
    offer(small, RUSSIA, 2)
    offer(small, UKRAINE, 2)
    assert bare(laws.is_bound)(small.state, UKR)
    assert not bare(laws.is_bound)(small.state, RUS)
    bare(laws.void_terms)(small.world, small.state, POL, RUS)
    assert small.state.pairs[UKR, RUS].granted == NEUTRAL
    bare(laws.void_terms)(small.world, small.state, attacker, UKR)
    assert small.state.pairs[UKR, RUS].granted == NOTHING
    assert not bare(laws.is_bound)(small.state, UKR)


def test_a_war_that_is_begun_voids_terms() -> None:
    """SETTLE-7: by a leadership's decision."""
    small = at_terms()
    offer(small, RUSSIA, 2)
    offer(small, UKRAINE, 2)
    bare(go_to_war)(*small.tuple(), RUS, UKR)
    assert small.state.pairs[UKR, RUS].granted == NOTHING


def test_packages_are_not_mixed() -> None:
    """SETTLE-1: of two offers of a side, one that asks for much and grants much, and one that does neither, each stands for itself."""
    small = at_terms()
    measures, effects = empty_table(MeasureFacts, 3), empty_table(EffectFacts, 7)
    for k in range(2):
        measures[k] = small.world.measures[k]
    for k in range(4):
        effects[k] = small.world.effects[k]
    facts = measures[2]
    facts.body, facts.kind, facts.first_effect, facts.effects = RUSSIA, MeasureKind.CEASEFIRE, 4, 3
    for row, (code, size) in enumerate([(Effect.CEASE, 1), (Effect.DEMAND, 2), (Effect.CONCEDE, 2)], start=4):
        effects[row].code, effects[row].size_1 = code, size
    small = Small(small.world._replace(measures=measures, effects=effects), small.state, small.record)
    offer(small, RUSSIA, 2)
    text = small.state.texts[7]
    text.alive, text.body, text.measure, text.ambition, text.against = 1, RUSSIA, 2, 1, UKR
    assert bare(ceasefire.mildest_demand)(small.world, small.state, RUSSIA, UKRAINE) == NEUTRAL
    offer(small, UKRAINE, 1)
    assert fights(small, RUS, UKR)
    offer(small, UKRAINE, 3)
    assert not fights(small, RUS, UKR)
    assert small.state.pairs[UKR, RUS].granted == NEUTRAL
    assert small.state.pairs[RUS, UKR].granted == NOTHING


def test_an_offer_that_is_void_leaves_though_another_stands() -> None:
    """CEASE-4: each text by itself; land that moved after the one was made and before the other."""
    small = at_terms()
    offer(small, RUSSIA, 1)
    small.state.clock[0].day = 10
    bare(mark_line)(small.state, RUS, UKR)
    later = small.state.texts[5]
    later.alive, later.body, later.measure, later.ambition, later.against, later.adopted = 1, RUSSIA, RUSSIA, 1, UKR, 10
    bare(ceasefire.void_offers)(*small.tuple())
    assert (small.state.texts[RUSSIA].alive, later.alive) == (0, 1)


def test_only_those_who_fight_grant() -> None:
    """Poland fights Russia too, and another body speaks for it; Belarus is granted nothing of its own."""
    small = at_terms()
    bare(laws.grant)(small.world, small.state, UKRAINE, RUSSIA, NEUTRAL)
    assert (small.state.pairs[UKR, RUS].granted, small.state.pairs[POL, RUS].granted) == (NEUTRAL, NOTHING)
    assert small.state.pairs[UKR, BLR].granted == NOTHING
    bare(laws.grant)(small.world, small.state, NATO, UKRAINE, NEUTRAL)
    assert small.state.pairs[POL, UKR].granted == NOTHING
