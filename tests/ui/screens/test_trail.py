"""Sheets lead on and back again."""

from pathlib import Path

import pygame

from tests.ui.screens.table import Play
from wargame.ui.play.trail import MOST, Trail


def test_a_trail_goes_back_and_on() -> None:
    """In the order opened; something new after going back forgets what lay ahead; the same sheet twice is one step."""
    trail = Trail()
    assert not trail.has_back
    for name in ("EST", "EST", "LVA", "LTU"):
        trail.note("state", name)
    assert trail.step(-1) == ("state", "LVA")
    assert trail.step(-1) == ("state", "EST")
    assert not trail.has_back
    assert trail.step(1) == ("state", "LVA")
    trail.note("place", "EE-TALL")
    assert not trail.has_on
    assert trail.step(-1) == ("state", "LVA")


def test_a_trail_is_not_endless() -> None:
    """The oldest steps are forgotten."""
    trail = Trail()
    for number in range(MOST + 10):
        trail.note("state", str(number))
    back = 0
    while trail.has_back:
        trail.step(-1)
        back += 1
    assert back == MOST - 1


def test_keys_retrace_the_sheets(tmp_path: Path) -> None:
    """Alt+Left and Alt+Right, through the queue of events."""
    play = Play(tmp_path)
    play.begin("nato")
    screen = play.flow.screen
    assert screen is not None
    screen.look_at("state", "EST")
    screen.look_at("state", "LVA")
    play.driver.tick()
    assert "Latvia" in play.driver.texts()
    play.driver.key(pygame.K_LEFT, pygame.KMOD_ALT)
    assert screen._chosen == ("state", "EST")
    play.driver.key(pygame.K_RIGHT, pygame.KMOD_ALT)
    assert screen._chosen == ("state", "LVA")
    play.click("sheet.close")
    assert screen._chosen is None
    assert play.driver.complaints() == []
    play.close()
