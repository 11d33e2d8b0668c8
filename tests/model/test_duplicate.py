"""A copy of a table shares nothing with it, whichever way the table holds its rows."""

import numpy as np

from wargame.model.columns import Table, column_of, duplicate, duplicate_all, empty_table
from wargame.model.state import Region


def test_a_copy_has_the_same_rows_and_shares_nothing() -> None:
    """Of a whole table, of a part of one, of one turned round, and of one that numpy made."""
    table = empty_table(Region, 4)
    for row in range(4):
        table[row].unrest = row + 1
    cases = (table, table[1:3], table[::-1], np.array(table))
    for case in cases:
        copy = duplicate(case)
        assert copy.tobytes() == case.tobytes()
        copy[0].unrest = 99
        assert 99 not in case["unrest"]


def test_a_square_turned_round_keeps_its_order() -> None:
    """Rows are copied as they are read, not as they lie in memory."""
    square = empty_table(Region, 2, 3)
    square["unrest"][...] = np.arange(6).reshape(2, 3)
    turned = square.transpose()
    assert duplicate(turned)["unrest"].tolist() == turned["unrest"].tolist()


def test_a_copy_of_many_tables_is_one_of_each() -> None:
    """Of tables made apart, of their copies that lie in one block, and of a set that mixes both."""
    apart = (filled(3), filled(5))
    together = tuple(duplicate_all(apart))
    mixed = (together[0], apart[1])
    turned = (together[1], apart[0][::-1])
    for given in (apart, together, mixed, turned, together[:1]):
        copies = duplicate_all(given)
        assert [copy.tobytes() for copy in copies] == [table.tobytes() for table in given]
        for copy in copies:
            copy[0].unrest = 99
        assert all(99 not in column_of(table, "unrest") for table in given)


def filled(rows: int) -> Table[Region]:
    """Regions with an unrest of their own each."""
    table = empty_table(Region, rows)
    for row in range(rows):
        table[row].unrest = row + rows
    return table
