"""Counters in a box are as large as there is room for, and never leave it."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pygame
import pytest

from tests.ui.map.maps import board, view
from wargame.model.codes import Kind
from wargame.ui.map.boxes import BOX_CARD, NAME_SIZE, box_size, short_title, stand_in_box
from wargame.ui.map.camps import Camp, Hue
from wargame.ui.map.fonts import Weight
from wargame.ui.map.looks import Form
from wargame.ui.map.panels import Kit
from wargame.ui.map.placing import Rect
from wargame.ui.map.scene import box_picture
from wargame.ui.map.situation import Unit
from wargame.ui.map.stacks import Stack
from wargame.ui.map.tokens import DEFAULT

AIR = 3  # px between a name and a figure
CAMP = Camp("NATO", "NATO", Hue.COUNCIL)


def stacks(count: int) -> list[Stack]:
    """So many, of one formation each."""
    units = [Unit(f"U-{n}", "A brigade", Kind.INFANTRY, "USA", CAMP, 1000, "US-EAST") for n in range(count)]
    return [Stack(CAMP, (unit,)) for unit in units]


@pytest.mark.parametrize(
    ("count", "box", "form"),
    [
        (1, Rect(0, 0, 150, 68), Form.CARD),
        (4, Rect(0, 0, 84, 52), Form.CHIP),
        (6, Rect(0, 0, 84, 48), Form.PIP),
    ],
)
def test_the_narrower_the_smaller(count: int, box: Rect, form: Form) -> None:
    """Cards, else chips, else pips: inside the box, side by side and in rows."""
    placed = list(stand_in_box(stacks(count), box, 1.0))
    assert {one.look.form for one in placed} == {form}
    assert all(box.holds(one.rect) for one in placed)
    assert not any(one.rect.meets(other.rect) for one, other in combinations(placed, 2))


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("size", [(56, 40), (62, 43), (104, 58), (158, 91)], ids=str)
def test_the_figure_of_a_box_stands_below_its_name(size: tuple[int, int]) -> None:
    """However small the box, and with air between them."""
    site, picture = board("invasion_2022").sites["PT-AZOR"], view("invasion_2022", overlay="threat:UKR").shown.picture
    without = replace(picture, state_figures={})
    kit, nameless = Kit(1.0, view("invasion_2022").palette), replace(site, title=" ")

    def drawn(box: pygame.Surface) -> np.ndarray:
        return pygame.surfarray.array3d(box).astype(int)

    named = drawn(box_picture(site, size, without, kit))
    plain = drawn(box_picture(nameless, size, without, kit))
    figured = drawn(box_picture(nameless, size, picture, kit))
    name, figure = ((one != plain).any(axis=2) for one in (named, figured))
    assert name.any()
    assert figure.any()
    assert np.nonzero(figure.any(axis=0))[0].min() - np.nonzero(name.any(axis=0))[0].max() > AIR


@pytest.mark.parametrize("count", [0, 1, 2, 5])
@pytest.mark.parametrize("ui", [1.0, 2.5])
def test_a_box_is_as_large_as_what_stands_in_it(count: int, ui: float) -> None:
    """Its counters are cards, no more than one would find room beside them, and its name is never cut."""
    site = board("invasion_2022").sites["US-EAST"]
    width, height = box_size(site, stacks(count), None, ui)
    assert width >= Kit(ui, DEFAULT).wide("United States", NAME_SIZE, Weight.STRONG)
    placed = list(stand_in_box(stacks(count), Rect(0, 0, width, height), ui)) if count else []
    assert all(one.look.form is Form.CARD for one in placed)
    assert height < 2.2 * BOX_CARD * ui
    taken = sum(one.rect.width for one in placed)
    assert width <= max(130 * ui, taken + BOX_CARD * ui)


def test_the_name_of_a_box_says_no_more_than_a_name() -> None:
    """That it lies off the map, its form says."""
    sites = board("invasion_2022").sites
    assert [short_title(sites[name]) for name in ("US-EAST", "PT-AZOR")] == ["United States", "Azores"]
