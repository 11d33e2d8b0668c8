"""The floor: the delegate that is awaited, before its screen; what it says is in the save before the screen shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wargame.model.words import Word
from wargame.session import Refused
from wargame.ui.kit.widget import Widget
from wargame.ui.kit.window import Window
from wargame.ui.play.drafting import all_words
from wargame.ui.play.game import Game
from wargame.ui.screens.curtain import side_and_mark
from wargame.ui.screens.delegation import DelegateScreen, Wires
from wargame.ui.theme.palette import Tone


@dataclass(frozen=True)
class Ways:
    """Where the floor leads: on when all is said, to who plays, to the settings, to the menu."""

    done: Callable[[], None]
    places: Callable[[], None]
    settings: Callable[[], None]
    leave: Callable[[], None]


def on_the_floor(game: Game, window: Window, ways: Ways) -> Widget:
    """The screen of the awaited delegate."""

    def say(word: Word) -> None:
        try:
            game.speak(word)
        except Refused as refused:
            window.notify(all_words(refused.laws), Tone.WARN)

    wires = Wires(say, ways.done, window.touch, ways.places, ways.settings, ways.leave)
    _title, mark = side_and_mark(game)
    return DelegateScreen(game.embassy(), mark, wires).root
