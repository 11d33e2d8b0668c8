"""The debrief of a game that is over: turning points with what made them, the councils' record, the wars and what they cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from wargame.catalogue import _
from wargame.model import events as ev
from wargame.model.codes import BodyKind, Reading
from wargame.model.names import Names
from wargame.model.scenario import Scenario

MOST_POINTS = 6  # turning points that are told
MOST_LINES = 4  # events told of each
LEAST_CHANGE = 2.0  # points of score that make a turn worth telling
FULL = 1000.0
NEVER_PUT = "barred"  # the verdict on a draft that had become inadmissible before it was read out
NO_END = (NEVER_PUT, "agreed")  # verdicts that say nothing of how a draft ended
DAYS_A_WEEK = 7

Course = Mapping[int, Mapping[str, Sequence[int]]]  # turns completed: seat: scores of its objectives, 1/1000 point


@dataclass(frozen=True)
class TurningPoint:
    """A turn that moved a side's score much: by how many points, which objective most and what it reads, and what happened."""

    turn: int
    seat: str
    change: float
    aim: str
    reading: Reading
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """What became of what a body tabled; who broke silence or voted it down, the most often first.

    Each draft counts once, by its end: `lowered` are those of the adopted that failed at first and were read again, lower.
    """

    body: str
    tabled: int
    adopted: int
    hollow: int
    failed: int
    lowered: int
    breakers: tuple[tuple[str, int], ...]


@dataclass
class WarTold:
    """One attack: its day, regions taken and retaken, and what each side lost (1/1000 brigade-equivalent)."""

    attacker: str
    victim: str
    day: int
    taken: int = 0
    retaken: int = 0
    lost: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Debrief:
    """All of it."""

    points: tuple[TurningPoint, ...]
    records: tuple[Record, ...]
    wars: tuple[WarTold, ...]


def debrief(
    scenario: Scenario,
    names: Names,
    events: Sequence[ev.Event],
    course: Course,
    tell: Callable[[ev.Event], str],
    own: str = "",
) -> Debrief:
    """From the events of the whole game, the course of the scores, and whoever puts an event into a sentence.

    Turning points of the seat `own` come before those of others.
    """
    moves = _moves(scenario, names, course)
    chosen = sorted(moves, key=lambda move: (move.seat != own, -abs(move.change)))[:MOST_POINTS]
    points = [
        replace(move, lines=tuple(_told(scenario, events, move, tell)))
        for move in sorted(chosen, key=lambda move: (move.seat != own, move.turn, move.seat))
    ]
    return Debrief(tuple(points), tuple(_records(names, events)), _wars(scenario, events))


def _moves(scenario: Scenario, names: Names, course: Course) -> list[TurningPoint]:
    """The large moves of a side's score from one turn to the next, with nothing told of them yet."""
    found = []
    turns = sorted(course)
    for before, after in pairwise(turns):
        for seat, scores in course[after].items():
            if scores and abs(sum(scores) - sum(course[before][seat])) / FULL >= LEAST_CHANGE:
                found.append(move_of(scenario, names, after, seat, course[before][seat], scores))
    return found


def move_of(
    scenario: Scenario, names: Names, turn: int, seat: str, before: Sequence[int], after: Sequence[int]
) -> TurningPoint:
    """How a turn moved a seat's score (1/1000 point an objective), and which objective moved it most that way."""
    moves = [now - then for now, then in zip(after, before, strict=True)]
    change = sum(moves) / FULL
    largest = max(range(len(moves)), key=lambda k: (moves[k] * (1 if change > 0 else -1), -k))
    aim, reading = _aims(scenario, names, seat)[largest]
    return TurningPoint(turn, seat, change, aim, reading, ())


def _aims(scenario: Scenario, names: Names, seat: str) -> list[tuple[str, Reading]]:
    """Title and reading of each objective of a side."""
    return [
        (names.objectives.title(names.objectives.row(name)), objective.reading)
        for name, objective in scenario.objectives.items()
        if objective.body == seat
    ]


def _told(
    scenario: Scenario, events: Sequence[ev.Event], point: TurningPoint, tell: Callable[[ev.Event], str]
) -> list[str]:
    """What weighed most with a side in a turn, in the order of its days: of councils, what its own decided.

    Where discord moved, it is the drafts of the other councils, those first whose price moved it that way.
    """
    days = scenario.weeks_a_turn * DAYS_A_WEEK
    span = range((point.turn - 1) * days, point.turn * days)
    within = [event for event in events if event.day in span and weight_of(event) and _concerns(scenario, event, point)]
    heaviest = sorted(within, key=lambda event: _rank(event, point))[:MOST_LINES]
    lines = ((event, tell(event)) for event in within if event in heaviest)
    return [_of_others(scenario, event, line, point) for event, line in lines if line]


def _of_others(scenario: Scenario, event: ev.Event, line: str, point: TurningPoint) -> str:
    """The line, headed by the council that decided where it is another's draft."""
    if isinstance(event, ev.DraftDecided) and event.body != point.seat:
        return _("{body}: {line}").format(body=scenario.bodies[event.body].name, line=line)
    return line


def _concerns(scenario: Scenario, event: ev.Event, point: TurningPoint) -> bool:
    """An event of a council concerns that council; wars, land and incidents concern everybody."""
    match event:
        case ev.DraftDecided() if point.reading is Reading.DISCORD:
            council = scenario.bodies[event.body].kind is BodyKind.COUNCIL
            return council and event.body != point.seat and event.verdict != NEVER_PUT
        case ev.DraftDecided() | ev.DemandMet() | ev.ConsultationsCalled() | ev.TextEnded():
            return event.body == point.seat
        case _:
            return True


def _rank(event: ev.Event, point: TurningPoint) -> tuple[int, int]:
    """Where an event stands among those that are told, the first the least."""
    if point.reading is Reading.DISCORD and isinstance(event, ev.DraftDecided):
        return 0, -event.price if point.change > 0 else event.price
    return 1, -weight_of(event)


def weight_of(event: ev.Event) -> int:
    """How much an event counts for in the story of a turn; 0 is not told."""
    match event:
        case ev.WentToWar() | ev.CeasefireBegan() | ev.NuclearUsed():
            return 9
        case ev.ResolutionBroke():
            return 8
        case ev.ControlChanged():
            return 6
        case ev.AccessionMoved() | ev.DemandMet() | ev.GovernmentChanged() | ev.AssemblyVoted():
            return 5
        case ev.DraftDecided():
            return 4 if event.verdict in ("adopted", "blocked", "outvoted") else 2
        case ev.IncidentHappened():
            return 3 + event.severity // 3
        case ev.ConsultationsCalled():
            return 3
        case ev.TextEnded():
            return 4 if event.unkept else 1
        case _:
            return 0


def _records(names: Names, events: Sequence[ev.Event]) -> list[Record]:
    drafts: dict[str, list[list[str]]] = {body: [] for body in names.bodies.ids}  # of each draft the verdicts on it
    broken: Counter[tuple[str, str]] = Counter()
    for event in events:
        match event:
            case ev.Tabled():
                drafts[event.body].append([])
            case ev.DraftDecided() if event.verdict not in NO_END:
                drafts[event.body][-1].append(event.verdict)
            case ev.PositionTaken() if event.position == "objects":
                broken[event.body, event.member] += 1
            case _:
                pass
    return [_record(body, drafts[body], broken) for body in names.bodies.ids]


def _record(body: str, drafts: Sequence[Sequence[str]], broken: Counter[tuple[str, str]]) -> Record:
    ends = Counter(verdicts[-1] for verdicts in drafts if verdicts)
    adopted, hollow = ends["adopted"], ends["hollow"]
    lowered = sum(len(verdicts) > 1 and verdicts[-1] in ("adopted", "hollow") for verdicts in drafts)
    against = tuple((member, count) for (at, member), count in broken.most_common() if at == body)
    return Record(body, len(drafts), adopted, hollow, ends.total() - adopted - hollow, lowered, against)


def _wars(scenario: Scenario, events: Sequence[ev.Event]) -> tuple[WarTold, ...]:
    wars = {pair: WarTold(*pair, 0) for pair in scenario.wars}
    for event in events:
        match event:
            case ev.WentToWar():
                pair = event.attacker, event.victim
                wars.setdefault(pair, WarTold(*pair, event.day))
            case ev.ControlChanged(holder=str(holder), before=str(before)):
                war = _war_between(wars, holder, before, event.day)
                war.taken += war.attacker == holder
                war.retaken += war.attacker == before
            case ev.BattleFought(attacker=str(attacker), defender=str(defender)):
                war = _war_between(wars, attacker, defender, event.day)
                war.lost[attacker] += event.attacker_losses
                war.lost[defender] += event.defender_losses
            case _:
                pass
    return tuple(wars.values())


def _war_between(wars: dict[tuple[str, str], WarTold], one: str, other: str, day: int) -> WarTold:
    """The war of two states; where neither went to war with the other, as for those who join, it began with their first blow."""
    found = wars.get((one, other)) or wars.get((other, one))
    return found or wars.setdefault((one, other), WarTold(one, other, day))
