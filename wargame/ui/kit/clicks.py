"""Counting presses of the pointer: the second of two near each other in place and time is a double click."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.ui.kit.canvas import Point

BETWEEN = 400  # milliseconds
NEAR = 5  # pixels


@dataclass(frozen=True)
class _Pressed:
    """When, where and by which button."""

    now: int
    at: Point
    button: int


class Clicks:
    """Remembers the last press."""

    def __init__(self) -> None:
        self._last: _Pressed | None = None

    def count(self, now: int, at: Point, button: int) -> int:
        """1 for a press, 2 for the second of a double click; the third begins anew."""
        last = self._last
        double = last is not None and last.button == button and now - last.now < BETWEEN and _near(at, last.at)
        self._last = None if double else _Pressed(now, at, button)
        return 2 if double else 1

    def let_go(self, at: Point) -> None:
        """The button went up; far from where it went down it was a drag, which is no half of a double click."""
        if self._last is not None and not _near(at, self._last.at):
            self._last = None


def _near(one: Point, other: Point) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) <= NEAR
