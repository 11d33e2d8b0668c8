"""Degrees come to lie where the builder's own projection put them."""

import csv
import json
import math

import pytest

from wargame.store.paths import assets_folder
from wargame.ui.map.atlas import the_atlas
from wargame.ui.map.projection import laea, on_sheet

FOLDER = assets_folder() / "map"
SEATS = {
    name: row["seat"]
    for name, row in json.loads((FOLDER / "europe.json").read_text(encoding="utf-8"))["regions"].items()
}


def test_every_seat_lies_where_the_builder_put_it() -> None:
    """The builder projects with PROJ; the formula here agrees to a tenth of a kilometre."""
    with (FOLDER / "regions.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["id"] in SEATS]
    assert len(rows) == len(SEATS)
    for row in rows:
        found = on_sheet(the_atlas(), float(row["lat"]), float(row["lon"]))
        assert found == pytest.approx(SEATS[row["id"]], abs=0.1), row["id"]


def test_the_middle_of_the_projection_is_its_origin() -> None:
    """And north of it lies straight up."""
    assert laea(53, 20, 53, 20) == pytest.approx((0, 0), abs=1e-9)
    east, north = laea(60, 20, 53, 20)
    assert east == pytest.approx(0, abs=1e-9)
    assert north > 700


def test_the_far_side_of_the_world_is_nowhere() -> None:
    """The point opposite has no place; its neighbours have one, beyond every sheet."""
    assert laea(-53, -160, 53, 20) == (math.inf, math.inf) or math.hypot(*laea(-53, -160, 53, 20)) > 12_000
