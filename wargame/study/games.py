"""One game, or many, played by AIs: what came of them, as plain values that cross process borders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from wargame.ai.policy import Level
from wargame.ai.seating import player_of
from wargame.catalogue import _
from wargame.engine.compile import compile_scenario
from wargame.engine.packing import digest
from wargame.model import events as ev
from wargame.model.codes import MeasureKind
from wargame.model.scenario import Scenario
from wargame.rules import entries
from wargame.session import Session
from wargame.store.faults import InputError
from wargame.store.journal import Journal
from wargame.study.processes import be_stoppable, starting

MOST_AT_ONCE = 16  # games a worker is handed at a time; after Ctrl-C it plays them to their end
ROUNDS = 8  # times a worker comes for more games at least, so that all end at about the same time


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
    """A game of AIs, begun: the first caucus is open."""
    start = compile_scenario(scenario, seed)
    players = {seat: player_of(levels.get(seat, Level.STAFF), seed, seat) for seat in start.names.bodies.ids}
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


@dataclass(frozen=True)
class Job:
    """A game to be played by a worker."""

    scenario: Scenario
    seed: int
    levels: Mapping[str, Level]
    folder: Path | None = None


def play_many(jobs: list[Job], workers: int) -> Iterator[Result]:
    """Play games over worker processes; results come in the order of the jobs, whatever the number of workers.

    Raises InputError where a worker dies. Closed before its end, it drops the games that are not begun.
    """
    if workers <= 1 or len(jobs) < 2:
        yield from map(play_job, jobs)
        return
    workers = min(workers, len(jobs))
    share = max(1, min(MOST_AT_ONCE, len(jobs) // (workers * ROUNDS)))
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=be_stoppable) as pool:
        with starting():
            results = pool.map(play_job, jobs, chunksize=share)  # begins them all
        try:
            yield from results
        except BrokenProcessPool:
            raise InputError(
                [_("a process that played games died (out of memory?); try {option}").format(option="--workers 1")]
            ) from None


def play_job(job: Job) -> Result:
    """Play one game, kept as a save where a folder is given."""
    if job.folder is None:
        return play(job.scenario, job.seed, job.levels)
    from wargame.study.keeping import play_and_keep

    return play_and_keep(job.scenario, job.seed, job.levels, job.folder)
