"""Supply (rulebook 11): traced from depots over friendly roads, and by sea from port to port; none if encircled."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Terrain
from wargame.model.numbers import WarNumbers
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import welcome
from wargame.rules.field import Field
from wargame.rules.law import law, stage
from wargame.rules.numeric import clamp, quantise

FULL = 1000  # 1/1000
BEST_ROADS = 5  # infrastructure


@law("SUPPLY-1", "rulebook 11: supply is traced over controlled land")
def is_source(home: int, holder: int, infra: int, capital: int, n: WarNumbers) -> bool:
    """A state's own well served regions and its capital, as long as it holds them, feed its forces."""
    return home == holder and holder >= 0 and (infra >= n.source_infra or capital == 1)


@law("SUPPLY-2", "rulebook 11: distance, roads, resistance")
def carried(supply: int, km: int, infra: int, unrest: int, n: WarNumbers) -> int:
    """What is left of supply carried on into the next region falls with distance, bad roads and partisans (1/1000)."""
    rate = n.haul_loss * (1.0 + n.bad_roads * (BEST_ROADS - min(infra, BEST_ROADS)) + n.partisans * unrest / 1000.0)
    return max(0, supply - quantise(rate * km))


@law("SUPPLY-3", "rulebook 11")
def closed_in(supply: int, target: int, days: float, n: WarNumbers) -> int:
    """A formation's supply moves towards that of its region, by a share of the gap a day (1/1000)."""
    share = min(1.0, n.catch_up * days)
    change = quantise((target - supply) * share)
    if change == 0 and target != supply:
        change = 1 if target > supply else -1
    return clamp(supply + change, 0, FULL)


@law("SUPPLY-4", "rulebook 11: low supply")
def wasted(strength: int, supply: int, n: WarNumbers) -> int:
    """Below the line of hunger strength wastes away, the faster the less is left (1/1000 brigade-equivalent a week)."""
    if supply >= n.hunger:
        return 0
    return quantise(strength * n.waste * (n.hunger - supply) / n.hunger)


@stage
def trace_supply(world: World, state: State, field: Field, value: Terms) -> None:
    """Fill value[region] with the supply, 1/1000, of forces of its holder and of those it welcomes."""
    n = world.war_numbers[0]
    size = state.regions.size
    value[:] = 0
    capital = np.zeros(size, np.int64)
    for c in range(state.countries.size):
        if world.countries[c].capital >= 0:
            capital[world.countries[c].capital] = 1
    queue = np.zeros(size + 1, np.int64)
    waiting = np.zeros(size, np.int64)
    tail = 0
    for r in range(size):
        place = world.regions[r]
        if is_source(place.home, state.regions[r].controller, place.infra, capital[r], n):
            value[r] = FULL
    for r in range(size):
        if value[r] > 0 or is_fed_by_sea(world, state, field, value, r):
            value[r] = max(value[r], quantise(n.sea_supply))
            queue[tail] = r
            waiting[r] = 1
            tail += 1
    spread_supply(world, state, field, value, queue, waiting, tail)


@stage
def spread_supply(
    world: World, state: State, field: Field, value: Terms, queue: Terms, waiting: Terms, tail: int
) -> None:
    """Carry supply on from region to region, over roads that the holder of either end opens to the other."""
    n = world.war_numbers[0]
    head = 0
    room = queue.size
    while head != tail:
        here = queue[head]
        head = (head + 1) % room
        waiting[here] = 0
        holder = state.regions[here].controller
        place = world.regions[here]
        for k in range(place.first_edge, place.first_edge + place.edges):
            edge = world.edges[k]
            there = state.regions[edge.end]
            if edge.by_sea or there.controller < 0 or value[edge.end] >= value[here]:
                continue
            left = carried(value[here], edge.km, world.regions[edge.end].infra, there.unrest, n)
            if left <= value[edge.end]:
                continue
            if there.controller != holder and not opens_roads(world, state, field, here, edge.end):
                continue
            value[edge.end] = left
            if not waiting[edge.end]:
                waiting[edge.end] = 1
                queue[tail] = edge.end
                tail = (tail + 1) % room


@stage
def opens_roads(world: World, state: State, field: Field, here: int, there: int) -> bool:
    """The holder of one of two regions welcomes the other's forces, and they are not at war."""
    holder = state.regions[here].controller
    other = state.regions[there].controller
    if field.foe[holder, other]:
        return False
    if welcome(world, state, holder, there):
        return True
    return welcome(world, state, other, here)


@stage
def is_fed_by_sea(world: World, state: State, field: Field, value: Terms, region: int) -> bool:
    """A port is fed from a friendly source port on the same sea zone or the next, where no enemy controls the sea."""
    place = world.regions[region]
    holder = state.regions[region].controller
    if not place.port or holder < 0:
        return False
    for k in range(place.first_edge, place.first_edge + place.edges):
        zone = world.edges[k].end
        if has_source_port(world, state, field, value, holder, zone):
            return True
        if world.regions[zone].terrain == Terrain.SEA and not field.enemy_sea[zone, holder]:
            waters = world.regions[zone]
            for j in range(waters.first_edge, waters.first_edge + waters.edges):
                if has_source_port(world, state, field, value, holder, world.edges[j].end):
                    return True
    return False


@stage
def has_source_port(world: World, state: State, field: Field, value: Terms, country: int, zone: int) -> bool:
    """A sea zone not controlled by an enemy of a state touches a source port that is open to it."""
    waters = world.regions[zone]
    if waters.terrain != Terrain.SEA or field.enemy_sea[zone, country]:
        return False
    for k in range(waters.first_edge, waters.first_edge + waters.edges):
        port = world.edges[k].end
        is_open = world.regions[port].port and value[port] == FULL and state.regions[port].controller >= 0
        if is_open and welcome(world, state, country, port):
            return True
    return False


@stage
def feed(world: World, state: State, field: Field, value: Terms, days: int) -> None:
    """Each formation's supply moves towards what reaches it: that of its region, or of ships."""
    n = world.war_numbers[0]
    for u in range(field.nation.size):
        unit = state.formations[u]
        if not unit.alive:
            continue
        target = value[unit.at]
        if world.regions[unit.at].terrain == Terrain.SEA:
            target = 0 if field.enemy_sea[unit.at, field.nation[u]] else quantise(n.sea_supply)
        elif field.foe[field.nation[u], state.regions[unit.at].controller]:
            target = 0
        unit.supply = closed_in(unit.supply, target, float(days), n)


@stage
def starve(world: World, state: State, formation: int) -> int:
    """What a formation loses in a week for want of supply, 1/1000 brigade-equivalent."""
    unit = state.formations[formation]
    return wasted(unit.strength, unit.supply, world.war_numbers[0])
