"""Sprites: what arrays say of all at once is what rectangles say one by one."""

import numpy as np
import pygame
from hypothesis import given
from hypothesis import strategies as st

from wargame.ui.map.camera import Area, Camera
from wargame.ui.map.placing import Rect
from wargame.ui.map.sprites import Sprite, Sprites

SHEET = (400.0, 300.0)
AREA = Area(20, 40, 200, 150)
corners = st.integers(-100, 800).map(lambda half: half / 2)
sizes = st.integers(1, 120)
rects = st.lists(st.builds(Rect, corners, corners, sizes, sizes), max_size=12)
cameras = st.builds(
    lambda zoom, x, y: Camera(AREA, SHEET, zoom).at(x, y),
    st.sampled_from([1.0, 2.0, 4.0]),
    st.floats(0, SHEET[0]),
    st.floats(0, SHEET[1]),
)


def sprites(rects: list[Rect], inset: tuple[int, int] = (0, 0)) -> Sprites[Rect]:
    """One for each rectangle of the sheet."""
    return Sprites((Sprite(pygame.Surface((1, 1)), rect, inset), rect) for rect in rects)


def in_window(camera: Camera, rect: Rect) -> Rect:
    """Where a rectangle of the sheet lies."""
    left, top = camera.corner_px
    return rect.moved(camera.area.x - left, camera.area.y - top)


@given(rects, rects, cameras)
def test_what_a_look_shows(stand: list[Rect], panels: list[Rect], camera: Camera) -> None:
    """Those wholly in view and under no panel; and those of which so much can be said of the middle."""
    view = Rect(AREA.x, AREA.y, AREA.width, AREA.height)

    def shown(places: list[Rect]) -> list[int]:
        found = enumerate(in_window(camera, rect) for rect in places)
        return [n for n, rect in found if view.holds(rect) and not any(panel.meets(rect) for panel in panels)]

    standing = sprites(stand)
    assert standing.clear(camera, panels) == shown(stand)
    assert standing.centred(camera, panels) == shown([Rect(*rect.centre, 1, 1) for rect in stand])


@given(rects, rects)
def test_what_stands_beside_others(stand: list[Rect], asked: list[Rect]) -> None:
    """A rectangle that only touches others is beside them."""
    numbers = list(range(0, len(stand), 2))
    free = [not any(stand[n].meets(rect) for n in numbers) for rect in asked]
    assert sprites(stand).beside(asked, numbers).tolist() == free


@given(rects, cameras)
def test_pictures_lie_at_their_places(stand: list[Rect], camera: Camera) -> None:
    """Further in by their inset; one that stands aside where it does."""
    numbers, moved = list(range(len(stand))), Rect(7, 9, 1, 1)
    aside = {numbers[-1]: moved} if numbers else {}
    places = [in_window(camera, rect) for rect in [*stand[:-1], moved]] if numbers else []
    found = [at for _, at in sprites(stand, (3, 2)).placed(camera, numbers, aside)]
    assert found == [(np.rint(rect.left) + 3, np.rint(rect.top) + 2) for rect in places]
