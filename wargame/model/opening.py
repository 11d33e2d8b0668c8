"""The schema of how things stand on the first day beyond the board: wars and their beginning, orders already given, states on
their way into an alliance, later starts.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from wargame.model.strict import Id, Iso3, Percent, PlaceId, Prose, Strict, Title, UnitId

MOST_TEXTS = 24  # in force as a game begins; as many again find room in it


class Given(Strict):
    """An order that a formation already has as the game begins."""

    path: Annotated[tuple[PlaceId, ...], Field(min_length=1, max_length=8)] = Field(
        description="Regions it is to go through, in their order, each next to the one before."
    )
    posture: Literal["hold", "delay", "reserve", "probe", "assault"] = Field(
        default="assault", description="How it carries out its path."
    )
    loss_limit: Percent = Field(default=50, description="Losses after which it breaks off (percent).")


class InForce(Strict):
    """A text that is in force as the game begins. What it does to an economy is in that economy's baseline."""

    measure: Id = Field(description="The measure that was adopted.")
    ambition: Annotated[int, Field(ge=1, le=3)] = Field(default=1, description="How far it goes (1 to 3).")
    against: Iso3 | None = Field(default=None, description="Whom it answers, if its measure names somebody.")
    helps: Iso3 | None = Field(default=None, description="Whom it helps, if its measure names somebody.")
    on: PlaceId | None = Field(default=None, description="Where, if its measure names a place.")
    until: date | None = Field(
        default=None, description="The day on which it ends if nobody prolongs it; never where left out."
    )
    source: Prose = Field(description="The decision that is in force.")


class Attack(Strict):
    """An armed attack of before the first day that all remember: it began a war that goes on, or rests under a ceasefire."""

    author: Iso3 = Field(description="Who attacked.")
    victim: Iso3 = Field(description="Whom; a state in no body with a collective defence clause.")
    on: PlaceId = Field(description="Where it began: land of the victim.")
    day: date = Field(description="When; before the first day.")
    ended: date | None = Field(
        default=None,
        description="Since when a ceasefire rests on its war, left out while that goes on; what states believe since is in `history`.",
    )
    source: Prose = Field(description="Where it is documented.")


class Accession(Strict):
    """How far a state outside an alliance is on its way into it as the game begins."""

    stage: Literal["applied", "invited"] = Field(description="Talks are held, or the protocol is signed.")
    ratified: Annotated[tuple[Iso3, ...], Field(max_length=64)] = Field(
        default=(), description="Members that have ratified; of one that is invited."
    )
    source: Prose = Field(description="The application, the protocol, the ratifications.")


class Tracks(Strict):
    """World-wide values at the start."""

    escalation: Annotated[float, Field(ge=0, le=10)] = Field(default=0, description="Escalation (rungs, 0 to 10).")
    channels: Percent = Field(default=30, description="Open channels between the adversaries (percent).")


class Start(Strict):
    """Another day on which the same game may be begun: what is different then. All else is as on the first day."""

    day: date = Field(description="Date of day 0 of a game begun so.")
    title: Title = Field(description="Name of the scenario begun so.")
    summary: Prose = Field(description="The situation on that day, for the players.")
    turns: Annotated[int, Field(ge=1, le=200)] | None = Field(default=None, description="Length of the game (turns).")
    tracks: Tracks | None = Field(default=None, description="World-wide values on that day.")
    placed: dict[UnitId, PlaceId] = Field(default_factory=dict, description="Where formations stand that have moved.")
    holders: dict[PlaceId, Iso3] = Field(default_factory=dict, description="Who holds regions that changed hands.")
    wars: tuple[tuple[Iso3, Iso3], ...] = Field(default=(), description="Pairs of states at war.")
    mobilised: tuple[Iso3, ...] = Field(default=(), description="States that have mobilised.")
    orders: dict[UnitId, Given] = Field(default_factory=dict, description="Orders that formations already have.")
    texts: Annotated[tuple[InForce, ...], Field(max_length=MOST_TEXTS)] | None = Field(
        default=None, description="Texts in force on that day, in place of those of the first day."
    )
    source: Prose = Field(description="Where the placements and orders come from.")
