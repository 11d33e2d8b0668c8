"""Orders for forces: what a seat's formations do in peace and in war, as candidate sets of marches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, cast

import numpy as np

from wargame.ai.options import joined_by
from wargame.engine.judge import commands, judge_unit_orders
from wargame.engine.reading import reading, readings
from wargame.model.codes import Posture
from wargame.model.columns import NOBODY, column_of
from wargame.model.orders import March, Order, PostureName, Release
from wargame.model.plan import Plan, empty_plan
from wargame.model.view import View
from wargame.rules import entries
from wargame.rules.law import plain
from wargame.rules.roster import is_put

Given = TypeVar("Given", March, Release)

LOSS_LIMIT = 500  # 1/1000 of strength: a march to reinforce is broken off after such losses


def enemies(view: View) -> list[int]:
    """States outside the body that a member is at war with."""
    joined = joined_by(view)
    fought = column_of(view.state.pairs, "war")[joined].any(axis=0)
    return np.flatnonzero(fought & ~joined).tolist()


def marches(view: View, plan: Plan) -> list[Order]:
    """The moves and releases of a plan as orders, those the seat may give."""
    ordered: list[March] = []
    legs = column_of(plan.legs, "to")
    for u in np.flatnonzero(column_of(plan.moves, "given")).tolist():
        if not commands(view, u):
            continue
        move = reading(plan.moves[u])
        path = tuple(view.names.places.ids[place] for place in legs[u].tolist() if place >= 0)
        name, posture = view.names.formations.ids[u], _posture_name(move.posture)
        ordered.append(March(formation=name, path=path, posture=posture, loss_limit=move.loss_limit))
    return [*_legal(view, ordered), *_releases(view, np.flatnonzero(column_of(plan.moves, "released")).tolist())]


def _releases(view: View, rows: Sequence[int]) -> list[Release]:
    """Releases of formations, those the seat may give."""
    return _legal(view, [Release(formation=view.names.formations.ids[u]) for u in rows])


def _legal(view: View, orders: Sequence[Given]) -> list[Given]:
    """Those of some orders, one a formation, that the seat may give; judged in one go."""
    judged = judge_unit_orders(view, orders)
    return [order for order, broken in zip(orders, judged, strict=True) if not broken]


def _posture_name(code: int) -> PostureName:
    return cast("PostureName", Posture(code).name.lower())


def assault(view: View, target: int) -> list[Order]:
    """Marches of an offensive against a state as the rulebook's planners draw it up; who is left attacks locally."""
    plan = empty_plan(view.state)
    entries.assault_plan(view.world, view.state, plan, view.body, target)
    entries.press_plan(view.world, view.state, plan, view.body, target)
    return marches(view, plan)


def press(view: View, target: int) -> list[Order]:
    """Marches of local attacks on what a state holds weakly; all other assaults are called off. None, where it is nowhere weak."""
    plan = empty_plan(view.state)
    entries.press_plan(view.world, view.state, plan, view.body, target)
    if not column_of(plan.moves, "given").any():
        return []
    _call_off(view, plan)
    return marches(view, plan)


def stand(view: View) -> list[Order]:
    """All assaults that are under way, or wait for better odds, are called off: the forces stop where they are."""
    plan = empty_plan(view.state)
    _call_off(view, plan)
    return marches(view, plan)


def _call_off(view: View, plan: Plan) -> None:
    """Who has orders to assault, and none in the plan, stops: a body's holds where it is, a nation's is left to its defence plan."""
    for u, unit in enumerate(readings(view.state.formations)):
        under_way = unit.alive and unit.posture == Posture.ASSAULT and view.state.legs[u, 0].to >= 0
        if under_way and not plan.moves[u].given:
            move = plan.moves[u]
            if unit.command < 0:
                move.released = 1
                continue
            move.given, move.posture, move.loss_limit = 1, Posture.HOLD, LOSS_LIMIT
            column_of(plan.legs, "to")[u] = NOBODY


def done(view: View) -> list[Release]:
    """Releases of the seat's own formations that have done what they were sent for.

    An AI orders nobody to stand for its own sake: whom it does not send, the defence plan disposes of.
    """
    units = readings(view.state.formations)
    return _releases(view, [u for u, unit in enumerate(units) if unit.command < 0 and plain(is_put)(view.state, u)])


def beside(orders: Sequence[Order], releases: Sequence[Release]) -> list[Order]:
    """Orders with the releases of those who are not among them."""
    named = {order.formation for order in orders if isinstance(order, (March, Release))}
    return [*orders, *(order for order in releases if order.formation not in named)]
