"""From orders to a Plan: the tables that the rules read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

import numpy as np

from wargame.engine.judge import CAPABILITIES, POSTURES, Sender, draft_row
from wargame.engine.reading import write
from wargame.model.columns import NOBODY, R, Table, column_of
from wargame.model.names import Names
from wargame.model.orders import March, MeetDemand, Order, Release, RequestForces, SoundOut, TableDraft
from wargame.model.plan import Plan, empty_plan
from wargame.model.state import State
from wargame.model.view import View
from wargame.model.world import World
from wargame.rules import entries


@dataclass(frozen=True)
class Desk:
    """A side that writes its orders down: for that it needs to know nothing of the world."""

    names: Names
    body: int


def plan_of(view: View, orders: Iterable[Order]) -> Plan:
    """The plan of one seat. It has room for all that the judge accepts (LEGAL-20)."""
    plan = empty_plan(view.state)
    add_orders(view, plan, orders)
    return plan


def heard_in_order(world: World, plan: Plan) -> list[int]:
    """The drafts of a plan in the order in which a session hears them (SESSION-4)."""
    rows: list[int] = entries.agenda(world, plan).tolist()
    return rows


def add_orders(sender: Sender, plan: Plan, orders: Iterable[Order]) -> None:
    """Write a seat's orders into a plan, beside those of other seats."""
    column_of(plan.given, "decided")[sender.body] = 1
    marches: list[March] = []
    for order in orders:
        match order:
            case TableDraft():
                _add_draft(sender, plan, order)
            case SoundOut():
                column_of(plan.soundings, "asked")[sender.body, sender.names.countries.row(order.member)] = 1
            case RequestForces():
                _add_request(sender, plan, order)
            case MeetDemand():
                _add_concession(sender, plan, order)
            case March():
                marches.append(order)
            case Release():
                column_of(plan.moves, "released")[sender.names.formations.row(order.formation)] = 1
            case _:
                assert_never(order)
    if marches:
        _add_marches(sender, plan, marches)


def free_draft(plan: Plan) -> int:
    """The first free row of a plan's drafts; -1 when the agenda is full."""
    return _free_row(plan.drafts)


def _free_row(table: Table[R]) -> int:
    free = np.flatnonzero(column_of(table, "alive") == 0)
    return int(free[0]) if free.size else NOBODY


def _add_draft(sender: Sender, plan: Plan, order: TableDraft) -> None:
    row = free_draft(plan)
    if row == NOBODY:
        return
    draft_row(sender, order, plan.drafts[row])
    for member, points in order.bids.items():
        column_of(plan.bids, "points")[row, sender.names.countries.row(member)] = points


def _add_request(sender: Sender, plan: Plan, order: RequestForces) -> None:
    row = _free_row(plan.asks)
    if row != NOBODY:
        capability, place = CAPABILITIES[order.capability], sender.names.places.row(order.place)
        write(plan.asks[row], alive=1, body=sender.body, capability=capability, place=place, weeks=order.weeks)


def _add_concession(sender: Sender, plan: Plan, order: MeetDemand) -> None:
    row = _free_row(plan.concessions)
    if row != NOBODY:
        member, applicant = (sender.names.countries.row(state) for state in (order.member, order.applicant))
        offer = plan.concessions[row]
        write(offer, alive=1, body=sender.body, member=member, applicant=applicant, points=order.points)


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


def joint_plan(names: Names, state: State, given: Iterable[tuple[int, Iterable[Order]]]) -> Plan:
    """The orders of bodies, by row, as one plan."""
    plan = empty_plan(state)
    for body, orders in given:
        add_orders(Desk(names, body), plan, orders)
    return plan
