"""What happened, folded: by the council that decided it, else by the place where it was, else by the state it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wargame.catalogue import _
from wargame.engine.headlines import weight
from wargame.engine.interests import Interests, Nearness
from wargame.engine.matters import Ground, stories
from wargame.model import events as ev
from wargame.model.names import Names


@dataclass(frozen=True)
class Group:
    """Events that belong together, by their places in the list that was grouped."""

    key: str
    title: str
    numbers: tuple[int, ...]


def groups(events: Sequence[ev.Event], names: Names, ground: Ground, interests: Interests) -> list[Group]:
    """The groups of some events; those with the heaviest matter for the seat first, then the earliest."""
    found: dict[str, list[int]] = {}
    homes: dict[
        str, tuple[str, str]
    ] = {}  # a state, its only place and its leadership may bear one name: they are one group
    for number, event in enumerate(events):
        what, name = _home_of(event)
        if what == "state" and interests.of_states([name]) is Nearness.FAR:
            what, name = "others", ""
        title = _title(what, name, names)
        homes.setdefault(title, (what, name))
        found.setdefault(title, []).append(number)

    def heaviest(numbers: Sequence[int]) -> int:
        told = stories([events[number] for number in numbers], ground)
        return max((weight(story, interests) for story in told), default=0)

    ranked = sorted(found.items(), key=lambda item: (-heaviest(item[1]), item[1][0]))
    return [Group(".".join(homes[title]), title, tuple(numbers)) for title, numbers in ranked]


def _home_of(event: ev.Event) -> tuple[str, str]:
    """What an event is filed under: a kind of thing, and its id."""
    match event:
        case ev.Transferred(body=str(body)) | ev.Recalled(body=str(body)):
            return "body", body
        case ev.AccessionMoved() | ev.DemandMet() | ev.ConsultationsCalled() | ev.TextEnded() | ev.DraftDecided():
            return "body", event.body
        case ev.Tabled() | ev.PositionTaken() | ev.Sounded() | ev.RequestAnswered() | ev.OfferAnswered():
            return "body", event.body
        case ev.DelegateDeparted():
            return "state", event.member
        case ev.FrontWorn() | ev.DepotsEmptied():
            return "state", event.state
        case ev.StanceChanged() | ev.GovernmentChanged():
            return "state", event.country
        case ev.Contributed():
            return "state", event.member
        case _:
            place = getattr(event, "place", None)
            return ("place", place) if place else ("", "")


def _title(what: str, name: str, names: Names) -> str:
    match what:
        case "body":
            return names.bodies.title(names.bodies.row(name))
        case "place":
            return names.places.title(names.places.row(name))
        case "state":
            return names.countries.title(names.countries.row(name))
        case "others":
            return _("Other states")
        case _:
            return _("Elsewhere")
