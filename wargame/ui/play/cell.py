"""What the facilitator knows: the true state, all that happened, and the deck. It alone is made from more than a View."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wargame.catalogue import _
from wargame.engine.chair import Ruled
from wargame.engine.inject_words import effect_words, told_to_words, truth_words, when_words
from wargame.engine.resolve import copied
from wargame.engine.telling import Telling
from wargame.model.calendar import WEEK
from wargame.model.codes import BodyKind, Profile
from wargame.model.columns import column_of
from wargame.model.facilitation import Annotate, Release, Withhold, Write
from wargame.model.injects import Inject
from wargame.model.names import Names
from wargame.model.state import State
from wargame.model.view import View
from wargame.session import Session

AS_WRITTEN, RELEASE, WITHHOLD = "let_go", "release", "withhold"  # rulings on an inject, by the type of the act
FULL = 1000
PROFILES = {
    Profile.CAUTIOUS: _("cautious"),
    Profile.OPPORTUNIST: _("takes what offers itself"),
    Profile.REVISIONIST: _("wants borders changed"),
}
"""What weighs most with a leader."""


@dataclass(frozen=True)
class Card:
    """An inject of the scenario as the facilitator reads it; `ruling` is what holds of it after this briefing."""

    name: str
    title: str
    text: str
    about: tuple[str, ...]  # to whom, when, what it moves, where it is from
    is_told: bool
    is_due: bool  # as it is written it is told in this briefing
    ruling: str


@dataclass(frozen=True)
class Standing:
    """A side as it truly stands: a figure by name, in words."""

    seat: str
    score: int  # 1/1000 point
    influence: int  # 1/10
    funds: int  # EUR m
    holds: int  # cohesion of a council, stability of others (1/1000)
    mind: str  # of a leadership: profile, and the war that is worth most to it


@dataclass(frozen=True)
class Cell:
    """All of it as a briefing begins."""

    names: Names
    turn: int
    day: int
    cards: tuple[Card, ...]
    written: tuple[tuple[int, Write], ...]  # own injects of this briefing, by number
    noted: tuple[tuple[int, Annotate], ...]  # notes of this briefing, by number
    past: tuple[Ruled, ...]
    standings: tuple[Standing, ...]
    lines: tuple[str, ...]  # what happened since the briefing before
    truth: View


def cell_of(session: Session, telling: Telling) -> Cell:
    """As the session stands."""
    chair, state, names = session.chair, session.state, session.names
    return Cell(
        names,
        session.turn,
        int(session.world.course[0].first_day) + int(state.clock[0].day),
        tuple(_card(session, name, inject) for name, inject in chair.deck.injects.items()),
        tuple((number, act) for number, act in chair.acts.items() if isinstance(act, Write)),
        tuple((number, act) for number, act in chair.acts.items() if isinstance(act, Annotate)),
        tuple(chair.past),
        tuple(_standing(session, seat) for seat in session.seats),
        _lines(session, telling),
        truth_of(session),
    )


def _card(session: Session, name: str, inject: Inject) -> Card:
    chair, state, names = session.chair, session.state, session.names
    is_told = chair.deck.is_told(state, name)
    match chair.rulings.get(name):
        case Release():
            ruling = RELEASE
        case Withhold():
            ruling = WITHHOLD
        case None if chair.deck.is_withheld(state, name):
            ruling = WITHHOLD
        case _:
            ruling = AS_WRITTEN
    about = (
        told_to_words(names, inject.to),
        when_words(names, inject.when),
        *(effect_words(names, effect) for effect in inject.effects),
        truth_words(inject.source),
    )
    return Card(
        name, inject.title, inject.text, about, is_told, not is_told and chair.deck.comes(state, names, name), ruling
    )


def _standing(session: Session, seat: str) -> Standing:
    """A side's own account is kept in the true ledger."""
    state, row = session.state, session.names.bodies.row(seat)
    body, facts = state.bodies[row], session.world.bodies[row]
    owned = column_of(session.world.objectives, "body") == row
    score = int(column_of(state.ledger, "score")[owned].sum())
    holds = int(body.cohesion if facts.kind == BodyKind.COUNCIL else body.stability)
    mind = _mind(session, row) if facts.kind == BodyKind.LEADERSHIP else ""
    return Standing(seat, score, int(body.influence), int(body.funds), holds, mind)


def _mind(session: Session, row: int) -> str:
    """What weighs most with a leader, and against whom a war would be worth most, above or below its caution."""
    state, names = session.state, session.names.countries
    profile = PROFILES[Profile(int(state.bodies[row].profile))]
    gain, cost = (column_of(state.motives, name)[row] for name in ("gain", "cost"))
    target = int(np.argmax(gain - cost))
    above = int(gain[target] - cost[target] - state.bodies[row].caution)
    worth = f"{above / FULL:+.2f}".replace("-", "−")
    says = _("{profile}; a war with {state} stands at {worth} against its caution")
    return says.format(profile=profile, state=names.title(target), worth=worth)


def _lines(session: Session, telling: Telling) -> tuple[str, ...]:
    """What happened in the turn that is over, what is hidden too, with its dates."""
    length = int(session.world.course[0].weeks_a_turn) * WEEK
    first = int(session.state.clock[0].day) - length
    told = telling.lines(event for event in session.events if event.day >= first)
    return tuple(f"{telling.short_date(day)}: {line}" for day, line in told)


def truth_of(session: Session) -> View:
    """The true state as a View, exact in every row: for the facilitator's screen and for nobody else's."""
    state: State = copied(session.state)
    exact = {name: np.ones(table.shape, np.bool_) for name, table in state._asdict().items()}
    return View(session.names.bodies.ids[0], 0, session.world, session.names, state, exact)
