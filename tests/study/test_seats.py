"""What decisions are worth: a staff on a seat against nobody, seed by seed."""

from collections.abc import Iterable

from wargame.ai.policy import Level
from wargame.commands.study_seats import section
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.study.balance import Player
from wargame.study.games import Result
from wargame.study.seats import mean_scores, seats_compared


def silent(results: Iterable[Result], count: int, words: str) -> Iterable[Result]:
    """No progress shown."""
    return results


def test_who_decides_nothing_tables_nothing() -> None:
    """A seat with nobody on it has no draft and no choice of its own; the others play on."""
    player = Player(load_scenario(find_scenario("first_steps")), 1, silent)
    (result,) = player.games(1, Level.CADET, "", eu=Level.IDLE)
    assert result.counts["drafts_eu"] == 0
    assert result.counts["drafts_nato"] > 0
    assert not [choice for choice in result.choices if choice.startswith("eu/") and not choice.endswith(": nothing")]


def test_the_page_tells_what_each_seat_gains() -> None:
    """A row for each seat; the gain is the difference of its own means."""
    scenario = load_scenario(find_scenario("first_steps"))
    base, found = seats_compared(Player(scenario, 1, silent), 2)
    assert set(base) == set(found) == set(scenario.bodies)
    for seat, (scores, gain) in found.items():
        assert abs(gain.gain - (base[seat] - scores[seat])) < 1e-9
    text = section("first_steps", None, 2, base, found)
    assert "wargame study-seats first_steps --games 2" in text
    assert all(f"| {seat} | " in text for seat in scenario.bodies)
    assert mean_scores(Player(scenario, 1, silent).games(2, Level.STAFF, "")) == base
