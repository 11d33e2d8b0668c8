"""What can be wrong with a save, and how SQLite and the system say it."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from wargame.catalogue import _
from wargame.store.faults import InputError, one_line


class SaveFault(Enum):
    """The kinds of trouble with a save."""

    MISSING = "missing"  # no such file, or no file
    EXISTS = "exists"  # a new game would overwrite it
    NAME = "name"  # not a name for a save
    FOREIGN = "foreign"  # not a Tripwire save
    NEWER = "newer"  # of a format this program does not know yet
    OLDER = "older"  # of a format this program does not know any more
    HOSTILE = "hostile"  # holds what no save holds
    DAMAGED = "damaged"  # was a save, and is not what was written
    IN_USE = "in use"  # another running game writes to it
    READ_ONLY = "read-only"  # the file or its folder refuses writing
    FULL = "full"  # no room for what should be written
    FAILED = "failed"  # the system refused for another cause


class SaveError(InputError):
    """A save cannot be made, read or written. Its one line names the file and the cause."""

    def __init__(self, path: Path, fault: SaveFault, cause: str) -> None:
        self.path = path
        self.fault = fault
        self.cause = one_line(cause)
        super().__init__([one_line(f"{path}: {cause}")])


class Unsound(Exception):
    """What was found wrong inside a save, by one who does not know the name of its file."""

    def __init__(self, fault: SaveFault, cause: str) -> None:
        self.fault = fault
        self.cause = cause
        super().__init__(cause)


class _Trouble(NamedTuple):
    fault: SaveFault
    cause: str


_DAMAGED: Final = _Trouble(SaveFault.DAMAGED, _("the save is damaged"))
_READ_ONLY: Final = _Trouble(SaveFault.READ_ONLY, _("the save or its folder is read-only"))
_FULL: Final = _Trouble(SaveFault.FULL, _("no room: the disk is full or the save has reached its largest size"))
_DISK: Final = _Trouble(SaveFault.FAILED, _("the disk refused"))

# By SQLite's full code where it tells more than the primary one, which is its low byte.
_BY_CODE: Final = {
    sqlite3.SQLITE_READONLY_DBMOVED: _Trouble(SaveFault.MISSING, _("the save was moved or deleted during the game")),
    sqlite3.SQLITE_IOERR_SHORT_READ: _Trouble(SaveFault.DAMAGED, _("the save is damaged: it ends too early")),
    sqlite3.SQLITE_BUSY: _Trouble(SaveFault.IN_USE, _("another program is using the save")),
    sqlite3.SQLITE_LOCKED: _Trouble(SaveFault.IN_USE, _("another program is using the save")),
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _Trouble(SaveFault.READ_ONLY, _("the save cannot be opened, or its folder is read-only")),
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_NOTADB: _Trouble(SaveFault.FOREIGN, _("not a Tripwire save")),
    sqlite3.SQLITE_INTERRUPT: _Trouble(SaveFault.HOSTILE, _("reading the save takes longer than any save does")),
    sqlite3.SQLITE_TOOBIG: _Trouble(SaveFault.HOSTILE, _("the save holds a value larger than any save does")),
}
_PRIMARY_CODE: Final = 0xFF

_BY_ERRNO: Final = {
    errno.ENOENT: _Trouble(SaveFault.MISSING, _("there is no such file")),
    errno.ENOTDIR: _Trouble(SaveFault.MISSING, _("there is no such folder")),
    errno.EEXIST: _Trouble(SaveFault.EXISTS, _("a file of this name exists")),
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
}


@contextmanager
def errors_named(path: Path) -> Iterator[None]:
    """Whatever goes wrong inside with a save becomes a SaveError that names `path`."""
    try:
        yield
    except Unsound as error:
        raise SaveError(path, error.fault, error.cause) from error
    except sqlite3.Error as error:
        raise SaveError(path, *_sqlite_trouble(error)) from error
    except UnicodeDecodeError as error:  # SQLite quotes the file in its complaint, and the file holds anything
        raise SaveError(path, SaveFault.DAMAGED, _("the save is damaged: text in it is not UTF-8")) from error
    except OSError as error:
        fault, cause = _BY_ERRNO.get(error.errno or 0, _DISK)
        if fault is SaveFault.FAILED:
            cause = f"{cause}: {error.strerror}"  # in the words of the system
        raise SaveError(path, fault, cause) from error


def _sqlite_trouble(error: sqlite3.Error) -> _Trouble:
    # Python's own complaints, such as text that is no UTF-8, carry no code.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    fault, cause = _BY_CODE.get(code) or _BY_CODE.get(code & _PRIMARY_CODE) or _DAMAGED
    is_vague = (fault, cause) in (_DAMAGED, _DISK)
    return _Trouble(fault, f"{cause}: {error}" if is_vague else cause)
