"""Cards that are covered in part stand aside, close by, and on nothing else."""

from __future__ import annotations

import pytest

from wargame.ui.map.aside import aside
from wargame.ui.map.placing import Rect

AREA = Rect(0, 0, 400, 300)
KEY = Rect(300, 200, 100, 100)


@pytest.mark.parametrize(
    ("card", "stands"),
    [
        (Rect(270, 220, 40, 40), (260, 220)),  # over the left edge of the key
        (Rect(330, 170, 40, 40), (330, 160)),  # over its upper edge
        (Rect(-10, 100, 40, 40), (0, 100)),  # over the edge of the window
        (Rect(100, 275, 40, 40), (100, 260)),
    ],
)
def test_a_card_moves_the_shortest_way(card: Rect, stands: tuple[int, int]) -> None:
    """Off the panel, or into the window, and no further."""
    moved = aside(card, AREA, [KEY], [])
    assert moved is not None
    assert (moved.left, moved.top) == stands
    assert (moved.width, moved.height) == (card.width, card.height)


@pytest.mark.parametrize("card", [Rect(320, 220, 40, 40), Rect(-30, 100, 40, 40), Rect(500, 100, 40, 40)])
def test_what_is_out_of_view_stays_so(card: Rect) -> None:
    """Its middle under a panel, or beyond the edge."""
    assert aside(card, AREA, [KEY], []) is None


def test_no_card_is_moved_onto_another() -> None:
    """Where there is no room close by it is not drawn, as before."""
    card, other = Rect(270, 220, 40, 40), Rect(230, 200, 40, 40)
    assert aside(card, AREA, [KEY], [other]) is None
    assert aside(card, AREA, [KEY], [Rect(100, 100, 40, 40)]) is not None
