"""The rows of a save as values, each checked against its hash. The one place that knows the columns."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from wargame.catalogue import _
from wargame.store.save_errors import SaveFault, Unsound
from wargame.store.save_schema import (
    Entry,
    NewEntry,
    SaveHeader,
    Snapshot,
    entry_hash,
    header_of,
    meta_of,
    origin_of,
    snapshot_hash,
    unpacked,
)

_ENTRY: Final = "seq, turn, kind, body"
_SNAPSHOT: Final = "number, turn, phase, seq, body"
_ENTRY_TYPES: Final = (int, int, str, str)
_SNAPSHOT_TYPES: Final = (int, int, str, int, bytes)


def write_meta(connection: sqlite3.Connection, header: SaveHeader) -> None:
    """Put the header into an empty save."""
    connection.executemany("insert into meta values (?, ?)", list(meta_of(header).items()))


def read_header(connection: sqlite3.Connection) -> SaveHeader:
    """The header, checked against its digest. Raises Unsound."""
    return header_of(_meta(connection))


def checked_log(connection: sqlite3.Connection) -> Iterator[tuple[Entry, bytes]]:
    """Every entry with its link, in order, each after the chain was checked up to it. Raises Unsound."""
    link = origin_of(_meta(connection))
    rows = _rows(connection, f"select {_ENTRY}, prev, hash from log order by seq", *_ENTRY_TYPES, bytes, bytes)
    for number, row in enumerate(rows, start=1):
        entry = Entry(*row[:4])
        if entry.seq != number or row[4] != link or row[5] != entry_hash(link, entry):
            raise Unsound(
                SaveFault.DAMAGED,
                _("the save is damaged: log entry {number} does not match its hash").format(number=number),
            )
        link = row[5]
        yield entry, link


def checked_snapshots(connection: sqlite3.Connection, links: Sequence[bytes]) -> Iterator[Snapshot]:
    """Every snapshot in order, each after its hash, tied to an entry, and its body were checked. Raises Unsound."""
    rows = _rows(connection, f"select {_SNAPSHOT}, sha from snapshot order by number", *_SNAPSHOT_TYPES, bytes)
    for number, row in enumerate(rows, start=1):
        snapshot = Snapshot(*row[:5])
        follows = 0 <= snapshot.seq < len(links)
        if snapshot.number != number or not follows or row[5] != snapshot_hash(links[snapshot.seq], snapshot):
            raise Unsound(
                SaveFault.DAMAGED,
                _("the save is damaged: snapshot {number} does not match its hash").format(number=number),
            )
        unpacked(snapshot)
        yield snapshot


def origin(connection: sqlite3.Connection) -> bytes:
    """The link that the first log entry follows."""
    return origin_of(_meta(connection))


def entries(connection: sqlite3.Connection, after: int) -> Iterator[Entry]:
    """The entries past number `after`, of a save that was checked when it was opened."""
    sql = f"select {_ENTRY} from log where seq > ? order by seq"
    return (Entry(*row) for row in _rows(connection, sql, *_ENTRY_TYPES, parameters=(after,)))


def snapshots(connection: sqlite3.Connection) -> Iterator[Snapshot]:
    """The snapshots, of a save that was checked when it was opened."""
    sql = f"select {_SNAPSHOT} from snapshot order by number"
    return (Snapshot(*row) for row in _rows(connection, sql, *_SNAPSHOT_TYPES))


def latest_snapshot(connection: sqlite3.Connection) -> Snapshot | None:
    """The last snapshot, of a save that was checked when it was opened."""
    sql = f"select {_SNAPSHOT} from snapshot order by number desc limit 1"
    return next((Snapshot(*row) for row in _rows(connection, sql, *_SNAPSHOT_TYPES)), None)


def add_entries(connection: sqlite3.Connection, added: Iterable[NewEntry]) -> list[int]:
    """Chain entries to the end of the log, inside the caller's transaction. Returns their numbers."""
    seq, link = _tail(connection)
    numbers = []
    for new in added:
        seq += 1
        entry = Entry(seq, new.turn, new.kind, new.body)
        previous, link = link, entry_hash(link, entry)
        row = (seq, new.turn, new.kind, new.body, previous, link)
        connection.execute("insert into log values (?, ?, ?, ?, ?, ?)", row)
        numbers.append(seq)
    return numbers


def add_snapshot(connection: sqlite3.Connection, turn: int, phase: str, packed: bytes) -> None:
    """Add a snapshot that follows the last entry, inside the caller's transaction."""
    seq, link = _tail(connection)
    (number,) = connection.execute("select coalesce(max(number), 0) + 1 from snapshot").fetchone()
    snapshot = Snapshot(number, turn, phase, seq, packed)
    row = (number, turn, phase, seq, packed, snapshot_hash(link, snapshot))
    connection.execute("insert into snapshot values (?, ?, ?, ?, ?, ?)", row)


def _tail(connection: sqlite3.Connection) -> tuple[int, bytes]:
    """Number and link of the last entry."""
    last = next(_rows(connection, "select seq, hash from log order by seq desc limit 1", int, bytes), None)
    return (last[0], last[1]) if last else (0, origin(connection))


def _meta(connection: sqlite3.Connection) -> dict[str, str]:
    return {row[0]: row[1] for row in _rows(connection, "select k, v from meta", str, str)}


def _rows(
    connection: sqlite3.Connection, sql: str, *types: type, parameters: tuple[int, ...] = ()
) -> Iterator[tuple[Any, ...]]:
    """Rows whose values have the types we expect, whatever the file says about its columns."""
    for row in connection.execute(sql, parameters):
        if tuple(map(type, row)) != types:
            raise Unsound(SaveFault.DAMAGED, _("the save is damaged: a value has the wrong type"))
        yield row
