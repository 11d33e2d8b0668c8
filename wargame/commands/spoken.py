"""The words for codes as the terminal says them: short and in small letters, many to a line."""

from __future__ import annotations

from typing import Final

from wargame.catalogue import _
from wargame.model.codes import Position
from wargame.model.terms import Support

TERMS: Final = {
    Support.BASE: _("base"),
    Support.THREAT: _("threat"),
    Support.SOLIDARITY: _("solidarity"),
    Support.DOMESTIC: _("domestic"),
    Support.AFFINITY: _("affinity"),
    Support.EXPOSURE: _("exposure"),
    Support.RISK: _("risk"),
    Support.TRIPWIRE: _("tripwire"),
    Support.SEVERITY: _("severity"),
    Support.DISPOSITION: _("disposition"),
    Support.LOBBYING: _("lobbying"),
    Support.COMPANY: _("company"),
    Support.AGGRESSION: _("aggression"),
    Support.CONSULTED: _("consulted"),
    Support.STANCE: _("stance"),
    Support.DAUNTED: _("daunted"),
    Support.DELEGATE: _("delegate"),
    Support.SOVEREIGNTY: _("sovereignty"),
}
"""What a member's support is made of."""

POSITIONS: Final = {
    Position.OBJECTS: _("objects"),
    Position.RESERVED: _("reserved"),
    Position.SILENT: _("silent"),
    Position.SUPPORTS: _("supports"),
}
"""A member's position on a draft."""

ENDINGS: Final = {
    "not_yet": _("not yet"),
    "last_turn": _("last turn"),
    "regime_falls": _("regime falls"),
    "alliance_fractures": _("alliance fractures"),
    "strategic_exchange": _("strategic exchange"),
}
"""Why a game is over, by the name of the ending."""

THREAT: Final = {
    "turn": _("turn"),
    "observer": _("observer"),
    "target": _("target"),
    "aggregate": _("aggregate"),
    "proximity": _("proximity"),
    "offensive": _("offensive"),
    "intentions": _("intentions"),
    "threat": _("threat"),
}
"""Headings of the columns of threat, by their names in CSV."""
