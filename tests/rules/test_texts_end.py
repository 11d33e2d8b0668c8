"""The end of texts: help that runs out in a war, and who hears of it."""

from __future__ import annotations

import pytest

from tests.rules.book import decide, one_measure, pass_weeks
from tests.worlds import Small, notes_of
from wargame.model.codes import MeasureKind, Note
from wargame.model.columns import NOBODY
from wargame.rules import texts as laws
from wargame.rules.law import plain
from wargame.rules.notes import EVERYONE


@pytest.mark.parametrize(
    ("kind", "fights", "unkept"),
    [
        (MeasureKind.AID, 1, True),
        (MeasureKind.FINANCE, 1, True),
        (MeasureKind.AID, 0, False),
        (MeasureKind.SANCTIONS, 1, False),
    ],
)
def test_help_that_runs_out_in_war_is_a_promise_unkept(kind: MeasureKind, fights: int, unkept: bool) -> None:
    """MEASURE-10: it is told, and costs the body as unkept promises do."""
    assert plain(laws.is_unkept)(kind, fights) == unkept
    small = helping(kind, fights)
    pass_weeks(small, 4)
    assert small.state.bodies[0].unkept == int(unkept)
    assert [entry[3] for entry in notes_of(small.record, Note.TEXT_ENDS)] == [int(unkept)]


def test_covert_acts_are_known_to_their_authors() -> None:
    """SESSION-3."""
    assert plain(laws.told_to)(MeasureKind.HYBRID, 2) == 1 << 2
    assert plain(laws.told_to)(MeasureKind.EXERCISE, 2) == EVERYONE


@pytest.mark.parametrize("kind", [MeasureKind.HYBRID, MeasureKind.SANCTIONS])
def test_of_the_end_of_a_covert_act_nobody_hears(kind: MeasureKind) -> None:
    """SESSION-3: the end of a text is told to those who heard of its beginning."""
    small = one_measure(weeks=1)
    decide(small)
    small.world.measures[0].kind = kind
    pass_weeks(small, 1)
    known = [int(e.known_to) for e in small.record.entries[: small.record.head[0].count] if e.note == Note.TEXT_ENDS]
    assert known == [1 if kind == MeasureKind.HYBRID else EVERYONE]


def helping(kind: MeasureKind, fights: int, weekly: int = 1) -> Small:
    """A text of four weeks that helps the other state."""
    small = one_measure(weekly=weekly, weeks=4)
    small.world.measures[0].kind = kind
    small.state.pairs[1, 0].war = small.state.pairs[0, 1].war = fights
    decide(small)
    small.state.texts[0].helps = 1
    return small


def test_who_is_helped_on_has_been_promised_no_more() -> None:
    """MEASURE-10: by another text of the body; and what was given at once could not be kept up."""
    small, once = helping(MeasureKind.AID, 1), helping(MeasureKind.AID, 1, weekly=0)
    other = small.state.texts[3]
    other.alive, other.body, other.measure, other.helps, other.until = 1, 0, 0, 1, NOBODY
    for each in (small, once):
        pass_weeks(each, 4)
        assert each.state.bodies[0].unkept == 0
    again = helping(MeasureKind.AID, 1)
    another = again.state.texts[3]
    another.alive, another.body, another.measure, another.helps, another.until = 1, 0, 0, 0, NOBODY
    pass_weeks(again, 4)
    assert again.state.bodies[0].unkept == 1
