"""Which camp a state belongs to, read from the bodies of the scenario: what the colours of the map mean.

A camp is the set of defending councils a state has joined, or the leadership that it follows, or the nation that it is; all
others are in none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from wargame.catalogue import _
from wargame.model.codes import BodyKind
from wargame.model.columns import NOBODY
from wargame.model.names import Names
from wargame.model.state import State
from wargame.model.world import World


class Hue(Enum):
    """The colours that camps are given, in the order in which they are taken."""

    COUNCIL = "council"  # in the first defending council only
    COUNCILS = "councils"  # in more than one
    SECOND_COUNCIL = "second_council"
    THIRD_COUNCIL = "third_council"
    LEADERSHIP = "leadership"  # the strongest leadership and its members
    SECOND_LEADERSHIP = "second_leadership"
    THIRD_LEADERSHIP = "third_leadership"
    NEUTRAL = "neutral"


SINGLE = (Hue.COUNCIL, Hue.SECOND_COUNCIL, Hue.THIRD_COUNCIL)
LED = (Hue.LEADERSHIP, Hue.SECOND_LEADERSHIP, Hue.THIRD_LEADERSHIP)


@dataclass(frozen=True)
class Camp:
    """One colour of the map. `code` is what a counter of a body says in place of a state."""

    title: str
    code: str
    hue: Hue


@dataclass(frozen=True)
class Camps:
    """All camps of a scenario in the order of a legend, and who is in which."""

    all: tuple[Camp, ...]
    by_country: tuple[Camp, ...]
    by_body: tuple[Camp, ...]


def camps_of(world: World, state: State, names: Names) -> Camps:
    """The camps as memberships stand now."""
    councils = [b for b in range(state.bodies.size) if _defends_together(world, b)]
    led = sorted(
        (b for b in range(state.bodies.size) if world.bodies[b].kind != BodyKind.COUNCIL),
        key=lambda b: (world.bodies[b].kind, -_weight(world, state, b), b),  # leaderships before nations
    )
    single = {b: _camp(world, names, b, SINGLE[min(k, len(SINGLE) - 1)]) for k, b in enumerate(councils)}
    following = {b: _camp(world, names, b, LED[min(k, len(LED) - 1)]) for k, b in enumerate(led)}
    none = Camp(_("In no camp"), "", Hue.NEUTRAL)

    def of_country(country: int) -> Camp:
        leader = next((b for b in led if state.members[b, country].joined), NOBODY)
        if leader != NOBODY:
            return following[leader]
        joined = [b for b in councils if state.members[b, country].joined]
        if len(joined) < 2:
            return single[joined[0]] if joined else none
        return Camp(_(" and ").join(single[b].title for b in joined), single[joined[0]].code, Hue.COUNCILS)

    by_country = tuple(of_country(country) for country in range(state.countries.size))
    by_body = tuple({**single, **following}.get(b, none) for b in range(state.bodies.size))
    return Camps(tuple(_in_order((*by_country, *by_body))), by_country, by_body)


def _defends_together(world: World, body: int) -> bool:
    return world.bodies[body].kind == BodyKind.COUNCIL and world.bodies[body].defends == 1


def _weight(world: World, state: State, body: int) -> int:
    """The gross domestic product of the members, EUR m: which side takes the first colour."""
    return sum(world.countries[c].gdp for c in range(state.countries.size) if state.members[body, c].joined)


def _camp(world: World, names: Names, body: int, hue: Hue) -> Camp:
    """A side is called by the state that leads it, a council by its own short name."""
    leader = names.countries.id(world.bodies[body].leader)
    return Camp(names.bodies.title(body), leader or names.bodies.ids[body][:4].upper(), hue)


def _in_order(camps: tuple[Camp, ...]) -> Iterator[Camp]:
    """Each camp that has anybody in it once, by colour."""
    present = set(camps)
    yield from sorted(present, key=lambda camp: (list(Hue).index(camp.hue), camp.title))
