"""The screens and dialogs that `wargame shot` can draw."""

from typing import Final

from wargame.catalogue import _

SCREENS: Final = {
    "menu": _("The menu."),
    "scenarios": _("The choice of a scenario."),
    "setup": _("Who plays what."),
    "curtain": _("The curtain before a side's player."),
    "briefing": _("The briefing before the first turn."),
    "visit": _("The one visit of a turn, in a class."),
    "room": _("The leadership's room."),
    "caucus": _("A caucus."),
    "draft": _("A draft in the caucus, with its forecast."),
    "request": _("A request for forces in the caucus."),
    "floor": _("A delegate on the floor, before silence runs."),
    "session": _("A session."),
    "orders": _("Orders."),
    "resolution": _("A resolution."),
    "emergency": _("An emergency session, at the first armed attack."),
    "assessment": _("An assessment."),
    "end": _("The end of a game."),
    "debrief": _("The debrief at the end."),
    "saves": _("The saved games."),
    "waiting": _("The page shown while a game is opened."),
    "watching": _("The page shown while computers play alone."),
    "settings": _("The settings, over the menu."),
    "credits": _("The credits, over the menu."),
    "save-as": _("Saving under a name, over a game."),
    "places": _("Who plays what, over a game."),
    "finder": _("The finder, over a game."),
    "archive": _("The archive of declarations, over a game."),
    "reasons": _("What computers chose and why, over a game."),
}
"""By the name of the command: what it draws."""
