"""Covering land: where a seat's land most needs forces, and marches that bring them there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

import numpy as np

from wargame.ai.campaigning import LOSS_LIMIT, enemies, marches
from wargame.engine.reading import reading, readings
from wargame.model.calendar import WEEK
from wargame.model.codes import Posture
from wargame.model.columns import NOBODY, column_of
from wargame.model.orders import Order
from wargame.model.plan import Plan, empty_plan
from wargame.model.state import LEGS, Formation
from wargame.model.view import Mask, View
from wargame.rules import entries
from wargame.rules.holding import place_to_hold
from wargame.rules.kinds import is_army
from wargame.rules.law import plain
from wargame.rules.legal_marches import commands
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
    side = reading(view.world.bodies[view.body])
    for u, unit in _armies(view):
        if unit.body < 0 and plain(commands)(unit, side, view.body):
            yield u, unit


def _armies(view: View) -> list[tuple[int, Formation]]:
    """All land formations, as they are read."""
    return [
        (u, unit) for u, unit in enumerate(readings(view.state.formations)) if unit.alive and plain(is_army)(unit.kind)
    ]


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
    holder = column_of(state.regions, "controller").tolist()
    foe, threat = column_of(state.countries, "top_threat").tolist(), column_of(state.pairs, "threat").tolist()
    ends = column_of(world.edges, "end").tolist()
    armies = _armies(view)
    hostile = _hostile_strength(view, armies)
    cover = _cover(view, armies, joined)
    need: dict[int, float] = {}
    for r, place in enumerate(readings(world.regions)):
        country = holder[r]
        if country < 0 or not joined[country] or place.boxed:
            continue
        beside = ends[place.first_edge : place.first_edge + place.edges]
        facing = sum(hostile.get((end, country), 0) for end in beside)
        fear = threat[country][foe[country]] if foe[country] >= 0 else 0
        need[r] = facing * fear * (1 + place.value) / (HALF_COVER + cover[r])
    needy = [r for r in need if need[r] > 0]
    return sorted(needy, key=lambda r: (-need[r], r))[:most]


def places_to_gather(view: View, most: int) -> list[int]:
    """Where forces could gather, at most so many places: the capital of a seat that leads a state, then the land in most need."""
    return [*dict.fromkeys([*_own_capital(view), *exposed_regions(view, most)])][:most]


def _own_capital(view: View) -> list[int]:
    """The capital of a seat that leads a state, while the state holds it; none else."""
    leader = int(view.world.bodies[view.body].leader)
    if leader < 0:
        return []
    capital = int(view.world.countries[leader].capital)
    return [capital] if view.state.regions[capital].controller == leader else []


def _hostile_strength(view: View, armies: Sequence[tuple[int, Formation]]) -> dict[tuple[int, int], int]:
    """Land strength (1/1000 brigade-equivalent) by region and by the member that it is hostile to."""
    state = view.state
    fought = column_of(state.pairs, "war") == 1
    top = column_of(state.countries, "top_threat").tolist()
    members = np.flatnonzero(column_of(state.members, "joined")[view.body]).tolist()
    wary = {owner: [c for c in members if top[c] == owner or fought[c, owner]] for owner in range(state.countries.size)}
    found: dict[tuple[int, int], int] = {}
    for _, unit in armies:
        for c in wary.get(unit.owner, ()):
            found[unit.at, c] = found.get((unit.at, c), 0) + unit.strength
    return found


def _cover(view: View, armies: Sequence[tuple[int, Formation]], joined: Mask) -> list[int]:
    """Land strength of the members and the body in each region, or on its way there (1/1000 brigade-equivalent)."""
    cover = [0] * view.state.regions.size
    for u, unit in armies:
        own = joined[unit.owner] if unit.owner >= 0 else unit.body == view.body
        if own:
            cover[plain(destination)(view.state, u)] += unit.strength
    return cover
