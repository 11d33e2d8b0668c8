"""Presence: the land that states hold, and where their forces stand, as near as it is to every other state's people.

Fills two tables (holder, observer): `nearest`, the best reach 0 to 1, and `offence`, attack value in reach in points.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wargame.model.codes import Terrain
from wargame.model.columns import NOBODY, Table
from wargame.model.state import Region, State
from wargame.model.world import Reach, World
from wargame.rules.carriers import handed_on
from wargame.rules.estimates import taken_for
from wargame.rules.law import stage
from wargame.rules.membership import Floats, Rows


class Eyes(NamedTuple):
    """Who sees with which side's eyes, and what each side knows of the formation that is looked at.

    States in no body have no eyes but the published order of battle: it stands as the last of the sides.
    """

    observer: Rows  # the states, side by side
    until: Rows  # by side: where its states end in `observer`
    at: Rows  # by side: the region where it takes the formation to stand
    power: Floats  # by side: attack value, points


@stage
def look_at_land(regions: Table[Region], reach: Table[Reach], nearest: Floats) -> None:
    """The land that states hold."""
    for r in range(regions.size):
        holder = regions[r].controller
        if holder >= 0:
            for i in range(nearest.shape[1]):
                nearest[holder, i] = max(nearest[holder, i], reach[r, i].near)


@stage
def open_eyes(world: World, state: State) -> Eyes:
    """Whose eyes each state sees with."""
    sides = state.bodies.size + 1
    observer = np.zeros(state.countries.size, np.int64)
    until = np.zeros(sides, np.int64)
    count = 0
    for b in range(sides):
        wanted = b if b < state.bodies.size else NOBODY
        for i in range(observer.size):
            if world.countries[i].body == wanted:
                observer[count] = i
                count += 1
        until[b] = count
    return handed_on(Eyes(observer, until, np.zeros(sides, np.int64), np.zeros(sides)))


@stage
def look_at_forces(world: World, state: State, nearest: Floats, offence: Floats) -> None:
    """Where forces stand and what they could attack with, as each state's side knows it; covert ones are not seen."""
    eyes = open_eyes(world, state)
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive == 0 or world.kinds[unit.kind].covert > 0.0:
            continue
        look_at(world, state, u, eyes)
        if unit.owner >= 0:
            stand(world, state, eyes, unit.owner, 1.0, nearest, offence)
        else:
            share_out(world, state, u, eyes, nearest, offence)


@stage
def look_at(world: World, state: State, formation: int, eyes: Eyes) -> None:
    """Where each side takes a formation to stand, and how strong."""
    attack = world.kinds[state.formations[formation].kind].attack
    for b in range(eyes.at.size):
        at, strength, readiness = taken_for(world, state, b if b < state.bodies.size else NOBODY, formation)
        eyes.at[b] = at
        eyes.power[b] = attack * (strength * readiness) * 1e-6


@stage
def share_out(world: World, state: State, formation: int, eyes: Eyes, nearest: Floats, offence: Floats) -> None:
    """A multinational force counts for its contributors by share."""
    for k in range(state.contributions.size):
        part = state.contributions[k]
        if part.alive and part.formation == formation:
            stand(world, state, eyes, part.country, part.share / 1000.0, nearest, offence)


@stage
def stand(world: World, state: State, eyes: Eyes, owner: int, share: float, nearest: Floats, offence: Floats) -> None:
    """Power that stands somewhere counts for its owner with every state, as that state's side knows it, by its nearness.

    Land that the owner holds brings it near already (look_at_land).
    """
    observer, reach = eyes.observer, world.reach
    first = 0
    for b in range(eyes.at.size):
        at, until = eyes.at[b], eyes.until[b]
        power = eyes.power[b] * share
        for k in range(first, until):
            i = observer[k]
            offence[owner, i] += power * reach[at, i].near
        if is_foreign_land(world, state, owner, at):
            for k in range(first, until):
                i = observer[k]
                nearest[owner, i] = max(nearest[owner, i], reach[at, i].near)
        first = until


@stage
def is_foreign_land(world: World, state: State, owner: int, at: int) -> bool:
    """A place is land, and held by another: a ship at sea stands on no land."""
    return world.regions[at].terrain != Terrain.SEA and state.regions[at].controller != owner
