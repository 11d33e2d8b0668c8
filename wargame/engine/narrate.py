"""From the record of rows to events that speak ids: one narrator for every Note."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from wargame.model import events as ev
from wargame.model.codes import (
    Answer,
    Break,
    Cause,
    Ending,
    IncidentKind,
    Note,
    Position,
    PowerFactor,
    Stance,
    StanceTerm,
    Support,
    Verdict,
)
from wargame.model.names import Names
from wargame.model.record import Entry, Record, Terms


def narrate(names: Names, record: Record) -> list[ev.Event]:
    """All events of a record, in the order in which they were written."""
    return list(_events(names, record))


def _events(names: Names, record: Record) -> Iterator[ev.Event]:
    for row in range(record.head[0].count):
        entry = record.entries[row]
        yield NARRATORS[Note(int(entry.note))](names, entry, record.terms[row])


def known_to(names: Names, bits: int) -> tuple[str, ...]:
    """The bodies whose seats may know of an entry."""
    return tuple(body for row, body in enumerate(names.bodies.ids) if (bits >> row) & 1)


def may_know(event: ev.Event, seat: str) -> bool:
    """The seat of a body may know of an event."""
    return seat in event.known_to


def for_seat(event: ev.Event, seat: str) -> ev.Event | None:
    """The event as a seat may read it: None where it may not; supports of others without their numbers."""
    if not may_know(event, seat):
        return None
    match event:
        case ev.PositionTaken():
            return event.model_copy(update={"support": 0, "terms": {}})
        case ev.Contributed() | ev.RequestAnswered():
            return event.model_copy(update={"value": 0, "terms": {}})
        case ev.Chosen():
            return event if event.seat == seat else None
        case _:
            return event


def named_terms(kind: type[Support | Answer | StanceTerm | PowerFactor], terms: Terms) -> ev.TermMap:
    """A row of terms by name, those that are not nought."""
    return {term.name.lower(): int(terms[term]) for term in kind if terms[term] != 0}


def _tabled(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.Tabled(
        day=e.day,
        known_to=known_to(names, e.known_to),
        body=names.bodies.ids[e.who],
        measure=names.measures.ids[e.whom],
        ambition=e.first,
        cost=e.second,
        against=names.countries.id(e.third),
        helps=names.countries.id(e.fourth),
        on=names.places.id(e.where),
    )


def _position(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.PositionTaken(
        day=e.day,
        known_to=known_to(names, e.known_to),
        body=names.bodies.ids[e.where],
        member=names.countries.ids[e.who],
        measure=names.measures.ids[e.whom],
        ambition=e.third,
        position=Position(e.first).name.lower(),
        support=e.second,
        terms=named_terms(Support, terms),
    )


def _decided(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.DraftDecided(
        day=e.day,
        known_to=known_to(names, e.known_to),
        body=names.bodies.ids[e.who],
        measure=names.measures.ids[e.whom],
        on=names.places.id(e.where),
        verdict=Verdict(e.first).name.lower(),
        ambition=e.second,
        price=e.third,
    )


def _war(names: Names, e: Entry, terms: Terms) -> ev.Event:
    attacker, victim = names.countries.ids[e.who], names.countries.ids[e.whom]
    return ev.WentToWar(day=e.day, known_to=known_to(names, e.known_to), attacker=attacker, victim=victim)


def _contribution(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.Contributed(
        day=e.day,
        known_to=known_to(names, e.known_to),
        member=names.countries.ids[e.who],
        level=e.first,
        value=e.second,
        terms=named_terms(Answer, terms),
    )


def _request_answer(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.RequestAnswered(
        day=e.day,
        known_to=known_to(names, e.known_to),
        member=names.countries.ids[e.who],
        body=names.bodies.ids[e.whom],
        place=names.places.id(e.where),
        gives=e.second == 1,
        value=e.first,
        terms=named_terms(Answer, terms),
    )


def _transfer(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.Transferred(
        day=e.day,
        known_to=known_to(names, e.known_to),
        formation=names.formations.ids[e.who],
        body=names.bodies.id(e.whom),
        place=names.places.id(e.where),
        given=e.first == 1,
        weeks=e.second,
    )


def _incident(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.IncidentHappened(
        day=e.day,
        known_to=known_to(names, e.known_to),
        victim=names.countries.ids[e.who],
        place=names.places.id(e.where),
        kind=IncidentKind(e.first).name.lower(),
        severity=e.second,
    )


def _attributed(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.ActAttributed(
        day=e.day,
        known_to=known_to(names, e.known_to),
        author=names.countries.id(e.whom),
        victim=names.countries.id(e.who),
        publicly=e.third == 1,
    )


def _battle(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.BattleFought(
        day=e.day,
        known_to=known_to(names, e.known_to),
        attacker=names.countries.id(e.who),
        defender=names.countries.id(e.whom),
        place=names.places.ids[e.where],
        attack=e.first,
        defence=e.second,
        attacker_losses=e.third,
        defender_losses=e.fourth,
    )


def _losses(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.FormationLost(
        day=e.day,
        known_to=known_to(names, e.known_to),
        formation=names.formations.ids[e.who],
        place=names.places.id(e.where),
        lost=e.first,
        power=e.second,
        factors=named_terms(PowerFactor, terms),
    )


def _moved(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.FormationMoved(
        day=e.day,
        known_to=known_to(names, e.known_to),
        formation=names.formations.ids[e.who],
        place=names.places.id(e.first if e.note == Note.RETREAT else e.where),
        how=_HOW[Note(e.note)],
    )


_HOW: dict[Note, Literal["moved", "retreat", "destroyed"]] = {
    Note.MOVED: "moved",
    Note.RETREAT: "retreat",
    Note.DESTROYED: "destroyed",
}


def _control(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.ControlChanged(
        day=e.day,
        known_to=known_to(names, e.known_to),
        place=names.places.ids[e.where],
        holder=names.countries.id(e.who),
        before=names.countries.id(e.whom),
    )


def _break(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.ResolutionBroke(
        day=e.day,
        known_to=known_to(names, e.known_to),
        why=Break(e.first).name.lower(),
        author=names.countries.id(e.who),
        victim=names.countries.id(e.whom),
        place=names.places.id(e.where),
    )


def _stance(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.StanceChanged(
        day=e.day,
        known_to=known_to(names, e.known_to),
        country=names.countries.ids[e.who],
        stance=Stance(e.first).name.lower(),
        terms=named_terms(StanceTerm, terms),
    )


def _government(names: Names, e: Entry, terms: Terms) -> ev.Event:
    who = names.countries.ids[e.who]
    known = known_to(names, e.known_to)
    return ev.GovernmentChanged(day=e.day, known_to=known, country=who, outlook=e.first, elected=e.third == 1)


def _frustrated(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.OrderFrustrated(
        day=e.day,
        known_to=known_to(names, e.known_to),
        formation=names.formations.ids[e.who],
        place=names.places.id(e.where),
        cause=Cause(e.first).name.lower(),
    )


def _text_ends(names: Names, e: Entry, terms: Terms) -> ev.Event:
    body, measure = names.bodies.ids[e.who], names.measures.ids[e.whom]
    return ev.TextEnded(day=e.day, known_to=known_to(names, e.known_to), body=body, measure=measure)


def _sounded(names: Names, e: Entry, terms: Terms) -> ev.Event:
    body, member = names.bodies.ids[e.who], names.countries.ids[e.whom]
    return ev.Sounded(day=e.day, known_to=known_to(names, e.known_to), body=body, member=member, heard=e.first)


def _ended(names: Names, e: Entry, terms: Terms) -> ev.Event:
    why = Ending(e.first).name.lower()
    return ev.GameEnded(day=e.day, known_to=known_to(names, e.known_to), why=why, turns=e.second)


def _told(names: Names, e: Entry, terms: Terms) -> ev.Event:
    body_speaks = Note(e.note) in (Note.INCOME, Note.EFFECT)
    who = names.bodies.id(e.who) if body_speaks else None
    return ev.Told(
        day=e.day,
        known_to=known_to(names, e.known_to),
        note=Note(e.note).name.lower(),
        who=who,
        whom=None,
        first=e.first,
        second=e.second,
    )


NARRATORS: dict[Note, Callable[[Names, Entry, Terms], ev.Event]] = {
    Note.INCOME: _told,
    Note.INCIDENT: _incident,
    Note.ATTRIBUTED: _attributed,
    Note.TABLED: _tabled,
    Note.POSITION: _position,
    Note.VERDICT: _decided,
    Note.MOVED: _moved,
    Note.BATTLE: _battle,
    Note.LOSSES: _losses,
    Note.RETREAT: _moved,
    Note.DESTROYED: _moved,
    Note.CONTROL: _control,
    Note.BREAK: _break,
    Note.CONTRIBUTION: _contribution,
    Note.REQUEST_ANSWER: _request_answer,
    Note.TRANSFER: _transfer,
    Note.STANCE: _stance,
    Note.GOVERNMENT_FALLS: _government,
    Note.FRUSTRATED: _frustrated,
    Note.EFFECT: _told,
    Note.TEXT_ENDS: _text_ends,
    Note.ESCALATION: _told,
    Note.SCORE: _told,
    Note.ENDING: _ended,
    Note.SOUNDED: _sounded,
    Note.WAR: _war,
}
"""The narrator of each Note; a test holds that none is missing."""
