"""A state's sheet tells whom it fights, and since when the line between them has stood."""

from __future__ import annotations

from tests.played import Played
from wargame.engine.observe import observe
from wargame.engine.resolve import copied
from wargame.model.codes import Phase
from wargame.model.columns import column_of
from wargame.model.view import View
from wargame.ui.screens.fighting import war_rows
from wargame.ui.screens.pieces import Value

DAYS = 61


def seen(game: Played, after: int) -> View:
    """The first state of orders, so many days after the last land changed hands."""
    state = copied(game.after(Phase.ORDERS)[0])
    state.clock[0].day = max(int(state.clock[0].day), DAYS)
    column_of(state.pairs, "line_day")[...] = state.clock[0].day - after
    return observe(game.world, state, game.names, 0)


def test_whom_it_fights_and_since_when_nothing_moved(war: Played) -> None:
    """CEASE-3: whole weeks, of either side."""
    view = seen(war, DAYS)
    for name, foe in (("EST", "Russia"), ("RUS", "Estonia")):
        lines = [row for row in war_rows(view, view.names.countries.row(name)) if isinstance(row, Value)]
        assert [(line.name, line.value) for line in lines if foe in line.name] == [
            (f"Line to {foe} has stood for", "8 weeks")
        ]


def test_nothing_in_peace(peace: Played) -> None:
    """Not even a heading."""
    view = seen(peace, DAYS)
    assert all(war_rows(view, row) == [] for row in range(view.state.countries.size))
