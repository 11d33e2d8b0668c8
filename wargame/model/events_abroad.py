"""Events from outside the map: what states there think and vote, and what injects bring."""

from typing import Literal

from wargame.model.events_base import EventBase


class OutsideStood(EventBase):
    """States outside stand otherwise than before on the conduct of a side: how many of them where."""

    type: Literal["outside"] = "outside"
    body: str
    supporting: int
    aside: int
    condemning: int


class AssemblyVoted(EventBase):
    """The General Assembly voted on the conduct of the side of a state; votes are those of the states outside."""

    type: Literal["assembly"] = "assembly"
    body: str  # who put the resolution
    against: str
    yes: int
    no: int
    abstained: int
    carried: bool


class Injected(EventBase):
    """Something from outside the game was told: an inject of the scenario, or with an empty id the facilitator's own."""

    type: Literal["injected"] = "injected"
    inject: str
    title: str
    text: str
    source: Literal["scenario", "facilitator"]


class LevelShifted(EventBase):
    """An inject moved a level of a state, a side or the world, by so much of its own unit (1/1000; 1/10 influence; EUR m)."""

    type: Literal["shifted"] = "shifted"
    what: str
    state: str | None
    body: str | None
    moved: int
    source: Literal["scenario", "facilitator"]
