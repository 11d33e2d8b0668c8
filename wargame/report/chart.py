"""A chart as values: what each line reads at the end of each turn. What is drawn and what stands in the table are the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wargame.model.state import State
from wargame.report.knowledge import Knowledge


@dataclass(frozen=True)
class Line:
    """One line: its name, its values by turn, and whether the reader's seat could only estimate them."""

    name: str
    values: tuple[float, ...]
    is_estimate: bool = False


@dataclass(frozen=True)
class Chart:
    """Lines over turns completed. `says` tells how it is read, `laws` are the ids of those that make its values."""

    id: str
    title: str
    unit: str
    says: str
    laws: tuple[str, ...]
    turns: tuple[int, ...]
    lines: tuple[Line, ...]


def values_of(known: Knowledge, read: Callable[[State], float]) -> tuple[float, ...]:
    """What is read from the state at the end of each turn."""
    return tuple(read(known.states[turn]) for turn in known.turns)


def highest_first(lines: Sequence[Line], most: int) -> list[Line]:
    """The lines with the highest values, no more than so many."""
    return sorted(lines, key=lambda line: -max(line.values))[:most]
