"""What a reader of the report may know: the teacher all of it, a seat what its views and its events ever told it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from wargame.catalogue import _
from wargame.engine.manner import manners_of
from wargame.engine.narrate import for_seat
from wargame.engine.observe import observe
from wargame.engine.telling import Telling
from wargame.model import events as ev
from wargame.model.columns import column_of
from wargame.model.names import Names
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.model.view import View
from wargame.model.world import World
from wargame.report.retrace import Decided, Happened, Retraced
from wargame.store.faults import InputError, one_line


def _no_reason(_members: int) -> str:
    """What no member was asked for."""
    return ""


@dataclass(frozen=True)
class Heard:
    """Something that happened: in which turn, the event as the reader may read it, its sentence, and of a position the reason
    given, as so many members say it who give the same, and whether it was a red line that the draft crossed."""

    turn: int
    event: ev.Event
    line: str
    why: Callable[[int], str] = _no_reason
    crossed: bool = False


@dataclass(frozen=True)
class Knowledge:
    """All that a report is made from. `seat` is empty for the teacher; `states` are by turns completed.

    Of a seat, `states` are its views: what it could not know is estimated in them, as it was for the seat.
    """

    seat: str
    scenario: Scenario
    world: World
    names: Names
    states: Mapping[int, State]
    heard: tuple[Heard, ...]
    decisions: tuple[Decided, ...]
    telling: Telling

    @property
    def tells_all(self) -> bool:
        """The reader is the teacher."""
        return not self.seat

    @property
    def turns(self) -> tuple[int, ...]:
        """Turns completed at which a state is known, from 0."""
        return tuple(sorted(self.states))

    @property
    def last(self) -> State:
        """The last state."""
        return self.states[self.turns[-1]]

    @property
    def events(self) -> tuple[ev.Event, ...]:
        """What happened."""
        return tuple(heard.event for heard in self.heard)

    @cached_property
    def seats(self) -> tuple[str, ...]:
        """The seats of which what only they know is known."""
        return (self.seat,) if self.seat else self.names.bodies.ids

    @cached_property
    def own(self) -> frozenset[str]:
        """The states whose own values are known exactly to the end: the teacher's are all."""
        if self.tells_all:
            return frozenset(self.names.countries.ids)
        joined = [
            column_of(state.members, "joined")[self.names.bodies.row(self.seat)] for state in self.states.values()
        ]
        return frozenset(name for row, name in enumerate(self.names.countries.ids) if all(line[row] for line in joined))

    def within(self, turn: int) -> Iterator[Heard]:
        """What happened in a turn, in its order."""
        return (heard for heard in self.heard if heard.turn == turn)

    def body(self, name: str | None) -> str:
        """The name of a side."""
        return self.names.bodies.title(self.names.bodies.row(name))

    def country(self, name: str | None) -> str:
        """The name of a state."""
        return self.names.countries.title(self.names.countries.row(name))

    def place(self, name: str | None) -> str:
        """The name of a place."""
        return self.names.places.title(self.names.places.row(name))

    def measure(self, name: str) -> str:
        """The name of a measure."""
        return self.names.measures.title(self.names.measures.row(name))

    def date(self, day: int) -> str:
        """A day since the start as a date."""
        return self.telling.date(day)


def knowledge_of(game: Retraced, seat: str) -> Knowledge:
    """What a seat knew of a game, or with an empty word what its teacher may know. Raises InputError for an unknown seat."""
    telling = Telling(game.names, game.scenario.first_day(), manners_of(game.world, game.names))
    if not seat:
        heard = tuple(_heard(happened, happened.event, telling) for happened in game.events)
        return Knowledge("", game.scenario, game.world, game.names, game.ends, heard, game.decisions, telling)
    if seat not in game.names.bodies.ids:
        refusal = _("no seat is called {seat}; there are: {seats}")
        raise InputError([one_line(refusal.format(seat=repr(seat), seats=", ".join(game.names.bodies.ids)))])
    body = game.names.bodies.row(seat)
    views = {turn: observe(game.world, state, game.names, body) for turn, state in game.ends.items()}
    own = views[max(views)].within
    known = ((happened, for_seat(happened.event, seat, own)) for happened in game.events)
    heard = tuple(_heard(happened, told, telling) for happened, told in known if told is not None)
    decisions = tuple(decided for decided in game.decisions if decided.seat == seat)
    return Knowledge(seat, game.scenario, game.world, game.names, _states(views), heard, decisions, telling)


def _states(views: Mapping[int, View]) -> dict[int, State]:
    return {turn: view.state for turn, view in views.items()}


def _heard(happened: Happened, told: ev.Event, telling: Telling) -> Heard:
    """Sentence and reason are spoken openly, in words without figures; they are made before figures are taken out.

    What became of a draft is told with its price, so that is taken out before.
    """
    match happened.event:
        case ev.PositionTaken() as event:
            crossed = event.position == "objects" and event.support >= 0
            return Heard(happened.turn, told, telling.line(event), partial(telling.why, event), crossed)
        case ev.DraftDecided():
            return Heard(happened.turn, told, telling.line(told))
        case event:
            return Heard(happened.turn, told, telling.line(event))
