"""Who commands what: force generation, transfer of authority, orders taken over (rulebook 5)."""

from __future__ import annotations

import numpy as np

from wargame.model.calendar import WEEK
from wargame.model.codes import Note, Posture
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Ask, Plan, Reply
from wargame.model.record import Record, Terms
from wargame.model.state import LEGS, State
from wargame.model.terms import TERM_LIMIT, Answer
from wargame.model.world import World
from wargame.rules.article5 import tripwire_counts
from wargame.rules.delegates import charge_reply, told_by_delegate
from wargame.rules.kinds import stays_national
from wargame.rules.law import law, stage
from wargame.rules.losses import halt, known_to_witnesses
from wargame.rules.marches import march
from wargame.rules.notes import EVERYONE, note, note_terms
from wargame.rules.numeric import folded
from wargame.rules.routes import destination, path_end
from wargame.rules.support import as_term, bond, mood, risk_term


@law("COMMAND-1", "rulebook 5: a formation has exactly one command")
def may_be_transferred(command: int, strength: int, on_the_move: int) -> bool:
    """A formation under national command, fit and not on the move, may pass by transfer of authority."""
    return command < 0 and strength > 0 and on_the_move == 0


@law("COMMAND-2", "rulebook 2, burden index; the free-rider problem of the founding paper")
def burden_term(n: CouncilNumbers, asked: int, made: int) -> float:
    """A member that has given more than it was asked holds back; one that has given less is pressed."""
    return n.burden * (asked - made) / (asked + made + 1.0)


@law("COMMAND-3", "rulebook 5: national defence comes first")
def home_defence_term(n: CouncilNumbers, own_threat: int, helps_self: int) -> float:
    """The threat to one's own soil weighs against sending forces away, not against having them nearer home."""
    return 0.0 if helps_self == 1 else -n.home_defence * own_threat / 1000.0


@law("COMMAND-4", "rulebook 2: an order stands until it is done, broken off or changed")
def is_same_order(under_way: int, goal: int, ordered_goal: int, posture: int, ordered_posture: int) -> bool:
    """To who is under way, the same goal in the same posture is no new order: losses go on counting towards its limit."""
    return under_way == 1 and goal == ordered_goal and posture == ordered_posture


@stage
def answer(world: World, state: State, body: int, member: int, place: int, terms: Terms) -> int:
    """What speaks for and against giving forces for a place, 1/1000 point, by terms.Answer."""
    n = world.council_numbers[0]
    own = state.countries[member]
    seat = state.members[body, member]
    host = world.regions[place].home
    foe = own.top_threat
    felt = state.pairs[member, foe].threat if foe >= 0 else 0
    host_felt = state.pairs[host, foe].threat if host >= 0 and foe >= 0 else 0
    tie = world.links[member, host].tie if host >= 0 else 0
    helps_self = 1 if host == member else 0
    terms[:] = 0
    terms[Answer.SOLIDARITY] = as_term(n, n.answer_base + bond(n, seat.commitment, tie))
    terms[Answer.THREAT] = as_term(n, n.host_threat * host_felt / 1000.0)
    terms[Answer.TRIPWIRE] = as_term(n, tripwire_counts(n, seat.tripwire))
    terms[Answer.OPINION] = as_term(n, n.domestic * mood(own.opinion, own.outlook))
    terms[Answer.BURDEN] = as_term(n, burden_term(n, seat.asked, seat.made))
    terms[Answer.HOME_DEFENCE] = as_term(n, home_defence_term(n, felt, helps_self))
    terms[Answer.ENTRAPMENT] = -as_term(n, -risk_term(n, state.clock[0].escalation, own.caution))
    return folded(terms)


@stage
def generate_forces(world: World, state: State, plan: Plan, record: Record) -> None:
    """Each request goes round the members; the most willing gives a formation, which passes to the requesting seat."""
    for k in range(plan.asks.size):
        if plan.asks[k].alive:
            put_request(world, state, plan.asks[k], plan.replies, k, record)


@stage
def put_request(world: World, state: State, ask: Ask, replies: Table[Reply], k: int, record: Record) -> None:
    """One request: who is unwilling refuses, the most willing gives; of other willing members nothing is asked.

    A delegate's word stands in place of its state's own terms; `k` is the request's row in `replies`.
    """
    best = NOBODY
    best_value = 0
    terms = np.zeros(TERM_LIMIT, np.int64)
    for c in range(state.countries.size):
        if state.members[ask.body, c].joined == 0:
            continue
        unit = available(world, state, c, ask.capability, ask.place)
        if unit == NOBODY:
            continue
        value = told_by_delegate(state, c, replies[k, c], answer(world, state, ask.body, c, ask.place, terms), terms)
        if value <= 0:
            charge_reply(world, state, c, ask.body, replies[k, c], record)
            reply(state, record, ask, c, value, terms)
        elif value > best_value:
            best_value = value
            best = unit
    if best != NOBODY:
        giver = state.formations[best].owner
        value = answer(world, state, ask.body, giver, ask.place, terms)
        value = told_by_delegate(state, giver, replies[k, giver], value, terms)
        charge_reply(world, state, giver, ask.body, replies[k, giver], record)
        reply(state, record, ask, giver, value, terms)
        transfer(world, state, record, best, ask)


@stage
def reply(state: State, record: Record, ask: Ask, member: int, value: int, terms: Terms) -> None:
    """A member was asked, and its answer is told.

    Note.REQUEST_ANSWER: who = member, whom = body, where = place, first = value, second = 1 if it gives; terms by Answer.
    """
    state.members[ask.body, member].asked += 1
    gives = 1 if value > 0 else 0
    row = note(record, Note.REQUEST_ANSWER, state.clock[0].day, member, ask.body, ask.place, value, gives, EVERYONE)
    note_terms(record, row, terms)


@stage
def available(world: World, state: State, country: int, capability: int, place: int) -> int:
    """A state's strongest formation of a capability, outside the place, that may be transferred; -1 for none."""
    best = NOBODY
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive == 0 or unit.owner != country or stays_national(unit.kind) or unit.at == place:
            continue
        moving = 1 if state.legs[u, 0].to >= 0 else 0
        if int(world.kinds[unit.kind].capability) != capability or not may_be_transferred(
            unit.command, unit.strength, moving
        ):
            continue
        if (
            best == NOBODY
            or unit.strength * unit.readiness > state.formations[best].strength * state.formations[best].readiness
        ):
            best = u
    return best


@stage
def transfer(world: World, state: State, record: Record, formation: int, ask: Ask) -> None:
    """Transfer of authority: the formation passes to the body's seat for the weeks asked and marches to the place.

    Notes TRANSFER (who formation, whom body, where, first 1, second weeks), known to its side and to who sees it.
    """
    unit = state.formations[formation]
    unit.command = ask.body
    unit.release_day = state.clock[0].day + WEEK * ask.weeks
    unit.ordered = 0
    state.members[ask.body, unit.owner].made += 1
    order_march(world, state, formation, ask.place)
    known = known_to_witnesses(world, state, record, unit.owner, formation)
    note(record, Note.TRANSFER, state.clock[0].day, formation, ask.body, ask.place, 1, ask.weeks, known)


@stage
def order_march(world: World, state: State, formation: int, goal: int) -> bool:
    """Set a formation on its way to a region it may enter; False where there is no way."""
    legs = np.full(LEGS, NOBODY, np.int64)
    if march(world, state, formation, goal, legs) < 0:
        return False
    set_out(state, formation, legs)
    return True


@stage
def set_out(state: State, formation: int, legs: Terms) -> None:
    """A formation takes a path."""
    unit = state.formations[formation]
    for k in range(LEGS):
        state.legs[formation, k].to = legs[k]
    unit.posture = Posture.HOLD
    unit.progress = 0
    unit.lost = 0


@stage
def take_orders(world: World, state: State, plan: Plan, record: Record) -> None:
    """The seats' orders become paths and postures; what they release, the defence plans dispose of again."""
    for u in range(state.formations.size):
        move = plan.moves[u]
        if state.formations[u].alive == 0:
            continue
        if move.released:
            give_back(world, state, record, u)
        if move.given:
            take_order(state, plan, u)


@stage
def give_back(world: World, state: State, record: Record, formation: int) -> None:
    """A formation stops where it is, and stands under no seat's order any more; a body that had it gives it back.

    Note.TRANSFER: who = formation, whom = body that had it, where = where it is, first = 0 (given back); known to
    its side and to who sees it.
    """
    unit = state.formations[formation]
    body = unit.command
    if body >= 0:
        known = known_to_witnesses(world, state, record, unit.owner, formation)
        unit.command = NOBODY
        unit.release_day = NOBODY
        note(record, Note.TRANSFER, state.clock[0].day, formation, body, unit.at, 0, 0, known)
    unit.ordered = 0
    halt(state, formation)


@stage
def take_order(state: State, plan: Plan, formation: int) -> None:
    """An order becomes path, posture and limit; the way gone on a first leg that both paths share is not gone again."""
    move = plan.moves[formation]
    unit = state.formations[formation]
    under_way = 1 if state.legs[formation, 0].to >= 0 else 0
    goal = path_end(plan.legs, formation, unit.at)
    if not is_same_order(under_way, destination(state, formation), goal, unit.posture, move.posture):
        unit.lost = 0
    if state.legs[formation, 0].to != plan.legs[formation, 0].to:
        unit.progress = 0
    unit.ordered = 1
    unit.posture = move.posture
    unit.loss_limit = move.loss_limit
    for k in range(LEGS):
        state.legs[formation, k].to = plan.legs[formation, k].to
