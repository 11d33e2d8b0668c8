"""The after-action report of a game that is over, written beside its save in a thread."""

from __future__ import annotations

from pathlib import Path

from wargame.catalogue import _
from wargame.report.retrace import Stage
from wargame.report.writing import write_report
from wargame.store.faults import InputError
from wargame.ui.app import App
from wargame.ui.screens.ending import Ending
from wargame.ui.theme.palette import Tone
from wargame.ui.work import Report

SUFFIX = ".html"


def write_beside(app: App, screen: Ending, save: Path) -> None:
    """Write the teacher's report, and say where; one of the same game is written anew."""
    out = save.with_suffix(SUFFIX)

    def tell(_text: str, share: int | None) -> None:
        screen.show_writing(share)
        app.window.touch()

    def written(fault: InputError | None) -> None:
        tell("", None)
        if fault is None:
            app.window.notify(_("Written: {path}").format(path=out), Tone.GOOD)
        else:
            app.window.notify(fault.problems[0], Tone.BAD)

    def job(report: Report) -> InputError | None:
        try:
            write_report(save, out, "", Stage.OVER, lambda share: report.say("", share))
        except InputError as fault:
            return fault
        return None

    tell("", 0)
    app.work(job, written, tell)
