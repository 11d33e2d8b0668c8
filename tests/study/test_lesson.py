"""`lesson_2022`: an hour for a class, in few lines, on the data of the game of 2022; nothing in it is decided beforehand."""

from __future__ import annotations

from functools import cache

import pytest

from wargame.ai.policy import Level
from wargame.model.scenario import Scenario
from wargame.store.scenarios import find_scenario, load_scenario, scenario_from
from wargame.study.company import Visits, usual_visits
from wargame.study.games import Result, play

MOST_LINES = 150
WAR = "go_to_war"
SEEDS = range(1, 5)  # three games of staffs in four come to a war
FACTS = (
    "countries",
    "regions",
    "seas",
    "edges",
    "formations",
    "links",
    "red_lines",
    "measures",
    "numbers",
    "texts",
    "sources",
)


@pytest.fixture(scope="module")
def lesson() -> Scenario:
    return load_scenario(find_scenario("lesson_2022"))


@cache
def game(russia: Level, seed: int) -> Result:
    """A game of staffs; Russia's leadership may be another."""
    scenario = load_scenario(find_scenario("lesson_2022"))
    return play(scenario, seed, {**dict.fromkeys(scenario.bodies, Level.STAFF), "russia": russia})


def test_it_is_short() -> None:
    """What it would else take is a copy of four thousand lines."""
    assert len(find_scenario("lesson_2022").read_text("utf-8").splitlines()) <= MOST_LINES


def test_its_facts_are_those_of_the_scenario_it_stands_on(lesson: Scenario) -> None:
    """As of 24 February; of the sides nothing but their briefings is its own."""
    base = scenario_from("invasion_2022", "2022-02-24")
    assert [name for name in FACTS if getattr(lesson, name) != getattr(base, name)] == []
    for name, body in lesson.bodies.items():
        assert body == base.bodies[name].model_copy(update={"briefing": body.briefing})


def test_it_is_meant_for_a_class(lesson: Scenario) -> None:
    """Six turns, one visit a turn, a briefing for each side, nothing to choose a day by."""
    assert (lesson.turns, usual_visits(lesson), lesson.starts) == (6, Visits.ONE, ())
    assert all(body.briefing for body in lesson.bodies.values())


def test_no_war_has_begun_and_nobody_has_been_ordered_to_march(lesson: Scenario) -> None:
    """The armies stand where they stood; what they do is for the seats to decide."""
    assert (lesson.wars, lesson.mobilised, lesson.orders) == ((), (), {})
    assert lesson.formations["RUS-30"].at == "BY-HOME"


@pytest.mark.parametrize("russia", [Level.STAFF, Level.IDLE])
def test_it_is_played_to_its_end(russia: Level) -> None:
    """All six turns, with drafts adopted in both councils."""
    result = game(russia, SEEDS[0])
    assert (result.turns, result.ending) == (6, "last_turn")
    assert result.counts["adopted_nato"] > 0
    assert result.counts["adopted_eu"] > 0


def test_whether_there_is_a_war_is_for_russia_to_decide_and_tells() -> None:
    """A leadership that does nothing has none; one that weighs it may, and that costs the others points."""
    peace = game(Level.IDLE, SEEDS[0])
    war = next(result for result in (game(Level.STAFF, seed) for seed in SEEDS) if WAR in result.measures)
    assert WAR not in peace.measures
    for side in ("eu", "ukraine"):
        assert war.scores[side] < peace.scores[side]
