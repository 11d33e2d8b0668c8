"""Rows as they are read and written in Python: as an attribute of its record each column costs microseconds, here almost nothing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np

from wargame.model.columns import R, Row, Table


def reading(row: R) -> R:
    """The columns of a row as they are now, in a plain object: for loops and laws that only read."""
    record = cast("np.record", row)
    return cast("R", SimpleNamespace(**dict(zip(record.dtype.names or (), record.item()))))


def readings(table: Table[R]) -> list[R]:
    """The reading of every row of a list."""
    records = cast("np.ndarray[tuple[int], np.dtype[np.void]]", table)
    names = records.dtype.names or ()
    return [cast("R", SimpleNamespace(**dict(zip(names, values)))) for values in records.tolist()]


def write(row: Row, **columns: int) -> None:
    """Set the named columns of a row. Raises ValueError for a column that the row does not have."""
    record = cast("np.void", row)
    for name, value in columns.items():
        record[name] = value
