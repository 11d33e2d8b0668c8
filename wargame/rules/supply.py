"""Supply (rulebook 11): traced from depots over friendly roads, and by sea from port to port; none if encircled."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wargame.model.numbers import WarNumbers
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import BEST_ROADS, World
from wargame.rules.carriers import handed_on
from wargame.rules.field import Field, Fronts, is_shut, is_welcome
from wargame.rules.law import law, stage
from wargame.rules.numeric import FULL, clamp, next_in_ring, quantise

UNTRACED = -2  # holder of a region before the first tracing: nobody's land has -1


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


class Lines(NamedTuple):
    """The lines of supply as last traced, and what they were traced from; kept from step to step while the fronts are."""

    value: Terms  # by region: supply of forces of its holder and of those it welcomes, 1/1000
    holder: Terms  # by region: who held it
    unrest: Terms  # by region, 1/1000
    enemy_sea: Terms  # as in Field


@stage
def open_lines(state: State, fronts: Fronts) -> Lines:
    """Lines that are not traced yet."""
    regions = state.regions.size
    value, unrest = np.zeros(regions, np.int64), np.zeros(regions, np.int64)
    holder = np.full(regions, UNTRACED, np.int64)
    enemy_sea = np.zeros((fronts.zones, state.countries.size), np.int64)
    return handed_on(Lines(value, holder, unrest, enemy_sea))


@stage
def follow_lines(world: World, state: State, field: Field, lines: Lines) -> None:
    """Trace the lines of supply anew where anything that they were traced from has changed. New fronts have new lines."""
    holder, unrest = lines.holder, lines.unrest
    moved = keep_up_with(lines.enemy_sea, field.enemy_sea)
    for r in range(holder.size):
        land = state.regions[r]
        if holder[r] != land.controller or unrest[r] != land.unrest:
            holder[r] = land.controller
            unrest[r] = land.unrest
            moved = 1
    if moved > 0:
        trace_supply(world, state, field, lines.value)


@stage
def keep_up_with(kept: Terms, now: Terms) -> int:
    """Take over what has changed in a table of two ways; 1 where anything has."""
    moved = 0
    for i in range(kept.shape[0]):
        for j in range(kept.shape[1]):
            if kept[i, j] != now[i, j]:
                kept[i, j] = now[i, j]
                moved = 1
    return moved


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
    while head != tail:
        here = queue[head]
        head = next_in_ring(head, queue.size)
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
                tail = next_in_ring(tail, queue.size)


@stage
def opens_roads(world: World, state: State, field: Field, here: int, there: int) -> bool:
    """The holder of one of two regions welcomes the other's forces, and they are not at war."""
    holder = state.regions[here].controller
    other = state.regions[there].controller
    if field.foe[holder, other]:
        return False
    if is_welcome(world, state, field, holder, there):
        return True
    return is_welcome(world, state, field, other, here)


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
        if field.zone[zone] >= 0 and not is_shut(field, zone, holder):
            waters = world.regions[zone]
            for j in range(waters.first_edge, waters.first_edge + waters.edges):
                if has_source_port(world, state, field, value, holder, world.edges[j].end):
                    return True
    return False


@stage
def has_source_port(world: World, state: State, field: Field, value: Terms, country: int, zone: int) -> bool:
    """A sea zone not controlled by an enemy of a state touches a source port that is open to it."""
    if field.zone[zone] < 0 or is_shut(field, zone, country):
        return False
    waters = world.regions[zone]
    for k in range(waters.first_edge, waters.first_edge + waters.edges):
        port = world.edges[k].end
        is_open = world.regions[port].port and value[port] == FULL and state.regions[port].controller >= 0
        if is_open and is_welcome(world, state, field, country, port):
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
        if field.zone[unit.at] >= 0:
            target = 0 if is_shut(field, unit.at, field.nation[u]) else quantise(n.sea_supply)
        elif field.foe[field.nation[u], state.regions[unit.at].controller]:
            target = 0
        unit.supply = closed_in(unit.supply, target, float(days), n)


@stage
def starve(world: World, state: State, formation: int) -> int:
    """What a formation loses in a week for want of supply, 1/1000 brigade-equivalent."""
    unit = state.formations[formation]
    return wasted(unit.strength, unit.supply, world.war_numbers[0])
