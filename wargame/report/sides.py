"""What the states of each side have together, read off a state."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from wargame.model.columns import Values, column_of
from wargame.model.names import Names
from wargame.model.state import State
from wargame.model.view import Mask
from wargame.model.world import World
from wargame.report.gauges import side_of

FULL = 1000.0  # 1/1000 brigade-equivalent in a brigade
TENTH = 10.0  # kept values in a per cent


def strength(world: World, state: State, names: Names) -> Mapping[str, float]:
    """Brigade-equivalents of all formations of a side's states, and of its standing ones."""
    alive = column_of(state.formations, "alive") == 1
    owner, body = column_of(state.formations, "owner"), column_of(state.formations, "body")
    held = column_of(state.formations, "strength")
    found = {}
    for row, name in enumerate(names.bodies.ids):
        own = (owner >= 0) & side_of(world, state, row)[np.maximum(owner, 0)] | (owner < 0) & (body == row)
        found[name] = int(held[alive & own].sum()) / FULL
    return found


def losses(world: World, state: State, names: Names) -> Mapping[str, float]:
    """Brigade-equivalents that a side's states have lost since the start."""
    lost = column_of(state.countries, "losses")
    return {name: int(lost[side_of(world, state, row)].sum()) / FULL for row, name in enumerate(names.bodies.ids)}


def opinion(world: World, state: State, names: Names) -> Mapping[str, float]:
    """Support for a firm defence policy, per cent."""
    return _weighed(world, state, names, column_of(state.countries, "opinion"))


def prices(world: World, state: State, names: Names) -> Mapping[str, float]:
    """Prices, 100 for the baseline."""
    return _weighed(world, state, names, column_of(state.countries, "prices"))


def _weighed(world: World, state: State, names: Names, column: Values) -> dict[str, float]:
    """Mean of a column of a side's states, weighed by people; per cent of 1000."""
    people = column_of(world.countries, "population")
    return {name: _mean(column, people, side_of(world, state, row)) for row, name in enumerate(names.bodies.ids)}


def _mean(column: Values, people: Values, side: Mask) -> float:
    total = int(people[side].sum())
    return int((column[side] * people[side]).sum()) / total / TENTH if total else 0.0
