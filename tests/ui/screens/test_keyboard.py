"""A whole game by the keyboard alone: Tab, arrows, Return and shortcuts; the pointer is never moved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.ui.screens.table import Play
from wargame.model.orders import March, TableDraft
from wargame.store.saves import read_save
from wargame.ui.screens.caucus import Caucus
from wargame.ui.screens.marching import Marching

MOST_TABS = 200  # widgets that the focus may pass on its way
MOST_STEPS = 120  # pages of a game of six turns


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """A window at its menu."""
    table = Play(tmp_path)
    yield table
    table.close()


def enter(play: Play, widget_id: str) -> None:
    """Bring the focus there by Tab, and press Return."""
    play.wait(lambda: play.has(widget_id))
    window = play.app.window
    for _tab in range(MOST_TABS):
        if window.focused == widget_id:
            break
        play.driver.key(pygame.K_TAB)
    assert window.focused == widget_id, "Tab does not come to it"
    play.driver.key(pygame.K_RETURN)


def choose(play: Play, widget_id: str, choice: str) -> None:
    """Open a list, go down it to a choice, and take it."""
    enter(play, widget_id)
    window, wanted = play.app.window, f"{widget_id}.{choice}"
    for _step in range(MOST_TABS):
        if window.focused == wanted:
            break
        play.driver.key(pygame.K_DOWN)
    assert window.focused == wanted
    play.driver.key(pygame.K_RETURN)
    assert len(window.layers) == 1


def begin(play: Play) -> None:
    """From the menu into the first caucus of NATO."""
    play.driver.key(pygame.K_n)
    play.wait(lambda: play.has("scenarios"))
    enter(play, "scenarios")
    for rival in ("eu", "russia"):
        choose(play, f"seat.{rival}", "ai:cadet")
    enter(play, "start")
    play.wait(lambda: play.flow.screen is not None)
    enter(play, "next")


def table_a_draft(play: Play) -> None:
    """Write the first draft that can be written, and table it."""
    open_ones = [key for key in play.app.window.widgets() if key.startswith("measure.") and play.has(key)]
    if open_ones:
        enter(play, open_ones[0])
        enter(play, "table")


def order_a_formation(play: Play) -> None:
    """Let the first formation without orders stand in reserve."""
    units = [key for key in play.app.window.widgets() if key.startswith("order.")]
    if units:
        enter(play, units[0])
        choose(play, "posture", "reserve")
        enter(play, "give")


def test_a_game_is_played_to_its_end_without_a_pointer(play: Play) -> None:
    """Drafts are tabled and formations ordered on the way; the save holds both."""
    begin(play)
    game = play.flow.game
    assert game is not None
    for _step in range(MOST_STEPS):
        if "sides" in play.app.window.widgets():
            break
        screen = play.flow.screen
        assert screen is not None
        if not isinstance(screen.panel, (Caucus, Marching)):
            enter(play, "next")
            continue
        if not screen.given:
            table_a_draft(play) if isinstance(screen.panel, Caucus) else order_a_formation(play)
        enter(play, "done")
        play.wait(lambda: not play.flow.busy)
    assert game.session.over
    assert "How it came out" in play.driver.texts()
    bodies = [entry.body for entry in read_save(game.save.path).entries if '"seat": "nato"' in entry.body]
    for order in (TableDraft, March):
        kind = order.model_fields["type"].default
        assert any(f'"{kind}"' in body for body in bodies), kind
    enter(play, "menu")
    play.wait(lambda: play.has("new"))
