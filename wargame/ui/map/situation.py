"""What a map shows of a game at one moment, as plain values: taken from a State, the truth or a seat's View of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.catalogue import _
from wargame.model.calendar import date_in_words
from wargame.model.codes import Kind
from wargame.model.columns import NOBODY, column_of
from wargame.model.names import Names
from wargame.model.state import State
from wargame.model.world import World
from wargame.ui.map.camps import Camp, Camps, camps_of


@dataclass(frozen=True)
class Unit:
    """A formation. `code` says whose: a state by its three letters, or a body."""

    id: str
    title: str
    kind: Kind
    code: str
    camp: Camp
    strength: int  # 1/1000 brigade-equivalent
    place: str


@dataclass(frozen=True)
class Situation:
    """A moment of a game. States and places are ids; a sea has neither home nor holder."""

    title: str
    date: str
    turn: str
    camps: Camps
    states: dict[str, str]  # id: name, in the order of the file
    camp_of: dict[str, Camp]  # by state
    home: dict[str, str]  # by place: whose land it is by law
    holder: dict[str, str]  # by place: who holds it
    units: tuple[Unit, ...]


def situation_of(world: World, state: State, names: Names) -> Situation:
    """The situation of a State. Formations that are gone are left out."""
    camps = camps_of(world, state, names)
    homes, holders = column_of(world.regions, "home").tolist(), column_of(state.regions, "controller").tolist()
    land = [row for row, home in enumerate(homes) if home != NOBODY]
    place, country = names.places.ids, names.countries.ids
    clock, course = state.clock[0], world.course[0]
    return Situation(
        title=names.scenario,
        date=date_in_words(int(course.first_day + clock.day)),
        turn=_("Turn {turn} of {turns}").format(turn=min(clock.turn + 1, course.turns), turns=course.turns),
        camps=camps,
        states=dict(zip(country, names.countries.titles, strict=True)),
        camp_of=dict(zip(country, camps.by_country, strict=True)),
        home={place[row]: country[homes[row]] for row in land},
        holder={place[row]: country[holders[row]] for row in land},
        units=tuple(_units(state, names, camps)),
    )


def _units(state: State, names: Names, camps: Camps) -> Iterator[Unit]:
    columns = (
        column_of(state.formations, name).tolist() for name in ("alive", "at", "owner", "body", "kind", "strength")
    )
    for row, (alive, at, owner, body, kind, strength) in enumerate(zip(*columns, strict=True)):
        if not alive or at == NOBODY:
            continue
        national = owner != NOBODY
        yield Unit(
            id=names.formations.ids[row],
            title=names.formations.titles[row],
            kind=Kind(kind),
            code=names.countries.ids[owner] if national else camps.by_body[body].code,
            camp=camps.by_country[owner] if national else camps.by_body[body],
            strength=strength,
            place=names.places.ids[at],
        )
