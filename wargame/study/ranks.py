"""Rank statistics with intervals: how far one order agrees with another."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

RESAMPLES = 2000
LOW, HIGH = 0.025, 0.975  # ends of a 95 % interval
WHOLE = 1 << 32


def keyed(question: str, draw: int, entity: int) -> float:
    """A number from 0 (inclusive) to 1 (exclusive) that depends on what is asked and on nothing else."""
    digest = hashlib.sha256(f"{question}/{draw}/{entity}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / WHOLE


def ranks(values: Sequence[float]) -> list[float]:
    """Rank of each value, ties sharing the mean of theirs."""
    return [sum(other < value for other in values) + (values.count(value) - 1) / 2 for value in list(values)]


def correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Pearson's correlation; 0 where one of them does not vary."""
    first, second = fmean(one), fmean(other)
    product = sum((a - first) * (b - second) for a, b in zip(one, other, strict=True))
    spread = math.sqrt(sum((a - first) ** 2 for a in one) * sum((b - second) ** 2 for b in other))
    return product / spread if spread > 0 else 0.0


def rank_correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Spearman's rank correlation."""
    return correlation(ranks(list(one)), ranks(list(other)))


def partial(one: Sequence[float], other: Sequence[float], given: Sequence[float]) -> float:
    """Rank correlation of two orders that is left when a third is held fixed."""
    ab, ac, bc = rank_correlation(one, other), rank_correlation(one, given), rank_correlation(other, given)
    rest = math.sqrt((1 - ac * ac) * (1 - bc * bc))
    return (ab - ac * bc) / rest if rest > 0 else 0.0


@dataclass(frozen=True)
class Interval:
    """A value and its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.2f} ({self.low:.2f} to {self.high:.2f})"


def bootstrapped(one: Sequence[float], other: Sequence[float], question: str) -> Interval:
    """The rank correlation with the interval of RESAMPLES resamples of the pairs."""
    size = len(one)
    found = []
    for draw in range(RESAMPLES):
        chosen = [int(keyed(question, draw, k) * size) for k in range(size)]
        found.append(rank_correlation([one[k] for k in chosen], [other[k] for k in chosen]))
    found.sort()
    return Interval(rank_correlation(one, other), found[int(LOW * RESAMPLES)], found[int(HIGH * RESAMPLES)])
