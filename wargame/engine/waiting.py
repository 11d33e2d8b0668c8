"""What holds a formation up before the enemy land that is next on its way, by the war step's own laws on what a seat knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wargame.engine.odds import NoBattle, Odds, attack_odds, is_attack
from wargame.engine.reading import reading
from wargame.model.codes import Posture
from wargame.model.state import Formation
from wargame.model.view import View
from wargame.rules.combat import contact_km, goes_in, is_line, may_attack
from wargame.rules.law import plain
from wargame.rules.marches import leg_km


class Halt(Enum):
    """Why it does not go in."""

    NONE = "it attacks"
    ODDS = "an assault waits for fair odds"
    POSTURE = "its posture attacks nobody"
    SPENT = "it is too worn"


@dataclass(frozen=True)
class Contact:
    """A formation that has met the enemy on its way: at which place, what holds it up, the odds of all who attack there with it."""

    place: str
    halt: Halt
    chance: float = 0.0


def contact_of(view: View, formation: str) -> Contact | None:
    """None where it goes nowhere, has not met the enemy yet, or nobody is known to bar its way."""
    row = view.names.formations.row(formation)
    unit, place = reading(view.state.formations[row]), view.names.places.id(int(view.state.legs[row, 0].to))
    if place is None or not is_line(unit.kind) or not is_attack(view, formation, place):
        return None
    km = int(plain(leg_km)(view.world, unit.at, view.names.places.row(place)))
    if unit.progress < plain(contact_km)(km, view.world.war_numbers[0]):
        return None
    if unit.posture < Posture.PROBE:
        return Contact(place, Halt.POSTURE)
    if not plain(may_attack)(unit.kind, unit.readiness, view.world.war_numbers[0]):
        return Contact(place, Halt.SPENT)
    odds = attack_odds(view, (), place)
    return None if isinstance(odds, NoBattle) else _before(view, formation, odds)


def _before(view: View, formation: str, odds: Odds) -> Contact | None:
    """One attacker that goes in draws the others with it (rules.battle.is_launched)."""
    attackers = [line.formation for line in odds.lines if line.attacks]
    if formation not in attackers:
        return None
    units = (_unit(view, name) for name in attackers)
    goes = any(plain(goes_in)(odds.chance, unit.posture, unit.loss_limit, view.world.war_numbers[0]) for unit in units)
    return Contact(odds.place, Halt.NONE if goes else Halt.ODDS, odds.chance)


def _unit(view: View, formation: str) -> Formation:
    return reading(view.state.formations[view.names.formations.row(formation)])
