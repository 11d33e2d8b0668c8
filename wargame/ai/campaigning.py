"""Orders for forces: what a seat's formations do in peace and in war, as candidate sets of marches."""

from __future__ import annotations

from typing import cast

import numpy as np

from wargame.ai.options import most_threatened
from wargame.engine.judge import commands, judge
from wargame.model.codes import Kind, Posture
from wargame.model.columns import NOBODY
from wargame.model.orders import March, Order, PostureName
from wargame.model.plan import Plan, empty_plan
from wargame.model.state import LEGS
from wargame.model.view import View
from wargame.rules import entries


def enemies(view: View) -> list[int]:
    """States outside the body that a member is at war with."""
    state = view.state
    members = [c for c in range(state.countries.size) if state.members[view.body, c].joined]
    return [j for j in range(state.countries.size) if j not in members and any(state.pairs[c, j].war for c in members)]


def marches(view: View, plan: Plan) -> list[Order]:
    """The moves of a plan as orders, those the seat may give."""
    found: list[Order] = []
    for u in range(view.state.formations.size):
        if not plan.moves[u].given or not commands(view, u):
            continue
        path = tuple(view.names.places.ids[plan.legs[u, k].to] for k in range(LEGS) if plan.legs[u, k].to >= 0)
        order = March(
            formation=view.names.formations.ids[u],
            path=path,
            posture=_posture_name(plan.moves[u].posture),
            loss_limit=plan.moves[u].loss_limit,
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
    for u in range(state.formations.size):
        unit = state.formations[u]
        mobile = unit.alive and unit.body < 0 and unit.kind <= Kind.ARTILLERY and unit.at != goal
        if not mobile or not commands(view, u):
            continue
        legs = np.full(LEGS, NOBODY, np.int64)
        if entries.march(view.world, state, u, goal, legs) < 0:
            continue
        plan.moves[u].given = 1
        plan.moves[u].posture = Posture.HOLD
        plan.moves[u].loss_limit = 500
        for k in range(LEGS):
            plan.legs[u, k].to = int(legs[k])
    return marches(view, plan)


def exposed_region(view: View) -> int:
    """The most valuable region of the most threatened member that it still holds; -1 for none."""
    for member in most_threatened(view, 3):
        held = [r for r in range(view.world.regions.size) if view.state.regions[r].controller == member]
        if held:
            return max(held, key=lambda r: (view.world.regions[r].value, -r))
    return NOBODY
