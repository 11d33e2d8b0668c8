"""A state's sheet tells whom it fights, and since when the line between them has stood."""

from __future__ import annotations

from tests.played import Played
from wargame.engine.observe import observe
from wargame.engine.resolve import copied
from wargame.model.codes import Grant, Phase
from wargame.model.columns import column_of
from wargame.model.view import View
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.fighting import granted_rows, terms_rows, war_rows
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


def lines(rows: list[Widget]) -> list[tuple[str, str]]:
    """Names and values of the lines among rows."""
    return [(row.name, row.value) for row in rows if isinstance(row, Value)]


def test_what_was_granted_to_whom_and_by_whom(peace: Played) -> None:
    """SETTLE-7: on the sheets of both; no heading where there is nothing."""
    view = seen(peace, DAYS)
    est, rus = (view.names.countries.row(name) for name in ("EST", "RUS"))
    assert granted_rows(view, est) == []
    view.state.pairs[est, rus].granted = Grant.NEUTRALITY
    assert lines(granted_rows(view, est)) == [("To Russia", "Neutrality")]
    assert lines(granted_rows(view, rus)) == [("By Estonia", "Neutrality")]


def test_what_an_offer_asks_for_at_each_ambition(peace: Played) -> None:
    """SETTLE-1: before it is decided; of other measures nothing is told."""
    view = seen(peace, DAYS)
    row = view.names.measures.row
    told = [lines(terms_rows(view, row("russian_ceasefire"), level)) for level in (1, 2, 3)]
    wanted = ["Neutrality, recognition", "Neutrality", "No terms"]
    assert told == [[("It asks for", words)] for words in wanted]
    assert terms_rows(view, row("allied_ceasefire"), 1) == []
