"""A State as bytes, for snapshots, and as a digest, for proofs that two games are the same."""

from __future__ import annotations

import hashlib
import struct
from typing import cast

import numpy as np

from wargame.catalogue import _
from wargame.model.state import State

Records = np.ndarray[tuple[int, ...], np.dtype[np.void]]

_HEAD = struct.Struct("<I")  # length of each table in bytes
COLUMN = 8  # bytes of a column in a row


class PackingError(ValueError):
    """The bytes are not a state of this scenario."""


def pack(state: State) -> bytes:
    """All tables one after another, each with its length before it (little-endian int64 columns)."""
    parts = []
    for table in state:
        body = table.tobytes()
        parts.append(_HEAD.pack(len(body)))
        parts.append(body)
    return b"".join(parts)


def unpack(packed: bytes, like: State) -> State:
    """The state that was packed. `like` gives the shapes. Raises PackingError where the bytes do not fit them."""
    tables = []
    at = 0
    for table in cast("tuple[Records, ...]", like):
        if len(packed) < at + _HEAD.size:
            raise PackingError(_("the snapshot ends early"))
        (length,) = _HEAD.unpack_from(packed, at)
        at += _HEAD.size
        if not _fits(length, table) or len(packed) < at + length:
            raise PackingError(_("the snapshot does not fit the scenario"))
        tables.append(_filled(table, packed[at : at + length]))
        at += length
    if at != len(packed):
        raise PackingError(_("the snapshot is longer than the scenario's tables"))
    return State._make(tables)


def _fits(length: int, table: Records) -> bool:
    """So many bytes are the rows of a table, or those of an older game whose rows end a few columns earlier.

    New columns come last in their row, so that games begun before them go on, with what `like` has in them.
    """
    if table.size == 0:
        return length == 0
    width, odd = divmod(length, table.size)
    return odd == 0 and 0 < width <= table.dtype.itemsize and width % COLUMN == 0


def _filled(table: Records, body: bytes) -> Records:
    """A copy of a table with the rows that are packed in `body`; columns that these lack are as they were."""
    fresh = table.copy()
    width = len(body) // max(1, table.size)
    rows = fresh.view(np.uint8).reshape(table.size, table.dtype.itemsize)
    rows[:, :width] = np.frombuffer(body, np.uint8).reshape(table.size, width)
    return fresh


def digest(state: State) -> str:
    """SHA-256 of all tables (hex)."""
    whole = hashlib.sha256()
    for table in state:
        whole.update(table.tobytes())
    return whole.hexdigest()
