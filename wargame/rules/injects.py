"""Injects (rulebook 2, Briefing): what comes from outside the game, when it is due, and what it moves.

Seats, forecasts and AIs know of an inject when it is told, not before: no stage of a turn reads what is here.
"""

from __future__ import annotations

from typing import NamedTuple

from wargame.model.codes import Act, IncidentKind, Note
from wargame.model.columns import NOBODY
from wargame.model.record import Record
from wargame.model.shifts import Shift
from wargame.model.state import Body, State
from wargame.model.world import World
from wargame.rules.escalation import RUNG, TOP, reach_rung
from wargame.rules.hybrid import incident, suffer
from wargame.rules.intentions import perceive
from wargame.rules.law import law, stage
from wargame.rules.notes import EVERYONE, note, note_more
from wargame.rules.numeric import FULL, clamp
from wargame.rules.prices import HIGHEST
from wargame.rules.texts import reckon_levels

MOST_INFLUENCE = Body.columns["influence"].high  # 1/10
MOST_FUNDS = Body.columns["funds"].high  # EUR m


class Waits(NamedTuple):
    """What an inject waits for: turns completed, days since the start, a rung (1/1000), and whether it makes sense yet."""

    turn: int
    day: int
    until: int  # the last day on which it makes sense; -1 without end
    rung: int
    holds: int  # 1 where the war or the peace that it waits for is there


class Shifting(NamedTuple):
    """One thing that an inject moves: a codes.Shift, whose, and by how much in the unit of the level.

    Of an incident the size is its severity; `kind` and `author` are its own.
    """

    what: Shift
    country: int
    body: int
    size: int
    kind: IncidentKind
    author: int


@law("INJECT-1", "rulebook 2: injects stand in the briefing; peer review: turn or condition")
def is_due(turn: int, day: int, escalation: int, waits: Waits) -> bool:
    """An inject is due at the first briefing by which all has come that it waits for, if it still makes sense.

    It may wait for a turn, a day, a rung of the ladder, a war or its absence; `waits` says which.
    """
    has_come = turn >= waits.turn and day >= waits.day and escalation >= waits.rung and waits.holds == 1
    return has_come and (waits.until < 0 or day <= waits.until)


@law("INJECT-2", "rulebook 2: each inject is told once")
def is_open(told: int, withheld: int) -> bool:
    """An inject is told once, and never while the facilitator withholds it."""
    return told == 0 and withheld == 0


@law("INJECT-3", "rulebook 2: an inject changes what it says and nothing else")
def moved(level: int, size: int, low: int, high: int) -> int:
    """An inject moves a level by what it says, but not beyond the level's range."""
    return clamp(level + size, low, high)


def has_bit(bits: int, row: int) -> bool:
    """An inject of the scenario is among those of a column."""
    return bool(int(bits) >> row & 1)


@stage
def tell(state: State, row: int) -> None:
    """An inject of the scenario counts as told, and is withheld no more; one of the facilitator's own (-1) leaves no mark."""
    if row < 0:
        return
    clock = state.clock[0]
    clock.injects |= 1 << row
    clock.withheld &= ~(1 << row)


@stage
def shift(world: World, state: State, record: Record, one: Shifting, source: int) -> None:
    """One thing is moved.

    Note.SHIFT: who = state or -1, whom = body or -1, first = codes.Shift, second = by how much, third = codes.Source.
    Known to all, where the level is; of influence and money, to the side whose they are. Of an incident the size is its severity,
    and its author stays as hidden as that of any.
    """
    known = 1 << one.body if one.what == Shift.INFLUENCE or one.what == Shift.FUNDS else EVERYONE
    if one.what == Shift.INCIDENT:
        _befall(world, state, record, one)
        by = one.size
    else:
        before = level(state, one)
        _move(world, state, one)
        by = level(state, one) - before
    row = note(record, Note.SHIFT, state.clock[0].day, one.country, one.body, NOBODY, one.what, by, known)
    note_more(record, row, source, 0)


@stage
def level(state: State, one: Shifting) -> int:
    """How a level stands that an inject moves."""
    clock = state.clock[0]
    if one.what == Shift.ESCALATION:
        return int(clock.escalation)
    if one.what == Shift.CHANNELS:
        return int(clock.channels)
    if one.what == Shift.OPINION:
        return int(state.countries[one.country].opinion)
    if one.what == Shift.GOVERNMENT:
        return int(state.countries[one.country].government)
    if one.what == Shift.PRICES:
        return int(state.countries[one.country].prices)
    if one.what == Shift.COHESION:
        return int(state.bodies[one.body].cohesion)
    if one.what == Shift.INFLUENCE:
        return int(state.bodies[one.body].influence)
    return int(state.bodies[one.body].funds)


@stage
def _move(world: World, state: State, one: Shifting) -> None:
    clock = state.clock[0]
    if one.what == Shift.ESCALATION:
        clock.escalation = moved(clock.escalation, one.size, 0, TOP)
        reach_rung(state, clock.escalation)
    elif one.what == Shift.CHANNELS:
        clock.channels_at_rest = moved(clock.channels_at_rest, one.size, 0, FULL)
        reckon_levels(world, state)
    elif one.country >= 0:
        _move_state(state, one)
    else:
        _move_side(state, one)


@stage
def _move_state(state: State, one: Shifting) -> None:
    hit = state.countries[one.country]
    if one.what == Shift.OPINION:
        hit.opinion = moved(hit.opinion, one.size, 0, FULL)
    elif one.what == Shift.GOVERNMENT:
        hit.government = moved(hit.government, one.size, 0, FULL)
    else:
        hit.prices = moved(hit.prices, one.size, FULL, HIGHEST)


@stage
def _move_side(state: State, one: Shifting) -> None:
    """Money that comes in was had, whatever becomes of it."""
    body = state.bodies[one.body]
    if one.what == Shift.COHESION:
        body.cohesion = moved(body.cohesion, one.size, 0, FULL)
    elif one.what == Shift.INFLUENCE:
        body.influence = moved(body.influence, one.size, 0, MOST_INFLUENCE)
    else:
        body.funds = moved(body.funds, one.size, 0, MOST_FUNDS)
        body.had = moved(body.had, max(one.size, 0), 0, MOST_FUNDS)


@stage
def _befall(world: World, state: State, record: Record, one: Shifting) -> None:
    """An act against a state, at its capital: it works as one that a seat or the dice have brought about."""
    if one.kind == IncidentKind.ACCIDENT:
        place = world.countries[one.country].capital
        incident(world, state, record, one.kind, one.size, one.country, place, one.author)
        perceive(world, state, one.author, Act.ACCIDENT, place)
        reach_rung(state, one.size * RUNG)
    else:
        suffer(world, state, record, one.kind, one.size, one.country, one.author)
