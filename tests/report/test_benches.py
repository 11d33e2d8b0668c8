"""National delegations in the report: for the teacher with briefs opened, for a seat not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_memory import commit_all
from wargame.model.orders import RequestForces, TableDraft
from wargame.model.scenario import Scenario
from wargame.model.words import Respond, Speak
from wargame.report.benches import benches
from wargame.report.knowledge import knowledge_of
from wargame.report.page import page
from wargame.report.retrace import Retraced, Stage, retraced
from wargame.study.company import Company
from wargame.study.keeping import begin_game, reopen_game
from wargame.study.proving import replay

SEATS = {"nato": "human", "eu": "human", "russia": "human"}


@pytest.fixture(scope="module")
def kept(first_steps: Scenario, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A save in which Estonia's delegate has spoken against a draft, and refused its forces."""
    path = tmp_path_factory.mktemp("benches") / "spoken.tripwire"
    session, save = begin_game(path, first_steps, 1, Company(SEATS, {"EST": "Ada & Bo"}))
    with save:
        session.begin()
        session.appoint("EST", "human")
        session.submit("nato", TableDraft(measure="open_channels", ambition=2, against="RUS"))
        session.submit("nato", RequestForces(capability="land", place="LV-RIGA", weeks=8))
        commit_all(session)
        session.speak("EST", Speak(draft=0, position="objects", lower="reserved"))
        session.speak("EST", Respond(request=0, answer="refuse"))
        session.rest("EST")
        commit_all(session)
    return path


@pytest.fixture(scope="module")
def game(kept: Path) -> Retraced:
    """The game retraced."""
    return retraced(kept, Stage.ANY, lambda _share: None)


def test_a_game_with_delegates_is_proved(kept: Path) -> None:
    """Replay: words and appointments are in the log, and every state comes out as it was kept."""
    session, proof = replay(kept)
    assert proof.faults == ()
    assert list(session.floor.delegations) == ["EST"]


def test_a_game_with_delegates_is_taken_up_again(kept: Path) -> None:
    """From its last snapshot: the delegate of Estonia is still appointed."""
    session, save, _scenario = reopen_game(kept)
    save.close()
    assert list(session.floor.delegations) == ["EST"]


def test_the_teacher_reads_what_was_said_and_what_it_cost(game: Retraced) -> None:
    """Who spoke, the result, the aims with the brief opened, each word with its price."""
    (part,) = benches(game, knowledge_of(game, ""))
    text = str(part.section)
    for words in ("Ada &amp; Bo", "(secret brief)", "Turn 1, on Open channels", "Objects", "refused"):
        assert words in text
    assert {said.state for said in game.words} == {"EST"}
    assert page(game, knowledge_of(game, "")).count('id="benches"') == 1


@pytest.mark.parametrize("seat", ["nato", "eu", "russia"])
def test_a_seat_reads_nothing_of_it(game: Retraced, seat: str) -> None:
    """Rulebook 12: a brief is its delegate's alone."""
    assert benches(game, knowledge_of(game, seat)) == []
    assert "secret brief" not in page(game, knowledge_of(game, seat))


def test_a_game_without_delegates_has_no_such_part(war_game: Retraced) -> None:
    """And no heading for it."""
    assert benches(war_game, knowledge_of(war_game, "")) == []
