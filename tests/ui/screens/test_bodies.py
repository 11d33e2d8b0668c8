"""The sheet of a body: its core tasks, and which of them its concept puts first."""

from __future__ import annotations

import pytest

from wargame.engine.compile import compile_scenario
from wargame.engine.observe import observe
from wargame.model.columns import duplicate
from wargame.model.view import View
from wargame.store.scenarios import scenario_from
from wargame.ui.screens.bodies import core_tasks
from wargame.ui.screens.levels import Levels
from wargame.ui.screens.pieces import Value


@pytest.fixture(scope="module")
def view() -> View:
    """The large world before its first turn, as NATO's seat knows it."""
    start = compile_scenario(scenario_from("invasion_2022", None), 1)
    return observe(start.world, start.state, start.names, 0)


def shown(view: View, body: str) -> list[str]:
    """The values of the rows."""
    rows = core_tasks(view, view.names.bodies.row(body), Levels(view, None))
    return [row.value for row in rows if isinstance(row, Value)]


@pytest.mark.parametrize(
    ("measure", "first"),
    [
        ("concept_defence", "Collective defence"),
        ("concept_crisis", "Crisis management"),
        ("concept_cooperation", "Cooperative security"),
    ],
)
def test_a_sheet_says_what_the_concept_puts_first(view: View, measure: str, first: str) -> None:
    """Three levels, and below them the task that the concept in force puts first; before there is one, and of who has none, nothing."""
    assert len(shown(view, "nato")) == 3
    texts = duplicate(view.state.texts)
    text = texts[texts.size - 1]
    text.alive, text.body, text.measure = 1, view.names.bodies.row("nato"), view.names.measures.row(measure)
    with_concept = View(view.seat, view.body, view.world, view.names, view.state._replace(texts=texts), view.exact)
    assert shown(with_concept, "nato")[3:] == [first]
    assert shown(with_concept, "eu") == []
