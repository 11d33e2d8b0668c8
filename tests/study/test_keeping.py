"""Games kept as saves: taken up at any turn, they go on to the same end."""

from __future__ import annotations

from pathlib import Path

import pytest

from wargame.ai.policy import Level
from wargame.engine.packing import digest
from wargame.model.playable import check_playable
from wargame.model.scenario import Scenario
from wargame.store.faults import InputError
from wargame.store.saves import SUFFIX, NewEntry, create_save, open_save, read_save
from wargame.study.company import Company
from wargame.study.keeping import begin_game, header_of, play_and_keep, reopen_game, resume
from wargame.study.proving import replay


def cut_save(path: Path, source: Path, snapshots: int) -> Path:
    """A save as it was right after its n-th snapshot."""
    whole = read_save(source)
    with create_save(path, whole.header) as save:
        done = 0
        for snapshot in whole.snapshots[:snapshots]:
            save.append_many(
                [NewEntry(entry.turn, entry.kind, entry.body) for entry in whole.entries[done : snapshot.seq]]
            )
            save.snapshot(snapshot.turn, snapshot.phase, snapshot.body)
            done = snapshot.seq
    return path


def test_a_save_resumes_at_every_turn_to_the_same_end(first_steps: Scenario, tmp_path: Path) -> None:
    """Law 13: from the snapshot of every turn of a game, in peace or emergency, play goes on to the same final digest."""
    levels = dict.fromkeys(first_steps.bodies, Level.CADET)
    end = play_and_keep(first_steps, 1, levels, tmp_path).digest
    source = tmp_path / f"seed-1{SUFFIX}"
    count = len(read_save(source).snapshots)
    assert count >= first_steps.turns
    for number in range(1, count + 1):
        path = cut_save(tmp_path / f"cut-{number}{SUFFIX}", source, number)
        assert digest(resume(path).state) == end, f"from snapshot {number}"
    with open_save(path) as save:
        assert save.entries() == read_save(source).entries


def test_a_game_is_not_begun_where_no_save_could_be_resumed(first_steps: Scenario, tmp_path: Path) -> None:
    """Law 13: what a scenario does to the tables is found before the first order, and no file is made."""
    blind = first_steps.model_copy(update={"numbers": {"war": {"strength_band": 1_000_000.0}}})
    company = Company(dict.fromkeys(blind.bodies, "human"))
    refusal = "First steps: no save of this game could be resumed: sightings"
    with pytest.raises(InputError, match=refusal):
        play_and_keep(blind, 1, {}, tmp_path)
    with pytest.raises(InputError, match=refusal):
        begin_game(tmp_path / f"blind{SUFFIX}", blind, 1, company)
    assert list(tmp_path.iterdir()) == []


def test_a_rule_for_new_scenarios_loses_no_old_game(first_steps: Scenario, tmp_path: Path) -> None:
    """Law 13: a game of a scenario that would be refused today goes on; only one that could never end is refused."""
    inland = first_steps.formations["DEU-07"].model_copy(update={"at": "PL-WARS"})
    forces = {**first_steps.formations, "DEU-07": inland}
    unread = first_steps.model_copy(update={"title": "First\nsteps\u200b", "turns": 1, "formations": forces})
    assert len(list(check_playable(unread))) == 3
    play_and_keep(unread, 1, dict.fromkeys(unread.bodies, Level.CADET), tmp_path)
    assert resume(tmp_path / f"seed-1{SUFFIX}").over
    endless = first_steps.model_copy(update={"numbers": {"war": {"haul_loss": -1.0}}})
    path = tmp_path / f"endless{SUFFIX}"
    create_save(path, header_of(endless, 1, {})).close()
    with pytest.raises(InputError, match="haul_loss: must be from 0 to"):
        resume(path)


def test_the_word_of_a_delegate_that_nobody_awaited_is_void(first_steps: Scenario, tmp_path: Path) -> None:
    """Law 13: nothing rests on it, so it takes no game away; a replay, which is to prove every entry, names it no more."""
    path = tmp_path / f"spoken{SUFFIX}"
    session, save = begin_game(
        path, first_steps, 1, Company(dict.fromkeys(first_steps.bodies, "human"), delegates=("EST",))
    )
    session.begin()
    save.append(0, "spoken", '{"seat": "EST"}')
    save.close()
    again, save, _scenario = reopen_game(path)
    save.close()
    assert digest(again.state) == digest(session.state)
    assert replay(path)[1].faults == ()
