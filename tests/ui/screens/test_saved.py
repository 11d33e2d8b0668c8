"""The list of saves: each game as it stands, who plays by now, and no save that breaks the list."""

from __future__ import annotations

from pathlib import Path

from tests.ui.screens.table import Play
from wargame.store.saves import SUFFIX


def listed(play: Play) -> str:
    """The words of the page once the save is read."""
    play.wait(lambda: "Turn" in play.driver.texts())
    return " ".join(play.driver.texts())


def test_the_list_shows_date_turn_and_who_plays_now(tmp_path: Path) -> None:
    """A turn is played and a seat changes hands: the list tells of the game as it is now, not as it began."""
    play = Play(tmp_path)
    play.begin("russia")
    play.choose("overlay", "political")
    play.click("done")
    play.wait(lambda: not play.flow.busy)
    game = play.flow.game
    assert game is not None
    game.hand_over("eu", "human")
    date = game.telling.date(int(game.view.state.clock[0].day))
    play.flow.leave_game()
    play.click("load")
    words = listed(play)
    assert date in words
    assert "Turn 1 of" in words
    assert words.count("a person") == 2
    play.close()


def test_a_save_that_cannot_be_read_says_so_and_the_others_stay(tmp_path: Path) -> None:
    """A damaged file beside a sound one: both are listed, the sound one can be loaded."""
    play = Play(tmp_path)
    play.begin("nato")
    play.flow.leave_game()
    (tmp_path / "saves" / f"torn{SUFFIX}").write_bytes(b"not a save")
    play.click("load")
    play.wait(lambda: f"saves.torn{SUFFIX}" in play.app.window.places())
    play.driver.click(f"saves.torn{SUFFIX}")
    assert any("broken" in text for text in play.driver.texts())
    assert not play.has("load")
    sound = next(path for path in (tmp_path / "saves").glob(f"nato-*{SUFFIX}"))
    play.driver.click(f"saves.{sound.name}")
    assert "a person" in listed(play)
    play.click("load")
    play.wait(lambda: play.flow.screen is not None)
    play.close()
