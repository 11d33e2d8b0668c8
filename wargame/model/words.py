"""Words of delegates: what whoever speaks for a state says to a session, as values. They speak ids, never rows."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from wargame.model.orders import OrderBase
from wargame.model.state import MOST_POINTS

PositionName = Literal["objects", "reserved", "silent", "supports"]
Item = Annotated[int, Field(ge=0, le=1000)]  # a place on the agenda


class Speak(OrderBase):
    """Take a position on a draft as it is tabled, another for when it is read lower, and answer what is offered for it.

    An offer that is turned down may be priced: `asks` (1/1000 point of support bought) is what would have been taken.
    """

    type: Literal["speak"] = "speak"
    draft: Item
    position: PositionName
    lower: PositionName
    offer: Literal["take", "refuse"] = "refuse"
    asks: Annotated[int, Field(ge=0, le=MOST_POINTS)] = 0


class Respond(OrderBase):
    """Be willing to give forces that are asked for, or refuse them."""

    type: Literal["respond"] = "respond"
    request: Item
    answer: Literal["give", "refuse"]


Word = Annotated[Speak | Respond, Field(discriminator="type")]
WORD: TypeAdapter[Word] = TypeAdapter(Word)
