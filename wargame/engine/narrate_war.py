"""Narrators of war: each makes an event of one row of the record."""

from __future__ import annotations

from typing import Literal

from wargame.engine.noted import known_to, named_terms
from wargame.model import events as ev
from wargame.model.codes import Break, Cause, Grant, Note
from wargame.model.names import Names
from wargame.model.record import Entry, Terms
from wargame.model.terms import PowerFactor

_HOW: dict[Note, Literal["moved", "retreat", "destroyed"]] = {
    Note.MOVED: "moved",
    Note.RETREAT: "retreat",
    Note.DESTROYED: "destroyed",
}


def declared(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A leadership went to war."""
    attacker, victim = names.countries.ids[e.who], names.countries.ids[e.whom]
    return ev.WentToWar(day=e.day, known_to=known_to(names, e.known_to), attacker=attacker, victim=victim)


def ended(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A ceasefire began."""
    offered, answered = names.bodies.ids[e.who], names.bodies.ids[e.whom]
    granted, granted_back = (Grant(value).name.lower() for value in (e.first, e.second))
    return ev.CeasefireBegan(
        day=e.day,
        known_to=known_to(names, e.known_to),
        offered=offered,
        answered=answered,
        granted=granted,
        granted_back=granted_back,
    )


def stopped(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """The resolution stopped."""
    return ev.ResolutionBroke(
        day=e.day,
        known_to=known_to(names, e.known_to),
        why=Break(e.first).name.lower(),
        author=names.countries.id(e.who),
        victim=names.countries.id(e.whom),
        place=names.places.id(e.where),
    )


def nuclear_use(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """Nuclear weapons were used."""
    return ev.NuclearUsed(
        day=e.day,
        known_to=known_to(names, e.known_to),
        body=names.bodies.ids[e.who],
        state=names.countries.id(e.third),
        victim=names.countries.id(e.whom),
        place=names.places.ids[e.where],
        ambition=e.second,
        lost=e.first,
    )


def battle(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A battle."""
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


def losses(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A formation in a battle."""
    return ev.FormationLost(
        day=e.day,
        known_to=known_to(names, e.known_to),
        formation=names.formations.ids[e.who],
        place=names.places.id(e.where),
        battle=names.places.ids[e.fourth],
        side="defence" if e.third else "attack",
        lost=e.first,
        power=e.second,
        factors=named_terms(PowerFactor, terms),
    )


def worn(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A week of fire along the front."""
    return ev.FrontWorn(day=e.day, known_to=known_to(names, e.known_to), state=names.countries.ids[e.who], lost=e.first)


def emptied(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """The depots of a state are empty."""
    return ev.DepotsEmptied(day=e.day, known_to=known_to(names, e.known_to), state=names.countries.ids[e.who])


def moved(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A formation moved, gave ground or was destroyed."""
    return ev.FormationMoved(
        day=e.day,
        known_to=known_to(names, e.known_to),
        formation=names.formations.ids[e.who],
        place=names.places.id(e.first if e.note == Note.RETREAT else e.where),
        how=_HOW[Note(e.note)],
    )


def control(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """A region changed hands."""
    return ev.ControlChanged(
        day=e.day,
        known_to=known_to(names, e.known_to),
        place=names.places.ids[e.where],
        holder=names.countries.id(e.who),
        before=names.countries.id(e.whom),
    )


def frustrated(names: Names, e: Entry, terms: Terms) -> ev.Event:
    """An order could not be carried out."""
    return ev.OrderFrustrated(
        day=e.day,
        known_to=known_to(names, e.known_to),
        formation=names.formations.ids[e.who],
        place=names.places.id(e.where),
        cause=Cause(e.first).name.lower(),
    )
