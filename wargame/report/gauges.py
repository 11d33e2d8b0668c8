"""What the course of a game is told by when it is over and all may be seen: escalation, land, money, stability, threat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from wargame.model.codes import BodyKind
from wargame.model.columns import column_of
from wargame.model.names import Names
from wargame.model.state import State
from wargame.model.view import Mask
from wargame.model.world import World

FULL = 1000.0  # kept values a whole
TENTH = 10.0  # of funds and of levels of 1000


@dataclass(frozen=True)
class Gauges:
    """The truth at the end of a turn.

    By seat: money in billions of euro, stability or cohesion of 100, threat of 100, land in per cent.
    """

    escalation: float  # rungs
    funds: Mapping[str, float]
    unity: Mapping[str, float]
    threat: Mapping[str, float]
    land: Mapping[str, float]


def gauges_of(world: World, state: State, names: Names) -> Gauges:
    """Read them off a state."""
    rows = dict(enumerate(names.bodies.ids))
    unity = {}
    for row, name in rows.items():
        body = state.bodies[row]
        council = world.bodies[row].kind == BodyKind.COUNCIL
        unity[name] = int(body.cohesion if council else body.stability) / TENTH
    return Gauges(
        escalation=int(state.clock[0].escalation) / FULL,
        funds={name: int(state.bodies[row].funds) / FULL for row, name in rows.items()},
        unity=unity,
        threat={name: threat_of(world, state, row) for row, name in rows.items()},
        land={name: land_of(world, state, row) for row, name in rows.items()},
    )


def side_of(world: World, state: State, body: int) -> Mask:
    """The states of a body; of a leadership or nation, its own."""
    joined: Mask = column_of(state.members, "joined")[body] == 1
    leader = int(world.bodies[body].leader)
    if not joined.any() and leader >= 0:
        joined[leader] = True
    return joined


def threat_of(world: World, state: State, body: int) -> float:
    """Mean over the body's states of the highest threat that each feels from a state, of 100."""
    side = side_of(world, state, body)
    felt = column_of(state.pairs, "threat")[side]
    return float(felt.max(axis=1).mean()) / TENTH if felt.size else 0.0


def land_of(world: World, state: State, body: int) -> float:
    """Share of the worth of its own land that states of the body hold, in per cent; above 100 with land of others."""
    side = side_of(world, state, body)
    value = column_of(world.regions, "value")
    home, holder = column_of(world.regions, "home"), column_of(state.regions, "controller")
    own = value[(home >= 0) & side[np.maximum(home, 0)]].sum()
    held = value[(holder >= 0) & side[np.maximum(holder, 0)]].sum()
    return 100.0 * float(held) / float(own) if own else 0.0
