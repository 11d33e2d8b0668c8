"""Air and fires (rulebook 11): what supports a battle from within reach, what keeps it off, what that costs."""

from __future__ import annotations

from wargame.model.codes import Kind
from wargame.model.numbers import WarNumbers
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.combat import Role, combat_power
from wargame.rules.law import law, stage
from wargame.rules.lineup import AIRCRAFT, BESIDE, FIRES, SHIELD, Battle
from wargame.rules.losses import bleed
from wargame.rules.numeric import FULL, quantise


@law("AIR-1", "rulebook 11: air superiority and air defence by range")
def gets_through(own: float, enemy: float, shield: float, n: WarNumbers) -> float:
    """The share of an air force that does its task falls with enemy aircraft and air defence in reach."""
    if own <= 0.0:
        return 0.0
    return own / (own + n.dogfight * enemy + n.flak * shield)


@law("AIR-2", "rulebook 11: air and fires")
def support_factor(support: float, ground: float, n: WarNumbers) -> float:
    """Air and fires multiply a force on the ground, the more they weigh against it, up to a most (factor)."""
    return 1.0 + n.air_most * support / (support + ground) if support > 0.0 else 1.0


@law("AIR-3", "rulebook 11: attrition in the air")
def air_losses(through: float, days: float, n: WarNumbers) -> float:
    """Aircraft that meet resistance are lost as far as they do not get through (share)."""
    return n.air_loss * days * (1.0 - through)


@law("AIR-4", "rulebook 11: reach; an air force cannot be everywhere")
def part_in_battle(power: int, battles: int) -> int:
    """What supports from a distance divides itself among the battles in its reach."""
    return power // max(battles, 1)


@stage
def weigh_air(world: World, state: State, battle: Battle) -> None:
    """Fill the balance[side, AIRCRAFT | FIRES | SHIELD] of a battle with the power that has it in reach, 1/1000 point."""
    n = world.war_numbers[0]
    balance = battle.balance
    balance[:] = 0
    for k in range(battle.called[BESIDE]):
        u = battle.party[BESIDE, k]
        unit = state.formations[u]
        kind = world.kinds[unit.kind]
        if kind.reach <= 0.0:
            continue
        side = 0 if battle.role[u] == Role.ATTACK_SUPPORT else 1
        shields = unit.kind == Kind.AIR_DEFENCE
        worth = kind.defence if shields else kind.attack
        power = combat_power(unit.strength, worth, unit.readiness, unit.supply, FULL, FULL, n)
        if shields:
            balance[side, SHIELD] += power
        elif unit.kind == Kind.AIR:
            balance[side, AIRCRAFT] += part_in_battle(power, battle.tasks[u])
        else:
            balance[side, FIRES] += part_in_battle(power, battle.tasks[u])


@stage
def through_of(balance: Terms, side: int, n: WarNumbers) -> float:
    """The share of a side's aircraft that does its task in a battle."""
    own = float(balance[side, AIRCRAFT])
    enemy = float(balance[1 - side, AIRCRAFT])
    return gets_through(own, enemy, float(balance[1 - side, SHIELD]), n)


@stage
def air_factor(balance: Terms, side: int, ground: int, n: WarNumbers) -> int:
    """What air and fires make of a side's power on the ground, 1/1000; `ground` is that power without them."""
    support = balance[side, AIRCRAFT] * through_of(balance, side, n) + balance[side, FIRES]
    return quantise(FULL * support_factor(support, float(ground), n))


@stage
def wear_air(world: World, state: State, battle: Battle, days: int) -> None:
    """Aircraft that took part in a battle lose strength to what stood in their way."""
    n = world.war_numbers[0]
    for k in range(battle.called[BESIDE]):
        u = battle.party[BESIDE, k]
        unit = state.formations[u]
        if unit.kind == Kind.AIR:
            side = 0 if battle.role[u] == Role.ATTACK_SUPPORT else 1
            share = air_losses(through_of(battle.balance, side, n), float(days), n) / max(battle.tasks[u], 1)
            bleed(world, state, u, quantise(unit.strength * share))
