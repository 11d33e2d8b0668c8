"""A window with a game for tests: driven through pygame's queue, computers deciding in their thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pygame

from tests.ui.drive import Driver
from wargame.ui.app import App
from wargame.ui.opening import Display
from wargame.ui.screens.flow import Flow
from wargame.ui.settings import Settings, SettingsFile

SECONDS = 60.0
SEED = "7"
NAP = 0.005  # seconds between looks


class Play:
    """One window, its flow, and a driver for it."""

    def __init__(self, folder: Path, size: tuple[int, int] = (1280, 720), percent: int = 100) -> None:
        file = SettingsFile(folder / "settings.json")
        file.write(Settings(width=size[0], height=size[1], percent=percent))
        self.app = App(Display.HEADLESS, file)
        self.flow = Flow(self.app, folder / "saves")
        self.flow.open_menu()
        surface = pygame.display.get_surface()
        assert surface is not None
        self.driver = Driver(self.app.window, surface, self.app.handle)

    def wait(self, happened: Callable[[], bool]) -> None:
        """Answer events until something has happened."""
        end = time.monotonic() + SECONDS
        while not happened():
            assert time.monotonic() < end, "it did not happen in time"
            time.sleep(NAP)
            self.driver.tick()
        self.driver.tick()

    def has(self, widget_id: str) -> bool:
        """Something with this id is on the screen and can be used."""
        widget = self.app.window.widgets().get(widget_id)
        return widget is not None and not widget.blocked

    def click(self, widget_id: str) -> None:
        """Press something as soon as it is there."""
        self.wait(lambda: self.has(widget_id))
        self.driver.click(widget_id)

    def choose(self, widget_id: str, choice: str) -> None:
        """Take a choice of a drop-down."""
        self.click(widget_id)
        self.click(f"{widget_id}.{choice}")

    def begin(self, side: str, scenario: str = "first_steps") -> None:
        """A new game against cadets, from the menu."""
        self.click("new")
        self.wait(lambda: self.has("next"))
        self.driver.click(f"scenarios.{scenario}")
        self.click("next")
        self.wait(lambda: self.has("start"))
        self.click("seed")  # so that every run is the same
        self.driver.key(pygame.K_a, pygame.KMOD_CTRL)
        self.driver.type(SEED)
        seats = [key.removeprefix("seat.") for key in self.app.window.widgets() if key.startswith("seat.")]
        for seat in seats:
            self.choose(f"seat.{seat}", "human" if seat == side else "ai:cadet")
        self.click("start")
        self.wait(lambda: self.flow.screen is not None)
        self.click("next")  # the briefing

    def close(self) -> None:
        """Let the save go, and whatever still works."""
        self.wait(lambda: not self.flow.busy)
        self.flow.close()
