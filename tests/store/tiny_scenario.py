"""A scenario schema of a dozen lines, with one of each thing that a real one has."""

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from wargame.model.findings import Location, did_you_mean
from wargame.store.opener import open_yaml

Percent = Annotated[float, Field(ge=0, le=100)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Regime(Enum):
    DEMOCRACY = "democracy"
    AUTOCRACY = "autocracy"


class Sanction(Strict):
    kind: Literal["sanction"]
    cost: int
    sanction: str = ""  # named as the tag, to lead astray whoever takes tags for keys


class Deployment(Strict):
    kind: Literal["deployment"]
    troops: Annotated[int, Field(ge=1, le=5000)]


Measure = Annotated[Sanction | Deployment, Field(discriminator="kind")]


class Country(Strict):
    name: Annotated[str, Field(min_length=2)]
    cohesion: Percent = 50.0
    regime: Regime = Regime.DEMOCRACY
    neighbours: tuple[str, ...] = ()
    capital: tuple[float, float] | None = None
    nuclear: bool = False


class Scenario(Strict):
    format: Literal[1]
    title: str
    turns: Annotated[int, Field(ge=1, le=200)] = 10
    start: str = "2022-02"
    countries: dict[Annotated[str, Field(pattern="^[a-z]{2,3}$")], Country]
    measures: tuple[Measure, ...] = ()
    weight: int | tuple[int, ...] = 1

    @field_validator("title")
    @classmethod
    def has_no_question(cls, title: str) -> str:
        if "?" in title:
            raise ValueError("a title\nasks nothing")
        return title


def references(scenario: Scenario) -> Iterator[tuple[Location, str]]:
    known = scenario.countries
    for code, country in known.items():
        for row, neighbour in enumerate(country.neighbours):
            if neighbour not in known:
                message = f"no country {neighbour!r}{did_you_mean(neighbour, known)}"
                yield ("countries", code, "neighbours", row), message
        if code == "xx":
            yield ("countries", code), "'xx' is no country"


def load_tiny(path: Path) -> Scenario:
    return open_yaml(path, Scenario, references)
