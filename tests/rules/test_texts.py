"""The book of texts: how long a text works, what a repetition is, what is kept up, what texts in force amount to."""

from __future__ import annotations

import pytest

from tests.rules.book import SIZE, decide, gained, in_force, one_measure, pass_weeks
from tests.rules.fixed import fixed
from tests.worlds import Small, bare, notes_of
from wargame.model.codes import Act, Effect, MeasureKind, Note
from wargame.model.columns import NOBODY, empty_table
from wargame.model.measures import WHILE_IN_FORCE
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Draft
from wargame.rules import texts as laws
from wargame.rules.law import plain


@pytest.mark.parametrize(("since", "share"), [(0, 0.5), (5, 0.5), (6, 1.0), (106, 1.0)])
def test_a_measure_repeated_does_half(since: int, share: float) -> None:
    """MEASURE-1: for six turns."""
    assert plain(laws.habit_share)(0.5, 6.0, since) == share


@pytest.mark.parametrize(("day", "weeks", "last"), [(0, 4, 28), (28, 13, 119), (9, 4, 35), (13, 1, 14), (14, 1, 21)])
def test_the_week_of_adoption_is_the_first(day: int, weeks: int, last: int) -> None:
    """MEASURE-5."""
    assert plain(laws.last_day)(day, weeks) == last


def test_a_text_works_as_many_weeks_as_it_says() -> None:
    """Rulebook 10: thirteen weeks are thirteen applications, and one week is one; then it leaves the book."""
    for weeks in (1, 4, 13):
        small = one_measure(weeks=weeks)
        decide(small)
        pass_weeks(small, weeks - 1)
        assert (gained(small), len(in_force(small))) == (SIZE * (weeks - 1), 1)
        pass_weeks(small, 5)
        assert (gained(small), in_force(small)) == (SIZE * weeks, [])


def test_a_text_adopted_within_a_week_works_as_long() -> None:
    """Rulebook 2: an emergency session sits on any day; the week that has begun is the first."""
    small = one_measure(weeks=4)
    small.state.clock[0].day = 9
    decide(small)
    pass_weeks(small, 9)
    assert gained(small) == SIZE * 4


def test_a_repetition_does_half_in_every_week() -> None:
    """MEASURE-1: a measure taken again within six turns of its last use does half, at once and in each week after."""
    small = one_measure(weeks=2)
    decide(small)
    pass_weeks(small, 4)
    assert gained(small) == SIZE * 2
    decide(small)
    pass_weeks(small, 4)
    assert gained(small) == SIZE * 2 + SIZE // 2 * 2
    pass_weeks(small, 24)
    decide(small)
    pass_weeks(small, 4)
    assert gained(small) == SIZE * 2 + SIZE // 2 * 2 + SIZE * 2


def test_a_full_book_gives_up_its_oldest_text() -> None:
    """Texts are born in free rows; where there is none, the oldest makes room."""
    state = one_measure().state
    for t in range(state.texts.size):
        state.texts[t].alive, state.texts[t].adopted = 1, 10 - t
    assert bare(laws.new_text)(state.texts, MeasureKind.PRESENCE) == state.texts.size - 1
    state.texts[1].alive = 0
    assert bare(laws.new_text)(state.texts, MeasureKind.PRESENCE) == 1


@pytest.mark.parametrize(("until", "weeks", "last"), [(91, 13, 182), (182, 26, 364)])
def test_a_text_is_prolonged_from_its_last_day(until: int, weeks: int, last: int) -> None:
    """MEASURE-6."""
    assert plain(laws.prolonged)(until, weeks) == last


@pytest.mark.parametrize(("before", "fresh", "kept"), [(1000, 500, 1000), (500, 500, 500), (500, 1000, 1000)])
def test_keeping_up_is_no_repetition(before: int, fresh: int, kept: int) -> None:
    """MEASURE-7."""
    assert plain(laws.share_kept)(before, fresh) == kept


def test_the_last_weeks_hold_a_session() -> None:
    """LEGAL-7: as long before its end as the number says a text may be prolonged, and never less than a turn."""
    n = fixed(CouncilNumbers, renewal_weeks=5.0)
    assert [plain(laws.last_weeks)(n, weeks) for weeks in (1, 4, 13)] == [35, 35, 91]


def ends(small: Small) -> list[int]:
    """Last days of the texts in force."""
    return [int(text.until) for text in in_force(small)]


def test_a_text_is_prolonged_without_gap_and_not_twice_over() -> None:
    """MEASURE-6, MEASURE-7: one text stands, it runs its full time from its old end, and each week does what it did."""
    small = one_measure(weeks=13)
    decide(small)
    pass_weeks(small, 12)
    decide(small)
    assert ends(small) == [2 * 13 * 7]
    pass_weeks(small, 20)
    assert (gained(small), in_force(small)) == (SIZE * 2 * 13, [])
    assert len(notes_of(small.record, Note.TEXT_ENDS)) == 1


def test_what_is_done_at_once_is_not_done_again_by_keeping_on() -> None:
    """MEASURE-7: prolonging is no new act: readiness raised at once is raised once, and no rung is reached anew."""
    small = one_measure(weekly=0)
    small.world.measures[0].escalation = 2000
    decide(small)
    pass_weeks(small, 12)
    small.state.clock[0].escalation = 0
    decide(small)
    assert (gained(small), len(in_force(small))) == (SIZE, 1)
    assert small.state.clock[0].escalation == 0


def test_what_is_deepened_takes_the_place_of_what_was() -> None:
    """MEASURE-7: at a higher ambition one text stands, from today, in full each week, for it is kept and not repeated."""
    small = one_measure(weeks=13)
    decide(small)
    pass_weeks(small, 4)
    decide(small, ambition=2)
    assert ends(small) == [28 + 13 * 7]
    pass_weeks(small, 4)
    assert gained(small) == SIZE * 4 + SIZE * 3 // 2 * 4


def test_a_hollow_text_undoes_nothing_that_is_in_force() -> None:
    """MEASURE-7: what was to be deepened, and came out lower, stays as it was to its end."""
    small = one_measure(weeks=13)
    decide(small, ambition=3)
    pass_weeks(small, 4)
    decide(small, ambition=1)
    pass_weeks(small, 4)
    assert (gained(small), ends(small)) == (SIZE * 2 * 8, [13 * 7])


def test_what_began_as_a_repetition_is_whole_when_it_was_kept_for_six_turns() -> None:
    """MEASURE-7: what is kept up does no less than it did, and more once the first use is forgotten."""
    small = one_measure(weeks=26)
    small.state.habits[0].last_turn = -2
    decide(small)
    assert in_force(small)[0].share == 500
    pass_weeks(small, 22)
    decide(small)
    assert in_force(small)[0].share == 500
    pass_weeks(small, 26)
    decide(small)
    assert in_force(small)[0].share == 1000


def test_a_round_of_sanctions_is_seen_once() -> None:
    """Rulebook 6: beliefs are moved by the decision, not anew in each week it is kept to, nor by its roll-over."""
    small = one_measure(Effect.SANCTION)
    pair = small.state.pairs[1, 0]
    pair.intentions = 300
    decide(small)
    moved = int(pair.intentions)
    assert moved > 300
    assert (pair.last_act, pair.last_act_day) == (Act.SANCTIONS, 0)
    pass_weeks(small, 12)
    decide(small)
    assert (pair.intentions, pair.last_act_day) == (moved, 0)
    decide(small, ambition=2)
    assert pair.intentions > moved


def channels(small: Small) -> int:
    """How open the channels are."""
    return int(small.state.clock[0].channels)


def test_channels_stay_open_while_a_text_keeps_them_open() -> None:
    """MEASURE-8: what the texts in force open falls away with the last of them, and never adds up over the years."""
    small = one_measure(Effect.CHANNELS, weekly=0)
    small.state.clock[0].channels = small.state.clock[0].channels_at_rest = 350
    for _ in range(3):
        decide(small)
        assert channels(small) > 350
        pass_weeks(small, 13)
        assert channels(small) == 350
    decide(small)
    pass_weeks(small, 12)
    decide(small)
    before = channels(small)
    pass_weeks(small, 13)
    assert channels(small) == before
    pass_weeks(small, 1)
    assert channels(small) == 350


def test_mobility_falls_by_the_text_that_ends_alone() -> None:
    """MEASURE-8: of two texts the one that still runs goes on speeding movement up."""
    small = one_measure(Effect.MOBILITY, weekly=0)
    decide(small)
    pass_weeks(small, 4)
    small.state.texts[0].helps = 1  # so that the second is another text
    decide(small)
    body, one = small.state.bodies[0], SIZE
    assert body.mobility == one + one // 2
    pass_weeks(small, 9)
    assert body.mobility == one // 2
    pass_weeks(small, 4)
    assert body.mobility == 0


@pytest.mark.parametrize(("body", "joint"), [(0, True), (1, True), (2, False)])
def test_a_joint_text_is_one_of_two_councils(body: int, joint: bool) -> None:
    """MEASURE-12."""
    assert plain(laws.is_joint)(body, 0, 1) is joint
    assert plain(laws.is_joint)(body, 0, NOBODY) is (body == 0)


def test_the_schema_knows_what_counts_in_force() -> None:
    """What the schema asks weeks of is what the rules reckon from the texts in force."""
    assert {code for code in Effect if laws.counts_in_force(code)} == WHILE_IN_FORCE


def test_a_level_has_its_ends() -> None:
    """MEASURE-8: what rests without texts, and what all texts add, within the most there is."""
    level = plain(laws.level_of)
    assert [level(350, 0, 1000), level(350, 700, 1000), level(0, 90, 600), level(0, 700, 600)] == [350, 1000, 90, 600]


def asked(small: Small, ambition: int, against: int = 1) -> bool:
    """A draft of the measure at an ambition would prolong what is in force."""
    draft = empty_table(Draft, 1)[0]
    draft.body, draft.measure, draft.against, draft.helps, draft.on = 0, 0, against, NOBODY, NOBODY
    return bool(bare(laws.prolongs)(small.world, small.state, draft, ambition))


def test_to_prolong_is_to_ask_for_what_is_in_force_in_its_last_weeks() -> None:
    """MEASURE-6: at its ambition, with its addressees; not long before its end, nor once it has run out."""
    small = one_measure(weeks=12)
    assert not asked(small, 2)
    decide(small, 2)
    assert not asked(small, 2)
    pass_weeks(small, 8)
    assert [asked(small, level) for level in (1, 2, 3)] == [False, True, False]
    assert not asked(small, 2, against=0)
    pass_weeks(small, 4)
    assert not asked(small, 2)


@pytest.mark.parametrize("code", [Effect.READINESS, Effect.COHESION])
def test_what_does_nothing_by_being_in_force_is_not_prolonged(code: Effect) -> None:
    """LEGAL-7: done once, at its adoption."""
    small = one_measure(code, weekly=int(code == Effect.READINESS), weeks=4)
    decide(small, 2)
    assert asked(small, 2) == (code == Effect.READINESS)


def test_what_comes_out_no_higher_before_the_last_weeks_changes_nothing() -> None:
    """MEASURE-6 and 7: a redraft down to what is in force extends it by no day."""
    small = one_measure(weeks=26)
    decide(small, 1)
    text = small.state.texts[0]
    before = text.until, text.backing, text.adopted
    small.state.clock[0].day = 28
    decide(small, 1, backing=1250)
    assert (text.until, text.backing, text.adopted) == before
    decide(small, 2)
    assert text.until > before[0]


@pytest.mark.parametrize(
    ("known", "ambition", "backing", "size"),
    [(0, 2, 1000, 30), (1, 1, 1000, 0), (1, 2, 1000, 10), (1, 3, 500, 10), (2, 1, 1000, 0)],
)
def test_sanctions_do_what_goes_beyond_the_first_day(known: int, ambition: int, backing: int, size: int) -> None:
    """ECONOMY-13: on the declared sizes, before it is weighed who carries them; other states, measures and effects are not known."""
    small = one_measure(Effect.SANCTION)
    row = small.world.opening[0]
    row.measure, row.against, row.ambition = 0 if known else NOBODY, 1, known
    decide(small, ambition, backing)
    text, effect = small.state.texts[0], small.world.effects[0]
    ask = bare(laws.worth)
    assert ask(small.world, effect, text, 1000) == size
    whole = [SIZE, SIZE * 3 // 2, SIZE * 2][ambition - 1] * backing // 1000
    row.against = 0
    assert ask(small.world, effect, text, 1000) == whole
    row.against, effect.code = 1, Effect.READINESS
    assert ask(small.world, effect, text, 1000) == whole


@pytest.mark.parametrize(("size", "known", "beyond"), [(1, 1, 0), (3, 1, 2), (2, 0, 2), (1, 2, 0)])
def test_the_baseline_knows_of_the_sanctions_of_the_first_day(size: int, known: int, beyond: int) -> None:
    """ECONOMY-13."""
    assert plain(laws.beyond_baseline)(size, known) == beyond


@pytest.mark.parametrize("kind", sorted(set(MeasureKind) - {MeasureKind.CEASEFIRE}))
def test_help_and_arms_are_the_same_whomever_they_answer(kind: MeasureKind) -> None:
    """LEGAL-7 is not got round by naming another state as answered: the same help would stand twice."""
    small, alike = one_measure(), {MeasureKind.AID, MeasureKind.FINANCE, MeasureKind.INDUSTRY}
    small.world.measures[0].kind = kind
    assert plain(laws.answers_alike)(small.world, 0, 0, 1) == (kind in alike)


def test_a_nuclear_threat_is_not_prolonged() -> None:
    """MEASURE-1 and 6: it is made anew, seen anew, and half of it when repeated within six turns; other texts are prolonged."""
    small = one_measure(Effect.DAUNT, weekly=0)
    decide(small)
    text = small.state.texts[0]
    small.state.clock[0].day = text.until - 7
    assert plain(laws.may_be_prolonged)(small.world, small.state, text)
    small.world.measures[0].kind = MeasureKind.SIGNAL
    assert not plain(laws.may_be_prolonged)(small.world, small.state, text)
