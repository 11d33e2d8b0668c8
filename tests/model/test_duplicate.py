"""A copy of a table shares nothing with it, whichever way the table holds its rows."""

from typing import NamedTuple

import numpy as np

from wargame.model.columns import Table, duplicate, duplicates, empty_table
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


class Pair(NamedTuple):
    """Two tables."""

    one: Table[Region]
    two: Table[Region]


def test_tables_copied_together_share_nothing_and_can_be_copied_again() -> None:
    """A copy of tables, of a copy, and of copies of which one was replaced by another table or turned round."""
    first = Pair(empty_table(Region, 3), empty_table(Region, 3, 3))
    for row in range(3):
        first.one[row].unrest = row + 1
        first.two[row, 0].unrest = row + 4
    second = duplicates(first)
    replaced = (
        second._replace(one=first.one),
        second._replace(one=second.one[::-1]),
        second._replace(two=second.two.T),
    )
    for pair in (first, second, *replaced):
        copy = duplicates(pair)
        assert isinstance(copy, Pair)
        assert [table["unrest"].tolist() for table in copy] == [table["unrest"].tolist() for table in pair]
        copy.one["unrest"] = copy.two["unrest"] = 99
        assert all(99 not in table["unrest"] for table in pair)
