"""Sessions whose journal is held in memory."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

from wargame.engine.compile import Compiled
from wargame.session import Session
from wargame.store.saves import Entry, Snapshot


@dataclass
class Memory:
    """A journal in memory: entries and snapshots as a save would hold them."""

    log: list[Entry] = field(default_factory=list)
    kept: list[Snapshot] = field(default_factory=list)

    def append(self, turn: int, kind: str, body: str) -> int:
        """Keep an entry."""
        self.log.append(Entry(len(self.log) + 1, turn, kind, body))
        return len(self.log)

    def snapshot(self, turn: int, phase: str, body: bytes) -> None:
        """Keep a state."""
        self.kept.append(Snapshot(len(self.kept) + 1, turn, phase, len(self.log), zlib.compress(body)))


def humans(start: Compiled, journal: Memory | None = None) -> Session:
    """A game in which all seats are human, in its first caucus."""
    session = Session(start, dict.fromkeys(start.names.bodies.ids), journal)
    session.begin()
    return session


def commit_all(session: Session) -> None:
    """Every seat has decided."""
    for seat in session.seats:
        session.commit(seat)
