"""Odds of an attack before it is ordered: the battle's own laws on what the seat knows, at middling luck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from wargame.engine.judge import POSTURES
from wargame.engine.reading import write
from wargame.engine.resolve import copied
from wargame.model.columns import NOBODY, column_of
from wargame.model.orders import March
from wargame.model.state import State
from wargame.model.terms import PowerFactor
from wargame.model.view import View
from wargame.rules.battle import factors_of, form_up
from wargame.rules.combat import Role, contact_km, odds
from wargame.rules.field import draw_fronts, survey
from wargame.rules.law import plain
from wargame.rules.lineup import (
    LINE,
    POWER,
    Battle,
    lead_attacker,
    measure_reach,
    no_battle,
    share_tasks,
    take_aim,
    take_sides,
    within_call,
)
from wargame.rules.marches import leg_km
from wargame.rules.numeric import FULL


@dataclass(frozen=True)
class Line:
    """A formation in the battle: its power (1/1000 point) and the factors whose product that is (1/1000)."""

    formation: str
    attacks: bool
    power: int
    factors: dict[str, int]


class NoBattle(Enum):
    """Why there are no odds of a place."""

    NOBODY_ATTACKS = "no march on it attacks: by its posture, for being spent, or across the sea"
    NOBODY_DEFENDS = "nobody is known to defend it"


@dataclass(frozen=True)
class Odds:
    """A battle as it would begin. Powers in 1/1000 point; `chance` is that the defence breaks, 0 to 1.

    `engaged` is the share of the attackers' strength that finds room to attack, 0 to 1.
    """

    place: str
    attack: int
    defence: int
    chance: float
    lines: tuple[Line, ...]
    engaged: float = 1.0


def is_attack(view: View, formation: str, place: str) -> bool:
    """The place is held by a state that the formation's own is at war with."""
    unit = view.state.formations[view.names.formations.row(formation)]
    holder = int(view.state.regions[view.names.places.row(place)].controller)
    return bool(holder >= 0 and unit.owner >= 0 and view.state.pairs[unit.owner, holder].war)


def attack_odds(view: View, marches: Sequence[March], place: str) -> Odds | NoBattle:
    """The odds of all of these marches that attack a place together, each from the place before it on its way.

    Who attacks, what it has to do elsewhere at the same time, and who defends is found as in a war step.
    """
    work = copied(view.state)
    for march in marches:
        _lead_up(view, work, march, place)
    region = view.names.places.row(place)
    field = plain(survey)(view.world, work, plain(draw_fronts)(view.world, work))
    battle = plain(no_battle)(work)
    aim, contested = np.full(work.formations.size, NOBODY, np.int64), np.zeros(work.regions.size, np.int64)
    plain(take_aim)(view.world, work, field, aim, contested)
    near = plain(within_call)(work, field, contested)
    plain(share_tasks)(view.world, work, contested, near, battle)
    lead = plain(lead_attacker)(work, field, aim, region)
    if lead < 0:
        return NoBattle.NOBODY_ATTACKS
    plain(measure_reach)(view.world, region, battle.km)
    if not plain(take_sides)(view.world, work, field, near, aim, lead, region, battle):
        return NoBattle.NOBODY_DEFENDS
    return _odds_of(view, work, battle, place, region)


def _lead_up(view: View, work: State, march: March, place: str) -> None:
    """Put a formation where it meets the defence of a place on its way, or of the first that it attacks."""
    met = [there for there in march.path if is_attack(view, march.formation, there)]
    goal = place if place in met else next(iter(met), "")
    if not goal:
        return
    row, before = view.names.formations.row(march.formation), march.path.index(goal) - 1
    unit, region = work.formations[row], view.names.places.row(goal)
    here = view.names.places.row(march.path[before]) if before >= 0 else int(unit.at)
    km = plain(leg_km)(view.world, here, region)
    write(unit, at=here, posture=POSTURES[march.posture], progress=plain(contact_km)(km, view.world.war_numbers[0]))
    column_of(work.legs, "to")[row] = NOBODY
    column_of(work.legs, "to")[row, 0] = region


def _odds_of(view: View, work: State, battle: Battle, place: str, region: int) -> Odds:
    """The battle as it would begin."""
    plain(form_up)(view.world, work, battle, region)
    totals = battle.totals
    chance = float(plain(odds)(float(totals[0, POWER]), float(totals[1, POWER]), view.world.war_numbers[0]))
    lines = []
    for row in battle.party[LINE, : battle.called[LINE]].tolist():
        attacks = bool(battle.role[row] == Role.ATTACK)
        posture = int(work.formations[row].posture)
        room, support = int(battle.room[row]), int(battle.air[0 if attacks else 1])
        factors = plain(factors_of)(view.world, work, row, int(battle.role[row]), posture, room, support)
        named = {factor.name.lower(): int(factors[factor]) for factor in PowerFactor}
        lines.append(Line(view.names.formations.ids[row], attacks, int(battle.power[row]), named))
    return Odds(place, int(totals[0, POWER]), int(totals[1, POWER]), chance, tuple(lines), _engaged(work, battle))


def _engaged(work: State, battle: Battle) -> float:
    """The share of the attackers' strength that finds room."""
    rows = [row for row in battle.party[LINE, : battle.called[LINE]].tolist() if battle.role[row] == Role.ATTACK]
    strength = [int(work.formations[row].strength) for row in rows]
    room = sum(size * int(battle.room[row]) for size, row in zip(strength, rows, strict=True))
    return room / FULL / max(1, sum(strength))
