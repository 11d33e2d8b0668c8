"""The last person leaves the seat to the computer, takes it back, or lets the game be played to its end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.screens.table import Play
from wargame.ui.screens.shell import GameScreen


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """NATO's first caucus."""
    table = Play(tmp_path)
    table.begin("nato")
    table.wait(lambda: not table.flow.busy)
    yield table
    table.close()


def leave_the_seat(play: Play) -> None:
    """To a cadet, in the dialog of who plays."""
    play.click("places")
    play.choose("place.nato", "ai:cadet")


def test_a_seat_is_left_and_taken_back(play: Play) -> None:
    """While nobody sits there, nothing of the seat is on the screen; whoever takes it back goes on as ever."""
    leave_the_seat(play)
    assert play.flow.screen is None
    assert "take_back" in play.app.window.widgets()
    assert play.driver.complaints() == []
    play.click("take_back")
    play.wait(lambda: play.flow.screen is not None)
    game = play.flow.game
    assert game is not None
    assert game.people == ["nato"]
    assert not game.session.seats["nato"].ready
    assert isinstance(play.flow.screen, GameScreen)


def test_a_game_that_nobody_takes_back_is_played_to_its_end(play: Play, tmp_path: Path) -> None:
    """And ends as any game; the save says so when it is opened again."""
    game = play.flow.game
    assert game is not None
    leave_the_seat(play)
    play.wait(lambda: not play.flow.busy)
    assert game.over
    assert len(game.course) == game.turn + 1
    play.wait(lambda: play.has("menu"))
    play.flow.leave_game()
    play.flow.resume(game.save.path)
    play.wait(lambda: play.has("menu"))


def test_a_save_that_nobody_plays_goes_on_where_it_was_left(play: Play) -> None:
    """Closed while the computers played, it is opened with the seat still to be taken."""
    game = play.flow.game
    assert game is not None
    path = game.save.path
    game.hand_over("nato", "ai:cadet")
    play.flow.leave_game()
    play.flow.resume(path)
    play.click("take_back")
    play.wait(lambda: play.flow.screen is not None)
    again = play.flow.game
    assert again is not None
    assert again.people == ["nato"]
