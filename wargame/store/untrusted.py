"""SQLite on a file that anyone may have made: nothing in it is run before it is known to be ours.

No view, trigger or generated column of a stranger's is ever run: the schema must be ours to the letter, and is compared
before anything else is asked. The limits keep what is left, plain rows, to the size of honest ones.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Final

from wargame.catalogue import _
from wargame.store.save_bytes import check_format
from wargame.store.save_errors import SaveFault, Unsound
from wargame.store.save_schema import APPLICATION_ID, MOST_SAVE_BYTES, PAGE_BYTES

_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: 96 * 1024**2,  # bytes in a row
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 10_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 16,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 16,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 5_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 16,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_STEPS_A_TICK: Final = 10_000
_MOST_TICKS: Final = 20_000  # 200 million steps of SQLite's machine, far beyond the largest honest save
_READER_WAITS: Final = 2.0  # s, for a commit to end
_WRITER_WAITS: Final = 15.0  # s, for a listing to have read the largest save


def connect_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, and is stopped where it takes longer than any honest file asks."""
    connection = _connect(path, "ro", _READER_WAITS, "query_only=on")
    ticks = iter(range(_MOST_TICKS))
    connection.set_progress_handler(lambda: next(ticks, None) is None, _STEPS_A_TICK)
    return connection


def connect_writing(path: Path) -> sqlite3.Connection:
    """A connection whose commit is on the disk before it returns.

    With a rollback journal rather than a write-ahead log: after every commit the one file holds everything, so a copy
    of it is a whole save, even of a game that was killed. EXTRA is FULL and syncs the folder too, without which a power
    cut could bring back the journal of a commit and undo it.
    """
    most_pages = f"max_page_count={MOST_SAVE_BYTES // PAGE_BYTES}"
    return _connect(path, "rw", _WRITER_WAITS, "journal_mode=delete", "synchronous=extra", "fullfsync=on", most_pages)


def _connect(path: Path, mode: str, patience: float, *pragmas: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=patience, check_same_thread=False)
    try:
        for limit, most in _LIMITS.items():
            connection.setlimit(limit, most)
        if sys.version_info >= (3, 12):
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
        for pragma in ("trusted_schema=off", "cell_size_check=on", "mmap_size=0", *pragmas):
            connection.execute(f"pragma {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def check_sound(connection: sqlite3.Connection, format_number: int, schema: str) -> None:
    """Raises Unsound unless SQLite finds an undamaged save of that format, with that schema and nothing else."""
    _check_identity(connection, format_number)
    _check_schema(connection, schema)
    (finding,) = connection.execute("pragma quick_check(1)").fetchone()
    if finding != "ok":
        raise Unsound(SaveFault.DAMAGED, _("the save is damaged: {finding}").format(finding=finding))


def format_of(connection: sqlite3.Connection) -> int:
    """The format number of a save, as SQLite reads it."""
    (found,) = connection.execute("pragma user_version").fetchone()
    return int(found)


def _check_identity(connection: sqlite3.Connection, format_number: int) -> None:
    (application,) = connection.execute("pragma application_id").fetchone()
    if application != APPLICATION_ID:
        raise Unsound(SaveFault.FOREIGN, _("not a Tripwire save"))
    found = format_of(connection)
    check_format(found)
    if found != format_number:
        raise Unsound(
            SaveFault.OLDER, _("the save has format {found}, which this program does not read").format(found=found)
        )


def _check_schema(connection: sqlite3.Connection, schema: str) -> None:
    listing = "select type, name, tbl_name, sql from sqlite_schema order by type, name"
    with closing(sqlite3.connect(":memory:")) as model:
        model.executescript(schema)
        expected = model.execute(listing).fetchall()
    found = connection.execute(listing).fetchmany(len(expected) + 1)
    if found != expected:
        strange = next((repr(row[1]) for row in found if row not in expected), _("a table or trigger is missing"))
        raise Unsound(
            SaveFault.HOSTILE, _("the save does not hold what a save holds: {strange}").format(strange=strange)
        )
