"""States as bytes: for snapshots, and as digests, for proofs that two games are the same."""

from __future__ import annotations

import numpy as np
import pytest

from tests.played import Played
from wargame.engine.compile import Compiled
from wargame.engine.older_states import COLUMN, LAYOUTS, RETIRED_COLUMNS, tables_of
from wargame.engine.packing import PackingError, digest, pack, unpack
from wargame.engine.resolve import copied, same
from wargame.model.columns import column_of
from wargame.model.state import State

MARK = b"\xff\xff\xff\xff" + LAYOUTS.to_bytes(4, "little")


def in_one(bodies: list[bytes]) -> bytes:
    """Tables one after another, each with its length before it."""
    return b"".join(len(body).to_bytes(4, "little") + body for body in bodies)


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
    assert same(unpack(MARK + in_one(older), start.state), start.state)


def packed_in(layout: int, state: State) -> bytes:
    """The tables of a state as a layout before today's packed them, without what it said of itself."""
    older = {name: np.asarray(table).copy() for name, table in state._asdict().items()}
    bodies = {name: table.tobytes() for name, table in older.items()}
    for name, places in RETIRED_COLUMNS[layout].items():
        cells = np.frombuffer(bodies[name], np.int64).reshape(older[name].size, -1)
        for place in places:
            cells = np.insert(cells, place, 7, axis=1)
        bodies[name] = cells.tobytes()
    return in_one([bodies.get(name, b"\7" * 16 * 56) for name in tables_of(layout, state._fields)])


def test_a_game_from_before_columns_were_taken_out_goes_on(war: Played) -> None:
    """The first layout, which said nothing of itself, held columns and a table that nobody read; they are passed over."""
    state = war.states[-1]
    names, packed = tables_of(1, state._fields), packed_in(1, state)
    assert set(names) - set(state._fields) == {"requests"}
    assert set(state._fields) - set(names) == {"regards"}
    assert same(unpack(packed, war.states[0]), state._replace(regards=war.states[0].regards))


def test_a_game_from_before_the_states_outside_goes_on(war: Played) -> None:
    """The second layout had no table of what states outside think: there it stands as on the first day."""
    state, first = war.states[-1], war.states[0]
    again = unpack(MARK[:4] + (2).to_bytes(4, "little") + packed_in(2, state), first)
    assert same(again, state._replace(regards=first.regards))
    assert not np.shares_memory(np.asarray(again.regards), np.asarray(first.regards))


def test_a_game_from_before_levels_of_contribution_were_taken_out_goes_on(war: Played) -> None:
    """The third layout kept what a member once gave for collective defence, which nobody read; it is passed over."""
    state = war.states[-1]
    assert RETIRED_COLUMNS[3] == {"members": (2,)}
    assert "level" not in (state.members.dtype.names or ())
    again = unpack(MARK[:4] + (3).to_bytes(4, "little") + packed_in(3, state), war.states[0])
    assert same(again, state)


def test_a_layout_that_nobody_knows_is_refused(start: Compiled) -> None:
    """A state that a later program packed is not read as something else."""
    later = MARK[:4] + (LAYOUTS + 1).to_bytes(4, "little") + pack(start.state)[len(MARK) :]
    with pytest.raises(PackingError, match="does not fit"):
        unpack(later, start.state)


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
        (lambda body: body[:10], "ends early"),
        (lambda body: body[:8] + b"\xff\xff\xff\xff" + body[12:], "does not fit"),
        (lambda body: body[:8] + b"\0\0\0\0" + body[12:], "does not fit"),
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
    assert packed[:8] == MARK
    assert int.from_bytes(packed[8:12], "little") == start.state.clock.nbytes
    assert int.from_bytes(packed[12:20], "little") == start.state.clock[0].seed
    assert len(packed) == len(MARK) + sum(table.nbytes + 4 for table in start.state)
