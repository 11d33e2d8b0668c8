"""Dates: the clock keeps days, people read dates."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_in_words(ordinal: int) -> str:
    """A proleptic Gregorian ordinal as `1 January 2022`, the same in every locale."""
    day = date.fromordinal(ordinal)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
