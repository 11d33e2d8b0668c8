"""Tuples that travel by reference keep their tables alive, and lend them unchanged."""

from typing import NamedTuple

import numpy as np

from wargame.rules.carriers import opened
from wargame.rules.law import compiled, entry, stage
from wargame.rules.membership import Rows


class Shelf(NamedTuple):
    """Two tables."""

    one: Rows
    two: Rows


@stage
def stock(size: int) -> Shelf:
    """A shelf whose tables nothing else holds."""
    return opened(Shelf(np.arange(size), np.zeros(size, np.int64)))


@stage
def carry_over(shelf: Shelf) -> None:
    """Write from one table into the other."""
    for k in range(shelf.one.size):
        shelf.two[k] += 2 * shelf.one[k]


@stage
def total(shelf: Shelf) -> int:
    """What stands on a shelf."""
    return int(shelf.two.sum())


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


def test_tables_live_as_long_as_what_carries_them() -> None:
    """A thousand shelves, each thrown away: every sum is right."""
    assert worked(50, 1000) == 1000 * 2 * sum(range(50))


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
    before = held()
    worked(50, 100)
    assert held() == before
