"""One game played by AIs: what came of it, as plain values that cross process borders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from wargame.ai.policy import Level
from wargame.ai.seating import player_of, usual_level
from wargame.engine.compile import compile_scenario
from wargame.engine.packing import digest
from wargame.model import events as ev
from wargame.model.codes import MeasureKind
from wargame.model.scenario import Scenario
from wargame.rules import entries
from wargame.session import Session
from wargame.store.journal import Journal


@dataclass(frozen=True)
class Result:
    """What came of a game. Scores in points of 100, by seat."""

    seed: int
    turns: int
    orders: int
    scores: dict[str, float]
    readings: dict[str, float]
    counts: dict[str, int]
    measures: dict[str, int]
    choices: tuple[str, ...]
    ending: str
    digest: str


@dataclass
class Tally:
    """Counts events as they happen."""

    counts: Counter[str] = field(default_factory=Counter)
    measures: Counter[str] = field(default_factory=Counter)
    choices: list[str] = field(default_factory=list)
    ending: str = "not_yet"
    clauses: frozenset[str] = frozenset()  # measures of collective defence

    def hear(self, event: ev.Event) -> None:
        """Count one event."""
        match event:
            case ev.Tabled():
                self._tabled(event)
            case ev.DraftDecided():
                self._decided(event)
            case ev.BattleFought():
                self.counts["battles"] += 1
            case ev.ControlChanged():
                self.counts["control_changes"] += 1
            case ev.WentToWar():
                self.counts["wars"] += 1
            case ev.IncidentHappened():
                self.counts["incidents"] += 1
            case ev.Chosen():
                self.choices.append(f"{event.seat}/{event.phase}: {event.choice}")
            case ev.GameEnded():
                self.ending = event.why
            case _:
                pass

    def _tabled(self, event: ev.Tabled) -> None:
        if event.measure in self.clauses:
            self.counts["defence_tabled"] += 1
            self.counts["defence_without_incident"] += self.counts["incidents"] == 0

    def _decided(self, event: ev.DraftDecided) -> None:
        self.counts[f"drafts_{event.verdict}"] += 1
        if event.verdict in ("adopted", "hollow"):
            self.measures[event.measure] += 1
        if event.verdict in ("blocked", "outvoted"):
            self.counts[f"broken_{event.body}"] += 1


def new_session(scenario: Scenario, seed: int, levels: Mapping[str, Level], journal: Journal | None = None) -> Session:
    """A game of AIs, not begun yet."""
    start = compile_scenario(scenario, seed)
    players = {
        seat: player_of(levels.get(seat, usual_level(scenario, seat)), seed, seat) for seat in start.names.bodies.ids
    }
    return Session(start, players, journal)


def play(scenario: Scenario, seed: int, levels: Mapping[str, Level], journal: Journal | None = None) -> Result:
    """Play a game of AIs to its end."""
    session = new_session(scenario, seed, levels, journal)
    tally = tally_of(scenario)
    session.watch(tally.hear)
    session.begin()
    session.play_out()
    return result_of(session, tally, seed)


def tally_of(scenario: Scenario) -> Tally:
    """An empty tally that knows the scenario's clauses of collective defence."""
    clauses = (name for name, facts in scenario.measures.items() if facts.kind == MeasureKind.COLLECTIVE_DEFENCE)
    return Tally(clauses=frozenset(clauses))


def result_of(session: Session, tally: Tally, seed: int) -> Result:
    """What came of a session that is over."""
    names, state = session.names, session.state
    scores = {seat: entries.totals(session.world, state, row) / 1000.0 for row, seat in enumerate(names.bodies.ids)}
    readings = {objective: state.ledger[row].score / 1000.0 for row, objective in enumerate(names.objectives.ids)}
    counts = dict(tally.counts)
    for row, body in enumerate(names.bodies.ids):
        counts[f"drafts_{body}"] = int(state.bodies[row].drafts)
        counts[f"adopted_{body}"] = int(state.bodies[row].adopted)
    return Result(
        seed=seed,
        turns=session.turn,
        orders=session.accepted,
        scores=scores,
        readings=readings,
        counts=counts,
        measures=dict(tally.measures),
        choices=tuple(tally.choices),
        ending=tally.ending,
        digest=digest(state),
    )
