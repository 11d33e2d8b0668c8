"""A beat: something that happens by itself, again and again, while it is on."""

from __future__ import annotations

from collections.abc import Callable

from wargame.ui.kit.widget import Widget


class Beat(Widget):
    """Takes no room and shows nothing; calls `on_beat` every `period` ms while it runs."""

    def __init__(self, on_beat: Callable[[], None]) -> None:
        super().__init__()
        self._on_beat = on_beat
        self._period: int | None = None
        self._due: int | None = None

    @property
    def running(self) -> bool:
        """Whether it goes on."""
        return self._period is not None

    def run(self, period: int) -> None:
        """Begin, or go on at another pace (milliseconds)."""
        self._period, self._due = period, None

    def stop(self) -> None:
        """No further beat."""
        self._period = self._due = None

    def moves_at(self, now: int) -> int | None:
        """Milliseconds to the next beat."""
        if self._period is None:
            return None
        if self._due is None:
            self._due = now + self._period
        return max(1, self._due - now)

    def wake(self, now: int) -> None:
        """Beat, if it is time."""
        if self._period is None or self._due is None or now < self._due:
            return
        self._due = now + self._period
        self._on_beat()
