"""Orders of a caucus in the list of what was decided: each is told from the others."""

from __future__ import annotations

import pytest

from wargame.engine.compile import compile_scenario
from wargame.engine.observe import observe
from wargame.model.orders import TableDraft
from wargame.model.view import View
from wargame.store.scenarios import scenario_from
from wargame.ui.kit.label import Label
from wargame.ui.screens.decided import decided, named, order_words


@pytest.fixture(scope="module")
def view() -> View:
    """The large world before its first turn, as the Union's seat knows it."""
    start = compile_scenario(scenario_from("invasion_2022", None), 1)
    return observe(start.world, start.state, start.names, start.names.bodies.row("eu"))


def draft(measure: str, **named_: str) -> TableDraft:
    """A draft at ambition 3 or, of what has none to choose, 1."""
    ambition = 1 if measure == "go_to_war" else 3
    return TableDraft.model_validate({"measure": measure, "ambition": ambition, "lowest": 1, **named_})


def test_missions_to_two_states_differ(view: View) -> None:
    """Of the same measure at the same ambition."""
    lines = [named(view, draft("monitoring_mission", helps=state)) for state in ("UKR", "MDA")]
    assert lines == ["for Ukraine", "for Moldova"]
    assert order_words(view, draft("monitoring_mission", helps="UKR")) == "Monitoring mission, ambition 3"
    shown = [kid.text for kid in decided(view, draft("monitoring_mission", helps="MDA")).kids if isinstance(kid, Label)]
    assert shown == ["Monitoring mission, ambition 3", "for Moldova"]


def test_a_war_says_against_whom_and_has_no_ambition(view: View) -> None:
    """There is none to choose."""
    war = draft("go_to_war", against="UKR")
    assert (order_words(view, war), named(view, war)) == ("Go to war", "against Ukraine")


def test_what_is_taken_against_nobody_concerns_them(view: View) -> None:
    """A place is named too."""
    plans = draft("readiness_plans", against="RUS", on="EE-TALL")
    assert named(view, plans) == "concerning Russia, in Northern Estonia"
    assert named(view, draft("sanctions", against="RUS")) == "against Russia"
    assert len(decided(view, draft("military_mobility")).kids) == 1
