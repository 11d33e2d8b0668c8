"""The manner of a measure: how firm it is and whether it escalates, on which it depends what a member's reason means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from wargame.model.codes import Effect
from wargame.model.names import Names
from wargame.model.world import World
from wargame.rules.escalation import RUNG
from wargame.rules.law import plain
from wargame.rules.texts import has_effect, size_of

AMBITIONS: Final = (1, 2, 3)


@dataclass(frozen=True)
class Manner:
    """How a measure goes about its matter: `firmness` in 1/1000, below nought it conciliates; `rung` in 1/1000.

    `asks` and `grants` are the terms of peace (codes.Grant) at ambition 1, 2, 3; empty for a measure without.
    """

    firmness: int
    rung: int
    asks: tuple[int, ...] = ()
    grants: tuple[int, ...] = ()

    @property
    def conciliates(self) -> bool:
        """It holds out a hand."""
        return self.firmness < 0

    @property
    def escalates(self) -> bool:
        """It climbs the ladder of escalation; what stays below its first rung does not."""
        return self.rung >= RUNG


FIRM: Final = Manner(1000, RUNG)
"""A plain call to stand up to somebody, such as one for contributions or forces."""


def manners_of(world: World, names: Names) -> Mapping[str, Manner]:
    """The manner of each measure."""
    return {name: _manner(world, m) for m, name in enumerate(names.measures.ids)}


def _manner(world: World, measure: int) -> Manner:
    facts = world.measures[measure]
    asks, grants = (terms_by_ambition(world, measure, code) for code in (Effect.DEMAND, Effect.CONCEDE))
    return Manner(int(facts.firmness), int(facts.escalation), asks, grants)


def terms_by_ambition(world: World, measure: int, code: Effect) -> tuple[int, ...]:
    """The terms that a measure asks for or grants at ambition 1, 2, 3; empty where it does not."""
    if not plain(has_effect)(world, measure, code):
        return ()
    return tuple(plain(size_of)(world, measure, level, code) for level in AMBITIONS)
