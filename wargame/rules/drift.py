"""How slow levels move from week to week without losing small steps to rounding."""

from __future__ import annotations

import math

from wargame.model.calendar import WEEK
from wargame.rules.law import stage
from wargame.rules.numeric import FULL, clamp, quantise


@stage
def drifted(rate: float, value: int, goal: int, loss: float) -> int:
    """A level (1/1000) moves a share of its distance to its goal, at least a thousandth, and then loses `loss`."""
    step = quantise(rate * (goal - value))
    if step == 0 and goal != value:
        step = 1 if goal > value else -1
    return clamp(value + step - quantise(loss), 0, FULL)


@stage
def paced(value: float, day: int) -> int:
    """What of a steady amount a week falls due in the week of `day`: its fractions are paid when they have added up."""
    week = day // WEEK
    return int(math.floor(value * (week + 1)) - math.floor(value * week))
