"""Saves of older formats (lesson 6: every format that was ever released still opens).

There is none before the first; format 0 is made up here, to show that the way of migration is walkable.
"""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.small_game import HEADER, contents_of, saved_game
from wargame.store import save_contents
from wargame.store.migrate import MIGRATIONS, Migration
from wargame.store.save_errors import Unsound
from wargame.store.save_schema import APPLICATION_ID, FORMAT, SCHEMA, Entry, NewEntry
from wargame.store.saves import SaveError, SaveFault, SaveStatus, list_saves, open_save, read_save

# Format 0 had orders without a kind, and one hash over all of them.
OLD_SCHEMA = """
create table orders (seq integer primary key, turn integer not null, body text not null) strict;
create table seal (hash blob not null) strict;
"""
OLD_ORDERS = [(1, 0, '{"move": 1}'), (2, 0, '{"move": 2}'), (3, 1, '{"move": 3}')]
EXPECTED = tuple(Entry(seq, turn, "order", body) for seq, turn, body in OLD_ORDERS)


def seal_of(orders: list[tuple[int, int, str]]) -> bytes:
    return hashlib.sha256(repr(orders).encode()).digest()


def old_orders(connection: sqlite3.Connection) -> list[tuple[int, int, str]]:
    return connection.execute("select seq, turn, body from orders order by seq").fetchall()


def check_seal(connection: sqlite3.Connection) -> None:
    if connection.execute("select hash from seal").fetchall() != [(seal_of(old_orders(connection)),)]:
        raise Unsound(SaveFault.DAMAGED, "the seal is broken")


def make_today(connection: sqlite3.Connection) -> None:
    orders = old_orders(connection)
    connection.execute("drop table orders")
    connection.execute("drop table seal")
    for statement in statements(SCHEMA):
        connection.execute(statement)
    save_contents.write_meta(connection, HEADER)
    save_contents.add_entries(connection, [NewEntry(turn, "order", body) for _, turn, body in orders])


def statements(script: str) -> list[str]:
    found = [""]
    for line in script.strip().splitlines():
        found[-1] += line + "\n"
        if sqlite3.complete_statement(found[-1]):
            found.append("")
    return found[:-1]


FROM_0 = Migration(source=0, schema=OLD_SCHEMA, check=check_seal, apply=make_today)


@pytest.fixture
def old_save(tmp_path: Path) -> Path:
    path = tmp_path / "old.tripwire"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma page_size = 4096")
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.executescript(OLD_SCHEMA)
        connection.executemany("insert into orders values (?, ?, ?)", OLD_ORDERS)
        connection.execute("insert into seal values (?)", (seal_of(OLD_ORDERS),))
    return path


def test_every_format_before_today_has_a_migration() -> None:
    """Whoever raises FORMAT writes the way to it."""
    assert [migration.source for migration in MIGRATIONS] == list(range(1, FORMAT))


def test_an_old_save_is_opened_in_todays_format_and_kept(old_save: Path) -> None:
    """The game goes on in today's format, and the file of yesterday lies beside it unchanged."""
    before = old_save.read_bytes()
    with open_save(old_save, [FROM_0]) as save:
        assert save.entries() == EXPECTED
        assert save.append(1, "order", "{}") == 4
    assert read_save(old_save).entries[:3] == EXPECTED
    assert sorted(os.listdir(old_save.parent)) == ["old.tripwire", "old.tripwire.format0"]
    assert old_save.with_name("old.tripwire.format0").read_bytes() == before


def test_an_old_save_is_read_and_listed_without_a_change(old_save: Path) -> None:
    """To look at a save does not bring it up to date."""
    before = old_save.read_bytes()
    assert read_save(old_save, [FROM_0]).entries == EXPECTED
    (listing,) = list_saves(old_save.parent, [FROM_0])
    assert (listing.status, listing.turn) == (SaveStatus.READY, 1)
    assert old_save.read_bytes() == before
    assert os.listdir(old_save.parent) == [old_save.name]


def test_a_damaged_old_save_is_not_blessed_with_new_hashes(old_save: Path) -> None:
    """What the old hashes refuse is not migrated, and stays as it is."""
    with closing(sqlite3.connect(old_save, isolation_level=None)) as connection:
        connection.execute("update orders set turn = 7 where seq = 2")
    before = old_save.read_bytes()
    with pytest.raises(SaveError, match="the seal is broken"):
        open_save(old_save, [FROM_0])
    assert old_save.read_bytes() == before
    assert os.listdir(old_save.parent) == [old_save.name]


def test_an_old_save_with_a_strangers_schema_is_refused(old_save: Path) -> None:
    """The allow-list of an old format is as strict as today's."""
    with closing(sqlite3.connect(old_save, isolation_level=None)) as connection:
        connection.execute("create view v as select 1")
    with pytest.raises(SaveError) as error:
        open_save(old_save, [FROM_0])
    assert error.value.fault is SaveFault.HOSTILE


def test_a_format_without_a_way_is_said_to_be_too_old(old_save: Path) -> None:
    with pytest.raises(SaveError, match="has format 0, which this program does not read") as error:
        open_save(old_save, [])
    assert error.value.fault is SaveFault.OLDER


def test_a_migration_that_makes_no_sound_save_changes_nothing(old_save: Path) -> None:
    """A mistake in a migration is met on the copy, before the save is touched."""
    before = old_save.read_bytes()
    with pytest.raises(SaveError) as error:
        open_save(old_save, [Migration(0, OLD_SCHEMA, check_seal, lambda _: None)])
    assert error.value.fault is SaveFault.HOSTILE
    assert old_save.read_bytes() == before


def test_todays_save_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.tripwire"
    before = contents_of(saved_game(path))
    open_save(path, [FROM_0]).close()
    assert contents_of(read_save(path)) == before
    assert os.listdir(tmp_path) == ["new.tripwire"]
