"""From orders to a Plan: the tables that the rules read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from wargame.engine.judge import CAPABILITIES, POSTURES, Sender, draft_row
from wargame.model.columns import NOBODY, column_of
from wargame.model.names import Names
from wargame.model.orders import March, MeetDemand, Order, Release, RequestForces, SoundOut, TableDraft
from wargame.model.plan import Plan, empty_plan
from wargame.model.view import View


@dataclass(frozen=True)
class Desk:
    """A side that writes its orders down: for that it needs to know nothing of the world."""

    names: Names
    body: int


def plan_of(view: View, orders: Iterable[Order]) -> Plan:
    """The plan of one seat. Drafts and requests beyond the room of a plan are left out."""
    plan = empty_plan(view.state)
    add_orders(view, plan, orders)
    return plan


def add_orders(sender: Sender, plan: Plan, orders: Iterable[Order]) -> None:
    """Write a seat's orders into a plan, beside those of other seats."""
    plan.given[sender.body].decided = 1
    marches: list[March] = []
    for order in orders:
        match order:
            case TableDraft():
                _add_draft(sender, plan, order)
            case SoundOut():
                plan.soundings[sender.body, sender.names.countries.row(order.member)].asked = 1
            case RequestForces():
                _add_request(sender, plan, order)
            case MeetDemand():
                _add_concession(sender, plan, order)
            case March():
                marches.append(order)
            case Release():
                plan.moves[sender.names.formations.row(order.formation)].released = 1
            case _:
                assert_never(order)
    if marches:
        _add_marches(sender, plan, marches)


def free_draft(plan: Plan) -> int:
    """The first free row of a plan's drafts; -1 when the agenda is full."""
    for row in range(plan.drafts.size):
        if not plan.drafts[row].alive:
            return row
    return NOBODY


def _add_draft(sender: Sender, plan: Plan, order: TableDraft) -> None:
    row = free_draft(plan)
    if row == NOBODY:
        return
    draft_row(sender, order, plan.drafts[row])
    for member, points in order.bids.items():
        plan.bids[row, sender.names.countries.row(member)].points = points


def _add_request(sender: Sender, plan: Plan, order: RequestForces) -> None:
    for row in range(plan.asks.size):
        ask = plan.asks[row]
        if not ask.alive:
            ask.alive = 1
            ask.body = sender.body
            ask.capability = CAPABILITIES[order.capability]
            ask.place = sender.names.places.row(order.place)
            ask.weeks = order.weeks
            return


def _add_concession(sender: Sender, plan: Plan, order: MeetDemand) -> None:
    for row in range(plan.concessions.size):
        offer = plan.concessions[row]
        if not offer.alive:
            offer.alive = 1
            offer.body = sender.body
            offer.member = sender.names.countries.row(order.member)
            offer.applicant = sender.names.countries.row(order.applicant)
            offer.points = order.points
            return


def _add_marches(sender: Sender, plan: Plan, marches: Sequence[March]) -> None:
    """Write marches column by column, which takes a tenth of the time of one after the other. Of two of a formation the later holds."""
    formations, places = sender.names.formations.rows, sender.names.places.rows
    rows = [formations[march.formation] for march in marches]
    column_of(plan.moves, "given")[rows] = 1
    column_of(plan.moves, "posture")[rows] = [POSTURES[march.posture] for march in marches]
    column_of(plan.moves, "loss_limit")[rows] = [march.loss_limit for march in marches]
    legs = column_of(plan.legs, "to")
    legs[rows] = NOBODY
    for row, march in zip(rows, marches, strict=True):
        for leg, place in enumerate(march.path):
            legs[row, leg] = places[place]
