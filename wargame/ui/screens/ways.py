"""Where the screen of a game leads, and who does for it what takes longer than a frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from wargame.ui.screens.hall import Reckoned
from wargame.ui.settings import Reasons


class Reckoner(Protocol):
    """Does a job that takes longer than a frame, and tells what came of it."""

    def __call__(self, job: Callable[[], Reckoned], done: Callable[[Reckoned], None]) -> None:
        """Begin it."""


def reckoned_at_once(job: Callable[[], Reckoned], done: Callable[[Reckoned], None]) -> None:
    """Without a loop of events: here and now."""
    done(job())


class Ways:
    """Where the screen of a game leads."""

    def __init__(
        self,
        decide: Callable[[], None],
        end: Callable[[], None],
        menu: Callable[[], None],
        settings: Callable[[], None],
        keep: Callable[[], None],
        places: Callable[[], None],
        reasons: Callable[[], Reasons] = lambda: Reasons.AT_END,
        reckon: Reckoner = reckoned_at_once,
    ) -> None:
        self.reckon = reckon
        self.decide, self.end, self.menu, self.settings, self.reasons = decide, end, menu, settings, reasons
        self.keep, self.places = keep, places
