"""The chronicle of what comes from outside the game: injects told, and what they moved, in sentences."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.engine.inject_words import moved_words
from wargame.engine.titles import Titles
from wargame.model import events as ev
from wargame.model.shifts import Shift

UNITS = {Shift.ESCALATION: 1000, Shift.FUNDS: 1, Shift.INCIDENT: 1}
TENTHS = 10  # of a per cent, and of a point of influence


class InjectTeller:
    """Tells of injects. Where one is from, and whether it is true, is told when the game is over."""

    def __init__(self, titles: Titles) -> None:
        self._titles = titles

    def line(self, event: ev.Injected | ev.LevelShifted) -> str:
        """One event as a sentence."""
        match event:
            case ev.Injected():
                says = _("NEWS: {title}.")
                if event.source == "facilitator":
                    says = _("NEWS from the facilitator: {title}.")
                return says.format(title=event.title.rstrip("."))
            case ev.LevelShifted():
                says = _("From outside the game: {moved}.")
                if event.source == "facilitator":
                    says = _("By the facilitator: {moved}.")
                return says.format(moved=self.moved(event))

    def moved(self, event: ev.LevelShifted) -> str:
        """What was moved, by how much."""
        what = Shift[event.what.upper()]
        whose = self._titles.country(event.state) if event.state else self._titles.body(event.body)
        return moved_words(what, whose, event.moved / UNITS.get(what, TENTHS))
