"""Who plays a seat: from a word such as `ai:staff` to a player with a seed of its own."""

from __future__ import annotations

import hashlib

from wargame.ai.cadet import Cadet
from wargame.ai.policy import Level, Player
from wargame.ai.staff import Staff


def own_seed(game_seed: int, seat: str) -> int:
    """The seed of a seat's own dice: told by the game's seed, but not the other way round."""
    return int.from_bytes(hashlib.sha256(f"{game_seed}/{seat}".encode()).digest()[:4], "big") >> 1


def player_of(level: Level, game_seed: int, seat: str) -> Player:
    """An AI of a level for a seat."""
    match level:
        case Level.CADET:
            return Cadet(own_seed(game_seed, seat))
        case Level.STAFF:
            return Staff(own_seed(game_seed, seat))
