"""From the record of rows to events that speak ids: one narrator for every Note."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from wargame.catalogue import _
from wargame.engine import narrate_councils as councils
from wargame.engine import narrate_war as war
from wargame.engine.invariants import BrokenInvariant
from wargame.engine.noted import known_to, named_terms
from wargame.model import events as ev
from wargame.model.codes import Ending, IncidentKind, Note, Stance, Track
from wargame.model.names import Names
from wargame.model.record import Entry, Record, Terms, written
from wargame.model.shifts import Shift, Source
from wargame.model.terms import Ratify, StanceTerm, Wish
from wargame.rules.numeric import FULL


def narrate(names: Names, record: Record) -> list[ev.Event]:
    """All events of a record, in the order in which they were written. Raises BrokenInvariant where some found no room."""
    if lost := int(record.head[0].lost):
        raise BrokenInvariant(_("events that found no room in the record: {count}").format(count=lost))
    return list(_events(names, record))


def _events(names: Names, record: Record) -> Iterator[ev.Event]:
    rows = written(record)
    for row in range(rows.entries.size):
        entry = rows.entries[row]
        yield NARRATORS[Note(int(entry.note))](names, entry, rows.terms[row])


def may_know(event: ev.Event, seat: str) -> bool:
    """The seat of a body may know of an event."""
    return seat in event.known_to


def with_own_prices(event: ev.Event, seat: str) -> ev.Event:
    """The event without a price of consensus that the seat may not know: what it is comes from members' true supports.

    A council, whose draft it was, knows what consensus would have cost it (rulebook 12).
    """
    if isinstance(event, ev.DraftDecided) and event.body != seat:
        return event.model_copy(update={"price": 0})
    return event


def heard_by(event: ev.Event, seat: str) -> ev.Event | None:
    """The event as a seat hears it: None where it may not know of it. What is made of it in words tells no more than the words do."""
    return with_own_prices(event, seat) if may_know(event, seat) else None


UNHEARD = Ratify.DISPOSITION.name.lower()  # a term that a state keeps from its own bodies too
PAID = Ratify.CONCESSION.name.lower()  # a term that only the body knows which paid for it


def for_seat(event: ev.Event, seat: str, own: Collection[str] = ()) -> ev.Event | None:
    """The event as a seat may read it: None where it may not; supports of others, and prices of their councils, without their numbers.

    `own` are the states that the seat knows from within: what moved them is told to it alone, and never all of it. In a
    battle of others the relation of the powers is seen, the attack in 1/1000 of the defence, and not how great they were.
    """
    heard = heard_by(event, seat)
    match heard:
        case ev.PositionTaken():
            return heard.model_copy(update={"support": 0, "terms": {}})
        case ev.Contributed() | ev.RequestAnswered():
            return heard.model_copy(update={"value": 0, "terms": {}})
        case ev.StanceChanged() | ev.AccessionMoved():
            return heard.model_copy(update={"terms": _known_of(heard, seat, own)})
        case ev.BattleFought() if not {heard.attacker, heard.defender} & set(own):
            return heard.model_copy(update={"attack": FULL * heard.attack // max(1, heard.defence), "defence": FULL})
        case ev.Chosen():
            return heard if heard.seat == seat else None
        case _:
            return heard


def _known_of(event: ev.StanceChanged | ev.AccessionMoved, seat: str, own: Collection[str]) -> ev.TermMap:
    """What a seat knows of why a state moved: nothing of a stranger, of its own all but what is kept from it."""
    match event:
        case ev.StanceChanged():
            mover, kept = event.country, {UNHEARD}
        case _:
            mover = event.ally or event.country
            kept = {UNHEARD} if event.body == seat else {UNHEARD, PAID}
    return {name: size for name, size in event.terms.items() if mover in own and name not in kept}


def _incident(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.IncidentHappened(
        day=e.day,
        known_to=known_to(names, e.known_to),
        victim=names.countries.ids[e.who],
        author=names.countries.id(e.whom),
        place=names.places.id(e.where),
        kind=IncidentKind(e.first).name.lower(),
        severity=e.second,
    )


def _accession(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.AccessionMoved(
        day=e.day,
        known_to=known_to(names, e.known_to),
        country=names.countries.ids[e.who],
        body=names.bodies.ids[e.whom],
        track=Track(e.first).name.lower(),
        ally=names.countries.id(e.second),
        terms=named_terms(Wish if e.first == Track.APPLIED else Ratify, terms),
    )


def _demand_met(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.DemandMet(
        day=e.day,
        known_to=known_to(names, e.known_to),
        member=names.countries.ids[e.who],
        body=names.bodies.ids[e.whom],
        country=names.countries.ids[e.first],
        met=e.second == 1,
    )


def _consultations(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.ConsultationsCalled(
        day=e.day,
        known_to=known_to(names, e.known_to),
        country=names.countries.ids[e.who],
        body=names.bodies.ids[e.whom],
        about=names.countries.ids[e.first],
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


def _outside(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.OutsideStood(
        day=e.day,
        known_to=known_to(names, e.known_to),
        body=names.bodies.ids[e.who],
        supporting=e.first,
        aside=e.second,
        condemning=e.third,
    )


def _assembly(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.AssemblyVoted(
        day=e.day,
        known_to=known_to(names, e.known_to),
        body=names.bodies.ids[e.who],
        against=names.countries.ids[e.whom],
        yes=e.first,
        no=e.second,
        abstained=e.third,
        carried=e.fourth == 1,
    )


def _ended(names: Names, e: Entry, terms: Terms) -> ev.Event:
    why = Ending(e.first).name.lower()
    return ev.GameEnded(day=e.day, known_to=known_to(names, e.known_to), why=why, turns=e.second)


def _shifted(names: Names, e: Entry, terms: Terms) -> ev.Event:
    return ev.LevelShifted(
        day=e.day,
        known_to=known_to(names, e.known_to),
        what=Shift(e.first).name.lower(),
        state=names.countries.id(e.who),
        body=names.bodies.id(e.whom),
        moved=e.second,
        source="facilitator" if e.third == Source.FACILITATOR else "scenario",
    )


def _told(names: Names, e: Entry, terms: Terms) -> ev.Event:
    body_speaks = Note(e.note) == Note.INCOME
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
    Note.TABLED: councils.tabled,
    Note.POSITION: councils.position,
    Note.VERDICT: councils.decided,
    Note.MOVED: war.moved,
    Note.BATTLE: war.battle,
    Note.LOSSES: war.losses,
    Note.RETREAT: war.moved,
    Note.DESTROYED: war.moved,
    Note.CONTROL: war.control,
    Note.BREAK: war.stopped,
    Note.CONTRIBUTION: councils.contribution,
    Note.REQUEST_ANSWER: councils.request_answer,
    Note.TRANSFER: councils.transfer,
    Note.RECALLED: councils.recalled,
    Note.STANCE: _stance,
    Note.GOVERNMENT_FALLS: _government,
    Note.FRUSTRATED: war.frustrated,
    Note.TEXT_ENDS: councils.text_ends,
    Note.ESCALATION: _told,
    Note.ENDING: _ended,
    Note.SOUNDED: councils.sounded,
    Note.WAR: war.declared,
    Note.CEASEFIRE: war.ended,
    Note.ACCESSION: _accession,
    Note.CONSULTATION: _consultations,
    Note.CONCESSION: _demand_met,
    Note.FRONT: war.worn,
    Note.DEPOTS: war.emptied,
    Note.DEPARTED: councils.departed,
    Note.OFFER_ANSWERED: councils.offer_answered,
    Note.NUCLEAR_USE: war.nuclear_use,
    Note.OUTSIDE: _outside,
    Note.ASSEMBLY: _assembly,
    Note.SHIFT: _shifted,
}
"""The narrator of each Note; a test holds that none is missing."""
