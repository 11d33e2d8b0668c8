"""The schema of injects: what comes from outside the game, told to whom, when, and what it moves."""

from datetime import date
from typing import Annotated

from pydantic import Field

from wargame.model.codes import IncidentKind
from wargame.model.shifts import Shift
from wargame.model.strict import Id, Iso3, Named, Prose, Strict, Title

ShiftName = Annotated[Shift, Named(Shift)]
IncidentName = Annotated[IncidentKind, Named(IncidentKind)]

OF_A_STATE = (Shift.OPINION, Shift.GOVERNMENT, Shift.PRICES, Shift.INCIDENT)
OF_A_SIDE = (Shift.COHESION, Shift.INFLUENCE, Shift.FUNDS)
OF_A_COUNCIL = (Shift.COHESION, Shift.INFLUENCE)
"""What a council alone has: a leadership decides without persuading its own members."""
BEFALLING = (IncidentKind.CYBER, IncidentKind.SABOTAGE, IncidentKind.ACCIDENT)
"""Incidents that an inject may bring: attacks are a seat's to order, and a convoy is struck by the laws of aid."""

MOST_SIZE = {
    Shift.OPINION: 25,
    Shift.GOVERNMENT: 25,
    Shift.PRICES: 50,
    Shift.ESCALATION: 3,
    Shift.CHANNELS: 50,
    Shift.COHESION: 25,
    Shift.INFLUENCE: 10,
    Shift.FUNDS: 100_000,
    Shift.INCIDENT: 4,
}
"""How far an inject may move a level, either way, in the unit of the file; of an incident how grave it may be."""

LEAST_SIZE = {Shift.ESCALATION: 0.001, Shift.FUNDS: 1}
"""The least that an inject may move a level by, where that is not a tenth: what would round to nothing."""

TENTH = 0.1

MOST_EFFECTS = 6


class InjectEffect(Strict):
    """One thing that an inject moves."""

    effect: ShiftName = Field(description="What is moved.")
    of: str | None = Field(
        default=None,
        description="Whose: a state, or a side for cohesion, influence and funds; the world's is nobody's.",
    )
    size: Annotated[float, Field(ge=-100_000, le=100_000)] = Field(
        description="By how much: percent; rungs of escalation; points of influence; EUR m; severity of an incident."
    )
    kind: IncidentName | None = Field(default=None, description="Of an incident: cyber, sabotage or accident.")
    by: Iso3 | None = Field(
        default=None, description="Of an incident: who is behind it. Without anybody it is never attributed."
    )


class When(Strict):
    """What an inject waits for; all that is named must have come."""

    turn: Annotated[int, Field(ge=1, le=200)] | None = Field(default=None, description="Not before this turn.")
    day: date | None = Field(default=None, description="Not before this day.")
    until: date | None = Field(default=None, description="Not after this day, when it would make no sense.")
    escalation: Annotated[float, Field(ge=0, le=10)] | None = Field(
        default=None, description="Escalation is at least so high (rungs)."
    )
    war: tuple[Iso3, Iso3] | None = Field(default=None, description="These two states are at war.")
    weeks: Annotated[int, Field(ge=1, le=520)] | None = Field(
        default=None, description="Their war has gone on for at least so many weeks since the attack that began it."
    )
    peace: tuple[Iso3, Iso3] | None = Field(default=None, description="These two states are not at war.")


class Inject(Strict):
    """Something from outside the game that is told in a briefing."""

    title: Title = Field(description="Its headline.")
    text: Prose = Field(description="What is told.")
    to: Id | None = Field(default=None, description="The side that alone is told; all are where left out.")
    when: When | None = Field(
        default=None, description="When it is told by itself; left out, only a facilitator releases it."
    )
    effects: Annotated[tuple[InjectEffect, ...], Field(max_length=MOST_EFFECTS)] = Field(
        default=(), description="What it moves."
    )
    source: Prose | None = Field(default=None, description="Where it is documented, if it is true.")
    invented: bool = Field(default=False, description="It is not true; players are told so when the game is over.")
