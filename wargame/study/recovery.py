"""Where the game's own code fails in the middle of a turn: what people ordered stands, and what was being decided is open again.

A game has no chance but its dice: opened again with the same entries, it would fail at the same place for ever.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from wargame.model.facilitation import OpenTurn
from wargame.session import Session
from wargame.store.journal import CLOSING, REOPENED, standing
from wargame.store.saves import Entry, Save

OWN: Final = ("order", "withdrawal", "chosen")  # kinds of the entries that a seat makes while it decides


def void_in(session: Session, save: Save) -> list[int]:
    """The entries that say that this part of the turn was decided: every readiness, and all that AI seats did, which they do anew.

    Orders, soundings and words of people are not among them.
    """
    thinking = {name for name, place in session.seats.items() if place.player is not None}
    return [entry.seq for entry in standing(save.entries(_begin(session, save))) if _is_void(entry, thinking)]


def take_back(save: Save, turn: int, void: Sequence[int]) -> None:
    """Write into a save that these entries of a turn hold no more; nothing, where there are none."""
    if void:
        save.append(turn, REOPENED, json.dumps({"void": list(void)}))


def is_reopened(session: Session, save: Save) -> bool:
    """This part of the turn was decided once, and could not be carried out."""
    return any(entry.kind == REOPENED for entry in save.entries(_begin(session, save)))


def _begin(session: Session, save: Save) -> int:
    """The number of the last entry before this part of the turn."""
    last = save.latest_snapshot()
    return max(session.came_on, last.seq if last is not None else 0)


def _is_void(entry: Entry, thinking: set[str]) -> bool:
    if entry.kind == "facilitated":
        return bool(json.loads(entry.body)["act"]["type"] == OpenTurn().type)
    return entry.kind in CLOSING or (entry.kind in OWN and json.loads(entry.body)["seat"] in thinking)
