"""Small boards for the chapters on states: `tables` of nothing, and `board`, nine states around the Baltic in 2022."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Final

import numpy as np

from wargame.model.codes import BodyKind, Kind, Stance
from wargame.model.columns import NOBODY, column_of, empty_table
from wargame.model.numbers import CouncilNumbers, MotiveNumbers, StateNumbers, ThreatNumbers, WarNumbers
from wargame.model.numbers.kinds import KINDS
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
from wargame.model.terms import TERM_LIMIT
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
from wargame.rules.law import plain
from wargame.rules.threat import feel

TEXTS: Final = 4
INCIDENTS: Final = 4
MEASURES: Final = 4
OUTSIDERS: Final = 2

EST, LVA, LTU, POL, DEU, FIN, USA, RUS, BLR = range(9)
NATO, EU, RUSSIA = range(3)

# thousand people, EUR m, hundred soldiers, democracy index x 100, 1/100 % of GDP, warheads, gas 1/1000
STATES: Final = (
    (1_330, 31_200, 72, 784, 202, 0, 790),
    (1_880, 33_300, 88, 731, 216, 0, 930),
    (2_810, 56_400, 230, 718, 195, 0, 410),
    (36_980, 575_700, 1_140, 680, 219, 0, 400),
    (83_200, 3_615_300, 1_835, 867, 143, 0, 490),
    (5_540, 250_500, 193, 927, 141, 0, 940),
    (332_100, 19_936_900, 13_950, 785, 348, 1, 0),
    (144_750, 1_557_700, 9_000, 324, 360, 1, 0),
    (9_300, 58_900, 450, 241, 120, 0, 0),
)
MEMBERS: Final = ((EST, LVA, LTU, POL, DEU, USA), (EST, LVA, LTU, POL, DEU, FIN), (RUS, BLR))
BORDERS: Final = (
    *((EST, LVA), (EST, RUS), (LVA, LTU), (LVA, RUS), (LVA, BLR), (LTU, POL), (LTU, RUS)),
    *((LTU, BLR), (POL, DEU), (POL, RUS), (POL, BLR), (FIN, RUS), (RUS, BLR)),
)
# observer, other: weight of past aggression in 1/1000
HISTORY: Final = {
    (EST, RUS): 900,
    (LVA, RUS): 900,
    (LTU, RUS): 900,
    (POL, RUS): 850,
    (FIN, RUS): 700,
    (DEU, RUS): 350,
    (USA, RUS): 350,
    (RUS, USA): 450,
    (RUS, DEU): 450,
    (RUS, POL): 200,
}
# home, degrees north, degrees east, share of the state's people, value; sea zones have no home
PLACES: Final = (
    (EST, 59.44, 24.75, 0.65, 4),
    (EST, 58.38, 26.72, 0.35, 3),
    (LVA, 56.95, 24.11, 1.0, 4),
    (LTU, 54.69, 25.28, 1.0, 4),
    (POL, 53.60, 22.95, 0.16, 4),
    (POL, 52.23, 21.01, 0.84, 5),
    (DEU, 53.55, 9.99, 1.0, 5),
    (FIN, 60.17, 24.94, 0.54, 4),
    (FIN, 61.06, 28.19, 0.46, 3),
    (RUS, 54.70, 20.90, 0.01, 5),
    (RUS, 59.70, 31.00, 0.12, 5),
    (RUS, 57.60, 29.50, 0.05, 3),
    (RUS, 55.60, 37.60, 0.82, 5),
    (BLR, 53.90, 27.57, 1.0, 4),
    (USA, 36.90, -76.30, 1.0, 5),
    (NOBODY, 56.90, 19.50, 0.0, 0),
)
TALL, TART, RIGA, VILN, SUWA, WARS, HAMB, HELS, KARE, KALI, STPE, PSKO, MOSC, MINS, EAST, SEA = range(16)
CAPITALS: Final = (TALL, RIGA, VILN, WARS, HAMB, HELS, EAST, MOSC, MINS)
EDGES: Final = (
    *((TALL, TART), (TALL, RIGA), (TART, RIGA), (TALL, STPE), (TART, PSKO), (RIGA, VILN), (RIGA, PSKO)),
    *((RIGA, MINS), (VILN, MINS), (VILN, SUWA), (VILN, KALI), (SUWA, KALI), (SUWA, WARS), (SUWA, MINS)),
    *((WARS, HAMB), (HELS, KARE), (KARE, STPE), (STPE, PSKO), (PSKO, MOSC), (MINS, MOSC), (SEA, KALI), (SEA, HAMB)),
)
# owner, kind, where, strength in 1/1000 brigade, readiness in 1/1000
FORCES: Final = (
    (EST, Kind.MECHANISED, TALL, 1000, 800),
    (LVA, Kind.MECHANISED, RIGA, 1000, 800),
    (LTU, Kind.MECHANISED, VILN, 1000, 800),
    (POL, Kind.MECHANISED, SUWA, 2000, 800),
    (POL, Kind.ARMOURED, WARS, 2300, 800),
    (POL, Kind.AIR, WARS, 1300, 800),
    (DEU, Kind.ARMOURED, HAMB, 2000, 600),
    (DEU, Kind.FLEET, SEA, 1300, 600),
    (FIN, Kind.MECHANISED, KARE, 1000, 800),
    (FIN, Kind.INFANTRY, HELS, 2300, 400),
    (USA, Kind.ARMOURED, WARS, 1700, 800),
    (USA, Kind.AIR, HAMB, 1000, 1000),
    (USA, Kind.ARMOURED, EAST, 3000, 400),
    (RUS, Kind.MECHANISED, MOSC, 2300, 800),
    (RUS, Kind.ARMOURED, MOSC, 2300, 800),
    (RUS, Kind.MECHANISED, STPE, 1300, 800),
    (RUS, Kind.MECHANISED, KALI, 2000, 800),
    (RUS, Kind.ARTILLERY, KALI, 1300, 1000),
    (RUS, Kind.AIRBORNE, PSKO, 2000, 1000),
    (RUS, Kind.AIR, PSKO, 2000, 800),
    (RUS, Kind.FLEET, SEA, 1300, 800),
    (RUS, Kind.SPECIAL, MOSC, 1000, 1000),
    (RUS, Kind.CYBER, MOSC, 2000, 1000),
    (BLR, Kind.MECHANISED, MINS, 1000, 600),
)
GROUPS: Final = ((TALL, USA), (RIGA, POL), (VILN, DEU), (SUWA, USA))  # where, framework nation


def _empty_world(countries: int, bodies: int, regions: int, formations: int, edges: int, objectives: int) -> World:
    kinds = empty_table(Kinds, len(Kind))
    for kind, facts in KINDS.items():
        for name in Kinds.numbers:
            setattr(kinds[kind], name, float(getattr(facts, name)))
    return World(
        course=empty_table(Course, 1),
        bodies=empty_table(BodyFacts, bodies),
        countries=empty_table(CountryFacts, countries),
        links=empty_table(Link, countries, countries),
        regions=empty_table(Place, regions),
        edges=empty_table(Edge, edges),
        reach=empty_table(Reach, regions, countries),
        kinds=kinds,
        order_of_battle=empty_table(OrderOfBattle, formations),
        measures=empty_table(MeasureFacts, MEASURES),
        effects=empty_table(EffectFacts, MEASURES),
        objectives=empty_table(ObjectiveFacts, objectives),
        opening=empty_table(OpeningText, 1),
        outsiders=empty_table(Outsider, OUTSIDERS),
        leanings=empty_table(Leaning, OUTSIDERS, bodies),
        threat_numbers=empty_table(ThreatNumbers, 1),
        council_numbers=empty_table(CouncilNumbers, 1),
        state_numbers=empty_table(StateNumbers, 1),
        war_numbers=empty_table(WarNumbers, 1),
        motive_numbers=empty_table(MotiveNumbers, 1),
    )


def _empty_state(countries: int, bodies: int, regions: int, formations: int, objectives: int) -> State:
    return State(
        clock=empty_table(Clock, 1),
        bodies=empty_table(Body, bodies),
        countries=empty_table(Country, countries),
        members=empty_table(Member, bodies, countries),
        pairs=empty_table(Pair, countries, countries),
        coalitions=empty_table(Coalition, countries, bodies),
        regions=empty_table(Region, regions),
        formations=empty_table(Formation, formations),
        legs=empty_table(Leg, formations, LEGS),
        contributions=empty_table(Contribution, len(GROUPS)),
        texts=empty_table(Text, TEXTS),
        red_lines=empty_table(RedLine, 1),
        incidents=empty_table(Incident, INCIDENTS),
        suspicions=empty_table(Suspicion, bodies, INCIDENTS),
        motives=empty_table(Motive, bodies, countries),
        habits=empty_table(Habit, MEASURES),
        sightings=empty_table(Sighting, bodies, formations),
        ledger=empty_table(Ledger, objectives),
        regards=empty_table(Regard, OUTSIDERS, bodies),
    )


def tables(
    countries: int = 2, bodies: int = 1, regions: int = 1, formations: int = 0, edges: int = 0, objectives: int = 0
) -> tuple[World, State]:
    """A world and a state of so many rows, with nothing in them but the numbers of the rulebook and sound economies."""
    world = _empty_world(countries, bodies, regions, formations, edges, objectives)
    state = _empty_state(countries, bodies, regions, formations, objectives)
    world.course[0].weeks_a_turn = 4
    column_of(world.countries, "election_day")[:] = NOBODY
    column_of(state.pairs, "last_act_day")[:] = NOBODY
    column_of(state.countries, "economy")[:] = 1000
    return world, state


def untouched_board() -> tuple[World, State]:
    """Nine states, three bodies, fifteen regions and a sea, from round numbers of open sources. No rule has run."""
    world, state = tables(9, 3, len(PLACES), len(FORCES) + len(GROUPS), 2 * len(EDGES))
    _set_states(world, state)
    _set_bodies(world, state)
    _set_places(world, state)
    _set_links(world, state)
    _set_forces(state)
    publish_order_of_battle(world, state)
    return world, state


def publish_order_of_battle(world: World, state: State) -> None:
    """What every side knows of the others' forces, unless it has seen otherwise: where and how strong they are now."""
    for u in range(state.formations.size):
        book, unit = world.order_of_battle[u], state.formations[u]
        book.garrison, book.strength, book.readiness = unit.at, unit.strength, unit.readiness


def board() -> tuple[World, State]:
    """The same board, with threats felt once."""
    world, state = untouched_board()
    plain(feel)(world, state)
    return world, state


def threat_numbers() -> ThreatNumbers:
    """The numbers of the chapter on threat."""
    return empty_table(ThreatNumbers, 1)[0]


def state_numbers() -> StateNumbers:
    """The numbers of the chapters on states."""
    return empty_table(StateNumbers, 1)[0]


def terms_row() -> Terms:
    """An empty row of terms."""
    return np.zeros(TERM_LIMIT, np.int64)


def no_room() -> Record:
    """A record that keeps nothing."""
    return empty_record(0)


def notes_of(record: Record, what: int) -> list[int]:
    """The rows of a record that tell `what`."""
    return [row for row in range(record.head[0].count) if record.entries[row].note == what]


def _set_states(world: World, state: State) -> None:
    for c, (people, gdp, soldiers, regime, share, warheads, gas) in enumerate(STATES):
        facts, country = world.countries[c], state.countries[c]
        facts.population, facts.gdp, facts.personnel, facts.regime = people, gdp, soldiers, regime
        facts.warheads, facts.gas, facts.capital = warheads, gas, CAPITALS[c]
        facts.body = RUSSIA if c in MEMBERS[RUSSIA] else NATO
        country.defence_share, country.gas = share, gas
        country.opinion = country.government = country.resilience = 600
        country.caution = 500
        country.stance = Stance.BALANCE_INTERNALLY
    world.countries[BLR].patron, world.countries[BLR].dependence = RUS, 800


def _set_bodies(world: World, state: State) -> None:
    for b, members in enumerate(MEMBERS):
        world.bodies[b].common_funding = 30
        state.bodies[b].cohesion, state.bodies[b].stability, state.bodies[b].integration = 650, 650, 300
        for c in members:
            state.members[b, c].joined, state.members[b, c].commitment = 1, 750
    world.bodies[NATO].defends = world.bodies[EU].defends = 1
    world.bodies[NATO].patron = USA
    world.bodies[RUSSIA].kind, world.bodies[RUSSIA].leader = BodyKind.LEADERSHIP, RUS


def _set_places(world: World, state: State) -> None:
    ways = sorted([*EDGES, *((end, start) for start, end in EDGES)])
    for e, (start, end) in enumerate(ways):
        world.edges[e].start, world.edges[e].end, world.edges[e].km = start, end, 300
        if world.regions[start].edges == 0:
            world.regions[start].first_edge = e
        world.regions[start].edges += 1
    for r, (home, north, east, share, value) in enumerate(PLACES):
        place = world.regions[r]
        place.home, place.value, place.treaty_area = home, value, 1
        place.people = round(share * STATES[home][0]) if home >= 0 else 0
        state.regions[r].controller = home
        for c in range(len(STATES)):
            world.reach[r, c].near = sum(
                people / (1.0 + (_distance(north, east, lat, lon) / 650.0) ** 2)
                for owner, lat, lon, people, _ in PLACES
                if owner == c
            )


def _distance(north: float, east: float, lat: float, lon: float) -> float:
    """Great circle, km."""
    across = sin(radians(lat - north) / 2) ** 2
    along = cos(radians(north)) * cos(radians(lat)) * sin(radians(lon - east) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(across + along))


def _set_links(world: World, state: State) -> None:
    for one, other in BORDERS:
        world.links[one, other].border = world.links[other, one].border = 1
    for i in range(len(STATES)):
        for j in range(len(STATES)):
            if i != j:
                link = world.links[i, j]
                link.history = HISTORY.get((i, j), 0)
                link.regime_gap = abs(STATES[i][3] - STATES[j][3])
                inside = any(i in members and j in members for members in MEMBERS)
                outside = round(350 + 0.4 * link.history + 0.25 * link.regime_gap)
                link.prior = 50 if inside else outside
                state.pairs[i, j].intentions = link.prior
    world.links[BLR, RUS].tie = world.links[RUS, BLR].tie = 700


def _set_forces(state: State) -> None:
    for u, (owner, kind, at, strength, readiness) in enumerate(FORCES):
        unit = state.formations[u]
        unit.alive, unit.owner, unit.kind, unit.at = 1, owner, kind, at
        unit.strength, unit.readiness = strength, readiness
    for k, (at, framework) in enumerate(GROUPS):
        unit, part = state.formations[len(FORCES) + k], state.contributions[k]
        unit.alive, unit.body, unit.kind, unit.at, unit.strength, unit.readiness = (
            1,
            NATO,
            Kind.MECHANISED,
            at,
            300,
            1000,
        )
        part.alive, part.formation, part.country, part.share, part.framework = 1, len(FORCES) + k, framework, 1000, 1
