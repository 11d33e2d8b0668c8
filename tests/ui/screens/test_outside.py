"""The world outside in the sheets: counts, weight, state by state, and terms that add up to what decides."""

from __future__ import annotations

import pytest

from wargame.engine.compile import compile_scenario
from wargame.engine.observe import observe
from wargame.engine.resolve import copied
from wargame.model.codes import Stand
from wargame.model.view import View
from wargame.rules.law import plain
from wargame.rules.outside import line_of, take_stands
from wargame.store.scenarios import scenario_from
from wargame.ui.kit.label import Label
from wargame.ui.screens.outside import leaning_terms, outside_rows, outside_sheet
from wargame.ui.screens.pieces import Value


@pytest.fixture(scope="module")
def view() -> View:
    """The large world, in which all states outside think ill of Russia and Brazil has voted, as NATO's seat knows it."""
    start = compile_scenario(scenario_from("invasion_2022", None), 1)
    state, russia = copied(start.state), start.names.bodies.row("russia")
    for o in range(len(start.names.outsiders)):
        state.regards[o, russia].ill = 500
    state.regards[start.names.outsiders.row("BRA"), russia].vote = Stand.CONDEMNS
    plain(take_stands)(start.world, state)
    return observe(start.world, state, start.names, 0)


def nowhere(what: str, name: str) -> None:
    """Leads nowhere."""


def test_the_sheet_of_a_side_counts_who_stands_where(view: View) -> None:
    """One line of counts that sum to all states outside, and the weight of those who condemn."""
    rows = outside_rows(view, view.names.bodies.row("russia"), nowhere)
    counts = next(row.text for row in rows if isinstance(row, Label) and "condemning" in row.text)
    assert sum(int(word) for word in counts.split() if word.isdigit()) == len(view.names.outsiders)
    assert any(isinstance(row, Value) and row.value.endswith("%") for row in rows)


def test_each_state_is_told_by_its_stand(view: View) -> None:
    """All of them, each once."""
    rows = [row for row in outside_sheet(view, view.names.bodies.row("russia")) if isinstance(row, Value)]
    assert sorted(row.name for row in rows) == sorted(view.names.outsiders.titles)
    assert {row.value for row in rows} == {"condemning", "aside"}
    assert {row.value for row in rows if row.name == "Japan"} == {"condemning"}


def test_what_is_shown_is_what_decides(view: View) -> None:
    """The three terms add up to what they are said to make together, and that is beyond the line exactly where a state stands beyond it."""
    russia, n = view.names.bodies.row("russia"), view.world.state_numbers[0]
    for o in range(len(view.names.outsiders)):
        terms, together = leaning_terms(view, russia, o)
        assert sum(float(said.replace("−", "-")) for said in terms.values()) == pytest.approx(
            together / 1000, abs=0.0021
        )
        stand, aside = view.state.regards[o, russia].stand, int(view.world.outsiders[o].aside)
        assert (together > plain(line_of)(n, aside, 0)) == (stand == Stand.CONDEMNS)
        assert (together < -plain(line_of)(n, aside, 0)) == (stand == Stand.SUPPORTS)


def test_without_states_outside_nothing_is_said() -> None:
    """A scenario that has none says nothing of them."""
    start = compile_scenario(scenario_from("first_steps", None), 1)
    assert outside_rows(observe(start.world, start.state, start.names, 0), 0, nowhere) == []
