"""The committed geometry comes out of its file whole."""

import json
from pathlib import Path

import numpy as np
import pytest

from wargame.store.faults import InputError
from wargame.store.paths import assets_folder
from wargame.ui.map.atlas import BorderKind, Ground, Line, decoded, read_atlas, ring_of, the_atlas

FILE = assets_folder() / "map" / "europe.json"
KEPT = json.loads(FILE.read_text(encoding="utf-8"))
NEAR = 0.005  # share by which an area may differ from the one the builder measured


def area(ring: Line) -> float:
    """Of a ring, km²."""
    x, y = ring[:, 0], ring[:, 1]
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2


def ground_area(ground: Ground) -> float:
    """Of a ground, its holes left out."""
    return sum(area(rings[0]) - sum(area(hole) for hole in rings[1:]) for rings in ground.polygons)


@pytest.mark.parametrize("table", ["regions", "seas"])
def test_each_ground_has_the_area_it_is_said_to_have(table: str) -> None:
    """Arcs are put together in the right order and direction: a wrong turn would change the area."""
    grounds = getattr(the_atlas(), table)
    assert set(grounds) == set(KEPT[table])
    for name, ground in grounds.items():
        assert ground_area(ground) == pytest.approx(KEPT[table][name]["area_km2"], rel=NEAR, abs=5), name


def test_the_grounds_fill_the_sheet() -> None:
    """Land, seas and context leave no gap and overlap nowhere."""
    atlas = the_atlas()
    grounds = (*atlas.regions.values(), *atlas.seas.values(), *atlas.context.values())
    assert sum(map(ground_area, grounds)) == pytest.approx(atlas.size_km[0] * atlas.size_km[1], rel=1e-6)


def test_every_border_parts_what_its_class_says() -> None:
    """Two regions of one state, of two, land and sea, two seas."""
    atlas = the_atlas()
    for border in atlas.borders:
        states = [atlas.regions[side].country for side in border.sides if side in atlas.regions]
        seas = sum(side in atlas.seas for side in border.sides)
        match border.kind:
            case BorderKind.PROVINCE:
                assert len(states) == 2
                assert states[0] == states[1]
            case BorderKind.COUNTRY:
                assert len(set(states)) == 2
            case BorderKind.COAST:
                assert seas == 1
            case BorderKind.SEA:
                assert seas == 2
            case BorderKind.FRAME:
                assert "" in border.sides
            case BorderKind.CONTEXT:
                assert seas == 0


def test_a_line_is_kept_as_steps() -> None:
    """x, y, dx, dy, ... in steps of the grid."""
    assert decoded([10, 20, 5, -5, 0, 10], 0.1).tolist() == pytest.approx(np.array([[1, 2], [1.5, 1.5], [1.5, 2.5]]))


def test_arcs_that_do_not_meet_make_no_ring() -> None:
    """A ring is closed, or there is none."""
    one, other = np.array([[0.0, 0], [1, 0]]), np.array([[1.0, 0], [1, 1], [0, 0]])
    assert ring_of([0, 1], [one, other]).tolist() == [[0, 0], [1, 0], [1, 1]]
    assert ring_of([-2, -1], [one, other]).tolist() == [[0, 0], [1, 1], [1, 0]]
    with pytest.raises(ValueError, match="do not meet"):
        ring_of([0, -2], [one, other])


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', FILE.read_text(encoding="utf-8")[:-2000]])
def test_a_broken_file_is_one_line(tmp_path: Path, text: str) -> None:
    """Law 14."""
    file = tmp_path / "map.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_atlas(file)
    assert caught.value.problems == (f"{file}: is no map of format 1",)


def test_an_absent_file_is_one_line(tmp_path: Path) -> None:
    """Law 14."""
    with pytest.raises(InputError, match="No such file"):
        read_atlas(tmp_path / "map.json")
