"""Turning points: the turns that weigh most, by one rule that the report states.

A turn weighs the points by which it moved the scores that may be read, either way and together, and for each event of weight
what WEIGHTS gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from wargame.model import events as ev
from wargame.model.codes import MeasureKind
from wargame.report.debrief import Course, TurningPoint, move_of, weight_of
from wargame.report.knowledge import Heard, Knowledge
from wargame.report.scores import course_of

FEWEST, MOST = 3, 5  # turning points that are told
LEAST_WEIGHT = 5.0  # points that a turn beyond the fewest must weigh
LEAST_CHANGE = 0.5  # points of a seat's score that are told of
MOST_LINES = 6  # events told of each
WAR, CEASEFIRE, BREAK, DEFENCE, JOINED, BROKEN, LAND = (
    "war",
    "ceasefire",
    "break",
    "defence",
    "joined",
    "broken",
    "land",
)
WEIGHTS: Final[Mapping[str, float]] = {
    WAR: 10.0,
    CEASEFIRE: 10.0,
    BREAK: 5.0,
    DEFENCE: 5.0,
    JOINED: 5.0,
    BROKEN: 3.0,
    LAND: 2.0,
}
"""Points that an event adds to the weight of its turn: a war begun or ended, an emergency session, collective defence decided,
a state that joined, a text blocked or outvoted, a region that changed hands."""


@dataclass(frozen=True)
class TurningTurn:
    """A turn that weighed much: how much (points), how it moved each seat's score, and what happened in it."""

    turn: int
    weight: float
    moves: tuple[TurningPoint, ...]
    lines: tuple[str, ...]


def turning_turns(known: Knowledge) -> list[TurningTurn]:
    """Three to five turns in their order; fewer where fewer were played."""
    course = course_of(known)
    found = [_turning(known, course, turn) for turn in known.turns[1:]]
    ranked = sorted(found, key=lambda each: (-each.weight, each.turn))[:MOST]
    told = [each for place, each in enumerate(ranked) if place < FEWEST or each.weight >= LEAST_WEIGHT]
    return sorted(told, key=lambda each: each.turn)


def _turning(known: Knowledge, course: Course, turn: int) -> TurningTurn:
    moves = tuple(_moves(known, course, turn))
    heard = list(known.within(turn))
    weight = sum(abs(move.change) for move in moves) + sum(weight_in(known, each.event) for each in heard)
    told = tuple(move for move in moves if abs(move.change) >= LEAST_CHANGE)
    return TurningTurn(turn, weight, told, tuple(_lines(known, heard)))


def _moves(known: Knowledge, course: Course, turn: int) -> Iterator[TurningPoint]:
    for seat, after in course[turn].items():
        if after:
            yield move_of(known.scenario, known.names, turn, seat, course[turn - 1][seat], after)


def weight_in(known: Knowledge, event: ev.Event) -> float:
    """What an event adds to the weight of its turn, in points."""
    match event:
        case ev.WentToWar():
            return WEIGHTS[WAR]
        case ev.CeasefireBegan():
            return WEIGHTS[CEASEFIRE]
        case ev.ResolutionBroke():
            return WEIGHTS[BREAK]
        case ev.DraftDecided() if event.verdict in ("blocked", "outvoted"):
            return WEIGHTS[BROKEN]
        case ev.DraftDecided() if known.scenario.measures[event.measure].kind is MeasureKind.COLLECTIVE_DEFENCE:
            return WEIGHTS[DEFENCE]
        case ev.AccessionMoved(track="joined"):
            return WEIGHTS[JOINED]
        case ev.ControlChanged():
            return WEIGHTS[LAND]
        case _:
            return 0.0


def _lines(known: Knowledge, heard: Sequence[Heard]) -> Iterator[str]:
    """What weighed most, in the order of its days, a sentence once; a council is named with what it decided."""
    weighty = {p: weight_of(each.event) + weight_in(known, each.event) for p, each in enumerate(heard) if each.line}
    chosen = sorted(filter(weighty.__getitem__, weighty), key=lambda place: (-weighty[place], place))[:MOST_LINES]
    for place in sorted(chosen):
        event, line = heard[place].event, heard[place].line
        if isinstance(event, ev.DraftDecided):
            line = f"{known.body(event.body)}: {line}"
        yield f"{known.telling.day_and_month(event.day)}: {line}"
