"""A game played alone from the menu to the end, through the queue of events; leaving and going on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.screens.table import Play
from wargame.store.saves import read_save
from wargame.ui.map.tokens import palette_of
from wargame.ui.screens.caucus import Caucus
from wargame.ui.screens.marching import Marching
from wargame.ui.theme.palette import PaletteName

MOST_STEPS = 200  # presses that a game of six turns takes at most


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """A window at its menu."""
    table = Play(tmp_path)
    yield table
    table.close()


def table_a_draft(play: Play) -> None:
    """Write the first draft that can be written, and table it."""
    measures = [key for key in play.app.window.widgets() if key.startswith("measure.") and play.has(key)]
    if measures:
        play.click(measures[0])
        play.click("table")


def play_turn_page(play: Play) -> None:
    """One press on the way through a turn."""
    screen = play.flow.screen
    assert screen is not None
    if isinstance(screen.panel, Caucus) and not screen.given:
        table_a_draft(play)
    if isinstance(screen.panel, (Caucus, Marching)):
        play.click("done")
        play.wait(lambda: not play.flow.busy)
    else:
        play.click("next")


@pytest.mark.parametrize("side", ["nato", "russia"])
def test_a_game_is_played_to_its_end(play: Play, side: str, tmp_path: Path) -> None:
    """Every caucus with a draft, every session, resolution and assessment read; the save holds the person's orders."""
    play.begin(side)
    game = play.flow.game
    assert game is not None
    turns: list[str] = []
    for _step in range(MOST_STEPS):
        if "sides" in play.app.window.widgets():
            break
        turns += [text for text in play.driver.texts() if text.startswith("Turn ") and " · " in text]
        play_turn_page(play)
        assert play.driver.complaints() == []
    for turn in (1, 2):
        for page in ("Session", "Resolution", "Assessment"):
            assert f"Turn {turn} of {game.scenario.turns} · {page}" in turns
    assert f"Turn {game.scenario.turns} of {game.scenario.turns} · Assessment" in turns
    assert not any(
        turn.startswith("Turn 2") for turn in turns[: turns.index(f"Turn 1 of {game.scenario.turns} · Assessment")]
    )
    assert game.session.over
    assert {"How it came out", "Course of the game"} <= set(play.driver.texts())
    play.click("reasons")
    assert "Why the others did it" in play.driver.texts()
    assert play.driver.complaints() == []
    play.click("done")
    orders = [entry for entry in read_save(game.save.path).entries if f'"seat": "{side}"' in entry.body]
    assert any(entry.kind == "order" for entry in orders)
    play.click("menu")
    play.wait(lambda: play.has("new"))


def test_a_game_is_left_and_gone_on_with(play: Play) -> None:
    """What was ordered is there again, and what had been heard."""
    play.begin("nato")
    table_a_draft(play)
    assert play.flow.screen is not None
    given, heard = play.flow.screen.given, play.flow.screen.game.heard
    assert given
    assert heard
    play.click("menu")
    play.click("resume")
    play.wait(lambda: play.flow.screen is not None)
    assert play.flow.screen.given == given
    assert play.flow.screen.game.heard == heard


def test_colours_change_in_a_game_and_are_kept(play: Play) -> None:
    """The map's too: the sides look the same on it as beside it."""
    play.begin("nato")
    screen = play.flow.screen
    assert screen is not None
    before = screen.map.view.shown.picture.washes if screen.map.view else {}
    play.click("settings")
    play.choose("palette", "colour-blind")
    play.click("done")
    assert screen.map.view is not None
    assert screen.map.view.shown.picture.washes != before
    assert screen.map.view.palette is palette_of(PaletteName.COLOUR_BLIND)
    assert play.app.settings.palette is PaletteName.COLOUR_BLIND
    assert play.driver.complaints() == []


def test_the_course_of_the_scores_is_there_again(play: Play) -> None:
    """A game that is gone on with shows the scores of all its turns, as they were."""
    play.begin("nato")
    game = play.flow.game
    assert game is not None
    for _step in range(MOST_STEPS):
        if game.turn == 2 and play.flow.screen is not None and isinstance(play.flow.screen.panel, Caucus):
            break
        play_turn_page(play)
    course = dict(game.course)
    assert set(course) == {0, 1, 2}
    play.click("menu")
    play.click("resume")
    play.wait(lambda: play.flow.screen is not None)
    assert play.flow.game is not None
    assert play.flow.game is not game
    assert play.flow.game.course == course
