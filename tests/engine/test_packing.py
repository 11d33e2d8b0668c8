"""States as bytes: for snapshots, and as digests, for proofs that two games are the same."""

from __future__ import annotations

import numpy as np
import pytest

from tests.played import Played
from wargame.engine.compile import Compiled
from wargame.engine.packing import COLUMN, PackingError, digest, pack, unpack
from wargame.engine.resolve import copied, same
from wargame.model.columns import column_of


def test_what_is_packed_is_unpacked(war: Played) -> None:
    """Law 13: a snapshot holds a State, every table and column of it."""
    for state in war.states[::5]:
        again = unpack(pack(state), war.states[0])
        assert same(again, state)
        assert digest(again) == digest(state)


def test_a_game_from_before_a_column_was_added_goes_on(start: Compiled) -> None:
    """New columns come last in their row: rows that end before them are read, and the rest is as in `like`."""
    older = [table.tobytes() for table in start.state]
    wide = start.state.pairs.dtype.itemsize
    rows = np.frombuffer(start.state.pairs.tobytes(), np.uint8).reshape(-1, wide)[:, : wide - COLUMN]
    older[start.state._fields.index("pairs")] = rows.tobytes()
    packed = b"".join(len(body).to_bytes(4, "little") + body for body in older)
    assert same(unpack(packed, start.state), start.state)


def test_a_table_without_rows_is_packed_too(start: Compiled) -> None:
    """A scenario may have no formations, or no measures."""
    bare = start.state._replace(formations=start.state.formations[:0], habits=start.state.habits[:0])
    assert same(unpack(pack(bare), bare), bare)


def test_what_is_unpacked_is_one_s_own(start: Compiled) -> None:
    """Law 3: an unpacked State shares no memory with the one that gave it its shapes."""
    again = unpack(pack(start.state), start.state)
    for ours, theirs in zip(again, start.state, strict=True):
        assert not np.shares_memory(np.asarray(ours), np.asarray(theirs))


def test_every_column_counts_in_a_digest(start: Compiled) -> None:
    """Two States have one digest only where they are equal in every column of every table."""
    before = digest(start.state)
    for table in start.state._fields:
        for name in getattr(start.state, table).dtype.names:
            other = copied(start.state)
            column_of(getattr(other, table), name).flat[-1] += 1
            assert digest(other) != before, f"{table}.{name}"
            assert not same(other, start.state)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda body: b"", "ends early"),
        (lambda body: body[:-1], "does not fit"),
        (lambda body: body[:2], "ends early"),
        (lambda body: body + b"\0", "longer"),
        (lambda body: b"\xff\xff\xff\xff" + body[4:], "does not fit"),
        (lambda body: b"\0\0\0\0" + body[4:], "does not fit"),
    ],
)
def test_bytes_of_another_shape_are_refused(start: Compiled, spoil: object, says: str) -> None:
    """Law 14: whatever a file holds, unpacking gives a State of this scenario or one clear error."""
    assert callable(spoil)
    with pytest.raises(PackingError, match=says):
        unpack(spoil(pack(start.state)), start.state)


def test_packing_is_the_same_on_every_machine(start: Compiled) -> None:
    """A snapshot is little-endian int64, each table with its length before it."""
    packed = pack(start.state)
    assert int.from_bytes(packed[:4], "little") == start.state.clock.nbytes
    assert int.from_bytes(packed[4:12], "little") == start.state.clock[0].seed
    assert len(packed) == sum(table.nbytes + 4 for table in start.state)
