"""The caucus of a nation that can decide nothing: it says so, says why, and Enter goes on."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.ui.screens.table import Play
from wargame.engine.resolve import copied
from wargame.ui.play.drafting import law_words
from wargame.ui.screens.caucus import Caucus
from wargame.ui.screens.shell import GameScreen

FUNDED = "LEGAL-10"
SIZES = (((1280, 720), 100), ((1280, 720), 150))


def caucus_of(play: Play) -> GameScreen:
    """Ukraine's screen in the caucus of the first turn."""
    play.begin("ukraine", "invasion_2022")
    screen = play.flow.screen
    assert screen is not None
    assert isinstance(screen.panel, Caucus)
    return screen


def spend_all(screen: GameScreen) -> None:
    """Take the money that its one decision costs."""
    session = screen.game.session
    session.state = copied(session.state)
    session.state.bodies[session.names.bodies.row("ukraine")].funds = 0
    screen.game.look()
    screen.see()


def said(play: Play) -> str:
    """All that is written."""
    play.driver.tick()
    return " ".join(" ".join(play.driver.texts()).split())


@pytest.fixture(params=SIZES)
def play(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Play]:
    """A window at its menu, with usual and with large letters."""
    size, percent = request.param
    table = Play(tmp_path, size, percent)
    yield table
    table.close()


def test_a_nation_that_can_decide_nothing_is_told_why_and_goes_on(play: Play) -> None:
    """The reason stands below the decision, nothing is cut, and Enter closes the caucus."""
    screen = caucus_of(play)
    assert "could be decided" in said(play)
    assert play.has("measure.mobilise")
    spend_all(screen)
    assert not play.has("measure.mobilise")
    for words in ("Nothing can be decided now.", "What is out of reach", law_words(FUNDED)):
        assert words in said(play)
    assert FUNDED not in said(play)
    assert "could be decided" not in said(play)
    assert play.driver.complaints() == []
    play.driver.key(pygame.K_RETURN)
    play.wait(lambda: not play.flow.busy and not isinstance(screen.panel, Caucus))


def test_what_was_decided_leaves_nothing_more(play: Play) -> None:
    """Once all is decided that can be there is nothing more to decide: it stands above, to be taken back."""
    screen = caucus_of(play)
    for measure in ("mobilise", "national_resistance"):
        play.click(f"measure.{measure}")
        play.click("table")
    assert len(screen.given) == 2
    assert "Nothing more can be decided" in said(play)
    assert play.driver.complaints() == []
    number = next(iter(screen.orders()))
    play.click(f"withdraw.{number}")
    assert "could be decided" in said(play)
