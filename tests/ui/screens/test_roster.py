"""The list of formations without orders, through the queue of events."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.ui.screens.table import Play
from wargame.model.columns import column_of
from wargame.ui.play.ways import commanded, faces_enemy, has_order
from wargame.ui.screens.marching import Marching
from wargame.ui.screens.roster import MOST_LISTED, Sorting, head


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """Russia's first orders."""
    table = Play(tmp_path)
    table.begin("russia")
    while not orders(table):
        table.click("done" if table.has("done") else "next")
        table.wait(lambda: not table.flow.busy)
    yield table
    table.close()


def orders(play: Play) -> Marching | None:
    """The panel of orders, where it is there."""
    assert play.flow.screen is not None
    panel = play.flow.screen.panel
    return panel if isinstance(panel, Marching) else None


def test_a_key_leads_from_one_formation_without_orders_to_the_next(play: Play) -> None:
    """N begins an order for each in turn; when all have theirs, the button says so."""
    panel = orders(play)
    assert panel is not None
    view = panel._hall.view
    idle = [name for name in panel._roster.ordered(commanded(view)) if not has_order(view, name)]
    assert len(idle) > 1
    seen = []
    for _step in idle[:3]:
        play.driver.key(pygame.K_n)
        assert panel._march is not None
        seen.append(panel._march.formation)
    assert seen == idle[:3]
    assert play.driver.complaints() == []
    play.click("drop")
    for _step in idle:
        play.driver.key(pygame.K_n)
        play.click("give")
    assert not play.has("next.idle")


def test_the_list_says_where_and_how_strong_and_is_sorted(play: Play) -> None:
    """Place, strength and readiness stand below each name; the order is chosen."""
    panel = orders(play)
    assert panel is not None
    view = panel._hall.view
    names, units = view.names, view.state.formations
    first = panel._roster.ordered(commanded(view))[0]
    row = names.formations.row(first)
    shown = play.driver.texts()
    strength, readiness = int(units[row].strength), int(units[row].readiness)
    assert f"{strength / 1000:.2f} brigades, {readiness / 10:.0f} %" in shown
    assert any(names.places.title(int(units[row].at)) in text for text in shown)
    play.choose("roster", Sorting.STRENGTH.value)
    ordered = [int(units[names.formations.row(name)].strength) for name in panel._roster.ordered(commanded(view))]
    assert ordered == sorted(ordered, reverse=True)
    play.choose("roster", Sorting.PLACE.value)
    places = [
        names.places.title(int(units[names.formations.row(name)].at)) for name in panel._roster.ordered(commanded(view))
    ]
    assert places == sorted(places)
    assert play.driver.complaints() == []


def test_those_that_face_an_enemy_stand_first(play: Play) -> None:
    """Of those without any orders: where a war is, at the front."""
    panel = orders(play)
    assert panel is not None
    state, names = panel._hall.view.state, panel._hall.view.names
    russia, latvia = names.countries.row("RUS"), names.countries.row("LVA")
    column_of(state.pairs, "war")[russia, latvia] = column_of(state.pairs, "war")[latvia, russia] = 1
    ranked = [faces_enemy(panel._hall.view, name) for name in panel._roster.ordered(commanded(panel._hall.view))]
    assert any(ranked)
    assert not all(ranked)
    assert ranked == sorted(ranked, reverse=True)


def test_a_list_that_is_not_whole_says_so() -> None:
    """How many are listed, of how many."""
    assert head(MOST_LISTED) == "Without new orders (60)"
    assert head(79) == "Without new orders (60 of 79)"
