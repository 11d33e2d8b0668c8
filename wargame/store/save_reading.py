"""Saves to look at: for replay, for reports, and for a player who picks one from a folder."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path

from wargame.store import save_contents as contents
from wargame.store.migrate import MIGRATIONS, Migration
from wargame.store.save_bytes import check_size
from wargame.store.save_errors import SaveError, errors_named
from wargame.store.save_files import reading, reading_in_use
from wargame.store.save_lock import is_locked
from wargame.store.save_schema import SUFFIX, Entry, SaveHeader, Snapshot


@dataclass(frozen=True)
class SavedGame:
    """All that a save holds, read at one moment."""

    path: Path
    header: SaveHeader
    entries: tuple[Entry, ...]
    snapshots: tuple[Snapshot, ...]


@dataclass(frozen=True)
class Summary:
    """What a save is of, and how far its game has come."""

    header: SaveHeader
    turn: int


class SaveStatus(Enum):
    """What a player can do with a save."""

    READY = "ready"
    IN_USE = "in use"  # a running game has it open; it can be looked at
    BROKEN = "broken"


@dataclass(frozen=True)
class SaveListing:
    """A save as a line in a list. It says nothing that a seat may not know."""

    path: Path
    status: SaveStatus
    saved_at: str  # date and time of the last write, local, as 2031-05-17 09:30; empty where unknown
    scenario: str = ""
    turn: int | None = None
    seats: Mapping[str, str] = field(default_factory=dict)
    delegates: tuple[str, ...] = ()  # states for which people speak
    reason: str = ""  # why a broken save is broken


def read_save(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> SavedGame:
    """All of a save, checked. The file is not touched, and may be open in a running game. Raises SaveError."""
    with errors_named(path), _checked(path, _status(path), migrations) as connection:
        header = contents.read_header(connection)
        log = tuple(contents.checked_log(connection))
        links = [contents.origin(connection), *(link for _, link in log)]
        snapshots = tuple(contents.checked_snapshots(connection, links))
        return SavedGame(path, header, tuple(entry for entry, _ in log), snapshots)


def list_saves(folder: Path, migrations: Sequence[Migration] = MIGRATIONS) -> list[SaveListing]:
    """Every save in a folder, the last written first. Never fails; a folder that cannot be read has none.

    Each save is read to its end, so this may take seconds in a full folder.
    """
    try:
        paths = [path for path in folder.iterdir() if path.suffix == SUFFIX]
    except OSError:
        return []
    listings = [_listing(path, migrations) for path in sorted(paths)]
    return sorted(listings, key=lambda listing: listing.saved_at, reverse=True)


def summary_of(connection: sqlite3.Connection) -> Summary:
    """Check every hash of a save without keeping its rows. Raises Unsound."""
    header = contents.read_header(connection)
    turn = header.created_turn
    links = [contents.origin(connection)]
    for entry, link in contents.checked_log(connection):
        turn = entry.turn
        links.append(link)
    for _ in contents.checked_snapshots(connection, links):
        pass
    return Summary(header, turn)


def _status(path: Path) -> SaveStatus:
    check_size(path)
    return SaveStatus.IN_USE if is_locked(path.resolve()) else SaveStatus.READY


def _checked(
    path: Path, status: SaveStatus, migrations: Sequence[Migration]
) -> AbstractContextManager[sqlite3.Connection]:
    return reading_in_use(path) if status is SaveStatus.IN_USE else reading(path, migrations)


def _listing(path: Path, migrations: Sequence[Migration]) -> SaveListing:
    saved_at = _saved_at(path)
    try:
        with errors_named(path):
            status = _status(path)
            with _checked(path, status, migrations) as connection:
                summary = summary_of(connection)
    except SaveError as error:
        return SaveListing(path, SaveStatus.BROKEN, saved_at, reason=error.cause)
    header = summary.header
    return SaveListing(path, status, saved_at, header.scenario_name, summary.turn, header.seats, header.delegates)


def _saved_at(path: Path) -> str:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).strftime("%Y-%m-%d %H:%M")
    except (OSError, ValueError, OverflowError):  # a clock set to a year that no calendar has
        return ""
