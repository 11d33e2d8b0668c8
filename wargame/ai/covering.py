"""Covering land: where a seat's land most needs forces, and marches that bring them there."""

from __future__ import annotations

from collections.abc import Iterator, Set

import numpy as np

from wargame.ai.campaigning import LOSS_LIMIT, enemies, marches
from wargame.engine.judge import commands
from wargame.engine.reading import readings
from wargame.model.calendar import WEEK
from wargame.model.codes import Posture
from wargame.model.columns import NOBODY, column_of
from wargame.model.orders import Order
from wargame.model.plan import Plan, empty_plan
from wargame.model.state import LEGS, Formation
from wargame.model.view import Mask, View
from wargame.rules import entries
from wargame.rules.counter_attack import place_to_hold
from wargame.rules.kinds import is_army
from wargame.rules.law import plain
from wargame.rules.routes import destination

CUT_OFF = -1  # days
HALF_COVER = 500  # 1/1000 brigade-equivalent: cover that halves a need


def concentrate(view: View, goal: int, most: int) -> list[Order]:
    """Those nearest to a region come to hold it, as far as they can be there before the turn ends; who is there stays.

    Nobody goes through land that an enemy holds: to attack it is another plan. Who stands in a capital, or in land taken from
    another, stays to hold it (DEFENCE-5).

    `most` is the share (1/1000) of the seat's land strength beyond which no more come.
    """
    plan = empty_plan(view.state)
    turn = int(view.world.course[0].weeks_a_turn) * WEEK
    hostile = set(enemies(view))
    mobile = {u: unit for u, unit in _mobile(view) if unit.at == goal or not _must_stay(view, unit)}
    limit = most * sum(int(unit.strength) for unit in mobile.values()) // 1000
    days = {u: 0 if unit.at == goal else _send(view, plan, u, goal, hostile) for u, unit in mobile.items()}
    gathered = 0
    for u in sorted(days, key=lambda u: (days[u], -int(mobile[u].strength), u)):
        if days[u] < 0 or days[u] > turn or gathered >= limit:
            plan.moves[u].given = 0
            continue
        gathered += int(mobile[u].strength)
        if days[u] == 0:
            _halt(plan, u)
    return marches(view, plan)


def _must_stay(view: View, unit: Formation) -> bool:
    """A formation stands in a place that its state holds and must hold."""
    return bool(plain(place_to_hold)(view.world, view.state, unit.owner, unit.at))


def _mobile(view: View) -> Iterator[tuple[int, Formation]]:
    """The national land formations that the seat commands."""
    for u, unit in enumerate(readings(view.state.formations)):
        if unit.alive and unit.body < 0 and plain(is_army)(unit.kind) and commands(view, u):
            yield u, unit


def _send(view: View, plan: Plan, formation: int, goal: int, hostile: Set[int]) -> int:
    """Write a march to a region into a plan: the days that it takes; -1, and no march, where no way leads there among friends."""
    legs = np.full(LEGS, NOBODY, np.int64)
    days = entries.march(view.world, view.state, formation, goal, legs)
    holders = column_of(view.state.regions, "controller")[legs[legs >= 0]].tolist()
    if days < 0 or not hostile.isdisjoint(holders):
        return CUT_OFF
    _halt(plan, formation)
    column_of(plan.legs, "to")[formation] = legs
    return days


def _halt(plan: Plan, formation: int) -> None:
    """Write into a plan that a formation holds where it is."""
    move = plan.moves[formation]
    move.given, move.posture, move.loss_limit = 1, Posture.HOLD, LOSS_LIMIT
    column_of(plan.legs, "to")[formation] = NOBODY


def exposed_regions(view: View, most: int) -> list[int]:
    """The land of members that most needs forces, at most so many: what faces it over what covers it, by its worth and its holder's fear.

    What faces a region stands next to it and belongs to whom the holder fears most or fights. The neediest first.
    """
    state, world = view.state, view.world
    joined = column_of(state.members, "joined")[view.body] == 1
    holder = column_of(state.regions, "controller")
    hostile = _hostile_strength(view)
    cover = _cover(view, joined)
    need: dict[int, float] = {}
    for r in np.flatnonzero(holder >= 0).tolist():
        place, country = world.regions[r], int(holder[r])
        if not joined[country] or place.boxed:
            continue
        ways = range(place.first_edge, place.first_edge + place.edges)
        facing = sum(hostile.get((world.edges[e].end, country), 0) for e in ways)
        foe = state.countries[country].top_threat
        fear = state.pairs[country, foe].threat if foe >= 0 else 0
        need[r] = facing * fear * (1 + place.value) / (HALF_COVER + cover[r])
    needy = [r for r in need if need[r] > 0]
    return sorted(needy, key=lambda r: (-need[r], r))[:most]


def _hostile_strength(view: View) -> dict[tuple[int, int], int]:
    """Land strength (1/1000 brigade-equivalent) by region and by the member that it is hostile to."""
    state = view.state
    members = [c for c in range(state.countries.size) if state.members[view.body, c].joined]
    foes = {c: {int(state.countries[c].top_threat), *_foes_of(view, c)} for c in members}
    found: dict[tuple[int, int], int] = {}
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner >= 0 and plain(is_army)(unit.kind):
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
        if unit.alive and own and plain(is_army)(unit.kind):
            cover[plain(destination)(state, u)] += int(unit.strength)
    return cover
