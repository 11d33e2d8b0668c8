"""January 2022, but Sweden is invited into the alliance, and all members have ratified but a few."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from wargame.engine.compile import compile_scenario
from wargame.engine.observe import observe
from wargame.engine.resolve import begin, open_turn
from wargame.model.codes import Track
from wargame.model.names import Names
from wargame.model.state import State
from wargame.model.view import View
from wargame.model.world import World
from wargame.store.scenarios import scenario_from

APPLICANT = "SWE"
HOLDOUTS = ("HUN", "TUR")
INFLUENCE = 200  # 1/10, that the alliance has


@dataclass(frozen=True)
class Invitation:
    """A world in which an accession waits, in the first caucus."""

    world: World
    state: State
    names: Names

    def view(self, seat: str) -> View:
        """What a seat knows of it."""
        return observe(self.world, self.state, self.names, self.names.bodies.row(seat))


def invitation(holdouts: Collection[str] = HOLDOUTS, influence: int = INFLUENCE) -> Invitation:
    """The members named have not ratified."""
    start = compile_scenario(scenario_from("invasion_2022", None), 1)
    state = open_turn(start.world, begin(start.world, start.state).state).state
    invite(state, start.names, holdouts, influence)
    return Invitation(start.world, state, start.names)


def invite(state: State, names: Names, holdouts: Collection[str] = HOLDOUTS, influence: int = INFLUENCE) -> None:
    """Write the invitation, and who has ratified, into a state."""
    applicant, nato = names.countries.row(APPLICANT), names.bodies.row("nato")
    state.countries[applicant].track, state.countries[applicant].track_day = Track.INVITED, 0
    state.bodies[nato].influence = influence
    for ally, name in enumerate(names.countries.ids):
        state.pairs[ally, applicant].ratified = int(state.members[nato, ally].joined and name not in holdouts)
