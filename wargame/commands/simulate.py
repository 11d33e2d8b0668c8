"""`wargame simulate`: many games of AIs."""

from __future__ import annotations

import csv as csv_format
import json as json_format
import os
import statistics
import time
from collections import Counter
from pathlib import Path

from wargame.ai.policy import Level
from wargame.model.scenario import Scenario
from wargame.store.faults import InputError, did_you_mean
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.study.games import Job, Result, play_many


def simulate(
    name: str, games: int, seed: int, ai: str, csv: Path | None, json: bool, save: Path | None, workers: int
) -> None:
    """Play, show progress, sum up."""
    scenario = load_scenario(find_scenario(name))
    levels = levels_of(scenario, ai)
    jobs = [Job(scenario, seed + k, levels, save) for k in range(games)]
    began = time.perf_counter()
    results = _played(jobs, workers or os.cpu_count() or 1)
    seconds = time.perf_counter() - began
    if csv is not None:
        write_csv(csv, results)
    _print_summary(results)
    if json:
        print(json_format.dumps(summary(results, seconds)))


def levels_of(scenario: Scenario, text: str) -> dict[str, Level]:
    """Who plays which seat, from `nato=staff,eu=cadet`. Raises InputError for an unknown seat or level."""
    seats = {seat.lower(): seat for seat in scenario.bodies}
    levels = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        seat, _, level = part.partition("=")
        if seat.lower() not in seats:
            raise InputError([f"--ai: no seat called {seat!r}{did_you_mean(seat.lower(), seats)}"])
        if level not in {known.value for known in Level}:
            raise InputError([f"--ai: no level called {level!r}{did_you_mean(level, [known.value for known in Level])}"])
        levels[seats[seat.lower()]] = Level(level)
    return levels


def _played(jobs: list[Job], workers: int) -> list[Result]:
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return list(track(play_many(jobs, workers), description="playing", total=len(jobs), console=console))


def summary(results: list[Result], seconds: float) -> dict[str, object]:
    """The object that --json prints."""
    counts: Counter[str] = Counter()
    for result in results:
        counts.update(result.counts)
    seats = results[0].scores
    return {
        "games": len(results),
        "turns": sum(result.turns for result in results),
        "orders": sum(result.orders for result in results),
        "seconds": round(seconds, 3),
        "scores": {seat: round(statistics.fmean(result.scores[seat] for result in results), 2) for seat in seats},
        "counts": {
            "drafts_adopted": counts["drafts_adopted"] + counts["drafts_hollow"],
            "drafts_broken": sum(size for key, size in counts.items() if key.startswith("broken_")),
            "battles": counts["battles"],
            "control_changes": counts["control_changes"],
            "wars": counts["wars"],
            "incidents": counts["incidents"],
        },
        "digests": {str(result.seed): result.digest for result in results[:20]},
    }


def _print_summary(results: list[Result]) -> None:
    seats = list(results[0].scores)
    print(f"{'seed':>6} {'turns':>5} {'orders':>6} " + " ".join(f"{seat:>8}" for seat in seats) + "  ending")
    for result in results[:20]:
        scores = " ".join(f"{result.scores[seat]:8.1f}" for seat in seats)
        print(f"{result.seed:6} {result.turns:5} {result.orders:6} {scores}  {result.ending}")
    if len(results) > 20:
        print(f"... and {len(results) - 20} more")
    means = " ".join(f"{statistics.fmean(result.scores[seat] for result in results):8.1f}" for seat in seats)
    print(f"{'mean':>6} {'':5} {'':6} {means}")


def write_csv(path: Path, results: list[Result]) -> None:
    """A row a game."""
    seats, objectives = list(results[0].scores), list(results[0].readings)
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            out = csv_format.writer(file, lineterminator="\n")
            out.writerow(["seed", "turns", "orders", *seats, *objectives, "ending", "digest"])
            for r in results:
                scores = [f"{r.scores[seat]:.3f}" for seat in seats]
                readings = [f"{r.readings[objective]:.3f}" for objective in objectives]
                out.writerow([r.seed, r.turns, r.orders, *scores, *readings, r.ending, r.digest])
    except OSError as fault:
        raise InputError([f"{path}: cannot be written: {fault.strerror}"]) from None
