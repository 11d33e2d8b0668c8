"""Where a session writes what must not be lost, and what it reads back: a save is one, so is nothing at all."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Final, Protocol, TypeVar

CLOSING: Final = ("ready", "spoken")  # kinds of entries after which the turn may go on
HUMAN: Final = "human"  # who a seat is given to, where that is a person
REOPENED: Final = "reopened"  # kind of the entries that say which ones before them hold no more


class Journal(Protocol):
    """Where a session writes what must not be lost. `append` returns only when the entry is durable."""

    def append(self, turn: int, kind: str, body: str) -> int:
        """Write an entry; its sequence number."""

    def snapshot(self, turn: int, phase: str, body: bytes) -> None:
        """Keep a packed state."""


class Logged(Protocol):
    """An entry read back from a journal."""

    @property
    def seq(self) -> int:
        """Its sequence number."""

    @property
    def kind(self) -> str:
        """order, withdrawal, ready, chosen, intent, seated, delegated, word, spoken, facilitated or reopened."""

    @property
    def body(self) -> str:
        """JSON text."""


Line = TypeVar("Line", bound=Logged)


def standing(entries: Sequence[Line]) -> tuple[Line, ...]:
    """The entries that hold: without those that were taken back because the turn could not go on, and without the word of that."""
    void: set[int] = set()
    for entry in entries:
        if entry.kind == REOPENED:
            void |= {entry.seq, *json.loads(entry.body)["void"]}
    return tuple(entry for entry in entries if entry.seq not in void)


def begun(entries: Sequence[Logged], thinking: Collection[str]) -> list[Logged]:
    """What AI seats wrote after the last seat, or delegate, was ready; `thinking` are those at the first of the entries."""
    last = max((k for k, entry in enumerate(entries) if entry.kind in CLOSING), default=-1)
    now, found = set(thinking), []
    for k, entry in enumerate(entries):
        body = json.loads(entry.body)
        if entry.kind == "seated":
            (now.discard if body["who"] == HUMAN else now.add)(body["seat"])
        elif k > last and body["seat"] in now:
            found.append(entry)
    return found


class NoJournal:
    """A journal that keeps nothing, for simulations."""

    def __init__(self) -> None:
        self._count = 0

    def append(self, turn: int, kind: str, body: str) -> int:
        """Count the entry."""
        self._count += 1
        return self._count

    def snapshot(self, turn: int, phase: str, body: bytes) -> None:
        """Keep nothing."""


class Begun:
    """A journal that already holds what will be written first: that is found there and not written again."""

    def __init__(self, journal: Journal, begun: list[Logged]) -> None:
        self._journal, self._begun = journal, list(begun)

    def append(self, turn: int, kind: str, body: str) -> int:
        """The number under which the entry stands; entries that come out otherwise are withdrawn."""
        if self._begun and (self._begun[0].kind, self._begun[0].body) == (kind, body):
            return self._begun.pop(0).seq
        while self._begun:
            stale = self._begun.pop(0)
            if stale.kind == "order":
                seat = json.loads(stale.body)["seat"]
                self._journal.append(turn, "withdrawal", json.dumps({"seat": seat, "order": stale.seq}))
        return self._journal.append(turn, kind, body)

    def snapshot(self, turn: int, phase: str, body: bytes) -> None:
        """Keep a packed state."""
        self._journal.snapshot(turn, phase, body)
