"""The log of messages below the map: the newest on top, each told once."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.catalogue import _
from wargame.engine.runs import Told
from wargame.engine.telling import Telling
from wargame.model import events as ev
from wargame.ui.kit.rows import Entry, Heading, words
from wargame.ui.kit.table import Table
from wargame.ui.theme.palette import Tone

DATE_WIDE = 80  # logical units, as below
LINE_WIDE = 300
MOST_LINES = 400


class Messages:
    """The table, and what stands in it."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._events: tuple[ev.Event, ...] = ()
        self._told: list[Told] = []
        columns = [Heading("date", "", "", DATE_WIDE), Heading("line", "", "", LINE_WIDE, 1)]
        self.table = Table("log", columns, _("Messages"))
        self.table.empty = _("Nothing has been reported yet")

    def fill(self, events: Sequence[ev.Event]) -> None:
        """Show these; what was told already is not put into words again."""
        events = tuple(events)
        if events == self._events and self._told:
            return
        known = len(self._events)
        if events[:known] != self._events:
            known, self._told = 0, []
        self._told += self._telling.told(events[known:], events[known - 1] if known else None)
        self._events = events
        lines = self._telling.folded(self._told)[-MOST_LINES:]
        entries = [
            Entry(str(number), (words(self._telling.short_date(day), Tone.FAINT), words(line)))
            for number, (day, line) in enumerate(lines)
        ]
        self.table.fill(entries[::-1])
