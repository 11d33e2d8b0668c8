"""Involvement (rulebook 9): how far a body is drawn into a war of others, and how an enemy contests that."""

from __future__ import annotations

from wargame.model.codes import Act, Die, IncidentKind, MeasureKind
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import StateNumbers
from wargame.model.record import Record
from wargame.model.state import Formation, State, Text
from wargame.model.world import Edge, MeasureFacts, Place, World
from wargame.rules.chance import cast
from wargame.rules.escalation import RUNG, TOP, reach_rung
from wargame.rules.hybrid import incident
from wargame.rules.intentions import perceive
from wargame.rules.law import law, stage
from wargame.rules.membership import Rows
from wargame.rules.numeric import clamp, quantise


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


@law("ESCALATION-6", "rulebook 9: at 4 and 7 it may be contested")
def crosses_a_line(n: StateNumbers, before: int, now: int) -> bool:
    """Involvement is contested when it rises past one of two lines, each time it does so."""
    low = before < n.contest_low <= now
    high = before < n.contest_high <= now
    return low or high


@law("ESCALATION-7", "rulebook 9: open channels; a strike on a convoy raises an Art. 6 question")
def contest_chance(n: StateNumbers, channels: int) -> float:
    """The chance that an enemy of the state helped strikes at the help: open channels lower it."""
    return n.contest_chance * (1.0 - n.channels_share * channels / 1000.0)


@law("ESCALATION-9", "rulebook 9, an Art. 6 question; fragments of drones on Romanian soil at Plauru, September 2023")
def falls_astray(n: StateNumbers, drawn: float) -> bool:
    """Some of what is aimed at a convoy falls on the ally's side of the border, inside the area of the pledge."""
    return drawn < n.astray


@stage
def involve(world: World, state: State, record: Record, fights: Rows) -> None:
    """How far each body is drawn into a war of others (weekly), and who contests it; `fights` has 1 for states at war."""
    n = world.state_numbers[0]
    for b in range(state.bodies.size):
        war = 0
        tripwire = 0
        for c in range(state.countries.size):
            if state.members[b, c].joined:
                tripwire = max(tripwire, state.members[b, c].tripwire)
                war = max(war, fights[c])
        aid = _aid_in_force(state.texts, world.measures, fights, b)
        near = _standing_near_war(state.formations, world.regions, world.edges, fights, b)
        side = state.bodies[b]
        before = side.involvement
        side.involvement = involvement_moves(n, before, involvement_of(n, aid, near, tripwire, war))
        if not war and crosses_a_line(n, before, side.involvement):
            contest(world, state, record, b)


@stage
def _aid_in_force(texts: Table[Text], measures: Table[MeasureFacts], fights: Rows, body: int) -> int:
    """Ambitions of a body's texts of aid to states that fight, summed."""
    aid = 0
    for t in range(texts.size):
        text = texts[t]
        ours = text.alive and text.body == body and text.helps >= 0
        if ours and fights[text.helps] and measures[text.measure].kind == MeasureKind.AID:
            aid += text.ambition
    return aid


@stage
def _standing_near_war(
    formations: Table[Formation], regions: Table[Place], edges: Table[Edge], fights: Rows, body: int
) -> int:
    """Standing formations of a body next to the land of a state that fights."""
    count = 0
    for u in range(formations.size):
        unit = formations[u]
        if unit.alive and unit.body == body and unit.at >= 0:
            here = regions[unit.at]
            for e in range(here.first_edge, here.first_edge + here.edges):
                home = regions[edges[e].end].home
                if home >= 0 and fights[home]:
                    count += 1
                    break
    return count


@stage
def contest(world: World, state: State, record: Record, body: int) -> int:
    """An enemy of a state that a body helps may strike a convoy as it comes over the border; the incident or -1."""
    clock = state.clock[0]
    if cast(clock.seed, clock.day, Die.CONVOY, body, 0) >= contest_chance(world.state_numbers[0], clock.channels):
        return NOBODY
    for t in range(state.texts.size):
        text = state.texts[t]
        if (
            text.alive
            and text.body == body
            and text.helps >= 0
            and world.measures[text.measure].kind == MeasureKind.AID
        ):
            enemy = foremost_enemy(state, text.helps)
            way = way_of_aid(world, state, body, text.helps)
            if enemy >= 0 and way >= 0:
                return strike(world, state, record, enemy, way)
    return NOBODY


@stage
def strike(world: World, state: State, record: Record, enemy: int, way: int) -> int:
    """A convoy of the member at one end of a way is struck at the other end, in the state helped, or astray (ESCALATION-9)."""
    edge = world.edges[way]
    clock = state.clock[0]
    owner = state.regions[edge.end].controller
    drawn = cast(clock.seed, clock.day, Die.ASTRAY, owner, 0)
    place = edge.end if falls_astray(world.state_numbers[0], drawn) else edge.start
    severity = quantise(world.council_numbers[0].clause_severity)  # the member may call on the others
    row = incident(world, state, record, IncidentKind.CONVOY, severity, owner, place, enemy)
    perceive(world, state, enemy, Act.HYBRID, place)
    reach_rung(state, severity * RUNG)
    return row


@stage
def foremost_enemy(state: State, country: int) -> int:
    """Of the states at war with a state the one it fears most; -1 for none."""
    enemy = NOBODY
    for j in range(state.countries.size):
        if not state.pairs[country, j].war:
            continue
        if enemy < 0 or state.pairs[country, j].threat > state.pairs[country, enemy].threat:
            enemy = j
    return int(enemy)


@stage
def way_of_aid(world: World, state: State, body: int, helped: int) -> int:
    """The way over land on which a body's aid reaches a state: the best roads from a member's land; -1 for none."""
    best = NOBODY
    most = -1
    for r in range(state.regions.size):
        place = world.regions[r]
        if state.regions[r].controller != helped:
            continue
        for k in range(place.first_edge, place.first_edge + place.edges):
            holder = state.regions[world.edges[k].end].controller
            member = holder >= 0 and state.members[body, holder].joined == 1
            if member and not world.edges[k].by_sea and world.regions[world.edges[k].end].infra > most:
                most = world.regions[world.edges[k].end].infra
                best = k
    return int(best)
