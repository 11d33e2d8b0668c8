"""Keeping a game under a name of one's own: the game goes on in the new save, the old one stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pygame

from wargame.catalogue import _
from wargame.store.faults import InputError
from wargame.store.saves import SUFFIX
from wargame.ui.app import App
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.dialog import dialog
from wargame.ui.kit.field import TextField
from wargame.ui.kit.label import Label
from wargame.ui.kit.layers import Layer, modal
from wargame.ui.kit.layout import Column
from wargame.ui.play.game import Game, continued, copied_to
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL

WIDE = 480  # logical units
MOST_LETTERS = 60
FORBIDDEN = set('/\\:*?"<>|')  # in names of files, on one system or another


class SaveAs:
    """Builds the dialog; tells the file that is wanted."""

    def __init__(self, folder: Path, on_keep: Callable[[Path], None], close: Callable[[], None]) -> None:
        self._folder, self._on_keep = folder, on_keep
        self._field = TextField(
            "save.name", self._typed, _("A name of your own"), _("Name"), "save", limit=MOST_LETTERS, accepts=_fits
        )
        self._field.on_submit = self._keep
        self._go = Button("save.keep", _("Save"), self._keep, _("Go on under this name"), Kind.PRIMARY, "save")
        self._go.blocked = _("Type a name first.")
        back = Button("save.back", _("Back"), close, _("Back to the game")).on_key(pygame.K_ESCAPE)
        says = Label(_("The game goes on in the new save; the old one stays as it is."), SMALL, Tone.DIM)
        body = Column(says, self._field, gap=10)
        self.layer: Layer = modal(dialog("", _("Save as"), body, back, self._go), WIDE, "save.name")

    def _typed(self, name: str) -> None:
        path = self._path(name)
        if not name.strip(" ."):
            self._go.blocked = _("Type a name first.")
        elif path.exists():
            self._go.blocked = _("There is a save of this name already.")
        else:
            self._go.blocked = ""

    def _path(self, name: str) -> Path:
        return self._folder / f"{name.strip(' .')}{SUFFIX}"

    def _keep(self) -> None:
        if not self._go.blocked:
            self._on_keep(self._path(self._field.text))


def _fits(letter: str) -> bool:
    return letter.isprintable() and not set(letter) & FORBIDDEN


class Wait(Protocol):
    """Does a job behind a page that says so."""

    def __call__(self, words: str, job: Callable[[], Game], done: Callable[[Game], None]) -> None:
        """Begin it."""


class Keeping:
    """A game is kept under another name; `go_on` is handed the game in its new save."""

    def __init__(self, app: App, saves: Path, wait: Wait, go_on: Callable[[Game], None]) -> None:
        self._app, self._saves, self._wait, self._go_on = app, saves, wait, go_on

    def show(self, game: Game) -> None:
        """Ask for the name."""
        close = self._app.window.close_top
        self._app.show(SaveAs(self._saves, lambda path: self._keep(game, path), close).layer)

    def _keep(self, game: Game, path: Path) -> None:
        self._app.window.close_top()
        try:
            copied_to(game, path)
        except InputError as fault:
            self._app.window.notify(fault.problems[0], Tone.BAD)
            return

        def reopen() -> Game:
            game.close()
            return continued(path)

        def go_on(kept: Game) -> None:
            self._app.window.notify(_("Saved as {name}").format(name=path.stem), Tone.GOOD)
            kept.adopt(game)
            self._go_on(kept)

        self._wait(_("Saving"), reopen, go_on)
