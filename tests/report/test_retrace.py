"""A game is retraced as it was played, or refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.calling import call
from tests.report.conftest import SEATS, kept_game
from wargame.engine.packing import digest, pack, unpack
from wargame.model.codes import Phase
from wargame.model.columns import column_of
from wargame.model.orders import TableDraft
from wargame.model.scenario import Scenario
from wargame.report.retrace import Retraced
from wargame.store.saves import NewEntry, create_save, read_save


def test_every_turn_ends_as_it_was_kept(war_save: Path, war_game: Retraced) -> None:
    """The states are those of the save, from before turn 1 to the end."""
    kept = {s.turn: s for s in read_save(war_save).snapshots if s.phase in ("caucus", "over")}
    assert sorted(war_game.ends) == sorted(kept) == list(range(war_game.scenario.turns + 1))
    for turn, state in war_game.ends.items():
        assert digest(state) == digest(unpack(kept[turn].body, state))
    assert war_game.is_over
    assert war_game.same_rules


def test_decisions_name_who_took_them(war_game: Retraced) -> None:
    """A person without reasons, an AI with them; the orders are those that stood when the seat was ready."""
    first = {
        decided.seat: decided for decided in war_game.decisions if (decided.turn, decided.phase) == (1, Phase.CAUCUS)
    }
    assert {seat: decided.who for seat, decided in first.items()} == SEATS
    assert first["nato"].chosen is None
    assert first["eu"].chosen is not None
    tabled = [order.measure for order in first["russia"].orders if isinstance(order, TableDraft)]
    assert tabled == ["hybrid_campaign", "go_to_war"]
    assert {decided.turn for decided in war_game.decisions} == set(range(1, war_game.scenario.turns + 1))


def test_a_turn_has_its_own_events(war_game: Retraced) -> None:
    """Each event once, in the turn whose days it is of; what is told as a turn ends is still of that turn."""
    length = war_game.scenario.weeks_a_turn * 7
    assert all(length * (each.turn - 1) <= each.event.day <= length * each.turn for each in war_game.events)
    wars = [each.turn for each in war_game.events if each.event.type == "war"]
    assert wars[0] == 1


def test_a_game_that_is_not_over(capsys: pytest.CaptureFixture[str], first_steps: Scenario, tmp_path: Path) -> None:
    """It is refused, but where the teacher asks for it; for a seat always."""
    save, out = kept_game(tmp_path, first_steps, 1), tmp_path / "out.html"
    assert call(capsys, "report", save, "--out", out).complaint.startswith(f"{save}: the game is not over: ")
    assert call(capsys, "report", save, "--out", out, "--seat", "eu").complaint.startswith(
        f"{save}: the game is not over"
    )
    asked = call(capsys, "report", save, "--out", out, "--seat", "eu", "--unfinished").complaint
    assert "the report is the teacher's alone" in asked
    assert not out.exists()
    assert call(capsys, "report", save, "--out", out, "--unfinished").lines == [f"written: {out}"]
    assert "This game is not over." in out.read_text("utf-8")


def test_a_state_that_the_orders_do_not_lead_to(
    capsys: pytest.CaptureFixture[str], war_save: Path, war_game: Retraced, tmp_path: Path
) -> None:
    """Such a save is damaged; under other rules the line says which program wrote it."""
    saved = read_save(war_save)
    state = unpack(saved.snapshots[0].body, war_game.ends[0])
    column_of(state.countries, "opinion")[0] += 1
    for digest_of_rules, words in (
        (saved.header.rules_digest, "damaged: "),
        ("of yesterday", "begun under other rules"),
    ):
        path = tmp_path / f"{words[:5].strip()}.tripwire"
        header = saved.header.model_copy(update={"rules_digest": digest_of_rules})
        with create_save(path, header) as save:
            save.snapshot(0, "caucus", pack(state))
            save.append_many([NewEntry(0, "ready", '{"seat": "eu"}')])
        complaint = call(capsys, "report", path, "--out", tmp_path / "out.html").complaint
        assert complaint.startswith(f"{path}: {words}")


def test_other_rules_that_lead_to_the_same_are_told(
    capsys: pytest.CaptureFixture[str], war_save: Path, tmp_path: Path
) -> None:
    """Every state that was kept comes out again, so the game is the one that was played: the page says so at its head."""
    saved = read_save(war_save)
    path, out = tmp_path / "old.tripwire", tmp_path / "old.html"
    kept = {snapshot.seq: snapshot for snapshot in saved.snapshots}
    with create_save(path, saved.header.model_copy(update={"rules_digest": "of yesterday"})) as save:
        for seq in range(len(saved.entries) + 1):
            if seq:
                entry = saved.entries[seq - 1]
                save.append(entry.turn, entry.kind, entry.body)
            if seq in kept:
                save.snapshot(kept[seq].turn, kept[seq].phase, kept[seq].body)
    assert call(capsys, "report", path, "--out", out).code == 0
    assert "It was begun under other rules; under these it comes out the same." in out.read_text("utf-8")


def test_what_cannot_be_read_or_written_is_one_line(
    capsys: pytest.CaptureFixture[str], war_save: Path, tmp_path: Path
) -> None:
    """No save, no folder, a save to be written over, a seat that nobody has."""
    out = tmp_path / "out.html"
    absent = tmp_path / "none"
    assert call(capsys, "report", absent, "--out", out).complaint == f"{absent}: there is no such file"
    assert call(capsys, "report", __file__, "--out", out).complaint == f"{__file__}: not a Tripwire save"
    assert call(capsys, "report", war_save, "--out", tmp_path).complaint.startswith(f"{tmp_path}: cannot be written: ")
    before = war_save.read_bytes()
    asked = call(capsys, "report", war_save, "--out", war_save).complaint
    assert asked == f"{war_save}: is not written over, as it may be a save"
    assert war_save.read_bytes() == before
    asked = call(capsys, "report", war_save, "--out", out, "--seat", "north").complaint
    assert asked == "no seat is called 'north'; there are: nato, eu, russia"
    assert not out.exists()
    assert call(capsys, "report", war_save, "--out", out, "--seat", "nato").lines == [f"written: {out}"]
