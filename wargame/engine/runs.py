"""Runs: events of one kind, one after the other, that are told as one so that they do not bury what else happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from wargame.model import events as ev


@dataclass(frozen=True)
class Told:
    """A line of what happened, and the event that it tells of."""

    event: ev.Event
    line: str


def kind_of(event: ev.Event) -> tuple[object, ...] | None:
    """What events of one run have in common; None for those that are always told one by one."""
    match event:
        case ev.Transferred():
            return event.type, event.day, event.given, event.body if event.given else None, event.weeks
        case ev.Recalled():
            return event.type, event.day, event.member, event.body, event.weeks
        case ev.AccessionMoved() if event.ally is not None:
            return event.type, event.day, event.country, event.body
        case ev.RequestAnswered():
            return event.type, event.day, event.body, event.place, event.gives
        case ev.PositionTaken():
            return event.type, event.body, event.measure, event.ambition
        case _:
            return None


def runs(told: Sequence[Told]) -> Iterator[Sequence[Told]]:
    """The lines run by run, in their order; most stand alone."""
    for kind, run in groupby(told, key=lambda line: kind_of(line.event)):
        if kind is None:
            yield from ([line] for line in run)
        else:
            yield list(run)
