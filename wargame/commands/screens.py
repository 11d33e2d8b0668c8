"""The screens and dialogs that `wargame shot` can draw."""

from typing import Final

SCREENS: Final = {
    "menu": "The menu.",
    "scenarios": "The choice of a scenario.",
    "setup": "Who plays what.",
    "curtain": "The curtain before a side's player.",
    "briefing": "The briefing before the first turn.",
    "visit": "The one visit of a turn, in a class.",
    "room": "The leadership's room.",
    "caucus": "A caucus.",
    "draft": "A draft in the caucus, with its forecast.",
    "session": "A session.",
    "orders": "Orders.",
    "resolution": "A resolution.",
    "emergency": "An emergency session, at the first armed attack.",
    "assessment": "An assessment.",
    "end": "The end of a game.",
    "debrief": "The debrief at the end.",
    "saves": "The saved games.",
    "waiting": "The page shown while a game is opened.",
    "watching": "The page shown while computers play alone.",
    "settings": "The settings, over the menu.",
    "credits": "The credits, over the menu.",
    "save-as": "Saving under a name, over a game.",
    "places": "Who plays what, over a game.",
    "finder": "The finder, over a game.",
    "reasons": "What computers chose and why, over a game.",
}
"""By the name of the command: what it draws."""
