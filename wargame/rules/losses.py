"""What losses do: to the formation, to the states whose soldiers they were; where the beaten go (rulebook 4, 11)."""

from __future__ import annotations

from wargame.model.codes import Note, Posture, Terrain
from wargame.model.columns import NOBODY
from wargame.model.record import Record
from wargame.model.state import LEGS, State
from wargame.model.world import World
from wargame.rules.bodies import bodies_of, welcome
from wargame.rules.combat import bound_by_an_ally, bound_by_losses
from wargame.rules.law import law, stage
from wargame.rules.notes import EVERYONE, note
from wargame.rules.numeric import FULL
from wargame.rules.routes import is_ship
from wargame.rules.sight import seers


@law("COMBAT-17", "rulebook 4: casualties fall on the contributors")
def part_of_losses(loss: int, share: int, borne: int, last: int) -> int:
    """Each contributor bears losses by its share; what rounding leaves falls on the last."""
    return loss - borne if last else min(loss * share // FULL, loss - borne)


@law("COMBAT-18", "rulebook 11: retreat over roads, to the best served region")
def is_refuge(kind: int, by_sea: int, terrain: int, welcomed: int) -> bool:
    """The beaten go to a neighbouring region where they are welcome: ships by sea, all others by land."""
    if welcomed == 0:
        return False
    return is_ship(kind) or (by_sea == 0 and terrain != Terrain.SEA)


@stage
def bleed(world: World, state: State, formation: int, loss: int) -> int:
    """A formation loses strength (1/1000 brigade-equivalent); its states count it and are bound by it. What it lost."""
    unit = state.formations[formation]
    loss = max(0, min(loss, unit.strength))
    if loss == 0:
        return 0
    share_lost = loss / unit.strength
    unit.strength -= loss
    unit.lost += loss
    if unit.owner >= 0:
        _mourn(world, state, unit.owner, loss, share_lost, FULL)
    else:
        _share_out(world, state, formation, loss, share_lost)
    return loss


@stage
def _share_out(world: World, state: State, formation: int, loss: int, share_lost: float) -> None:
    """Losses of a multinational formation fall on its contributors by share."""
    last = NOBODY
    for k in range(state.contributions.size):
        part = state.contributions[k]
        if part.alive and part.formation == formation:
            last = k
    borne = 0
    for k in range(state.contributions.size):
        part = state.contributions[k]
        if part.alive and part.formation == formation:
            own = part_of_losses(loss, part.share, borne, 1 if k == last else 0)
            borne += own
            _mourn(world, state, part.country, own, share_lost, part.share)


@stage
def _mourn(world: World, state: State, country: int, loss: int, share_lost: float, share: int) -> None:
    """A state counts its dead; in the bodies that defend, its tripwire term rises, and that of its close allies."""
    n = world.war_numbers[0]
    state.countries[country].losses += loss
    rise = bound_by_losses(share_lost, share, n)
    for b in range(state.bodies.size):
        if not world.bodies[b].defends or not state.members[b, country].joined:
            continue
        for c in range(state.countries.size):
            member = state.members[b, c]
            if member.joined:
                felt = rise if c == country else bound_by_an_ally(rise, world.links[c, country].tie, n)
                member.tripwire = min(FULL, member.tripwire + felt)


@stage
def halt(state: State, formation: int) -> None:
    """A formation gives up its path and holds where it is."""
    unit = state.formations[formation]
    for k in range(LEGS):
        state.legs[formation, k].to = NOBODY
    unit.progress = 0
    if unit.posture > Posture.RESERVE:
        unit.posture = Posture.HOLD


@stage
def refuge(world: World, state: State, nation: int, formation: int) -> int:
    """Where a formation can fall back to: the neighbour with the best roads, own soil before allied; -1 for nowhere."""
    unit = state.formations[formation]
    place = world.regions[unit.at]
    best = NOBODY
    most = -1
    for k in range(place.first_edge, place.first_edge + place.edges):
        edge = world.edges[k]
        there = world.regions[edge.end]
        welcomed = 1 if welcome(world, state, nation, edge.end) else 0
        if is_refuge(unit.kind, edge.by_sea, there.terrain, welcomed):
            worth = 2 * there.infra + (1 if state.regions[edge.end].controller == nation else 0)
            if worth > most:
                most = worth
                best = edge.end
    return best


@stage
def fall_back(world: World, state: State, record: Record, nation: int, formation: int) -> None:
    """A formation leaves its region for a refuge, or is destroyed where there is none.

    Note.RETREAT: who = formation, whom = state, where = region left, first = region gone to, second = strength left;
    known to its side and to who sees it there.
    """
    unit = state.formations[formation]
    to = refuge(world, state, nation, formation)
    if to == NOBODY:
        destroy(world, state, record, nation, formation)
        return
    known = known_to_witnesses(world, state, record, nation, formation)
    note(record, Note.RETREAT, state.clock[0].day, formation, nation, unit.at, to, unit.strength, known)
    unit.at = to
    unit.dug_in = 0
    unit.ordered = 0
    halt(state, formation)


@stage
def destroy(world: World, state: State, record: Record, nation: int, formation: int) -> None:
    """A formation ceases to exist; what strength it had counts as lost.

    Note.DESTROYED: who = formation, whom = state, where = where it stood, first = strength lost with it; known
    to all, or of a covert formation to its side.
    """
    unit = state.formations[formation]
    known = told_of_the_end(known_to_side(state, nation, formation), world.kinds[unit.kind].covert)
    remains = bleed(world, state, formation, unit.strength)
    note(record, Note.DESTROYED, state.clock[0].day, formation, nation, unit.at, remains, 0, known)
    unit.alive = 0
    halt(state, formation)


@law("SIGHT-3", "rulebook 12: whether a formation exists is known; open sources count what an army loses")
def told_of_the_end(own: int, covert: float) -> int:
    """That a formation is no more is known to all; of a covert one its own side alone knows (one bit a body)."""
    return EVERYONE if covert <= 0.0 else own


@stage
def known_to_side(state: State, nation: int, formation: int) -> int:
    """The bodies that know what a formation of theirs does, one bit each."""
    unit = state.formations[formation]
    bits = bodies_of(state, nation)
    if unit.command >= 0:
        bits |= 1 << unit.command
    if unit.body >= 0:
        bits |= 1 << unit.body
    return bits


@stage
def known_to_witnesses(world: World, state: State, record: Record, nation: int, formation: int) -> int:
    """Its own side and the bodies that see it, one bit each; nobody where nothing is written down."""
    if record.entries.size == 0:
        return 0
    return known_to_side(state, nation, formation) | seers(world, state, formation)


@stage
def frustrate(state: State, record: Record, nation: int, formation: int, cause: int) -> None:
    """A formation's order can go no further: it is told why, once, and the order is given up.

    Note.FRUSTRATED: who = formation, whom = state, where = region it could not enter, first = Cause; known to its side.
    """
    to = state.legs[formation, 0].to
    known = known_to_side(state, nation, formation)
    note(record, Note.FRUSTRATED, state.clock[0].day, formation, nation, to, cause, 0, known)
    state.formations[formation].ordered = 0
    halt(state, formation)
