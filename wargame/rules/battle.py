"""The battles of a war step (rulebook 11): with what power, what it costs, who gives way. Who meets whom: lineup.py."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Cause, Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.record import Record
from wargame.model.state import Clock, State
from wargame.model.terms import TERM_LIMIT
from wargame.model.world import World
from wargame.rules.air import air_factor, wear_air, weigh_air
from wargame.rules.combat import (
    FACTORS,
    Factors,
    Role,
    breaks_off,
    commitment,
    fatigue_of,
    folded_product,
    gives_way,
    goes_in,
    ground_factor,
    homeland_factor,
    loss_share,
    luck_of_battle,
    odds,
    power_factors,
    supported,
    worn,
)
from wargame.rules.field import Field
from wargame.rules.frontage import find_room
from wargame.rules.law import stage
from wargame.rules.lineup import (
    LINE,
    POWER,
    READY,
    SIDES,
    STRENGTH,
    Battle,
    lead_attacker,
    measure_reach,
    no_battle,
    share_tasks,
    take_aim,
    take_sides,
    within_call,
)
from wargame.rules.losses import bleed, destroy, fall_back, frustrate, known_to_side, refuge
from wargame.rules.notes import EVERYONE, note, note_more, note_terms
from wargame.rules.numeric import FULL, clamp, quantise
from wargame.rules.occupation import first_blow

MOST_OF_LATE = Clock.columns["of_late"].high


@stage
def fight_battles(world: World, state: State, record: Record, field: Field, days: int) -> None:
    """All battles of a step, region by region."""
    aim = np.zeros(field.nation.size, np.int64)
    contested = np.zeros(state.regions.size, np.int64)
    if take_aim(world, state, field, aim, contested) == 0:
        return
    battle = no_battle(state)
    near = within_call(state, field, contested)
    share_tasks(world, state, contested, near, battle)
    for r in range(contested.size):
        lead = lead_attacker(state, field, aim, r) if contested[r] else NOBODY
        if lead >= 0:
            measure_reach(world, r, battle.km)
            met = take_sides(world, state, field, near, aim, lead, r, battle)
            if met and fight(world, state, record, field, battle, lead, r, days):
                first_blow(world, state, record, field, field.nation[lead], state.regions[r].controller, r)


@stage
def ground_of(world: World, state: State, formation: int, role: int, posture: int, room: int) -> int:
    """What ground, preparation and posture make of a formation's power in a battle, 1/1000; `room` is that of an attack."""
    n = world.war_numbers[0]
    unit = state.formations[formation]
    if role == Role.ATTACK:
        return quantise(room * commitment(posture, n))
    ground = ground_factor(world.regions[unit.at].terrain, unit.dug_in, posture, n)
    if unit.owner >= 0 and unit.owner == world.regions[unit.at].home:
        ground = ground * homeland_factor(state.countries[unit.owner].resilience, world.regions[unit.at].people, n)
    return quantise(FULL * ground)


@stage
def factors_of(world: World, state: State, formation: int, role: int, posture: int, room: int, air: int) -> Factors:
    """The factors of combat power of a formation of the line in a role and posture; `room` is that of an attack, 1/1000."""
    unit = state.formations[formation]
    kind = world.kinds[unit.kind]
    worth = kind.attack if role == Role.ATTACK else kind.defence
    ground = ground_of(world, state, formation, role, posture, room)
    return power_factors(unit.strength, worth, unit.readiness, unit.supply, ground, air, world.war_numbers[0])


@stage
def power_of(world: World, state: State, formation: int, role: int, posture: int, room: int) -> int:
    """Combat power of a formation of the line in a role and posture, without air, 1/1000 point."""
    return folded_product(factors_of(world, state, formation, role, posture, room, FULL))


@stage
def line_up(world: World, state: State, battle: Battle) -> None:
    """Power without air of each formation of the lines, and the totals by side."""
    power, totals = battle.power, battle.totals
    totals[:] = 0
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        side = 0 if battle.role[u] == Role.ATTACK else 1
        unit = state.formations[u]
        power[u] = power_of(world, state, u, battle.role[u], unit.posture, battle.room[u])
        totals[side, POWER] += power[u]
        totals[side, STRENGTH] += unit.strength
        totals[side, READY] += unit.strength * unit.readiness


@stage
def form_up(world: World, state: State, battle: Battle, region: int) -> None:
    """Line both sides up where there is room, then add what flies and fires, which counts by the ground power it supports."""
    find_room(world, state, battle, region)
    line_up(world, state, battle)
    weigh_air(world, state, battle)
    power, totals, air = battle.power, battle.totals, battle.air
    for side in range(SIDES):
        air[side] = air_factor(battle.balance, side, totals[side, POWER], world.war_numbers[0])
        totals[side, POWER] = 0
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        side = 0 if battle.role[u] == Role.ATTACK else 1
        power[u] = supported(power[u], air[side])
        totals[side, POWER] += power[u]


@stage
def fight(
    world: World, state: State, record: Record, field: Field, battle: Battle, lead: int, region: int, days: int
) -> bool:
    """One battle, one step; none where the attackers wait for better odds.

    Note.BATTLE: who = attacking state, whom = holder of the region, where = region, first and second = power of attack
    and defence (1/1000 point, before luck), third and fourth = their losses (1/1000 brigade-equivalent).
    """
    n = world.war_numbers[0]
    clock = state.clock[0]
    holder = state.regions[region].controller
    form_up(world, state, battle, region)
    totals = battle.totals
    attack, defence = float(totals[0, POWER]), float(totals[1, POWER])
    if not is_launched(state, battle, odds(attack, defence, n), n):
        return False
    lucky = attack * luck_of_battle(clock.seed, clock.day, region, n)
    attack_lost, defence_lost = loss_share(lucky, defence, float(days), n), loss_share(defence, lucky, float(days), n)
    row = note(
        record, Note.BATTLE, clock.day, field.nation[lead], holder, region, totals[0, POWER], totals[1, POWER], EVERYONE
    )
    clock.fighting += 1
    clock.of_late = clamp(clock.of_late + FULL, 0, MOST_OF_LATE)
    attack_left = worn(attack, totals[0, READY] / max(totals[0, STRENGTH], 1), attack_lost, n)
    defence_left = worn(defence, totals[1, READY] / max(totals[1, STRENGTH], 1), defence_lost, n)
    tell_powers(world, state, record, field, battle, region, attack_lost, defence_lost)
    wear_air(world, state, battle, days)
    fell = take_losses(world, state, battle, attack_lost, defence_lost, days)
    note_more(record, row, fell[0], fell[1])
    break_up(world, state, record, field, battle, attack_left, defence_left)
    return True


@stage
def is_launched(state: State, battle: Battle, chance: float, n: WarNumbers) -> bool:
    """One attacker that goes in draws the others with it."""
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        unit = state.formations[u]
        if battle.role[u] == Role.ATTACK and goes_in(chance, unit.posture, unit.loss_limit, n):
            return True
    return False


@stage
def tell_powers(
    world: World,
    state: State,
    record: Record,
    field: Field,
    battle: Battle,
    region: int,
    attack_lost: float,
    defence_lost: float,
) -> None:
    """Write down what each formation brought and what the battle is about to cost it.

    Note.LOSSES: who = formation, whom = state, where = where it stands, first = losses (1/1000 brigade-equivalent),
    second = power (1/1000 point), third = 0 in attack, 1 in defence, fourth = region fought for; terms by
    terms.PowerFactor.
    """
    if record.entries.size == 0:
        return
    terms = np.zeros(TERM_LIMIT, np.int64)
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        side = 0 if battle.role[u] == Role.ATTACK else 1
        unit = state.formations[u]
        factors = factors_of(world, state, u, battle.role[u], unit.posture, battle.room[u], battle.air[side])
        for f in range(FACTORS):
            terms[f] = factors[f]
        share = loss_of(world, state, battle, u, attack_lost, defence_lost)
        known = known_to_side(state, field.nation[u], u)
        loss = quantise(unit.strength * share)
        row = note(record, Note.LOSSES, state.clock[0].day, u, field.nation[u], unit.at, loss, battle.power[u], known)
        note_terms(record, row, terms)
        note_more(record, row, side, region)


@stage
def loss_of(
    world: World, state: State, battle: Battle, formation: int, attack_lost: float, defence_lost: float
) -> float:
    """The share a formation loses: that of its side; in a probe, or where there is no room for all, of the part engaged."""
    if battle.role[formation] == Role.DEFENCE:
        return defence_lost
    committed = commitment(state.formations[formation].posture, world.war_numbers[0])
    return attack_lost * committed * int(battle.room[formation]) / FULL


@stage
def take_losses(
    world: World, state: State, battle: Battle, attack_lost: float, defence_lost: float, days: int
) -> tuple[int, int]:
    """Strength, readiness and supply that the battle costs each formation; the losses of both sides."""
    n = world.war_numbers[0]
    attackers = 0
    defenders = 0
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        unit = state.formations[u]
        share = loss_of(world, state, battle, u, attack_lost, defence_lost)
        loss = bleed(world, state, u, quantise(unit.strength * share))
        unit.readiness = clamp(unit.readiness - quantise(fatigue_of(share, n)), 0, FULL)
        unit.supply = clamp(unit.supply - quantise(n.battle_use * days), 0, FULL)
        if battle.role[u] == Role.ATTACK:
            attackers += loss
        else:
            defenders += loss
    return attackers, defenders


@stage
def break_up(
    world: World, state: State, record: Record, field: Field, battle: Battle, attack_left: float, defence_left: float
) -> None:
    """After the fight: remnants vanish, attackers break off, defenders give way."""
    n = world.war_numbers[0]
    for k in range(battle.called[LINE]):
        u = battle.party[LINE, k]
        unit = state.formations[u]
        nation = field.nation[u]
        if unit.strength < n.remnant:
            destroy(world, state, record, nation, u)
        elif battle.role[u] == Role.DEFENCE:
            if yields(world, state, nation, u, attack_left, defence_left):
                fall_back(world, state, record, nation, u)
        elif state.legs[u, 0].to >= 0 and breaks_off(unit.strength, unit.lost, unit.loss_limit):
            frustrate(state, record, nation, u, Cause.LOSS_LIMIT)


@stage
def yields(world: World, state: State, nation: int, formation: int, attack_left: float, defence_left: float) -> bool:
    """A beaten defender, or one at its loss limit, gives way; the cornered fight on until they are overrun."""
    unit = state.formations[formation]
    cornered = 1 if refuge(world, state, nation, formation) < 0 else 0
    if gives_way(attack_left, defence_left, unit.posture, cornered, world.war_numbers[0]):
        return True
    return cornered == 0 and breaks_off(unit.strength, unit.lost, unit.loss_limit)
