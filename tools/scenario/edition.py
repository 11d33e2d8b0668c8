"""The editions: which columns of the tables a scenario reads, and its frame."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tools.scenario.tables import Row, by


@dataclass(frozen=True)
class Edition:
    """One scenario: its name, its day, and the year of the columns it reads."""

    name: str
    start: str  # ISO date of day 0
    forces_year: str  # of columns of formations, controllers, governments: 2016 or 2022
    figures_year: str  # of columns of population, GDP, defence shares: 2014 or 2021
    euro: float  # EUR for a USD: mean rate of the European Central Bank in the year of the figures

    @cached_property
    def nato(self) -> list[str]:
        """Allies on the day."""
        return [state for state, row in self.countries.items() if _since(row["nato_accession"], self.start)]

    @cached_property
    def eu(self) -> list[str]:
        """Members of the Union on the day."""
        return [
            state
            for state, row in self.countries.items()
            if _since(row["eu_accession"], self.start) and not _since(row["eu_exit"], self.start)
        ]

    @cached_property
    def countries(self) -> dict[str, Row]:
        """All states by ISO code."""
        return by("iso3", "countries")

    @cached_property
    def dispositions(self) -> dict[str, Row]:
        """What is estimated of each government, by ISO code."""
        return by("iso3", "dispositions")

    def group(self, name: str) -> list[str]:
        """The states that a word of a table stands for: the members of a body, or one state."""
        return {"NATO": self.nato, "EU": self.eu}.get(name, [name])

    def name_of(self, row: Row) -> str:
        """What a state, a place or a formation was called on the day."""
        return row.get(f"name_{self.forces_year}") or row["name"]

    def holds(self, row: Row) -> bool:
        """A dated row of a table is in force on the day."""
        return _since(row["from"], self.start) and not _since(row.get("to", ""), self.start)


def _since(date: str, day: str) -> bool:
    """A date, or a year, is given and not after the day."""
    return bool(date) and date <= day


EDITIONS = (
    Edition("invasion_2022", "2022-01-01", "2022", "2021", 0.845),
    Edition("baltic_2016", "2016-02-01", "2016", "2014", 0.753),
)
