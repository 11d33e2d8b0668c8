"""Ways of a formation over the map: the next leg, the shortest way, the days, as the rules' own march reckons them."""

from __future__ import annotations

import numpy as np

from wargame.ai.campaigning import assault, enemies
from wargame.engine.judge import commands, judge
from wargame.model.columns import NOBODY
from wargame.model.orders import March, Order
from wargame.model.state import LEGS
from wargame.model.view import View
from wargame.rules import entries
from wargame.rules.law import plain
from wargame.rules.legality import is_mobile
from wargame.rules.marches import days_on_way


def is_neighbour(view: View, start: str, end: str) -> bool:
    """A way leads straight from one place to the other."""
    here, there = view.names.places.row(start), view.names.places.row(end)
    place = view.world.regions[here]
    return any(view.world.edges[e].end == there for e in range(place.first_edge, place.first_edge + place.edges))


def extended(view: View, formation: str, path: tuple[str, ...], place: str) -> tuple[str, ...]:
    """The path with a place at its end where it is next to it, else the shortest way there; empty where there is none.

    A place that is on the path already cuts it off there.
    """
    start = view.names.places.id(int(view.state.formations[view.names.formations.row(formation)].at)) or ""
    if place == start:
        return ()
    if place in path:
        return path[: path.index(place) + 1]
    if path and len(path) < LEGS and is_neighbour(view, path[-1], place):
        return (*path, place)
    return shortest(view, formation, place)


def onward(view: View, march: March) -> list[str]:
    """The places that a march may be led on to by one leg."""
    end = march.path[-1] if march.path else ""
    row = (
        view.names.places.row(end) if end else int(view.state.formations[view.names.formations.row(march.formation)].at)
    )
    place = view.world.regions[row]
    ends = [int(view.world.edges[e].end) for e in range(place.first_edge, place.first_edge + place.edges)]
    names = [view.names.places.ids[end] for end in dict.fromkeys(ends)]
    longer = {name: march.model_copy(update={"path": (*march.path, name)}) for name in names}
    return [name for name, way in longer.items() if len(way.path) <= LEGS and not judge(view, way)]


def shortest(view: View, formation: str, place: str) -> tuple[str, ...]:
    """The shortest way to a place that the formation may go; empty for none."""
    legs = np.full(LEGS, NOBODY, np.int64)
    unit, goal = view.names.formations.row(formation), view.names.places.row(place)
    if entries.march(view.world, view.state, unit, goal, legs) < 0:
        return ()
    return tuple(view.names.places.ids[row] for row in legs.tolist() if row >= 0)


def days_of(view: View, march: March) -> float:
    """Days of the whole path at the formation's own pace, loading included."""
    onward = np.full(view.state.regions.size, NOBODY, np.int64)
    unit = view.names.formations.row(march.formation)
    here = int(view.state.formations[unit].at)
    for place in march.path:
        onward[here] = view.names.places.row(place)
        here = int(onward[here])
    return float(plain(days_on_way)(view.world, view.state, unit, onward))


def has_order(view: View, formation: str) -> bool:
    """It still has a way to go, or stands where it was ordered to."""
    row = view.names.formations.row(formation)
    return bool(view.state.legs[row, 0].to >= 0 or view.state.formations[row].ordered)


def faces_enemy(view: View, formation: str) -> bool:
    """It stands on, or next to, land of a state that its own is at war with."""
    unit = view.state.formations[view.names.formations.row(formation)]
    place = view.world.regions[int(unit.at)]
    around = [
        int(unit.at),
        *(int(view.world.edges[e].end) for e in range(place.first_edge, place.first_edge + place.edges)),
    ]
    holders = (int(view.state.regions[row].controller) for row in around)
    return unit.owner >= 0 and any(holder >= 0 and view.state.pairs[unit.owner, holder].war for holder in holders)


def commanded(view: View) -> list[str]:
    """Formations that the seat may give orders to."""
    units, kinds = view.state.formations, view.world.kinds
    return [
        name
        for row, name in enumerate(view.names.formations.ids)
        if commands(view, row) and plain(is_mobile)(units[row].alive, kinds[units[row].kind].pace)
    ]


def offensives(view: View) -> dict[str, list[Order]]:
    """What the rulebook's planner would order against each enemy of the seat; enemies without a plan are left out."""
    plans = {view.names.countries.ids[foe]: assault(view, foe) for foe in enemies(view)}
    return {foe: orders for foe, orders in plans.items() if orders}
