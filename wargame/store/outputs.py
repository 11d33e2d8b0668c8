"""Files that a command writes where its user asks: one that cannot be written is told in one line, before the work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wargame.catalogue import _
from wargame.store.faults import InputError, one_line

SCENARIO_ENDINGS = (".yaml", ".yml")


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Whatever the system refuses of this file inside becomes an InputError that names it and the cause."""
    try:
        yield
    except OSError as fault:
        refusal = _("{file}: cannot be written: {cause}")
        raise InputError([one_line(refusal.format(file=path, cause=fault.strerror))]) from None


def check_writable(path: Path) -> None:
    """An hour of games is not lost to a misspelt folder: the file is tried, and left as it was. Raises InputError.

    What may be a scenario is not written over: nothing that is written to a file of its user's choice is one. A link is followed.
    What is no file, such as a pipe, is not tried: to open it may mean to wait.
    """
    file = Path(os.path.realpath(path))
    if file.suffix in SCENARIO_ENDINGS and file.is_file():
        raise InputError([one_line(_("{file}: is not written over, as it may be a scenario").format(file=path))])
    with written(path):
        file.parent.mkdir(parents=True, exist_ok=True)
        is_new = not file.exists()
        if is_new or file.is_file() or file.is_dir():
            file.open("ab").close()
        if is_new:
            file.unlink()
