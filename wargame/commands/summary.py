"""What a number of games came to: as one JSON object, as rows of CSV, in words."""

from __future__ import annotations

import csv
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from wargame.model.scenario import Scenario
from wargame.store.faults import InputError, one_line
from wargame.study.games import Result

GAMES_LISTED = 20
GAMES_PROVED = 20  # games whose digest the JSON object holds
ENOUGH = 60.0  # points of 100 at which a side has reached its aims (rulebook 9)
WORD = 18  # columns of a word before figures

Line = Callable[[Result], None]


def counted(results: Sequence[Result]) -> dict[str, int]:
    """What happened in all games together."""
    counts: Counter[str] = Counter()
    for result in results:
        counts.update(result.counts)
    return {
        "drafts_adopted": counts["drafts_adopted"] + counts["drafts_hollow"],
        "drafts_broken": sum(size for key, size in counts.items() if key.startswith("broken_")),
        "battles": counts["battles"],
        "control_changes": counts["control_changes"],
        "wars": counts["wars"],
        "incidents": counts["incidents"],
    }


def as_object(results: Sequence[Result], seconds: float) -> dict[str, object]:
    """The object that --json prints; scores are means in points of 100."""
    return {
        "games": len(results),
        "turns": sum(result.turns for result in results),
        "orders": sum(result.orders for result in results),
        "seconds": round(seconds, 3),
        "scores": {seat: round(statistics.fmean(scores), 2) for seat, scores in _by_seat(results).items()},
        "counts": counted(results),
        "digests": {str(result.seed): result.digest for result in results[:GAMES_PROVED]},
    }


def in_words(results: Sequence[Result]) -> Iterator[str]:
    """A line a game for the first games, then what all came to."""
    seats = tuple(results[0].scores)
    yield f"{'seed':>10} {'turns':>5} {'orders':>6} " + " ".join(f"{seat:>8}" for seat in seats) + "  ending"
    for result in results[:GAMES_LISTED]:
        scores = " ".join(f"{result.scores[seat]:8.1f}" for seat in seats)
        yield f"{result.seed:10} {result.turns:5} {result.orders:6} {scores}  {_said(result.ending)}"
    if len(results) > GAMES_LISTED:
        yield f"{'':>10} and {len(results) - GAMES_LISTED} more"
    if len(results) > 1:
        yield ""
        yield from _scores(results)
    yield ""
    yield from _happened(results)


def _scores(results: Sequence[Result]) -> Iterator[str]:
    yield f"{'score':{WORD}} {'mean':>7} {'spread':>7} {'lowest':>7} {'highest':>7}   {ENOUGH:.0f} or more"
    for seat, scores in _by_seat(results).items():
        reached = sum(score >= ENOUGH for score in scores) / len(scores)
        figures = (statistics.fmean(scores), statistics.stdev(scores), min(scores), max(scores))
        yield f"{seat:{WORD}} " + " ".join(f"{figure:7.1f}" for figure in figures) + f"   {reached:10.0%}"


def _happened(results: Sequence[Result]) -> Iterator[str]:
    turns, orders = sum(result.turns for result in results), sum(result.orders for result in results)
    counts = counted(results)
    measures: Counter[str] = Counter()
    for result in results:
        measures.update(result.measures)
    endings = Counter(_said(result.ending) for result in results)
    yield f"{'games':{WORD}} {len(results)} of {turns} turns and {orders} orders"
    yield f"{'drafts':{WORD}} {counts['drafts_adopted']} adopted, {counts['drafts_broken']} broken"
    yield f"{'measures':{WORD}} " + (", ".join(f"{name} {times}" for name, times in measures.most_common()) or "none")
    yield (
        f"{'war':{WORD}} {counts['wars']} begun, {counts['battles']} battles, "
        f"{counts['control_changes']} changes of control, {counts['incidents']} incidents"
    )
    yield f"{'endings':{WORD}} " + ", ".join(f"{ending} {times}" for ending, times in endings.most_common())


def _by_seat(results: Sequence[Result]) -> dict[str, list[float]]:
    return {seat: [result.scores[seat] for result in results] for seat in results[0].scores}


def _said(ending: str) -> str:
    return ending.replace("_", " ")


@contextmanager
def rows_to(path: Path | None, scenario: Scenario) -> Iterator[Line]:
    """Writes a row a game to a CSV file as games end; to nothing where there is no path. Raises InputError."""
    if path is None:
        yield lambda result: None
        return
    with _written(path):
        file = path.open("w", newline="", encoding="utf-8")
    out = csv.writer(file, lineterminator="\n")

    def write(row: Sequence[object]) -> None:
        with _written(path):
            out.writerow(row)
            file.flush()  # an interrupted run leaves the games it finished

    with file:
        write(["seed", "turns", "orders", *scenario.bodies, *scenario.objectives, "ending", "digest"])
        yield lambda result: write(_row(result))


@contextmanager
def _written(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise InputError([one_line(f"{path}: cannot be written: {fault.strerror}")]) from None


def _row(result: Result) -> list[object]:
    scores = (f"{score:.3f}" for score in (*result.scores.values(), *result.readings.values()))
    return [result.seed, result.turns, result.orders, *scores, result.ending, result.digest]
