"""Saves that are not what was written: each is answered with one line, and nothing in it is run (laws 13 and 14)."""

import os
import random
import shutil
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.small_game import HEADER, contents_of, play, saved_game
from wargame.store import save_contents
from wargame.store.save_bytes import journal_of
from wargame.store.save_schema import FORMAT, MOST_SAVE_BYTES, MOST_SNAPSHOT_BYTES, PAGE_BYTES, NewEntry, SaveHeader
from wargame.store.saves import SaveError, SaveFault, SaveStatus, create_save, list_saves, open_save, read_save

FLIPS = 200


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "game.tripwire"
    saved_game(path)
    return path


def refusal(path: Path) -> SaveError:
    """How every door refuses a save: alike, in one line that names it, and without touching it."""
    before = path.read_bytes()[: 2**20]
    told = []
    for door in (open_save, read_save):
        with pytest.raises(SaveError) as error:
            door(path)
        told.append(error.value)
    (line,) = told[0].problems
    assert line.startswith(f"{path}: ")
    assert line.isprintable()
    assert told[0].problems == told[1].problems
    (listing,) = [listing for listing in list_saves(path.parent) if listing.path == path]
    assert (listing.status, listing.reason) == (SaveStatus.BROKEN, told[0].cause)
    assert path.read_bytes()[: 2**20] == before
    return told[0]


def edit(path: Path, *statements: str) -> None:
    """What someone does to a save with a database browser."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def patch(path: Path, offset: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(content)


def without_guard(path: Path, table: str, change: str) -> None:
    """Change rows that may not be changed, and put the guard back as if nothing had been."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        guards = connection.execute(
            "select name, sql from sqlite_schema where type = 'trigger' and tbl_name = ?", (table,)
        ).fetchall()
        for name, _ in guards:
            connection.execute(f"drop trigger {name}")
        connection.execute(change)
        for _, sql in guards:
            connection.execute(sql)


@pytest.mark.parametrize(
    ("table", "change", "cause"),
    [
        ("log", "update log set body = '{}' where seq = 5", "log entry 5 does not match its hash"),
        ("log", "update log set turn = 4 where seq = 5", "log entry 5 does not match its hash"),
        ("log", "delete from log where seq = 7", "log entry 7 does not match its hash"),
        ("log", "update log set seq = 21 where seq = 20", "log entry 20 does not match its hash"),
        ("log", "delete from log where seq > 15", "snapshot 4 does not match its hash"),
        ("log", "update log set prev = x'00' where seq = 1", "log entry 1 does not match its hash"),
        ("snapshot", "update snapshot set turn = 2 where number = 2", "snapshot 2 does not match its hash"),
        ("snapshot", "update snapshot set body = x'00' where number = 1", "snapshot 1 does not match its hash"),
        ("snapshot", "update snapshot set seq = 19 where number = 5", "snapshot 5 does not match its hash"),
        ("snapshot", "update snapshot set seq = -1 where number = 5", "snapshot 5 does not match its hash"),
        ("snapshot", "delete from snapshot where number = 1", "snapshot 1 does not match its hash"),
        ("meta", "update meta set v = '7' where k = 'seed'", "header does not match its digest"),
        ("meta", "update meta set v = 'x' where k = 'seed'", "header cannot be read"),
        ("meta", "update meta set v = '[1]' where k = 'seats'", "header cannot be read"),
        ("meta", f"update meta set v = '{'[' * 9000}' where k = 'seats'", "header cannot be read"),
        ("meta", "delete from meta where k = 'program'", "header cannot be read"),
        ("meta", "insert into meta values ('more', '')", "header does not match its digest"),
        ("meta", "update meta set v = 'format: 2' where k = 'scenario_text'", "header does not match its digest"),
    ],
)
def test_an_edited_row_is_found(path: Path, table: str, change: str, cause: str) -> None:
    """Whatever row is changed, added or taken away, the hashes say which."""
    without_guard(path, table, change)
    error = refusal(path)
    assert error.fault is SaveFault.DAMAGED
    assert cause in error.cause


@pytest.mark.parametrize(
    "statement",
    [
        "create view v as select 1",
        "create table t (x)",
        "create index i on log (turn)",
        "create trigger t after insert on log begin delete from snapshot; end",
        "drop trigger log_no_delete",
        "alter table log add column more text",
        "analyze",
        "create virtual table v using fts5(x)",
    ],
)
def test_nothing_of_a_stranger_is_run(path: Path, statement: str) -> None:
    """A save has our tables and triggers to the letter, and nothing else: no view or trigger can wait in it."""
    edit(path, statement)
    error = refusal(path)
    assert error.fault is SaveFault.HOSTILE
    assert "does not hold what a save holds" in error.cause


@pytest.mark.parametrize(
    ("offset", "content", "fault", "cause"),
    [
        (0, b"SQLite format 4\0", SaveFault.FOREIGN, "not a Tripwire save"),
        (68, b"GPKG", SaveFault.FOREIGN, "not a Tripwire save"),
        (60, (FORMAT + 1).to_bytes(4, "big"), SaveFault.NEWER, f"has format {FORMAT + 1}, this program reads up to 1"),
        (60, bytes(4), SaveFault.OLDER, "has format 0, which this program does not read"),
        (18, b"\x02\x02", SaveFault.DAMAGED, "first bytes are not those of a save"),
        (16, b"\x02\x00", SaveFault.DAMAGED, "first bytes are not those of a save"),
        (PAGE_BYTES, b"\x0d\xff\xff", SaveFault.DAMAGED, "the save is damaged"),
    ],
    ids=["magic", "application", "newer", "older", "write-ahead", "page size", "a page"],
)
def test_wrong_bytes_have_their_causes(path: Path, offset: int, content: bytes, fault: SaveFault, cause: str) -> None:
    """Foreign, newer, older, damaged: the line says which, and a newer one says both numbers (lesson 6)."""
    patch(path, offset, content)
    error = refusal(path)
    assert (error.fault, cause in error.cause) == (fault, True), error.cause


def test_a_file_of_the_wrong_size_is_refused(path: Path) -> None:
    """Empty, cut off anywhere, or far too large."""
    whole = path.read_bytes()
    for size in (0, 1, 50, 99, 100, 101, PAGE_BYTES - 1, PAGE_BYTES, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        assert refusal(path).fault in (SaveFault.DAMAGED, SaveFault.FOREIGN)
    os.truncate(path, MOST_SAVE_BYTES + 1)
    assert refusal(path).fault is SaveFault.HOSTILE


def test_noise_is_no_save(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(5000))
    assert refusal(path).fault is SaveFault.FOREIGN


def spoilt(whole: bytes, chance: random.Random) -> bytes:
    """The bytes with one bit turned over, or a run of them overwritten."""
    content = bytearray(whole)
    where = chance.randrange(len(whole))
    if chance.random() < 0.75:
        content[where] ^= 1 << chance.randrange(8)
    else:
        run = chance.randbytes(chance.randrange(1, 300))
        content[where : where + len(run)] = run
    return bytes(content[: len(whole)])


def check_spoilt(path: Path, examples: int, seed: int) -> None:
    """Each spoilt save is found to be so, or holds exactly what the original holds. Both happen."""
    original, whole = contents_of(read_save(path)), path.read_bytes()
    chance = random.Random(seed)
    refusals = []
    for _ in range(examples):
        path.write_bytes(spoilt(whole, chance))
        try:
            with open_save(path) as save:
                assert (save.header, save.entries(), save.snapshots()) == original
        except SaveError as error:
            refusals.append(error.problems)
    assert {len(problems) for problems in refusals} == {1}
    assert len(refusals) < examples


def test_turned_bits_are_found_or_do_not_matter(path: Path) -> None:
    """200 spoilt saves: the content of the original, or one SaveError; never another exception."""
    check_spoilt(path, FLIPS, seed=20220224)


@pytest.mark.long
def test_many_more_turned_bits_are_found_or_do_not_matter(path: Path) -> None:
    check_spoilt(path, 20 * FLIPS, seed=4)


@pytest.mark.parametrize(
    ("packed", "fault", "cause"),
    [
        (zlib.compress(bytes(MOST_SNAPSHOT_BYTES + 1)), SaveFault.HOSTILE, "snapshot 6 is larger than any state"),
        (zlib.compress(b"state") + b"more", SaveFault.DAMAGED, "snapshot 6 is damaged"),
        (zlib.compress(b"state")[:-1], SaveFault.DAMAGED, "snapshot 6 is damaged"),
        (b"no zlib", SaveFault.DAMAGED, "snapshot 6 is damaged"),
        (b"", SaveFault.DAMAGED, "snapshot 6 is damaged"),
    ],
    ids=["a bomb", "too long", "too short", "noise", "nothing"],
)
def test_a_snapshot_unpacks_to_a_state(path: Path, packed: bytes, fault: SaveFault, cause: str) -> None:
    """Hashes that fit do not help a body that is none, or a small one that would unpack to gigabytes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        save_contents.add_snapshot(connection, 5, "orders", packed)
    error = refusal(path)
    assert (error.fault, cause in error.cause) == (fault, True), error.cause


def test_a_journal_may_not_name_another_file(path: Path) -> None:
    """SQLite deletes the file that a crafted journal names; such a journal is not played back."""
    victim = path.with_name("thesis.txt")
    victim.write_text("years of work")
    name = str(victim).encode()
    tail = len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big") + bytes.fromhex("d9d505f920a163d7")
    header = bytes.fromhex("d9d505f920a163d7") + bytes(4) + bytes(4) + (7).to_bytes(4, "big") + bytes(492)
    journal_of(path).write_bytes(header + (2**30 // PAGE_BYTES + 1).to_bytes(4, "big") + name + tail)
    assert "names another file" in refusal(path).cause
    assert victim.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in its folders")
def test_a_journal_that_is_no_file_is_not_waited_for(path: Path) -> None:
    """Law 13: one save with a pipe or a folder in the place of its journal does not keep the others from being listed."""
    journal = journal_of(path)
    for make, unmake in ((os.mkfifo, os.unlink), (os.mkdir, os.rmdir)):
        make(journal)
        assert refusal(path).cause == f"{journal.name} beside it is no file"
        assert [listing.status for listing in list_saves(path.parent)] == [SaveStatus.BROKEN]
        unmake(journal)
    open_save(path).close()


def test_a_journal_of_another_save_spoils_nothing(path: Path, tmp_path: Path) -> None:
    """A journal is tried on a copy: where the outcome is no sound save, the save stays as it is and can be rescued."""
    other = tmp_path / "other"
    other.mkdir()
    stale = cut_off_write(other / "game.tripwire", HEADER.model_copy(update={"scenario_name": "Another" * 900}))
    shutil.copy(stale, journal_of(path))
    original = path.read_bytes()
    assert refusal(path).fault in (SaveFault.DAMAGED, SaveFault.HOSTILE)
    assert path.read_bytes() == original
    journal_of(path).unlink()
    open_save(path).close()


def test_a_write_that_was_cut_off_is_taken_back(path: Path) -> None:
    """What was not acknowledged goes, what was stays; a reader sees that without touching the file."""
    original = contents_of(read_save(path))
    path.unlink()
    cut_off_write(path, HEADER)
    torn = path.read_bytes()
    alone = path.with_name("alone.tripwire")
    alone.write_bytes(torn)
    assert refusal(alone).fault is SaveFault.DAMAGED, "the write was not cut off in its middle"
    assert contents_of(read_save(path)) == original
    assert (path.read_bytes(), journal_of(path).exists()) == (torn, True)
    with open_save(path) as save:
        assert (save.header, save.entries(), save.snapshots()) == original
        assert not journal_of(path).exists()
        assert save.append(9, "order", "{}") == len(save.entries())


def cut_off_write(path: Path, header: SaveHeader) -> Path:
    """Make a save whose game died when half of an entry was on the disk. Returns its journal."""
    whole = path.with_name("whole.tripwire")
    with create_save(whole, header) as save:
        play(save)
    connection = sqlite3.connect(whole, isolation_level=None)
    connection.execute("pragma cache_size = 1")
    connection.execute("pragma cache_spill = 1")
    connection.execute("begin immediate")
    save_contents.add_entries(connection, [NewEntry(9, "order", "x" * 2000)] * 300)
    connection.execute("pragma quick_check")  # to see every page, SQLite must write some of the changed ones
    shutil.copy(whole, path)
    shutil.copy(journal_of(whole), journal_of(path))
    connection.execute("rollback")
    connection.close()
    whole.unlink()
    return journal_of(path)
