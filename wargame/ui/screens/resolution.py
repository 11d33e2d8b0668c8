"""The resolution: what the seat may know of it, event by event, on the map."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from wargame.model import events as ev
from wargame.model.names import Names
from wargame.ui.kit.button import Button, Kind, icon_button
from wargame.ui.kit.label import Label, heading
from wargame.ui.kit.layout import Column, Row, Rule, gap
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.rows import Entry, Heading, words
from wargame.ui.kit.table import Table
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.pieces import Value, headed, in_words, plain_points
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL
from wargame.ui.words.catalogue import _, _n

COUNCIL = (ev.Tabled, ev.PositionTaken, ev.DraftDecided, ev.RequestAnswered, ev.Sounded, ev.Chosen)


class Resolution:
    """The page of what happened while the weeks went by."""

    def __init__(self, hall: Hall, events: Sequence[ev.Event]) -> None:
        self._hall = hall
        told = [(event, hall.game.telling.line(event)) for event in events if not isinstance(event, COUNCIL)]
        self._events = [(event, line) for event, line in told if line]
        self._table = Table(
            "events", [Heading("date", "", "", 54), Heading("what", "", "", 180, 1)], _("Choose an event")
        )
        self._table.on_choose = self._show
        self._table.empty = _("Nothing that you know of")
        self._table.fill([self._entry(number) for number in range(len(self._events))])
        self._at = -1
        self._opened: list[Widget] | None = None

    def _entry(self, number: int) -> Entry:
        event, line = self._events[number]
        date = " ".join(self._hall.game.telling.date(event.day).split()[:2])
        short = date[: date.find(" ") + 4]
        return Entry(str(number), (words(short, Tone.FAINT), words(line, _tone(event))))

    def middle(self) -> Widget | None:
        """The map."""
        return None

    writing = False

    def begin_first(self) -> None:
        """Nothing is begun here."""

    def pick(self, place: str, formation: str) -> bool:
        """What is pressed is shown."""
        return False

    def sheet(self) -> Sequence[Widget] | None:
        """The event that is looked at."""
        return self._opened

    def rail(self) -> Widget:
        """The events, step by step."""
        back = icon_button("step.back", "chevron-left", lambda: self._step(-1), _("The event before"))
        on = icon_button("step.on", "chevron-right", lambda: self._step(1), _("The next event")).on_key(pygame.K_n)
        count = _n("{count} event that you know of", "{count} events that you know of", len(self._events))
        count = count.format(count=len(self._events))
        go = Button("next", _("On"), self._hall.go_on, _("To what it means"), Kind.PRIMARY, "skip-forward")
        head = Row(heading(_("What happened")).growing(), back, on)
        return Column(head, Label(count, SMALL, Tone.DIM), self._table.growing(), Rule(), Row(gap(), go))

    def _step(self, by: int) -> None:
        if self._events:
            self._table.choose(str(min(max(self._at + by, 0), len(self._events) - 1)))

    def _show(self, key: str) -> None:
        self._at = int(key)
        event, line = self._events[self._at]
        self._opened = headed(self._hall.game.telling.date(event.day), *_details(event, line, self._hall.view.names))
        place = getattr(event, "place", None)
        self._hall.map.chosen = place or ""
        if place:
            self._hall.map.go_to(place)
        self._hall.show_sheet(self._opened)


def _tone(event: ev.Event) -> Tone:
    match event:
        case ev.WentToWar() | ev.ResolutionBroke() | ev.ControlChanged():
            return Tone.BAD
        case ev.IncidentHappened() | ev.BattleFought():
            return Tone.WARN
        case _:
            return Tone.TEXT


def _details(event: ev.Event, line: str, names: Names) -> list[Widget]:
    """The whole sentence, and the figures of a battle."""
    rows: list[Widget] = [Prose("event", plain(line))]
    match event:
        case ev.BattleFought():
            rows += [
                Value("", _("Power of the attack"), plain_points(event.attack)),
                Value("", _("Power of the defence"), plain_points(event.defence)),
                Value("", _("Attacker lost (brigades)"), plain_points(event.attacker_losses)),
                Value("", _("Defender lost (brigades)"), plain_points(event.defender_losses)),
            ]
        case ev.StanceChanged():
            rows += [Value("", in_words(name), plain_points(size)) for name, size in event.terms.items()]
        case _:
            pass
    return rows
