"""National delegations in the report: for the teacher with briefs opened, for a seat not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_memory import commit_all
from wargame.model import events as ev
from wargame.model.orders import RequestForces, TableDraft
from wargame.model.scenario import Scenario
from wargame.model.words import Respond, Speak
from wargame.report.benches import benches, cost_of
from wargame.report.knowledge import knowledge_of
from wargame.report.page import page
from wargame.report.retrace import Retraced, Stage, retraced
from wargame.store.faults import InputError
from wargame.store.saves import list_saves
from wargame.study.company import Company
from wargame.study.keeping import begin_game, reopen_game, resume
from wargame.study.proving import replay
from wargame.ui.screens.saved import can_continue

SEATS = {"nato": "human", "eu": "human", "russia": "human"}


@pytest.fixture(scope="module")
def kept(first_steps: Scenario, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A save in which Estonia's delegate has spoken against a draft, and refused its forces."""
    path = tmp_path_factory.mktemp("benches") / "spoken.tripwire"
    company = Company(SEATS, {"EST": "Ada & Bo"}, delegates=("EST",))
    session, save = begin_game(path, first_steps, 1, company)
    with save:
        session.begin()
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


def test_a_save_of_delegates_alone_can_be_continued(first_steps: Scenario, tmp_path: Path) -> None:
    """The list offers it, and the command that plays computers on leaves it to the screen."""
    path = tmp_path / "alone.tripwire"
    company = Company(dict.fromkeys(SEATS, "ai:idle"), delegates=("EST",))
    session, save = begin_game(path, first_steps, 1, company)
    with save:
        session.begin()
    (listing,) = list_saves(tmp_path)
    assert can_continue(listing)
    with pytest.raises(InputError, match="EST"):
        resume(path)
    again, save, _scenario = reopen_game(path)
    save.close()
    assert list(again.floor.delegations) == ["EST"]


def test_the_teacher_reads_what_was_said_and_what_it_cost(game: Retraced) -> None:
    """Who spoke, the result, the aims with the brief opened, each word with its price."""
    (part,) = benches(game, knowledge_of(game, ""))
    text = str(part.section)
    for words in ("Ada &amp; Bo", "(secret brief)", "Turn 1, on Open channels", "Objects", "refused"):
        assert words in text
    assert {said.state for said in game.words} == {"EST"}
    known = knowledge_of(game, "")
    paid = sum(heard.event.cost for heard in known.heard if isinstance(heard.event, ev.DelegateDeparted))
    assert sum(cost_of(known, said) for said in game.words) == paid > 0
    assert page(game, knowledge_of(game, "")).count('id="benches"') == 1


@pytest.mark.parametrize("seat", ["nato", "eu", "russia"])
def test_a_seat_reads_nothing_of_it(game: Retraced, seat: str) -> None:
    """Rulebook 12: a brief is its delegate's alone."""
    assert benches(game, knowledge_of(game, seat)) == []
    assert "secret brief" not in page(game, knowledge_of(game, seat))


def test_a_game_without_delegates_has_no_such_part(war_game: Retraced) -> None:
    """And no heading for it."""
    assert benches(war_game, knowledge_of(war_game, "")) == []
