"""Looking at a sheet: what is under the cursor stays there, and the sheet is never left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.ui.map.camera import CLOSEST, Area, Camera

AREA = Area(0, 40, 1280, 680)
SHEET = (5540.0, 4480.0)
cameras = st.builds(
    lambda zoom, x, y: Camera(AREA, SHEET, zoom).at(x, y),
    st.floats(1, CLOSEST),
    st.floats(0, SHEET[0]),
    st.floats(0, SHEET[1]),
)
cursors = st.tuples(st.integers(0, 1279), st.integers(40, 719))


@given(cameras, st.floats(0, SHEET[0]), st.floats(0, SHEET[1]))
def test_there_and_back(camera: Camera, x: float, y: float) -> None:
    """The window's point of a place is the place's point of the window."""
    assert camera.to_sheet(*camera.to_window(x, y)) == pytest.approx((x, y))


@given(cameras, cursors, st.floats(1.01, 2))
def test_zooming_in_holds_what_is_under_the_cursor(camera: Camera, cursor: tuple[int, int], factor: float) -> None:
    """To a pixel, unless an edge of the sheet is in the way."""
    x_km, y_km = camera.to_sheet(*cursor)
    nearer = camera.zoomed(factor, *cursor)
    left, top = nearer.corner_px
    width, height = nearer.sheet_px
    found = nearer.to_window(x_km, y_km)
    if 0 < left < width - AREA.width:
        assert found[0] == pytest.approx(cursor[0], abs=1.01)
    if 0 < top < height - AREA.height:
        assert found[1] == pytest.approx(cursor[1], abs=1.01)


@given(cameras, st.floats(-3000, 3000), st.floats(-3000, 3000))
def test_the_sheet_is_never_left(camera: Camera, across: float, down: float) -> None:
    """However far it is dragged: it covers the area, or stands in its middle."""
    moved = camera.panned(across, down)
    for corner, sheet, view in zip(moved.corner_px, moved.sheet_px, (AREA.width, AREA.height), strict=True):
        if sheet <= view:
            assert corner == -((view - sheet) // 2)
        else:
            assert 0 <= corner <= sheet - view


@given(cameras, st.integers(-40, 40), st.integers(-40, 40))
def test_dragging_there_and_back_again(camera: Camera, across: int, down: int) -> None:
    """Away from the edges nothing is lost on the way."""
    moved = camera.panned(across, down)
    left, top = moved.corner_px
    width, height = moved.sheet_px
    if 0 < left < width - AREA.width and 0 < top < height - AREA.height:
        back = moved.panned(-across, -down).corner_px
        assert back == pytest.approx(camera.corner_px, abs=1)


def test_zoom_has_its_limits() -> None:
    """1 shows the whole sheet; beyond CLOSEST nothing is gained."""
    camera = Camera(AREA, SHEET)
    assert camera.zoomed(0.1, 600, 300).zoom == 1
    assert camera.zoomed(1e6, 600, 300).zoom == CLOSEST
    assert camera.sheet_px[1] == AREA.height
