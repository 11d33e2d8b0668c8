"""Standing orders are seen: on the sheet, in the form, on the map."""

from __future__ import annotations

from tests.engine.test_waiting import view_with
from wargame.model.codes import Posture
from wargame.model.columns import column_of
from wargame.model.orders import March
from wargame.ui.kit.button import Button
from wargame.ui.kit.prose import Prose
from wargame.ui.play.standing import standing_order
from wargame.ui.screens.marked import Arrow, Stroke
from wargame.ui.screens.pieces import Value
from wargame.ui.screens.standing import order_rows, standing_arrows
from wargame.ui.theme.palette import Tone


def to(_what: str, _name: str) -> None:
    """Leads nowhere."""


def test_the_sheet_says_where_it_goes_and_what_it_waits_for() -> None:
    """With the odds as they are, and those from which it goes in."""
    view, name = view_with(Posture.ASSAULT)
    rows = order_rows(view, name, to)
    values = {line.name: line.value for line in rows if isinstance(line, Value)}
    assert values["Posture"] == "Assault"
    assert values["Waits for better odds"] == "0 %"
    assert [line.text for line in rows if isinstance(line, Button)] == ["Under way to Kharkiv"]
    assert values["Disposed of by"] == "an order"
    row = view.names.formations.row(name)
    view.state.formations[row].ordered = 0  # it goes, and nobody's order keeps it there
    lines = {line.name: line.value for line in order_rows(view, name, to) if isinstance(line, Value)}
    assert lines["Once it is there"] == "the defence plan"
    assert "Disposed of by" not in lines
    said = " ".join(line.source for line in rows if isinstance(line, Prose))
    assert "30 %" in said
    view.exact["formations"][row] = False
    assert order_rows(view, name, to) == []


def test_orders_of_earlier_turns_are_orders_again() -> None:
    """Way, posture and limit as they stand; drawn in dashes unless there are new ones. What nobody ordered is none."""
    view, name = view_with(Posture.ASSAULT, 400)
    assert standing_order(view, name) == March(formation=name, path=("UA-KHAR",), posture="assault", loss_limit=400)
    assert standing_arrows(view, [name], ()) == [Arrow(("RU-BELG", "UA-KHAR"), Tone.LINK, stroke=Stroke.DASHED)]
    assert standing_arrows(view, [name], [name]) == []
    row = view.names.formations.row(name)
    column_of(view.state.legs, "to")[row] = -1
    assert standing_order(view, name) == March(formation=name, path=(), posture="assault", loss_limit=400)
    assert standing_arrows(view, [name], ()) == []
    view.state.formations[row].ordered = 0
    assert standing_order(view, name) is None
