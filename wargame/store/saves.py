"""Saves: one file a game, in which nothing is ever lost (law 13).

An entry is on the disk before `append` returns. Undo is an entry of kind `withdrawal` that names the number of another.
Every function here raises SaveError, whose one line names the file and the cause, for whatever a file can do wrong, and
ValueError for what no caller should ask.
"""

import sqlite3
import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from wargame.catalogue import _
from wargame.store import save_contents as contents
from wargame.store.migrate import MIGRATIONS, Migration
from wargame.store.save_bytes import check_size
from wargame.store.save_errors import SaveError, SaveFault, Unsound, errors_named
from wargame.store.save_files import make_file, modernise, reading, settle
from wargame.store.save_lock import WriterLock
from wargame.store.save_reading import SavedGame, SaveListing, SaveStatus, list_saves, read_save, summary_of
from wargame.store.save_schema import (
    MOST_BODY_BYTES,
    MOST_KIND_LETTERS,
    MOST_SNAPSHOT_BYTES,
    SUFFIX,
    Entry,
    NewEntry,
    SaveHeader,
    Snapshot,
)
from wargame.store.untrusted import connect_writing

__all__ = [
    "SUFFIX",
    "Entry",
    "NewEntry",
    "Save",
    "SaveError",
    "SaveFault",
    "SaveHeader",
    "SaveListing",
    "SaveStatus",
    "SavedGame",
    "Snapshot",
    "create_save",
    "list_saves",
    "open_save",
    "read_save",
]

MOST_TURN = 2**31 - 1


class Save:
    """A save that this game, and no other, writes to, from any thread. Made by `create_save` and `open_save`."""

    def __init__(self, path: Path, header: SaveHeader, connection: sqlite3.Connection, lock: WriterLock) -> None:
        self.path = path
        self.header = header
        self._connection = connection
        self._lock = lock
        self._turnstile = threading.Lock()
        self._is_open = True

    def append(self, turn: int, kind: str, body: str) -> int:
        """Log one entry, and return its number once it is on the disk."""
        return self.append_many([NewEntry(turn, kind, body)])[0]

    def append_many(self, entries: Sequence[NewEntry]) -> list[int]:
        """Log all of the entries or, where that fails, none. Returns their numbers once they are on the disk."""
        for entry in entries:
            _check_turn(entry.turn)
            _check_word(entry.kind)
            if len(entry.body.encode()) > MOST_BODY_BYTES:
                raise ValueError(f"a log entry of more than {MOST_BODY_BYTES} bytes")
        with self._writing() as connection:
            return contents.add_entries(connection, entries)

    def snapshot(self, turn: int, phase: str, body: bytes) -> None:
        """Keep a state to resume from, as it is after the last entry."""
        _check_turn(turn)
        _check_word(phase)
        if len(body) > MOST_SNAPSHOT_BYTES:
            raise ValueError(f"a snapshot of more than {MOST_SNAPSHOT_BYTES} bytes")
        packed = zlib.compress(body)
        with self._writing() as connection:
            contents.add_snapshot(connection, turn, phase, packed)

    def entries(self, after: int = 0) -> tuple[Entry, ...]:
        """The log in order, past the entry numbered `after`."""
        with self._using() as connection:
            return tuple(contents.entries(connection, after))

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Every snapshot, the oldest first."""
        with self._using() as connection:
            return tuple(contents.snapshots(connection))

    def latest_snapshot(self) -> Snapshot | None:
        """The last snapshot; None where the game has none yet."""
        with self._using() as connection:
            return contents.latest_snapshot(connection)

    def close(self) -> None:
        """Let the save go; one file is left. To close twice is to close once."""
        with self._turnstile:
            if self._is_open:
                self._is_open = False
                self._connection.close()
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        with self._turnstile, errors_named(self.path):
            if not self._is_open:
                raise ValueError("the save is closed")
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: on the disk when it ends, or taken back."""
        with self._using() as connection:
            connection.execute("begin immediate")
            try:
                yield connection
                connection.execute("commit")
            except BaseException:
                with suppress(sqlite3.Error):  # SQLite may have taken it back already
                    connection.execute("rollback")
                raise


def create_save(path: Path, header: SaveHeader) -> Save:
    """A new save, on the disk with its header. Never overwrites a file; makes the folder where there is none."""
    with errors_named(path), ExitStack() as undo:
        if path.suffix != SUFFIX:
            raise Unsound(SaveFault.NAME, _("the name of a save ends in {suffix}").format(suffix=SUFFIX))
        path.parent.mkdir(parents=True, exist_ok=True)
        path = path.resolve()
        lock = _lock(path, undo)
        make_file(path, header)
        return _opened(path, header, lock, undo)


def open_save(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Save:
    """A save to go on with: checked from the first byte to the last, then opened for writing.

    A write that was cut off is taken back, after that has been tried on a copy. A save of an older format is brought to
    today's, and the old file kept beside it.
    """
    with errors_named(path), ExitStack() as undo:
        check_size(path)
        path = path.resolve()
        lock = _lock(path, undo)
        with reading(path, migrations) as connection:
            header = summary_of(connection).header
        settle(path)
        modernise(path, migrations)
        return _opened(path, header, lock, undo)


def _lock(path: Path, undo: ExitStack) -> WriterLock:
    lock = WriterLock(path)
    undo.callback(lock.release)
    return lock


def _opened(path: Path, header: SaveHeader, lock: WriterLock, undo: ExitStack) -> Save:
    connection = connect_writing(path)
    undo.callback(connection.close)
    connection.execute("begin immediate")  # fails on a read-only file, which SQLite opens without a word
    connection.execute("rollback")
    undo.pop_all()
    return Save(path, header, connection, lock)


def _check_turn(turn: int) -> None:
    if not 0 <= turn <= MOST_TURN:
        raise ValueError(f"no such turn: {turn}")


def _check_word(word: str) -> None:
    if not 0 < len(word) <= MOST_KIND_LETTERS:
        raise ValueError(f"a kind or phase has 1 to {MOST_KIND_LETTERS} letters: {word!r}")
