"""Frontage (rulebook 11): over an isthmus, a pass or a bridge only so many can attack at once; the others wait behind them."""

from __future__ import annotations

import numpy as np

from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.combat import Role
from wargame.rules.law import law, stage
from wargame.rules.lineup import LINE, Battle
from wargame.rules.numeric import FULL, quantise
from wargame.rules.routes import edge_between


@law(
    "COMBAT-27",
    "rulebook 11; FM 100-2-1, The Soviet Army (1984): widths of attack; Thermopylae, 480 BC; the isthmus of Perekop, November 1920",
)
def room_to_attack(front: int, strength: int, n: WarNumbers) -> int:
    """Over a narrow front only as much of an attack is engaged as finds room there, in power and in losses (1/1000).

    `front` is in km, 0 where the ground sets no bound; `strength` is that of all who attack over it, 1/1000 brigade-equivalent.
    """
    if front <= 0 or strength <= 0:
        return FULL
    return quantise(min(1.0, front / (n.attack_front * strength / FULL)) * FULL)


@stage
def find_room(world: World, state: State, battle: Battle, region: int) -> None:
    """How much of each attacker of a region finds room on the way that it comes by; on the enemy's land itself, all of it."""
    place = world.regions[region]
    for k in range(battle.called[LINE]):
        battle.room[battle.party[LINE, k]] = FULL
    for way in range(place.first_edge, place.first_edge + place.edges):
        edge = world.edges[way]
        if edge.front > 0:
            share = room_to_attack(edge.front, strength_from(state, battle, edge.end), world.war_numbers[0])
            for k in range(battle.called[LINE]):
                u = battle.party[LINE, k]
                if comes_from(state, battle, u, edge.end):
                    battle.room[u] = share


@stage
def comes_from(state: State, battle: Battle, formation: int, region: int) -> bool:
    """A formation attacks, from a region next to the one that is fought for."""
    return battle.role[formation] == Role.ATTACK and state.formations[formation].at == region


@stage
def strength_from(state: State, battle: Battle, region: int) -> int:
    """What attacks from a region next to the one that is fought for, 1/1000 brigade-equivalent."""
    strength = 0
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        if comes_from(state, battle, u, region):
            strength += state.formations[u].strength
    return strength


@stage
def find_room_at_border(world: World, state: State, target: int, onward: Terms, battle: Battle) -> None:
    """How much of each attacker finds room where its way crosses into the target's land."""
    engaged = np.zeros(world.edges.size, np.int64)
    crossing = np.full(battle.role.size, NOBODY, np.int64)
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        if battle.role[u] == Role.ATTACK:
            crossing[u] = way_over_border(world, state, target, onward, state.formations[u].at)
            if crossing[u] >= 0:
                engaged[crossing[u]] += state.formations[u].strength
    for u in range(crossing.size):
        way = crossing[u]
        bounded = way >= 0 and world.edges[way].front > 0
        battle.room[u] = room_to_attack(world.edges[way].front, engaged[way], world.war_numbers[0]) if bounded else FULL


@stage
def way_over_border(world: World, state: State, target: int, onward: Terms, start: int) -> int:
    """The way by which a march to the goal enters the target's land; -1 for one that begins there, or leads nowhere."""
    here = start
    while here >= 0 and state.regions[here].controller != target:
        ahead = onward[here]
        if ahead >= 0 and state.regions[ahead].controller == target:
            return edge_between(world, here, ahead)
        here = ahead
    return NOBODY
