"""A View: what one seat knows, as a whole State with the unknown estimated, and masks that say what is exact."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wargame.model.names import Names
from wargame.model.state import State
from wargame.model.world import World

Mask = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


@dataclass(frozen=True)
class View:
    """What the seat of a body knows. `exact[table]` marks the rows whose owner columns are the truth."""

    seat: str
    body: int
    world: World
    names: Names
    state: State
    exact: dict[str, Mask]

    @property
    def within(self) -> tuple[str, ...]:
        """The states that the seat knows from within, by id."""
        known = zip(self.names.countries.ids, self.exact["countries"].tolist(), strict=True)
        return tuple(name for name, is_known in known if is_known)
