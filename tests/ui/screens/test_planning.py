"""The plan of a turn, through the queue of events: undo and redo, ranges from futures, what is left undone."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from tests.ui.screens.table import Play
from tests.ui.screens.test_solo import table_a_draft
from wargame.commands.question import scenario_from
from wargame.engine.futures import Futures
from wargame.engine.judge import judge
from wargame.engine.planning import plan_of
from wargame.model.orders import March
from wargame.study.company import Company, Visits
from wargame.ui.kit.dropdown import DropDown
from wargame.ui.play.game import new_game
from wargame.ui.play.outlook import FIRST_SEED, FUTURES, TURNS, outlook_of
from wargame.ui.play.ways import commanded, faces_enemy, has_order, shortest
from wargame.ui.screens.marching import Marching
from wargame.ui.screens.shell import GameScreen
from wargame.ui.screens.visit import Visit


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """Russia's first orders."""
    table = Play(tmp_path)
    table.begin("russia")
    table_a_draft(table)
    while not isinstance(screen(table).panel, Marching):
        widget = "done" if table.has("done") else "next"
        table.click(widget)
        table.wait(lambda: not table.flow.busy)
    yield table
    table.close()


def screen(play: Play) -> GameScreen:
    """The screen of the game."""
    assert play.flow.screen is not None
    return play.flow.screen


def order_first(play: Play) -> None:
    """Give the first formation that has none the order to hold."""
    units = [key for key in play.app.window.widgets() if key.startswith("order.")]
    play.click(units[0])
    play.click("give")


def test_orders_are_undone_and_given_again(play: Play) -> None:
    """Ctrl+Z and Ctrl+Y, through the session's own journal."""
    order_first(play)
    order_first(play)
    both = screen(play).given
    assert len(both) == 2
    play.driver.key(pygame.K_z, pygame.KMOD_CTRL)
    assert screen(play).given == both[:1]
    play.driver.key(pygame.K_z, pygame.KMOD_CTRL)
    assert screen(play).given == ()
    play.driver.key(pygame.K_y, pygame.KMOD_CTRL)
    play.driver.key(pygame.K_y, pygame.KMOD_CTRL)
    assert set(screen(play).given) == set(both)
    assert play.driver.complaints() == []


def test_a_gesture_of_many_orders_is_undone_and_given_again_whole(play: Play) -> None:
    """A plan of the staff is one gesture, however many orders it is; so is an order in the place of another."""
    panel = screen(play).panel
    assert isinstance(panel, Marching)
    view = screen(play).view
    plan = [March(formation=unit, path=(), posture="hold") for unit in commanded(view)[:5]]
    panel._adopter(plan)()
    panel._give_orders([plan[0].model_copy(update={"posture": "delay"})])
    changed = set(screen(play).given)
    play.driver.tick()
    play.click("undo")
    assert set(screen(play).given) == set(plan)
    play.click("undo")
    assert screen(play).given == ()
    assert not play.has("undo")
    play.click("redo")
    assert set(screen(play).given) == set(plan)
    play.click("redo")
    assert set(screen(play).given) == changed
    assert not play.has("redo")


def test_intended_orders_are_undone_whole_too(tmp_path: Path) -> None:
    """In a game of one visit orders are numbered by their places, which shift as one is taken back."""
    company = Company({"nato": "human", "eu": "ai:cadet", "russia": "ai:cadet"}, visits=Visits.ONE)
    game = new_game(scenario_from("first_steps", None), 1, company, tmp_path)
    table = Play(tmp_path)
    table.flow.play(game)
    show = screen(table)
    while not isinstance(show.panel, Visit):
        show.go_on()
    show.panel._to_forces()
    forces = show.panel._forces
    plan = [March(formation=unit, path=(), posture="hold") for unit in commanded(game.view)[:4]]
    forces._adopter(plan)()
    forces._give_orders([plan[0].model_copy(update={"posture": "delay"})])
    for many in (4, 0):
        table.click("undo")
        assert len(game.intended()) == many
    table.click("redo")
    assert set(game.intended()) == set(plan)
    table.close()


def test_nothing_moves_under_the_pointer_when_a_forecast_arrives(play: Play) -> None:
    """A press that was aimed while the futures were played still hits what it was aimed at."""
    order_first(play)
    aims = [key for key in play.app.window.widgets() if key.startswith(("order.", "withdraw.", "offensive"))]
    before = {key: play.driver.find(key).topleft for key in aims}
    play.wait(lambda: play.has("prospect.score"))
    assert {key: play.driver.find(key).topleft for key in aims} == before


def test_the_plan_is_forecast_while_it_is_made(play: Play) -> None:
    """The range shown is that of the resolver's own futures of these orders on what the seat knows; each order reckons anew."""
    play.wait(lambda: play.has("prospect.score"))
    order_first(play)
    play.wait(lambda: play.has("prospect.score"))
    view, given = screen(play).view, screen(play).given
    forecast = Futures(view.world, view.state).play(plan_of(view, given), FUTURES, TURNS, FIRST_SEED)
    outlook = outlook_of(view, given)
    assert outlook.score.low <= outlook.score.middle <= outlook.score.high
    own = np.flatnonzero(view.world.objectives["body"] == view.body)
    ends = forecast.rows[:, own].sum(axis=1) / 1000.0
    within = (ends >= outlook.score.low - 1e-9) & (ends <= outlook.score.high + 1e-9)
    assert within.mean() >= 0.8  # four futures in five
    assert outlook.score.middle == pytest.approx(float(np.median(ends)))
    assert outlook == outlook_of(view, given)
    shown = f"{outlook.score.middle:.1f}"
    assert any(text.startswith(shown) for text in play.driver.texts())
    play.click("prospect.score")
    assert "Score at the end of the turn" in play.driver.texts()


def counter_of(play: Play, unit: str) -> tuple[int, int]:
    """A point of the window at which the counter or stack of a formation stands."""
    sheet = screen(play).map
    play.wait(lambda: sheet.view is not None and sheet.view.is_ready(sheet.view.camera))
    for x in range(sheet.rect.left, sheet.rect.right, 6):
        for y in range(sheet.rect.top, sheet.rect.bottom, 6):
            if unit in sheet._units_at((x, y)):
                return x, y
    raise AssertionError(f"{unit} is not on the map")


def test_formations_are_dragged_to_where_they_shall_go(play: Play) -> None:
    """Issue 4, line 5: the way and the days are drawn while they are led; let go, the order is given, and can be undone."""
    view = screen(play).view
    names = view.names
    unit = commanded(view)[0]
    start = int(view.state.formations[names.formations.row(unit)].at)
    goals = [
        place for place in names.places.ids if shortest(view, unit, place) and place in screen(play).map._board.sites
    ]
    goal = goals[0]
    end, grip = screen(play).map.spot_of(goal), counter_of(play, unit)
    play.driver.post(pygame.MOUSEBUTTONDOWN, pos=grip, button=1)
    play.driver.post(pygame.MOUSEMOTION, pos=end, rel=(0, 0), buttons=(1, 0, 0))
    play.driver.tick()
    led = screen(play).map.arrows[-1]
    assert led.places[0] == names.places.ids[start]
    assert "days" in led.note
    assert led.note in play.driver.texts()
    camera = screen(play).map.view.camera
    play.driver.post(pygame.MOUSEBUTTONUP, pos=end, button=1)
    play.driver.tick()
    assert screen(play).map.view.camera == camera
    given = [order for order in screen(play).given if isinstance(order, March)]
    assert unit in {march.formation for march in given}
    assert {march.path[-1] for march in given} == {led.places[-1]}
    while screen(play).given:
        play.click("undo")
    assert play.driver.complaints() == []


def test_what_has_order_is_not_left_undone(tmp_path: Path) -> None:
    """A formation that still carries out an order of before needs no new one; one beside an enemy without any does."""
    game = new_game(
        scenario_from("invasion_2022", "2022-02-24"),
        1,
        Company({body: "human" if body == "russia" else "ai:cadet" for body in ("nato", "eu", "russia", "ukraine")}),
        tmp_path,
    )
    view = game.view
    units = commanded(view)
    moving = [name for name in units if has_order(view, name)]
    assert moving
    assert any(faces_enemy(view, name) for name in moving)
    assert [name for name in units if faces_enemy(view, name) and not has_order(view, name)]
    game.close()


def test_a_way_is_led_on_without_the_map(play: Play) -> None:
    """From list to list, for those who use the keyboard: each place that is offered is a legal next leg."""
    screen(play).panel.begin_first()
    screen(play).refresh()
    play.driver.tick()
    leg = play.app.window.widgets()["leg"]
    assert isinstance(leg, DropDown)
    offered = [choice.key for choice in leg.choices if choice.key]
    assert offered
    play.choose("leg", offered[0])
    play.click("give")
    march = screen(play).given[0]
    assert isinstance(march, March)
    assert march.path == (offered[0],)
    assert judge(screen(play).view, march) == ()
