"""Headlines: the few matters of a month that weigh most with a seat, in words.

The rule: a matter weighs what its kind weighs (`Matter`) times how near it is to the seat (`Nearness`); those that reach LEAST are
told, the heaviest MOST of them, the heaviest first. Only what the seat heard is weighed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from wargame.catalogue import _, _n
from wargame.engine.articles import running
from wargame.engine.chronicle import Teller
from wargame.engine.interests import Interests, Nearness
from wargame.engine.manner import Manner, manners_of
from wargame.engine.matters import Attack, Ground, Matter, Story, attacks, ground_of, stories
from wargame.engine.months import months
from wargame.engine.narrate import heard_by
from wargame.engine.roads import km_to
from wargame.model import events as ev
from wargame.model.names import Names
from wargame.model.world import World

MOST: Final = 3  # headlines of a month
LEAST: Final = 25  # points: what weighs less makes no headline
NAMED: Final = 3  # places and states that a headline names, of more


@dataclass(frozen=True)
class Headline:
    """A matter in a sentence; `event` is where it can be looked at, `weight` in points."""

    words: str
    event: ev.Event
    weight: int


def weight(story: Story, interests: Interests) -> int:
    """What a matter weighs with a seat, in points."""
    near = interests.of_states(story.states)
    if story.body and story.body == interests.body:
        near = Nearness.OWN
    return story.matter.value * near // Nearness.FAR


class Headlines:
    """Finds and words the headlines of one game."""

    def __init__(self, world: World, names: Names, first_day: int, manners: Mapping[str, Manner] | None = None) -> None:
        self._world, self._names = world, names
        self._ground: Ground = ground_of(world, names)
        self._teller = Teller(names, first_day, manners or manners_of(world, names))

    def of(
        self,
        events: Iterable[ev.Event],
        interests: Interests,
        old: Collection[Attack] = (),
        headed: Collection[str] = (),
    ) -> list[Headline]:
        """The headlines of a month for a seat; what it may not know does not count. For nobody's seat all is open.

        `old` are the attacks that it heard of in earlier turns, `headed` the sentences that it has read as headlines already.
        """
        ranked = sorted(
            stories(_heard(events, interests), self._ground, old),
            key=lambda story: (-weight(story, interests), story.day),
        )
        heavy = (story for story in ranked if weight(story, interests) >= LEAST)
        told = (Headline(self._words(story), story.events[-1], weight(story, interests)) for story in heavy)
        return list(islice((headline for headline in told if headline.words not in headed), MOST))

    def of_page(
        self, heard: Iterable[ev.Event], page: Sequence[ev.Event], days_a_turn: int, interests: Interests
    ) -> list[Headline]:
        """The headlines of the last turn that a seat heard of, for a page with some of its events.

        What headed a page of the same turn before, at a break, is not told again.
        """
        old, told = set[Attack](), list[ev.Event]()
        for _turn, month in months(heard, days_a_turn):
            old |= attacks(_heard(told, interests))
            told = month
        headed = set[str]()
        for part in _to_each_break(told, page):
            headed |= {headline.words for headline in self.of(part, interests, old, headed)}
        return self.of(told, interests, old, headed)

    def by_turn(
        self, events: Iterable[ev.Event], days_a_turn: int, interests: Interests
    ) -> Iterator[tuple[int, list[Headline], list[ev.Event]]]:
        """Turn by turn: its number from 0, its headlines and its events."""
        old: set[Attack] = set()
        for turn, told in months(events, days_a_turn):
            yield turn, self.of(told, interests, old), told
            old |= attacks(_heard(told, interests))

    def sentences(self, events: Iterable[ev.Event]) -> list[str]:
        """All matters of some events that a seat heard, each in a sentence, the heaviest kind first."""
        ranked = sorted(stories(events, self._ground), key=lambda story: (-story.matter.value, story.day))
        return [self._words(story) for story in ranked]

    def _words(self, story: Story) -> str:
        match story.matter:
            case Matter.FRONT | Matter.ADVANCE:
                return self._front(story)
            case Matter.CAPITAL:
                return self._capital(story)
            case Matter.ADOPTED | Matter.FAILED | Matter.ALLIANCE:
                return self._text(story)
            case Matter.BATTLES:
                return self._battles(story)
            case Matter.DESTROYED:
                return self._destroyed(story)
            case Matter.RATIFIED:
                return self._teller.together(story.events)
            case _:
                return self._teller.line(story.events[0])

    def _front(self, story: Story) -> str:
        """Who gained what of whom, and how far from the loser's capital that is."""
        places = [event.place for event in story.events if isinstance(event, ev.ControlChanged)]
        change = story.events[0]
        assert isinstance(change, ev.ControlChanged)
        freed = all(self._ground.home.get(place) == change.holder for place in places)
        if freed:
            says = _("The front moves: {state} frees {places}.")
        else:
            says = _("The front moves: {state} takes {places} from {other}{where}.")
        return says.format(
            state=self._country(change.holder),
            other=self._country(change.before),
            places=self._listed([self._place(place) for place in places]),
            where="" if freed else self._how_near(places, change.before),
        )

    def _how_near(self, places: Sequence[str], loser: str | None) -> str:
        """How near the nearest of some places is to the capital of who lost them, as the end of a sentence."""
        capital = next((place for place, state in self._ground.capital.items() if state == loser), None)
        if capital is None:
            return ""
        away = km_to(self._world, self._names.places.row(capital))
        reached = [away[row] for row in map(self._names.places.row, places) if row in away]
        if not reached:
            return ""
        return _(", {km} km from {capital}").format(km=min(reached), capital=self._place(capital))

    def _capital(self, story: Story) -> str:
        change = story.events[0]
        assert isinstance(change, ev.ControlChanged)
        owner = self._ground.capital[change.place]
        says = _("The capital of {state} falls: {other} holds {place}.")
        if change.holder == owner:
            says = _("The capital of {state} is free again: it holds {place}.")
        place = self._place(change.place)
        return says.format(state=self._country(owner), other=self._country(change.holder), place=place)

    def _text(self, story: Story) -> str:
        """What became of a draft: who broke it, where somebody did."""
        end = story.events[-1]
        assert isinstance(end, ev.DraftDecided)
        positions = [event for event in story.events if isinstance(event, ev.PositionTaken)]
        objecting = [each.member for each in positions if each.position == "objects"]
        named = self._country if len(objecting) == 1 else self._state
        against = [named(member) for member in objecting]
        if end.verdict in ("adopted", "hollow"):
            says = _('{body} adopts "{measure}" at ambition {ambition}{about}.')
            if story.matter is Matter.ALLIANCE:
                says = _('{body} invokes "{measure}"{about}.')
        elif against:
            says = _n(
                '{body} fails to adopt "{measure}"{about}: {states} stands against it.',
                '{body} fails to adopt "{measure}"{about}: {states} stand against it.',
                len(against),
            )
        else:
            says = _('{body} fails to adopt "{measure}"{about}: too many hold back.')
        return says.format(
            body=self._names.bodies.title(self._names.bodies.row(end.body)),
            measure=self._names.measures.title(self._names.measures.row(end.measure)),
            ambition=end.ambition,
            about=self._about(story.events[0]),
            states=self._listed(against),
        )

    def _about(self, tabled: ev.Event) -> str:
        """Whom or what a draft is for, or whom it concerns."""
        assert isinstance(tabled, ev.Tabled)
        if tabled.helps:
            return _(", for {state}").format(state=self._country(tabled.helps))
        if tabled.on:
            return _(", in {place}").format(place=self._place(tabled.on))
        return _(", concerning {state}").format(state=self._country(tabled.against)) if tabled.against else ""

    def _battles(self, story: Story) -> str:
        """The battles of a place together, with what each side lost."""
        lost: dict[str | None, int] = {}
        for battle in story.events:
            if isinstance(battle, ev.BattleFought):
                lost[battle.attacker] = lost.get(battle.attacker, 0) + battle.attacker_losses
                lost[battle.defender] = lost.get(battle.defender, 0) + battle.defender_losses
        says = _n(
            "{count} battle for {place}; lost, in brigades: {losses}.",
            "{count} battles for {place}; lost, in brigades: {losses}.",
            len(story.events),
        )
        each = ", ".join(f"{self._state(state)} {size / 1000:.1f}" for state, size in lost.items())
        return says.format(count=len(story.events), place=self._place(story.place), losses=each)

    def _destroyed(self, story: Story) -> str:
        units = [event.formation for event in story.events if isinstance(event, ev.FormationMoved)]
        titles = [self._names.formations.title(self._names.formations.row(unit)) for unit in units]
        says = _("Destroyed at {place}: {formation}.")
        return says.format(place=self._place(story.place), formation=self._listed(titles))

    def _listed(self, titles: Sequence[str]) -> str:
        """Some names, and how many more there are."""
        named, more = ", ".join(titles[:NAMED]), len(titles) - NAMED
        if more <= 0:
            return named
        return _n("{names} and {count} more", "{names} and {count} more", more).format(names=named, count=more)

    def _country(self, name: str | None) -> str:
        return running(self._names.countries.title(self._names.countries.row(name))) or _("an unknown hand")

    def _state(self, name: str | None) -> str:
        """As a list names it."""
        return self._names.countries.title(self._names.countries.row(name)) or _("an unknown hand")

    def _place(self, name: str) -> str:
        return self._names.places.title(self._names.places.row(name))


def _heard(events: Iterable[ev.Event], interests: Interests) -> list[ev.Event]:
    """What a seat may know of some events; nobody's seat reads all."""
    if not interests.body:
        return list(events)
    return [heard for event in events if (heard := heard_by(event, interests.body))]


def _to_each_break(told: Sequence[ev.Event], page: Sequence[ev.Event]) -> Iterator[Sequence[ev.Event]]:
    """The events of a turn up to each break that came before a page of it begins."""
    begins = next((place for place, event in enumerate(told) if page and event is page[0]), 0)
    for place, event in enumerate(told[:begins]):
        if isinstance(event, ev.ResolutionBroke):
            yield told[: place + 1]
