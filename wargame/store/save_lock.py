"""One running game a save: whoever writes holds a lock on a file beside it.

The system itself ends the lock with the process, however that dies. The lock is not taken on the save: a process that
closes any handle of a file gives up its POSIX locks on it, SQLite's among them.
"""

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import Final

from wargame.catalogue import _
from wargame.store.save_errors import SaveFault, Unsound

_SUFFIX: Final = "-lock"
_ATTEMPTS: Final = 5  # someone who only looks whether the lock is held holds it for a moment
_PAUSE: Final = 0.05  # s
_MODE: Final = 0o666

if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        """Whether the lock was free, and is now ours."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        """Whether the lock was free, and is now ours."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class WriterLock:
    """The right to write to one save, from the constructor to `release`."""

    def __init__(self, save: Path) -> None:
        """Raises Unsound where a running game holds the lock, OSError where the folder allows none."""
        self._path = _lock_path(save)
        for attempt in range(_ATTEMPTS):
            if attempt:
                time.sleep(_PAUSE)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, _MODE)
            if _locked(handle) and _is_at(handle, self._path):
                self._handle = handle
                return
            os.close(handle)
        raise Unsound(SaveFault.IN_USE, _("another running game has this save open"))

    def release(self) -> None:
        """Give the lock up, and delete its file."""
        if sys.platform == "win32":  # does not delete an open file
            os.close(self._handle)
            with contextlib.suppress(OSError):  # the next game has opened it already
                self._path.unlink()
        else:
            self._path.unlink(missing_ok=True)
            os.close(self._handle)


def is_locked(save: Path) -> bool:
    """Whether a running game, this one or another, is writing to the save."""
    try:
        handle = os.open(_lock_path(save), os.O_RDWR)
    except OSError:  # no lock file, or one we may not touch, which no running game of ours has made
        return False
    try:
        return not _locked(handle)
    finally:
        os.close(handle)


def _lock_path(save: Path) -> Path:
    return save.with_name(save.name + _SUFFIX)


def _is_at(handle: int, path: Path) -> bool:
    """Whether the file we locked is still the one of that name: its last holder deletes it."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
