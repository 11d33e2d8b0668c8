"""Odds of an attack before it is ordered: the battle's own laws on what the seat knows, at middling luck."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from wargame.engine.judge import POSTURES
from wargame.engine.resolve import copied
from wargame.model.columns import NOBODY
from wargame.model.orders import March
from wargame.model.terms import PowerFactor
from wargame.model.view import View
from wargame.rules.battle import factors_of, form_up
from wargame.rules.combat import Role, odds
from wargame.rules.field import survey
from wargame.rules.law import plain
from wargame.rules.lineup import LINE, POWER, count_tasks, lead_attacker, measure_reach, no_battle, take_sides


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
    field, battle = plain(survey)(view.world, work), plain(no_battle)(work)
    lead = plain(lead_attacker)(work, field, aim, region)
    plain(measure_reach)(view.world, region, battle.km)
    plain(count_tasks)(view.world, work, battle)
    if lead < 0 or not plain(take_sides)(view.world, work, field, aim, lead, region, battle):
        return None
    plain(form_up)(view.world, work, battle)
    totals = battle.totals
    chance = float(plain(odds)(float(totals[0, POWER]), float(totals[1, POWER]), view.world.war_numbers[0]))
    lines = []
    for row in battle.party[LINE, : battle.called[LINE]].tolist():
        attacks = bool(battle.role[row] == Role.ATTACK)
        posture = int(work.formations[row].posture)
        support = int(battle.air[0 if attacks else 1])
        factors = plain(factors_of)(view.world, work, row, int(battle.role[row]), posture, support)
        named = {factor.name.lower(): int(factors[factor]) for factor in PowerFactor}
        lines.append(Line(view.names.formations.ids[row], attacks, int(battle.power[row]), named))
    return Odds(place, int(totals[0, POWER]), int(totals[1, POWER]), chance, tuple(lines))
