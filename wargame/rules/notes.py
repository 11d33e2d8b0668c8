"""Writing down what happens: entries of the record."""

from __future__ import annotations

from wargame.model.codes import Note
from wargame.model.record import Record, Terms
from wargame.model.terms import TERM_LIMIT
from wargame.rules.law import stage

EVERYONE = 255


@stage
def note(
    record: Record, what: Note, day: int, who: int, whom: int, where: int, first: int, second: int, known_to: int
) -> int:
    """Write an entry; its row, or -1 where the record has no room (futures keep none)."""
    head = record.head[0]
    row = head.count
    if row >= record.entries.size:
        head.lost += 1
        return -1
    entry = record.entries[row]
    entry.note = what
    entry.day = day
    entry.who = who
    entry.whom = whom
    entry.where = where
    entry.first = first
    entry.second = second
    entry.third = 0
    entry.fourth = 0
    entry.known_to = known_to
    record.terms[row] = 0
    head.count = row + 1
    return row


@stage
def note_terms(record: Record, row: int, terms: Terms) -> None:
    """Keep the terms of the value an entry tells."""
    if row < 0:
        return
    for k in range(min(terms.size, TERM_LIMIT)):
        record.terms[row, k] = terms[k]


@stage
def note_more(record: Record, row: int, third: int, fourth: int) -> None:
    """Keep two more values of an entry."""
    if row < 0:
        return
    record.entries[row].third = third
    record.entries[row].fourth = fourth
