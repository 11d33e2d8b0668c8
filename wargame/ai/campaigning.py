"""Orders for forces: what a seat's formations do in peace and in war, as candidate sets of marches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np

from wargame.ai.options import joined_by
from wargame.engine.judge import commands, judge
from wargame.engine.reading import reading, readings
from wargame.model.codes import Kind, Posture
from wargame.model.columns import NOBODY, column_of
from wargame.model.orders import March, Order, PostureName, Release
from wargame.model.plan import Plan, empty_plan
from wargame.model.state import LEGS
from wargame.model.view import Mask, View
from wargame.rules import entries
from wargame.rules.law import plain
from wargame.rules.roster import is_put
from wargame.rules.routes import destination

HALF_COVER = 500  # 1/1000 brigade-equivalent: cover that halves a need

LOSS_LIMIT = 500  # 1/1000 of strength: a march to reinforce is broken off after such losses


def enemies(view: View) -> list[int]:
    """States outside the body that a member is at war with."""
    joined = joined_by(view)
    fought = column_of(view.state.pairs, "war")[joined].any(axis=0)
    return np.flatnonzero(fought & ~joined).tolist()


def marches(view: View, plan: Plan) -> list[Order]:
    """The moves and releases of a plan as orders, those the seat may give."""
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
    return [*found, *_releases(view, np.flatnonzero(column_of(plan.moves, "released")).tolist())]


def _releases(view: View, rows: Sequence[int]) -> list[Release]:
    """Releases of formations, those the seat may give."""
    found = [Release(formation=view.names.formations.ids[u]) for u in rows]
    return [order for order in found if not judge(view, order)]


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
    """The land of a member that most needs forces: what faces it over what covers it, by its worth and its holder's fear.

    What faces a region stands next to it and belongs to whom the holder fears most or fights; -1 where nothing does.
    """
    state, world = view.state, view.world
    joined = column_of(state.members, "joined")[view.body] == 1
    holder = column_of(state.regions, "controller")
    hostile = _hostile_strength(view)
    cover = _cover(view, joined)
    best, most = NOBODY, 0.0
    for r in np.flatnonzero(holder >= 0).tolist():
        place, country = world.regions[r], int(holder[r])
        if not joined[country] or place.boxed:
            continue
        ways = range(place.first_edge, place.first_edge + place.edges)
        facing = sum(hostile.get((world.edges[e].end, country), 0) for e in ways)
        foe = state.countries[country].top_threat
        fear = state.pairs[country, foe].threat if foe >= 0 else 0
        need = facing * fear * (1 + place.value) / (HALF_COVER + cover[r])
        if need > most:
            best, most = r, need
    return best


def _hostile_strength(view: View) -> dict[tuple[int, int], int]:
    """Land strength (1/1000 brigade-equivalent) by region and by the member that it is hostile to."""
    state = view.state
    members = [c for c in range(state.countries.size) if state.members[view.body, c].joined]
    foes = {c: {int(state.countries[c].top_threat), *_foes_of(view, c)} for c in members}
    found: dict[tuple[int, int], int] = {}
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner >= 0 and unit.kind <= Kind.ARTILLERY:
            for c in members:
                if unit.owner in foes[c]:
                    found[int(unit.at), c] = found.get((int(unit.at), c), 0) + int(unit.strength)
    return found


def _foes_of(view: View, country: int) -> list[int]:
    wars = column_of(view.state.pairs, "war")[country]
    return [int(c) for c in np.flatnonzero(wars)]


def _cover(view: View, joined: Mask) -> list[int]:
    """Land strength of the members and the body in each region, or on its way there (1/1000 brigade-equivalent)."""
    state = view.state
    cover = [0] * state.regions.size
    for u in range(state.formations.size):
        unit = state.formations[u]
        own = unit.body == view.body if unit.owner < 0 else bool(joined[unit.owner])
        if unit.alive and own and unit.kind <= Kind.ARTILLERY:
            cover[plain(destination)(state, u)] += int(unit.strength)
    return cover
