"""Orders given ahead of their phase: what a seat may intend in its one visit of a turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wargame.model.codes import MeasureKind, Phase
from wargame.model.columns import duplicate
from wargame.model.orders import Order, TableDraft
from wargame.model.state import State
from wargame.model.view import View


def as_of_orders(view: View, given: Sequence[Order]) -> View:
    """What the seat knows now, as if the orders phase were open and a war that it has decided had begun.

    It judges what is intended; what the session then decides otherwise is judged again when the orders are given.
    """
    clock = duplicate(view.state.clock)
    clock[0].phase = Phase.ORDERS
    state = view.state._replace(clock=clock)
    for order in given:
        if isinstance(order, TableDraft) and order.against is not None:
            state = _with_war(view, state, order)
    return replace(view, state=state)


def _with_war(view: View, state: State, order: TableDraft) -> State:
    names, leader = view.names, int(view.world.bodies[view.body].leader)
    measure = names.measures.row(order.measure)
    if leader < 0 or view.world.measures[measure].kind != MeasureKind.WAR:
        return state
    pairs, foe = duplicate(state.pairs), names.countries.row(order.against)
    pairs[leader, foe].war = pairs[foe, leader].war = 1
    return state._replace(pairs=pairs)
