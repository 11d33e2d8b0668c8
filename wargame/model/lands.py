"""The schema of the board: countries, what they are to each other, regions, seas, ways, formations."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from wargame.model.codes import Kind, MeasureKind, Stance, Terrain
from wargame.model.strict import Id, Iso3, Named, Percent, PlaceId, Prose, SignedPercent, Strict, Title, UnitId

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
TerrainName = Annotated[Terrain, Named(Terrain)]
StanceName = Annotated[Stance, Named(Stance)]
KindOfFormation = Annotated[Kind, Named(Kind)]
KindName = Annotated[MeasureKind, Named(MeasureKind)]
Figure = Literal["population", "gdp", "personnel", "democracy", "defence_share", "gas"]
"""A figure of a state that somebody has measured, or guessed."""


class OptOut(Strict):
    """What a member of a body takes no part in by treaty."""

    body: Id = Field(description="Id of the body.")
    kinds: tuple[KindName, ...] = Field(
        description="Kinds of measures on which it neither votes nor counts, and which it cannot block."
    )
    source: Prose = Field(description="Treaty or protocol.")


class Country(Strict):
    """A state: facts that stay, and the values it starts from."""

    name: Title = Field(description="Name in English.")
    body: Id | None = Field(
        default=None,
        description="Id of the body whose seat speaks for it first, of which it must be a member; left out for a state in no body.",
    )
    capital: PlaceId = Field(description="Region of the seat of government.")
    population: Annotated[float, Field(gt=0, le=2000)] = Field(description="People (million).")
    gdp: Annotated[float, Field(gt=0, le=100_000)] = Field(description="Gross domestic product (EUR bn a year).")
    personnel: Annotated[float, Field(ge=0, le=10_000)] = Field(description="Active military personnel (thousand).")
    democracy: Annotated[float, Field(ge=0, le=10)] = Field(description="Democracy index of the EIU (0 to 10).")
    defence_share: Annotated[float, Field(ge=0, le=30)] = Field(description="Defence spending (percent of GDP).")
    warheads: bool = Field(default=False, description="Has nuclear weapons of its own.")
    gas: Percent = Field(default=0, description="Share of gas bought from the adversary (percent).")
    patron: Iso3 | None = Field(default=None, description="A state it depends on.")
    dependence: Percent = Field(default=0, description="How far it depends on that patron (percent).")
    election: date | None = Field(
        default=None, description="Date of the next national election, where it falls in the game."
    )
    opinion: Percent = Field(description="Public support for a firm defence policy at the start (percent).")
    government: Percent = Field(description="Support of the government at the start (percent).")
    outlook: SignedPercent = Field(description="Outlook of the government (percent, -100 dovish to 100 hawkish).")
    caution: Percent = Field(description="Dislike of risk (percent).")
    tradition: Percent = Field(
        default=50, description="How dear it is to the state to stand outside alliances (percent)."
    )
    resilience: Percent = Field(description="Capacity to resist, Art. 3 of the North Atlantic Treaty (percent).")
    depots: Percent = Field(
        default=20,
        description="Arms in its depots at the start, which is what they hold when full (percent of what its formations are built for).",
    )
    stance: StanceName = Field(default=Stance.ALOOF, description="How it answers threat at the start.")
    opt_out: OptOut | None = Field(default=None, description="What it stays out of in a body that it belongs to.")
    source: Prose | None = Field(
        default=None, description="Where its facts come from, if not from the scenario's `sources`."
    )
    estimates: tuple[Figure, ...] = Field(
        default=(), description="Which of its figures are rough estimates; players are told so where they are shown."
    )


class Weight(Strict):
    """Something that states see in others. A state listed on both hands is not paired with itself."""

    observer: Annotated[tuple[Iso3, ...], Field(max_length=64)] = Field(description="In whose eyes.")
    other: Annotated[tuple[Iso3, ...], Field(max_length=64)] = Field(description="Whom they see so.")
    weight: Percent = Field(description="How much (percent).")
    source: Prose = Field(description="Why: treaty, event with date, or a note that it is an estimate.")


class Links(Strict):
    """What states are to each other apart from anything done in the game."""

    borders: tuple[tuple[Iso3, Iso3], ...] = Field(default=(), description="Pairs of states with a common border.")
    history: tuple[Weight, ...] = Field(
        default=(), description="Weight of past aggression of `other` in the observer's eyes."
    )
    disputes: tuple[Weight, ...] = Field(
        default=(), description="Disputes of the observer with `other`; write both directions."
    )
    ties: tuple[Weight, ...] = Field(default=(), description="Attachment of the observer to `other`.")
    claims: tuple[Weight, ...] = Field(
        default=(), description="What the observer's leadership would revise in the land of `other`."
    )


class Region(Strict):
    """A region of land."""

    name: Title = Field(description="Name in English.")
    home: Iso3 = Field(description="Whose land it is by law.")
    controller: Iso3 | None = Field(default=None, description="Who holds it at the start; its home where left out.")
    lat: Latitude = Field(description="Latitude of its main city (degrees north).")
    lon: Longitude = Field(description="Longitude of its main city (degrees east).")
    people: Percent = Field(description="Share of its country's people (percent).")
    terrain: TerrainName = Field(description="What the ground mostly is; not `sea`.")
    infra: Annotated[int, Field(ge=1, le=5)] = Field(description="Roads, rails, depots (1 poor to 5 dense).")
    value: Annotated[int, Field(ge=0, le=20)] = Field(description="What holding it is worth (points, 0 to 20).")
    port: bool = Field(default=False, description="Ships can unload.")
    boxed: bool = Field(default=False, description="Off the map: no fighting reaches it.")
    treaty_area: bool = Field(default=True, description="Inside the area of Art. 6 of the North Atlantic Treaty.")


class Sea(Strict):
    """A sea zone."""

    name: Title = Field(description="Name in English.")
    lat: Latitude = Field(description="Latitude of its middle (degrees north).")
    lon: Longitude = Field(description="Longitude of its middle (degrees east).")


class Edge(Strict):
    """A way between two regions, or between a region and a sea zone; it runs both ways and is written once."""

    between: tuple[PlaceId, PlaceId] = Field(description="The two ends.")
    km: Annotated[int, Field(ge=1, le=20_000)] = Field(description="Distance (km).")
    front: Annotated[int, Field(ge=1, le=20_000)] | None = Field(
        default=None,
        description="Of a narrow way over land, as an isthmus, a pass or a bridge: how wide it is (km). Only so many can attack "
        "along it at once. Left out where the ground sets no bound.",
    )


class Formation(Strict):
    """A formation: of a state (`owner`), or a standing one of a body with contributors."""

    name: Title = Field(description="Name in English.")
    owner: Iso3 | None = Field(default=None, description="Whose it is; left out for a standing formation.")
    body: Id | None = Field(default=None, description="Whose standing formation it is; left out for a national one.")
    kind: KindOfFormation = Field(description="Type.")
    base: PlaceId = Field(description="Home garrison.")
    at: PlaceId | None = Field(default=None, description="Where it stands at the start; its base where left out.")
    strength: Annotated[float, Field(gt=0, le=20)] = Field(description="Strength (brigade-equivalents).")
    readiness: Annotated[int, Field(ge=1, le=5)] = Field(description="Readiness (1 months to 5 hours or days).")
    works: Percent | None = Field(
        default=None,
        description="How well it is dug in at the start (percent), of land forces of a state that have no orders. "
        "Left out: wholly on a line of contact, elsewhere as far as peace allows.",
    )
    contributors: dict[Iso3, Percent] = Field(
        default_factory=dict,
        description="Of a standing formation: share of its soldiers by state (percent, 100 in all). "
        "A state need not be a member of the body to contribute.",
    )
    planned: bool = Field(
        default=False,
        description="Of a standing formation: it does not exist yet; a measure of presence on its host's soil raises it.",
    )
    framework: Iso3 | None = Field(default=None, description="Of a standing formation: the framework nation.")
    source: Prose | None = Field(default=None, description="Where the entry comes from, if not the order of battle.")


Units = dict[UnitId, Formation]
