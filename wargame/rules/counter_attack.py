"""Counter-attacks of defence plans (rulebook 5): a state frees its own land, and keeps what must be held."""

from __future__ import annotations

from wargame.model.codes import Posture
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.state import LEGS, State
from wargame.model.world import Edge, World
from wargame.rules.battle import power_of
from wargame.rules.bodies import at_war, country_of
from wargame.rules.combat import Role, is_line, may_attack
from wargame.rules.frontage import room_to_attack
from wargame.rules.holding import must_stay
from wargame.rules.law import law, stage
from wargame.rules.numeric import FULL, quantise, scaled
from wargame.rules.roster import Roster, is_free, is_put
from wargame.rules.routes import edge_between


@law("DEFENCE-3", "rulebook 5: a national seat counter-attacks at odds above 2")
def frees_land(attack: float, defence: float, n: WarNumbers) -> bool:
    """A state attacks by itself only for its own land, and only where it outweighs those who hold it by two to one."""
    return attack > n.counter_odds * defence


@stage
def counter_attack(world: World, state: State, country: int, roster: Roster) -> None:
    """Each region of its own that an enemy holds is attacked where the free formations next to it are strong enough."""
    n = world.war_numbers[0]
    for r in range(state.regions.size):
        if world.regions[r].home != country or not at_war(state, country, state.regions[r].controller):
            continue
        attack = 0
        place = world.regions[r]
        for way in range(place.first_edge, place.first_edge + place.edges):
            if world.edges[way].by_sea == 0:
                attack += power_over(world, state, country, roster, world.edges[way])
        if attack > 0 and frees_land(float(attack), float(garrison_power(world, state, country, r)), n):
            sally(world, state, country, roster, r)


@stage
def power_over(world: World, state: State, country: int, roster: Roster, way: Edge) -> int:
    """What a state's free formations at the end of a way bring to bear over it on the region where it starts, 1/1000 point."""
    power = strength = 0
    u = roster.first[country]
    while u >= 0:
        if state.formations[u].at == way.end and may_sally(world, state, country, roster, u, way.start):
            power += power_against(world, state, u, Role.ATTACK, Posture.ASSAULT)
            strength += state.formations[u].strength
        u = roster.after[u]
    return scaled(power, room_to_attack(way.front, strength, world.war_numbers[0]))


@stage
def sally(world: World, state: State, country: int, roster: Roster, region: int) -> None:
    """The free formations next to a region assault it, up to the loss limit of a counter-attack."""
    u = roster.first[country]
    while u >= 0:
        if may_sally(world, state, country, roster, u, region):
            order_march_to(state, u, region)
            state.formations[u].posture = Posture.ASSAULT
            state.formations[u].loss_limit = quantise(world.war_numbers[0].counter_limit)
        u = roster.after[u]


@stage
def may_sally(world: World, state: State, country: int, roster: Roster, formation: int, region: int) -> bool:
    """A free, fit formation next to a region, over land, that need not stay to hold the place where it is."""
    unit = state.formations[formation]
    if not is_free(state, formation) or not may_attack(unit.kind, unit.readiness, world.war_numbers[0]):
        return False
    way = edge_between(world, unit.at, region)
    if way < 0 or world.edges[way].by_sea:
        return False
    kept = 0
    u = roster.first[country]
    while u >= 0:
        if state.formations[u].at == unit.at and (is_put(state, u) or (u < formation and is_free(state, u))):
            kept += state.formations[u].strength
        u = roster.after[u]
    return not must_stay(world, state, country, unit.at, kept, roster.facing)


@stage
def power_against(world: World, state: State, formation: int, role: int, posture: int) -> int:
    """Combat power of a formation without air support, 1/1000 point."""
    return power_of(world, state, formation, role, posture, FULL)


@stage
def garrison_power(world: World, state: State, country: int, region: int) -> int:
    """Power of the enemies of a state that stand in a region, 1/1000 point."""
    total = 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.at == region and is_line(unit.kind) and at_war(state, country, country_of(state, u)):
            total += power_against(world, state, u, Role.DEFENCE, unit.posture)
    return total


@stage
def order_march_to(state: State, formation: int, region: int) -> None:
    """Set a formation on its way into the next region."""
    unit = state.formations[formation]
    for k in range(LEGS):
        state.legs[formation, k].to = region if k == 0 else NOBODY
    unit.progress = 0
    unit.lost = 0
