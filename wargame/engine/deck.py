"""The deck: the injects of a scenario and the facilitator's own, when they are due, and how they are told.

It stands beside World and Names, which every seat's View holds: no View knows of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from wargame.engine import resolve
from wargame.engine.compile_units import permille, tenths, thousandths
from wargame.engine.resolve import Outcome
from wargame.model.calendar import WEEK
from wargame.model.codes import IncidentKind
from wargame.model.columns import NOBODY
from wargame.model.events import Injected
from wargame.model.facilitation import Write
from wargame.model.injects import OF_A_SIDE, OF_A_STATE, Inject, InjectEffect, When
from wargame.model.names import Names
from wargame.model.references_injects import councils_of
from wargame.model.scenario import Scenario
from wargame.model.shifts import Shift, Source
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.hearing import days_since_attack
from wargame.rules.injects import Shifting, Waits, has_bit, is_due, is_open
from wargame.rules.law import plain

SOURCES: Mapping[Source, Literal["scenario", "facilitator"]] = {
    Source.SCENARIO: "scenario",
    Source.FACILITATOR: "facilitator",
}


@dataclass(frozen=True)
class Deck:
    """The injects of a game by id, in the order of the file, with the date of day 0 as an ordinal; which of its bodies are councils."""

    injects: Mapping[str, Inject] = field(default_factory=dict)
    first_day: int = 0
    councils: frozenset[str] = frozenset()

    def row(self, name: str) -> int:
        """The bit of an inject. Raises ValueError for an unknown id."""
        return tuple(self.injects).index(name)

    def is_told(self, state: State, name: str) -> bool:
        """An inject was told."""
        return has_bit(state.clock[0].injects, self.row(name))

    def is_withheld(self, state: State, name: str) -> bool:
        """The facilitator withholds an inject."""
        return has_bit(state.clock[0].withheld, self.row(name))

    def comes(self, state: State, names: Names, name: str) -> bool:
        """An inject has what it waits for, and is told if nobody withholds it."""
        when = self.injects[name].when
        return when is not None and self._is_due(state, names, when)

    def due(self, state: State, names: Names) -> Iterator[str]:
        """The injects that are told in a briefing as they are written, in their order."""
        for name in self.injects:
            told, withheld = self.is_told(state, name), self.is_withheld(state, name)
            if is_open(int(told), int(withheld)) and self.comes(state, names, name):
                yield name

    def _is_due(self, state: State, names: Names, when: When) -> bool:
        clock = state.clock[0]
        waits = Waits(
            turn=(when.turn or 1) - 1,
            day=when.day.toordinal() - self.first_day if when.day else 0,
            until=when.until.toordinal() - self.first_day if when.until else NOBODY,
            rung=thousandths(when.escalation or 0),
            holds=int(_has_lasted(state, names, when) and _is_war(state, names, when.peace, 0)),
        )
        return is_due(int(clock.turn), int(clock.day), int(clock.escalation), waits)


@dataclass(frozen=True)
class Call:
    """An inject that is to be told: its bit (NOBODY for one of the facilitator's own), its id, and by whom it comes."""

    row: int
    name: str
    inject: Inject | Write
    source: Source


def deck_of(scenario: Scenario) -> Deck:
    """The deck of a scenario."""
    return Deck(dict(scenario.injects), scenario.first_day(), councils_of(scenario))


def _is_war(state: State, names: Names, pair: tuple[str, str] | None, wanted: int) -> bool:
    """Two states are at war, or are not, as it is waited for."""
    if pair is None:
        return True
    one, other = (names.countries.row(name) for name in pair)
    return int(state.pairs[one, other].war) == wanted


def _has_lasted(state: State, names: Names, when: When) -> bool:
    """The war that is waited for is there, and has gone on for as many weeks as are waited for."""
    if when.war is None:
        return True
    if not _is_war(state, names, when.war, 1):
        return False
    begun = max(plain(days_since_attack)(state, names.countries.row(side)) for side in when.war)
    return when.weeks is None or begun >= WEEK * when.weeks


def told(names: Names, day: int, call: Call) -> Injected:
    """The event of an inject: what its hearers read, which says neither where it is from nor whether it is true."""
    inject = call.inject
    return Injected(
        day=day,
        known_to=names.bodies.ids if inject.to is None else (inject.to,),
        inject=call.name,
        title=inject.title,
        text=inject.text,
        source=SOURCES[call.source],
    )


def told_alone(names: Names, event: Injected) -> str | None:
    """The side that alone was told, of several that there are; None where all were."""
    alone = len(event.known_to) == 1 and len(names.bodies.ids) > 1
    return event.known_to[0] if alone else None


def applied(world: World, names: Names, state: State, call: Call) -> Outcome:
    """What an inject does."""
    shifts = [_shifting(names, effect) for effect in call.inject.effects]
    return resolve.inject(world, state, call.row, call.source, shifts)


def _shifting(names: Names, effect: InjectEffect) -> Shifting:
    """An effect in the units of the tables."""
    what = effect.effect
    return Shifting(
        what=what,
        country=names.countries.row(effect.of) if what in OF_A_STATE else NOBODY,
        body=names.bodies.row(effect.of) if what in OF_A_SIDE else NOBODY,
        size=_size(what, effect.size),
        kind=effect.kind or IncidentKind.CYBER,
        author=names.countries.row(effect.by),
    )


def _size(what: Shift, size: float) -> int:
    match what:
        case Shift.ESCALATION:
            return thousandths(size)
        case Shift.INFLUENCE:
            return tenths(size)
        case Shift.FUNDS | Shift.INCIDENT:
            return round(size)
        case _:
            return permille(size)
