"""Tiles: no seam between them, and a change of hands touches the land alone."""

import dataclasses

import numpy as np
import pygame
import pytest

from tests.ui.map.maps import board, look, scenario, view
from wargame.ui.map.fields import Fields, blurred, fields_of, magnified
from wargame.ui.map.overlays import Wash
from wargame.ui.map.tiles import SIDE, Tile, build_tile, compose
from wargame.ui.map.tokens import DEFAULT
from wargame.ui.map.tracing import Tracing, trace
from wargame.ui.shot import map_of

SCALE, UI = 0.5, 1.0


def picture(tracing: Tracing, fields: Fields, corner: tuple[int, int], washes: dict[str, Wash]) -> np.ndarray:
    """A tile put together."""
    tile: Tile = build_tile(tracing, fields, corner, UI, DEFAULT)
    whole = compose(tile, tracing, washes, (), UI, DEFAULT)
    return pygame.surfarray.array3d(whole).astype(int)


@pytest.mark.usefixtures("screen")
def test_there_is_no_seam_between_tiles() -> None:
    """Two tiles that overlap by half are drawn the same where they do, to the rounding of a line's end."""
    laid = board("invasion_2022")
    tracing, fields = trace(laid, SCALE), fields_of(laid.atlas)
    washes = {site: Wash((200, 150, 120), (40, 60, 90)) for site in laid.sites}
    left = picture(tracing, fields, (1536, 1024), washes)
    right = picture(tracing, fields, (1536 + SIDE // 2, 1024), washes)
    differ = np.abs(left[SIDE // 2 :] - right[: SIDE // 2]).max(axis=2)
    assert differ.mean() < 0.5
    assert (differ > 40).mean() < 0.002


@pytest.mark.usefixtures("screen")
def test_a_place_that_changes_hands_changes_nowhere_else() -> None:
    """Only its own ground has another colour."""
    laid = board("invasion_2022")
    tracing, fields = trace(laid, SCALE), fields_of(laid.atlas)
    before = {site: Wash((180, 180, 180)) for site in laid.sites}
    after = before | {"UA-KYIV": Wash((180, 180, 180), (200, 20, 20))}
    corner = (1792, 1280)
    changed = (picture(tracing, fields, corner, before) != picture(tracing, fields, corner, after)).any(axis=2)
    assert changed.any()
    bounds = [patch.bounds for patch in tracing.land if patch.place == "UA-KYIV"]
    left, top = min(b[0] for b in bounds) - corner[0], min(b[1] for b in bounds) - corner[1]
    right, bottom = max(b[2] for b in bounds) - corner[0], max(b[3] for b in bounds) - corner[1]
    x, y = np.nonzero(changed)
    assert x.min() >= left - 2
    assert y.min() >= top - 2
    assert x.max() <= right + 2
    assert y.max() <= bottom + 2


@pytest.mark.usefixtures("screen")
def test_a_frame_drawn_again_is_the_same() -> None:
    """From the cache, and by a map made anew."""
    first, again = pygame.Surface((1280, 720)), pygame.Surface((1280, 720))
    shown = view("first_steps")
    camera = look(shown, 2.0, "LV-RIGA")
    shown.draw(first, camera)
    shown.draw(again, camera)
    assert (pygame.surfarray.array3d(first) == pygame.surfarray.array3d(again)).all()
    map_of(scenario("first_steps"), (1280, 720), "political").draw(again, camera)
    assert (pygame.surfarray.array3d(first) == pygame.surfarray.array3d(again)).all()


@pytest.mark.usefixtures("screen")
def test_a_map_without_relief_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture of the hills may be absent: level light instead."""
    laid = board("first_steps")
    flat = Fields(**{**vars(fields_of(laid.atlas)), "hills": None})
    shown = picture(trace(laid, SCALE), flat, (1536, 512), {site: Wash((200, 200, 200)) for site in laid.sites})
    assert len(np.unique(shown.reshape(-1, 3), axis=0)) > 100


@pytest.mark.usefixtures("screen")
def test_a_lagoon_is_water_and_the_spit_before_it_is_land() -> None:
    """At the Vistula Lagoon, on a line from the open sea to the shore of Poland."""
    laid, scale, red = board("invasion_2022"), 2.0, (200, 40, 40)
    tracing, fields = trace(laid, scale), fields_of(laid.atlas)
    (x, y), sea = laid.atlas.lagoons[0].mean(axis=0) * scale, (-24, -24)
    corner = round(x) - SIDE // 2, round(y) - SIDE // 2
    drawn = picture(tracing, fields, corner, {site: Wash(red) for site in laid.sites})
    steps = [drawn[SIDE // 2 + sea[0] * n // 40, SIDE // 2 + sea[1] * n // 40] for n in range(41)]
    is_water = [bool(pixel[2] > pixel[0]) for pixel in steps]
    assert is_water[0]
    assert is_water[-1]
    assert not all(is_water)


def test_a_field_is_magnified_smoothly() -> None:
    """Between cells in proportion, and what is even stays even."""
    ramp = np.repeat(np.arange(8, dtype=np.float32)[:, None], 8, axis=1)
    large = magnified(ramp, 10.0, (0, 0), (80, 80))
    assert large[35, 40] == pytest.approx(3.05, abs=0.01)
    assert (np.diff(large[5:70, 0]) > 0).all()
    assert np.allclose(magnified(np.full((6, 6), 3, np.uint8), 7.0, (3, 3), (20, 20)), 3)


def test_a_blur_keeps_what_is_even_and_the_sum() -> None:
    """It spreads, it does not add."""
    assert np.allclose(blurred(np.ones((40, 40), np.float32), 60), 1)
    spot = np.zeros((61, 61), np.float32)
    spot[30, 30] = 1
    assert blurred(spot, 60).sum() == pytest.approx(1, abs=1e-4)


@pytest.mark.usefixtures("screen")
def test_a_kept_frame_is_forgotten_when_something_changes() -> None:
    """Another look, an opened stack, another overlay: each is drawn, whatever was kept before."""
    shown, frames = view("first_steps"), []
    camera, surface = look(shown, 2.0, "LV-RIGA"), pygame.Surface((1280, 720))
    for _ in range(3):
        shown.draw(surface, camera)
    frames.append(pygame.surfarray.array3d(surface))
    shown.open(shown.visible_stacks()[0][0].stack)
    shown.draw(surface, camera)
    frames.append(pygame.surfarray.array3d(surface))
    shown.open(None)
    shown.draw(surface, camera.panned(9, 0))
    frames.append(pygame.surfarray.array3d(surface))
    before = shown.shown
    shown.show(dataclasses.replace(before, heading="Another"))
    shown.draw(surface, camera)
    frames.append(pygame.surfarray.array3d(surface))
    shown.show(before)
    shown.draw(surface, camera)
    assert (pygame.surfarray.array3d(surface) == frames[0]).all()
    assert all((frames[0] != other).any() for other in frames[1:])


@pytest.mark.usefixtures("screen")
def test_the_hills_cover_the_sheet_and_the_sea_is_level() -> None:
    """The committed relief: as many pixels across as down for the sheet, with hills in Switzerland and none at sea."""
    atlas = board("first_steps").atlas
    hills = fields_of(atlas).hills
    assert hills is not None
    assert hills.shape[0] / hills.shape[1] == pytest.approx(atlas.size_km[0] / atlas.size_km[1], rel=1e-3)

    def around(place: str) -> np.ndarray:
        x, y = ({**atlas.regions, **atlas.seas}[place]).label
        step = fields_of(atlas).hills_km
        column, row = round(x / step), round(y / step)
        return hills[column - 20 : column + 20, row - 20 : row + 20]

    assert around("SZ-NORW").std() < 2
    assert around("CH-BERN").std() > 15
