"""Standing orders are seen: on the sheet, in the form, on the map."""

from __future__ import annotations

from tests.engine.test_waiting import invaded, view_with
from wargame.engine.observe import observe
from wargame.model.codes import Posture
from wargame.ui.kit.button import Button
from wargame.ui.kit.prose import Prose
from wargame.ui.play.standing import standing_order
from wargame.ui.screens.marked import Stroke, _strokes
from wargame.ui.screens.pieces import Value
from wargame.ui.screens.standing import order_rows, standing_arrows


def to(_what: str, _name: str) -> None:
    """Leads nowhere."""


def test_the_sheet_says_where_it_goes_and_what_it_waits_for() -> None:
    """With the odds as they are, and those from which it goes in."""
    view, name = view_with(Posture.ASSAULT)
    rows = order_rows(view, name, to)
    values = {row.name: row.value for row in rows if isinstance(row, Value)}
    assert values["Posture"] == "Assault"
    assert values["Waits for better odds"] == "0 %"
    assert [row.text for row in rows if isinstance(row, Button)] == ["Under way to Kharkiv"]
    said = " ".join(row.source for row in rows if isinstance(row, Prose))
    assert "30 %" in said
    view.exact["formations"][view.names.formations.row(name)] = False
    assert order_rows(view, name, to) == []


def test_orders_of_earlier_turns_are_orders_again() -> None:
    """Way, posture and limit as they stand; drawn in dashes unless there are new ones."""
    start = invaded()
    view = observe(start.world, start.state, start.names, start.names.bodies.row("russia"))
    orders = [march for name in view.names.formations.ids if (march := standing_order(view, name)) and march.path]
    assert orders
    first = orders[0]
    row = view.names.formations.row(first.formation)
    assert view.names.places.row(first.path[0]) == view.state.legs[row, 0].to
    names = [march.formation for march in orders]
    drawn = standing_arrows(view, names, ())
    assert all(arrow.stroke is Stroke.DASHED for arrow in drawn)
    assert {arrow.places[1:] for arrow in drawn} == {march.path for march in orders}
    assert standing_arrows(view, names, names) == []


def test_a_dashed_way_has_gaps_as_long_as_its_dashes() -> None:
    """Along the way, leg by leg, the last dash no longer than what is left of its leg."""
    assert _strokes([(0, 0), (25, 0)], 10) == [[(0, 0), (10, 0)], [(20, 0), (25, 0)]]
    assert len(_strokes([(0, 0), (40, 0), (40, 40)], 10)) == 4
