"""Escalation (rulebook 9): rungs reached by acts, accidents between forces in contact."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Act, Die, IncidentKind, Note
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import StateNumbers
from wargame.model.record import Record
from wargame.model.state import Clock, Coalition, Contribution, Country, Formation, Member, Pair, State
from wargame.model.world import Edge, Kinds, Place, World
from wargame.rules.bodies import is_protected
from wargame.rules.chance import cast
from wargame.rules.hybrid import incident
from wargame.rules.intentions import perceive
from wargame.rules.law import law, stage
from wargame.rules.membership import Rows, homes_of
from wargame.rules.notes import EVERYONE, note
from wargame.rules.numeric import bounded, clamp, quantise, rising

TOP = Clock.columns["escalation"].high  # 1/1000 rung, and involvement of a body at war
RUNG = 1000  # 1/1000
VICTIM, AUTHOR, PLACE = 0, 1, 2  # what a contact is
MARKS = 62  # bits that stand for states
BEYOND_COUNT = 1 << 60  # contacts: more than any world has, so that their chance is the greatest there can be


@law("ESCALATION-1", "rulebook 9: the highest rung reached, less decay")
def cooled(n: StateNumbers, escalation: int, war: int) -> int:
    """Escalation cools a little each week, slower while a war is on (1/1000 rung)."""
    return clamp(escalation - quantise(n.cooling_in_war if war else n.cooling), 0, TOP)


@law("ESCALATION-2", "rulebook 9: open channels lower the chance of accidents")
def accident_chance(n: StateNumbers, contacts: int, escalation: int, channels: int) -> float:
    """Chance of an accident in a week: more forces in contact and more escalation raise it, open channels lower it."""
    tension = n.accident_calm + (1.0 - n.accident_calm) * escalation / TOP
    closed = 1.0 - n.channels_share * channels / 1000.0
    return bounded(n.accident_most * rising(float(contacts), n.contacts_half) * tension * closed, 0.0, 1.0)


@law("ESCALATION-3", "rulebook 9: above seven, a stated chance of one more rung, at most 3 %")
def extra_rung_chance(n: StateNumbers, escalation: int) -> float:
    """Above seven rungs a week carries a chance of one more, growing to its most at the top; never of war itself."""
    return n.extra_rung * bounded((escalation - n.brink) / (TOP - n.brink), 0.0, 1.0)


@law("ESCALATION-10", "rulebook 9: incidents at sea and in the air between forces that watch each other")
def is_wary(n: StateNumbers, threat: int) -> bool:
    """Forces that meet are wary of whom their state fears in earnest: neutrals and friends pass each other by (1/1000)."""
    return threat >= n.accident_wary


@law("ESCALATION-8", "rulebook 9; Kahn 1965, On Escalation: the ladder of war between nuclear powers")
def war_rung(n: StateNumbers, on_alliance: int, nuclear: int) -> int:
    """War with a state under collective defence keeps a rung of its own, war between nuclear powers a higher one."""
    if nuclear == 1:
        return quantise(n.nuclear_rung)
    return quantise(n.alliance_rung) if on_alliance == 1 else 0


@stage
def reach_rung(state: State, rung: int) -> None:
    """An act reaches a rung (1/1000 rung): escalation is at least that, and its peak is kept."""
    clock = state.clock[0]
    clock.escalation = clamp(max(clock.escalation, rung), 0, TOP)
    clock.peak = max(clock.peak, clock.escalation)


@stage
def escalate(world: World, state: State, record: Record, fights: Rows) -> None:
    """The week on the ladder: cooling, accidents, the chance of one more rung. `fights` has 1 for the states at war.

    Note.ESCALATION: first = escalation after one more rung (1/1000), second = the chance it had (1/1 000 000).
    """
    n = world.state_numbers[0]
    clock = state.clock[0]
    clock.escalation = cooled(n, clock.escalation, 1 if fights.any() else 0)
    if fights.any():
        reach_rung(state, rung_of_wars(world, state, fights))
    accident(world, state, record)
    chance = extra_rung_chance(n, clock.escalation)
    if chance > 0.0 and cast(clock.seed, clock.day, Die.EXTRA_RUNG, 0, 0) < chance:
        reach_rung(state, clock.escalation + RUNG)
        first = clock.escalation
        note(record, Note.ESCALATION, clock.day, NOBODY, NOBODY, NOBODY, first, quantise(chance * 1e6), EVERYONE)


@stage
def rung_of_wars(world: World, state: State, fights: Rows) -> int:
    """The highest rung (1/1000) at which a war that is on keeps the ladder; `fights` has 1 for the states at war."""
    n = world.state_numbers[0]
    rung = 0
    for i in range(state.countries.size):
        if not fights[i]:
            continue
        for j in range(i):
            if state.pairs[i, j].war:
                defended = is_protected(world, state, i, j) or is_protected(world, state, j, i)
                nuclear = world.countries[i].warheads > 0 and world.countries[j].warheads > 0
                rung = max(rung, war_rung(n, 1 if defended else 0, 1 if nuclear else 0))
    return rung


@stage
def accident(world: World, state: State, record: Record) -> int:
    """An accident between adversaries standing side by side, if the dice say so; its incident or -1 (weekly)."""
    n = world.state_numbers[0]
    clock = state.clock[0]
    die = cast(clock.seed, clock.day, Die.ACCIDENT, 0, 0)
    if die >= accident_chance(n, BEYOND_COUNT, clock.escalation, clock.channels):
        return NOBODY  # which most weeks spares the count
    owners = np.zeros(state.formations.size, np.int64)
    first = np.zeros(state.regions.size, np.int64)
    after = np.zeros(state.formations.size, np.int64)
    _stand(state.formations, state.contributions, world.kinds, owners, first, after)
    feared = _adversaries(n, state.countries, state.members, state.pairs, state.coalitions)
    found = np.zeros(3, np.int64)
    contacts = _contacts(world.regions, world.edges, state.formations, feared, owners, first, after, NOBODY, found)
    if contacts == 0:
        return NOBODY
    if die >= accident_chance(n, contacts, clock.escalation, clock.channels):
        return NOBODY
    drawn = int(cast(clock.seed, clock.day, Die.ACCIDENT, 0, 1) * contacts)
    _contacts(world.regions, world.edges, state.formations, feared, owners, first, after, drawn, found)
    grave = cast(clock.seed, clock.day, Die.ACCIDENT, 0, 2) < n.accident_grave
    severity = 3 if grave else 2
    row = incident(world, state, record, IncidentKind.ACCIDENT, severity, found[VICTIM], found[PLACE], found[AUTHOR])
    perceive(world, state, found[AUTHOR], Act.ACCIDENT, found[PLACE])
    reach_rung(state, severity * RUNG)
    return row


@stage
def _stand(
    formations: Table[Formation],
    contributions: Table[Contribution],
    kinds: Table[Kinds],
    owners: Rows,
    first: Rows,
    after: Rows,
) -> None:
    """List the overt formations by region: `first` of each region, then the one `after` each. Framework nations own."""
    owners[:] = NOBODY
    first[:] = NOBODY
    after[:] = NOBODY
    for k in range(contributions.size):
        if contributions[k].alive and contributions[k].framework:
            owners[contributions[k].formation] = contributions[k].country
    for u in range(formations.size):
        unit = formations[u]
        if unit.owner >= 0:
            owners[u] = unit.owner
        if not unit.alive or unit.at < 0 or kinds[unit.kind].covert > 0.0:
            owners[u] = NOBODY
        if owners[u] >= 0:
            after[u] = first[unit.at]
            first[unit.at] = u


@stage
def _adversaries(
    n: StateNumbers,
    countries: Table[Country],
    members: Table[Member],
    pairs: Table[Pair],
    coalitions: Table[Coalition],
) -> Rows:
    """1 where the first is wary of the second, or of the coalition it fears most, and they are not at war."""
    feared = np.zeros(pairs.shape, np.int64)
    homes = homes_of(members)
    for i in range(countries.size):
        top = countries[i].top_body
        for j in range(countries.size):
            fears = countries[i].top_threat == j and is_wary(n, pairs[i, j].threat)
            if top >= 0 and homes[j] >> top & 1:
                fears = is_wary(n, coalitions[i, top].threat)
            if fears and not homes[i] & homes[j] and not pairs[i, j].war:
                feared[i, j] = 1
    return feared


@stage
def _mark(country: int) -> int:
    """The bit of a state. States may share one: it tells who may be there; who is, a closer look."""
    return 1 << country % MARKS


@stage
def _crowds(regions: Table[Place], formations: Table[Formation], owners: Rows) -> Rows:
    """The bits of those that stand in each region."""
    crowd = np.zeros(regions.size, np.int64)
    for u in range(formations.size):
        if owners[u] >= 0:
            crowd[formations[u].at] |= _mark(owners[u])
    return crowd


@stage
def _fears(feared: Rows) -> Rows:
    """The bits of the adversaries of each state."""
    bits = np.zeros(feared.shape[0], np.int64)
    for i in range(bits.size):
        for j in range(bits.size):
            if feared[i, j]:
                bits[i] |= _mark(j)
    return bits


@stage
def _contacts(
    regions: Table[Place],
    edges: Table[Edge],
    formations: Table[Formation],
    feared: Rows,
    owners: Rows,
    first: Rows,
    after: Rows,
    wanted: int,
    found: Rows,
) -> int:
    """How many pairs of adversaries stand in the same or neighbouring regions; fills `found` with the wanted one."""
    crowd = _crowds(regions, formations, owners)
    fears = _fears(feared)
    count = 0
    for u in range(formations.size):
        own = owners[u]
        if own < 0:
            continue
        at = formations[u].at
        here = regions[at]
        for e in range(here.first_edge - 1, here.first_edge + here.edges):
            place = at if e < here.first_edge else edges[e].end
            v = first[place] if crowd[place] & fears[own] else NOBODY
            while v >= 0:
                if feared[own, owners[v]]:
                    if count == wanted:
                        found[VICTIM] = own
                        found[AUTHOR] = owners[v]
                        found[PLACE] = place
                    count += 1
                v = after[v]
    return count
