"""What councils did with each draft: its readings, the position that each member took, and the verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from wargame.model import events as ev
from wargame.report.knowledge import Heard, Knowledge


class Said(NamedTuple):
    """A member's position, the reason it gave, as so many say it together, and whether the draft crossed its red line."""

    event: ev.PositionTaken
    why: Callable[[int], str]
    crossed: bool


@dataclass
class Reading:
    """One reading of a draft at one ambition."""

    ambition: int
    positions: list[Said] = field(default_factory=list)
    verdict: ev.DraftDecided | None = None
    line: str = ""  # the verdict in a sentence

    def who(self, position: str) -> list[Said]:
        """Those who took a position."""
        return [said for said in self.positions if said.event.position == position]


@dataclass
class Draft:
    """A draft: in which turn it was tabled, as what, and how it was read."""

    turn: int
    tabled: ev.Tabled
    line: str
    readings: list[Reading] = field(default_factory=list)

    @property
    def verdict(self) -> str:
        """How it ended; empty where it was not decided."""
        ends = [reading.verdict.verdict for reading in self.readings if reading.verdict is not None]
        return ends[-1] if ends else ""


def drafts_of(known: Knowledge) -> list[Draft]:
    """All drafts that the reader knows of, in their order; one that comes up again lower has several readings."""
    found: list[Draft] = []
    for heard in known.heard:
        match heard.event:
            case ev.Tabled() as tabled:
                found.append(Draft(heard.turn, tabled, heard.line))
            case ev.PositionTaken() as event if found:
                _reading(found[-1], event.ambition).positions.append(Said(event, heard.why, heard.crossed))
            case ev.DraftDecided() as event if found:
                _decide(found, event, heard)
            case _:
                pass
    return found


def _reading(draft: Draft, ambition: int) -> Reading:
    """The reading that goes on; a new one where the ambition is another or the last is decided."""
    last = draft.readings[-1] if draft.readings else None
    if last is None or last.ambition != ambition or last.verdict is not None:
        draft.readings.append(Reading(ambition))
    return draft.readings[-1]


def _decide(found: list[Draft], event: ev.DraftDecided, heard: Heard) -> None:
    """Put the verdict to the last draft of that measure; a hollow text runs lower than it was read."""
    last = found[-1]
    if (last.tabled.body, last.tabled.measure) != (event.body, event.measure):
        return
    undecided = bool(last.readings) and last.readings[-1].verdict is None
    reading = last.readings[-1] if undecided else _reading(last, event.ambition)
    reading.verdict, reading.line = event, heard.line


def failures(drafts: list[Draft], verdict: str) -> Iterator[tuple[Draft, Reading, ev.DraftDecided]]:
    """Of each draft that failed so, `blocked` or `outvoted`, the first reading at which it did."""
    for draft in drafts:
        for reading in draft.readings:
            if reading.verdict is not None and reading.verdict.verdict == verdict:
                yield draft, reading, reading.verdict
                break
