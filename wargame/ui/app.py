"""The application: a window of the system or a surface without one, its loop, its screens and its work.

What is not foreseen leaves `run` as it is; `wargame.ui.ending` tells the player, and keeps a report.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pygame

from wargame.store.paths import assets_folder
from wargame.ui.clipboard import OwnClipboard, SystemClipboard
from wargame.ui.kit.layers import Layer, screen
from wargame.ui.kit.widget import Cursor, Widget
from wargame.ui.kit.window import Window
from wargame.ui.opening import (
    Display,
    doubled_makes,
    give_memory_back,
    open_surface,
    screen_size,
    set_extent,
    system_id,
)
from wargame.ui.probe import probe_file, write_probe
from wargame.ui.settings import SMALLEST_SIDE, USUAL, Extent, Settings, SettingsFile, first_settings
from wargame.ui.theme.palette import PALETTES, Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.work import NEWS, Crew, Post, Report, Work

Result = TypeVar("Result")

LONGEST_WAIT = 500  # milliseconds the loop sleeps when nothing happens
FULL_SCREEN_KEY = pygame.K_F11
NAP = 8  # milliseconds between looks for an event; nobody notices a delay so short
CURSORS = {
    Cursor.ARROW: pygame.SYSTEM_CURSOR_ARROW,
    Cursor.HAND: pygame.SYSTEM_CURSOR_HAND,
    Cursor.TEXT: pygame.SYSTEM_CURSOR_IBEAM,
}
SHORTEST_FRAME = 8  # milliseconds between frames while something moves


class App:
    """One window, from opening to `close`."""

    def __init__(self, display: Display, settings: SettingsFile) -> None:
        give_memory_back()
        self._file = settings
        usual = first_settings(screen_size(display)) if display is Display.WINDOW else USUAL
        self.settings = settings.read(usual)
        self._surface = open_surface(display, (self.settings.width, self.settings.height), self.settings.extent)
        self._clipboard = SystemClipboard() if display is Display.WINDOW else OwnClipboard()
        self.window = Window(_theme(self.settings), self._surface.get_size(), self._clipboard)
        self.post = Post()
        self._crew = Crew()
        self._screens: list[Callable[[], Widget]] = []
        self._cursor = Cursor.ARROW
        self._running = True
        self._probe = probe_file()
        self._system_id = system_id() if self._probe is not None else 0
        self._may_quit: Callable[[], bool] = lambda: True

    def enter(self, make: Callable[[], Widget]) -> None:
        """Go to a screen; `leave` comes back to the one before."""
        self._screens.append(make)
        self.window.replace(screen(make()))

    def go(self, make: Callable[[], Widget]) -> None:
        """Go to a screen in place of all others."""
        self._screens.clear()
        self.enter(make)

    def show_again(self) -> None:
        """Make the present screen anew, because what it was made of has changed."""
        self.window.replace(screen(self._screens[-1]()))

    def leave(self) -> None:
        """Come back to the screen before, or quit from the first."""
        self._screens.pop()
        if self._screens:
            self.window.replace(screen(self._screens[-1]()))
        else:
            self.quit()

    def show(self, layer: Layer) -> None:
        """Lay a dialog over the screen."""
        self.window.show(layer)

    def ask_before_quitting(self, may_quit: Callable[[], bool]) -> None:
        """Let a screen decide whether closing the window quits."""
        self._may_quit = may_quit

    def quit(self) -> None:
        """End the loop after this event."""
        self._running = False

    def adopt(self, settings: Settings) -> None:
        """Use other settings and keep them."""
        looks_same = (settings.percent, settings.palette) == (self.settings.percent, self.settings.palette)
        self.settings = settings
        self._file.write(settings)
        if not looks_same:
            self.window.retheme(_theme(settings))
        self.tell_complaint()

    def tell_complaint(self) -> None:
        """Show once what went wrong with the settings."""
        if self._file.complaint:
            self.window.notify(self._file.complaint, Tone.WARN)
            self._file.complaint = ""

    def work(
        self,
        job: Callable[[Report], Result],
        done: Callable[[Result], None],
        news: Callable[[str, int | None], None] = lambda _text, _share: None,
        stopped: Callable[[], None] = lambda: None,
    ) -> Work[Result]:
        """Do a job in a thread; the others are called in the loop."""
        return Work(self._crew, job, self.post, done, news, stopped)

    def run(self) -> None:
        """Show frames and answer events until `quit`."""
        self.tell_complaint()
        if doubled := doubled_makes():
            self.window.notify(doubled, Tone.WARN)
        clock = pygame.time.Clock()
        while self._running:
            self.window.tick(pygame.time.get_ticks())
            self.draw_if_dirty()
            for event in _next_events(self.window.wait(LONGEST_WAIT)):
                self.handle(event)
            if self.window.dirty:
                clock.tick(1000 // SHORTEST_FRAME)

    def handle(self, event: pygame.event.Event) -> None:
        """Answer one event."""
        match event.type:
            case pygame.QUIT:
                self._running = self._running and not self._may_quit()
            case pygame.VIDEORESIZE:
                self._take_size()
            case pygame.KEYDOWN if event.key == FULL_SCREEN_KEY:
                self.turn_full_screen()
            case _ if event.type == NEWS:
                if self.post.deliver():
                    self.window.touch()
            case _:
                self.window.handle(event)

    def draw_if_dirty(self) -> None:
        """Draw and show a frame if anything has changed."""
        if not self.window.dirty:
            return
        self.window.draw(self._surface)
        if self.window.cursor is not self._cursor:
            self._cursor = self.window.cursor
            pygame.mouse.set_cursor(CURSORS[self._cursor])
        pygame.display.flip()
        if self._probe is not None:
            write_probe(self._probe, self.window, self._system_id)

    def turn_full_screen(self) -> None:
        """Take the whole screen, or go back to the window."""
        self.keep_size()
        extent = Extent.WINDOW if self.settings.extent is Extent.FULL else Extent.FULL
        self._surface = set_extent(extent, (self.settings.width, self.settings.height))
        self._clipboard.reopen()
        self._system_id = system_id() if self._probe is not None else 0  # the system may have made another window
        self.adopt(self.settings.model_copy(update={"extent": extent}))
        self._take_size()

    def close(self) -> None:
        """Close the window once nobody works behind it any more, and keep its size for the next time."""
        self.keep_size()
        self._crew.go_home()
        pygame.quit()

    def keep_size(self) -> None:
        """Note the size of the window in the settings, unless it takes the whole screen."""
        width, height = (max(side, SMALLEST_SIDE) for side in self.window.size)
        if self.settings.extent is Extent.WINDOW and (width, height) != (self.settings.width, self.settings.height):
            self.adopt(self.settings.model_copy(update={"width": width, "height": height}))

    def _take_size(self) -> None:
        """Follow the window; pygame has already put another picture under the same surface."""
        self.window.resize(self._surface.get_size())


def _next_events(longest: int) -> list[pygame.event.Event]:
    """What has happened, as soon as something has, or nothing after so many milliseconds.

    `pygame.event.wait` looks a thousand times a second, which costs three in a hundred of a core.
    """
    until = pygame.time.get_ticks() + longest
    while not (events := pygame.event.get()) and (left := until - pygame.time.get_ticks()) > 0:
        pygame.time.wait(min(NAP, left))
    return events


def _theme(settings: Settings) -> Theme:
    return Theme(PALETTES[settings.palette], settings.percent, assets_folder())
