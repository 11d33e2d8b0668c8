"""Charts: round scales, true places, and series that can be told apart without colour."""

import math
from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.stage import driven
from wargame.ui.kit.chart import ChartView
from wargame.ui.kit.chart_model import (
    DASHES,
    FORMS,
    Block,
    Chart,
    ChartKind,
    Mark,
    Series,
    Stroke,
    axis_of,
    shapes,
    written,
)
from wargame.ui.kit.chart_paint import SERIES_PATTERNS, dashed
from wargame.ui.kit.layout import Column
from wargame.ui.theme.palette import SERIES_TONES

values = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3))


def chart(kind: ChartKind, *series: tuple[float | None, ...]) -> Chart:
    labels = tuple(f"L{i}" for i in range(len(series[0])))
    return Chart(kind, labels, tuple(Series(f"S{i}", row) for i, row in enumerate(series)))


@given(st.lists(values, min_size=1, max_size=12), st.sampled_from(ChartKind))
def test_a_scale_holds_all_values_and_has_few_even_steps(found: list[float], kind: ChartKind) -> None:
    """From two to eight steps of one length; bars stand on nothing."""
    axis = axis_of(chart(kind, tuple(found)))
    assert axis.low <= min(found)
    assert axis.high >= max(found)
    assert 2 <= len(axis.ticks) <= 9
    steps = [b - a for a, b in pairwise(axis.ticks)]
    assert all(math.isclose(step, steps[0], rel_tol=1e-6, abs_tol=1e-9) for step in steps)
    if kind is ChartKind.BARS:
        assert axis.low <= 0 <= axis.high


def test_a_point_stands_where_its_value_says() -> None:
    """Half of the scale is half of the height, counted from above."""
    line, *marks = shapes(chart(ChartKind.LINES, (0, 50, 100)), 200, 100)
    assert isinstance(line, Stroke)
    assert line.spots == ((0, 100), (100, 50), (200, 0))
    assert [mark.spot for mark in marks if isinstance(mark, Mark)] == list(line.spots)


def test_a_gap_breaks_the_line() -> None:
    """What is not known is not drawn."""
    lines = [s for s in shapes(chart(ChartKind.LINES, (1, 2, None, 4)), 30, 10) if isinstance(s, Stroke)]
    assert [len(line.spots) for line in lines] == [2, 1]


def test_bars_of_a_label_stand_side_by_side_on_nothing() -> None:
    """Those below nothing hang from it."""
    bars = [s for s in shapes(chart(ChartKind.BARS, (10, -10), (5, None)), 100, 100) if isinstance(s, Block)]
    up, down, small = bars
    assert up.top + up.height == pytest.approx(down.top)
    assert up.left + up.width == pytest.approx(small.left)
    assert small.height == pytest.approx(up.height / 2)


def test_no_two_series_look_alike_without_colour() -> None:
    """Form of marks, dashes and patterns all differ."""
    count = len(SERIES_TONES)
    for ways in (FORMS, DASHES, SERIES_PATTERNS):
        assert len(set(ways[:count])) == count


@given(
    st.lists(st.tuples(st.floats(0, 500), st.floats(0, 500)), min_size=2, max_size=6),
    st.sampled_from([dashes for dashes in DASHES if dashes]),
)
def test_dashes_lie_on_the_line_and_leave_gaps(spots: list[tuple[float, float]], dashes: tuple[int, ...]) -> None:
    """Together they are no longer than the line, and no dash is longer than its measure."""
    whole = sum(math.dist(a, b) for a, b in pairwise(spots))
    parts = [math.dist(a, b) for a, b in dashed(spots, [float(dash) for dash in dashes])]
    assert sum(parts) <= whole + 1e-6
    assert all(part <= max(dashes) + 1e-6 for part in parts)


def test_numbers_are_written_as_a_reader_expects() -> None:
    """Thousands apart, a real minus, the unit behind."""
    assert written(12500) == "12\u202f500"
    assert written(-2.5, "EUR bn") == "−2.5 EUR bn"


def test_the_values_under_the_pointer_are_shown() -> None:
    """Of the nearest label, with name and unit, and nothing where there is no value."""
    shown = Chart(ChartKind.LINES, ("May", "June"), (Series("A", (1, 3)), Series("B", (2, None))), "km")
    d = driven(Column(ChartView(shown).growing()), (500, 300))
    d.post(pygame.MOUSEMOTION, pos=(470, 150), rel=(0, 0), buttons=(0, 0, 0))
    d.tick()
    assert "A  3 km" in d.texts()
    assert not any(text.startswith("B  ") for text in d.texts())


def test_a_chart_without_values_or_room_is_drawn_as_nothing() -> None:
    """No label, one label, no room: it is drawn, and brings nothing down."""
    for empty in (Chart(ChartKind.LINES, (), ()), chart(ChartKind.LINES, (None,)), chart(ChartKind.BARS, (0,))):
        for size in ((400, 300), (60, 40), (3, 3)):
            driver = driven(Column(ChartView(empty).growing()), size)
            assert not driver.window.dirty  # it was drawn
