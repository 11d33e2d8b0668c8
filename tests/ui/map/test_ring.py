"""What is chosen is ringed on the ground: names, counters and panels stand in front of its outline."""

from __future__ import annotations

import numpy as np
import pygame
import pytest

from tests.ui.map.maps import look, scenario
from wargame.ui.map.ring import Ring
from wargame.ui.map.view import MapView
from wargame.ui.shot import map_of

pytestmark = pytest.mark.usefixtures("screen")
SIZE = (1280, 720)
GAUDY = (255, 0, 255)  # no map has it


def ringed(shown: MapView, place: str, zoom: float = 1.0, at: str = "") -> np.ndarray:
    """Where the outline of a place is seen, x first, by a camera on it or on another."""
    shown.ring = Ring(place, GAUDY, 2)
    surface = pygame.Surface(SIZE)
    shown.draw(surface, look(shown, zoom, at or place))
    return (pygame.surfarray.array3d(surface) == GAUDY).all(axis=2)


def shown() -> MapView:
    """A map of its own: its ring is changed."""
    return map_of(scenario("first_steps"), SIZE, "political")


def test_the_outline_runs_below_counters_and_panels() -> None:
    """Northern Germany's border passes under its own counters and the legend."""
    view = shown()
    seen = ringed(view, "DE-HAMB")
    assert seen.any()
    fronts = [rect for _, rect in view.visible_stacks()] + [panel.rect for panel in view.panels()]
    for rect in fronts:
        left, top, width, height = (round(value) for value in rect)
        assert not seen[max(left, 0) + 2 : left + width - 2, max(top, 0) + 2 : top + height - 2].any()


def test_a_frame_that_is_kept_forgets_the_outline_with_the_choice() -> None:
    """Asked for again and again a frame is kept whole; a ring that goes is not kept with it."""
    view = shown()
    for _ in range(3):
        assert ringed(view, "DE-HAMB").any()
    view.ring = None
    surface = pygame.Surface(SIZE)
    view.draw(surface, view.camera)
    assert not (pygame.surfarray.array3d(surface) == GAUDY).all(axis=2).any()


@pytest.mark.parametrize("zoom", [1.0, 4.0], ids=["on the sheet", "at the edge"])
def test_a_place_beyond_the_sheet_is_framed(zoom: float) -> None:
    """America is a box: on the sheet, and at the edge of the window where the sheet's own is out of view."""
    view = shown()
    assert ringed(view, "US-EAST", zoom, "RU-MOSC").any()


def test_a_place_that_the_board_lacks_has_no_outline() -> None:
    """What is chosen in another scenario may not be here."""
    assert not ringed(shown(), "UA-KYIV", 1.0, "RU-MOSC").any()
