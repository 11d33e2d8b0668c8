"""Rank statistics: orders agree, disagree, or agree only through a third."""

from __future__ import annotations

import pytest

from wargame.study.ranks import bootstrapped, correlation, keyed, partial, rank_correlation, ranks


def test_ties_share_their_ranks() -> None:
    assert ranks([3.0, 1.0, 3.0, 2.0]) == [2.5, 0.0, 2.5, 1.0]


def test_orders_agree_whatever_the_scale() -> None:
    assert rank_correlation([1, 2, 3, 4], [1, 8, 27, 64]) == pytest.approx(1.0)
    assert rank_correlation([1, 2, 3, 4], [4, 3, 2, 1]) == pytest.approx(-1.0)
    assert correlation([1, 1, 1], [1, 2, 3]) == 0.0


def test_what_a_third_order_explains_is_taken_out() -> None:
    """Two noisy copies of one order correlate less once it is held fixed."""
    whole = [float(k) for k in range(30)]
    one = [value + 8 * keyed("one", 0, k) for k, value in enumerate(whole)]
    other = [value + 8 * keyed("other", 0, k) for k, value in enumerate(whole)]
    assert rank_correlation(one, other) > 0.9
    assert abs(partial(one, other, whole)) < 0.5


def test_the_interval_holds_the_value_and_is_the_same_each_time() -> None:
    one = [keyed("x", 0, k) for k in range(25)]
    other = [value + keyed("y", 0, k) for k, value in enumerate(one)]
    found = bootstrapped(one, other, "test")
    assert found.low < found.value < found.high
    assert bootstrapped(one, other, "test") == found
