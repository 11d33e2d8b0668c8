"""Odds of an attack before it is ordered: the battle's own laws on what the seat knows, at middling luck."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from wargame.engine.judge import POSTURES
from wargame.engine.resolve import copied
from wargame.model.codes import TERM_LIMIT, PowerFactor
from wargame.model.columns import NOBODY
from wargame.model.orders import March
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.view import View
from wargame.rules.air import SIDES, count_tasks, measure_reach
from wargame.rules.battle import GROUND_PARTS, form_up, lead_attacker, power_of, take_sides
from wargame.rules.combat import FULL, Role, odds
from wargame.rules.field import survey
from wargame.rules.law import plain


@dataclass(frozen=True)
class Line:
    """A formation in the battle: its power (1/1000 point) and the factors whose product that is (1/1000)."""

    formation: str
    attacks: bool
    power: int
    factors: dict[str, int]


@dataclass(frozen=True)
class Odds:
    """A battle as it would begin. Powers in 1/1000 point; `chance` is that the defence breaks, 0 to 1."""

    place: str
    attack: int
    defence: int
    chance: float
    lines: tuple[Line, ...]


def is_attack(view: View, formation: str, place: str) -> bool:
    """The place is held by a state that the formation's own is at war with."""
    unit = view.state.formations[view.names.formations.row(formation)]
    holder = int(view.state.regions[view.names.places.row(place)].controller)
    return bool(holder >= 0 and unit.owner >= 0 and view.state.pairs[unit.owner, holder].war)


def attack_odds(view: View, marches: Iterable[March], place: str) -> Odds | None:
    """The odds of all of these marches that attack a place together; None where nobody does, or nobody defends it."""
    work = copied(view.state)
    region = view.names.places.row(place)
    aim = np.full(work.formations.size, NOBODY, np.int64)
    for march in marches:
        if march.path and place in march.path and is_attack(view, march.formation, place):
            row = view.names.formations.row(march.formation)
            work.formations[row].posture = POSTURES[march.posture]
            aim[row] = region
    lead = plain(lead_attacker)(work, aim, region)
    field, role = plain(survey)(view.world, work), np.zeros(aim.size, np.int64)
    if lead < 0 or not plain(take_sides)(work, field, aim, lead, region, role):
        return None
    totals, air, power = _formed_up(view, work, region, role)
    chance = float(plain(odds)(float(totals[0, 0]), float(totals[1, 0]), view.world.war_numbers[0]))
    lines = []
    for row in np.flatnonzero((role == Role.ATTACK) | (role == Role.DEFENCE)).tolist():
        factors = np.zeros(TERM_LIMIT, np.int64)
        attacks = bool(role[row] == Role.ATTACK)
        posture = int(work.formations[row].posture)
        plain(power_of)(view.world, work, row, int(role[row]), posture, int(air[0 if attacks else 1]), factors)
        named = {factor.name.lower(): int(factors[factor]) for factor in PowerFactor}
        lines.append(Line(view.names.formations.ids[row], attacks, int(power[row]), named))
    return Odds(place, int(totals[0, 0]), int(totals[1, 0]), chance, tuple(lines))


def _formed_up(view: View, work: State, region: int, role: Terms) -> tuple[Terms, Terms, Terms]:
    """Both sides lined up with what flies and fires: totals, air factors and powers."""
    km, tasks = np.zeros(view.state.regions.size, np.int64), np.zeros(role.size, np.int64)
    balance, totals = (np.zeros((SIDES, GROUND_PARTS), np.int64) for _ in range(2))
    air, power = np.full(SIDES, FULL, np.int64), np.zeros(role.size, np.int64)
    plain(measure_reach)(view.world, region, km)
    plain(count_tasks)(view.world, work, km, tasks)
    plain(form_up)(view.world, work, role, km, tasks, balance, air, power, totals)
    return totals, air, power
