"""Narrators of councils and of forces asked for: each makes an event of one row of the record."""

from __future__ import annotations

from wargame.engine.noted import known_to, named_terms
from wargame.model import events as ev
from wargame.model.codes import Position, Verdict
from wargame.model.names import Names
from wargame.model.record import Entry, Terms
from wargame.model.terms import Answer, Support


def tabled(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A draft was tabled."""
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


def position(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A member announced its position."""
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


def decided(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """What became of a draft."""
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


def text_ends(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A text ran out."""
    body, measure = names.bodies.ids[e.who], names.measures.ids[e.whom]
    known = known_to(names, e.known_to)
    return ev.TextEnded(day=e.day, known_to=known, body=body, measure=measure, unkept=e.first == 1)


def sounded(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A member was sounded out."""
    body, member = names.bodies.ids[e.who], names.countries.ids[e.whom]
    return ev.Sounded(day=e.day, known_to=known_to(names, e.known_to), body=body, member=member, heard=e.first)


def departed(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A delegate departed from its government's line."""
    member, body = names.countries.ids[e.who], names.bodies.ids[e.whom]
    known = known_to(names, e.known_to)
    return ev.DelegateDeparted(
        day=e.day,
        known_to=known,
        member=member,
        body=body,
        measure=names.measures.id(e.third),
        cost=e.first,
        left=e.second,
    )


def offer_answered(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A delegate turned an offer down."""
    member, body = names.countries.ids[e.who], names.bodies.ids[e.whom]
    known = known_to(names, e.known_to)
    return ev.OfferAnswered(day=e.day, known_to=known, member=member, body=body, asked=e.first, offered=e.second)


def contribution(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A contribution under collective defence."""
    return ev.Contributed(
        day=e.day,
        known_to=known_to(names, e.known_to),
        member=names.countries.ids[e.who],
        level=e.first,
        value=e.second,
        terms=named_terms(Answer, terms),
    )


def request_answer(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """An answer to a request for forces."""
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


def recalled(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A notice of recall."""
    return ev.Recalled(
        day=e.day,
        known_to=known_to(names, e.known_to),
        formation=names.formations.ids[e.who],
        member=names.countries.ids[e.second],
        body=names.bodies.id(e.whom),
        place=names.places.id(e.where),
        weeks=e.first,
    )


def transfer(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A transfer of authority, or its end."""
    return ev.Transferred(
        day=e.day,
        known_to=known_to(names, e.known_to),
        formation=names.formations.ids[e.who],
        body=names.bodies.id(e.whom),
        place=names.places.id(e.where),
        given=e.first == 1,
        weeks=e.second,
    )
