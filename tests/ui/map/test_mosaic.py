"""Whose each spot of the sheet is: picking, and where names fit."""

import numpy as np
import pytest

from tests.ui.map.maps import board, look, view
from wargame.ui.map.board import Shape
from wargame.ui.map.mosaic import COARSE_KM, Area, Mosaic
from wargame.ui.map.view import MapView


@pytest.fixture
def shown(screen: None) -> MapView:
    """The map of `first_steps`, all of it."""
    whole = view("first_steps")
    whole.camera = look(whole, 1.0)
    return whole


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("name", ["first_steps", "invasion_2022"])
def test_every_place_is_found_at_its_anchor(name: str) -> None:
    """The point where its name would stand lies in it."""
    laid = board(name)
    mosaic = Mosaic(laid)
    assert {site.id for site in laid.sites.values() if mosaic.place_at(*site.anchor_km) != site.id} == set()


@pytest.mark.usefixtures("screen")
def test_a_picture_of_the_map_is_picked_at_any_zoom() -> None:
    """The cursor on a region's label point finds the region, near and far."""
    shown = view("invasion_2022", (1920, 1080))
    for zoom in (1.0, 3.0, 6.0):
        for place in ("EE-TALL", "UA-KYIV", "PT-LISB", "SZ-CBAL", "US-EAST"):
            shown.camera = look(shown, zoom, place)
            assert shown.pick(*shown.camera.to_window(*shown.board.sites[place].anchor_km)) == place


def test_what_is_no_place_is_not_picked(shown: MapView) -> None:
    """Context, the sea that nobody plays, panels, the strip, the table round the sheet."""
    sweden, legend = shown.board.atlas.regions["SE-STOC"].label, shown.panels()[1].rect
    assert shown.pick(*shown.camera.to_window(*sweden)) is None
    assert shown.pick(*shown.camera.to_window(*shown.board.atlas.seas["SZ-ADRI"].label)) is None
    assert shown.pick(*legend.centre) is None
    assert shown.pick(640, 5) is None
    assert shown.pick(3, 300) is None
    assert shown.pick(-50, 5000) is None


def test_ground_that_goes_with_a_place_is_picked_as_it(shown: MapView) -> None:
    """On the small board all of Germany is one place."""
    for ground in ("DE-MUNC", "DE-BERL", "DE-RUHR"):
        assert shown.pick(*shown.camera.to_window(*shown.board.atlas.regions[ground].label)) == "DE-HAMB"


@pytest.mark.usefixtures("screen")
def test_no_place_hides_another() -> None:
    """Enclaves lie on top: every land place has cells of about its area."""
    laid = board("invasion_2022")
    mosaic = Mosaic(laid)
    for site in laid.sites.values():
        if site.shape is Shape.LAND:
            area = mosaic.area([site.id])
            assert area is not None, site.id


def test_a_name_is_best_put_where_most_of_it_lies_inside() -> None:
    """A rectangle as wide as the middle of a cross is put into its bar, not its upright."""
    own = np.zeros((60, 60), np.bool_)
    own[28:33, :] = own[:, 28:33] = True
    area = Area((0, 0), own, ~own)
    best = next(area.spots((160.0, 16.0), (28 * 4.0, 2 * 4.0)))
    assert best.own == pytest.approx(1)
    assert best.foreign == 0
    assert best.y_km == pytest.approx(30 * 4, abs=10)


def test_of_two_good_spots_the_nearer_is_taken() -> None:
    """The point where a name is wanted decides."""
    own = np.ones((100, 100), np.bool_)
    spot = next(Area((10, 20), own, ~own).spots((40.0, 12.0), (200.0, 300.0)))
    assert (spot.x_km, spot.y_km) == pytest.approx((200, 300), abs=12)


def test_ground_is_cut_into_pieces_and_a_name_stays_in_its_own(shown: MapView) -> None:
    """Poland in one piece, or in several; the middle of each lies in its bounds, and so does any spot for a name."""
    mosaic, places = shown.mosaic, ("PL-WARS",)
    assert len(list(mosaic.pieces(places, (5000.0, 5000.0)))) == 1
    pieces = list(mosaic.pieces(places, (220.0, 220.0)))
    assert len(pieces) > 3
    for piece in pieces:
        left, top, right, bottom = (side * COARSE_KM for side in piece.cells)
        area = mosaic.area(places, piece)
        assert area is not None
        spots = [piece.middle_km, *((spot.x_km, spot.y_km) for spot in area.spots((60.0, 20.0), piece.middle_km))]
        assert len(spots) > 10
        assert all(left <= x <= right and top <= y <= bottom for x, y in spots)


def test_no_places_have_no_pieces(shown: MapView) -> None:
    """There is nothing to cut."""
    assert list(shown.mosaic.pieces((), (200.0, 200.0))) == []
