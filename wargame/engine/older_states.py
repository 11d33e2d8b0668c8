"""States as games before them packed them, brought to today's tables (docs/decisions/0053)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

COLUMN: Final = 8  # bytes of a column in a row

LAYOUTS: Final = 4
"""How many layouts of a packed state there have been; today's is the last. The first said nothing of itself."""

ADDED: Final = "regards"
"""Today's last table, which the first two layouts did not have (docs/decisions/0069)."""

RETIRED_TABLE: Final = "requests"
"""The table that the first layout held beside today's."""

BEFORE: Final = "motives"
"""Today's table that followed it."""

RETIRED_COLUMNS: Final[Mapping[int, Mapping[str, tuple[int, ...]]]] = {
    1: {
        "countries": (13,),  # whether its government had fallen this turn
        "members": (2, 9),  # as below; lobbying behind the drafts of a session
        "texts": (1,),  # a number in the archive
        "habits": (1, 2, 3),  # how far and how often a measure was adopted, when a text was last broken
    },
    2: {"members": (2,)},
    3: {"members": (2,)},  # the most that a member had given for collective defence
}
"""Places of the columns that a layout held beside today's, by layout and table."""


def tables_of(layout: int, today: Sequence[str]) -> tuple[str, ...]:
    """The names of the tables of a layout in their order; `today` are those of today's."""
    if layout > 2:
        return tuple(today)
    before = tuple(name for name in today if name != ADDED)
    if layout > 1:
        return before
    at = before.index(BEFORE)
    return (*before[:at], RETIRED_TABLE, *before[at:])


def without_retired(layout: int, table: str, body: bytes, rows: int) -> bytes:
    """The rows of a table of a layout without the columns that are no more; rows of an odd width stay as they are."""
    places = RETIRED_COLUMNS.get(layout, {}).get(table, ())
    if not places or rows == 0 or len(body) % (rows * COLUMN) != 0:
        return body
    cells = np.frombuffer(body, np.int64).reshape(rows, -1)
    return np.delete(cells, [place for place in places if place < cells.shape[1]], axis=1).tobytes()
