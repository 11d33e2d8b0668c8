"""A save before SQLite sees it: its size, its first bytes, and the journal that may lie beside it."""

import stat
from pathlib import Path
from typing import Final

from wargame.catalogue import _
from wargame.store.save_errors import SaveFault, Unsound
from wargame.store.save_schema import APPLICATION_ID, FORMAT, MOST_SAVE_BYTES, PAGE_BYTES

_MAGIC: Final = b"SQLite format 3\0"
_JOURNAL_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_HEADER_BYTES: Final = 100
_ROLLBACK_MODE: Final = b"\x01\x01"  # the other mode of journal keeps part of the save in a second file


def check_bytes(path: Path) -> int:
    """The format number of a save that no game has open, from its first bytes. Raises Unsound, OSError.

    Never on a save that this process has open: closing the file would give up SQLite's locks on it.
    """
    size = check_size(path)
    if size == 0:
        raise Unsound(SaveFault.DAMAGED, _("the save is damaged: the file is empty"))
    with path.open("rb") as file:
        head = file.read(_HEADER_BYTES)
    if not head.startswith(_MAGIC) or len(head) < _HEADER_BYTES or _number(head, 68) != APPLICATION_ID:
        raise Unsound(SaveFault.FOREIGN, _("not a Tripwire save"))
    found = _number(head, 60)
    check_format(found)
    if head[18:20] != _ROLLBACK_MODE or int.from_bytes(head[16:18], "big") != PAGE_BYTES:
        raise Unsound(SaveFault.DAMAGED, _("the save is damaged: its first bytes are not those of a save"))
    expected = _number(head, 28) * PAGE_BYTES
    if size < expected and not has_journal(path):
        raise Unsound(
            SaveFault.DAMAGED,
            _("the save is damaged: it ends after {size} of {expected} bytes").format(
                size=f"{size:,}", expected=f"{expected:,}"
            ),
        )
    return found


def check_size(path: Path) -> int:
    """Size of a save, bytes. Raises Unsound where the path is no file or larger than any save, OSError."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Unsound(SaveFault.MISSING, _("not a file"))
    if status.st_size > MOST_SAVE_BYTES:
        raise Unsound(
            SaveFault.HOSTILE,
            _("larger than any save: {size} of {most} bytes").format(
                size=f"{status.st_size:,}", most=f"{MOST_SAVE_BYTES:,}"
            ),
        )
    return status.st_size


def check_format(found: int) -> None:
    """Raises Unsound for a format from the future."""
    if found > FORMAT:
        newer = _("made by a newer Tripwire: the save has format {found}, this program reads up to {most}")
        raise Unsound(SaveFault.NEWER, newer.format(found=found, most=FORMAT))


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the way back from a write that has not ended."""
    return path.with_name(path.name + "-journal")


def has_journal(path: Path) -> bool:
    """Whether a write has not ended: it is going on, or was cut off."""
    return journal_of(path).exists()


def check_journal(path: Path) -> None:
    """Refuse a journal that names another file: SQLite could delete that file. We write none that does.

    Nor is one opened that is no file: a pipe would keep us waiting.
    """
    journal = journal_of(path)
    if not journal.is_file():
        raise Unsound(SaveFault.HOSTILE, _("{file} beside it is no file").format(file=journal.name))
    with journal.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - len(_JOURNAL_MAGIC)))
        names_a_file = size > len(_JOURNAL_MAGIC) and file.read() == _JOURNAL_MAGIC
    if names_a_file:
        raise Unsound(SaveFault.HOSTILE, _("{file} beside it names another file").format(file=journal.name))
    if size > MOST_SAVE_BYTES:
        raise Unsound(SaveFault.HOSTILE, _("{file} beside it is larger than any save").format(file=journal.name))


def _number(head: bytes, offset: int) -> int:
    return int.from_bytes(head[offset : offset + 4], "big")
