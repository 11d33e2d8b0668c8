"""A draft says what it would do, with the sizes that the rules use."""

from __future__ import annotations

import pytest

from wargame.engine.compile import compile_scenario
from wargame.engine.observe import observe
from wargame.model.codes import Effect
from wargame.model.measures import SIZES, TERMS_OF_PEACE
from wargame.model.view import View
from wargame.store.scenarios import scenario_from
from wargame.ui.kit.prose import Prose
from wargame.ui.screens.pieces import Value
from wargame.ui.screens.promises import BRIGADES, SHARES, SMALL_SHARES, promise_rows


@pytest.fixture(scope="module")
def view() -> View:
    """The large world before its first turn, as NATO's seat knows it."""
    start = compile_scenario(scenario_from("invasion_2022", None), 1)
    return observe(start.world, start.state, start.names, 0)


def said(view: View, measure: str, ambition: int) -> list[str]:
    """What the rows say."""
    rows = promise_rows(view, view.names.measures.row(measure), ambition)
    return [row.source for row in rows if isinstance(row, Prose)] + [
        row.value for row in rows if isinstance(row, Value)
    ]


@pytest.mark.parametrize(
    ("measure", "ambition", "words"),
    [
        ("forward_presence", 1, "to 0.65 brigades"),
        ("forward_presence", 3, "to 1.80 brigades"),
        ("readiness_plans", 2, "Raises readiness: 0.7 % a week"),
        ("readiness_plans", 2, "52 weeks"),
        ("readiness_plans", 2, "€ 60 m"),
        ("macro_assistance", 1, " % a week"),
        ("article_5", 1, "Calls for contributions to the defence"),
    ],
)
def test_sizes_are_those_of_the_measure(view: View, measure: str, ambition: int, words: str) -> None:
    """At the ambition of the draft."""
    assert any(words in line for line in said(view, measure, ambition)), said(view, measure, ambition)


def test_every_effect_is_told_in_a_unit_or_has_none() -> None:
    """Sizes in thousandths, ten-thousandths and brigades are told; of the others any size means the same."""
    told = {*SHARES, *SMALL_SHARES, *BRIGADES}
    for effect in set(Effect) - TERMS_OF_PEACE:
        counted = SIZES[effect].startswith(("1/1000", "1/10000"))
        assert (effect in told) is counted, effect
    assert {effect for effect in Effect if SIZES[effect].startswith("1/10000")} == SMALL_SHARES
    assert {effect for effect in Effect if SIZES[effect].startswith("1/1000 brigade")} == BRIGADES
