"""The manner of a measure: how firm it is and whether it escalates, on which it depends what a member's reason means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from wargame.model.names import Names
from wargame.model.world import World

FIRST_RUNG: Final = 1000  # 1/1000 rung of the ladder of escalation


@dataclass(frozen=True)
class Manner:
    """How a measure goes about its matter: `firmness` in 1/1000, below nought it conciliates; `rung` in 1/1000."""

    firmness: int
    rung: int

    @property
    def conciliates(self) -> bool:
        """It holds out a hand."""
        return self.firmness < 0

    @property
    def escalates(self) -> bool:
        """It climbs the ladder of escalation; what stays below its first rung does not."""
        return self.rung >= FIRST_RUNG


FIRM: Final = Manner(1000, FIRST_RUNG)
"""A plain call to stand up to somebody, such as one for contributions or forces."""


def manners_of(world: World, names: Names) -> Mapping[str, Manner]:
    """The manner of each measure."""
    facts = world.measures
    return {name: Manner(int(facts[m].firmness), int(facts[m].escalation)) for m, name in enumerate(names.measures.ids)}
