"""Recall: a state calls home what it gave, with a turn's notice (rulebook 5)."""

import numpy as np
import pytest

from tests.rules.fixed import fixed
from tests.rules.test_command import FOE, FRONT, GIVER, HOST, allies
from tests.worlds import Small, bare, notes_of
from wargame.model.calendar import WEEK
from wargame.model.codes import Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import CouncilNumbers
from wargame.rules import recall as laws
from wargame.rules.law import plain


@pytest.mark.parametrize(("value", "recalled"), [(500, False), (-1000, False), (-1001, True)])
def test_forces_are_called_home_by_who_clearly_objects(value: int, recalled: bool) -> None:
    """COMMAND-5."""
    assert plain(laws.is_recalled)(fixed(CouncilNumbers, recall=1.0), value) == recalled


@pytest.mark.parametrize(
    ("release_day", "fights", "done"), [(NOBODY, 0, True), (NOBODY, 1, False), (90, 0, False), (0, 0, False)]
)
def test_what_was_given_for_a_war_goes_home_after_it(release_day: int, fights: int, done: bool) -> None:
    """COMMAND-6."""
    assert plain(laws.is_done)(release_day, fights) == done


def test_a_recall_costs_solidarity() -> None:
    """COMMAND-7: and never more than there is."""
    n = fixed(CouncilNumbers, recall_cost=0.03)
    assert plain(laws.solidarity_left)(n, 600) == 570
    assert plain(laws.solidarity_left)(n, 10) == 0


def lent(release_day: int, willing: int, war: int) -> Small:
    """Two formations of the giver under the body's command, one on the host's soil and one at home; the foe is at war or not."""
    small = allies()
    for u in (0, 1):
        unit = small.state.formations[u]
        unit.command, unit.release_day = 0, release_day
    small.state.formations[0].at = FRONT
    small.state.members[0, GIVER].commitment = willing
    small.state.members[0, GIVER].made = 9
    small.state.countries[GIVER].outlook = small.state.countries[GIVER].opinion = 0
    small.state.countries[GIVER].top_threat, small.state.pairs[GIVER, FOE].threat = FOE, 1000 - willing
    small.state.pairs[HOST, FOE].war = small.state.pairs[FOE, HOST].war = war
    small.state.clock[0].day = 10
    return small


def recalled(small: Small) -> list[int]:
    """The days of return after a look at what was given."""
    bare(laws.recall_forces)(small.world, small.state, small.record)
    return [int(small.state.formations[u].release_day) for u in (0, 1)]


def test_notice_is_a_turn_and_costs_once() -> None:
    """COMMAND-5 and 7: who does not want to give any more gives notice of both, pays once, and says no more of it."""
    small = lent(200, 0, 1)
    notice = 10 + WEEK * int(small.world.course[0].weeks_a_turn)
    small.state.members[0, GIVER].commitment = 100
    assert recalled(small) == [notice, 200]  # the one at home helps itself there
    weeks = int(small.world.course[0].weeks_a_turn)
    assert notes_of(small.record, Note.RECALLED) == [(0, 0, FRONT, weeks, GIVER, 0, 0)]
    paid = int(small.state.members[0, GIVER].commitment)
    assert paid < 100
    assert recalled(small) == [notice, 200]
    assert small.state.members[0, GIVER].commitment == paid
    assert len(notes_of(small.record, Note.RECALLED)) == 1


@pytest.mark.parametrize(("war", "returns"), [(1, False), (0, True)])
def test_after_a_war_all_go_home_at_no_cost(war: int, returns: bool) -> None:
    """COMMAND-6: what a contribution gave without a day of return is given notice when no member fights any more."""
    small = lent(NOBODY, 1000, war)
    days = recalled(small)
    assert (np.asarray(days) >= 0).all() == returns
    assert small.state.members[0, GIVER].commitment == 1000
