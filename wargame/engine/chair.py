"""The facilitator's chair: what is said and withheld in a briefing before the turn opens, and what was noted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from wargame.engine import resolve
from wargame.engine.deck import Call, Deck, applied, told
from wargame.engine.judge import UNKNOWN
from wargame.engine.resolve import Outcome
from wargame.model.columns import NOBODY
from wargame.model.events import Injected
from wargame.model.facilitation import ACT, Act, Annotate, LetGo, OpenTurn, Release, Ruling, Strike, Withhold, Write
from wargame.model.names import Names
from wargame.model.references_injects import check_effect
from wargame.model.shifts import Source
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.injects import is_open
from wargame.rules.law import law_of

FACILITATOR = "white cell"
"""Who the facilitator is beside seats and states: as no id has a space, none is called so."""


class Chairs(Enum):
    """Who leads the game."""

    EMPTY = ""  # nobody: injects come as they are written
    TAKEN = "person"


@dataclass(frozen=True)
class Ruled:
    """An act that stood when its turn opened, or stands so far: in which turn, from 1, and on which day since the start."""

    turn: int
    day: int
    act: Act


def written(act: Act) -> str:
    """An act as the journal keeps it."""
    return json.dumps({"seat": FACILITATOR, "act": ACT.dump_python(act, mode="json")})


class Chair:
    """The acts of a briefing by number, and those of briefings before."""

    def __init__(self, deck: Deck, names: Names, chairs: Chairs) -> None:
        self.deck, self._names = deck, names
        self.is_taken = chairs is Chairs.TAKEN
        self.acts: dict[int, Act] = {}
        self.past: list[Ruled] = []

    def judge(self, state: State, act: Act) -> tuple[str, ...]:
        """Ids of the laws that an act breaks; empty means that it may be done."""
        match act:
            case Release() | Withhold() | LetGo():
                if act.inject not in self.deck.injects:
                    return (UNKNOWN,)
                return () if is_open(int(self.deck.is_told(state, act.inject)), 0) else (law_of(is_open).id,)
            case Write():
                return () if self._is_sound(act) else (UNKNOWN,)
            case Strike():
                return () if act.number in self.acts else (UNKNOWN,)
            case Annotate() | OpenTurn():
                return ()

    def _is_sound(self, act: Write) -> bool:
        """It names sides and states that there are, and moves no more than a scenario's may."""
        bodies, countries = self._names.bodies.ids, self._names.countries.ids
        found = [
            finding
            for effect in act.effects
            for finding in check_effect((), effect, bodies, self.deck.councils, countries)
        ]
        return not found and (act.to is None or act.to in bodies)

    def take(self, number: int, act: Act) -> None:
        """Keep an act that was judged; a later ruling on an inject takes the place of an earlier one."""
        match act:
            case Strike():
                self.acts.pop(act.number, None)
            case Release() | Withhold() | LetGo():
                for other in [
                    n for n, kept in self.acts.items() if isinstance(kept, Ruling) and kept.inject == act.inject
                ]:
                    del self.acts[other]
                self.acts[number] = act
            case Write() | Annotate():
                self.acts[number] = act
            case OpenTurn():
                pass

    @property
    def rulings(self) -> Mapping[str, Ruling]:
        """What was ruled of injects in this briefing, by id."""
        return {act.inject: act for act in self.acts.values() if isinstance(act, Ruling)}

    def withheld(self, state: State) -> int:
        """The injects that are withheld once this briefing is over, one bit each."""
        bits, rulings = int(state.clock[0].withheld), self.rulings
        for row, name in enumerate(self.deck.injects):
            match rulings.get(name):
                case Withhold():
                    bits |= 1 << row
                case Release() | LetGo():
                    bits &= ~(1 << row)
        return bits

    def calls(self, state: State) -> Iterator[Call]:
        """What is told when the briefing is over, on a state that knows what is withheld: the scenario's, then the facilitator's own."""
        due, rulings = set(self.deck.due(state, self._names)), self.rulings
        for row, (name, inject) in enumerate(self.deck.injects.items()):
            if isinstance(rulings.get(name), Release):
                yield Call(row, name, inject, Source.FACILITATOR)
            elif name in due:
                yield Call(row, name, inject, Source.SCENARIO)
        for act in self.acts.values():
            if isinstance(act, Write):
                yield Call(NOBODY, "", act, Source.FACILITATOR)

    def standing(self, state: State) -> list[Ruled]:
        """The acts of this briefing as they stand."""
        clock = state.clock[0]
        return [Ruled(int(clock.turn) + 1, int(clock.day), act) for act in self.acts.values()]

    def tell(self, world: World, state: State) -> Iterator[tuple[Outcome, tuple[Injected, ...]]]:
        """The briefing is over: what it leads to, step by step, each with what is told before it. What stood is kept."""
        self.past += self.standing(state)
        withheld = self.withheld(state)
        if withheld != state.clock[0].withheld:
            outcome = resolve.withhold(world, state, withheld)
            state = outcome.state
            yield outcome, ()
        calls = tuple(self.calls(state))
        self.acts.clear()
        for call in calls:
            outcome = applied(world, self._names, state, call)
            yield outcome, (told(self._names, int(state.clock[0].day), call),)
            state = outcome.state
