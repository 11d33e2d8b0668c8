"""A copy of a table shares nothing with it, whichever way the table holds its rows."""

import numpy as np

from wargame.model.columns import duplicate, empty_table
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
