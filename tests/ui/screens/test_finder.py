"""The finder, the overview and the legend of the map, through the queue of events; nothing is found that the seat does not know of."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.screens.table import Play
from wargame.ui.kit.keys import Mod, Stroke
from wargame.ui.map.overview import NOWHERE
from wargame.ui.map.panels import Fold
from wargame.ui.screens.finder import Find, finds_of, nearness
from wargame.ui.screens.mapbox import NARROW, MapBox, Pick

SITTING = Find("place", "UA-KYIV", "Kyiv", "Ukraine")


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """A game as NATO in its first caucus."""
    table = Play(tmp_path)
    table.begin("nato")
    yield table
    table.close()


@pytest.mark.parametrize(
    ("wanted", "found"), [("kyiv", True), ("KY", True), ("kv", True), ("vk", False), ("ua-k", True), ("", True)]
)
def test_letters_in_their_order_find(wanted: str, found: bool) -> None:
    """Whole, from the start, scattered, by its id; never in another order."""
    assert (nearness(wanted, SITTING) is not None) == found


@given(st.text(alphabet="kyiv", max_size=6))
def test_a_whole_name_is_nearest(wanted: str) -> None:
    """No letters are nearer than the name itself."""
    near = nearness(wanted, SITTING)
    assert near is None or near >= 0
    assert nearness("kyiv", SITTING) == 0


def test_what_is_found_is_looked_at(play: Play) -> None:
    """Ctrl+F, letters, Return: the sheet shows it and the map stands over it."""
    play.driver.key(pygame.K_f, pygame.KMOD_CTRL)
    assert "Find" in play.driver.texts()
    play.driver.type("lithu")
    play.driver.tick()
    assert play.driver.complaints() == []
    play.driver.key(pygame.K_RETURN)
    play.driver.tick()
    screen = play.flow.screen
    assert screen is not None
    assert screen._chosen == ("state", "LTU")
    assert "Lithuania" in play.driver.texts()


def test_only_what_is_on_the_seats_map_is_found(play: Play) -> None:
    """Formations of others are found where the seat believes them to be, and hidden ones not at all."""
    screen = play.flow.screen
    assert screen is not None
    shown = {unit.id: unit.place for unit in screen._situation().units}
    names = screen.view.names
    found = {find.name: find.where for find in finds_of(screen.view, screen._situation()) if find.what == "formation"}
    assert found == {unit: names.places.title(names.places.row(place)) for unit, place in shown.items()}
    living = {names.formations.ids[u] for u in range(len(names.formations)) if screen.view.state.formations[u].alive}
    assert set(found) <= living


def test_the_overview_steers_the_map(play: Play) -> None:
    """A press in the corner puts the middle there; a drag pulls it; nothing is picked."""
    box = play.app.window.widgets()["map"]
    assert isinstance(box, MapBox)
    assert box.view is not None
    play.driver.wheel("map", 3)
    assert box._corner().picture.w == 0  # folded where the map is narrow
    tab = box._corner().tab
    play.driver.press_at(tab.center)
    corner = box._corner().picture
    assert corner.w > 0
    before = box.view.camera.centre_km
    play.driver.drag((corner.centerx, corner.centery), (corner.x + corner.w // 4, corner.centery))
    play.driver.tick()
    assert box.view.camera.centre_km != before
    assert box.view.camera.centre_km[0] < box.view.board.atlas.size_km[0] / 2
    assert play.flow.screen is not None
    assert play.flow.screen._chosen is None


def test_the_overview_folds_and_stays_so(play: Play) -> None:
    """A press on its tab, or M on the map; nothing is picked, and it stands on no legend however narrow the map."""
    box = play.app.window.widgets()["map"]
    assert isinstance(box, MapBox)
    assert box.view is not None
    play.driver.wheel("map", -20)
    assert box._corner() == (NOWHERE, NOWHERE)  # all of the sheet is in view
    play.driver.wheel("map", 6)
    shut = box._corner()
    assert (shut.picture, box.rect.contains(shut.tab)) == (NOWHERE, True)
    play.driver.press_at(shut.tab.center)
    opened = box._corner()
    assert opened.picture.w > 0
    assert opened.tab.bottom == opened.picture.top
    assert play.flow.screen is not None
    assert play.flow.screen._chosen is None
    for shown in (False, True, False):
        play.driver.key(pygame.K_m)
        assert bool(box._corner().picture.w) is shown
    assert play.driver.complaints() == []
    theme = play.app.window.theme
    for wide in (220, 320, 628, 1200):
        box.place(theme, pygame.Rect(0, 0, wide, 400))
        box.wheel(6, (wide // 2, 200))
        corner, legend = box._corner(), pygame.Rect(*box.view.legend_rect())
        assert corner.picture == NOWHERE  # the choice holds at any size
        assert corner.tab.w
        assert not corner.tab.colliderect(legend)


def test_the_key_of_signs_is_behind_a_tab(play: Play) -> None:
    """A press on its tab, or K on the map; nothing is picked through it; clear of the overview; not where it would not fit."""
    box = play.app.window.widgets()["map"]
    assert isinstance(box, MapBox)
    theme = play.app.window.theme
    box.place(theme, pygame.Rect(0, 0, theme.px(900), theme.px(600)))
    shut = box._key_corner()
    assert (shut.picture, box.rect.contains(shut.tab)) == (NOWHERE, True)
    box.wheel(6, box.rect.center)
    box.key(Stroke(pygame.K_k, Mod.NONE), play.app.window)
    opened = box._key_corner()
    assert opened.picture.w
    assert box.rect.contains(opened.picture)
    assert not opened.picture.colliderect(box._corner().tab.union(box._corner().picture))
    assert box.pick_at(opened.picture.center) == Pick()
    box.place(theme, pygame.Rect(0, 0, theme.px(900), theme.px(500)))
    assert box._key_corner().picture.w  # the choice holds at any size
    box.place(theme, pygame.Rect(0, 0, theme.px(300), theme.px(200)))
    assert box._key_corner() == (NOWHERE, NOWHERE)


def test_the_legend_folds_and_stays_so(play: Play) -> None:
    """A press on it, or L on the map, leaves its heading alone; nothing is picked, and another overlay changes nothing of it."""
    box = play.app.window.widgets()["map"]
    assert isinstance(box, MapBox)
    assert box.view is not None
    whole = box.view.panels()[0].rect
    assert box.view.fold is Fold.OPEN
    play.driver.press_at((round(box.rect.x + whole.left + 20), round(box.rect.y + whole.top + 12)))
    play.driver.tick()
    shut = box.view.panels()[0].rect
    assert (box.view.fold, shut.left, shut.bottom) == (Fold.SHUT, whole.left, whole.bottom)
    assert shut.height < whole.height / 2
    assert play.flow.screen is not None
    assert play.flow.screen._chosen is None
    for fold in (Fold.OPEN, Fold.SHUT):
        play.driver.key(pygame.K_l)
        assert box.view.fold is fold
    play.choose("overlay", "supply")
    assert box.view.fold is Fold.SHUT
    assert play.driver.complaints() == []


def test_a_narrow_map_begins_with_a_folded_legend(play: Play) -> None:
    """Where it would cover a third of the map; once somebody has chosen, the choice holds at any size."""
    box = play.app.window.widgets()["map"]
    assert isinstance(box, MapBox)
    for wide, fold in ((NARROW - 1, Fold.SHUT), (NARROW, Fold.OPEN)):
        box.place(play.app.window.theme, pygame.Rect(0, 0, play.app.window.theme.px(wide), 400))
        assert box.view is not None
        assert box.view.fold is fold
    box._fold_legend(box.view)
    box.place(play.app.window.theme, pygame.Rect(0, 0, 900, 500))
    assert box.view.fold is Fold.SHUT


def test_threat_is_seen_in_the_eyes_of_a_member(play: Play) -> None:
    """The observer is chosen among the side's own members, whose feelings it knows; other overlays have none."""
    assert "observer" not in play.app.window.widgets()
    play.choose("overlay", "threat")
    play.choose("observer", "LVA")
    assert play.flow.screen is not None
    assert play.flow.screen._overlay.observer == "LVA"
    assert not any(key == "observer.RUS" for key in play.app.window.widgets())
    assert play.driver.complaints() == []
    play.choose("overlay", "stance")
    assert "observer" not in play.app.window.widgets()
