"""Seats and states change hands while a game runs: the dialog, and what of it the rules refuse."""

from __future__ import annotations

from collections.abc import Callable

from wargame.session import Refused
from wargame.ui.app import App
from wargame.ui.play.drafting import all_words
from wargame.ui.play.game import Game
from wargame.ui.screens.places import places_dialog
from wargame.ui.theme.palette import Tone


class Seating:
    """Over one game; `changed` is told of it when a seat has changed hands, and its id if that was of who is at the machine."""

    def __init__(self, app: App, game: Game, changed: Callable[[Game, str], None]) -> None:
        self._app, self._game, self._changed = app, game, changed

    def show(self) -> None:
        """Open the dialog."""
        self._app.show(places_dialog(self._game, self._seat_there, self._sit, self._app.window.close_top))

    def _seat_there(self, seat: str, who: str) -> None:
        before = self._game.seat
        self._app.window.close_top()
        if self._allowed(lambda: self._game.hand_over(seat, who)) and not self._game.session.floor.is_open:
            self._changed(self._game, seat if seat == before else "")  # on the floor: from the next part of the turn on

    def _sit(self, delegates: list[str]) -> None:
        """People speak for these states from the next session on."""
        self._allowed(lambda: self._game.seat_delegates(delegates))
        self._app.window.close_top()
        self.show()

    def _allowed(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except Refused as refused:
            self._app.window.notify(all_words(refused.laws), Tone.WARN)
            return False
        return True
