"""Orders for forces: what a seat's formations do in peace and in war, as candidate sets of marches."""

from __future__ import annotations

from typing import cast

import numpy as np

from wargame.ai.options import joined_by, most_threatened
from wargame.engine.judge import commands, judge
from wargame.engine.reading import reading, readings
from wargame.model.codes import Kind, Posture
from wargame.model.columns import NOBODY, column_of
from wargame.model.orders import March, Order, PostureName
from wargame.model.plan import Plan, empty_plan
from wargame.model.state import LEGS
from wargame.model.view import View
from wargame.rules import entries

LOSS_LIMIT = 500  # 1/1000 of strength: a march to reinforce is broken off after such losses


def enemies(view: View) -> list[int]:
    """States outside the body that a member is at war with."""
    joined = joined_by(view)
    fought = column_of(view.state.pairs, "war")[joined].any(axis=0)
    return np.flatnonzero(fought & ~joined).tolist()


def marches(view: View, plan: Plan) -> list[Order]:
    """The moves of a plan as orders, those the seat may give."""
    found: list[Order] = []
    legs = column_of(plan.legs, "to")
    for u in np.flatnonzero(column_of(plan.moves, "given")).tolist():
        if not commands(view, u):
            continue
        move = reading(plan.moves[u])
        order = March(
            formation=view.names.formations.ids[u],
            path=tuple(view.names.places.ids[place] for place in legs[u].tolist() if place >= 0),
            posture=_posture_name(move.posture),
            loss_limit=move.loss_limit,
        )
        if not judge(view, order):
            found.append(order)
    return found


def _posture_name(code: int) -> PostureName:
    return cast("PostureName", Posture(code).name.lower())


def assault(view: View, target: int) -> list[Order]:
    """Marches of an offensive against a state, as the rulebook's planner draws it up."""
    plan = empty_plan(view.state)
    entries.assault_plan(view.world, view.state, plan, view.body, target)
    return marches(view, plan)


def reinforce(view: View, goal: int) -> list[Order]:
    """Land forces under the seat's command march to a region, standing formations stay."""
    plan = empty_plan(view.state)
    state = view.state
    for u, unit in enumerate(readings(state.formations)):
        mobile = unit.alive and unit.body < 0 and unit.kind <= Kind.ARTILLERY and unit.at != goal
        if not mobile or not commands(view, u):
            continue
        legs = np.full(LEGS, NOBODY, np.int64)
        if entries.march(view.world, state, u, goal, legs) < 0:
            continue
        move = plan.moves[u]
        move.given, move.posture, move.loss_limit = 1, Posture.HOLD, LOSS_LIMIT
        column_of(plan.legs, "to")[u] = legs
    return marches(view, plan)


def exposed_region(view: View) -> int:
    """The most valuable region of the most threatened member that it still holds; -1 for none."""
    holder, value = column_of(view.state.regions, "controller"), column_of(view.world.regions, "value")
    for member in most_threatened(view, 3):
        held = np.flatnonzero(holder == member)
        if held.size:
            return int(held[value[held].argmax()])  # the first of those worth most
    return NOBODY
