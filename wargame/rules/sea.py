"""Sea control (rulebook 11): who holds each sea zone, and what that does to enemy ships and convoys."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Kind, Terrain
from wargame.model.numbers import WarNumbers
from wargame.model.record import Record, Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import allied
from wargame.rules.combat import FACTORS, combat_power, loss_share
from wargame.rules.field import Field
from wargame.rules.law import law, stage
from wargame.rules.losses import bleed, destroy
from wargame.rules.numeric import quantise
from wargame.rules.routes import is_ship

FULL = 1000  # 1/1000


@law("SEA-1", "rulebook 11: sea control by zone")
def is_enemy_sea(enemy: int, own: int, n: WarNumbers) -> bool:
    """An enemy controls a sea zone when its ships there clearly outweigh one's own and one's allies'."""
    return enemy > 0 and enemy >= n.sea_margin * own


@law("SEA-2", "rulebook 11: fleets in being")
def cover_from_port(power: int, n: WarNumbers) -> int:
    """A fleet in port has a part of its power in each sea zone outside."""
    return quantise(power * n.port_cover)


@law("SEA-3", "Lanchester 1916; rulebook 11")
def fleet_losses(own: int, enemy: int, days: float, n: WarNumbers) -> float:
    """Hostile fleets in one zone wear each other down as land forces do, but more slowly (share)."""
    return n.sea_rate * loss_share(float(own), float(enemy), days, n)


@law("SEA-4", "rulebook 11: lift can be attacked")
def convoy_losses(days: float, n: WarNumbers) -> float:
    """A formation on ships where the enemy controls the sea loses a share of its strength each day."""
    return n.convoy_loss * days


@stage
def control_seas(world: World, state: State, record: Record, field: Field, days: int) -> None:
    """Mark where each state's enemies control the sea (field.enemy_sea); fleets and convoys take their losses."""
    countries = state.countries.size
    own = np.zeros((state.regions.size, countries), np.int64)
    enemy = np.zeros((state.regions.size, countries), np.int64)
    ships = 0
    for u in range(field.nation.size):
        unit = state.formations[u]
        if unit.alive and is_ship(unit.kind):
            ships += show_flag(world, state, field, u, own, enemy)
    if ships == 0:
        return
    n = world.war_numbers[0]
    for r in range(state.regions.size):
        if world.regions[r].terrain == Terrain.SEA:
            for c in range(countries):
                if is_enemy_sea(enemy[r, c], own[r, c], n):
                    field.enemy_sea[r, c] = 1
    wear_fleets(world, state, record, field, own, enemy, days)


@stage
def show_flag(world: World, state: State, field: Field, formation: int, own: Terms, enemy: Terms) -> int:
    """Add a formation's naval power, for friends and against enemies, where it lies; 0 where it has no enemy."""
    nation = field.nation[formation]
    enemies = 0
    for c in range(state.countries.size):
        enemies += field.foe[nation, c]
    unit = state.formations[formation]
    factors = np.zeros(FACTORS, np.int64)
    worth = world.kinds[unit.kind].attack
    power = combat_power(unit.strength, worth, unit.readiness, unit.supply, FULL, FULL, world.war_numbers[0], factors)
    for c in range(state.countries.size):
        if field.foe[nation, c]:
            add_power(world, enemy, unit.at, c, power)
        elif allied(world, state, nation, c):
            add_power(world, own, unit.at, c, power)
    return 1 if enemies > 0 else 0


@stage
def add_power(world: World, table: Terms, at: int, country: int, power: int) -> None:
    """Add naval power to the zone it is in, or from port to the zones outside, in a table of zones x states."""
    place = world.regions[at]
    if place.terrain == Terrain.SEA:
        table[at, country] += power
        return
    for k in range(place.first_edge, place.first_edge + place.edges):
        edge = world.edges[k]
        if edge.by_sea:
            table[edge.end, country] += cover_from_port(power, world.war_numbers[0])


@stage
def wear_fleets(world: World, state: State, record: Record, field: Field, own: Terms, enemy: Terms, days: int) -> None:
    """Losses at sea: of hostile fleets in one zone, and of land formations on ships under enemy control of the sea."""
    n = world.war_numbers[0]
    for u in range(field.nation.size):
        unit = state.formations[u]
        if not unit.alive or world.regions[unit.at].terrain != Terrain.SEA or unit.kind == Kind.AIR:
            continue
        nation = field.nation[u]
        share = 0.0
        if is_ship(unit.kind):
            share = fleet_losses(own[unit.at, nation], enemy[unit.at, nation], float(days), n)
        elif field.enemy_sea[unit.at, nation]:
            share = convoy_losses(float(days), n)
        if share > 0.0:
            bleed(world, state, u, quantise(unit.strength * share))
            if unit.strength < n.remnant:
                destroy(world, state, record, nation, u)
