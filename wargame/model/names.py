"""Ids and display names of the rows: ids are what files, orders and events speak, rows what the tables hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from wargame.model.columns import NOBODY


@dataclass(frozen=True)
class Roll:
    """The ids of one table in the order of its rows, with a name to display for each."""

    ids: tuple[str, ...]
    titles: tuple[str, ...]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, str]]) -> Roll:
        """From pairs of id and title in the order of the rows."""
        pairs = tuple(entries)
        return cls(tuple(name for name, _ in pairs), tuple(title for _, title in pairs))

    @cached_property
    def rows(self) -> dict[str, int]:
        """Row by id."""
        return {name: row for row, name in enumerate(self.ids)}

    def row(self, name: str | None) -> int:
        """The row of an id; NOBODY for None. Raises KeyError for an unknown id."""
        return NOBODY if name is None else self.rows[name]

    def id(self, row: int) -> str | None:
        """The id of a row; None for NOBODY."""
        return None if row == NOBODY else self.ids[row]

    def title(self, row: int) -> str:
        """The display name of a row; empty for NOBODY."""
        return "" if row == NOBODY else self.titles[row]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Sources:
    """Where facts come from, by row of their tables; empty where the scenario has but its common list."""

    countries: tuple[str, ...]
    formations: tuple[str, ...]
    measures: tuple[str, ...]
    bodies: tuple[str, ...]
    outsiders: tuple[str, ...]
    estimates: tuple[frozenset[str], ...]
    """Columns of each state whose figures are estimates, by row of countries."""


@dataclass(frozen=True)
class Names:
    """Ids and display names of a scenario. `places` are the regions and, after them, the sea zones."""

    scenario: str
    bodies: Roll
    countries: Roll
    places: Roll
    formations: Roll
    measures: Roll
    objectives: Roll
    outsiders: Roll
    texts: tuple[str, ...]
    """The text of each measure, by row of measures."""
    reasons: tuple[str, ...]
    """The reason of each red line, by row of red lines."""
    sources: Sources
