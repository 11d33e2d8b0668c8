"""Two people at one machine: a curtain between their turns, and nothing of the one before the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.screens.table import Play
from wargame.model.orders import SoundOut
from wargame.ui.kit.label import Label
from wargame.ui.map.situation import situation_of
from wargame.ui.screens.resolution import Resolution

MOST_VISITS = 80  # of a game of six turns
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
    play.click("next")
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


def test_behind_the_curtain_each_sees_the_replay_from_its_own_position(play: Play) -> None:
    """The first frame is what the seat itself knew when the weeks began, not what it knows now."""
    seen = 0
    for _visit in range(8):
        play.click("lift")
        play.wait(lambda: play.flow.screen is not None)
        screen = play.flow.screen
        assert screen is not None
        while play.has("next"):
            if isinstance(screen.panel, Resolution):
                first = screen.game.resolution()[0].view
                assert first.seat == screen.game.seat
                assert int(first.state.clock[0].day) < int(screen.view.state.clock[0].day)
                shown = situation_of(first.world, first.state, first.names)
                assert screen.panel._frames[0].situation == shown
                seen += 1
            play.click("next")
        play.click("done")
        play.wait(lambda: play.has("lift"))
    assert seen >= 2


def test_three_people_play_a_game_to_its_end(tmp_path: Path) -> None:
    """Issue 4, bars: through the queue of events, each behind its curtain, each with its own side's pages, to the debrief."""
    play = Play(tmp_path)
    play.click("new")
    play.wait(lambda: play.has("next"))
    play.driver.click("scenarios.first_steps")
    play.click("next")
    for seat in ("nato", "eu", "russia"):
        play.choose(f"seat.{seat}", "human")
    play.click("start")
    visits: dict[str, int] = {}
    for _visit in range(MOST_VISITS):
        play.wait(lambda: play.has("lift") or play.has("report"))
        if play.has("report"):
            break
        play.click("lift")
        play.wait(lambda: play.flow.screen is not None)
        screen = play.flow.screen
        assert screen is not None
        visits[screen.game.seat] = visits.get(screen.game.seat, 0) + 1
        while play.has("next"):
            play.click("next")
        if not play.has("done"):  # the last page led to the end
            continue
        measures = [key for key in play.app.window.widgets() if key.startswith("measure.") and play.has(key)]
        if measures and not screen.given:
            play.click(measures[0])
            play.click("table")
        play.click("done")
        play.wait(lambda: not play.flow.busy)
    assert play.flow.game is not None
    assert play.flow.game.session.over
    assert set(visits) == {"nato", "eu", "russia"}
    assert {"How it came out", "Turning points"} <= set(play.driver.texts())
    play.close()
