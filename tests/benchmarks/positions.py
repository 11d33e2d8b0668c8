"""Turns at war as staffs really play them: what each call of the resolver was given."""

from __future__ import annotations

from dataclasses import dataclass

from tests.played import seated
from wargame.ai.campaigning import assault
from wargame.ai.policy import Level
from wargame.engine.compile import compile_scenario
from wargame.model.codes import Phase
from wargame.model.orders import TableDraft
from wargame.model.plan import Plan
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.model.world import World
from wargame.session import Session


@dataclass(frozen=True)
class Turn:
    """One turn: the state and the plan of each call, two where it broke."""

    world: World
    calls: tuple[tuple[State, Plan], ...]

    @property
    def at_war(self) -> bool:
        """Some states fight in it."""
        return bool(self.calls[0][0].pairs["war"].any())  # type: ignore[call-overload]


class Recorder(Session):
    """A session that keeps what it hands to the resolver."""

    kept: list[tuple[int, State, Plan]]

    def _joint_plan(self) -> Plan:
        plan = super()._joint_plan()
        if self.phase == Phase.ORDERS:
            self.kept.append((self.turn, self.state, plan))
        return plan


def turns_of(scenario: Scenario, seed: int) -> list[Turn]:
    """The turns of a game of staffs."""
    start = compile_scenario(scenario, seed)
    session = Recorder(start, seated(start, Level.STAFF))
    session.kept = []
    session.begin()
    session.play_out()
    return _turns(session)


def turns_at_war(scenario: Scenario, seed: int, aggressor: str, victim: str) -> list[Turn]:
    """The turns of a game of cadets in which a leadership goes to war with a state in turn 1 and attacks in each turn."""
    start = compile_scenario(scenario, seed)
    session = Recorder(start, seated(start, Level.CADET, aggressor))
    session.kept = []
    session.begin()
    while not session.over:
        session.play_out()
        if session.phase == Phase.CAUCUS and session.turn == 0:
            session.submit(aggressor, TableDraft(measure="go_to_war", ambition=1, against=victim))
        if session.phase == Phase.ORDERS:
            view = session.view(aggressor)
            for march in assault(view, view.names.countries.row(victim)):
                session.submit(aggressor, march)
        session.commit(aggressor)
    return _turns(session)


def _turns(session: Recorder) -> list[Turn]:
    numbers = sorted({turn for turn, _, _ in session.kept})
    return [Turn(session.world, tuple((s, p) for t, s, p in session.kept if t == number)) for number in numbers]
