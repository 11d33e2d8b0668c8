"""A Record: what happened while the rules ran, row by row, with the terms of every value a player may ask about."""

from __future__ import annotations

from typing import NamedTuple, cast

import numpy as np

from wargame.model.columns import Row, Table, column, empty_table, row_of
from wargame.model.terms import TERM_LIMIT

Terms = np.ndarray[tuple[int, ...], np.dtype[np.int64]]  # a row of TERM_LIMIT terms, or a table of such rows

ENTRIES = 1500  # room for one turn


class Head(Row):
    """One row: how much was written."""

    count = column("entries", 0, 1_000_000, "entries written")
    lost = column("entries", 0, 1_000_000, "entries that found no room")


class Entry(Row):
    """One thing that happened. `who`, `whom`, `where`, `first` to `fourth` mean what the Note says."""

    note = column("Note", 0, 28, "what is told")
    day = column("day", 0, 100_000, "when")
    who = column("row", -1, 1 << 20, "the one who acts")
    whom = column("row", -1, 1 << 20, "the one acted upon")
    where = row_of("regions", "where")
    first = column("by note", -(1 << 40), 1 << 40, "first value")
    second = column("by note", -(1 << 40), 1 << 40, "second value")
    third = column("by note", -(1 << 40), 1 << 40, "third value")
    fourth = column("by note", -(1 << 40), 1 << 40, "fourth value")
    known_to = column("bits", 0, 255, "bodies that may know it, one bit each")


class Record(NamedTuple):
    """Entries with one row of terms each."""

    head: Table[Head]
    entries: Table[Entry]
    terms: Terms


def empty_record(room: int = ENTRIES) -> Record:
    """A record with room for `room` entries; futures use one with none. What lies beyond `count` is never read."""
    unwritten = cast("Table[Entry]", np.empty(room, Entry.dtype()))  # an entry is written whole, with its terms
    return Record(empty_table(Head, 1), unwritten, np.empty((room, TERM_LIMIT), np.int64))


def written(record: Record) -> Record:
    """What stands in a record, without the room that is left."""
    count = int(record.head[0].count)
    return record._replace(
        entries=cast("Table[Entry]", cast("Terms", record.entries)[:count]), terms=record.terms[:count]
    )
