"""Escalation and involvement (rulebook 9): rungs reached by acts, accidents, how far a body is drawn in."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Act, Die, IncidentKind, MeasureKind, Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import at_war, country_of, same_body
from wargame.rules.chance import cast
from wargame.rules.hybrid import incident
from wargame.rules.intentions import perceive
from wargame.rules.law import law, stage
from wargame.rules.notes import EVERYONE, note
from wargame.rules.numeric import bounded, clamp, quantise, rising

Rows = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

TOP = 10_000  # 1/1000 rung, and involvement of a body at war
RUNG = 1000  # 1/1000
VICTIM, AUTHOR, PLACE = 0, 1, 2  # what a contact is


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
    if escalation < n.brink:
        return 0.0
    return n.extra_rung * bounded((escalation - n.brink + RUNG) / (TOP - n.brink + RUNG), 0.0, 1.0)


@law("ESCALATION-4", "rulebook 9: involvement, 0 to 10")
def involvement_of(n: StateNumbers, aid: int, near: int, tripwire: int, war: int) -> int:
    """A body is involved by its aid, its soldiers near the war and under fire; wholly when a member is at war.

    `aid` sums ambitions of texts in force, `near` counts standing formations, `tripwire` is the highest (1/1000).
    """
    if war:
        return TOP
    return clamp(quantise(n.involved_aid * aid + n.involved_near * near + n.involved_fire * tripwire / 1000.0), 0, TOP)


@law("ESCALATION-5", "rulebook 9: involvement is slower to leave than to enter")
def involvement_moves(n: StateNumbers, before: int, now: int) -> int:
    """Involvement rises at once and falls a share of the distance a week."""
    return now if now >= before else before - max(quantise(n.disentangle * (before - now)), 1)


@stage
def reach_rung(state: State, rung: int) -> None:
    """An act reaches a rung (1/1000 rung): escalation is at least that, and its peak is kept."""
    clock = state.clock[0]
    clock.escalation = clamp(max(clock.escalation, rung), 0, TOP)
    clock.peak = max(clock.peak, clock.escalation)


@stage
def escalate(world: World, state: State, record: Record) -> None:
    """The week on the ladder: cooling, accidents, the chance of one more rung, involvement.

    Note.ESCALATION: first = escalation after one more rung (1/1000), second = the chance it had (1/1 000 000).
    """
    n = world.state_numbers[0]
    clock = state.clock[0]
    clock.escalation = cooled(n, clock.escalation, 1 if _war_anywhere(state) else 0)
    accident(world, state, record)
    chance = extra_rung_chance(n, clock.escalation)
    if chance > 0.0 and cast(clock.seed, clock.day, Die.EXTRA_RUNG, 0, 0) < chance:
        reach_rung(state, clock.escalation + RUNG)
        first = clock.escalation
        note(record, Note.ESCALATION, clock.day, NOBODY, NOBODY, NOBODY, first, quantise(chance * 1e6), EVERYONE)
    involve(world, state)


@stage
def _war_anywhere(state: State) -> bool:
    for i in range(state.countries.size):
        for j in range(i):
            if state.pairs[i, j].war:
                return True
    return False


@stage
def accident(world: World, state: State, record: Record) -> int:
    """An accident between adversaries standing side by side, if the dice say so; its incident or -1 (weekly)."""
    n = world.state_numbers[0]
    clock = state.clock[0]
    owners = np.zeros(state.formations.size, np.int64)
    first = np.full(state.regions.size, NOBODY, np.int64)
    after = np.full(state.formations.size, NOBODY, np.int64)
    _stand(world, state, owners, first, after)
    found = np.zeros(3, np.int64)
    contacts = _contacts(world, state, owners, first, after, -1, found)
    if contacts == 0:
        return NOBODY
    chance = accident_chance(n, contacts, clock.escalation, clock.channels)
    if cast(clock.seed, clock.day, Die.ACCIDENT, 0, 0) >= chance:
        return NOBODY
    drawn = int(cast(clock.seed, clock.day, Die.ACCIDENT, 0, 1) * contacts)
    _contacts(world, state, owners, first, after, drawn, found)
    grave = cast(clock.seed, clock.day, Die.ACCIDENT, 0, 2) < n.accident_grave
    severity = 3 if grave else 2
    row = incident(world, state, record, IncidentKind.ACCIDENT, severity, found[VICTIM], found[PLACE], found[AUTHOR])
    perceive(world, state, found[AUTHOR], Act.ACCIDENT, found[PLACE])
    reach_rung(state, severity * RUNG)
    return row


@stage
def _stand(world: World, state: State, owners: Rows, first: Rows, after: Rows) -> None:
    """List the overt formations by region: `first` of each region, then the one `after` each."""
    for u in range(state.formations.size):
        unit = state.formations[u]
        owners[u] = NOBODY
        if unit.alive and unit.at >= 0 and world.kinds[unit.kind].covert <= 0.0:
            owners[u] = country_of(state, u)
            if owners[u] >= 0:
                after[u] = first[unit.at]
                first[unit.at] = u


@stage
def _contacts(world: World, state: State, owners: Rows, first: Rows, after: Rows, wanted: int, found: Rows) -> int:
    """How many pairs of adversaries stand in the same or neighbouring regions; fills `found` with the wanted one."""
    count = 0
    for u in range(state.formations.size):
        if owners[u] < 0 or (state.countries[owners[u]].top_threat < 0 and state.countries[owners[u]].top_body < 0):
            continue
        here = world.regions[state.formations[u].at]
        for e in range(here.first_edge - 1, here.first_edge + here.edges):
            place = state.formations[u].at if e < here.first_edge else world.edges[e].end
            v = first[place]
            while v >= 0:
                if owners[v] != owners[u] and _fears(state, owners[u], owners[v]):
                    if count == wanted:
                        found[VICTIM] = owners[u]
                        found[AUTHOR] = owners[v]
                        found[PLACE] = place
                    count += 1
                v = after[v]
    return count


@stage
def _fears(state: State, one: int, other: int) -> bool:
    """The other is the adversary of the one, and they are not at war already."""
    country = state.countries[one]
    feared = country.top_threat == other or (
        country.top_body >= 0 and state.members[country.top_body, other].joined == 1
    )
    return feared and not same_body(state, one, other) and not at_war(state, one, other)


@stage
def involve(world: World, state: State) -> None:
    """How far each body is drawn into a war of others (weekly)."""
    n = world.state_numbers[0]
    for b in range(state.bodies.size):
        war = 0
        tripwire = 0
        for i in range(state.countries.size):
            if state.members[b, i].joined:
                tripwire = max(tripwire, state.members[b, i].tripwire)
                if _is_fighting(state, i):
                    war = 1
        aid = 0
        for t in range(state.texts.size):
            text = state.texts[t]
            is_aid = text.alive and text.body == b and world.measures[text.measure].kind == MeasureKind.AID
            if is_aid and text.helps >= 0 and _is_fighting(state, text.helps):
                aid += text.ambition
        now = involvement_of(n, aid, _standing_near_war(world, state, b), tripwire, war)
        state.bodies[b].involvement = involvement_moves(n, state.bodies[b].involvement, now)


@stage
def _is_fighting(state: State, country: int) -> bool:
    for j in range(state.countries.size):
        if state.pairs[country, j].war:
            return True
    return False


@stage
def _standing_near_war(world: World, state: State, body: int) -> int:
    """Standing formations of a body next to the land of a state at war."""
    count = 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.body == body and unit.at >= 0:
            here = world.regions[unit.at]
            for e in range(here.first_edge, here.first_edge + here.edges):
                home = world.regions[world.edges[e].end].home
                if home >= 0 and _is_fighting(state, home):
                    count += 1
                    break
    return count
