"""Sheets lead on and back again, through the queue of events."""

from pathlib import Path

import pygame

from tests.ui.screens.table import Play


def test_keys_retrace_the_sheets(tmp_path: Path) -> None:
    """Alt+Left and Alt+Right; the cross closes."""
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
