"""The ground in pieces: built in any order it is the same, what did not change is kept, and meanwhile something stands in."""

from __future__ import annotations

import dataclasses

import numpy as np
import pygame
import pytest

from tests.ui.map.maps import look, scenario
from wargame.ui.map.camera import Camera
from wargame.ui.map.overlays import Shown, Wash
from wargame.ui.map.view import MapView
from wargame.ui.shot import map_of

pytestmark = pytest.mark.usefixtures("screen")
SIZE = (1280, 720)


def fresh() -> MapView:
    """A map of which nothing is built yet."""
    return map_of(scenario("first_steps"), SIZE, "political")


def pixels(shown: MapView, camera: Camera) -> np.ndarray:
    """A frame."""
    surface = pygame.Surface(SIZE)
    shown.draw(surface, camera)
    return pygame.surfarray.array3d(surface)


def stand_in(shown: MapView, camera: Camera) -> np.ndarray:
    """What is drawn while the look is built."""
    surface = pygame.Surface(SIZE)
    shown.stand_in(surface, camera)
    return pygame.surfarray.array3d(surface)


def seized(shown: Shown, place: str) -> Shown:
    """The same, but one place has another colour."""
    washes = {**shown.picture.washes, place: Wash((10, 200, 10))}
    return dataclasses.replace(shown, picture=dataclasses.replace(shown.picture, washes=washes))


def test_a_look_built_in_pieces_is_the_look_built_at_once() -> None:
    """Piece by piece by jobs, as another thread does them; then nothing is missing."""
    at_once, in_pieces = fresh(), fresh()
    camera = look(at_once, 2.0, "LV-RIGA")
    wanted = pixels(at_once, camera)
    pieces = 0
    while (job := in_pieces.job(camera)) is not None:
        job()()
        pieces += 1
    assert pieces > 3
    assert in_pieces.is_ready(camera)
    assert (pixels(in_pieces, camera) == wanted).all()


def test_only_tiles_on_which_something_changed_are_put_together_anew() -> None:
    """One place changes hands: fewer tiles than are in view, and the picture is the same as of a map made anew."""
    shown = fresh()
    camera = look(shown, 4.0, "LV-RIGA")
    pixels(shown, camera)
    other = seized(shown.shown, "LV-RIGA")
    shown.show(other)
    jobs = 0
    while (job := shown.job(camera)) is not None:
        job()()
        jobs += 1
    anew = fresh()
    anew.show(other)
    assert (pixels(shown, camera) == pixels(anew, camera)).all()
    shown.show(dataclasses.replace(other, heading="Another"))
    assert shown.job(camera) is not None  # what stands on the sheet
    shown.scene()
    assert shown.job(camera) is None
    whole, pieces = fresh(), 0
    while (job := whole.job(camera)) is not None:
        job()()
        pieces += 1
    assert 1 < jobs < pieces


def test_a_piece_that_comes_too_late_is_not_taken_for_the_present() -> None:
    """The situation changed while a tile was built: it is built again."""
    shown = fresh()
    camera = look(shown, 2.0, "LV-RIGA")
    pixels(shown, camera)
    shown.show(seized(shown.shown, "LV-RIGA"))
    late = shown.job(camera)
    assert late is not None
    lay = late()
    shown.show(seized(shown.shown, "EE-TALL"))
    lay()
    assert not shown.is_ready(camera)


def test_while_a_look_is_built_the_last_one_stands_in() -> None:
    """Dragged, what both looks see stays where it lies; zoomed, the sheet fills the window; nothing is built for it."""
    shown = fresh()
    camera = look(shown, 2.0, "LV-RIGA")
    pixels(shown, camera)
    assert shown.can_stand_in()
    for step in (1.25, 0.8):
        nearer = camera.zoomed(step, 640, 360)
        seen = stand_in(shown, nearer)
        assert not shown.is_ready(nearer)
        assert len(np.unique(seen[200:1000, 200:500].reshape(-1, 3), axis=0)) > 50
    assert (stand_in(shown, camera) == pixels(shown, camera)).mean() > 0.99
