"""Many games, played by AIs in worker processes: the results are the same whatever the number of workers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from wargame.ai.policy import Level
from wargame.catalogue import _
from wargame.model.scenario import Scenario
from wargame.store.faults import InputError
from wargame.study.games import Result, play
from wargame.study.keeping import play_and_keep
from wargame.study.processes import be_stoppable, starting

MOST_AT_ONCE = 16  # games a worker is handed at a time; after Ctrl-C it plays them to their end
ROUNDS = 8  # times a worker comes for more games at least, so that all end at about the same time


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
    return play_and_keep(job.scenario, job.seed, job.levels, job.folder)
