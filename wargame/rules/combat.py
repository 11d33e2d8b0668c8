"""Combat (rulebook 11): the laws of power, losses, giving way, and odds. The battle itself is in battle.py."""

from __future__ import annotations

from enum import IntEnum

from wargame.model.codes import Die, Kind, Posture, Terrain
from wargame.model.numbers import WarNumbers
from wargame.model.terms import PowerFactor
from wargame.rules.chance import cast
from wargame.rules.kinds import is_army
from wargame.rules.law import law, stage
from wargame.rules.numeric import FULL, bounded, quantise, rising, scaled

FACTORS = len(PowerFactor)
Factors = tuple[int, int, int, int, int, int]  # by terms.PowerFactor, 1/1000 (strength in 1/1000 brigade-equivalent)
SURE = 10.0  # ratio to the even one beyond which the odds are as good as certain
MOST_STEPS = 30  # steps after which an undecided battle is given up


class Role(IntEnum):
    """What a formation does in one battle."""

    NONE = 0
    ATTACK = 1  # in the line of the attack
    DEFENCE = 2  # in the line of the defence
    ATTACK_SUPPORT = 3  # beside the attacker: supports from where it stands, as far as it reaches
    DEFENCE_SUPPORT = 4


@law("COMBAT-1", "rulebook 11: formation types")
def is_line(kind: int) -> bool:
    """Armoured, mechanised, infantry, airborne, artillery and special formations hold and take ground."""
    return is_army(kind) or kind == Kind.SPECIAL


@law("COMBAT-21", "rulebook 11; Clausewitz, the culminating point")
def may_attack(kind: int, readiness: int, n: WarNumbers) -> bool:
    """Formations of the line attack until they are spent."""
    return is_line(kind) and readiness >= n.spent


@law("COMBAT-2", "rulebook 11: readiness")
def readiness_factor(readiness: float, n: WarNumbers) -> float:
    """Power rises with readiness from a floor that even an unready formation has to full power (share)."""
    return n.ready_power + (1.0 - n.ready_power) * readiness / 1000.0


@law("COMBAT-3", "rulebook 11: supply")
def supply_factor(supply: float, n: WarNumbers) -> float:
    """Power rises with supply from a floor that even an unsupplied formation has to full power (share)."""
    return n.supply_power + (1.0 - n.supply_power) * supply / 1000.0


@law("COMBAT-4", "rulebook 11: a prepared defender doubles roughly")
def ground_factor(terrain: int, dug_in: int, posture: int, n: WarNumbers) -> float:
    """Terrain, entrenchment and the will to hold multiply a defender's power; wholly prepared, they about double it."""
    ground = 1.0
    if terrain == Terrain.FOREST:
        ground = n.forest_ground
    elif terrain == Terrain.MARSH:
        ground = n.marsh_ground
    elif terrain == Terrain.URBAN:
        ground = n.urban_ground
    elif terrain == Terrain.MOUNTAIN:
        ground = n.mountain_ground
    if posture == Posture.HOLD:
        ground = ground * n.hold_ground
    elif posture == Posture.DELAY:
        ground = ground * n.delay_ground
    return ground * (1.0 + n.entrenched * dug_in / 1000.0)


@law("COMBAT-23", "North Atlantic Treaty Art. 3, capacity to resist; rulebook 1 and 11")
def homeland_factor(resilience: int, people: int, n: WarNumbers) -> float:
    """Who defends its own soil has its people beside it: the more there are (thousands) and the better they resist."""
    return 1.0 + n.homeland * resilience / 1000.0 * rising(float(people), n.homeland_half)


@law("COMBAT-5", "rulebook 2: postures")
def commitment(posture: int, n: WarNumbers) -> float:
    """An assault commits the whole formation, a probe a part of it: of its power and of its losses (share)."""
    return n.probe_share if posture == Posture.PROBE else 1.0


@law("COMBAT-6", "rulebook 11: combat power; law of the house 5")
def folded_product(factors: Factors) -> int:
    """Combat power is the product of its factors, taken in order, each rounded to 1/1000 point, halves up."""
    value = int(factors[0])
    for k in range(1, FACTORS):
        value = scaled(value, factors[k])
    return value


@law("COMBAT-24", "rulebook 11: combat power; law of the house 5")
def supported(power: int, air: int) -> int:
    """Air and fires are the last factor of combat power: without them it is the product of the others."""
    return scaled(power, air)


@law("COMBAT-7", "rulebook 11: strength, type, readiness, supply, ground, air")
def power_factors(
    strength: int, worth: float, readiness: int, supply: int, ground: int, air: int, n: WarNumbers
) -> Factors:
    """Power is strength times the worth of its type, readiness, supply, ground, and air and fires support.

    `worth` is the type's attack or defence in points, `ground` and `air` are 1/1000.
    """
    ready = quantise(1000.0 * readiness_factor(readiness, n))
    fed = quantise(1000.0 * supply_factor(supply, n))
    return (int(strength), quantise(1000.0 * worth), ready, fed, int(ground), int(air))


@stage
def combat_power(strength: int, worth: float, readiness: int, supply: int, ground: int, air: int, n: WarNumbers) -> int:
    """The product of the factors of power, 1/1000 point."""
    return folded_product(power_factors(strength, worth, readiness, supply, ground, air, n))


@law("COMBAT-8", "Lanchester 1916, square law, by days")
def loss_share(own: float, enemy: float, days: float, n: WarNumbers) -> float:
    """A side loses the more of its strength the stronger the enemy is against it, up to a most that a step can take."""
    if enemy <= 0.0:
        return 0.0
    if own <= 0.0:
        return n.loss_most
    return min(n.loss_rate * days * enemy / own, n.loss_most)


@law("COMBAT-9", "rulebook 11: battle wears out; Clausewitz, the culminating point")
def fatigue_of(share: float, n: WarNumbers) -> float:
    """Readiness falls with losses, faster than strength (1/1000 for a share of strength lost)."""
    return 1000.0 * n.fatigue * share


@law("COMBAT-10", "rulebook 11: what a battle leaves of a force")
def worn(power: float, readiness: float, share: float, n: WarNumbers) -> float:
    """After losses a force has the power of those who are left, at the readiness they are left with."""
    rested = readiness_factor(readiness, n)
    tired = readiness_factor(bounded(readiness - fatigue_of(share, n), 0.0, 1000.0), n)
    return power * (1.0 - share) * tired / rested if rested > 0.0 else 0.0


@law("COMBAT-11", "rulebook 11: bounded luck")
def luck_of_battle(seed: int, day: int, region: int, n: WarNumbers) -> float:
    """Luck moves the attacker's power in a region for one step, evenly between its bounds."""
    return 1.0 - n.luck + 2.0 * n.luck * cast(seed, day, Die.LUCK_OF_BATTLE, region, 0)


@law("COMBAT-12", "rulebook 11: retreat; postures hold and delay")
def gives_way(attack: float, defence: float, posture: int, cornered: int, n: WarNumbers) -> bool:
    """A defender gives way when beaten by enough: soon if it delays, late if it holds, last if it has nowhere to go."""
    ratio = n.hold_ratio
    if cornered:
        ratio = n.overrun_ratio
    elif posture == Posture.DELAY:
        ratio = n.delay_ratio
    return attack >= ratio * defence


@law("COMBAT-13", "rulebook 2: a path is broken off by its loss limit")
def breaks_off(strength: int, lost: int, limit: int) -> bool:
    """A formation breaks off when the losses since its order reach its limit (1/1000); 1000 is to the last."""
    return limit < FULL and lost * FULL >= limit * (strength + lost) and lost > 0


@law("COMBAT-14", "rulebook 11; Lanchester 1916: odds follow the ratio, terrain and preparation counted")
def odds(attack: float, defence: float, n: WarNumbers) -> float:
    """Chance that an attack breaks the defence: one half at the even ratio, steep on both sides of it."""
    if attack <= 0.0:
        return 0.0
    if defence <= 0.0:
        return 1.0
    ratio = bounded(attack / (n.even_ratio * defence), 1.0 / SURE, SURE)
    fourth = ratio * ratio * ratio * ratio
    steep = fourth * fourth * fourth * fourth
    return steep / (1.0 + steep)


@law("COMBAT-22", "rulebook 2 and 11: concentration; a loss limit is a limit to the risk taken")
def goes_in(chance: float, posture: int, limit: int, n: WarNumbers) -> bool:
    """An assault waits in contact for fair odds; a probe, or an assault to the last man (limit 1000), does not."""
    return posture == Posture.PROBE or limit >= FULL or chance >= n.launch_odds


@law("COMBAT-15", "rulebook 11; RAND RR1253: the battle's own laws, step by step at middling luck")
def expected_exchange(
    attack: float, defence: float, attack_ready: float, defence_ready: float, days: float, limit: float, n: WarNumbers
) -> tuple[float, float, float, float]:
    """What a battle is expected to bring: 1 if won, share lost by attacker and by defender, days.

    Powers are in any one unit, readiness in 1/1000, `days` is the length of a step, `limit` the attacker's (share).
    """
    attack_left = 1.0
    defence_left = 1.0
    passed = 0.0
    while passed < MOST_STEPS * days and attack_ready >= n.spent and 1.0 - attack_left < limit:
        attack_lost = loss_share(attack, defence, days, n)
        defence_lost = loss_share(defence, attack, days, n)
        attack = worn(attack, attack_ready, attack_lost, n)
        defence = worn(defence, defence_ready, defence_lost, n)
        attack_ready = bounded(attack_ready - fatigue_of(attack_lost, n), 0.0, 1000.0)
        defence_ready = bounded(defence_ready - fatigue_of(defence_lost, n), 0.0, 1000.0)
        attack_left = attack_left * (1.0 - attack_lost)
        defence_left = defence_left * (1.0 - defence_lost)
        passed += days
        if gives_way(attack, defence, Posture.HOLD, 0, n):
            return 1.0, 1.0 - attack_left, 1.0 - defence_left, passed
    return 0.0, 1.0 - attack_left, 1.0 - defence_left, passed


@law("COMBAT-16", "rulebook 4: the tripwire; the founding paper on Enhanced Forward Presence")
def bound_by_losses(lost_share: float, share: int, n: WarNumbers) -> int:
    """Soldiers lost bind their state to the fight; a small contingent binds little less than a large one (1/1000)."""
    return quantise(n.under_fire * lost_share * (n.small_share + (1.0 - n.small_share) * share / 1000.0))


@law("COMBAT-26", "rulebook 3, 4 and 12: own or close allies' soldiers under fire")
def bound_by_an_ally(rise: int, tie: int, n: WarNumbers) -> int:
    """An ally's soldiers lost bind a state as far as it is attached to that ally, and less than its own (1/1000)."""
    return quantise(n.ally_share * rise * tie / 1000.0)


@law("COMBAT-19", "rulebook 4: who stands on attacked soil fights beside its holder")
def stands_against(nation: int, seat: int, attacker: int, attacking_seat: int) -> bool:
    """Whoever stands in an attacked region defends it, but for those of the attacker's own nation or seat."""
    return nation != attacker and (seat != attacking_seat or seat < 0)


@law("COMBAT-20", "rulebook 11: the attacker is met on the way")
def contact_km(km: int, n: WarNumbers) -> int:
    """The attacker of a defended region meets the defence after a share of the way."""
    return quantise(km * n.contact_share)
