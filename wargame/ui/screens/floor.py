"""The floor: the delegate that is awaited, before its screen; what it says is in the save before the screen shows it."""

from __future__ import annotations

from collections.abc import Callable

from wargame.model.words import Word
from wargame.session import Refused
from wargame.ui.kit.widget import Widget
from wargame.ui.kit.window import Window
from wargame.ui.play.drafting import all_words
from wargame.ui.play.game import Game
from wargame.ui.screens.curtain import side_and_mark
from wargame.ui.screens.delegation import Delegation, Wires
from wargame.ui.theme.palette import Tone


def on_the_floor(game: Game, window: Window, done: Callable[[], None]) -> Widget:
    """The screen of the awaited delegate; `done` is called when it has said all."""

    def say(word: Word) -> None:
        try:
            game.speak(word)
        except Refused as refused:
            window.notify(all_words(refused.laws), Tone.WARN)

    _title, mark = side_and_mark(game)
    return Delegation(game.embassy(), mark, Wires(say, done, window.touch)).root
