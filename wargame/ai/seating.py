"""Who plays a seat: from a word such as `ai:staff` to a player with a seed of its own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Final

from wargame.ai.cadet import Cadet
from wargame.ai.idle import Idle
from wargame.ai.policy import Level, Player
from wargame.ai.staff import GENERAL, STAFF, Staff
from wargame.model.orders import Order
from wargame.model.scenario import Scenario

AI: Final = "ai"  # how a word says that an AI sits there: `ai:staff`
HUMAN: Final = "human"  # how it says that a person sits there


@dataclass
class Seat:
    """A side's seat: who sits there and what it has decided in this phase."""

    body: int
    player: Player | None  # None for a human
    orders: dict[int, Order] = field(default_factory=dict)  # by sequence number
    ready: bool = False
    intended: tuple[Order, ...] = ()  # what it means to order when the forces can be ordered this turn


def own_seed(game_seed: int, seat: str) -> int:
    """The seed of a seat's own dice: told by the game's seed, but not the other way round."""
    return int.from_bytes(hashlib.sha256(f"{game_seed}/{seat}".encode()).digest()[:4], "big") >> 1


def usual_level(scenario: Scenario, seat: str) -> Level:
    """How well a seat is played where nobody says otherwise: as the scenario has it."""
    return Level(scenario.bodies[seat].ai)


def player_of(level: Level, game_seed: int, seat: str) -> Player:
    """An AI of a level for a seat."""
    match level:
        case Level.IDLE:
            return Idle()
        case Level.CADET:
            return Cadet(own_seed(game_seed, seat))
        case Level.STAFF:
            return Staff(own_seed(game_seed, seat))
        case Level.GENERAL:
            return Staff(own_seed(game_seed, seat), GENERAL)


def turns_foreseen(who: str) -> int:
    """How many turns, the one that is decided included, an AI meant by `ai:staff` looks ahead; 0 for a person, or who does not look."""
    depths = {Level.STAFF: STAFF.depth, Level.GENERAL: GENERAL.depth}
    found = next((depth for level, depth in depths.items() if who == f"{AI}:{level.value}"), None)
    return found.horizon if found else 0


def sitter(who: str, game_seed: int, seat: str) -> Player | None:
    """Who is meant by `human` (None) or `ai:staff`. Raises ValueError for any other word."""
    if who == HUMAN:
        return None
    kind, _, level = who.partition(":")
    if kind != AI or level not in {known.value for known in Level}:
        raise ValueError(f"nobody is known as {who!r}")
    return player_of(Level(level), game_seed, seat)
