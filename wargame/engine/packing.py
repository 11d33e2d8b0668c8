"""A State as bytes, for snapshots, and as a digest, for proofs that two games are the same."""

from __future__ import annotations

import hashlib
import struct
from typing import cast

import numpy as np

from wargame.catalogue import _
from wargame.model.state import State

_HEAD = struct.Struct("<I")  # length of each table in bytes


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
    for table in cast("tuple[np.ndarray[tuple[int, ...], np.dtype[np.void]], ...]", like):
        if len(packed) < at + _HEAD.size:
            raise PackingError(_("the snapshot ends early"))
        (length,) = _HEAD.unpack_from(packed, at)
        at += _HEAD.size
        if length != table.nbytes or len(packed) < at + length:
            raise PackingError(_("the snapshot does not fit the scenario"))
        fresh = table.copy()
        flat = np.frombuffer(packed, np.uint8, length, at)
        fresh.reshape(-1).view(np.uint8)[:] = flat
        tables.append(fresh)
        at += length
    if at != len(packed):
        raise PackingError(_("the snapshot is longer than the scenario's tables"))
    return State._make(tables)


def digest(state: State) -> str:
    """SHA-256 of all tables (hex)."""
    whole = hashlib.sha256()
    for table in state:
        whole.update(table.tobytes())
    return whole.hexdigest()
