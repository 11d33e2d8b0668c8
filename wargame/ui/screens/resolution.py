"""The resolution: what the seat may know of it: headlines, then all of it folded by place and council; replayed on the map."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.catalogue import _, _n
from wargame.engine.headlines import Headline
from wargame.model import events as ev
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.label import Label, heading
from wargame.ui.kit.layout import Column, Row, Rule, gap
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.rows import Entry, Heading, words
from wargame.ui.kit.table import Table
from wargame.ui.kit.widget import Widget
from wargame.ui.play.grouping import Group
from wargame.ui.play.month import Month
from wargame.ui.play.reel import Frame, frame_of, reel_of
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.marked import Arrow, Spark
from wargame.ui.screens.pieces import headed
from wargame.ui.screens.reasons import Minds, may_be_read
from wargame.ui.screens.reports import details
from wargame.ui.screens.transport import Transport
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL

COUNCIL = (ev.Tabled, ev.PositionTaken, ev.DraftDecided, ev.RequestAnswered, ev.Sounded, ev.Chosen)
HEAD, FOLD = "head.", "fold."  # keys of the rows that are no events
DATE_WIDE = 54  # logical units, as all below
LINE_WIDE = 180


class Resolution:
    """The page of what happened while the weeks went by."""

    writing = False

    def __init__(self, hall: Hall, events: Sequence[ev.Event]) -> None:
        self._hall, self._all = hall, tuple(events)
        told = [(event, self._line(event)) for event in events if not isinstance(event, COUNCIL)]
        self._events = [(event, line) for event, line in told if line]
        self._frames = reel_of(hall.game.resolution(), hall.view)
        self._frame_of = [frame_of(self._frames, event) for event, _line in self._events]
        self._transport = Transport(len(self._frames), self._show_frame)
        self._transport.stand_at(self._transport.last)
        self._month = Month(hall.view, hall.game.heard, [event for event, _line in self._events])
        columns = [Heading("date", "", "", DATE_WIDE), Heading("what", "", "", LINE_WIDE, 1)]
        self._table = Table(
            "events", columns, _("Choose a headline, a place or an event; Return folds what is unfolded")
        )
        self._table.on_choose = self._choose
        self._table.on_open = self._fold
        self._table.empty = _("Nothing that you know of")
        self._unfolded = ""  # key of the group that is
        self._fill()
        self._opened: list[Widget] | None = None
        self._following = False  # the table follows the reel, and does not lead it

    def _fill(self) -> None:
        """Headlines, then the groups, one of them unfolded."""
        date = self._hall.game.telling.day_and_month
        rows = [
            Entry(f"{HEAD}{number}", (words(date(headline.event.day), Tone.DIM), words(headline.words, Tone.LINK)))
            for number, headline in enumerate(self._month.headlines)
        ]
        for group in self._month.groups:
            is_open = group.key == self._unfolded
            icon = "chevron-down" if is_open else "chevron-right"
            count = words(str(len(group.numbers)), Tone.FAINT)
            rows.append(Entry(FOLD + group.key, (count, words(group.title, self._tone_of(group), icon))))
            rows += [self._entry(number) for number in group.numbers] if is_open else []
        self._table.fill(rows)

    def _tone_of(self, group: Group) -> Tone:
        """The gravest tone of what is folded in it."""
        tones = {_tone(self._events[number][0]) for number in group.numbers}
        return next((tone for tone in (Tone.BAD, Tone.WARN) if tone in tones), Tone.TEXT)

    def _line(self, event: ev.Event) -> str:
        """The chronicle's sentence; it passes over marches that nobody contests, which a commander wants to see."""
        if isinstance(event, ev.FormationMoved) and event.how == "moved" and event.place is not None:
            names = self._hall.view.names
            unit = names.formations.title(names.formations.row(event.formation))
            place = names.places.title(names.places.row(event.place))
            return _("Arrived at {place}: {formation}.").format(formation=unit, place=place)
        return self._hall.game.telling.line(event)

    def _entry(self, number: int) -> Entry:
        event, line = self._events[number]
        day = self._hall.game.telling.day_and_month(event.day)
        return Entry(str(number), (words(day, Tone.FAINT), words(line, _tone(event))))

    def middle(self) -> Widget | None:
        """The map."""
        return None

    def begin_first(self) -> None:
        """Show the step in which most was fought and marched."""
        counts = [2 * len(frame.battles) + len(frame.moves) for frame in self._frames]
        self._transport.go(counts.index(max(counts)))

    def pick(self, place: str, formation: str) -> bool:
        """What is pressed is shown."""
        return False

    def sheet(self) -> Sequence[Widget] | None:
        """The event that is looked at."""
        return self._opened

    def rail(self) -> Widget:
        """The transport bar, and the events."""
        count = _n("{count} event that you know of", "{count} events that you know of", len(self._events))
        count = count.format(count=len(self._events))
        go = Button("next", _("On"), self._leave, _("To what it means"), Kind.PRIMARY, "skip-forward")
        feet: list[Widget] = [gap(), go]
        if may_be_read(self._hall.game, self._hall.reasons):
            why = Button("reasons", _("Reasons"), self._show_reasons, _("Why the AIs did it"), Kind.QUIET, "bot")
            feet.insert(0, why)
        return Column(
            heading(_("What happened")),
            self._transport.root,
            Label(count, SMALL, Tone.DIM),
            self._table.growing(),
            Rule(),
            Row(*feet),
        )

    def _leave(self) -> None:
        self._transport.stand_at(self._transport.last)
        self._hall.map.sparks = ()
        self._hall.show_situation(None)
        self._hall.go_on()

    def _show_reasons(self) -> None:
        window = self._hall.window
        window.show(Minds(self._hall.game, window.close_top, window.touch).layer)

    def _show_frame(self, number: int) -> None:
        """A step of the reel on the map; the first event of the step is shown, and chosen in the table with what it is folded in."""
        self._put(self._frames[number])
        if number in self._frame_of:
            first = self._frame_of.index(number)
            group = next(group for group in self._month.groups if first in group.numbers)
            self._following = True
            self._table.choose(str(first) if group.key == self._unfolded else FOLD + group.key)
            self._following = False
            self._show(first)
        self._hall.window.touch()

    def _put(self, frame: Frame) -> None:
        self._hall.show_situation(frame.situation)
        arrows = [Arrow((move.start, move.end), Tone.WARN if move.beaten else Tone.LINK) for move in frame.moves]
        self._hall.map.arrows = arrows
        self._hall.map.sparks = [Spark(battle.place, Tone.BAD) for battle in frame.battles]

    def _choose(self, key: str) -> None:
        """Show what was chosen in the table, where it is, and as it was then."""
        if self._following:
            return
        if key.startswith(FOLD):
            self._unfold(key)
        elif key.startswith(HEAD):
            self._show_headline(self._month.headlines[int(key.removeprefix(HEAD))])
        else:
            self._go_to(int(key))

    def _unfold(self, key: str) -> None:
        """Unfold a group, and fold the one before; its lines stand in the sheet too."""
        self._unfolded = key.removeprefix(FOLD)
        self._fill()
        self._table.choose(key)
        group = next(group for group in self._month.groups if group.key == self._unfolded)
        kind, _dot, name = group.key.partition(".")
        place = name if kind == "place" else ""
        self._hall.map.chosen = place
        if place:
            self._hall.map.go_to(place)
        told = [*self._month.sentences(group), *self._arrived(group)]
        lines = told or [self._events[number][1] for number in group.numbers]
        self._open(headed(group.title, *(Prose(f"line.{row}", plain(line)) for row, line in enumerate(lines))))

    def _arrived(self, group: Group) -> list[str]:
        """How many formations arrived in one sentence: each stands in the table."""
        events = [self._events[number][0] for number in group.numbers]
        count = sum(isinstance(event, ev.FormationMoved) and event.how == "moved" for event in events)
        says = _n("{count} formation has arrived.", "{count} formations have arrived.", count)
        return [says.format(count=count)] if count else []

    def _fold(self, key: str) -> None:
        """Fold what is unfolded."""
        if key == FOLD + self._unfolded:
            self._unfolded = ""
            self._fill()
            self._hall.window.touch()

    def _show_headline(self, headline: Headline) -> None:
        """Its event, where that is one of these; else its sentence alone."""
        number = next((k for k, (event, _line) in enumerate(self._events) if event is headline.event), None)
        if number is not None:
            self._go_to(number)
            return
        self._open(headed(self._hall.game.telling.date(headline.event.day), Prose("event", plain(headline.words))))

    def _go_to(self, number: int) -> None:
        """An event with the map as it was then."""
        self._show(number)
        self._transport.stand_at(self._frame_of[number])
        self._put(self._frames[self._transport.at])
        place = getattr(self._events[number][0], "place", None)
        if place:
            self._hall.map.go_to(place)

    def _show(self, number: int) -> None:
        """What an event is made of, in the sheet."""
        event, line = self._events[number]
        self._hall.map.chosen = getattr(event, "place", None) or ""
        rows = details(event, line, self._all, self._hall.view)
        self._open(headed(self._hall.game.telling.date(event.day), *rows))

    def _open(self, rows: list[Widget]) -> None:
        self._opened = rows
        self._hall.show_sheet(rows)


def _tone(event: ev.Event) -> Tone:
    match event:
        case ev.WentToWar() | ev.ResolutionBroke() | ev.ControlChanged() | ev.NuclearUsed():
            return Tone.BAD
        case ev.IncidentHappened() | ev.BattleFought():
            return Tone.WARN
        case _:
            return Tone.TEXT
