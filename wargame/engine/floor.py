"""The floor of a session: delegates who speak for their states, what they are asked, and what they have said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import assert_never

from wargame.engine import resolve
from wargame.engine.agenda import Agenda, DraftItem, Reading, RequestItem, agenda_of
from wargame.engine.compile import Compiled
from wargame.engine.judge import UNKNOWN
from wargame.engine.national import Standing, standings
from wargame.engine.reading import write
from wargame.model.codes import Position
from wargame.model.plan import Plan
from wargame.model.state import State
from wargame.model.words import Respond, Speak, Word
from wargame.rules import delegates as laws
from wargame.rules.law import law_of

Item = tuple[str, int]  # what a word is about: its type and the place on the agenda


@dataclass
class Delegation:
    """Who speaks for a state in this session, and what it has said so far."""

    country: int
    agenda: Agenda = field(default_factory=Agenda)
    words: dict[Item, Word] = field(default_factory=dict)
    ready: bool = True


class Floor:
    """Open from when the drafts are read until every delegate has said what it will."""

    def __init__(self, start: Compiled) -> None:
        self.delegations: dict[str, Delegation] = {}
        self.spoken_for: list[str] = []  # states that have, or had, a delegate
        self._start, self._names = start, start.names
        self._plan: Plan | None = None

    @cached_property
    def opening(self) -> State:
        """The game's first assessment, with which national objectives compare."""
        return resolve.begin(self._start.world, self._start.state).state

    def standings(self, state: State, name: str) -> tuple[Standing, ...]:
        """How the objectives of a state stand."""
        return standings(self._start.world, self.opening, state, self._names.countries.row(name))

    @property
    def is_open(self) -> bool:
        """Drafts are read and delegates may speak."""
        return self._plan is not None

    def awaited(self) -> list[str]:
        """The states whose delegates have not said all yet."""
        return [state for state, delegation in self.delegations.items() if not delegation.ready]

    def appoint(self, state: str) -> None:
        """Somebody speaks for a state from the next session on. Raises KeyError for an unknown state."""
        self.delegations[state] = Delegation(self._names.countries.rows[state])
        if state not in self.spoken_for:
            self.spoken_for.append(state)

    def recall(self, state: str) -> None:
        """Nobody does any more: its own terms speak."""
        self.delegations.pop(state, None)

    def open(self, state: State, plan: Plan) -> None:
        """The drafts of a plan are read: whoever is asked something is awaited."""
        self._plan = plan
        for delegation in self.delegations.values():
            delegation.agenda = agenda_of(self._start.world, state, self._names, plan, delegation.country)
            delegation.words.clear()
            delegation.ready = delegation.agenda.is_empty

    def agenda(self, state: str) -> Agenda:
        """What the session asks of a state for which a delegate speaks."""
        return self.delegations[state].agenda

    def judge(self, state: str, word: Word) -> tuple[str, ...]:
        """Ids of the laws that a word breaks; empty means that it may be said."""
        agenda = self.delegations[state].agenda
        match word:
            case Speak():
                item = next((item for item in agenda.drafts if item.draft == word.draft), None)
                return (UNKNOWN,) if item is None else _judge_speech(item, word)
            case Respond():
                known = any(item.request == word.request for item in agenda.requests)
                return () if known else (UNKNOWN,)
            case _:
                assert_never(word)

    def take(self, state: str, word: Word) -> None:
        """A word is said; of two on the same matter the later holds."""
        self.delegations[state].words[item_of(word)] = word

    def rest(self, state: str) -> None:
        """A delegate has said what it will."""
        self.delegations[state].ready = True

    def close(self) -> Plan:
        """The plan of the session with what the delegates said."""
        plan, self._plan = self._plan, None
        assert plan is not None
        for delegation in self.delegations.values():
            _write(plan, delegation)
            delegation.agenda, delegation.ready = Agenda(), True
        return plan


def item_of(word: Word) -> Item:
    """What a word is about."""
    return (word.type, word.draft) if isinstance(word, Speak) else (word.type, word.request)


def positions_of(word: Speak) -> tuple[Position, Position]:
    """What is said of a draft as tabled, and read lower."""
    return Position[word.position.upper()], Position[word.lower.upper()]


def prices_of(item: DraftItem, word: Speak) -> tuple[int, int]:
    """What both cost the government, as they were shown (1/1000)."""
    spoken = zip(_as_read(item), positions_of(word), strict=True)
    first, lower = ((read.prices_taken if word.offer == "take" else read.prices)[position] for read, position in spoken)
    return first, lower


def price_of_answer(item: RequestItem, word: Respond) -> int:
    """What an answer to a request costs the government, as it was shown (1/1000)."""
    return 0 if (word.answer == "give") == item.willing else item.price


def _as_read(item: DraftItem) -> tuple[Reading, Reading]:
    return item.readings[0], item.lowest


def _judge_speech(item: DraftItem, word: Speak) -> tuple[str, ...]:
    return (law_of(laws.least_position).id,) if any(_unbound(item, word)) else ()


def _unbound(item: DraftItem, word: Speak) -> Iterator[bool]:
    """What is at odds with a taken offer, or answers none."""
    if word.offer == "take":
        yield item.offer == 0 or word.asks > 0
        for read, position in zip(_as_read(item), positions_of(word), strict=True):
            yield position not in read.prices_taken
    else:
        yield word.asks > 0 and word.asks <= item.offer


def _write(plan: Plan, delegation: Delegation) -> None:
    drafts = {item.draft: item for item in delegation.agenda.drafts}
    requests = {item.request: item for item in delegation.agenda.requests}
    for word in delegation.words.values():
        match word:
            case Speak():
                _write_speech(plan, delegation.country, drafts[word.draft], word)
            case Respond():
                _write_answer(plan, delegation.country, requests[word.request], word)
            case _:
                assert_never(word)


def _write_speech(plan: Plan, country: int, item: DraftItem, word: Speak) -> None:
    first, lower = positions_of(word)
    first_price, lower_price = prices_of(item, word)
    write(
        plan.bids[word.draft, country],
        spoken=1,
        first=int(first),
        first_price=first_price,
        lower=int(lower),
        lower_price=lower_price,
        refused=int(word.offer == "refuse"),
        asked=word.asks,
    )


def _write_answer(plan: Plan, country: int, item: RequestItem, word: Respond) -> None:
    price = price_of_answer(item, word)
    write(plan.replies[word.request, country], spoken=1, gives=int(word.answer == "give"), price=price)
