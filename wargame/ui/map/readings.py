"""What the overlays read: the game's own numbers, by the very code of the rules. Nothing is worked out here."""

from __future__ import annotations

import numpy as np

from wargame.engine.resolve import copied
from wargame.model.names import Names
from wargame.model.record import empty_record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.field import draw_fronts, survey
from wargame.rules.law import plain
from wargame.rules.sea import control_seas
from wargame.rules.supply import trace_supply

NO_DAYS = 0  # nothing is worn down while one only looks


def supply_by_place(world: World, state: State, names: Names) -> dict[str, int]:
    """What supply reaches the forces of the holder of each region, 1/1000 (SUPPLY-1, SUPPLY-2); seas are left out."""
    work = copied(state)
    field = plain(survey)(world, work, plain(draw_fronts)(world, work))
    plain(control_seas)(world, work, empty_record(), field, NO_DAYS)
    value = np.zeros(work.regions.size, np.int64)
    plain(trace_supply)(world, work, field, value)
    land = [row for row in range(len(names.places)) if world.regions[row].home >= 0]
    return {names.places.ids[row]: int(value[row]) for row in land}


def threat_by_state(state: State, names: Names, observer: str) -> dict[str, int]:
    """What a state feels of every other, 1/1000: its row of the pairs table."""
    row = names.countries.row(observer)
    return {name: int(state.pairs[row, k].threat) for k, name in enumerate(names.countries.ids) if k != row}


def threat_by_body(state: State, names: Names, observer: str) -> dict[str, int]:
    """What a state feels of each body that it does not belong to, as one actor, 1/1000; by the body's name."""
    row = names.countries.row(observer)
    return {
        names.bodies.titles[b]: int(state.coalitions[row, b].threat)
        for b in range(len(names.bodies))
        if not state.members[b, row].joined
    }
