"""From the units of files, which people read, to the whole numbers of the tables."""

from __future__ import annotations

from wargame.rules.law import plain
from wargame.rules.numeric import quantise


def whole(value: float) -> int:
    """The nearest whole number, halves upward."""
    return plain(quantise)(value)


def permille(percent: float) -> int:
    """Thousandths from a percentage."""
    return whole(percent * 10.0)


def tenths(value: float) -> int:
    """Tenths of a unit."""
    return whole(value * 10.0)


def hundredths(value: float) -> int:
    """Hundredths of a unit."""
    return whole(value * 100.0)


def thousandths(value: float) -> int:
    """Thousandths of a unit."""
    return whole(value * 1000.0)
