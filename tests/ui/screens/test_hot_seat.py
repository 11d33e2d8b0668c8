"""Two people at one machine: a curtain between their turns, and nothing of the one before the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.screens.table import Play
from wargame.model.orders import SoundOut
from wargame.ui.kit.label import Label

PRIVATE = ("What could be tabled", "What could be decided", "Objectives")


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """A window with a game of two people, the curtain drawn."""
    table = Play(tmp_path)
    table.click("new")
    table.wait(lambda: table.has("next"))
    table.driver.click("scenarios.first_steps")
    table.click("next")
    for seat, who in (("nato", "human"), ("eu", "ai:cadet"), ("russia", "human")):
        table.choose(f"seat.{seat}", who)
    table.click("start")
    table.wait(lambda: table.has("lift"))
    yield table
    table.close()


def test_a_curtain_parts_the_seats(play: Play) -> None:
    """At the start, after each person's decision, and each sees its own side behind it."""
    for side in ("NATO", "Russia", "NATO", "Russia"):
        texts = play.driver.texts()
        assert f"I am {side}" in texts
        assert not set(PRIVATE) & set(texts)
        assert play.driver.complaints() == []
        play.click("lift")
        play.wait(lambda: play.flow.screen is not None)
        assert side in play.driver.texts()
        while play.has("next"):
            play.click("next")
        play.click("done")
        assert play.driver.complaints() == []
        play.wait(lambda: play.has("lift"))


def test_while_others_decide_nothing_can_be_ordered(play: Play) -> None:
    """The session is theirs; the map can still be looked at."""
    play.click("lift")
    play.wait(lambda: play.has("done"))
    play.flow.busy = True
    screen = play.flow.screen
    assert screen is not None
    screen.show_working(Label("They decide"))
    assert not screen.submit(SoundOut(member="DEU"))
    screen.look_at("state", "DEU")
    play.driver.tick()
    assert "done" not in play.app.window.widgets()
    assert "Germany" in play.driver.texts()
    assert screen.given == ()
    play.flow.busy = False
