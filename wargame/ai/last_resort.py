"""Nuclear use as a staff thinks of it: in the hour of last resort only, and where the enemy is massed."""

from __future__ import annotations

import numpy as np

from wargame.model.columns import column_of
from wargame.model.view import View
from wargame.rules.law import plain
from wargame.rules.nuclear import thinks_of_use
from wargame.rules.texts import is_use


def is_thought_of(view: View, kind: int) -> bool:
    """The hour has come in which a seat weighs a measure of use, as it weighs any other."""
    return bool(plain(is_use)(kind)) and bool(plain(thinks_of_use)(view.world, view.state, view.body))


def massed(view: View, against: int) -> list[int]:
    """Where the enemy's forces are known to stand on land of a state without nuclear weapons, the strongest first."""
    units, land = view.state.formations, view.world.regions
    own = (column_of(units, "alive") == 1) & (column_of(units, "owner") == against)
    there = np.bincount(
        column_of(units, "at")[own], weights=column_of(units, "strength")[own], minlength=len(view.names.places)
    )
    home = column_of(land, "home")
    armed = column_of(view.world.countries, "warheads") == 1
    found = [r for r in np.flatnonzero(there).tolist() if home[r] >= 0 and not armed[home[r]]]
    return sorted(found, key=lambda r: (-there[r], r))
