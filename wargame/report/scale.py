"""Round steps for an axis: one, two or five times a power of ten."""

from __future__ import annotations

import math
from dataclasses import dataclass

MOST_STEPS = 6
LEAST_SPREAD = 1e-9
ROUND = (1, 2, 5, 10)


@dataclass(frozen=True)
class Scale:
    """An axis from `low` to `high` in steps, all in the unit of the values."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> list[float]:
        """Where a line is drawn across, the ends included."""
        return [self.low + number * self.step for number in range(round((self.high - self.low) / self.step) + 1)]

    def share(self, value: float) -> float:
        """Where a value stands: 0 at the low end, 1 at the high one."""
        return (value - self.low) / (self.high - self.low)


def scale_of(least: float, most: float) -> Scale:
    """The narrowest axis of round steps for values from `least` to `most`; it begins at nought where that costs little."""
    if 0 <= least <= most / 2:
        least = 0.0
    spread = most - least
    if spread < LEAST_SPREAD:  # no line would show it, and its power of ten may be none
        spread = max(abs(most), 1.0)
    power = 10.0 ** math.floor(math.log10(spread / MOST_STEPS))
    for times in ROUND:
        step = times * power
        low, high = math.floor(least / step) * step, math.ceil(most / step) * step
        if high == low:
            high += step
        if (high - low) / step <= MOST_STEPS:
            return Scale(low, high, step)
    step = 2 * ROUND[-1] * power
    return Scale(math.floor(least / step) * step, math.ceil(most / step) * step, step)


def figure(value: float, step: float) -> str:
    """A value with as many digits after the point as a step has, and a true minus."""
    digits = max(0, -math.floor(math.log10(step) + 1e-9)) if step else 0
    return f"{value:.{digits}f}".replace("-", "−")
