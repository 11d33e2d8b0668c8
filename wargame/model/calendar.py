"""Dates: the clock keeps days, people read dates."""

from __future__ import annotations

from datetime import date

from wargame.catalogue import _

MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)


def date_in_words(ordinal: int) -> str:
    """A proleptic Gregorian ordinal as `1 January 2022`, as the catalogue writes dates and not the system."""
    day = date.fromordinal(ordinal)
    return _("{day} {month} {year}").format(day=day.day, month=MONTHS[day.month - 1], year=day.year)
