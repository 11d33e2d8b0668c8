"""What lies near to a seat: its own members, the states that its objectives read, and who fights either of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from wargame.model.columns import column_of
from wargame.model.view import View


class Nearness(IntEnum):
    """How near something is to a seat: what it weighs for that seat, in hundredths of what it weighs for anybody."""

    FAR = 100
    CONCERNED = 200  # a state that its objectives read, or that fights it or such a state
    OWN = 300


@dataclass(frozen=True)
class Interests:
    """Ids of the states near to a seat, and its body; for nobody's seat all are far."""

    body: str = ""
    own: frozenset[str] = frozenset()
    concerned: frozenset[str] = frozenset()

    def of_states(self, states: Iterable[str | None]) -> Nearness:
        """How near the nearest of some states is."""
        named = {state for state in states if state is not None}
        if named & self.own:
            return Nearness.OWN
        return Nearness.CONCERNED if named & self.concerned else Nearness.FAR


EVERYBODY = Interests()
"""For a reader who looks on and sides with nobody."""


def interests_of(view: View) -> Interests:
    """The interests of a seat, from what is public: memberships and wars; and from its own objectives."""
    state, world, ids = view.state, view.world, view.names.countries.ids
    own = column_of(state.members, "joined")[view.body] == 1
    read = column_of(world.objectives, "target")[column_of(world.objectives, "body") == view.body]
    near = own.copy()
    near[read[read >= 0]] = True
    fighting = np.asarray(column_of(state.pairs, "war") == 1)
    near |= fighting[near].any(axis=0)
    named = {ids[row] for row in np.flatnonzero(near).tolist()}
    members = frozenset(ids[row] for row in np.flatnonzero(own).tolist())
    return Interests(view.seat, members, frozenset(named) - members)
