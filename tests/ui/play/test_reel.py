"""The reel of a resolution is made of what the seat knew after each step and heard of it: of nothing else."""

from itertools import pairwise
from pathlib import Path

import pytest

from wargame.commands.question import scenario_from
from wargame.model import events as ev
from wargame.model.scenario import Scenario
from wargame.study.company import Company
from wargame.ui.map.situation import situation_of
from wargame.ui.play.game import Game, new_game
from wargame.ui.play.reel import frame_of, reel_of
from wargame.ui.stills import table_first

TURNS = 6


def played(scenario: Scenario, folder: Path, seat: str) -> Game:
    """A game of one person against cadets."""
    return new_game(
        scenario, 3, Company({body: "human" if body == seat else "ai:cadet" for body in scenario.bodies}), folder
    )


def play_on(game: Game) -> tuple[ev.Event, ...]:
    """Decide and let the others play; what was heard."""
    game.news()
    table_first(game)
    game.play_on(lambda _who: None)
    game.look()
    return game.news()[1]


@pytest.mark.parametrize("seat", ["nato", "russia"])
def test_a_reel_tells_what_the_seat_knows(first_steps: Scenario, tmp_path: Path, seat: str) -> None:
    """Each frame is a View of the seat; it ends with the present; what moves was reported, or is seen elsewhere than before."""
    game = played(first_steps, tmp_path, seat)
    moved = 0
    while not game.over and game.turn < TURNS:
        heard = play_on(game)
        frames = reel_of(game.resolution(), game.view)
        views = [situation_of(step.view.world, step.view.state, step.view.names) for step in game.resolution()]
        now = situation_of(game.view.world, game.view.state, game.view.names)
        assert frames[-1].situation == now or frames[-1].situation in views
        assert all(frame.situation in (*views, now) for frame in frames)
        told = {event for frame in frames for event in map(repr, frame.events)}
        assert told <= {repr(event) for event in game.heard}
        for before, frame in pairwise(frames):
            places = {unit.id: unit.place for unit in before.situation.units}
            reported = {event.formation for event in frame.events if isinstance(event, ev.FormationMoved)}
            for move in frame.moves:
                assert move.formation in places
                seen = {unit.id: unit.place for unit in frame.situation.units}
                assert move.formation in reported or seen[move.formation] == move.end
            moved += len(frame.moves)
        battles = [event for event in heard if isinstance(event, ev.BattleFought)]
        assert all(event in frames[frame_of(frames, event)].events for event in battles)
    game.close()
    assert moved


def test_before_any_resolution_there_is_the_present_alone(first_steps: Scenario, tmp_path: Path) -> None:
    """A game that was just begun, or gone on with, has one frame."""
    game = played(first_steps, tmp_path, "eu")
    (frame,) = reel_of(game.resolution(), game.view)
    assert frame.situation == situation_of(game.view.world, game.view.state, game.view.names)
    game.close()


def test_strangers_march_on_the_day_they_were_seen(tmp_path: Path) -> None:
    """Enemy marches stand in the step whose View shows them elsewhere, not only in the last frame."""
    game = played(scenario_from("invasion_2022", "2022-02-24"), tmp_path, "ukraine")
    while game.turn == 0:  # the first blow breaks the first turn at once; the rest of it is long
        play_on(game)
    frames = reel_of(game.resolution(), game.view)
    reported = {event.formation for event in game.heard if isinstance(event, ev.FormationMoved)}
    early = [move for frame in frames[1:-1] for move in frame.moves if move.formation not in reported]
    assert any(move.formation.startswith("RUS-") for move in early)
    game.close()
