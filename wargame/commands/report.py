"""`wargame report`: the after-action report of a saved game."""

from __future__ import annotations

from pathlib import Path

from wargame.catalogue import _
from wargame.report.retrace import Stage
from wargame.report.writing import write_report


def report(save: Path, out: Path, seat: str, stage: Stage) -> None:
    """Write it, and tell where. Raises InputError."""
    write_report(save, out, seat, stage, lambda _share: None)
    print(_("written: {file}").format(file=out))
