"""Dates: the clock keeps days, people read dates."""

from __future__ import annotations

from datetime import date

from wargame.catalogue import _

WEEK = 7  # days

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

SHORT_MONTHS = (
    _("Jan"),
    _("Feb"),
    _("Mar"),
    _("Apr"),
    _("May"),
    _("Jun"),
    _("Jul"),
    _("Aug"),
    _("Sep"),
    _("Oct"),
    _("Nov"),
    _("Dec"),
)


def date_in_words(ordinal: int) -> str:
    """A proleptic Gregorian ordinal as `1 January 2022`, as the catalogue writes dates and not the system."""
    day = date.fromordinal(ordinal)
    return _("{day} {month} {year}").format(day=day.day, month=MONTHS[day.month - 1], year=day.year)


def date_in_short(ordinal: int) -> str:
    """The same as `1 Jan 2022`."""
    day = date.fromordinal(ordinal)
    return _("{day} {month} {year}").format(day=day.day, month=SHORT_MONTHS[day.month - 1], year=day.year)


def day_and_month(ordinal: int) -> str:
    """The same as `1 Jan`, where the year is known."""
    day = date.fromordinal(ordinal)
    return _("{day} {month}").format(day=day.day, month=SHORT_MONTHS[day.month - 1])
