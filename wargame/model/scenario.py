"""The schema of a scenario file: the board, the sides, what they may decide and what they are scored by."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from wargame.model.codes import MOST_DRAFTS, BodyKind, Reading
from wargame.model.columns import MOST_MONEY
from wargame.model.injects import Inject
from wargame.model.lands import Country, Edge, Formation, KindName, Links, Region, Sea
from wargame.model.measures import Measure
from wargame.model.opening import MOST_TEXTS, Accession, Attack, Given, InForce, Start, Tracks
from wargame.model.state import MOST_INJECTS
from wargame.model.strict import Id, Iso3, Named, Percent, PlaceId, Prose, Strict, Title, UnitId

BodyKindName = Annotated[BodyKind, Named(BodyKind)]
ReadingName = Annotated[Reading, Named(Reading)]
Chapter = Literal["threat", "council", "state", "war", "motive"]
Level = Literal["cadet", "staff", "general"]
VisitsName = Literal["several", "one"]


class Thresholds(Strict):
    """What carries or sinks a text in a council."""

    states: Percent = Field(default=55, description="States needed for a qualified majority (percent).")
    people: Percent = Field(default=65, description="People needed for a qualified majority (percent).")
    blocking_states: Annotated[int, Field(ge=0, le=64)] = Field(
        default=4, description="Fewest states that can block a qualified majority."
    )
    abstain: Percent = Field(
        default=33.3,
        description="Abstaining states with as large a share of the people that sink a unanimous text (percent).",
    )


class Body(Strict):
    """A side: a council of member states, a leadership, or a nation that speaks for itself."""

    name: Title = Field(description="Name in English.")
    kind: BodyKindName = Field(description="How it comes to a decision.")
    leader: Iso3 | None = Field(default=None, description="Of a leadership or a nation: whose it is.")
    patron: Iso3 | None = Field(default=None, description="Of a council: the member whose commitment carries it.")
    defends: bool = Field(default=False, description="Its treaty has a collective defence clause.")
    enlarges: bool = Field(default=False, description="Of a council: its treaty is open to new members (Art. 10).")
    consults: bool = Field(
        default=False, description="Of a council: a threatened member may call consultations by its treaty (Art. 4)."
    )
    thresholds: Thresholds = Field(default=Thresholds(), description="Of a council: majorities.")
    common_funding: Annotated[float, Field(ge=0, le=100)] = Field(
        default=0, description="Common money paid in a year (percent of what `funded_by` names)."
    )
    funded_by: Literal["defence", "gdp"] = Field(
        default="defence", description="Whether common money is a share of defence spending or of GDP."
    )
    members: dict[Iso3, Percent] = Field(description="The members, each with its commitment to the body (percent).")
    influence: Annotated[float, Field(ge=0, le=25)] = Field(
        default=10, description="Influence in the bank (points, 0 to 25)."
    )
    funds: Annotated[int, Field(ge=0, le=MOST_MONEY)] = Field(default=0, description="Common money at hand (EUR m).")
    cohesion: Percent = Field(default=60, description="Cohesion at the start (percent).")
    integration: Percent = Field(default=0, description="How far forces are merged (percent).")
    stability: Percent = Field(default=60, description="Of a leadership or a nation: stability at the start (percent).")
    involvement: Annotated[float, Field(ge=0, le=10)] = Field(
        default=0, description="Involvement in a war of others (0 to 10)."
    )
    ai: Level = Field(default="staff", description="How well the machine plays it where nobody says otherwise.")
    source: Prose = Field(description="Treaty and rules it follows, and which values are estimates.")
    briefing: tuple[Prose, ...] = Field(
        default=(), description="What its seat reads before the first turn, beside the situation that all read."
    )


class RedLine(Strict):
    """A member's red line: it objects to a kind of measure until its demand is met or the line lapses."""

    body: Id = Field(description="In which council.")
    member: Iso3 = Field(description="Whose.")
    kind: KindName = Field(description="The kind of measure it rules out.")
    demand: KindName | None = Field(default=None, description="The kind of measure whose adoption meets it.")
    lapses: date | None = Field(default=None, description="When it lapses by itself; never where left out.")
    in_peace: bool = Field(
        default=False,
        description="It does not hold against a state that has begun a war that goes on or rests under a ceasefire.",
    )
    reason: Prose = Field(description="The reason the member gives, in its own terms.")
    source: Prose = Field(description="Where it is documented.")


class Outside(Strict):
    """A state outside: on no map and in no council of the game, it takes a stance on what the sides do."""

    name: Title = Field(description="Name in English.")
    population: Annotated[float, Field(gt=0, le=2000)] = Field(description="People (million).")
    gdp: Annotated[float, Field(gt=0, le=100_000)] = Field(description="Gross domestic product (EUR bn a year).")
    goodwill: dict[Id, Percent] = Field(
        default_factory=dict, description="Goodwill towards sides, by their ids (percent); none where left out."
    )
    aside: Percent = Field(default=0, description="Its tradition of standing aside from quarrels of others (percent).")
    arms: Annotated[float, Field(ge=0, le=10)] = Field(
        default=0, description="Munitions it could send to a side it supports (brigade-equivalents a week)."
    )
    source: Prose = Field(description="Where its figures and its leanings come from, and which are estimates.")


class Objective(Strict):
    """What a side is scored by: weight x (value - worst) / (best - worst), between 0 and the weight."""

    body: Id = Field(description="Whose objective.")
    text: Prose = Field(description="The objective in words.")
    weight: Annotated[int, Field(ge=1, le=100)] = Field(description="Most points; the weights of a body sum to 100.")
    reading: ReadingName = Field(description="What is read from the state.")
    target: Iso3 | None = Field(default=None, description="Of whom; of the body itself where left out.")
    best: Annotated[int, Field(ge=-1_000_000, le=1_000_000)] = Field(
        description="Value of full marks, in the unit of the reading."
    )
    worst: Annotated[int, Field(ge=-1_000_000, le=1_000_000)] = Field(
        description="Value of none, in the unit of the reading."
    )


class Scenario(Strict):
    """A scenario: everything a game starts from."""

    format: Literal[1] = Field(description="Format of the file.")
    title: Title = Field(description="Name of the scenario.")
    summary: Prose = Field(description="The situation, for the players.")
    learning: tuple[Prose, ...] = Field(default=(), description="What a class can learn from it.")
    sources: tuple[Prose, ...] = Field(default=(), description="Sources of the columns of fact in this file.")
    start: date = Field(description="Date of day 0.")
    turns: Annotated[int, Field(ge=1, le=200)] = Field(description="Length of the game (turns).")
    weeks_a_turn: Annotated[int, Field(ge=1, le=13)] = Field(default=4, description="Length of a turn (weeks).")
    step_days: Annotated[int, Field(ge=1, le=7)] = Field(default=2, description="Length of a war step (days).")
    drafts_a_turn: Annotated[int, Field(ge=1, le=MOST_DRAFTS)] = Field(
        default=3, description="Most drafts of a body in a session."
    )
    nuclear_use: bool = Field(
        default=True,
        description="Nuclear weapons may be used, by measures that do so; a host may rule it out at setup.",
    )
    visits: VisitsName = Field(
        default="several",
        description="How often a person is asked in a turn where nobody says otherwise: `one`, as in a class.",
    )
    tracks: Tracks = Field(default=Tracks(), description="World-wide values at the start.")
    bodies: Annotated[dict[Id, Body], Field(max_length=8)] = Field(description="The sides by id.")
    countries: Annotated[dict[Iso3, Country], Field(max_length=64)] = Field(description="The states by ISO code.")
    links: Links = Field(default=Links(), description="What states are to each other.")
    regions: Annotated[dict[PlaceId, Region], Field(max_length=500)] = Field(description="The regions by id.")
    seas: Annotated[dict[PlaceId, Sea], Field(max_length=100)] = Field(
        default_factory=dict, description="The sea zones by id."
    )
    edges: Annotated[tuple[Edge, ...], Field(max_length=5000)] = Field(default=(), description="The ways between them.")
    formations: Annotated[dict[UnitId, Formation], Field(max_length=1000)] = Field(
        default_factory=dict, description="The formations by id."
    )
    wars: tuple[tuple[Iso3, Iso3], ...] = Field(default=(), description="Pairs of states at war as the game begins.")
    mobilised: tuple[Iso3, ...] = Field(default=(), description="States that have mobilised as the game begins.")
    orders: dict[UnitId, Given] = Field(default_factory=dict, description="Orders that formations already have.")
    texts: Annotated[tuple[InForce, ...], Field(max_length=MOST_TEXTS)] = Field(
        default=(), description="Texts that are in force as the game begins."
    )
    attacks: Annotated[tuple[Attack, ...], Field(max_length=8)] = Field(
        default=(), description="Armed attacks of before the first day that all remember."
    )
    accessions: Annotated[dict[Iso3, Accession], Field(max_length=64)] = Field(
        default_factory=dict, description="States that are on their way into an alliance as the game begins."
    )
    starts: Annotated[tuple[Start, ...], Field(max_length=8)] = Field(
        default=(), description="Other days on which the game may be begun (`--from DATE`)."
    )
    red_lines: Annotated[tuple[RedLine, ...], Field(max_length=64)] = Field(
        default=(), description="Red lines of members."
    )
    outside: Annotated[dict[Iso3, Outside], Field(max_length=200)] = Field(
        default_factory=dict, description="States outside, by ISO code."
    )
    catalogue: Id | None = Field(
        default=None, description="Shared catalogue of measures; those of bodies not here are left out."
    )
    measures: Annotated[dict[Id, Measure], Field(max_length=200)] = Field(
        default_factory=dict,
        description="Measures of this scenario, added to the catalogue or in place of a like-named one.",
    )
    objectives: Annotated[dict[Id, Objective], Field(max_length=100)] = Field(
        default_factory=dict, description="What the sides are scored by."
    )
    injects: Annotated[dict[Id, Inject], Field(max_length=MOST_INJECTS)] = Field(
        default_factory=dict, description="What comes from outside the game and is told in briefings."
    )
    numbers: dict[Chapter, dict[str, float]] = Field(
        default_factory=dict, description="Numbers of the rulebook set otherwise here, by chapter and name."
    )

    def day_of(self, when: date | None, otherwise: int) -> int:
        """Days from the start to a date; `otherwise` where there is none."""
        return otherwise if when is None else (when - self.start).days

    def first_day(self) -> int:
        """The date of day 0 as a proleptic ordinal."""
        return self.start.toordinal()
