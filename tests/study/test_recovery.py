"""A crash eats no turn: what people ordered stands, what was being decided is open again, and the save opens (law 13)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from wargame.ai.cadet import Cadet
from wargame.engine import resolve
from wargame.engine.chair import Chairs
from wargame.engine.invariants import BrokenInvariant
from wargame.engine.packing import digest
from wargame.model.codes import Phase
from wargame.model.orders import Order, SoundOut, TableDraft
from wargame.model.scenario import Scenario
from wargame.model.words import Speak
from wargame.store.faults import InputError
from wargame.store.saves import SUFFIX, create_save, read_save
from wargame.study.company import Company, Visits
from wargame.study.proving import replay
from wargame.ui.play.game import Game, continued, new_game

CHANNELS = TableDraft(measure="open_channels", ambition=1, against="RUS")
SOUNDING = SoundOut(member="DEU")
SEATS = {"nato": "human", "eu": "ai:cadet", "russia": "ai:cadet"}


def silent(_who: str) -> None:
    """Nobody looks on."""


def fail(*_given: object) -> None:
    """What a fault of the game's own code does."""
    raise BrokenInvariant("events that found no room in the record: 1")


def ordered(scenario: Scenario, folder: Path) -> Game:
    """A game in its first caucus, in which a person has sounded out one member and tabled one draft."""
    game = new_game(scenario, 3, Company(SEATS), folder)
    for order in (SOUNDING, CHANNELS):
        game.session.submit("nato", order)
    return game


def given(game: Game) -> list[Order]:
    """What the person has ordered in this part of the turn."""
    return list(game.session.seats["nato"].orders.values())


def failing(game: Game, step: Callable[[], object], broken: tuple[object, str], patch: pytest.MonkeyPatch) -> Game:
    """A game whose step failed and took the program with it, opened again while the code is still broken; then that is mended."""
    with patch.context() as while_broken:
        while_broken.setattr(*broken, fail)
        with pytest.raises(BrokenInvariant):
            step()
        game.close()
        return continued(game.save.path)


def test_a_part_of_the_turn_that_fails_is_open_again(
    first_steps: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seat is not ready, its orders stand under their numbers and can be withdrawn; sound code goes on, and it proves itself."""
    game = ordered(first_steps, tmp_path)
    again = failing(game, lambda: game.play_on(silent), (resolve, "close_caucus"), monkeypatch)
    assert again.has_failed
    assert given(again) == [SOUNDING, CHANNELS]
    assert not any(place.ready for place in again.session.seats.values())
    again.session.withdraw("nato", list(again.session.seats["nato"].orders)[1])
    again.play_on(silent)
    assert again.session.phase is Phase.ORDERS
    assert not again.has_failed
    again.play_on(silent)
    assert again.session.turn == 1
    again.close()
    _session, proof = replay(again.save.path)
    assert proof.faults == ()
    assert proof.choices == 6  # of two computers in two parts of a turn and the first of the next, each once


def test_an_ai_that_fails_gives_the_turn_back(
    first_steps: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever plays a side that cannot decide may seat another there: nobody is ready."""
    game = ordered(first_steps, tmp_path)
    again = failing(game, lambda: game.play_on(silent), (Cadet, "caucus"), monkeypatch)
    assert given(again) == [SOUNDING, CHANNELS]
    again.hand_over("eu", "ai:idle")
    again.hand_over("russia", "ai:idle")
    again.play_on(silent)
    assert again.session.phase is Phase.ORDERS
    again.close()


def test_a_session_that_fails_after_the_delegates_have_spoken_hears_them_again(
    first_steps: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What they said stands; that they had said all does not."""
    game = new_game(first_steps, 3, Company(SEATS, delegates=("EST",)), tmp_path)
    game.session.submit("nato", CHANNELS)
    game.play_on(silent)
    game.look()
    draft = game.embassy().agenda.drafts[0].draft
    game.speak(Speak(draft=draft, position="supports", lower="supports"))
    again = failing(game, game.rest, (resolve, "close_caucus"), monkeypatch)
    assert again.delegate == "EST"
    assert [word.draft for word in again.embassy().said if isinstance(word, Speak)] == [draft]
    again.rest()
    assert again.session.phase is Phase.ORDERS
    again.close()


def test_a_turn_that_fails_to_open_is_opened_again(
    first_steps: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The facilitator is asked once more."""
    game = new_game(first_steps, 3, Company(SEATS, chairs=Chairs.TAKEN), tmp_path)
    again = failing(game, lambda: game.open_turn(silent), (resolve, "open_turn"), monkeypatch)
    assert again.leads
    again.open_turn(silent)
    assert again.session.phase is Phase.CAUCUS
    again.close()


def test_a_program_that_was_killed_as_it_failed_opens_its_save(
    first_steps: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody was left to note that it failed: opening the save finds it out, and notes it."""
    game = ordered(first_steps, tmp_path)
    game.session.play_out()
    monkeypatch.setattr(resolve, "close_caucus", fail)
    with pytest.raises(BrokenInvariant):
        game.session.commit("nato")
    game.close()
    before = len(read_save(game.save.path).entries)
    again = continued(game.save.path)
    assert given(again) == [SOUNDING, CHANNELS]
    assert [entry.kind for entry in read_save(game.save.path).entries[before:]] == ["reopened"]
    again.close()


def test_who_was_to_be_asked_once_is_asked_again(
    first_steps: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a game of one visit the orders were intended: those that could not be carried out are open to be changed."""
    game = new_game(first_steps, 3, Company(SEATS, visits=Visits.ONE), tmp_path)
    monkeypatch.setattr(resolve, "carry_out", fail)
    with pytest.raises(BrokenInvariant):
        game.play_on(silent)
    game.close()
    monkeypatch.undo()
    again = continued(game.save.path)
    assert (again.phase, again.has_failed) == (Phase.ORDERS, True)
    again.play_on(silent)
    assert again.session.turn == 1
    again.close()


def test_a_damaged_log_is_no_failure_of_the_game(first_steps: Scenario, tmp_path: Path) -> None:
    """An entry that no game wrote refuses the save, and nothing is written to it."""
    game = ordered(first_steps, tmp_path)
    game.session.play_out()
    game.save.append(0, "order", '{"seat": "nato", "order": {"type": "parley"}}')
    game.close()
    kept = game.save.path.read_bytes()
    with pytest.raises(InputError, match="cannot be resumed"):
        continued(game.save.path)
    assert game.save.path.read_bytes() == kept


def test_a_snapshot_goes_on_where_its_past_cannot_be_told(first_steps: Scenario, tmp_path: Path) -> None:
    """The state is whole though an older entry is of no known kind: the game goes on, and says that it does not tell all."""
    game = new_game(first_steps, 3, Company(SEATS), tmp_path)
    for _part in range(2):
        game.play_on(silent)
    game.close()
    saved = read_save(game.save.path)
    with create_save(tmp_path / f"odd{SUFFIX}", saved.header) as save:
        for entry in saved.entries[: saved.snapshots[-1].seq]:
            kind = "parley" if entry.kind == "chosen" else entry.kind
            save.append(entry.turn, kind, json.dumps(json.loads(entry.body)))
        save.snapshot(1, "caucus", saved.snapshots[-1].body)
    again = continued(save.path)
    assert digest(again.session.state) == digest(game.session.state)
    assert not again.session.tells_all
    again.close()
