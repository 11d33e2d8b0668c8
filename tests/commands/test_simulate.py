"""`wargame simulate`: games of AIs, counted, written and kept."""

from __future__ import annotations

import csv
import errno
import json
import os
import pickle
from pathlib import Path

import pytest

from tests.commands.calling import SMALL, call
from wargame.commands import simulate as command
from wargame.store.faults import InputError
from wargame.store.saves import SaveError, SaveFault

FULL_DISK = Path("/dev/full")
CADETS = ("--ai", "north=cadet,east=cadet")


def test_the_last_line_of_json_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    """Issue, point 9: games, turns, orders, seconds, scores by side, counts."""
    answer = call(capsys, "simulate", SMALL, "--games", 2, "--seed", 7, "--workers", 1, "--json", *CADETS)
    assert answer.code == 0
    told = json.loads(answer.lines[-1])
    assert (told["games"], told["turns"]) == (2, 4)
    assert told["orders"] >= 0
    assert told["seconds"] > 0
    assert set(told["scores"]) == {"north", "east"}
    assert all(0 <= score <= 100 for score in told["scores"].values())
    assert {"drafts_adopted", "drafts_broken", "battles", "control_changes"} <= set(told["counts"])
    assert set(told["digests"]) == {"7", "8"}


def test_the_summary_names_every_game_and_what_it_came_to(capsys: pytest.CaptureFixture[str]) -> None:
    """A line a game, scores by side, and what happened."""
    answer = call(capsys, "simulate", SMALL, "--games", 2, "--seed", 7, "--workers", 1, *CADETS)
    first_words = [line.split()[0] for line in answer.lines if line]
    assert first_words == [
        *("seed", "7", "8", "score", "north", "east"),
        *("games", "drafts", "measures", "war", "endings"),
    ]
    assert answer.err == ""  # no progress where there is no terminal


def test_games_are_the_same_whoever_plays_them_and_in_whatever_order(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """One process or two: the same rows in the same order; and a game does not depend on those before it."""
    tables = []
    for workers, seed, games in ((1, 3, 3), (2, 3, 3), (1, 5, 1)):
        file = tmp_path / f"{workers}-{seed}.csv"
        words = ("--games", games, "--seed", seed, "--workers", workers, "--csv", file, *CADETS)
        assert call(capsys, "simulate", SMALL, *words).code == 0
        tables.append(list(csv.DictReader(file.read_text("utf-8").splitlines())))
    assert [row["seed"] for row in tables[0]] == ["3", "4", "5"]
    assert tables[0] == tables[1]
    assert tables[2] == tables[0][2:]
    assert len({row["digest"] for row in tables[0]}) == 3
    assert {"turns", "orders", "north", "east", "north_soil", "ending"} <= set(tables[0][0])


def test_games_are_kept_and_never_overwritten(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A save a game; a second run into the folder is refused before it plays."""
    words = ("simulate", SMALL, "--games", 2, "--workers", 1, "--save", tmp_path / "kept", *CADETS)
    assert call(capsys, *words).code == 0
    saves = sorted((tmp_path / "kept").iterdir())
    assert [save.name for save in saves] == ["seed-1.tripwire", "seed-2.tripwire"]
    before = [save.read_bytes() for save in saves]
    complaint = call(capsys, *words).complaint
    assert complaint == f"{saves[0]}: a save of this seed exists; it is never overwritten"
    assert [save.read_bytes() for save in saves] == before


@pytest.mark.parametrize(
    ("ai", "complaint"),
    [
        ("nort=staff", "no seat called 'nort' (did you mean 'north'?)"),
        ("west=staff", "no seat called 'west' (did you mean 'east'?)"),
        ("north=stuff", "no level called 'stuff' (did you mean 'staff'?)"),
        ("north=1", "no level called '1' (there are idle, cadet, staff, general)"),
        ("north", "--ai: 'north' is not of the form seat=level, such as north=staff"),
        ("north=staff,north=cadet", "--ai: the seat 'north' is given twice"),
        ("north=cadet, east=cadet, NORTH=cadet", "--ai: the seat 'north' is given twice"),
        ("=", "no seat called '' (there are north, east)"),
    ],
)
def test_who_plays_is_checked(capsys: pytest.CaptureFixture[str], ai: str, complaint: str) -> None:
    """In one line, with what was perhaps meant."""
    assert call(capsys, "simulate", SMALL, "--ai", ai).complaint == complaint


def no_game(*_: object) -> object:
    """Stands for playing where nothing may be played."""
    raise AssertionError("a game was begun")


def test_paths_are_tried_before_the_first_game(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An hour of games is not lost to a misspelt folder."""
    monkeypatch.setattr(command, "play_many", no_game)
    absent = tmp_path / "absent" / "games.csv"
    assert call(capsys, "simulate", SMALL, "--csv", absent).complaint.startswith(f"{absent}: cannot be written: ")
    assert call(capsys, "simulate", SMALL, "--csv", tmp_path).complaint.startswith(f"{tmp_path}: cannot be written: ")
    file = tmp_path / "file"
    file.touch()
    complaint = call(capsys, "simulate", SMALL, "--save", file).complaint
    assert complaint.startswith(f"{file}: no folder for saves can be made here: ")


@pytest.mark.skipif(not FULL_DISK.exists(), reason="the system has no device that is always full")
def test_a_full_disk_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Not a fault of the game: the rows that did not fit are not tried a second time as the file is closed."""
    complaint = call(capsys, "simulate", SMALL, "--csv", FULL_DISK).complaint
    assert complaint == f"{FULL_DISK}: cannot be written: {os.strerror(errno.ENOSPC)}"


def test_seeds_end_where_the_dice_do(capsys: pytest.CaptureFixture[str]) -> None:
    """A game cannot have a seed that its tables cannot hold."""
    complaint = call(capsys, "simulate", SMALL, "--seed", 2**31 - 1, "--games", 2).complaint
    assert complaint == "--seed 2147483647: the last of 2 games would have a seed above 2147483647"


def test_a_fault_comes_back_from_a_worker_in_its_own_words() -> None:
    """What a process says crosses the border between processes."""
    fault = SaveError(Path("a.tripwire"), SaveFault.FULL, "no room")
    copy = pickle.loads(pickle.dumps(fault))
    assert isinstance(copy, InputError)
    assert copy.problems == fault.problems == ("a.tripwire: no room",)


def test_a_game_can_be_ended_sooner(capsys: pytest.CaptureFixture[str]) -> None:
    """Rulebook 2: the host chooses the last turn; a scenario is never made longer than its author meant it."""
    told = json.loads(call(capsys, "simulate", SMALL, "--turns", 1, "--json").lines[-1])
    assert (told["games"], told["turns"]) == (1, 1)
    for turns in (0, 3):
        complaint = call(capsys, "simulate", SMALL, "--turns", turns).complaint
        assert complaint == f"--turns {turns}: {SMALL} can end after 1 to 2 turns"
