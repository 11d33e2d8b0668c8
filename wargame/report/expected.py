"""Expected and actual: what was foreseen, by the rules' own laws, beside what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wargame.ai.seating import turns_foreseen
from wargame.engine.phrases import POSITIONS, disposed
from wargame.model import events as ev
from wargame.report.drafts import Draft
from wargame.report.knowledge import Knowledge
from wargame.report.scores import course_of
from wargame.rules.combat import luck_of_battle, odds
from wargame.rules.law import plain

FULL = 1000.0  # kept values in a point, in a brigade
OBJECTIVES = "objectives"  # the term of a plan's worth that is the score foreseen
QUIET_DAYS = 7  # after which an attack on the same place is another one
EVEN = 0.5  # chance from which on an attack was expected to break through


@dataclass
class Attack:
    """The battles of one attack on a place: the chance at its first (0 to 1), losses (brigades), and whether the place fell.

    `luck` is the mean factor of the dice on the attacker's power, 1 for middling; None where it may not be known.
    """

    attacker: str
    defender: str
    place: str
    first_day: int
    last_day: int
    chance: float
    attacker_lost: float = 0.0
    defender_lost: float = 0.0
    battles: int = 0
    fell: bool = False
    lucks: list[float] = field(default_factory=list)

    @property
    def luck(self) -> float | None:
        """Mean factor of the dice."""
        return sum(self.lucks) / len(self.lucks) if self.lucks else None


@dataclass(frozen=True)
class PlanForeseen:
    """What a plan of an AI was to score at the end of what it looked ahead, and what its seat scored then (points of 100)."""

    turn: int
    seat: str
    due: int
    expected: float
    actual: float


@dataclass(frozen=True)
class Sounding:
    """What a member said when it was sounded out, and what it then did with the drafts of the turn."""

    turn: int
    body: str
    member: str
    said: str
    did: tuple[str, ...]


def attacks_of(known: Knowledge) -> list[Attack]:
    """All attacks in the order in which they began."""
    found: list[Attack] = []
    for heard in known.heard:
        match heard.event:
            case ev.BattleFought(attacker=str(attacker), defender=str(defender)) as battle:
                _add(known, _attack(known, found, battle, attacker, defender), battle)
            case ev.ControlChanged() as change:
                for attack in found:
                    attack.fell |= _won(attack, change)
            case _:
                pass
    return found


def _attack(known: Knowledge, found: list[Attack], battle: ev.BattleFought, attacker: str, defender: str) -> Attack:
    """The attack that a battle goes on with; a new one where none does."""
    for attack in reversed(found):
        same = (attack.attacker, attack.place) == (attacker, battle.place) and not attack.fell
        if same and battle.day - attack.last_day <= QUIET_DAYS:
            return attack
    chance = float(plain(odds)(float(battle.attack), float(battle.defence), known.world.war_numbers[0]))
    found.append(Attack(attacker, defender, battle.place, battle.day, battle.day, chance))
    return found[-1]


def _add(known: Knowledge, attack: Attack, battle: ev.BattleFought) -> None:
    attack.last_day = battle.day
    attack.battles += 1
    attack.attacker_lost += battle.attacker_losses / FULL
    attack.defender_lost += battle.defender_losses / FULL
    if known.tells_all:  # the dice are no seat's to know
        seed, region = int(known.last.clock[0].seed), known.names.places.row(battle.place)
        attack.lucks.append(float(plain(luck_of_battle)(seed, battle.day, region, known.world.war_numbers[0])))


def _won(attack: Attack, change: ev.ControlChanged) -> bool:
    """The place was taken from its defender in the course of this attack."""
    in_time = attack.first_day <= change.day <= attack.last_day + QUIET_DAYS
    return attack.place == change.place and change.before == attack.defender and in_time


def plans_foreseen(known: Knowledge) -> Iterator[PlanForeseen]:
    """Of each plan of an AI that foresaw scores, and whose time is over: those of the caucus."""
    course = course_of(known)
    for decided in known.decisions:
        chosen = decided.chosen
        if chosen is None or chosen.phase != "caucus" or OBJECTIVES not in chosen.terms:
            continue
        if turns_foreseen(decided.who) == 0:
            continue
        due = min(decided.turn - 1 + turns_foreseen(decided.who), int(known.world.course[0].turns))
        if due in course:
            expected, actual = chosen.terms[OBJECTIVES] / FULL, sum(course[due][decided.seat]) / FULL
            yield PlanForeseen(decided.turn, decided.seat, due, expected, actual)


def soundings_of(known: Knowledge, drafts: list[Draft]) -> Iterator[Sounding]:
    """Of every sounding that the reader knows of."""
    for heard in known.heard:
        if isinstance(heard.event, ev.Sounded):
            body, member = heard.event.body, heard.event.member
            yield Sounding(
                heard.turn, body, member, disposed(heard.event.heard), _did(known, drafts, heard.turn, body, member)
            )


def _did(known: Knowledge, drafts: list[Draft], turn: int, body: str, member: str) -> tuple[str, ...]:
    taken = [
        (draft, said.event.position)
        for draft in drafts
        if (draft.turn, draft.tabled.body) == (turn, body)
        for reading in draft.readings
        for said in reading.positions
        if said.event.member == member
    ]
    return tuple(f"{known.measure(draft.tabled.measure)}: {POSITIONS[position]}" for draft, position in taken)
