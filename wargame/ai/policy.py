"""A player that is a function of a View: cadet, staff and general, for councils and leaderships alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from wargame.model.codes import Phase
from wargame.model.events import Chosen, TermMap
from wargame.model.orders import Order, SoundOut
from wargame.model.view import View


class Level(Enum):
    """How well an AI plays: how many plans it compares and how far it looks, never what it may see."""

    IDLE = "idle"
    CADET = "cadet"
    STAFF = "staff"
    GENERAL = "general"


@dataclass(frozen=True)
class Choice:
    """One way to act, in words, with its terms (1/1000 point)."""

    label: str
    terms: TermMap

    @property
    def value(self) -> int:
        """The sum of the terms."""
        return sum(self.terms.values())


@dataclass(frozen=True)
class Decision:
    """Orders with the choice behind them and the best alternative."""

    orders: tuple[Order, ...]
    choice: Choice
    alternative: Choice


def chosen(decision: Decision, seat: str, day: int, phase: str) -> Chosen:
    """The event that tells a seat's decision and why."""
    return Chosen(
        day=day,
        known_to=(seat,),
        seat=seat,
        phase=phase,
        choice=decision.choice.label,
        terms=decision.choice.terms,
        alternative=decision.alternative.label,
        alternative_terms=decision.alternative.terms,
    )


class Player(Protocol):
    """Decides for a seat, on its View alone."""

    def sound(self, view: View) -> tuple[SoundOut, ...]:
        """Whom to sound out before drafting."""

    def caucus(self, view: View) -> Decision:
        """Drafts and requests of the turn."""

    def command(self, view: View) -> Decision:
        """Marches of the turn."""

    def emergency(self, view: View) -> Decision:
        """Drafts of an emergency session."""


def decided(player: Player, phase: Phase, view: View) -> Decision:
    """What a player decides where the turn stands; in a caucus, after it has sounded out whom it would."""
    match phase:
        case Phase.CAUCUS:
            return player.caucus(view)
        case Phase.EMERGENCY:
            return player.emergency(view)
        case _:
            return player.command(view)
