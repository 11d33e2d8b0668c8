"""A window of 1280x720 with letters of 150 per cent, as the settings allow: what is decided by can still be read."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from tests.ui.drive import Driver
from wargame.store.scenarios import scenario_from
from wargame.ui.kit.prose import Prose
from wargame.ui.screens.mapbox import MapBox
from wargame.ui.stills import still
from wargame.ui.theme.palette import PaletteName
from wargame.ui.theme.type import TITLE

SIZE, LARGE = (1280, 720), 150
KNOWN = ("influence", "escalation")
GAME = ("briefing", "caucus", "draft", "session", "orders", "resolution", "emergency", "assessment")
BESIDE = ("menu", "scenarios", "setup", "saves", "end", "debrief")


def driven(name: str, percent: int, folder: Path) -> Driver:
    """A screen of the largest game."""
    scenario = scenario_from("invasion_2022", "2022-02-24")
    app = still(name, scenario, "invasion_2022", SIZE, percent, PaletteName.DEFAULT, folder)
    surface = pygame.display.get_surface()
    assert surface is not None
    return Driver(app.window, surface, app.handle)


def texts_of(driver: Driver) -> dict[str, pygame.Rect]:
    """Where the prose of a page stands, by name."""
    walked = driver.window.layers[-1].root.walk()
    return {widget.name: widget.rect for widget in walked if isinstance(widget, Prose)}


def figures(driver: Driver) -> list[str]:
    """What the top bar shows, by column."""
    return [key.split(".")[3] for key in driver.window.widgets() if key.startswith("figure.level.")]


@pytest.mark.parametrize("name", GAME)
def test_pages_of_a_game_can_be_read(tmp_path: Path, name: str) -> None:
    """No text is cut or lies on another; the figures that matter most are in the bar."""
    driver = driven(name, LARGE, tmp_path)
    assert driver.complaints() == []
    assert set(figures(driver)) >= set(KNOWN)


@pytest.mark.parametrize("name", BESIDE)
def test_pages_before_and_after_a_game_can_be_read(tmp_path: Path, name: str) -> None:
    """No text is cut, none is larger than its room, and nothing lies on another."""
    assert driven(name, LARGE, tmp_path).complaints() == []


def test_the_menu_sets_its_lesser_ways_side_by_side_where_it_is_low(tmp_path: Path) -> None:
    """One below the other where there is room."""
    tall = driven("menu", 100, tmp_path / "small")
    assert tall.find("load").bottom <= tall.find("settings").y
    low = driven("menu", LARGE, tmp_path / "large")
    assert low.find("load").y == low.find("settings").y
    assert low.find("load").w == low.find("settings").w == low.find("quit").w


def test_the_top_bar_drops_the_least_figures_first(tmp_path: Path) -> None:
    """All where there is room, in one order."""
    everything = figures(driven("draft", 100, tmp_path / "small"))
    assert everything == ["influence", "escalation", "cohesion", "funds", "channels"]
    left = figures(driven("draft", LARGE, tmp_path / "large"))
    assert left == everything[: len(left)]
    assert len(KNOWN) <= len(left) < len(everything)


def test_the_briefing_is_one_column_where_two_would_be_narrow(tmp_path: Path) -> None:
    """The situation above the aims, in lines of several words; side by side where there is room."""
    small = texts_of(driven("briefing", 100, tmp_path / "small"))
    assert small["briefing.summary"].y == small["briefing.aims"].y
    places = texts_of(driven("briefing", LARGE, tmp_path / "large"))
    assert places["briefing.summary"].bottom <= places["briefing.aims"].y
    assert places["briefing.summary"].w > SIZE[0] / 4


def test_the_map_keeps_its_share_of_the_width(tmp_path: Path) -> None:
    """Rail and sheet give room to it; the boxes beyond the sheet cover little of it."""
    box = driven("draft", LARGE, tmp_path).widget("map")
    assert isinstance(box, MapBox)
    assert box.view is not None
    assert box.rect.w > 0.3 * SIZE[0]
    docked = [panel.rect for panel in box.view.panels() if panel.place]
    assert sum(rect.width * rect.height for rect in docked) < 0.1 * box.rect.w * box.rect.h


def test_a_page_takes_the_room_of_the_log_where_the_window_is_low(tmp_path: Path) -> None:
    """There the map keeps its log, as there is nowhere else to read it; where there is room both have one."""
    assert "log" in driven("session", 100, tmp_path / "small").window.places()
    assert "log" not in driven("session", LARGE, tmp_path / "large").window.places()
    assert "log" in driven("draft", LARGE, tmp_path / "map").window.places()


def test_the_title_of_the_room_stays_a_title(tmp_path: Path) -> None:
    """In large letters above the choice of a state, where both have no room side by side."""
    room = driven("room", LARGE, tmp_path)
    (begins,) = (text for layer in room.window.written for text in layer if text.text.startswith("The leadership's"))
    assert begins.rect.h == room.window.theme.type.height(TITLE)
    assert begins.rect.bottom <= room.find("room.target").y
    assert room.complaints() == []
