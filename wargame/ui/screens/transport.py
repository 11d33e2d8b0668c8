"""The transport bar of a replay: from the start, back, play or pause, on, to the end, speed, and a slider over all frames."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from wargame.catalogue import _
from wargame.ui.kit.beat import Beat
from wargame.ui.kit.button import Button, Kind, icon_button
from wargame.ui.kit.layout import Column, Row, gap
from wargame.ui.kit.slider import Scale, Slider
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.pieces import Slot

PERIODS = (1600, 800, 400, 200)  # milliseconds a frame, by speed
SPEEDS = ("½×", "1×", "2×", "4×")
USUAL = 1  # of these


class Transport:
    """Counts frames from 0 and tells `on_frame` of each new one, whoever chose it."""

    def __init__(self, count: int, on_frame: Callable[[int], None]) -> None:
        self.at = 0
        self._count, self._on_frame = count, on_frame
        self._speed = USUAL
        self._beat = Beat(self._play_on)
        self._bar = Slot()
        self.root: Widget = self._bar
        self._fill()

    @property
    def last(self) -> int:
        """Number of the last frame."""
        return self._count - 1

    @property
    def playing(self) -> bool:
        """Whether it runs by itself."""
        return self._beat.running

    def go(self, frame: int) -> None:
        """Show a frame; those before the first and after the last are the first and the last."""
        self.at = min(max(frame, 0), self.last)
        self._fill()
        self._on_frame(self.at)

    def play_or_pause(self) -> None:
        """Run, from the start where it stood at the end; or stand still."""
        if self.playing:
            self._beat.stop()
            self._fill()
            return
        self._beat.run(PERIODS[self._speed])
        self.go(0 if self.at == self.last else self.at)

    def stand_at(self, frame: int) -> None:
        """Stand still at a frame that is shown already."""
        self._beat.stop()
        self.at = frame
        self._fill()

    def _play_on(self) -> None:
        if self.at + 1 >= self.last:
            self._beat.stop()
        self.go(self.at + 1)

    def _step(self, by: int) -> None:
        self._beat.stop()
        self.go(self.at + by)

    def _faster(self) -> None:
        self._speed = (self._speed + 1) % len(SPEEDS)
        if self.playing:
            self._beat.run(PERIODS[self._speed])
        self._fill()

    def _leap(self, frame: int) -> None:
        self._beat.stop()
        self.go(frame)

    def _fill(self) -> None:
        play = (
            icon_button("replay.play", "pause", self.play_or_pause, _("Stand still"))
            if self.playing
            else icon_button("replay.play", "play", self.play_or_pause, _("Play"))
        )
        speed = Button("replay.speed", SPEEDS[self._speed], self._faster, _("How fast it plays"), Kind.QUIET)
        keys = Row(
            self._beat,
            icon_button("replay.start", "refresh-cw", lambda: self._leap(0), _("From the start")).on_key(pygame.K_HOME),
            icon_button("replay.back", "chevron-left", lambda: self._step(-1), _("A step back")).on_key(pygame.K_LEFT),
            play.on_key(pygame.K_SPACE),
            icon_button("replay.on", "chevron-right", lambda: self._step(1), _("A step on")).on_key(pygame.K_RIGHT),
            icon_button("replay.end", "skip-forward", lambda: self._leap(self.last), _("To the end")).on_key(
                pygame.K_END
            ),
            gap(),
            speed,
            gap=2,
        )
        rows: list[Widget] = [keys]
        if self.last > 0:
            rows.append(Slider("replay.at", Scale(0, self.last), self.at, self._leap, _("Any step of the turn")))
        self._bar.put(Column(*rows, gap=4))
