"""What came from outside the game in the report: the teacher's has all of it, a seat's what it was told, marked where invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.injected import LATER, PRIVATE, PUBLIC, injected
from wargame.engine.chair import Chairs
from wargame.engine.compile import Compiled
from wargame.model.facilitation import Annotate, OpenTurn, Withhold, Write
from wargame.model.injects import InjectEffect
from wargame.model.scenario import Scenario
from wargame.model.shifts import Shift
from wargame.model.starts import shortened
from wargame.report.knowledge import knowledge_of
from wargame.report.page import page
from wargame.report.retrace import Retraced, Stage, retraced
from wargame.study.company import Company
from wargame.study.keeping import begin_game
from wargame.study.proving import replay

NOTE = "Nobody asked what it costs."
HELD = "Held for the facilitator"
OWN = Write(
    title="A rumour", text="It is said.", to="eu", effects=(InjectEffect(effect=Shift.OPINION, of="POL", size=3),)
)


@pytest.fixture(scope="module")
def led_save(first_steps: Scenario, start: Compiled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two turns of computers, facilitated; `start` has the rules compiled."""
    assert start.world.course[0].turns == first_steps.turns
    path = tmp_path_factory.mktemp("led") / "led.tripwire"
    company = Company(dict.fromkeys(first_steps.bodies, "ai:cadet"), chairs=Chairs.TAKEN)
    session, save = begin_game(path, shortened(injected(first_steps), 2), 1, company)
    with save:
        session.begin()
        for act in (OWN, Annotate(text=NOTE), Withhold(inject="harvest"), OpenTurn()):
            session.facilitate(act)
        session.play_out()
        session.facilitate(OpenTurn())
        session.play_out()
        assert session.over
    return path


@pytest.fixture(scope="module")
def led(led_save: Path) -> Retraced:
    """It, retraced."""
    return retraced(led_save, Stage.OVER, lambda _share: None)


def test_a_facilitated_game_proves_itself(led_save: Path) -> None:
    """What `replay --verify` asks: every state and every choice of an AI comes out again, injects and all."""
    _session, proof = replay(led_save)
    assert proof.faults == ()
    assert proof.choices >= 6
    assert proof.snapshots >= 4


def test_the_teacher_reads_all_of_it(led: Retraced) -> None:
    """What was told, whether it is true, what was done and noted, what was held ready and not told."""
    told = page(led, knowledge_of(led, ""))
    for words in (PUBLIC, PRIVATE, "They name a street in Riga.", "A rumour", NOTE, LATER, HELD, "Invented."):
        assert words in told
    assert "Withheld “Harvests fail in the south”" in told
    assert "Source: An agency" in told
    assert "Held ready and not told" in told
    assert told.count(NOTE) == 2  # in the hot-wash too


@pytest.mark.parametrize(
    ("seat", "private", "own"), [("nato", True, False), ("eu", False, True), ("russia", False, False)]
)
def test_a_seat_reads_what_it_was_told(led: Retraced, seat: str, private: bool, own: bool) -> None:
    """Neither what others were told in private, nor what was never told, nor what the facilitator noted."""
    told = page(led, knowledge_of(led, seat))
    assert PUBLIC in told
    assert (PRIVATE in told) is private
    assert ("It is said." in told) is own
    for hidden in (NOTE, LATER, HELD, "What the facilitator did", "Bread is dearer."):
        assert hidden not in told
    assert "By the facilitator: public support in Poland for a firm policy +3 %." in told


def test_a_game_without_a_deck_has_no_such_part(war_game: Retraced) -> None:
    """Nothing came from outside, so nothing is said of it."""
    assert "From outside the game" not in page(war_game, knowledge_of(war_game, ""))
