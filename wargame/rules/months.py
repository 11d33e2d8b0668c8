"""Months of the Gregorian calendar, for laws that ask for the season: whole numbers only, so that compiled rules can ask."""

from __future__ import annotations

from wargame.rules.law import scalar

DAYS_BEFORE_YEAR_ONE = (
    305  # from 1 March of the year 0, where this reckoning begins, to the day before 1 January of the year 1
)
DAYS_IN_400_YEARS, DAYS_IN_100_YEARS, DAYS_IN_4_YEARS, DAYS_IN_A_YEAR = 146_097, 36_524, 1461, 365
DAYS_IN_5_MONTHS = 153  # from March on, twice over
MARCH, MONTHS = 3, 12


@scalar
def month_of(ordinal: int) -> int:
    """The month, 1 to 12, of a proleptic Gregorian ordinal. Years begin with March here, so that leap days are their last."""
    days = (ordinal + DAYS_BEFORE_YEAR_ONE) % DAYS_IN_400_YEARS
    years = (
        days - days // (DAYS_IN_4_YEARS - 1) + days // DAYS_IN_100_YEARS - days // (DAYS_IN_400_YEARS - 1)
    ) // DAYS_IN_A_YEAR
    into_year = days - (DAYS_IN_A_YEAR * years + years // 4 - years // 100)
    month = (5 * into_year + 2) // DAYS_IN_5_MONTHS
    return (month + MARCH - 1) % MONTHS + 1
