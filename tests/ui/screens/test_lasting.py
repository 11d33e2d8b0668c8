"""Sheets say until when a text is in force."""

from __future__ import annotations

import pytest

from wargame.engine.compile import compile_scenario
from wargame.engine.observe import observe
from wargame.model.columns import duplicate
from wargame.model.view import View
from wargame.store.scenarios import scenario_from
from wargame.ui.kit.label import Label
from wargame.ui.kit.layout import Column
from wargame.ui.screens.bodies import body_rows, measure_rows
from wargame.ui.screens.lasting import ending_lines, until_line
from wargame.ui.screens.levels import Levels
from wargame.ui.screens.pieces import Value
from wargame.ui.theme.palette import Tone


@pytest.fixture(scope="module")
def view() -> View:
    """January 2022 as the EU's seat knows it: its sanctions stand until the end of the month."""
    start = compile_scenario(scenario_from("invasion_2022", None), 1)
    return observe(start.world, start.state, start.names, start.names.bodies.row("eu"))


def to(_what: str, _name: str) -> None:
    """Leads nowhere."""


def test_the_list_and_the_sheet_of_a_measure_say_until_when(view: View) -> None:
    """In the colour of a warning where it is near."""
    rows = body_rows(view, view.body, to, Levels(view, None))
    lines = [kid for row in rows if isinstance(row, Column) for kid in row.kids if isinstance(kid, Label)]
    told_of = {line.text: line.tone for line in lines}
    assert told_of == {"Until 31 January 2022": Tone.WARN, "Until 3 November 2022": Tone.DIM}
    told = measure_rows(view, view.names.measures.row("sanctions"), to)
    values = [(row.name, row.value) for row in told if isinstance(row, Value)]
    assert ("Until (Russia)", "31 January 2022") in values


def test_several_texts_are_counted_and_some_have_no_end(view: View) -> None:
    """Of several of one measure the first to run out is told."""
    texts = duplicate(view.state.texts)[:2]
    texts[0].until, texts[1].until = 400, 300
    assert until_line(view, list(texts)).text.startswith("2 texts, the first until")
    assert until_line(view, list(texts)).tone is Tone.DIM
    texts[0].until = texts[1].until = -1
    assert until_line(view, list(texts)).text == "Without end"


def test_the_briefing_is_told_what_soon_ends(view: View) -> None:
    """A sentence, with the day."""
    (line,) = ending_lines(view)
    assert line.startswith("Economic sanctions")
    assert "31 January 2022" in line
