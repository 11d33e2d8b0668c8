"""Every figure above a game and every cost of a draft opens into what it is made of or what moves it."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.ui.screens.table import Play


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """NATO's first caucus."""
    table = Play(tmp_path, (1920, 1080))
    table.begin("nato")
    table.wait(lambda: not table.flow.busy)
    yield table
    table.close()


def ids(play: Play, start: str) -> list[str]:
    """Ids on the screen that begin so."""
    return [key for key in play.app.window.widgets() if key.startswith(start)]


def opens_into_laws(play: Play, widget: str) -> None:
    """A press shows a level with its laws, without a complaint; Escape closes it."""
    play.driver.click(widget)
    assert "Now" in play.driver.texts(), widget
    assert play.driver.complaints() == []
    play.driver.key(pygame.K_ESCAPE)
    assert "Now" not in play.driver.texts()


def test_figures_of_the_top_bar_open_into_the_laws_that_move_them(play: Play) -> None:
    """Influence, funds, cohesion, escalation and channels: each names at least one law."""
    figures = ids(play, "figure.level.")
    assert len(figures) == 5
    for figure in figures:
        opens_into_laws(play, figure)


def test_what_is_left_in_the_bank_opens_into_what_is_taken(play: Play) -> None:
    """The bank, less what tabling and bids cost, is what is left."""
    first = next(key for key in ids(play, "measure.") if play.has(key))
    play.click(first)
    play.click("cost.left")
    texts = play.driver.texts()
    assert "In the bank" in texts
    assert play.driver.complaints() == []


def test_a_leadership_sees_what_its_stability_rests_on(tmp_path: Path) -> None:
    """Russia's room: stability opens in the bar and among the prices, the other figures in the bar."""
    play = Play(tmp_path, (1920, 1080))
    play.begin("russia")
    play.wait(lambda: not play.flow.busy)
    play.click("room")
    found = [*ids(play, "figure.level."), *ids(play, "level.bodies.stability")]
    assert len(found) == 5
    for widget in found:
        opens_into_laws(play, widget)
    play.close()
