"""The chance of a draft in words, and what it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.screens.table import Play
from wargame.engine.chances import Chances
from wargame.model.codes import Verdict
from wargame.ui.screens.caucus import Caucus
from wargame.ui.screens.chance import likely_words
from wargame.ui.screens.positions import expected_words


def chances(*ambitions: tuple[int, int]) -> Chances:
    """Of 200 votes."""
    return Chances(200, sum(times for _, times in ambitions), ambitions, 0, ())


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (chances((3, 10), (1, 150)), "adopted at ambition 1"),
        (chances((3, 120), (2, 30)), "adopted at ambition 3"),
        (chances((2, 40), (1, 40)), "not adopted"),
        (chances(), "not adopted"),
    ],
)
def test_the_most_likely_end_is_that_which_came_most_often(found: Chances, words: str) -> None:
    """An ambition, or none."""
    assert likely_words(found) == words


def test_a_hollow_draft_is_adopted_one_lower() -> None:
    """As tabled, it says at which ambition it would run."""
    assert expected_words(Verdict.HOLLOW, 3) == "adopted at ambition 2"
    assert expected_words(Verdict.BLOCKED, 3) == "blocked"


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """A window at its menu."""
    table = Play(tmp_path)
    yield table
    table.close()


def wait_for(play: Play, said: Callable[[list[str]], bool]) -> None:
    """Until the texts of the screen are so."""
    play.wait(lambda: said(play.driver.texts()))


def test_the_form_says_which_ambition_each_line_means(play: Play) -> None:
    """The first reading alone beside all that the draft may come to; at the lowest ambition there is but one."""
    play.begin("nato")
    assert play.flow.screen is not None
    panel = play.flow.screen.panel
    assert isinstance(panel, Caucus)
    play.click("measure.forward_presence")
    assert "As tabled, at ambition 1" in play.driver.texts()
    assert "Chance that it passes" in play.driver.texts()
    panel._aim(3)
    play.driver.tick()
    wait_for(play, lambda texts: any("about" in text or "as good as" in text for text in texts))
    texts = " ".join(play.driver.texts())
    assert "As tabled, at ambition 3" in texts
    assert "at any ambition down to 1" in texts
    assert "Most likely" in texts
    assert play.driver.complaints() == []
