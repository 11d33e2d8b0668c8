"""National objectives: 100 points, one of them a brief by lot, each read off the state."""

import numpy as np
import pytest

from wargame.engine.compile import Compiled
from wargame.engine.national import BRIEFS, COMMON, READ, SAYS, Aim, standings, total_of
from wargame.engine.resolve import begin, copied
from wargame.model.columns import column_of
from wargame.model.state import State

POINT = 1000


@pytest.fixture(scope="module")
def opening(start: Compiled) -> State:
    """The first assessment."""
    return begin(start.world, start.state).state


def test_every_aim_has_words_and_is_read() -> None:
    """And belongs to all states, or is a brief."""
    assert set(SAYS) == set(READ) == set(Aim)
    assert {objective.aim for objective in (*COMMON, *BRIEFS)} == set(Aim)


def test_the_points_are_a_hundred(start: Compiled, opening: State) -> None:
    """Rulebook 12: 35, 20, 20, 15 and 10 for the brief."""
    for country in range(start.state.countries.size):
        found = standings(start.world, opening, opening, country)
        assert [item.objective.weight for item in found] == [35, 20, 20, 15, 10]
        assert [item.is_brief for item in found] == [False] * 4 + [True]
        assert 0 <= total_of(found) <= 100 * POINT


def test_briefs_differ_between_states_and_stay(start: Compiled, opening: State) -> None:
    """Drawn once in a game: a later turn does not change them."""
    later = copied(opening)
    later.clock[0].day, later.clock[0].turn = 140, 5
    briefs = []
    for country in range(start.state.countries.size):
        first, then = (standings(start.world, opening, state, country)[-1].objective for state in (opening, later))
        assert first == then
        briefs.append(first.aim)
    assert len(set(briefs)) > 1


@pytest.mark.parametrize(
    ("table", "column", "place", "worse"),
    [("countries", "economy", 1, 960), ("countries", "government", 2, 350), ("bodies", "cohesion", 3, 350)],
)
def test_what_is_read_moves_the_score(
    start: Compiled, opening: State, table: str, column: str, place: int, worse: int
) -> None:
    """Each aim scores nothing at its worst."""
    work = copied(opening)
    column_of(getattr(work, table), column)[:] = worse
    country = start.names.countries.row("EST")
    assert standings(start.world, opening, work, country)[place].score == 0


def test_a_government_that_fell_earns_nothing_for_its_successor(start: Compiled, opening: State) -> None:
    """Who burns its government to speak freely has lost what it was sent to keep."""
    work = copied(opening)
    country = start.names.countries.row("EST")
    work.countries[country].government = 900
    assert standings(start.world, opening, work, country)[2].score == 20 * POINT
    work.countries[country].caretaker = 3
    assert standings(start.world, opening, work, country)[2].score == 0


def test_forces_that_are_lent_are_counted(start: Compiled, opening: State) -> None:
    """The brief of forces at home reads the formations of the state that a body commands."""
    work = copied(opening)
    country = start.names.countries.row("DEU")
    own = np.flatnonzero(column_of(work.formations, "owner") == country)
    before = READ[Aim.HOME](start.world, opening, work, country)
    work.formations[int(own[0])].command = start.names.bodies.row("nato")
    assert READ[Aim.HOME](start.world, opening, work, country) == before + 1


def test_less_threat_scores_more(start: Compiled, opening: State) -> None:
    """Against the threat of the start."""
    country = start.names.countries.row("EST")
    work = copied(opening)
    threat = column_of(work.pairs, "threat")
    threat[country] = np.minimum(threat[country], 100)
    column_of(work.coalitions, "threat")[country] = 0
    assert standings(start.world, opening, work, country)[0].score == 35 * POINT
    assert standings(start.world, opening, opening, country)[0].score == 35 * POINT // 2
