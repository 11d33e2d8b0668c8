"""What may come of a whole plan: ranges over futures, played by the resolver's own code on what the seat knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wargame.engine.futures import Futures
from wargame.engine.planning import plan_of
from wargame.model.columns import column_of
from wargame.model.orders import Order
from wargame.model.view import View

FUTURES = 60
FIRST_SEED = 1  # of the futures: always the same, so that two plans meet the same dice
TURNS = 1  # the turn that is ordered
LOW, HIGH = 10, 90  # per cent of the futures that lie below


@dataclass(frozen=True)
class Range:
    """The middle of the futures, and between what four in five of them lie."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class Outlook:
    """Ranges at the end of the turn: the seat's score in points, each of its objectives, escalation in rungs; battles of the turn."""

    score: Range
    objectives: tuple[Range, ...]
    escalation: Range
    battles: Range


def outlook_of(view: View, orders: Sequence[Order], futures: int = FUTURES) -> Outlook:
    """The outlook of a plan. It may take a second: for a thread."""
    forecast = Futures(view.world, view.state).play(plan_of(view, orders), futures, TURNS, FIRST_SEED)
    own = np.flatnonzero(column_of(view.world.objectives, "body") == view.body)
    points = forecast.rows[:, own] / 1000.0
    fought = int(view.state.clock[0].fighting)  # before the turn that is ordered
    return Outlook(
        score=_range(points.sum(axis=1)),
        objectives=tuple(_range(points[:, k]) for k in range(own.size)),
        escalation=_range(forecast.rows[:, forecast.peak_column] / 1000.0),
        battles=_range(forecast.rows[:, forecast.peak_column + 1].astype(np.float64) - fought),
    )


def _range(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Range:
    low, middle, high = np.percentile(values, (LOW, 50, HIGH))
    return Range(float(low), float(middle), float(high))
