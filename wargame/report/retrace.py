"""A saved game retraced for the report: the state at the end of every turn, what happened, and who decided what."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import assert_never

from wargame.catalogue import _
from wargame.engine.agenda import DraftItem, RequestItem
from wargame.engine.chair import Ruled
from wargame.engine.national import Standing
from wargame.engine.packing import PackingError, digest, unpack
from wargame.model.codes import Phase
from wargame.model.events import Chosen, Event
from wargame.model.names import Names
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.model.words import Respond, Speak, Word
from wargame.model.world import World
from wargame.rules.law import rules_digest
from wargame.session import Session
from wargame.store.faults import InputError, one_line
from wargame.store.journal import NoJournal
from wargame.store.saves import Entry, SavedGame, SaveHeader, Snapshot, read_save
from wargame.study.keeping import CHOSEN, SEATED, log_of, nonsense_named, seated_game, session_of

FULL = 1000  # thousandths of the whole
READY = "ready"  # kind of the entries by which a seat has decided
SPOKEN = "spoken"  # kind of the entries by which a delegate has said all


class Stage(Enum):
    """How far a game must have come to be reported on."""

    OVER = "over"
    ANY = "any"


@dataclass(frozen=True)
class Decided:
    """What a seat had ordered when it was ready: turn (the first is 1), day since the start, who sat there.

    `chosen` is the reason of an AI; None for a person.
    """

    turn: int
    day: int
    phase: Phase
    seat: str
    who: str
    orders: tuple[Order, ...]
    chosen: Chosen | None


@dataclass(frozen=True)
class Said:
    """A delegate's word as it held: in which turn, for which state, on a body's draft of a measure or forces for a place."""

    turn: int
    state: str
    body: str
    matter: str
    word: Word
    item: DraftItem | RequestItem


@dataclass(frozen=True)
class Happened:
    """An event, and the turn in which it happened; the first is 1."""

    turn: int
    event: Event


@dataclass(frozen=True)
class Retraced:
    """A game as it was played. `ends` are the states by turns completed, the first before turn 1."""

    header: SaveHeader
    scenario: Scenario
    world: World
    names: Names
    ends: Mapping[int, State]
    events: tuple[Happened, ...]
    decisions: tuple[Decided, ...]
    words: tuple[Said, ...]
    standings: Mapping[str, tuple[Standing, ...]]  # of the states with delegates at the end
    ruled: tuple[Ruled, ...]  # what the facilitator did
    is_over: bool

    @property
    def same_rules(self) -> bool:
        """It was begun under the rules by which it was retraced."""
        return self.header.rules_digest == rules_digest()


def retraced(path: Path, stage: Stage, tell: Callable[[int], None]) -> Retraced:
    """Play a save's orders again; no AI is asked; `tell` hears how much is done (1/1000). Raises InputError.

    A game that comes out otherwise than it was kept is refused: the report would tell of a game that nobody played.
    """
    saved = read_save(path)
    scenario, start, _players = seated_game(path, saved.header)
    again = session_of(start, dict.fromkeys(start.names.bodies.ids), NoJournal(), saved.header)
    course = _Course(again, dict(saved.header.seats))
    course.begin()
    _retrace(path, saved, course, tell)
    if stage is Stage.OVER and not course.session.over:
        refusal = _(
            "{path}: the game is not over: its report would tell what seats hide from each other; {option} "
            "writes it all the same"
        )
        raise InputError([one_line(refusal.format(path=path, option="--unfinished"))])
    session = course.session
    course.close_turn(course.session.turn + 1)
    told = tuple(course.events), tuple(course.decisions), tuple(course.words)
    standings = {state: session.floor.standings(session.state, state) for state in session.floor.spoken_for}
    ruled = (*session.chair.past, *session.chair.standing(session.state))
    return Retraced(
        saved.header, scenario, start.world, start.names, course.ends, *told, standings, ruled, session.over
    )


@dataclass
class _Course:
    """A session that is being retraced, and what was noted of it."""

    session: Session
    seats: dict[str, str]  # who sits where by now
    ends: dict[int, State] = field(default_factory=dict)
    events: list[Happened] = field(default_factory=list)
    decisions: list[Decided] = field(default_factory=list)
    words: list[Said] = field(default_factory=list)
    reasons: dict[str, Chosen] = field(default_factory=dict)  # by seat, of what it is deciding

    def begin(self) -> None:
        """Begin the game."""
        self.session.begin()
        self.ends[0] = self.session.state

    def go_on(self, entry: Entry) -> None:
        """Do what an entry says, and note what it tells."""
        if entry.kind == READY:
            self._note_decision(json.loads(entry.body)["seat"])
        if entry.kind == SPOKEN:
            self._note_words(json.loads(entry.body)["seat"])
        turn, count = self.session.turn, len(self.session.events)
        self.session.feed(entry)
        if entry.kind == SEATED:
            told = json.loads(entry.body)
            self.seats[told["seat"]] = told["who"]
        if entry.kind == CHOSEN:
            reason = self.session.events[count]
            assert isinstance(reason, Chosen)
            self.reasons[reason.seat] = reason
        if self.session.turn != turn:
            self.ends[self.session.turn] = self.session.state
            self.close_turn(self.session.turn)

    def close_turn(self, turn: int) -> None:
        """What was told since the turn before was over belongs to this one."""
        self.events += [Happened(turn, event) for event in self.session.events[len(self.events) :]]

    def _note_decision(self, seat: str) -> None:
        session = self.session
        orders = tuple(session.seats[seat].orders.values())
        day, reason = int(session.state.clock[0].day), self.reasons.pop(seat, None)
        made = Decided(session.turn + 1, day, session.phase, seat, self.seats[seat], orders, reason)
        self.decisions.append(made)

    def _note_words(self, state: str) -> None:
        delegation, turn = self.session.floor.delegations[state], self.session.turn + 1
        drafts = {item.draft: item for item in delegation.agenda.drafts}
        requests = {item.request: item for item in delegation.agenda.requests}
        for word in delegation.words.values():
            match word:
                case Speak():
                    item = drafts[word.draft]
                    said = Said(turn, state, item.body, item.measure, word, item)
                case Respond():
                    asked = requests[word.request]
                    said = Said(turn, state, asked.body, asked.place, word, asked)
                case _:
                    assert_never(word)
            self.words.append(said)


def _retrace(path: Path, saved: SavedGame, course: _Course, tell: Callable[[int], None]) -> None:
    """All entries, with every state that was kept compared. Raises InputError."""
    kept = {snapshot.seq: snapshot for snapshot in saved.snapshots}
    _compare(path, saved, kept.get(0), course.session)
    for entry in log_of(path, saved):
        tell(FULL * entry.seq // len(saved.entries))
        with nonsense_named(path, _("entry {number} cannot be replayed").format(number=entry.seq)):
            course.go_on(entry)
        _compare(path, saved, kept.get(entry.seq), course.session)


def _compare(path: Path, saved: SavedGame, kept: Snapshot | None, session: Session) -> None:
    """Raises InputError where the state that was kept at this point is another."""
    if kept is None:
        return
    with nonsense_named(path, _("snapshot {number} cannot be read").format(number=kept.number)):
        state = unpack(kept.body, session.state)
        if digest(state) == digest(session.state):
            return
        if saved.header.rules_digest == rules_digest():
            raise PackingError(_("it is not what the orders lead to"))
    refusal = _(
        "{path}: begun under other rules, by which turn {turn} came out otherwise: write its report with program "
        "{program}"
    )
    raise InputError([one_line(refusal.format(path=path, turn=kept.turn + 1, program=saved.header.program))])
