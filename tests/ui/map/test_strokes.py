"""Masks: how much of each pixel a shape covers."""

import numpy as np
import pytest

from wargame.ui.map.strokes import Canvas, clipped, dashes

SQUARE = np.array([[10.0, 10], [40, 10], [40, 40], [10, 40]])


def covered(*rings: np.ndarray, size: int = 64) -> float:
    """Pixels that a polygon covers in all."""
    canvas = Canvas((0, 0), (size, size))
    canvas.polygon(rings)
    return float(canvas.mask().sum())


def test_a_polygon_covers_its_area() -> None:
    """Less its holes; to the width of an edge."""
    hole = SQUARE / 3 + 12
    assert covered(SQUARE) == pytest.approx(900, rel=0.05)
    assert covered(SQUARE, hole) == pytest.approx(900 - 100, rel=0.06)


def test_an_edge_is_smooth() -> None:
    """A slanting edge has pixels that are partly covered."""
    canvas = Canvas((0, 0), (64, 64))
    canvas.polygon([np.array([[5.0, 5], [60, 12], [30, 60]])])
    mask = canvas.mask()
    assert ((mask > 0.2) & (mask < 0.8)).sum() > 40


@pytest.mark.parametrize("turn", np.linspace(0, np.pi, 7))
def test_a_line_is_as_wide_on_the_slant(turn: float) -> None:
    """pygame's own lines are thinner there by a third."""
    way = np.array([np.cos(turn), np.sin(turn)]) * 24
    canvas = Canvas((0, 0), (64, 64))
    canvas.stroke(np.array([32 - way, 32 + way]), 4.0)
    assert canvas.mask().sum() == pytest.approx(48 * 4 + np.pi * 4, rel=0.13)  # fine pixels are drawn whole


def test_what_lies_elsewhere_costs_nothing() -> None:
    """No picture is made for it."""
    canvas = Canvas((1000, 1000), (64, 64))
    canvas.polygon([SQUARE])
    canvas.stroke(SQUARE, 3)
    assert canvas.empty
    assert canvas.mask().sum() == 0


def test_a_cut_polygon_looks_as_it_did_inside() -> None:
    """Clipping saves time and changes nothing that is seen."""
    star = np.array(
        [[(200 if k % 2 else 60) * np.cos(k * 0.4), (200 if k % 2 else 60) * np.sin(k * 0.4)] for k in range(15)]
    )
    whole, part = Canvas((-250, -250), (500, 500)), Canvas((20, 20), (64, 64))
    whole.polygon([star])
    part.polygon([star])
    assert np.abs(whole.mask()[270:334, 270:334] - part.mask()).max() <= 0.35
    assert np.abs(whole.mask()[270:334, 270:334] - part.mask()).mean() < 0.004
    assert len(clipped(star - 5000, (64, 64))) == 0


def test_dashes_are_as_long_as_they_should_be() -> None:
    """And follow the line round its corners."""
    line = np.array([[0.0, 0], [10, 0], [10, 10]])
    pieces = list(dashes(line, 6, 2))
    assert [piece.tolist() for piece in pieces] == [
        [[0, 0], [6, 0]],
        [[8, 0], [10, 0], [10, 4]],
        [[10, 6], [10, 10]],
    ]
