"""Save files as a whole: made without a moment in which they are half made, copied, replaced, read without a change."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from wargame.catalogue import _
from wargame.store.migrate import Migration, upgrade
from wargame.store.save_bytes import check_bytes, check_journal, check_size, has_journal, journal_of
from wargame.store.save_contents import write_meta
from wargame.store.save_errors import SaveFault, Unsound
from wargame.store.save_schema import APPLICATION_ID, FORMAT, PAGE_BYTES, SCHEMA, SaveHeader
from wargame.store.untrusted import check_sound, connect_reading, connect_writing

_OLDEST_SQLITE = (3, 37, 0)  # strict tables


def make_file(path: Path, header: SaveHeader) -> None:
    """Make a new save under the writer's lock: a kill leaves all of it or nothing. Raises Unsound, OSError."""
    if os.path.lexists(path):
        raise Unsound(SaveFault.EXISTS, _("a file of this name exists; a save is never overwritten"))
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise Unsound(
            SaveFault.FAILED,
            _("saves need SQLite 3.37 or later; Python has {version}").format(version=sqlite3.sqlite_version),
        )
    draft = _draft_of(path)
    _discard(draft)
    try:
        _fill(draft, header)
        journal_of(path).unlink(missing_ok=True)  # of a save that was deleted; it would be played back into this one
        draft.rename(path)
    except BaseException:
        _discard(draft)
        raise
    _sync_folder(path.parent)


def _fill(draft: Path, header: SaveHeader) -> None:
    draft.touch()
    with closing(connect_writing(draft)) as connection:
        connection.execute(f"pragma page_size = {PAGE_BYTES}")
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute(f"pragma user_version = {FORMAT}")
        connection.executescript(f"begin; {SCHEMA}")
        write_meta(connection, header)
        connection.execute("commit")


@contextmanager
def reading(path: Path, migrations: Sequence[Migration]) -> Iterator[sqlite3.Connection]:
    """A checked connection to a save that no game has open, and that stays as it is.

    Where a write was cut off, or the format is old, the connection is to a copy on which that was put right.
    """
    with ExitStack() as stack:
        source = path
        if check_bytes(path) < FORMAT or has_journal(path):
            folder = stack.enter_context(TemporaryDirectory(prefix="tripwire-"))
            source = _copied(path, Path(folder))
            settle(source)
            upgrade(source, migrations)
        yield stack.enter_context(reading_in_use(source))


@contextmanager
def reading_in_use(path: Path) -> Iterator[sqlite3.Connection]:
    """A checked connection to a save of today's format, which a game may be writing to: all reads see one moment."""
    check_size(path)
    with closing(connect_reading(path)) as connection:
        connection.execute("begin")
        check_sound(connection, FORMAT, SCHEMA)
        yield connection


def settle(path: Path) -> None:
    """Take back a write that was cut off, so that the save is alone again. It must have been tried on a copy."""
    if has_journal(path):
        check_journal(path)
        with closing(connect_writing(path)) as connection:
            connection.execute("begin immediate")  # plays the journal back, and makes sure that nobody else writes
            journal_of(path).unlink(missing_ok=True)  # one that was cut off before it held anything stays behind
            connection.execute("rollback")


def modernise(path: Path, migrations: Sequence[Migration]) -> None:
    """Replace a settled save of an older format by its like of today's, and keep the old one beside it."""
    found = check_bytes(path)
    if found == FORMAT:
        return
    draft = _draft_of(path)
    _discard(draft)
    shutil.copyfile(path, draft)
    upgrade(draft, migrations)
    shutil.copy2(path, path.with_name(f"{path.name}.format{found}"))
    draft.replace(path)
    _sync_folder(path.parent)


def copy_save(source: Path, target: Path) -> None:
    """Copy a save in which nobody is writing; the copy is on the disk when this returns, whole or not at all.

    Raises FileExistsError where there is such a file, OSError where it cannot be written.
    """
    if os.path.lexists(target):
        raise FileExistsError(target)
    draft = _draft_of(target)
    try:
        with source.open("rb") as origin, draft.open("wb") as copy:
            shutil.copyfileobj(origin, copy)
            copy.flush()
            os.fsync(copy.fileno())
        journal_of(target).unlink(missing_ok=True)  # of a save that was deleted
        draft.rename(target)
    except BaseException:
        _discard(draft)
        raise
    _sync_folder(target.parent)


def _copied(path: Path, folder: Path) -> Path:
    copy = folder / path.name
    shutil.copyfile(path, copy)
    if has_journal(path):
        check_journal(path)
        shutil.copyfile(journal_of(path), journal_of(copy))
    return copy


def _draft_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.draft")


def _discard(draft: Path) -> None:
    """What a killed game may have left."""
    draft.unlink(missing_ok=True)
    journal_of(draft).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder last through a power cut."""
    if sys.platform != "win32":  # which cannot open a folder, and writes names through
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
