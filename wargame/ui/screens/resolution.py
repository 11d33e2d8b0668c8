"""The resolution: what the seat may know of it, replayed on the map step by step, with every event and battle to be opened."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.catalogue import _, _n
from wargame.model import events as ev
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.label import Label, heading
from wargame.ui.kit.layout import Column, Row, Rule, gap
from wargame.ui.kit.rows import Entry, Heading, words
from wargame.ui.kit.table import Table
from wargame.ui.kit.widget import Widget
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
        columns = [Heading("date", "", "", DATE_WIDE), Heading("what", "", "", LINE_WIDE, 1)]
        self._table = Table("events", columns, _("Choose an event"))
        self._table.on_choose = self._show
        self._table.empty = _("Nothing that you know of")
        self._table.fill([self._entry(number) for number in range(len(self._events))])
        self._opened: list[Widget] | None = None
        self._following = False  # the table follows the reel, and does not lead it

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
        """A step of the reel on the map; the table goes to the first event of the step."""
        self._put(self._frames[number])
        if number in self._frame_of:
            self._following = True
            self._table.choose(str(self._frame_of.index(number)))
            self._following = False
        self._hall.window.touch()

    def _put(self, frame: Frame) -> None:
        self._hall.show_situation(frame.situation)
        arrows = [Arrow((move.start, move.end), Tone.WARN if move.beaten else Tone.LINK) for move in frame.moves]
        self._hall.map.arrows = arrows
        self._hall.map.sparks = [Spark(battle.place, Tone.BAD) for battle in frame.battles]

    def _show(self, key: str) -> None:
        event, line = self._events[int(key)]
        rows = details(event, line, self._all, self._hall.view)
        self._opened = headed(self._hall.game.telling.date(event.day), *rows)
        place = getattr(event, "place", None)
        self._hall.map.chosen = place or ""
        if not self._following:
            self._transport.stand_at(self._frame_of[int(key)])
            self._put(self._frames[self._transport.at])
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
