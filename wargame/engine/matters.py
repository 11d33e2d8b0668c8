"""Matters: what a month was about. Events that belong to one matter stand together; events that tell it a second time are left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from wargame.model import events as ev
from wargame.model.codes import MeasureKind
from wargame.model.columns import column_of
from wargame.model.names import Names
from wargame.model.world import World


class Matter(Enum):
    """What an event is about. The value is what it weighs for a reader to whom all are alike (points)."""

    ENDING = 300
    NUCLEAR = 250
    WAR = 200
    CEASEFIRE = 199
    CAPITAL = 180
    ATTACK = 120
    ALLIANCE = 110  # collective defence adopted or failed
    ADVANCE = 105  # a front on which several places changed hands
    MEMBERSHIP = 90
    FRONT = 60
    APPLICATION = 50
    GOVERNMENT = 40
    UNKEPT = 39  # a promise
    LAPSED = 38  # sanctions that run out
    FAILED = 35  # a text
    ADOPTED = 30
    ASSEMBLY = 31  # a vote of the General Assembly
    NAMED = 29  # the author of an act
    CONSULTATIONS = 25
    BATTLES = 20
    ACT = 19  # a hybrid act, an accident, a strike on a convoy, a blow in a war that goes on
    DESTROYED = 16
    RATIFIED = 15
    STANCE = 12


@dataclass
class Story:
    """One matter of a month: its events, the states it is about, the body that decides it, and the place."""

    matter: Matter
    events: list[ev.Event]
    states: set[str | None] = field(default_factory=set)
    body: str = ""
    place: str = ""

    @property
    def day(self) -> int:
        """When it began."""
        return self.events[0].day


@dataclass(frozen=True)
class Ground:
    """What is public of the land and the measures, by id: whose each place is by law, the capitals' places, the kind of each measure."""

    home: Mapping[str, str]
    capital: Mapping[str, str]  # place: state
    kinds: Mapping[str, MeasureKind]


def ground_of(world: World, names: Names) -> Ground:
    """Read from the facts of a world."""
    states, places = names.countries, names.places
    homes = column_of(world.regions, "home").tolist()
    seats = column_of(world.countries, "capital").tolist()
    kinds = column_of(world.measures, "kind").tolist()
    return Ground(
        {places.ids[row]: states.ids[home] for row, home in enumerate(homes) if home >= 0},
        {places.ids[seat]: states.ids[row] for row, seat in enumerate(seats) if seat >= 0},
        {name: MeasureKind(kind) for name, kind in zip(names.measures.ids, kinds, strict=True)},
    )


Attack = tuple[str | None, str | None]
"""Who attacked whom, by id."""


def attacks(events: Iterable[ev.Event]) -> set[Attack]:
    """Who attacked whom in some events."""
    struck = (event for event in events if isinstance(event, ev.IncidentHappened) and event.kind == ARMED)
    return {(event.author, event.victim) for event in struck}


def stories(events: Iterable[ev.Event], ground: Ground, old: Collection[Attack] = ()) -> list[Story]:
    """The matters of some events, in the order in which each was first heard of; `old` are attacks of earlier turns."""
    told = tuple(events)
    world = _of_the_world(told, ground, old)
    found = [*_of_councils(told, ground), *_of_land(told, ground), *world, *_of_fighting(told, ground)]
    return sorted(_once(found), key=lambda story: story.day)


ARMED: Final = "armed_attack"
"""The kind of incident that an attack is."""


def _once(found: Iterable[Story]) -> Iterator[Story]:
    """An attack that begins a war is told as the war; the same attack is told once."""
    seen = set[frozenset[str | None]]()
    for story in sorted(found, key=lambda story: (-story.matter.value, story.day)):
        if story.matter in (Matter.WAR, Matter.ATTACK):
            pair = frozenset(story.states)
            if pair in seen:
                continue
            seen.add(pair)
        yield story


UNPUT: Final = ("barred", "unafforded")
"""Verdicts on drafts that were never put to the members."""


def _of_councils(told: Iterable[ev.Event], ground: Ground) -> Iterator[Story]:
    """Each draft with its last reading and its end; a decision for war is told as the war."""
    for draft in _drafts(told):
        tabled, end = draft[0], draft[-1]
        if isinstance(tabled, ev.Tabled) and isinstance(end, ev.DraftDecided) and end.verdict not in UNPUT:
            kind = ground.kinds[end.measure]
            if kind is not MeasureKind.WAR:
                yield Story(
                    _end_of(end, kind), draft, {tabled.against, tabled.helps}, tabled.body, place=tabled.on or ""
                )


def _drafts(told: Iterable[ev.Event]) -> Iterator[list[ev.Event]]:
    """What was said of each draft, from tabling to the last verdict; of two readings the second."""
    draft = list[ev.Event]()
    for event in told:
        match event:
            case ev.Tabled():
                if draft:
                    yield draft
                draft = [event]
            case ev.PositionTaken() if draft:
                if isinstance(draft[-1], ev.DraftDecided):  # it is read again, lower
                    del draft[1:]
                draft.append(event)
            case ev.DraftDecided() if draft:
                draft.append(event)
            case _:
                pass
    if draft:
        yield draft


def _end_of(event: ev.DraftDecided, kind: MeasureKind) -> Matter:
    if kind is MeasureKind.COLLECTIVE_DEFENCE:
        return Matter.ALLIANCE
    return Matter.ADOPTED if event.verdict in ("adopted", "hollow") else Matter.FAILED


def _of_land(told: Iterable[ev.Event], ground: Ground) -> Iterator[Story]:
    """Land that is in other hands at the end than at the beginning: capitals each alone, the rest by who gained of whom."""
    moves: dict[str, list[ev.ControlChanged]] = {}
    for event in told:
        if isinstance(event, ev.ControlChanged):
            moves.setdefault(event.place, []).append(event)
    fronts: dict[tuple[str | None, str | None], Story] = {}
    for place, changes in moves.items():
        holder, before = changes[-1].holder, changes[0].before
        if holder == before:
            continue
        if place in ground.capital:
            states = {holder, before, ground.capital[place]}
            yield Story(Matter.CAPITAL, [changes[-1]], states, place=place)
            continue
        front = fronts.setdefault((holder, before), Story(Matter.FRONT, [], {holder, before}, place=place))
        front.events.append(changes[-1])
        if len(front.events) > 1:
            front.matter = Matter.ADVANCE
    yield from fronts.values()


def _of_the_world(told: Iterable[ev.Event], ground: Ground, old: Collection[Attack]) -> Iterator[Story]:
    """Wars, ceasefires, acts, accessions, governments: one event a story, ratifications of one accession in one.

    A blow in a war that goes on is no attack any more.
    """
    ratified: dict[tuple[str, str], Story] = {}
    for event in told:
        match event:
            case ev.AccessionMoved(ally=str()):
                key = event.country, event.body
                story = ratified.setdefault(key, Story(Matter.RATIFIED, [], {event.country}, event.body))
                story.events.append(event)
            case ev.AccessionMoved():
                matter = Matter.MEMBERSHIP if event.track == "member" else Matter.APPLICATION
                yield Story(matter, [event], {event.country}, event.body)
            case ev.IncidentHappened() if event.kind == ARMED and (event.author, event.victim) not in old:
                yield Story(Matter.ATTACK, [event], {event.author, event.victim}, place=event.place or "")
            case ev.TextEnded() if not event.unkept and ground.kinds.get(event.measure) is MeasureKind.SANCTIONS:
                yield Story(Matter.LAPSED, [event], body=event.body)
            case _:
                yield from _alone(event)
    yield from ratified.values()


def _alone(event: ev.Event) -> Iterator[Story]:
    match event:
        case ev.WentToWar():
            yield Story(Matter.WAR, [event], {event.attacker, event.victim})
        case ev.CeasefireBegan():
            yield Story(Matter.CEASEFIRE, [event], body=event.offered)
        case ev.GameEnded():
            yield Story(Matter.ENDING, [event])
        case ev.NuclearUsed():
            yield Story(Matter.NUCLEAR, [event], {event.state, event.victim}, event.body, event.place)
        case ev.IncidentHappened():
            yield Story(Matter.ACT, [event], {event.victim}, place=event.place or "")
        case ev.ActAttributed():
            yield Story(Matter.NAMED, [event], {event.author, event.victim})
        case ev.GovernmentChanged():
            yield Story(Matter.GOVERNMENT, [event], {event.country})
        case ev.AssemblyVoted():
            yield Story(Matter.ASSEMBLY, [event], {event.against}, event.body)
        case ev.ConsultationsCalled():
            yield Story(Matter.CONSULTATIONS, [event], {event.country}, event.body)
        case ev.TextEnded() if event.unkept:
            yield Story(Matter.UNKEPT, [event], body=event.body)
        case ev.StanceChanged():
            yield Story(Matter.STANCE, [event], {event.country})
        case _:
            pass


def _of_fighting(told: Iterable[ev.Event], ground: Ground) -> Iterator[Story]:
    """Battles of one place together, and formations that were destroyed there."""
    battles: dict[str, Story] = {}
    destroyed: dict[str, Story] = {}
    for event in told:
        match event:
            case ev.BattleFought():
                story = battles.setdefault(event.place, Story(Matter.BATTLES, [], place=event.place))
                story.events.append(event)
                story.states |= {event.attacker, event.defender}
            case ev.FormationMoved(how="destroyed", place=str(place)):
                states = {ground.home.get(place)}
                story = destroyed.setdefault(place, Story(Matter.DESTROYED, [], states, place=place))
                story.events.append(event)
            case _:
                pass
    yield from battles.values()
    yield from destroyed.values()
