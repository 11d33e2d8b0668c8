"""Tuples that travel by reference keep their tables alive, and lend them unchanged."""

from typing import NamedTuple

import numpy as np

from wargame.rules.carriers import handed_on, opened
from wargame.rules.law import compiled, entry, stage
from wargame.rules.membership import Rows


class Shelf(NamedTuple):
    """Two tables."""

    one: Rows
    two: Rows


@stage
def stock(size: int) -> Shelf:
    """A shelf whose tables nothing else holds."""
    return handed_on(Shelf(np.arange(size), np.zeros(size, np.int64)))


@stage
def carry_over(shelf: Shelf) -> None:
    """Write from one table into the other."""
    for k in range(shelf.one.size):
        shelf.two[k] += 2 * shelf.one[k]


@stage
def total(shelf: Shelf) -> int:
    """What stands on a shelf."""
    return int(shelf.two.sum())


@stage
def replaced(table: Rows, other: Rows, times: int) -> Rows:
    """An argument, assigned anew in a loop: the other table, or a copy of it, by turns; the table itself for no times."""
    for k in range(times):
        table = other if k % 2 == 0 else other.copy()
    return table


@stage
def kept(table: Rows) -> Rows:
    """An argument handed back."""
    return table


@entry
def juggled(size: int, times: int) -> int:
    """Sums of tables that went through stages as arguments: handed back, replaced, carried."""
    whole = 0
    for k in range(times):
        table = np.arange(size)
        again = kept(table)
        third = replaced(table, np.ones(size, np.int64), k % 3)
        shelf = handed_on(Shelf(again, third))
        whole += total(shelf) + int(kept(shelf.one).sum())
    return whole


@stage
def lengthened(shelf: Shelf, size: int) -> int:
    """Write through one table of an opened shelf; how long its tables are, asked before and after."""
    before = shelf.one.size + shelf.two.size
    for k in range(size):
        shelf.two[k] = shelf.one[k] + before
    return before + shelf.one.size + shelf.two.size


@entry
def measured(one: Rows, two: Rows) -> int:
    """An opened shelf is written to and measured."""
    return lengthened(opened(Shelf(one, two)), one.size)


@entry
def worked(size: int, times: int) -> int:
    """Fill shelves again and again; the total of all."""
    whole = 0
    for _ in range(times):
        shelf = stock(size)
        carry_over(shelf)
        whole += total(shelf)
    return whole


def test_uncompiled_nothing_is_opened() -> None:
    """As written, a tuple is itself."""
    shelf = Shelf(np.arange(2), np.zeros(2, np.int64))
    assert opened(shelf) is shelf
    assert handed_on(shelf) is shelf


def test_what_an_opened_shelf_holds_is_read_again_after_writing() -> None:
    """What is written into an opened table is there, and the table is as long as it was."""
    one, two = np.arange(3), np.zeros(3, np.int64)
    assert measured(one, two) == 12
    assert two.tolist() == [6, 7, 8]


def test_tables_live_as_long_as_what_carries_them() -> None:
    """A thousand shelves, each thrown away: every sum is right."""
    assert worked(50, 1000) == 1000 * 2 * sum(range(50))


def test_arguments_are_lent() -> None:
    """Tables handed back, replaced and carried keep what they hold: `total` is of the third table, then the first once more."""
    first, ones = sum(range(50)), 50
    thirds = [first, ones, ones]
    assert juggled(50, 300) == sum(thirds[k % 3] + first for k in range(300))


def held() -> int:
    """Blocks of memory that compiled code holds; as written, Python counts for itself."""
    if compiled() == "python":
        return 0
    from numba.core.runtime import _nrt_python, rtsys

    _nrt_python.memsys_enable_stats()
    counted = rtsys.get_allocation_stats()
    return int(counted.alloc - counted.free)


def test_nothing_is_left_behind() -> None:
    """What is opened is freed when nothing needs it any more."""
    worked(50, 1)
    juggled(50, 3)
    before = held()
    worked(50, 100)
    juggled(50, 99)
    assert held() == before
