"""The reel of a resolution: the map of a seat day by day, from what it knew before, what it heard, and what it knows now.

Nothing else goes in: where the seat heard nothing of a formation, that formation stands where it was last known to stand
until the last frame, which is what the seat knows now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from wargame.model import events as ev
from wargame.ui.map.situation import Situation, Unit


@dataclass(frozen=True)
class Move:
    """A formation went from one place to another, of its own will or beaten back."""

    formation: str
    start: str
    end: str
    beaten: bool


@dataclass(frozen=True)
class Frame:
    """A day of the resolution: the situation at its end, and what happened in it."""

    day: int
    situation: Situation
    moves: tuple[Move, ...] = ()
    battles: tuple[ev.BattleFought, ...] = ()
    taken: tuple[str, ...] = ()  # places that changed hands


def reel_of(before: Situation, after: Situation, events: Sequence[ev.Event]) -> tuple[Frame, ...]:
    """The frames: as it was, a frame for each day on which the seat heard of something on the map, as it is known to be now."""
    days = list(_days(before, events))
    if not days:
        return (Frame(0, after),)
    first = Frame(days[0].day, before)
    last = days[-1]
    return (first, *days[:-1], replace(last, situation=after))


def _days(before: Situation, events: Sequence[ev.Event]) -> Iterator[Frame]:
    told = [
        event
        for event in events
        if isinstance(event, (ev.FormationMoved, ev.FormationLost, ev.ControlChanged, ev.BattleFought))
    ]
    units = {unit.id: unit for unit in before.units}
    holder = dict(before.holder)
    for day, group in groupby(told, key=lambda event: event.day):
        moves: list[Move] = []
        battles: list[ev.BattleFought] = []
        taken: list[str] = []
        for event in group:
            match event:
                case ev.FormationMoved():
                    moves += _move(units, event)
                case ev.FormationLost():
                    _wear(units, event)
                case ev.ControlChanged():
                    holder[event.place] = event.holder or ""
                    taken.append(event.place)
                case ev.BattleFought():
                    battles.append(event)
        now = replace(before, holder=dict(holder), units=tuple(units.values()))
        yield Frame(day, now, tuple(moves), tuple(battles), tuple(taken))


def _move(units: dict[str, Unit], event: ev.FormationMoved) -> list[Move]:
    """Put a formation where it went; one that is gone leaves the map."""
    unit = units.get(event.formation)
    if event.how == "destroyed" or event.place is None:
        units.pop(event.formation, None)
        return []
    if unit is None:
        return []
    units[unit.id] = replace(unit, place=event.place)
    return [Move(unit.id, unit.place, event.place, event.how == "retreat")] if unit.place != event.place else []


def _wear(units: dict[str, Unit], event: ev.FormationLost) -> None:
    """Take what a formation lost off its strength."""
    unit = units.get(event.formation)
    if unit is not None:
        units[unit.id] = replace(unit, strength=max(unit.strength - event.lost, 0))
