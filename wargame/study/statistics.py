"""What many games show: shares, means, intervals, and whether one level beats another."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, stdev

from wargame.study.games import Result

CLEAR = 60.0  # points of 100 of a clear result (rulebook 13)
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Spread:
    """Scores of a seat over many games, in points, and the share of games with a clear result."""

    mean: float
    deviation: float
    low: float
    high: float
    clear: float


def spread(scores: Sequence[float]) -> Spread:
    """Mean, standard deviation, extremes and share of clear results."""
    clear = sum(score >= CLEAR for score in scores) / len(scores)
    return Spread(fmean(scores), stdev(scores) if len(scores) > 1 else 0.0, min(scores), max(scores), clear)


@dataclass(frozen=True)
class Comparison:
    """A paired comparison: mean gain with its 95 % interval, and the one-sided p of no gain."""

    games: int
    gain: float
    margin: float
    p: float


def compared(better: Sequence[float], worse: Sequence[float]) -> Comparison:
    """Games of the same seeds, one side of which played at another level. The p is by the normal approximation."""
    gains = [one - other for one, other in zip(better, worse, strict=True)]
    mean = fmean(gains)
    error = stdev(gains) / math.sqrt(len(gains)) if len(gains) > 1 else 0.0
    normal = NormalDist()
    p = 1.0 - normal.cdf(mean / error) if error > 0.0 else (0.0 if mean > 0.0 else 1.0)
    return Comparison(len(gains), mean, normal.inv_cdf(0.5 + CONFIDENCE / 2) * error, p)


def measure_shares(results: Sequence[Result]) -> dict[str, float]:
    """The share of games in which each measure was adopted at least once."""
    used: Counter[str] = Counter()
    for result in results:
        used.update(set(result.measures))
    return {measure: count / len(results) for measure, count in sorted(used.items())}


def count_of(results: Sequence[Result], name: str) -> int:
    """A count summed over games."""
    return sum(result.counts.get(name, 0) for result in results)


def changed_share(one: Sequence[Result], other: Sequence[Result]) -> float:
    """The share of AI choices that differ between games of the same seeds, choice by choice."""
    changed = total = 0
    for first, second in zip(one, other, strict=True):
        for left, right in zip(first.choices, second.choices, strict=False):
            total += 1
            changed += left != right
    return changed / total if total else 0.0
