"""Plans compared by their futures: all are looked at through a few, the most promising through all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wargame.ai.policy import Choice
from wargame.ai.worth import worth_of
from wargame.engine.futures import Forecast, Futures
from wargame.engine.planning import plan_of
from wargame.model.orders import Order, RequestForces
from wargame.model.plan import Plan
from wargame.model.view import View

FEWEST = 2  # plans that lead, and that are looked at through all futures, where there are as many


@dataclass(frozen=True)
class Depth:
    """How far plans are looked into."""

    horizon: int  # turns that are played, this one included
    looks: int  # futures by which plans are screened
    futures: int  # futures of those that pass
    leaders: int  # most plans that lead, of which others are made
    finalists: int  # most plans that pass


@dataclass(frozen=True)
class Candidate:
    """A plan as it enters a comparison: in words, its orders, and the influence it costs (1/10)."""

    label: str
    orders: list[Order]
    spent: int


@dataclass(frozen=True)
class Compared:
    """A plan as it leaves a comparison, with what its futures are worth."""

    label: str
    orders: list[Order]
    spent: int
    choice: Choice


class Comparison:
    """Plans of one position that meet the same dice: each is looked at through a few futures as it enters, and the better
    half of all of them, so many at most, through all at the end."""

    def __init__(self, view: View, depth: Depth, first_seed: int) -> None:
        self._view, self._depth, self._first_seed = view, depth, first_seed
        self._looks = min(depth.looks, depth.futures)
        self._futures = Futures(view.world, view.state)
        self._entrants: list[_Entrant] = []

    def enter(self, candidates: Iterable[Candidate]) -> None:
        """Look at more plans for the first time."""
        for candidate in candidates:
            entrant = _Entrant(self._view, candidate, self._depth.horizon)
            entrant.look(self._futures, self._looks, self._first_seed)
            self._entrants.append(entrant)

    def leading(self) -> list[Candidate]:
        """The most promising plans by what has been seen of them, best first; ties go to the first."""
        return [entrant.candidate for entrant in self._best(self._depth.leaders)]

    def finish(self) -> list[Compared]:
        """The finalists with what all their futures are worth, best first; ties go to the first."""
        finalists = self._best(self._depth.finalists)
        more = self._depth.futures - self._looks
        if more > 0 and len(finalists) > 1:
            for entrant in finalists:
                entrant.look(self._futures, more, self._first_seed + self._looks)
        return [entrant.compared for entrant in sorted(finalists, key=_Entrant.unworth)]

    def _best(self, most: int) -> list[_Entrant]:
        better_half = (len(self._entrants) + 1) // 2
        return sorted(self._entrants, key=_Entrant.unworth)[: min(most, max(FEWEST, better_half))]


class _Entrant:
    """A plan in a comparison, with the futures it has been looked at through: `compared` has the terms of its worth by them."""

    def __init__(self, view: View, candidate: Candidate, horizon: int) -> None:
        self._view, self.candidate, self._horizon = view, candidate, horizon
        self._plan: Plan = plan_of(view, candidate.orders)
        self._forecast: Forecast | None = None
        self.compared = Compared(candidate.label, candidate.orders, candidate.spent, Choice(candidate.label, {}))

    def look(self, futures: Futures, count: int, first_seed: int) -> None:
        """Play so many more futures of the plan."""
        more = futures.play(self._plan, count, self._horizon, first_seed)
        self._forecast = more if self._forecast is None else self._forecast.joined(more)
        requests = sum(isinstance(order, RequestForces) for order in self.candidate.orders)
        worth = worth_of(self._view, self._forecast, self.candidate.spent, requests)
        self.compared = replace(self.compared, choice=Choice(self.candidate.label, worth.terms))

    def unworth(self) -> int:
        """The less a plan is worth, the further behind it is ranked."""
        return -self.compared.choice.value
