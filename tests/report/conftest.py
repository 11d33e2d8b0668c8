"""A war of `first_steps` with two people in it, kept as a save and retraced once for all tests of the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from wargame.ai.campaigning import assault
from wargame.engine.compile import Compiled
from wargame.model.codes import Phase
from wargame.model.orders import RequestForces, SoundOut, TableDraft
from wargame.model.scenario import Scenario
from wargame.report.retrace import Retraced, Stage, retraced
from wargame.session import Session
from wargame.study.company import Company
from wargame.study.keeping import begin_game

HOSTILE = '</td><script>alert("x")</script>&\x07'  # a name that a person gave
PEOPLE = {"nato": HOSTILE, "russia": "Ada & Bo"}
SEATS = {"nato": "human", "eu": "ai:cadet", "russia": "human"}


def order_for_nato(session: Session) -> None:
    """Sounds two members out, and wants a battlegroup in Estonia."""
    session.submit("nato", SoundOut(member="DEU"))
    session.submit("nato", SoundOut(member="POL"))
    session.submit("nato", TableDraft(measure="forward_presence", ambition=2, against="RUS", on="EE-TALL"))
    session.submit("nato", RequestForces(capability="land", place="EE-TALL", weeks=8))


def order_for_russia(session: Session) -> None:
    """Harms one neighbour unseen, and goes to war with another."""
    session.submit("russia", TableDraft(measure="hybrid_campaign", ambition=3, against="LVA"))
    session.submit("russia", TableDraft(measure="go_to_war", ambition=1, against="EST"))


def play(session: Session, turns: int) -> None:
    """So many turns, or to the end."""
    while not session.over and session.turn < turns:
        session.play_out()
        if session.phase == Phase.CAUCUS and session.turn == 0:
            order_for_nato(session)
            order_for_russia(session)
        if session.phase == Phase.ORDERS:
            view = session.view("russia")
            for march in assault(view, view.names.countries.row("EST")):
                session.submit("russia", march)
        session.commit("nato")
        session.commit("russia")


def kept_game(folder: Path, scenario: Scenario, turns: int) -> Path:
    """The save of such a game."""
    path = folder / "war.tripwire"
    session, save = begin_game(path, scenario, 1, Company(SEATS, PEOPLE))
    with save:
        session.begin()
        play(session, turns)
    return path


@pytest.fixture(scope="session")
def war_save(first_steps: Scenario, start: Compiled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Played to its end; `start` has the rules compiled."""
    assert start.world.course[0].turns == first_steps.turns
    return kept_game(tmp_path_factory.mktemp("kept"), first_steps, first_steps.turns)


@pytest.fixture(scope="session")
def war_game(war_save: Path) -> Retraced:
    """It, retraced."""
    return retraced(war_save, Stage.OVER, lambda _share: None)
