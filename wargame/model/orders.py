"""Orders: what a seat decides, as values. They speak ids, never rows; log, save, replay and tests speak them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from wargame.model.state import MOST_POINTS

Ambition = Annotated[int, Field(ge=1, le=3)]
CapabilityName = Literal["land", "air", "sea"]
PostureName = Literal["hold", "delay", "reserve", "probe", "assault"]


class OrderBase(BaseModel):
    """What all orders share: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TableDraft(OrderBase):
    """Put a draft on the agenda of the seat's body, with lobbying (1/1000 point a member)."""

    type: Literal["table"] = "table"
    measure: str
    ambition: Ambition
    lowest: Ambition = 1
    against: str | None = None
    helps: str | None = None
    on: str | None = None
    incident: Annotated[int, Field(ge=0, le=1000)] | None = None
    bids: dict[str, Annotated[int, Field(ge=0, le=MOST_POINTS)]] = {}

    @model_validator(mode="before")
    @classmethod
    def _of_older_games(cls, told: object) -> object:
        """The logs of older games say of every draft that it is no `redraft`: an order that none could give."""
        if isinstance(told, dict) and told.get("redraft") is False:
            return {name: said for name, said in told.items() if name != "redraft"}
        return told


class SoundOut(OrderBase):
    """Sound a member out in the caucus."""

    type: Literal["sound"] = "sound"
    member: str


class RequestForces(OrderBase):
    """Ask the members for a formation of a capability, for a place and a time."""

    type: Literal["request"] = "request"
    capability: CapabilityName
    place: str
    weeks: Annotated[int, Field(ge=1, le=104)]


class MeetDemand(OrderBase):
    """Meet a part (1/1000 point) of what a member demands for ratifying that an applicant joins."""

    type: Literal["meet"] = "meet"
    member: str
    applicant: str
    points: Annotated[int, Field(ge=1, le=MOST_POINTS)]


class March(OrderBase):
    """Send a formation along a path with a posture; it breaks off after losing `loss_limit` (1/1000) of strength."""

    type: Literal["march"] = "march"
    formation: str
    path: Annotated[tuple[str, ...], Field(max_length=8)]
    posture: PostureName
    loss_limit: Annotated[int, Field(ge=0, le=1000)] = 500


class Release(OrderBase):
    """Give a formation back to national command, or leave one of the seat's own to the defence plan."""

    type: Literal["release"] = "release"
    formation: str


UnitOrder = March | Release  # what is ordered of one formation
Order = Annotated[TableDraft | SoundOut | RequestForces | MeetDemand | March | Release, Field(discriminator="type")]
ORDER: TypeAdapter[Order] = TypeAdapter(Order)
ORDERS: TypeAdapter[list[Order]] = TypeAdapter(list[Order])
