"""The dialogs of `wargame shot`: which there are, the screen each lies over, and how it is opened."""

from __future__ import annotations

from wargame.ui.app import App
from wargame.ui.kit.layers import Layer
from wargame.ui.map.situation import situation_of
from wargame.ui.play.game import Game
from wargame.ui.screens.archive import Archive
from wargame.ui.screens.finder import Finder, finds_of
from wargame.ui.screens.keeping import SaveAs
from wargame.ui.screens.options import credits_dialog, settings_dialog
from wargame.ui.screens.places import places_dialog
from wargame.ui.screens.reasons import Minds

OVER = {
    "settings": "menu",
    "credits": "menu",
    "save-as": "orders",
    "places": "caucus",
    "finder": "orders",
    "archive": "assessment",
    "reasons": "assessment",
}
"""The screen under each dialog."""


def dialog_before_a_game(name: str, app: App) -> Layer:
    """A dialog of the menu."""
    if name == "settings":
        return settings_dialog(app.settings, lambda _update: None, _nothing, _nothing)
    return credits_dialog(_nothing)


def dialog_of_a_game(name: str, app: App, game: Game) -> Layer:
    """A dialog over a game."""
    match name:
        case "save-as":
            return SaveAs(game.save.path.parent, lambda _path: None, _nothing).layer
        case "places":
            return places_dialog(game, lambda _seat, _who: None, lambda _states: None, _nothing)
        case "archive":
            return Archive(game, _nothing, app.window.touch).layer
        case "reasons":
            return Minds(game, _nothing, app.window.touch).layer
        case _:
            view = game.view
            finds = finds_of(view, situation_of(view.world, view.state, view.names))
            return Finder(finds, lambda _kind, _name: None, _nothing, app.window.touch).layer


def _nothing() -> None:
    """Nobody presses anything in a picture."""
