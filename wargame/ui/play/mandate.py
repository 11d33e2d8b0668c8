"""What a delegate means to say on one draft: it begins as its government's line, and each choice keeps to the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from wargame.engine.agenda import DraftItem, Prices, Reading
from wargame.engine.floor import positions_of, prices_of
from wargame.model.codes import Position
from wargame.model.state import MOST_POINTS
from wargame.model.words import Speak

ToOffer = Literal["take", "refuse"]
STEP: Final = 500  # 1/1000 point between two prices that may be asked


@dataclass(frozen=True)
class Mandate:
    """Both positions, the answer to what is offered, and the price that is named instead (1/1000 point, 0 for none)."""

    item: DraftItem
    first: Position
    lower: Position
    offer: ToOffer = "refuse"
    asks: int = 0

    @property
    def word(self) -> Speak:
        """As it is said."""
        first, lower = self.first.name.lower(), self.lower.name.lower()
        told = {"draft": self.item.draft, "position": first, "lower": lower, "offer": self.offer, "asks": self.asks}
        return Speak.model_validate(told)

    @property
    def cost(self) -> int:
        """The most that it costs the government (1/1000): a draft is paid once, by the dearer reading."""
        return max(prices_of(self.item, self.word))

    def open_to(self, reading: Reading) -> Prices:
        """The positions that may be taken at a reading, with what each costs."""
        return reading.prices_taken if self.offer == "take" else reading.prices

    def at_first(self, position: Position) -> Mandate:
        """Another position on the draft as tabled; with one reading, the only one."""
        return replace(self, first=position, lower=self.lower if len(self.item.readings) > 1 else position)

    def at_lower(self, position: Position) -> Mandate:
        """Another position on the draft read lower."""
        return replace(self, lower=position)

    def answering(self, offer: ToOffer, asks: int = 0) -> Mandate:
        """Another answer to the offer, the positions as near as it leaves them."""
        told = replace(self, offer=offer, asks=asks)
        first = _nearest(self.first, told.open_to(self.item.readings[0]))
        return replace(told, first=first, lower=_nearest(self.lower, told.open_to(self.item.lowest)))


def line_of(item: DraftItem) -> Mandate:
    """What happens if nobody speaks: the offer is taken, and the government's own terms have it."""
    first, lower = item.readings[0], item.lowest
    if item.offer:
        return Mandate(item, min(first.prices_taken), min(lower.prices_taken), "take")
    return Mandate(item, first.line.position, lower.line.position)


def said(item: DraftItem, word: Speak) -> Mandate:
    """What a delegate has said already."""
    first, lower = positions_of(word)
    return Mandate(item, first, lower, word.offer, word.asks)


def prices_to_ask(item: DraftItem) -> list[int]:
    """What may be asked instead of what is offered (1/1000 point), the least first."""
    return [asked for asked in range(STEP, MOST_POINTS + 1, STEP) if asked > item.offer]


def _nearest(position: Position, open_to: Iterable[Position]) -> Position:
    return min(open_to, key=lambda other: (abs(other - position), -other))
