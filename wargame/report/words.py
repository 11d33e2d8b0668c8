"""Orders and choices in words: what a seat decided, with names for ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from wargame.ai.seating import AI, HUMAN
from wargame.catalogue import _, _n
from wargame.engine.vocabulary import spoken
from wargame.model import events as ev
from wargame.model.codes import Phase
from wargame.model.names import Names
from wargame.model.orders import March, MeetDemand, Order, Release, RequestForces, SoundOut, TableDraft
from wargame.report.knowledge import Knowledge

FULL = 1000.0  # kept values in a point
MOST_NAMED = 8  # marches that are named one by one
LEVELS = {"idle": _("idle"), "cadet": _("cadet"), "staff": _("staff"), "general": _("general")}
PHASES = {Phase.CAUCUS: _("Caucus"), Phase.EMERGENCY: _("Emergency session"), Phase.ORDERS: _("Orders")}


def sitter_words(who: str, name: str) -> str:
    """Who sits at a seat: `human` or `ai:staff`, and the name that a person gave."""
    kind, _colon, level = who.partition(":")
    if kind == AI:
        return _("AI ({level})").format(level=LEVELS.get(level, level))
    return name or (_("a person") if who == HUMAN else who)


def choice_words(names: Names, label: str) -> str:
    """What an AI calls a choice, with the names of measures, states and places for their ids."""
    titles = {i: roll.title(roll.row(i)) for roll in (names.measures, names.countries, names.places) for i in roll.ids}
    return " ".join(titles.get(word, word) for word in label.split(" "))


def points(size: int) -> str:
    """Points (1/1000) with their sign and a true minus, to a hundredth."""
    return f"{size / FULL:+.2f}".replace("-", "−")


def terms_words(terms: ev.TermMap) -> str:
    """The terms of a value, those of weight, the heaviest first."""
    sizes = sorted(((name, size) for name, size in terms.items() if size), key=lambda term: -abs(term[1]))
    return ", ".join(f"{spoken(name)} {points(size)}" for name, size in sizes)


def orders_words(known: Knowledge, orders: Iterable[Order]) -> list[str]:
    """What was ordered, a line an order; marches in one."""
    given = list(orders)
    lines = [_order(known, order) for order in given if not isinstance(order, March | Release)]
    marches = [order for order in given if isinstance(order, March)]
    released = [order for order in given if isinstance(order, Release)]
    lines += [_marches(known, marches)] if marches else []
    if released:
        lines.append(
            _("Given back: {formations}").format(formations=_listed([_unit(known, o.formation) for o in released]))
        )
    return lines


def _order(known: Knowledge, order: TableDraft | SoundOut | RequestForces | MeetDemand) -> str:
    match order:
        case TableDraft():
            return _tabled(known, order)
        case SoundOut():
            return _("Sounds out {state}").format(state=known.country(order.member))
        case RequestForces():
            says = _n(
                "Asks for forces ({capability}) for {place}, for {weeks} week",
                "Asks for forces ({capability}) for {place}, for {weeks} weeks",
                order.weeks,
            )
            return says.format(capability=spoken(order.capability), place=known.place(order.place), weeks=order.weeks)
        case MeetDemand():
            says = _("Meets {points} points of the demand of {ally}, so that {state} may join")
            return says.format(
                points=points(order.points), ally=known.country(order.member), state=known.country(order.applicant)
            )
        case _:
            assert_never(order)


def _tabled(known: Knowledge, order: TableDraft) -> str:
    said = _("Tables “{measure}” at ambition {ambition}").format(
        measure=known.measure(order.measure), ambition=order.ambition
    )
    if order.against:
        said += _(", concerning {state}").format(state=known.country(order.against))
    if order.helps:
        said += _(", for {state}").format(state=known.country(order.helps))
    if order.on:
        said += _(", in {place}").format(place=known.place(order.on))
    bids = ", ".join(f"{known.country(member)} {points(size)}" for member, size in sorted(order.bids.items()) if size)
    return said + (_("; wins over: {bids}").format(bids=bids) if bids else "")


def _marches(known: Knowledge, marches: Sequence[March]) -> str:
    named = [
        _("{formation} to {place} ({posture})").format(
            formation=_unit(known, march.formation),
            place=known.place(march.path[-1]) if march.path else _("where it stands"),
            posture=spoken(march.posture),
        )
        for march in marches
    ]
    return _("Marches: {formations}").format(formations=_listed(named))


def _listed(names: Sequence[str]) -> str:
    """The first of them, and how many more."""
    more = len(names) - MOST_NAMED
    said = ", ".join(names[:MOST_NAMED])
    return said + (_n(" and {count} more", " and {count} more", more).format(count=more) if more > 0 else "")


def _unit(known: Knowledge, name: str) -> str:
    return known.names.formations.title(known.names.formations.row(name))
