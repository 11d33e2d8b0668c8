"""Counters in a box are as large as there is room for, and never leave it."""

from itertools import combinations

import pytest

from wargame.model.codes import Kind
from wargame.ui.map.boxes import stand_in_box
from wargame.ui.map.camps import Camp, Hue
from wargame.ui.map.looks import Form
from wargame.ui.map.placing import Rect
from wargame.ui.map.situation import Unit
from wargame.ui.map.stacks import Stack

CAMP = Camp("NATO", "NATO", Hue.COUNCIL)


def stacks(count: int) -> list[Stack]:
    """So many, of one formation each."""
    units = [Unit(f"U-{n}", "A brigade", Kind.INFANTRY, "USA", CAMP, 1000, "US-EAST") for n in range(count)]
    return [Stack(CAMP, (unit,)) for unit in units]


@pytest.mark.parametrize(
    ("count", "box", "form"),
    [
        (1, Rect(0, 0, 150, 68), Form.CARD),
        (3, Rect(0, 0, 84, 48), Form.CHIP),
        (6, Rect(0, 0, 84, 48), Form.PIP),
    ],
)
def test_the_narrower_the_smaller(count: int, box: Rect, form: Form) -> None:
    """Cards, else chips, else pips: inside the box, side by side."""
    placed = list(stand_in_box(stacks(count), box, 1.0, 34))
    assert {one.look.form for one in placed} == {form}
    assert all(box.holds(one.rect) for one in placed)
    assert not any(one.rect.meets(other.rect) for one, other in combinations(placed, 2))
