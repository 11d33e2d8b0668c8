"""Acts of the facilitator, who leads a class through a game: as values. They speak ids, never rows; journal and report speak them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from wargame.model.injects import MOST_EFFECTS, InjectEffect
from wargame.model.orders import OrderBase

MOST_TITLE, MOST_TEXT = 80, 2000  # letters, as in a scenario

Line = Annotated[str, Field(min_length=1, max_length=MOST_TITLE, pattern=r"^[^\p{Cc}]*$")]
"""A line of letters; terminals obey control characters, and a save may hold any."""

Text = Annotated[str, Field(min_length=1, max_length=MOST_TEXT, pattern=r"^(?:[^\p{Cc}]|\n)*$")]
"""The same on several lines."""


class Release(OrderBase):
    """Tell an inject of the scenario in this briefing, whatever it waits for."""

    type: Literal["release"] = "release"
    inject: str


class Withhold(OrderBase):
    """Do not tell an inject of the scenario, in this briefing or later, until it is released or let go."""

    type: Literal["withhold"] = "withhold"
    inject: str


class LetGo(OrderBase):
    """Let an inject of the scenario come when it is due, as it is written."""

    type: Literal["let_go"] = "let_go"
    inject: str


class Write(OrderBase):
    """Tell an inject of one's own in this briefing."""

    type: Literal["write"] = "write"
    title: Line
    text: Text
    to: str | None = None  # the side that alone is told; all where there is none
    effects: Annotated[tuple[InjectEffect, ...], Field(max_length=MOST_EFFECTS)] = ()


class Annotate(OrderBase):
    """Note something for the report, which no player reads before its teacher shows it."""

    type: Literal["annotate"] = "annotate"
    text: Text


class Strike(OrderBase):
    """Take an act of this briefing back, by its number."""

    type: Literal["strike"] = "strike"
    number: int


class OpenTurn(OrderBase):
    """The briefing is over: what is to be told is told, and the turn opens."""

    type: Literal["open"] = "open"


Ruling = Release | Withhold | LetGo
Act = Annotated[Ruling | Write | Annotate | Strike | OpenTurn, Field(discriminator="type")]
ACT: TypeAdapter[Act] = TypeAdapter(Act)
