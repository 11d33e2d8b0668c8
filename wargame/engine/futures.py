"""Forecasts: many futures of a plan, played by the resolver's own code on what a seat knows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wargame.engine.resolve import copied, copied_plan
from wargame.model.columns import column_of
from wargame.model.plan import Plan, empty_plan
from wargame.model.record import empty_record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import entries
from wargame.rules.futures import EXTRA, PER_BODY, Scores


@dataclass(frozen=True)
class Forecast:
    """What became of a plan: a row a future, columns as rules/futures says."""

    rows: Scores
    objectives: int
    bodies: int

    def joined(self, other: Forecast) -> Forecast:
        """This and more futures of the same plan."""
        return Forecast(np.concatenate((self.rows, other.rows)), self.objectives, self.bodies)

    @property
    def peak_column(self) -> int:
        """The column of the peak of escalation (1/1000 rung); that of the battles fought follows."""
        return self.objectives + PER_BODY * self.bodies

    def score(self, world: World, body: int) -> float:
        """Mean score of a body's objectives, in points of 100."""
        own = np.flatnonzero(column_of(world.objectives, "body") == body)
        return float(self.rows[:, own].sum(axis=1).mean()) / 1000.0

    def objective(self, row: int) -> float:
        """Mean score of one objective, in points."""
        return float(self.rows[:, row].mean()) / 1000.0

    def felt(self, body: int) -> float:
        """Mean threat felt by a body's members, 1/1000."""
        return float(self.rows[:, self.objectives + PER_BODY * body].mean())

    def unanswered(self, body: int) -> float:
        """The share of futures in which an attack on a member stands unanswered at the end."""
        return float(self.rows[:, self.objectives + PER_BODY * body + 1].mean())

    def army(self, body: int) -> float:
        """Mean share of the land strength of those at war that a body's own have at the end, 0 to 1; 1 in peace."""
        return float(self.rows[:, self.objectives + PER_BODY * body + 2].mean()) / 1000.0

    def fallen(self, body: int) -> float:
        """The share of futures in which a leadership has lost its hold by the end."""
        return float(self.rows[:, self.objectives + PER_BODY * body + 3].mean())

    def escalation(self) -> float:
        """Mean escalation peak, in rungs."""
        return self._extra(0) / 1000.0

    def discord(self) -> float:
        """Mean standing price of consensus in the councils, in influence."""
        return self._extra(2) / 10.0

    def battles(self) -> float:
        """Mean number of battles fought by the end."""
        return self._extra(1)

    def _extra(self, column: int) -> float:
        return float(self.rows[:, self.peak_column + column].mean())


class Futures:
    """Working copies for futures of one position, used again for every plan compared."""

    def __init__(self, world: World, start: State) -> None:
        self._world, self._start = world, start
        self._work, self._record = copied(start), empty_record(0)
        self._nothing = empty_plan(start)
        self._plan, self._emergency = copied_plan(self._nothing), copied_plan(self._nothing)

    def play(self, plan: Plan, futures: int, turns: int, first_seed: int) -> Forecast:
        """Play `futures` futures of `turns` turns; plans compared under the same first seed meet the same dice."""
        objectives, bodies = self._start.ledger.size, self._start.bodies.size
        out = np.zeros((futures, objectives + PER_BODY * bodies + EXTRA), np.int64)
        given = (self._world, self._start, plan, self._nothing)
        working = (self._work, self._plan, self._emergency, self._record)
        entries.play_futures(*given, *working, first_seed, turns, out)
        return Forecast(out, objectives, bodies)
