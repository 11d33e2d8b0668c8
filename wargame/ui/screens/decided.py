"""Orders of a caucus as they are listed: what each is, how far it goes, and whom and what it names."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.engine.articles import running
from wargame.engine.vocabulary import spoken
from wargame.model.codes import MeasureKind
from wargame.model.orders import MeetDemand, RequestForces, SoundOut, TableDraft
from wargame.model.view import View
from wargame.ui.kit.label import Label
from wargame.ui.kit.layout import Column
from wargame.ui.kit.widget import Widget
from wargame.ui.play.drafting import has_degrees
from wargame.ui.screens.hearing import address
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL, STRONG

HOSTILE = (
    MeasureKind.WAR,
    MeasureKind.SANCTIONS,
    MeasureKind.HYBRID,
    MeasureKind.CUT_OFF,
    MeasureKind.NUCLEAR_USE,
)
"""Kinds of measures that are taken against the state named; others are about it."""


def decided(view: View, order: object) -> Widget:
    """What was ordered, and below it whom and what it names."""
    below = named(view, order) if isinstance(order, TableDraft) else ""
    rows: list[Widget] = [Label(order_words(view, order), STRONG)]
    return Column(*rows, *([Label(below, SMALL, Tone.DIM)] if below else []), gap=0)


def order_words(view: View, order: object) -> str:
    """What was ordered, with its ambition where it has one to choose; empty for what no caucus orders."""
    names = view.names
    match order:
        case TableDraft():
            row = names.measures.row(order.measure)
            title = names.measures.title(row)
            if not has_degrees(view, row):
                return title
            return _("{measure}, ambition {ambition}").format(measure=title, ambition=order.ambition)
        case SoundOut():
            return _("Sounded out: {state}").format(state=names.countries.title(names.countries.row(order.member)))
        case MeetDemand():
            roll = names.countries
            member, applicant = (roll.title(roll.row(name)) for name in (order.member, order.applicant))
            return _("A demand met: {member}, for {applicant}").format(member=member, applicant=running(applicant))
        case RequestForces():
            place = names.places.title(names.places.row(order.place))
            return _("Forces asked for: {kind}, {place}").format(kind=spoken(order.capability), place=place)
        case _:
            return ""


def named(view: View, draft: TableDraft) -> str:
    """Whom and what a draft names, against whom a hostile one is; empty where it names nobody."""
    kind = view.world.measures[view.names.measures.row(draft.measure)].kind
    if kind not in HOSTILE or not draft.against:
        return address(draft, view.names)
    roll = view.names.countries
    against = _("against {state}").format(state=running(roll.title(roll.row(draft.against))))
    rest = address(draft.model_copy(update={"against": None}), view.names)
    return ", ".join([against, rest] if rest else [against])
