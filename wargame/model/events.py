"""Events: what happened, as values that speak ids.

Made from the record by engine/narrate; log, save, replay and screens read them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from wargame.model.events_abroad import AssemblyVoted as AssemblyVoted
from wargame.model.events_abroad import Injected as Injected
from wargame.model.events_abroad import LevelShifted as LevelShifted
from wargame.model.events_abroad import OutsideStood as OutsideStood
from wargame.model.events_base import EventBase as EventBase

TermMap = dict[str, int]  # name of a term, 1/1000


class Tabled(EventBase):
    """A draft was tabled."""

    type: Literal["tabled"] = "tabled"
    body: str
    measure: str
    ambition: int
    cost: int
    against: str | None
    helps: str | None
    on: str | None


class PositionTaken(EventBase):
    """A member announced its position; `support` and `terms` are the member's own knowledge."""

    type: Literal["position"] = "position"
    body: str
    member: str
    measure: str
    ambition: int
    position: str
    support: int
    terms: TermMap


class DraftDecided(EventBase):
    """What became of a draft."""

    type: Literal["decided"] = "decided"
    body: str
    measure: str
    on: str | None
    verdict: str
    ambition: int
    price: int


class WentToWar(EventBase):
    """A leadership went to war."""

    type: Literal["war"] = "war"
    attacker: str
    victim: str


class CeasefireBegan(EventBase):
    """The offers of two sides met: their war has ended where the forces stand."""

    type: Literal["ceasefire"] = "ceasefire"
    offered: str
    answered: str
    granted: str = "nothing"  # terms granted by who offered first (codes.Grant); events of older saves have none
    granted_back: str = "nothing"  # and by who answered


class Contributed(EventBase):
    """A state set its contribution under collective defence, 0 to 4."""

    type: Literal["contribution"] = "contribution"
    member: str
    level: int
    value: int
    terms: TermMap


class RequestAnswered(EventBase):
    """A state answered a request for forces."""

    type: Literal["request_answer"] = "request_answer"
    member: str
    body: str
    place: str | None
    gives: bool
    value: int
    terms: TermMap


class Transferred(EventBase):
    """A formation passed by transfer of authority, or back to national command."""

    type: Literal["transfer"] = "transfer"
    formation: str
    body: str | None
    place: str | None
    given: bool
    weeks: int


class Recalled(EventBase):
    """A state gave notice that it wants a formation back from a body that commands it."""

    type: Literal["recall"] = "recall"
    formation: str
    member: str
    body: str | None
    place: str | None
    weeks: int


class IncidentHappened(EventBase):
    """An act against a state; `author` only where all see who it was: an attack, an accident, a strike on a convoy."""

    type: Literal["incident"] = "incident"
    victim: str
    author: str | None
    place: str | None
    kind: str
    severity: int


class ActAttributed(EventBase):
    """Who was behind an act became known to a body, or publicly."""

    type: Literal["attributed"] = "attributed"
    author: str | None
    victim: str | None
    publicly: bool


class BattleFought(EventBase):
    """A battle of one step: combat powers and losses of both sides (1/1000 brigade-equivalent)."""

    type: Literal["battle"] = "battle"
    attacker: str | None
    defender: str | None
    place: str
    attack: int
    defence: int
    attacker_losses: int
    defender_losses: int


class FormationLost(EventBase):
    """A formation's losses in a battle, with the factors of its combat power; `battle` is the region fought for."""

    type: Literal["losses"] = "losses"
    formation: str
    place: str | None
    battle: str
    side: Literal["attack", "defence"]
    lost: int
    power: int
    factors: TermMap


class FrontWorn(EventBase):
    """What fire along the front, between battles, cost a state's formations in a week (1/1000 brigade-equivalent)."""

    type: Literal["front"] = "front"
    state: str
    lost: int


class DepotsEmptied(EventBase):
    """A state's depots have come to be empty: what its formations lose is made good only by what is made or sent (STOCKS-1)."""

    type: Literal["depots"] = "depots"
    state: str


class FormationMoved(EventBase):
    """A formation reached a region, gave ground or was destroyed."""

    type: Literal["moved"] = "moved"
    formation: str
    place: str | None
    how: Literal["moved", "retreat", "destroyed"]


class ControlChanged(EventBase):
    """A region changed hands."""

    type: Literal["control"] = "control"
    place: str
    holder: str | None
    before: str | None


class ResolutionBroke(EventBase):
    """The resolution stopped for an emergency session."""

    type: Literal["break"] = "break"
    why: str
    author: str | None
    victim: str | None
    place: str | None


class NuclearUsed(EventBase):
    """A side used nuclear weapons."""

    type: Literal["nuclear_use"] = "nuclear_use"
    body: str
    state: str | None  # whose weapons they were
    victim: str | None
    place: str
    ambition: int
    lost: int  # strength of all formations there, 1/1000 brigade-equivalent


class StanceChanged(EventBase):
    """A state answers threat in another way."""

    type: Literal["stance"] = "stance"
    country: str
    stance: str
    terms: TermMap


class AccessionMoved(EventBase):
    """A state came a step nearer to membership; `ally` is who ratified, where one did."""

    type: Literal["accession"] = "accession"
    country: str
    body: str
    track: str
    ally: str | None
    terms: TermMap


class DemandMet(EventBase):
    """A body met a demand of a member that holds an accession up, or had not the means left; how much of it is told to nobody."""

    type: Literal["demand_met"] = "demand_met"
    member: str
    body: str
    country: str
    met: bool


class ConsultationsCalled(EventBase):
    """A threatened member called consultations; `severity` is that of what happened (1 to 5)."""

    type: Literal["consultations"] = "consultations"
    country: str
    body: str
    about: str
    severity: int


class GovernmentChanged(EventBase):
    """A government fell, or an election changed its outlook."""

    type: Literal["government"] = "government"
    country: str
    outlook: int
    elected: bool


class OrderFrustrated(EventBase):
    """An accepted order could not be carried out."""

    type: Literal["frustrated"] = "frustrated"
    formation: str
    place: str | None
    cause: str


class TextEnded(EventBase):
    """A text ran out."""

    type: Literal["text_ended"] = "text_ended"
    body: str
    measure: str
    unkept: bool = False  # a promise that was not kept; events of older saves do not say


class Sounded(EventBase):
    """A member was sounded out."""

    type: Literal["sounded"] = "sounded"
    body: str
    member: str
    heard: int


class DelegateDeparted(EventBase):
    """A delegate departed from its government's line, which cost that government support (1/1000)."""

    type: Literal["departed"] = "departed"
    member: str
    body: str
    measure: str | None  # None for forces that were asked for
    cost: int
    left: int


class OfferAnswered(EventBase):
    """A delegate turned down what a body offered (1/1000 point); `asked` is what it would take, 0 for nothing."""

    type: Literal["offer_answered"] = "offer_answered"
    member: str
    body: str
    asked: int
    offered: int


class Told(EventBase):
    """Other facts of the record: income, escalation, effects, scores; numbers as the note says."""

    type: Literal["told"] = "told"
    note: str
    who: str | None
    whom: str | None
    first: int
    second: int


class GameEnded(EventBase):
    """The game is over."""

    type: Literal["ended"] = "ended"
    why: str
    turns: int


class Chosen(EventBase):
    """What an AI seat chose and why: the terms of its choice and of the best alternative (points)."""

    type: Literal["chosen"] = "chosen"
    seat: str
    phase: str
    choice: str
    terms: TermMap
    alternative: str
    alternative_terms: TermMap


Event = Annotated[
    Tabled
    | PositionTaken
    | DraftDecided
    | WentToWar
    | CeasefireBegan
    | Contributed
    | RequestAnswered
    | Transferred
    | Recalled
    | IncidentHappened
    | ActAttributed
    | BattleFought
    | FormationLost
    | FrontWorn
    | DepotsEmptied
    | FormationMoved
    | ControlChanged
    | ResolutionBroke
    | NuclearUsed
    | OutsideStood
    | AssemblyVoted
    | StanceChanged
    | AccessionMoved
    | DemandMet
    | ConsultationsCalled
    | GovernmentChanged
    | OrderFrustrated
    | TextEnded
    | Sounded
    | DelegateDeparted
    | OfferAnswered
    | Injected
    | LevelShifted
    | Told
    | GameEnded
    | Chosen,
    Field(discriminator="type"),
]
EVENT: TypeAdapter[Event] = TypeAdapter(Event)
EVENTS: TypeAdapter[list[Event]] = TypeAdapter(list[Event])
