"""Games of `first_steps` played once for many tests: every outcome of every phase, in peace, at war and in emergency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wargame.ai.campaigning import assault
from wargame.ai.policy import Level, Player
from wargame.ai.seating import player_of
from wargame.engine.compile import Compiled
from wargame.engine.resolve import Outcome
from wargame.model.codes import Phase
from wargame.model.names import Names
from wargame.model.orders import RequestForces, SoundOut, TableDraft
from wargame.model.state import State
from wargame.model.world import World
from wargame.session import Session
from wargame.store.journal import Journal

AGGRESSOR, VICTIM = "russia", "EST"
COVERT_VICTIM = "LVA"


class Watched(Session):
    """A session that keeps every outcome it takes, with the state before it."""

    def __init__(self, start: Compiled, players: Mapping[str, Player | None], journal: Journal | None = None) -> None:
        super().__init__(start, players, journal)
        self.steps: list[tuple[State, Outcome]] = []

    def _take(self, outcome: Outcome) -> None:
        self.steps.append((self.state, outcome))
        super()._take(outcome)


@dataclass(frozen=True)
class Played:
    """A game: its tables, its session at the end, and each step it took as (state before, outcome)."""

    world: World
    names: Names
    session: Session
    steps: tuple[tuple[State, Outcome], ...]

    def after(self, phase: Phase) -> list[State]:
        """The states that stood in a phase, in their order."""
        return [outcome.state for _, outcome in self.steps if outcome.state.clock[0].phase == phase]

    @property
    def states(self) -> list[State]:
        """The start, and every state after it."""
        return [self.steps[0][0], *(outcome.state for _, outcome in self.steps)]


def seated(start: Compiled, level: Level, *humans: str) -> dict[str, Player | None]:
    """AIs of a level for all seats but the humans'."""
    seed = int(start.state.clock[0].seed)
    return {seat: None if seat in humans else player_of(level, seed, seat) for seat in start.names.bodies.ids}


def play_peace(start: Compiled) -> Played:
    """Councils of cadets and a leadership that does nothing, to the end."""
    session = Watched(start, seated(start, Level.CADET, AGGRESSOR))
    session.begin()
    while not session.over:
        session.play_out()
        session.commit(AGGRESSOR)
    return Played(session.world, session.names, session, tuple(session.steps))


def play_war(start: Compiled) -> Played:
    """Cadets against a leadership that subverts one neighbour, goes to war with another in turn 1 and attacks each turn."""
    session = Watched(start, seated(start, Level.CADET, AGGRESSOR))
    session.begin()
    while not session.over:
        session.play_out()
        if session.phase == Phase.CAUCUS and session.turn == 0:
            session.submit(AGGRESSOR, TableDraft(measure="hybrid_campaign", ambition=3, against=COVERT_VICTIM))
            session.submit(AGGRESSOR, TableDraft(measure="go_to_war", ambition=1, against=VICTIM))
        if session.phase == Phase.ORDERS:
            view = session.view(AGGRESSOR)
            for march in assault(view, view.names.countries.row(VICTIM)):
                session.submit(AGGRESSOR, march)
        session.commit(AGGRESSOR)
    return Played(session.world, session.names, session, tuple(session.steps))


def play_requested(start: Compiled) -> Played:
    """A turn in which a council asks its members for forces and sounds two of them out."""
    session = Watched(start, seated(start, Level.CADET, "nato"))
    session.begin()
    session.submit("nato", SoundOut(member="DEU"))
    session.submit("nato", SoundOut(member="POL"))
    session.submit("nato", RequestForces(capability="land", place="EE-TALL", weeks=8))
    session.play_out()
    session.commit("nato")
    session.play_out()
    session.commit("nato")
    return Played(session.world, session.names, session, tuple(session.steps))
