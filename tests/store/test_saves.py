"""Saves as a session uses them (law 13: nothing is lost)."""

import errno
import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.small_game import HEADER, ORDERS, TURNS, body, contents_of, play, saved_game, state
from wargame.store import saves, untrusted
from wargame.store.save_bytes import journal_of
from wargame.store.save_schema import MOST_BODY_BYTES, MOST_SNAPSHOT_BYTES, PAGE_BYTES
from wargame.store.saves import (
    Entry,
    NewEntry,
    SaveError,
    SaveFault,
    SaveStatus,
    create_save,
    list_saves,
    open_save,
    read_save,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "game.tripwire"


def fault_of(error: pytest.ExceptionInfo[SaveError], path: Path) -> SaveFault:
    """The kind of a SaveError, whose one line is checked to name the file."""
    (line,) = error.value.problems
    assert line.startswith(f"{path}: ")
    assert line.isprintable()
    return error.value.fault


def test_what_was_saved_is_read_again(path: Path) -> None:
    """Header, entries and snapshots come back as they went in, to a reader and to the game that goes on."""
    game = saved_game(path)
    assert game.header == HEADER
    assert [entry.seq for entry in game.entries] == list(range(1, TURNS * ORDERS + 1))
    assert game.entries[5] == Entry(6, 1, "order", body(1, 1))
    assert [(snapshot.turn, snapshot.phase, snapshot.seq) for snapshot in game.snapshots][:2] == [
        (0, "orders", 4),
        (1, "orders", 8),
    ]
    with open_save(path) as save:
        assert (save.header, save.entries(), save.snapshots()) == contents_of(game)
        assert save.entries(after=18) == game.entries[18:]
        last = save.latest_snapshot()
        assert last is not None
        assert (last.turn, last.body) == (TURNS - 1, state(TURNS - 1))


def test_a_game_goes_on_where_it_stopped(path: Path) -> None:
    """Numbers and hashes of a second session follow those of the first."""
    saved_game(path)
    with open_save(path) as save:
        assert save.append(5, "withdrawal", '{"seq": 20}') == 21
        assert save.append_many([NewEntry(5, "order", "{}"), NewEntry(5, "order", "[]")]) == [22, 23]
        assert save.append_many([]) == []
        save.snapshot(5, "assessment", b"")
    game = read_save(path)
    assert [entry.seq for entry in game.entries] == list(range(1, 24))
    assert (game.snapshots[-1].number, game.snapshots[-1].seq, game.snapshots[-1].body) == (6, 23, b"")


def test_a_new_save_is_empty_but_whole(path: Path) -> None:
    """A game that was left before its first order can be opened."""
    create_save(path, HEADER).close()
    with open_save(path) as save:
        assert (save.entries(), save.snapshots(), save.latest_snapshot()) == ((), (), None)
        save.snapshot(0, "briefing", b"state before any order")
    assert read_save(path).snapshots[0].seq == 0


def test_one_file_is_left(path: Path) -> None:
    """After close there is the save and nothing else; during the game, the lock beside it."""
    with create_save(path, HEADER) as save:
        play(save)
        assert sorted(os.listdir(path.parent)) == ["game.tripwire", "game.tripwire-lock"]
    assert os.listdir(path.parent) == ["game.tripwire"]


def test_a_copy_taken_during_the_game_is_whole(path: Path) -> None:
    """Every acknowledged entry is in the one file, not in a second beside it."""
    with create_save(path, HEADER) as save:
        play(save)
        copy = path.with_name("copy.tripwire")
        copy.write_bytes(path.read_bytes())
        assert read_save(copy).entries == save.entries()


def test_a_commit_waits_for_the_disk(path: Path) -> None:
    """What a kill cannot show and a power cut would: SQLite is told to sync file and folder, and to keep one file."""
    saved_game(path)
    with closing(untrusted.connect_writing(path)) as connection:
        told = {
            pragma: connection.execute(f"pragma {pragma}").fetchone()[0]
            for pragma in ("synchronous", "journal_mode", "trusted_schema", "fullfsync")
        }
    assert told == {"synchronous": 3, "journal_mode": "delete", "trusted_schema": 0, "fullfsync": 1}


def test_a_save_is_never_overwritten(path: Path) -> None:
    """A new game under an old name is refused, and the old game stays as it was."""
    before = saved_game(path)
    with pytest.raises(SaveError) as error:
        create_save(path, HEADER)
    assert fault_of(error, path) is SaveFault.EXISTS
    assert contents_of(read_save(path)) == contents_of(before)
    assert os.listdir(path.parent) == [path.name]


def test_no_row_can_be_changed_or_deleted(path: Path) -> None:
    """The file itself refuses to forget: what was logged stays logged."""
    saved_game(path)
    connection = sqlite3.connect(path)
    for table, column in (("log", "turn"), ("snapshot", "turn"), ("meta", "v")):
        for statement in (f"update {table} set {column} = 7", f"delete from {table}"):
            with pytest.raises(sqlite3.IntegrityError, match="append only"):
                connection.execute(statement)
    connection.close()


def test_several_entries_are_logged_together_or_not_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for the last entry, none is logged; when there is room again, the game goes on."""
    monkeypatch.setattr(untrusted, "MOST_SAVE_BYTES", 40 * PAGE_BYTES)
    with create_save(path, HEADER) as save:
        save.append(0, "order", "{}")
        with pytest.raises(SaveError) as error:
            save.append_many([NewEntry(0, "order", '"' + "x" * 60_000 + '"')] * 4)
        assert fault_of(error, path) is SaveFault.FULL
        assert save.append(0, "order", "[]") == 2
    assert [entry.body for entry in read_save(path).entries] == ["{}", "[]"]


def test_threads_may_share_a_save(path: Path) -> None:
    """The screen and the worker log into one chain without a gap."""
    with create_save(path, HEADER) as save:

        def log() -> None:
            for _ in range(5):
                save.append(0, "order", "{}")

        threads = [threading.Thread(target=log) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(read_save(path).entries) == 20


def test_what_no_session_should_ask_is_an_error_at_once(path: Path) -> None:
    with create_save(path, HEADER) as save:
        for entry in (NewEntry(-1, "order", "{}"), NewEntry(2**31, "order", "{}"), NewEntry(0, "", "{}")):
            with pytest.raises(ValueError, match=r"turn|kind"):
                save.append_many([entry])
        with pytest.raises(ValueError, match="more than"):
            save.append(0, "order", "x" * (MOST_BODY_BYTES + 1))
        with pytest.raises(ValueError, match="more than"):
            save.snapshot(0, "orders", bytes(MOST_SNAPSHOT_BYTES + 1))
    with pytest.raises(ValueError, match="closed"):
        save.append(0, "order", "{}")
    save.close()
    assert read_save(path).entries == ()


def test_two_games_do_not_write_to_one_save(path: Path) -> None:
    """The second game is told so; a reader may look at the game meanwhile; after the first ends, the second may."""
    with create_save(path, HEADER) as save:
        play(save, turns=1)
        with pytest.raises(SaveError) as error:
            open_save(path)
        assert fault_of(error, path) is SaveFault.IN_USE
        assert read_save(path).entries == save.entries()
        (listing,) = list_saves(path.parent)
        assert (listing.status, listing.turn) == (SaveStatus.IN_USE, 0)
        assert save.append(0, "order", "{}") == ORDERS + 1
        with pytest.raises(SaveError):  # to have been looked at has not opened the lock
            open_save(path)
    open_save(path).close()


def test_a_link_to_a_save_shares_its_lock(path: Path) -> None:
    """Two names of one file are one game."""
    link = path.with_name("link.tripwire")
    with create_save(path, HEADER):
        link.symlink_to(path)
        with pytest.raises(SaveError) as error:
            open_save(link)
    assert error.value.fault is SaveFault.IN_USE


def test_another_program_that_holds_the_file_is_named_as_the_cause(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A save opened in a database browser does not crash the game."""
    monkeypatch.setattr(untrusted, "_READER_WAITS", 0.01)
    saved_game(path)
    browser = sqlite3.connect(path, isolation_level=None)
    browser.execute("begin exclusive")
    with pytest.raises(SaveError) as error:
        open_save(path)
    browser.close()
    assert fault_of(error, path) is SaveFault.IN_USE
    open_save(path).close()


def test_a_save_deleted_during_the_game_is_noticed(path: Path) -> None:
    """An entry is not acknowledged into a file that has no name any more."""
    with create_save(path, HEADER) as save:
        path.unlink()
        with pytest.raises(SaveError) as error:
            save.append(0, "order", "{}")
    assert fault_of(error, path) is SaveFault.MISSING


def test_a_read_only_folder_is_refused_at_the_door(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not at the first order. The refusal is feigned: who runs the suite may be allowed everything."""
    saved_game(path)

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(SaveError) as error:
        open_save(path)
    assert fault_of(error, path) is SaveFault.READ_ONLY
    assert len(read_save(path).entries) == TURNS * ORDERS


def test_a_read_only_file_is_refused_at_the_door(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite opens a file that it may not write to without a word; we ask before the game begins."""
    saved_game(path)
    monkeypatch.setattr(saves, "connect_writing", untrusted.connect_reading)
    with pytest.raises(SaveError) as error:
        open_save(path)
    assert fault_of(error, path) is SaveFault.READ_ONLY
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize(
    ("name", "fault"),
    [("none.tripwire", SaveFault.MISSING), ("", SaveFault.MISSING), ("a.tripwire/b.tripwire", SaveFault.MISSING)],
)
def test_what_is_no_file_is_said_to_be_none(tmp_path: Path, name: str, fault: SaveFault) -> None:
    """A missing file, a folder, and a file taken for a folder."""
    (tmp_path / "a.tripwire").write_bytes(b"")
    path = tmp_path / name
    for door in (open_save, read_save):
        with pytest.raises(SaveError) as error:
            door(path)
        assert fault_of(error, path) is fault
    assert os.listdir(tmp_path) == ["a.tripwire"]


def test_a_save_has_the_suffix_of_saves(tmp_path: Path) -> None:
    """Or else no list would show it."""
    path = tmp_path / "game.sav"
    with pytest.raises(SaveError) as error:
        create_save(path, HEADER)
    assert fault_of(error, path) is SaveFault.NAME


def test_the_folder_of_the_first_save_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "game.tripwire"
    create_save(path, HEADER).close()
    assert path.is_file()


def test_the_journal_of_a_deleted_save_does_not_reach_a_new_one(path: Path) -> None:
    """SQLite would play a journal of that name back into the new file."""
    journal_of(path).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(2000))
    create_save(path, HEADER).close()
    assert os.listdir(path.parent) == [path.name]


def test_a_list_shows_every_save_and_fails_for_none(tmp_path: Path) -> None:
    """Good, broken and foreign files are each a line; a broken one has its reason (lesson 6)."""
    saved_game(tmp_path / "good.tripwire")
    saved_game(tmp_path / "cut.tripwire")
    with (tmp_path / "cut.tripwire").open("r+b") as file:
        file.truncate(5000)
    (tmp_path / "noise.tripwire").write_bytes(b"?" * 5000)
    (tmp_path / "folder.tripwire").mkdir()
    (tmp_path / "nowhere.tripwire").symlink_to(tmp_path / "none")
    (tmp_path / "loop.tripwire").symlink_to(tmp_path / "loop.tripwire")
    (tmp_path / "notes.txt").write_text("not a save")
    by_name = {listing.path.stem: listing for listing in list_saves(tmp_path)}
    good = by_name.pop("good")
    assert (good.status, good.scenario, good.turn) == (SaveStatus.READY, "First steps", TURNS - 1)
    assert good.seats == HEADER.seats
    assert len(good.saved_at) == len("2031-05-17 09:30")
    assert {listing.status for listing in by_name.values()} == {SaveStatus.BROKEN}
    reasons = {name: listing.reason for name, listing in by_name.items()}
    assert "ends after 5,000 of" in reasons.pop("cut")
    assert "levels of symbolic links" in reasons.pop("loop")
    assert reasons == {"noise": "not a Tripwire save", "folder": "not a file", "nowhere": "there is no such file"}


def test_a_list_tells_no_secrets(tmp_path: Path) -> None:
    """Neither the seed, which foretells the dice, nor an order is in what a list shows."""
    saved_game(tmp_path / "good.tripwire")
    shown = repr(list_saves(tmp_path))
    assert str(HEADER.seed) not in shown
    assert "Jõgeva" not in shown
    assert "order" not in shown


def test_a_folder_that_is_none_has_no_saves(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert list_saves(tmp_path / "none") == list_saves(tmp_path / "file") == []


def test_the_last_written_save_is_listed_first(tmp_path: Path) -> None:
    for name, day in (("a", 2), ("b", 3), ("c", 1)):
        path = tmp_path / f"{name}.tripwire"
        saved_game(path)
        os.utime(path, (day * 86_400, day * 86_400))
    assert [listing.path.stem for listing in list_saves(tmp_path)] == ["b", "a", "c"]


def test_reading_leaves_a_save_as_it_is(path: Path) -> None:
    """Replay and lists change neither the file nor its time, and leave nothing beside it."""
    saved_game(path)
    os.utime(path, (86_400, 86_400))
    before = path.read_bytes()
    read_save(path)
    list_saves(path.parent)
    assert path.read_bytes() == before
    assert path.stat().st_mtime == 86_400
    assert os.listdir(path.parent) == [path.name]
