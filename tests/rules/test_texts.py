"""The book of texts: how long a text works, what a repetition is, what is kept up, what texts in force amount to."""

from __future__ import annotations

import pytest

from tests.worlds import Side, Site, Small, Unit, bare, small_world
from wargame.model.codes import Effect, MeasureKind
from wargame.model.columns import NOBODY, empty_table
from wargame.model.plan import Draft
from wargame.model.state import Text
from wargame.rules import texts as laws
from wargame.rules.law import plain
from wargame.rules.measures import texts_week
from wargame.rules.session import adopt

CARRIED = 1000  # 1/1000: by all who are bound
SIZE = 40  # of the one effect at ambition 1; 60 at 2 and 80 at 3
READY = 100  # 1/1000, of the one formation at first


def one_measure(code: Effect = Effect.READINESS, weekly: int = 1, weeks: int = 13) -> Small:
    """Two states, a council of the first, and one measure of it with one effect; its formation stands by."""
    small = small_world([Site(0), Site(1)], units=[Unit(0, 0, readiness=READY)], sides=[Side((0,))], capitals=(0, 1))
    small.world.course[0].weeks_a_turn = 4
    measure, effect = small.world.measures[0], small.world.effects[0]
    measure.body, measure.weeks, measure.effects, measure.needs_against = 0, weeks, 1, 1
    effect.code, effect.weekly, effect.size_1, effect.size_2, effect.size_3 = (
        code,
        weekly,
        SIZE,
        SIZE * 3 // 2,
        SIZE * 2,
    )
    return small


def decide(small: Small, ambition: int = 1, backing: int = CARRIED) -> None:
    """The council adopts the measure against the other state."""
    draft = empty_table(Draft, 1)[0]
    draft.alive, draft.body, draft.measure, draft.ambition, draft.lowest = 1, 0, 0, ambition, ambition
    draft.against, draft.helps, draft.on = 1, NOBODY, NOBODY
    bare(adopt)(small.world, small.state, draft, ambition, backing, small.record)


def pass_weeks(small: Small, weeks: int) -> None:
    """So many weeks of the texts in force, in turns of four weeks."""
    clock = small.state.clock[0]
    for _ in range(weeks):
        clock.day += 7 - clock.day % 7
        clock.turn = clock.day // 28
        bare(texts_week)(small.world, small.state, small.record)


def gained(small: Small) -> int:
    """Readiness gained so far by the formation."""
    return int(small.state.formations[0].readiness) - READY


def in_force(small: Small) -> list[Text]:
    """The texts in force."""
    return [small.state.texts[t] for t in range(small.state.texts.size) if small.state.texts[t].alive]


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
