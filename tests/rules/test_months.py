"""Months: whole-number reckoning agrees with the calendar."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from wargame.rules.law import plain
from wargame.rules.months import month_of


@given(st.dates())
def test_a_day_has_its_month(day: date) -> None:
    """Any day of the proleptic Gregorian calendar."""
    assert plain(month_of)(day.toordinal()) == day.month


def test_the_ends_of_february() -> None:
    """Leap years, and the century that is none."""
    for year in (1900, 2000, 2023, 2024):
        first = date(year, 3, 1).toordinal()
        assert [plain(month_of)(first - 1), plain(month_of)(first)] == [2, 3]
