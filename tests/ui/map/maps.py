"""Maps for tests: scenarios read once, views of them in any size."""

from __future__ import annotations

from functools import cache

from tests.played import seated
from wargame.ai.policy import Level
from wargame.engine.compile import Compiled, compile_scenario
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.session import Session
from wargame.store.scenarios import find_scenario, load_scenario, scenario_from
from wargame.ui.map.atlas import the_atlas
from wargame.ui.map.board import Board, board_of
from wargame.ui.map.camera import Camera
from wargame.ui.map.situation import Situation, situation_of
from wargame.ui.map.view import MapView
from wargame.ui.shot import map_of

SCENARIOS = ("first_steps", "invasion_2022", "baltic_2016")
SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
ZOOMS = (1.0, 2.0, 4.0)
WAR = "war"  # a position of `invasion_2022`, some turns after the invasion began
WAR_TURNS = 3


@cache
def scenario(name: str) -> Scenario:
    """A shipped scenario."""
    return load_scenario(find_scenario(name))


@cache
def board(name: str) -> Board:
    """It laid on the map."""
    return board_of(the_atlas(), scenario(name))


@cache
def compiled(name: str) -> Compiled:
    """Its tables before the first turn. Not to be changed."""
    return compile_scenario(scenario(name), 1)


@cache
def view(name: str, size: tuple[int, int] = (1280, 720), overlay: str = "political") -> MapView:
    """A map of it; pygame must be there (fixture `screen`). It is shared: set its camera first."""
    return map_of(scenario(name), size, overlay)


@cache
def war() -> State:
    """All of Ukraine fights, as cadets on all sides play it. Not to be changed."""
    start = compile_scenario(scenario_from("invasion_2022", "2022-02-24"), 1)
    session = Session(start, seated(start, Level.CADET))
    session.begin()
    while session.turn < WAR_TURNS and session.play_ai():
        pass
    return session.state


def position(name: str) -> tuple[str, Situation]:
    """Whose board it stands on, and the opening of a scenario, or the war."""
    home = "invasion_2022" if name == WAR else name
    start = compiled(home)
    return home, situation_of(start.world, war() if name == WAR else start.state, start.names)


def look(shown: MapView, zoom: float, at: str | None = None) -> Camera:
    """A camera on a place, or on the middle of the sheet."""
    width, height = shown.board.atlas.size_km
    middle = (width / 2, height / 2) if at is None else shown.board.sites[at].anchor_km
    area = shown.camera.area
    return shown.camera.zoomed(zoom / shown.camera.zoom, area.x, area.y).at(*middle)
