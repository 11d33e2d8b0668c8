"""What a number of games came to: as one JSON object, as rows of CSV, in words."""

from __future__ import annotations

import csv
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from wargame.catalogue import _, _n
from wargame.commands.spoken import ENDINGS
from wargame.model.scenario import Scenario
from wargame.store.outputs import written
from wargame.study.games import Result
from wargame.study.statistics import CLEAR

GAMES_LISTED = 20
GAMES_PROVED = 20  # games whose digest the JSON object holds
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
    named = f"{_('seed'):>10} {_('turns'):>5} {_('orders'):>6} "
    yield named + " ".join(f"{seat:>8}" for seat in seats) + f"  {_('ending')}"
    for result in results[:GAMES_LISTED]:
        scores = " ".join(f"{result.scores[seat]:8.1f}" for seat in seats)
        yield f"{result.seed:10} {result.turns:5} {result.orders:6} {scores}  {ENDINGS[result.ending]}"
    if len(results) > GAMES_LISTED:
        unlisted = len(results) - GAMES_LISTED
        yield f"{'':>10} {_n('and {count} more', 'and {count} more', unlisted).format(count=unlisted)}"
    if len(results) > 1:
        yield ""
        yield from _scores(results)
    yield ""
    yield from _happened(results)


def _scores(results: Sequence[Result]) -> Iterator[str]:
    figures_of = f"{_('score'):{WORD}} {_('mean'):>7} {_('spread'):>7} {_('lowest'):>7} {_('highest'):>7}"
    yield f"{figures_of}   {_('{points} or more').format(points=f'{CLEAR:.0f}')}"
    for seat, scores in _by_seat(results).items():
        reached = sum(score >= CLEAR for score in scores) / len(scores)
        figures = (statistics.fmean(scores), statistics.stdev(scores), min(scores), max(scores))
        yield f"{seat:{WORD}} " + " ".join(f"{figure:7.1f}" for figure in figures) + f"   {reached:10.0%}"


def _happened(results: Sequence[Result]) -> Iterator[str]:
    turns, orders = sum(result.turns for result in results), sum(result.orders for result in results)
    counts = counted(results)
    measures: Counter[str] = Counter()
    for result in results:
        measures.update(result.measures)
    endings = Counter(ENDINGS[result.ending] for result in results)
    played = _("{games} of {turns} turns and {orders} orders")
    yield _row_of(_("games"), played.format(games=len(results), turns=turns, orders=orders))
    decided = _("{drafts_adopted} adopted, {drafts_broken} broken")
    yield _row_of(_("drafts"), decided.format_map(counts))
    yield _row_of(_("measures"), _times(measures) or _("none"))
    fought = _("{wars} begun, {battles} battles, {control_changes} changes of control, {incidents} incidents")
    yield _row_of(_("war"), fought.format_map(counts))
    yield _row_of(_("endings"), _times(endings))


def _row_of(heading: str, said: str) -> str:
    return f"{heading:{WORD}} {said}"


def _times(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {times}" for name, times in counts.most_common())


def _by_seat(results: Sequence[Result]) -> dict[str, list[float]]:
    return {seat: [result.scores[seat] for result in results] for seat in results[0].scores}


@contextmanager
def rows_to(path: Path | None, scenario: Scenario) -> Iterator[Line]:
    """Writes a row a game to a CSV file as games end; to nothing where there is no path. Raises InputError."""
    if path is None:
        yield lambda result: None
        return
    with written(path):
        file = path.open("w", newline="", encoding="utf-8")
    out = csv.writer(file, lineterminator="\n")

    def write(row: Sequence[object]) -> None:
        with written(path):
            out.writerow(row)
            file.flush()  # an interrupted run leaves the games it finished

    with written(path), file:  # what could not be written is tried once more when the file is closed
        write(["seed", "turns", "orders", *scenario.bodies, *scenario.objectives, "ending", "digest"])
        yield lambda result: write(_row(result))


def _row(result: Result) -> list[object]:
    scores = (f"{score:.3f}" for score in (*result.scores.values(), *result.readings.values()))
    return [result.seed, result.turns, result.orders, *scores, result.ending, result.digest]
