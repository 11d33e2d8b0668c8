"""Rows as they are read in Python: a record costs microseconds for each column asked of it, its reading almost nothing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np

from wargame.model.columns import R, Table


def reading(row: R) -> R:
    """The columns of a row as they are now, in a plain object: for loops and laws that only read."""
    record = cast("np.record", row)
    return cast("R", SimpleNamespace(**dict(zip(record.dtype.names or (), record.item()))))


def readings(table: Table[R]) -> list[R]:
    """The reading of every row of a list."""
    records = cast("np.ndarray[tuple[int], np.dtype[np.void]]", table)
    names = records.dtype.names or ()
    return [cast("R", SimpleNamespace(**dict(zip(names, values)))) for values in records.tolist()]
