"""The reel of a resolution: the map of a seat war step by war step, made of its own Views and of what it heard.

Own formations walk by their reports, strangers from where they were last seen to where they are seen next. Nothing else
goes in, so a reel can tell nothing that the seat's Views and events do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.engine.steps import Step
from wargame.model import events as ev
from wargame.model.view import View
from wargame.ui.map.situation import Situation, situation_of


@dataclass(frozen=True)
class Move:
    """A formation went from one place to another, of its own will or beaten back."""

    formation: str
    start: str
    end: str
    beaten: bool


@dataclass(frozen=True)
class Frame:
    """A step of the resolution: the situation after it, and what the seat heard up to it since the frame before."""

    situation: Situation
    events: tuple[ev.Event, ...] = ()
    moves: tuple[Move, ...] = ()

    @property
    def battles(self) -> tuple[ev.BattleFought, ...]:
        """The battles of the step."""
        return tuple(event for event in self.events if isinstance(event, ev.BattleFought))

    @property
    def is_quiet(self) -> bool:
        """Nothing is to be seen on the map."""
        return not self.moves and not any(isinstance(event, SEEN) for event in self.events)


SEEN = (
    ev.BattleFought,
    ev.ControlChanged,
    ev.IncidentHappened,
    ev.FormationMoved,
    ev.ResolutionBroke,
    ev.NuclearUsed,
)


def reel_of(course: Sequence[Step], now: View) -> tuple[Frame, ...]:
    """The frames: as it was, a frame for each step in which something is to be seen, and as it is known to be now."""
    present = _situation(now)
    if not course:
        return (Frame(present),)
    frames = [Frame(_situation(course[0].view))]
    unseen: tuple[ev.Event, ...] = ()
    for step in course[1:]:
        before, after = frames[-1].situation, _situation(step.view)
        frame = Frame(after, (*unseen, *step.events), tuple(_moves(before, after, step.events)))
        unseen = frame.events if frame.is_quiet else ()
        if not frame.is_quiet:
            frames.append(frame)
    if unseen or frames[-1].situation != present:
        frames.append(Frame(present, unseen, tuple(_moves(frames[-1].situation, present, ()))))
    return tuple(frames)


def frame_of(frames: Sequence[Frame], event: ev.Event) -> int:
    """The number of the frame in which an event was heard; the last for what came after the resolution."""
    return next((number for number, frame in enumerate(frames) if event in frame.events), len(frames) - 1)


def _situation(view: View) -> Situation:
    return situation_of(view.world, view.state, view.names)


def _moves(before: Situation, after: Situation, events: Sequence[ev.Event]) -> Iterator[Move]:
    """What was reported, place by place, then strangers that are seen elsewhere than before."""
    where = {unit.id: unit.place for unit in before.units}
    for event in events:
        if isinstance(event, ev.FormationMoved) and event.how != "destroyed" and event.place is not None:
            start = where.get(event.formation)
            where[event.formation] = event.place
            if start is not None and start != event.place:
                yield Move(event.formation, start, event.place, event.how == "retreat")
    for unit in after.units:
        start = where.get(unit.id)
        if start is not None and start != unit.place:
            yield Move(unit.id, start, unit.place, beaten=False)
