"""How a command ends when something is at fault: the input, a line a fault and exit code 1; the game itself, a report.

A user never sees a traceback.
"""

from __future__ import annotations

import errno
import io
import shlex
import sys
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

from wargame.catalogue import _

INPUT_AT_FAULT = 1
GAME_AT_FAULT = 70  # what a shell expects of a program that failed inside
INTERRUPTED = 130  # what a shell expects of a program that Ctrl-C stopped


class Told(Exception):
    """What nobody foresaw, after the user has been told of it in a window: its text is the line that says where the report is."""


def guarded(run: Callable[[], None]) -> None:
    """Run the program. What is foreseen is a line; what is not is told in a report in a file, and a line says where."""
    from wargame.store.faults import InputError

    _speak_any_script()
    try:
        run()
    except InputError as fault:
        for line in fault.problems:
            print(line, file=sys.stderr)
        sys.exit(INPUT_AT_FAULT)
    except Told as told:
        print(told, file=sys.stderr)
        sys.exit(GAME_AT_FAULT)
    except KeyboardInterrupt:
        print(_("stopped"), file=sys.stderr)
        sys.exit(INTERRUPTED)
    except Exception as crash:  # the traceback goes into the report: users never see one
        print(told_of(crash), file=sys.stderr)
        sys.exit(INPUT_AT_FAULT if _finds_no_room(crash) else GAME_AT_FAULT)


def told_of(crash: Exception) -> str:
    """A line on a crash: where its report is, or, where none can be written, what it was. A full disk is no crash."""
    if _finds_no_room(crash):
        return _("tripwire: no room: the disk that is written to is full")
    try:
        told = _("tripwire: something went wrong inside the game; the report is in {file}")
        return told.format(file=_report(crash))
    except OSError as fault:
        told = _("tripwire: something went wrong inside the game ({crash}), and no report could be written: {fault}")
        return told.format(crash=repr(crash), fault=fault)


def _finds_no_room(crash: Exception) -> bool:
    """Whether what is printed goes to a disk that is full."""
    return isinstance(crash, OSError) and crash.errno == errno.ENOSPC


def _speak_any_script() -> None:
    """A terminal that lacks a letter gets a question mark for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _report(crash: Exception) -> Path:
    import traceback
    from datetime import datetime

    from wargame.model.folders import cache_folder

    folder = cache_folder() / "crashes"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.txt"
    report = "\n".join((*_circumstances(), "", "".join(traceback.format_exception(crash))))
    file.write_text(report, encoding="utf-8", errors="replace")
    return file


def _circumstances() -> tuple[str, ...]:
    """What a developer asks first: which program, on what, called how."""
    import platform

    import wargame

    return (
        f"tripwire {wargame.__version__}",
        f"Python {platform.python_version()}, {platform.platform()}",
        f"command: {shlex.join(sys.argv)}",
    )
