"""Sea control (rulebook 11): who holds each sea zone, and what that does to enemy ships and convoys."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Kind
from wargame.model.numbers import WarNumbers
from wargame.model.record import Record, Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.combat import combat_power, loss_share
from wargame.rules.field import Field
from wargame.rules.law import law, stage
from wargame.rules.losses import bleed, destroy
from wargame.rules.numeric import FULL, quantise
from wargame.rules.routes import is_ship


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
    n = world.war_numbers[0]
    fleets = np.zeros(field.enemy_sea.shape, np.int64)
    if show_flags(world, state, field, fleets) == 0:
        return
    own = np.zeros(fleets.shape, np.int64)
    enemy = np.zeros(fleets.shape, np.int64)
    for z in range(fleets.shape[0]):
        for k in range(fleets.shape[1]):
            if fleets[z, k] > 0:
                stand_at_sea(field, fleets[z, k], z, k, own, enemy)
        for c in field.warring:
            if is_enemy_sea(enemy[z, c], own[z, c], n):
                field.enemy_sea[z, c] = 1
    wear_fleets(world, state, record, field, own, enemy, days)


@stage
def show_flags(world: World, state: State, field: Field, fleets: Terms) -> int:
    """Fill fleets[zone, state] with the naval power that a state's ships show; how many ships have an enemy."""
    n = world.war_numbers[0]
    ships = 0
    for u in range(field.nation.size):
        unit = state.formations[u]
        if unit.alive and is_ship(unit.kind):
            worth = world.kinds[unit.kind].attack
            power = combat_power(unit.strength, worth, unit.readiness, unit.supply, FULL, FULL, n)
            show_flag(world, field, fleets, unit.at, field.nation[u], power)
            ships += has_enemy(field, field.nation[u])
    return ships


@stage
def has_enemy(field: Field, country: int) -> int:
    """1 for a state at war."""
    for c in field.warring:
        if c == country:
            return 1
    return 0


@stage
def show_flag(world: World, field: Field, fleets: Terms, at: int, nation: int, power: int) -> None:
    """Add naval power to the zone it is in, or from port to the zones outside."""
    if field.zone[at] >= 0:
        fleets[field.zone[at], nation] += power
        return
    place = world.regions[at]
    for k in range(place.first_edge, place.first_edge + place.edges):
        outside = field.zone[world.edges[k].end]
        if outside >= 0:
            fleets[outside, nation] += cover_from_port(power, world.war_numbers[0])


@stage
def stand_at_sea(field: Field, power: int, zone: int, nation: int, own: Terms, enemy: Terms) -> None:
    """Naval power in a zone counts for its nation and those pledged to it, and against its enemies, of states at war."""
    for c in field.warring:
        if field.foe[nation, c]:
            enemy[zone, c] += power
        elif nation == c or field.pledge[nation] & field.pledge[c]:
            own[zone, c] += power


@stage
def wear_fleets(world: World, state: State, record: Record, field: Field, own: Terms, enemy: Terms, days: int) -> None:
    """Losses at sea: of hostile fleets in one zone, and of land formations on ships under enemy control of the sea."""
    n = world.war_numbers[0]
    for u in range(field.nation.size):
        unit = state.formations[u]
        zone = field.zone[unit.at]
        if not unit.alive or zone < 0 or unit.kind == Kind.AIR:
            continue
        nation = field.nation[u]
        share = 0.0
        if is_ship(unit.kind):
            share = fleet_losses(own[zone, nation], enemy[zone, nation], float(days), n)
        elif field.enemy_sea[zone, nation]:
            share = convoy_losses(float(days), n)
        if share > 0.0:
            bleed(world, state, u, quantise(unit.strength * share))
            if unit.strength < n.remnant:
                destroy(world, state, record, nation, u)
