"""How numbers pass between laws and tables: rounding, clamping, rational curves, folding of terms."""

from __future__ import annotations

from wargame.model.calendar import WEEK
from wargame.model.record import Terms
from wargame.rules.law import scalar

FULL = 1000  # 1/1000: the whole of a share, the top of a level


@scalar
def quantise(value: float) -> int:
    """The whole number nearest to a value, halves upward: the only way a computed value enters a column."""
    raised = value + 0.5
    whole = int(raised)  # towards nought; math.floor would be a call of its own where it is compiled for any machine
    return whole - 1 if whole > raised else whole


@scalar
def clamp(value: int, low: int, high: int) -> int:
    """A whole number held between two bounds."""
    return min(max(value, low), high)


@scalar
def scaled(value: int, factor: int) -> int:
    """A whole number times a factor in 1/1000, rounded to the nearest, halves up."""
    return (value * factor + FULL // 2) // FULL


@scalar
def next_in_ring(place: int, size: int) -> int:
    """The place after another in a ring of so many, where the first follows the last."""
    return place + 1 if place + 1 < size else 0


@scalar
def bounded(value: float, low: float, high: float) -> float:
    """A value held between two bounds."""
    return min(max(value, low), high)


@scalar
def points(value: float) -> int:
    """Points of support, motive or answer as a term: 1/1000 point."""
    return quantise(value * 1000.0)


@scalar
def rising(value: float, half: float) -> float:
    """From 0 towards 1 as a value grows; one half at `half`. Rational, so that every platform agrees."""
    return value / (value + half) if value > 0.0 else 0.0


@scalar
def chance_to_win(own: float, other: float) -> float:
    """Chance, 0 to 1, of the stronger by Lanchester's square law: own^2 / (own^2 + other^2)."""
    total = own * own + other * other
    return own * own / total if total > 0.0 else 0.5


@scalar
def folded(terms: Terms) -> int:
    """A value is the sum of its terms."""
    total = 0
    for k in range(terms.size):
        total += terms[k]
    return total


@scalar
def weeks_ended(then: int, day: int) -> int:
    """How many weeks have ended from one day to another: as a week passes, 1 of what was done in it, 0 of what is done just now.

    Weeks are counted by the calendar, as war steps of two days may end one on its eighth day.
    """
    return day // WEEK - then // WEEK
