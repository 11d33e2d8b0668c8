"""What the map costs: a frame that is cached, and the first one, which builds layers, names and cards."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from wargame.store.scenarios import find_scenario, load_scenario
from wargame.ui.headless import without_screen
from wargame.ui.map.camera import Camera
from wargame.ui.map.view import MapView
from wargame.ui.shot import map_of

SIZE = (1920, 1080)
PLACE = "UA-KYIV"
FRAME_BAR, BUILD_BAR = 4e-3, 3.0  # s
ZOOMS = (1.0, 2.0, 4.0)


@pytest.fixture(scope="module")
def screen() -> Iterator[pygame.Surface]:
    """What is drawn on, without a window."""
    with without_screen():
        yield pygame.Surface(SIZE)


def fresh() -> MapView:
    """A map of which nothing is drawn yet."""
    return map_of(load_scenario(find_scenario("invasion_2022")), SIZE, "control")


def look(view: MapView, zoom: float) -> Camera:
    """On one place, as near as asked for."""
    return view.camera.zoomed(zoom, 0, 0).at(*view.board.sites[PLACE].anchor_km)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_frame(benchmark: BenchmarkFixture, screen: pygame.Surface, zoom: float) -> None:
    """A frame with all counters and names, everything cached."""
    view = fresh()
    camera = look(view, zoom)
    view.draw(screen, camera)
    says = f"a cached frame of the map of `invasion_2022`, 1920x1080, zoom {zoom:g}"
    benchmark.extra_info |= {"says": says, "bar": FRAME_BAR, "each": 1, "unit": "ms"}
    benchmark.pedantic(view.draw, (screen, camera), rounds=100, warmup_rounds=3)
    assert len(list(view.visible_stacks())) > 10


@pytest.mark.parametrize("zoom", ZOOMS)
def test_build(benchmark: BenchmarkFixture, screen: pygame.Surface, zoom: float) -> None:
    """The first frame at a scale: geometry, layers of all tiles in view, placing, cards and words."""
    views = [fresh() for _ in range(3)]

    def first() -> tuple[tuple[pygame.Surface, Camera], dict[str, object]]:
        return (screen, look(views[-1], zoom)), {}

    says = f"the first frame of that map at zoom {zoom:g}, layers built"
    benchmark.extra_info |= {"says": says, "bar": BUILD_BAR, "each": 1, "unit": "s"}
    benchmark.pedantic(lambda surface, camera: views.pop().draw(surface, camera), setup=first, rounds=3)
    assert views == []
