"""A scenario on the atlas: every place has a ground, a token or a box."""

import math
from datetime import date
from itertools import pairwise

import pytest

from tests.ui.map.maps import SCENARIOS, board, scenario
from wargame.store.faults import InputError
from wargame.ui.map.atlas import BorderKind, the_atlas
from wargame.ui.map.board import Shape, board_of
from wargame.ui.map.projection import on_sheet


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_place_is_somewhere_on_the_sheet(name: str) -> None:
    """Land and seas by their ids; boxes and tokens within the sheet."""
    laid, width, height = board(name), *the_atlas().size_km
    assert list(laid.sites) == [*scenario(name).regions, *scenario(name).seas]
    for site in laid.sites.values():
        assert bool(site.polygons) == (site.shape in (Shape.LAND, Shape.SEA)), site.id
        assert (site.rect_km is not None) == (site.shape is Shape.BOX)
        assert 0 < site.anchor_km[0] < width
        assert 0 < site.anchor_km[1] < height


@pytest.mark.parametrize("name", SCENARIOS)
def test_places_of_the_shipped_scenarios_have_ground_of_their_own(name: str) -> None:
    """Malta, Luxembourg and Åland too, however small: none is drawn as a disc."""
    assert not [site.id for site in board(name).sites.values() if site.shape is Shape.TOKEN]


def test_a_place_that_the_map_lacks_is_a_token_where_it_lies() -> None:
    """An author may have places of which the map knows nothing."""
    small = scenario("first_steps")
    region = small.regions["LV-RIGA"].model_copy(update={"lat": 57.4, "lon": 21.6})
    laid = board_of(the_atlas(), small.model_copy(update={"regions": {**small.regions, "LV-VENT": region}}))
    token = laid.sites["LV-VENT"]
    assert (token.shape, token.anchor_km) == (Shape.TOKEN, on_sheet(the_atlas(), 57.4, 21.6))


def test_the_town_of_a_region_is_where_that_town_lies() -> None:
    """Not at the point that stands for the region in the rules: Petrozavodsk lies 120 km from that of Karelia."""
    site, region = board("invasion_2022").sites["RU-KARE"], scenario("invasion_2022").regions["RU-KARE"]
    assert site.town is not None
    assert site.town.name == "Petrozavodsk"
    assert math.dist(site.town.at_km, on_sheet(the_atlas(), 61.79, 34.36)) < 5
    assert math.dist(site.town.at_km, on_sheet(the_atlas(), region.lat, region.lon)) > 100


def test_on_a_small_board_ground_of_a_state_goes_with_the_nearest_of_its_places() -> None:
    """`first_steps` merges regions: no piece of Latvia or Germany is left over, and no other state's goes along."""
    laid, atlas = board("first_steps"), the_atlas()
    assert len(laid.sites["LV-RIGA"].polygons) > len(atlas.regions["LV-RIGA"].polygons)
    states = {atlas.regions[ground.id].country for ground in laid.context if ground.id in atlas.regions}
    assert states.isdisjoint(scenario("first_steps").countries)
    assert {"UKR", "SWE", "FRA"} <= states


def test_no_line_is_drawn_inside_a_place() -> None:
    """Where two regions of the map are one place of the scenario there is no border."""
    assert all(border.sides[0] != border.sides[1] for border in board("first_steps").borders)
    provinces = [border for border in board("first_steps").borders if border.kind is BorderKind.PROVINCE]
    whole = [border for border in the_atlas().borders if border.kind is BorderKind.PROVINCE]
    assert 0 < len(provinces) < len(whole)


def test_places_of_an_author_s_own_are_drawn_where_they_lie() -> None:
    """A scenario that knows nothing of the map's ids still gets a map: tokens in, boxes beyond the sheet."""
    small = scenario("first_steps")
    own = {f"ZZ-{number:03}": region for number, region in enumerate(small.regions.values())}
    laid = board_of(the_atlas(), small.model_copy(update={"regions": own, "seas": {}}))
    shapes = {site.title: site.shape for site in laid.sites.values()}
    assert shapes.pop("United States") is Shape.BOX
    assert set(shapes.values()) == {Shape.TOKEN}


def test_boxes_that_the_atlas_does_not_place_stand_side_by_side() -> None:
    """None lies on another."""
    small = scenario("first_steps")
    far = {f"ZZ-{n:03}": small.regions["US-EAST"] for n in range(4)}
    laid = board_of(the_atlas(), small.model_copy(update={"regions": {**small.regions, **far}}))
    lefts = [laid.sites[name].anchor_km[0] for name in far]
    assert all(later - earlier > 520 for earlier, later in pairwise(lefts))


def test_a_scenario_of_another_continent_is_one_line() -> None:
    """There would be nothing to see."""
    small = scenario("first_steps")
    away = {name: region.model_copy(update={"lat": -30.0, "lon": 150.0}) for name, region in small.regions.items()}
    moved = {f"ZZ-{n:03}": region for n, region in enumerate(away.values())}
    with pytest.raises(InputError) as caught:
        board_of(the_atlas(), small.model_copy(update={"regions": moved, "seas": {}, "start": date(2022, 1, 1)}))
    assert caught.value.problems == ("First steps: none of its places lies on the map of Europe",)


def test_a_place_at_the_far_side_of_the_world_has_no_point() -> None:
    """It is a box, not an error."""
    small = scenario("first_steps")
    far = small.regions["EE-TALL"].model_copy(update={"lat": -53.0, "lon": -160.0})
    laid = board_of(the_atlas(), small.model_copy(update={"regions": {**small.regions, "ZZ-FAR": far}}))
    assert laid.sites["ZZ-FAR"].shape is Shape.BOX
    assert all(math.isfinite(side) for side in laid.sites["ZZ-FAR"].anchor_km)
