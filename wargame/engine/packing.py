"""A State as bytes, for snapshots, and as a digest, for proofs that two games are the same."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping

import numpy as np

from wargame.catalogue import _
from wargame.engine.older_states import COLUMN, LAYOUTS, tables_of, without_retired
from wargame.model.state import State

Records = np.ndarray[tuple[int, ...], np.dtype[np.void]]

_HEAD = struct.Struct("<I")  # length of each table in bytes
_LAYOUT = struct.Struct("<II")  # what stands first: a length that no table has, then the layout
_NO_LENGTH = (1 << 32) - 1


class PackingError(ValueError):
    """The bytes are not a state of this scenario."""


def pack(state: State) -> bytes:
    """The layout, then all tables one after another, each with its length before it (little-endian int64 columns)."""
    parts = [_LAYOUT.pack(_NO_LENGTH, LAYOUTS)]
    for table in state:
        body = table.tobytes()
        parts.append(_HEAD.pack(len(body)))
        parts.append(body)
    return b"".join(parts)


def unpack(packed: bytes, like: State) -> State:
    """The state that was packed. `like` gives the shapes. Raises PackingError where the bytes do not fit them."""
    layout, at = _layout_of(packed)
    held: Mapping[str, Records] = like._asdict()
    tables: dict[str, Records] = {}
    for name in tables_of(layout, like._fields):
        body = _body_at(packed, at)
        at += _HEAD.size + len(body)
        if name in held:
            kept = without_retired(layout, name, body, held[name].size)
            if not _fits(len(kept), held[name]):
                raise PackingError(_("the snapshot does not fit the scenario"))
            tables[name] = _filled(held[name], kept)
    if at != len(packed):
        raise PackingError(_("the snapshot is longer than the scenario's tables"))
    for name in set(held) - set(tables):
        tables[name] = held[name].copy()  # an older layout lacks the table: it is as it was at first
    return State._make(tables[name] for name in like._fields)


def _layout_of(packed: bytes) -> tuple[int, int]:
    """In which layout a state is packed, and where its first table begins."""
    if len(packed) < _LAYOUT.size:
        raise PackingError(_("the snapshot ends early"))
    mark, layout = _LAYOUT.unpack_from(packed)
    if mark != _NO_LENGTH:
        return 1, 0
    if not 1 < layout <= LAYOUTS:
        raise PackingError(_("the snapshot does not fit the scenario"))
    return layout, _LAYOUT.size


def _body_at(packed: bytes, at: int) -> bytes:
    """The rows of the table that begins at a place."""
    if len(packed) < at + _HEAD.size:
        raise PackingError(_("the snapshot ends early"))
    (length,) = _HEAD.unpack_from(packed, at)
    body = packed[at + _HEAD.size : at + _HEAD.size + length]
    if len(body) != length:
        raise PackingError(_("the snapshot does not fit the scenario"))
    return body


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
