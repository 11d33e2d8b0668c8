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
@pytest.mark.parametrize("dragged", [0, 1], ids=["still", "dragged"])
def test_frame(benchmark: BenchmarkFixture, screen: pygame.Surface, zoom: float, dragged: int) -> None:
    """A frame with all counters and names, everything cached: kept whole while nothing moves, else put together."""
    view = fresh()
    looks = [look(view, zoom), look(view, zoom).panned(dragged * 8, 0)]
    for camera in looks:
        view.draw(screen, camera)

    def both() -> None:
        for camera in looks:
            view.draw(screen, camera)

    how = "while it is dragged" if dragged else "at rest"
    says = f"a cached frame of the map of `invasion_2022`, 1920x1080, zoom {zoom:g}, {how}"
    benchmark.extra_info |= {"says": says, "bar": FRAME_BAR, "each": len(looks), "unit": "ms"}
    benchmark.pedantic(both, rounds=60, warmup_rounds=3)
    assert len(view.visible_stacks()) > 10


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
