"""The smallest worlds: a World and a State built by hand from a few plain values, for tests of the rules."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FunctionType
from typing import ParamSpec, TypeVar, cast

import numpy as np

from wargame.model.codes import BodyKind, Kind, Posture, Terrain
from wargame.model.columns import NOBODY, Row, Table, empty_table
from wargame.model.numbers import CouncilNumbers, MotiveNumbers, StateNumbers, ThreatNumbers, WarNumbers
from wargame.model.numbers.kinds import KINDS
from wargame.model.plan import Plan, empty_plan
from wargame.model.record import Record, Terms, empty_record
from wargame.model.state import (
    LEGS,
    Body,
    Clock,
    Coalition,
    Contribution,
    Country,
    Formation,
    Habit,
    Incident,
    Ledger,
    Leg,
    Member,
    Motive,
    Pair,
    RedLine,
    Regard,
    Region,
    Sighting,
    State,
    Suspicion,
    Text,
)
from wargame.model.world import (
    BodyFacts,
    CountryFacts,
    Course,
    Edge,
    EffectFacts,
    Kinds,
    Leaning,
    Link,
    MeasureFacts,
    ObjectiveFacts,
    OpeningText,
    OrderOfBattle,
    Outsider,
    Place,
    Reach,
    World,
)
from wargame.rules.field import Field, draw_fronts, survey
from wargame.rules.supply import open_lines
from wargame.rules.war import step

P = ParamSpec("P")
T = TypeVar("T")

ROOM = 12  # rows of the tables whose rows are born in the game
DEPOTS = 100_000  # 1/1000 brigade-equivalent in the depots of each state: more than any small world uses up


@dataclass(frozen=True)
class Site:
    """A region: `home` by law, `holder` where another holds it. A sea zone has terrain SEA and no home."""

    home: int = NOBODY
    terrain: Terrain = Terrain.PLAIN
    infra: int = 4
    value: int = 2
    port: bool = False
    people: int = 1000
    holder: int | None = None


@dataclass(frozen=True)
class Road:
    """A way between two regions, both directions; by sea where one end is a sea zone."""

    one: int
    other: int
    km: int = 100
    front: int = 0


@dataclass(frozen=True)
class Side:
    """A body: a council of members, or a leadership where `leader` is given."""

    members: Sequence[int]
    leader: int = NOBODY
    defends: bool = True


@dataclass(frozen=True)
class Unit:
    """A formation: national where `owner` is given, else a standing formation of `body` with shares in 1/1000."""

    owner: int = NOBODY
    at: int = 0
    kind: Kind = Kind.MECHANISED
    strength: int = 1000
    readiness: int = 800
    supply: int = 1000
    dug_in: int = 0
    body: int = NOBODY
    posture: Posture = Posture.HOLD
    path: Sequence[int] = ()
    loss_limit: int = 1000
    shares: Sequence[tuple[int, int]] = ()


@dataclass
class Small:
    """A small world under test: its tables, and a record that the stages write."""

    world: World
    state: State
    record: Record = field(default_factory=lambda: empty_record(400))

    def plan(self) -> Plan:
        return empty_plan(self.state)

    def tuple(self) -> tuple[World, State, Record]:
        return self.world, self.state, self.record


def small_world(
    sites: Sequence[Site],
    roads: Sequence[Road] = (),
    units: Sequence[Unit] = (),
    sides: Sequence[Side] = (),
    wars: Sequence[tuple[int, int]] = (),
    capitals: Sequence[int] = (),
    countries: int = 2,
    step_days: int = 2,
    seed: int = 1,
) -> Small:
    """A World and State of as many states, regions, formations and bodies as are given; numbers as declared."""
    world = _world(sites, roads, units, sides, capitals, countries, step_days)
    state = _state(world, sites, units, sides, wars, seed)
    return Small(world, state)


def _world(
    sites: Sequence[Site],
    roads: Sequence[Road],
    units: Sequence[Unit],
    sides: Sequence[Side],
    capitals: Sequence[int],
    countries: int,
    step_days: int,
) -> World:
    course = empty_table(Course, 1)
    course[0].turns, course[0].weeks_a_turn, course[0].step_days, course[0].drafts_a_turn = 12, 4, step_days, 3
    regions, edges = _map(sites, roads)
    return World(
        course,
        _bodies(sides),
        _countries(sides, capitals, countries),
        empty_table(Link, countries, countries),
        regions,
        edges,
        _reach(len(sites), countries),
        _kinds(),
        _order_of_battle(units),
        empty_table(MeasureFacts, 1),
        empty_table(EffectFacts, 1),
        empty_table(ObjectiveFacts, 1),
        empty_table(OpeningText, 1),
        empty_table(Outsider, 1),
        empty_table(Leaning, 1, len(sides)),
        empty_table(ThreatNumbers, 1),
        empty_table(CouncilNumbers, 1),
        empty_table(StateNumbers, 1),
        empty_table(WarNumbers, 1),
        empty_table(MotiveNumbers, 1),
    )


def _map(sites: Sequence[Site], roads: Sequence[Road]) -> tuple[Table[Place], Table[Edge]]:
    regions = empty_table(Place, len(sites))
    edges = empty_table(Edge, max(1, 2 * len(roads)))
    row = 0
    for r, site in enumerate(sites):
        place = regions[r]
        place.home, place.terrain, place.infra, place.value = site.home, site.terrain, site.infra, site.value
        place.port, place.people, place.first_edge, place.treaty_area = int(site.port), site.people, row, 1
        for road in roads:
            if r in (road.one, road.other):
                edge = edges[row]
                edge.start, edge.end, edge.km, edge.front = r, road.one + road.other - r, road.km, road.front
                edge.by_sea = int(Terrain.SEA in (sites[road.one].terrain, sites[road.other].terrain))
                row += 1
        place.edges = row - place.first_edge
    return regions, edges


def _bodies(sides: Sequence[Side]) -> Table[BodyFacts]:
    table = empty_table(BodyFacts, max(1, len(sides)))
    for b in range(table.size):
        table[b].leader = table[b].patron = NOBODY
    for b, side in enumerate(sides):
        table[b].kind = BodyKind.COUNCIL if side.leader == NOBODY else BodyKind.LEADERSHIP
        table[b].leader = side.leader
        table[b].defends = int(side.defends)
    return table


def _countries(sides: Sequence[Side], capitals: Sequence[int], countries: int) -> Table[CountryFacts]:
    table = empty_table(CountryFacts, countries)
    for c in range(countries):
        table[c].capital = capitals[c] if c < len(capitals) else NOBODY
        table[c].patron = table[c].body = NOBODY
        table[c].population = table[c].gdp = table[c].personnel = 1000
        table[c].depots = DEPOTS
        for b, side in reversed(list(enumerate(sides))):
            if c in side.members:
                table[c].body = b
    return table


def _reach(regions: int, countries: int) -> Table[Reach]:
    table = empty_table(Reach, regions, countries)
    for r in range(regions):
        for c in range(countries):
            table[r, c].near = 0.5
    return table


def _kinds() -> Table[Kinds]:
    table = empty_table(Kinds, len(Kind))
    for kind, facts in KINDS.items():
        row = table[kind]
        for name in Kinds.numbers:
            setattr(row, name, float(getattr(facts, name)))
    return table


def _order_of_battle(units: Sequence[Unit]) -> Table[OrderOfBattle]:
    table = empty_table(OrderOfBattle, max(1, len(units)))
    for u, unit in enumerate(units):
        table[u].garrison, table[u].strength, table[u].readiness = unit.at, unit.strength, unit.readiness
    return table


def _state(
    world: World,
    sites: Sequence[Site],
    units: Sequence[Unit],
    sides: Sequence[Side],
    wars: Sequence[tuple[int, int]],
    seed: int,
) -> State:
    state = _empty_state(world, len(sites))
    state.clock[0].seed = seed
    for c in range(state.countries.size):
        state.countries[c].stocks = world.countries[c].depots
    for b, side in enumerate(sides):
        for c in side.members:
            state.members[b, c].joined = 1
    for one, other in wars:
        declare_war(state, one, other)
    for r, site in enumerate(sites):
        region = state.regions[r]
        region.controller = site.home if site.holder is None else site.holder
        region.occupied_day = NOBODY if region.controller == site.home else 0
    for u, unit in enumerate(units):
        _raise_formation(state, u, unit)
    return state


def _empty_state(world: World, regions: int) -> State:
    countries, bodies, formations = world.countries.size, world.bodies.size, world.order_of_battle.size
    rows: dict[str, tuple[type[Row], tuple[int, ...]]] = {
        "clock": (Clock, (1,)),
        "bodies": (Body, (bodies,)),
        "countries": (Country, (countries,)),
        "members": (Member, (bodies, countries)),
        "pairs": (Pair, (countries, countries)),
        "coalitions": (Coalition, (countries, bodies)),
        "regions": (Region, (regions,)),
        "formations": (Formation, (formations,)),
        "legs": (Leg, (formations, LEGS)),
        "contributions": (Contribution, (ROOM,)),
        "texts": (Text, (ROOM,)),
        "red_lines": (RedLine, (1,)),
        "incidents": (Incident, (ROOM,)),
        "suspicions": (Suspicion, (bodies, ROOM)),
        "motives": (Motive, (bodies, countries)),
        "habits": (Habit, (1,)),
        "sightings": (Sighting, (bodies, formations)),
        "ledger": (Ledger, (1,)),
        "regards": (Regard, (world.outsiders.size, bodies)),
    }
    return State(**{name: empty_table(row, *shape) for name, (row, shape) in rows.items()})  # type: ignore[arg-type]


def _raise_formation(state: State, u: int, unit: Unit) -> None:
    row = state.formations[u]
    row.alive, row.owner, row.body, row.kind, row.at = 1, unit.owner, unit.body, unit.kind, unit.at
    row.strength = row.target = unit.strength
    row.readiness, row.supply, row.dug_in = unit.readiness, unit.supply, unit.dug_in
    row.command, row.release_day, row.loss_limit = unit.body, NOBODY, unit.loss_limit
    give_order(state, u, unit.path, unit.posture)
    free = next(k for k in range(state.contributions.size) if not state.contributions[k].alive)
    for k, (country, share) in enumerate(unit.shares):
        part = state.contributions[free + k]
        part.alive, part.formation, part.country, part.share, part.framework = 1, u, country, share, int(k == 0)


def give_order(state: State, formation: int, path: Sequence[int], posture: Posture = Posture.HOLD) -> None:
    """Set a formation's path and posture."""
    state.formations[formation].posture = posture
    for k in range(LEGS):
        state.legs[formation, k].to = path[k] if k < len(path) else NOBODY


def declare_war(state: State, one: int, other: int) -> None:
    """Put two states at war."""
    state.pairs[one, other].war = state.pairs[other, one].war = 1


def notes_of(record: Record, what: int) -> list[tuple[int, ...]]:
    """The entries of one kind as (who, whom, where, first, second, third, fourth)."""
    found: list[tuple[int, ...]] = []
    for k in range(record.head[0].count):
        entry = record.entries[k]
        if entry.note == what:
            found.append((entry.who, entry.whom, entry.where, entry.first, entry.second, entry.third, entry.fourth))
    return found


def war_numbers() -> WarNumbers:
    """The numbers of the war chapters, as declared."""
    return empty_table(WarNumbers, 1)[0]


def terms_row(size: int = 16) -> Terms:
    """An empty row of terms."""
    return np.zeros(size, np.int64)


_BARE: dict[FunctionType, FunctionType] = {}


def bare(function: Callable[P, T]) -> Callable[P, T]:
    """A law or stage as it is written, and all that it calls as well: quick where compiling takes long."""
    written = getattr(function, "py_func", None)
    if not isinstance(written, FunctionType):
        return function
    if written not in _BARE:
        scope = dict(written.__globals__)
        _BARE[written] = FunctionType(written.__code__, scope, written.__name__, written.__defaults__)
        for name in written.__code__.co_names:
            if hasattr(scope.get(name), "py_func"):
                scope[name] = bare(cast("Callable[..., object]", scope[name]))
    return cast("Callable[P, T]", _BARE[written])


def war_step(small: Small) -> int:
    """One war step as it is written, its lines of supply newly traced."""
    fronts = bare(draw_fronts)(small.world, small.state)
    return bare(step)(*small.tuple(), fronts, bare(open_lines)(small.state, fronts))


def surveyed(small: Small) -> Field:
    """The field of a war step at its start."""
    return bare(survey)(small.world, small.state, bare(draw_fronts)(small.world, small.state))
