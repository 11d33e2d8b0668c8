"""Dates in words, in short, and without their year."""

from datetime import date

from wargame.model.calendar import date_in_short, date_in_words, day_and_month


def test_one_day_in_three_ways() -> None:
    """As the catalogue writes them."""
    day = date(2022, 2, 24).toordinal()
    assert (date_in_words(day), date_in_short(day), day_and_month(day)) == ("24 February 2022", "24 Feb 2022", "24 Feb")
