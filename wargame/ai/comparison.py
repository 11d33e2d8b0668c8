"""Plans compared by their futures: all are looked at through a few, the most promising through all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wargame.ai.policy import Choice
from wargame.ai.worth import worth_of
from wargame.engine.futures import Forecast, Futures
from wargame.engine.planning import plan_of
from wargame.model.orders import Order, RequestForces
from wargame.model.plan import Plan
from wargame.model.view import View

HORIZON = 2  # turns that are played, this one included
FIRST_LOOK = 2  # futures by which plans are screened
FINALISTS = 4  # plans that are looked at through all futures


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
    choice: Choice


def compared(view: View, candidates: Iterable[Candidate], count: int, first_seed: int) -> list[Compared]:
    """The most promising plans, best first; ties go to the first.

    Each is looked at through FIRST_LOOK futures and the FINALISTS best of them through `count`; so few are looked at
    through all at once. Plans that are compared meet the same dice.
    """
    entrants = [_Entrant(view, candidate) for candidate in candidates]
    futures = Futures(view.world, view.state)
    looks = min(FIRST_LOOK, count) if len(entrants) > FINALISTS else count
    for entrant in entrants:
        entrant.look(futures, looks, first_seed)
    finalists = sorted(entrants, key=_Entrant.unworth)[:FINALISTS]
    if looks < count:
        for entrant in finalists:
            entrant.look(futures, count - looks, first_seed + looks)
    return [entrant.compared() for entrant in sorted(finalists, key=_Entrant.unworth)]


class _Entrant:
    """A plan in a comparison, with the futures it has been looked at through."""

    def __init__(self, view: View, candidate: Candidate) -> None:
        self._view, self._candidate = view, candidate
        self._plan: Plan = plan_of(view, candidate.orders)
        self._forecast: Forecast | None = None

    def look(self, futures: Futures, count: int, first_seed: int) -> None:
        """Play so many more futures of the plan."""
        more = futures.play(self._plan, count, HORIZON, first_seed)
        self._forecast = more if self._forecast is None else self._forecast.joined(more)

    def compared(self) -> Compared:
        """The plan with the terms of its worth, as far as it has been looked at."""
        assert self._forecast is not None
        plan = self._candidate
        requests = sum(isinstance(order, RequestForces) for order in plan.orders)
        worth = worth_of(self._view, self._forecast, plan.spent, requests)
        return Compared(plan.label, plan.orders, Choice(plan.label, worth.terms))

    def unworth(self) -> int:
        """The less a plan is worth, the further behind it is ranked."""
        return -self.compared().choice.value
