"""Plans compared by their futures (law of the house 12): budgets are counts, and finalists are known as well as ever."""

from __future__ import annotations

import numpy as np
import pytest

from tests.played import Played
from wargame.ai import comparison
from wargame.ai.comparison import Candidate, Compared, Comparison, Depth
from wargame.ai.worth import worth_of
from wargame.engine.futures import Forecast, Futures
from wargame.engine.observe import observe
from wargame.engine.planning import plan_of
from wargame.model.codes import Phase
from wargame.model.orders import TableDraft
from wargame.model.plan import Plan
from wargame.model.view import View

NATO, SEED = 0, 17
LEADERS, FINALISTS, FIRST_LOOK, COUNT, HORIZON = 4, 3, 2, 5, 2
DEPTH = Depth(horizon=HORIZON, looks=FIRST_LOOK, futures=COUNT, leaders=LEADERS, finalists=FINALISTS)


class Counted(Futures):
    """Futures that are counted."""

    played = 0

    def play(self, plan: Plan, futures: int, turns: int, first_seed: int) -> Forecast:
        Counted.played += futures
        return super().play(plan, futures, turns, first_seed)


@pytest.fixture
def view(peace: Played) -> View:
    """What a council knows in its first caucus."""
    return observe(peace.world, peace.after(Phase.CAUCUS)[0], peace.names, NATO)


def candidates(view: View) -> list[Candidate]:
    """Doing nothing, and drafts of one measure at several places and ambitions."""
    found = [Candidate("nothing", [], 0)]
    for place in ("EE-TALL", "LV-RIGA", "LT-VILN"):
        for ambition in (1, 2):
            order = TableDraft(measure="forward_presence", ambition=ambition, against="RUS", on=place)
            found.append(Candidate(f"presence {ambition} on {place}", [order], 10 * ambition))
    assert len(found) > LEADERS
    return found


def compared(view: View, plans: list[Candidate]) -> list[Compared]:
    """Plans that enter together, to the end."""
    comparison = Comparison(view, DEPTH, SEED)
    comparison.enter(plans)
    return comparison.finish()


def test_two_looks_are_one(view: View) -> None:
    """A finalist's futures are those it would have had at one look: same plan, same dice."""
    plan = plan_of(view, candidates(view)[1].orders)
    futures = Futures(view.world, view.state)
    whole = futures.play(plan, COUNT, HORIZON, SEED)
    first = futures.play(plan, FIRST_LOOK, HORIZON, SEED)
    more = futures.play(plan, COUNT - FIRST_LOOK, HORIZON, SEED + FIRST_LOOK)
    assert np.array_equal(first.joined(more).rows, whole.rows)


def test_finalists_come_best_first_with_the_worth_of_all_futures(view: View) -> None:
    """What is said of a plan that may be chosen rests on every future of the budget."""
    found = compared(view, candidates(view))
    assert len(found) == FINALISTS
    values = [plan.choice.value for plan in found]
    assert values == sorted(values, reverse=True)
    spent = {candidate.label: candidate.spent for candidate in candidates(view)}
    for plan in found:
        forecast = Futures(view.world, view.state).play(plan_of(view, plan.orders), COUNT, HORIZON, SEED)
        assert plan.choice.terms == worth_of(view, forecast, spent[plan.label], 0).terms


def test_plans_may_enter_later(view: View) -> None:
    """What is made of the leading plans is compared with them: it matters not when a plan entered."""
    plans = candidates(view)
    comparison = Comparison(view, DEPTH, SEED)
    comparison.enter(plans[:2])
    assert {plan.label for plan in comparison.leading()} == {plan.label for plan in plans[:2]}
    comparison.enter(plans[2:])
    assert len(comparison.leading()) == LEADERS
    assert comparison.finish() == compared(view, plans)


@pytest.mark.parametrize(
    ("plans", "played"),
    [
        (2, 2 * COUNT),
        (3, 3 * FIRST_LOOK + 2 * (COUNT - FIRST_LOOK)),
        (7, 7 * FIRST_LOOK + FINALISTS * (COUNT - FIRST_LOOK)),
    ],
)
def test_the_budget_is_a_count(view: View, monkeypatch: pytest.MonkeyPatch, plans: int, played: int) -> None:
    """All plans are looked at through the first futures, the better half, so many at most, through the others too."""
    monkeypatch.setattr(comparison, "Futures", Counted)
    monkeypatch.setattr(Counted, "played", 0)
    compared(view, candidates(view)[:plans])
    assert Counted.played == played
