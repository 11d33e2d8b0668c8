"""How the window ends when something goes wrong behind it: with a page that says so, and where the report is."""

from __future__ import annotations

from contextlib import suppress

from wargame.catalogue import _
from wargame.commands.faults import Told, told_of
from wargame.store.faults import InputError
from wargame.ui.app import App
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.dialog import dialog
from wargame.ui.kit.layers import modal
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget

WIDE = 620  # logical units


def run_to_the_end(app: App) -> None:
    """Run the window until it is closed. What is not foreseen is told in it, and raised as Told, with its report kept."""
    try:
        app.run()
    except InputError:
        raise
    except Exception as crash:
        told = told_of(crash)
        with suppress(Exception):  # what is broken may be the window itself: the line on the terminal is left
            _show(app, told)
        raise Told(told) from crash


def _show(app: App, told: str) -> None:
    app.ask_before_quitting(lambda: True)
    app.go(Widget)
    kept = _(
        "A game that was under way is kept up to its last order: Continue goes on there, with all orders open to be "
        "changed."
    )
    body = Prose("crash", f"{plain(told)}\n\n{plain(kept)}")
    quit_ = Button("quit", _("Quit"), app.quit, _("Close the window"), Kind.PRIMARY)
    app.show(modal(dialog("", _("Something went wrong"), body, quit_), WIDE, "quit"))
    app.run()
