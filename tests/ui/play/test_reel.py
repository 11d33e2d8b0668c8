"""The reel of a resolution is made of what the seat knew, heard and knows: of nothing else."""

from pathlib import Path

import pytest

from wargame.model import events as ev
from wargame.model.scenario import Scenario
from wargame.ui.map.situation import situation_of
from wargame.ui.play.game import Game, new_game
from wargame.ui.play.reel import reel_of
from wargame.ui.stills import table_first

TURNS = 6


def played(scenario: Scenario, folder: Path, seat: str) -> Game:
    """A game of one person against cadets."""
    return new_game(scenario, 3, {body: "human" if body == seat else "ai:cadet" for body in scenario.bodies}, folder)


@pytest.mark.parametrize(("seat", "marches"), [("nato", True), ("russia", False)])
def test_a_reel_tells_what_the_seat_knows(first_steps: Scenario, tmp_path: Path, seat: str, marches: bool) -> None:
    """From the View before to the View after; in between only what was heard moves a formation or a border."""
    game = played(first_steps, tmp_path, seat)
    moved = 0
    while not game.over and game.turn < TURNS:
        before = situation_of(game.view.world, game.view.state, game.view.names)
        game.news()
        table_first(game)
        game.play_on(lambda _who: None)
        game.look()
        after = situation_of(game.view.world, game.view.state, game.view.names)
        _left, heard = game.news()
        frames = reel_of(before, after, heard)
        assert frames[-1].situation == after
        assert frames[0].situation in (before, after)
        known = {unit.id for unit in before.units}
        told = {event.formation for event in heard if isinstance(event, ev.FormationMoved)}
        for frame in frames[:-1]:
            assert {unit.id for unit in frame.situation.units} <= known
            where = {unit.id: unit.place for unit in before.units}
            strayed = {unit.id for unit in frame.situation.units if unit.place != where[unit.id]}
            assert strayed <= told
        for frame in frames:
            assert {move.formation for move in frame.moves} <= told & known
            moved += len(frame.moves)
    game.close()
    assert bool(moved) == marches  # allies march by their defence plans; Russia stays, and hears of nobody


def test_a_day_on_which_nothing_was_heard_has_no_frame(first_steps: Scenario, tmp_path: Path) -> None:
    """Without news the reel is one frame: the present."""
    game = played(first_steps, tmp_path, "eu")
    now = situation_of(game.view.world, game.view.state, game.view.names)
    (frame,) = reel_of(now, now, [])
    assert frame.situation == now
    game.close()
