"""What a total is called."""

import pytest

from wargame.report.grades import grade, in_points


@pytest.mark.parametrize("score", [59_940, 59_949, 59_950, 59_951, 59_999, 60_000, 44_950, 74_951, 74_949])
def test_a_total_is_called_what_its_figure_is_called(score: int) -> None:
    """Whatever is read as 60.0 is clear, though a hair is wanting."""
    shown = in_points(score)
    assert grade(shown) == grade(float(f"{shown:.1f}"))
    assert f"{shown:.1f}" == f"{score / 1000:.1f}"


def test_the_steps_are_those_of_the_rulebook() -> None:
    """45, 60 and 75."""
    assert [grade(in_points(score)) for score in (44_900, 44_960, 59_960, 74_960)] == [
        "failed",
        "marginal",
        "clear",
        "decisive",
    ]
