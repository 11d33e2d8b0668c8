"""From a save to the report in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wargame.catalogue import _
from wargame.report.knowledge import knowledge_of
from wargame.report.page import page
from wargame.report.retrace import Stage, retraced
from wargame.store.faults import InputError, one_line
from wargame.store.outputs import check_writable, written
from wargame.store.saves import SUFFIX


def report_of(save: Path, seat: str, stage: Stage, tell: Callable[[int], None]) -> str:
    """The page for a seat, or with an empty word for the teacher. Raises InputError.

    Of a game that is not over there is no page for a seat: whoever holds the file could ask for any.
    """
    if seat and stage is Stage.ANY:
        refusal = _("{save}: of a game that may not be over the report is the teacher's alone: leave {option} out")
        raise InputError([one_line(refusal.format(save=save, option="--seat"))])
    game = retraced(save, stage, tell)
    return page(game, knowledge_of(game, seat))


def write_report(save: Path, out: Path, seat: str, stage: Stage, tell: Callable[[int], None]) -> None:
    """Write the page; what is no page yet is tried before the work; `tell` hears how much is done (1/1000). Raises InputError."""
    if out.suffix == SUFFIX:
        refusal = _("{file}: is not written over, as it may be a save")
        raise InputError([one_line(refusal.format(file=out))])
    check_writable(out)
    text = report_of(save, seat, stage, tell)
    with written(out):
        out.write_text(text, encoding="utf-8", newline="\n")
