"""What makes one counter look different from another, and how much room it takes."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from wargame.model.codes import Kind
from wargame.ui.map.camps import Hue

SLIDE = 0.09  # share of its size by which each lower card of a stack stands out
MOST_CARDS = 3  # that are seen of a stack
LEAST_TOLD = 50  # 1/1000 brigade: less would read as nought
BADGE = 0.42  # share of a card's size
LEAST_CARD = 34  # px: on a smaller card the letters could not be read
CHIP = (1.42, 0.48)  # width and height of a chip, shares of a card's size
PIP = 0.34  # side of a pip, share of a card's size


class Form(Enum):
    """How much a counter says. Where there is no room for one, the next takes less."""

    CARD = "a card: whose, what, how strong, how many"
    CHIP = "a chip: whose, how strong"
    PIP = "a pip: which camp"


class Look(NamedTuple):
    """All that makes one counter look different from another."""

    kind: Kind
    hue: Hue
    code: str  # whose
    figure: str  # strength, brigades
    number: int  # of formations in the stack
    size: int  # px, of a card; chips and pips are shares of it
    form: Form = Form.CARD


def figure_of(strength: int) -> str:
    """A strength of 1/1000 brigade as a counter says it."""
    brigades = strength / 1000
    if strength < LEAST_TOLD:
        return f"<{LEAST_TOLD / 1000:.1f}"
    return f"{brigades:.1f}" if brigades < 10 else f"{brigades:.0f}"


def slide(look: Look) -> int:
    """How far the cards below stand out to the right and up, px."""
    return round(look.size * SLIDE) * (min(look.number, MOST_CARDS) - 1)


def extent(look: Look) -> tuple[int, int]:
    """Width and height of a counter, px: of a card with what stands out below it, without the shadow."""
    if look.form is Form.CHIP:
        return round(look.size * CHIP[0]), round(look.size * CHIP[1])
    if look.form is Form.PIP:
        return round(look.size * PIP), round(look.size * PIP)
    out = slide(look)
    badge = round(look.size * BADGE / 3) if look.number > 1 else 0
    return look.size + out + badge, look.size + out + badge
