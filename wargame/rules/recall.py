"""Recall (rulebook 5): a state calls home what it gave, with a turn's notice, at a cost of solidarity."""

from __future__ import annotations

import numpy as np

from wargame.model.calendar import WEEK
from wargame.model.codes import BodyKind, Note
from wargame.model.numbers import CouncilNumbers
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.terms import TERM_LIMIT
from wargame.model.world import World
from wargame.rules.command import answer
from wargame.rules.law import law, stage
from wargame.rules.losses import known_to_witnesses
from wargame.rules.membership import Rows, fighting
from wargame.rules.notes import note
from wargame.rules.numeric import FULL, clamp, points, quantise
from wargame.rules.routes import destination


@law("COMMAND-5", "rulebook 5: until released or recalled, one turn's notice")
def is_recalled(n: CouncilNumbers, value: int) -> bool:
    """A state calls its forces home once it speaks as clearly against giving them as a member that objects to a draft.

    `value` is its answer to a request for the place where they stand, 1/1000 point.
    """
    return value < -points(n.recall)


@law("COMMAND-6", "rulebook 5; North Atlantic Treaty Art. 5: to restore and maintain security")
def is_done(release_day: int, fights: int) -> bool:
    """What was given for a war, without a day of return, goes home when no member of the body is at war any more."""
    return release_day < 0 and fights == 0


@law("COMMAND-7", "rulebook 5: recall costs solidarity")
def solidarity_left(n: CouncilNumbers, commitment: int) -> int:
    """Who calls its forces home before their time has less of a stake in the body (1/1000)."""
    return clamp(commitment - quantise(n.recall_cost * FULL), 0, FULL)


@stage
def recall_forces(world: World, state: State, record: Record) -> None:
    """Each turn every state looks at what it gave to a council, and gives notice of what it wants back."""
    n = world.council_numbers[0]
    fights = fighting(state.pairs)
    called = np.zeros(state.countries.size, np.int64)
    terms = np.zeros(TERM_LIMIT, np.int64)
    for u in range(state.formations.size):
        unit = state.formations[u]
        if not is_on_loan(world, state, u) or has_notice(world, state, u):
            continue
        body, owner = unit.command, unit.owner
        if is_done(unit.release_day, members_fight(state, body, fights)):
            give_notice(world, state, record, u)
        elif is_recalled(n, answer(world, state, body, owner, destination(state, u), terms)):
            give_notice(world, state, record, u)
            if called[owner] == 0:
                called[owner] = 1
                member = state.members[body, owner]
                member.commitment = solidarity_left(n, member.commitment)


@stage
def is_on_loan(world: World, state: State, formation: int) -> bool:
    """A state's formation stands under a council's command."""
    unit = state.formations[formation]
    return (
        unit.alive == 1
        and unit.owner >= 0
        and unit.command >= 0
        and world.bodies[unit.command].kind == BodyKind.COUNCIL
    )


@stage
def has_notice(world: World, state: State, formation: int) -> bool:
    """A formation goes home within a turn anyway."""
    day = state.formations[formation].release_day
    return day >= 0 and day <= notice_day(world, state)


@stage
def notice_day(world: World, state: State) -> int:
    """The day on which a notice given today runs out."""
    return int(state.clock[0].day + WEEK * world.course[0].weeks_a_turn)


@stage
def members_fight(state: State, body: int, fights: Rows) -> int:
    """1 where a member of a body is at war."""
    for c in range(fights.size):
        if state.members[body, c].joined and fights[c]:
            return 1
    return 0


@stage
def give_notice(world: World, state: State, record: Record, formation: int) -> None:
    """Authority over a formation ends with the turn.

    Note.RECALLED: who = formation, whom = body that has it, where = where it is, first = weeks, second = its state; known
    to its side and to who sees it.
    """
    unit = state.formations[formation]
    unit.release_day = notice_day(world, state)
    known = known_to_witnesses(world, state, record, unit.owner, formation)
    weeks = int(world.course[0].weeks_a_turn)
    note(record, Note.RECALLED, state.clock[0].day, formation, unit.command, unit.at, weeks, unit.owner, known)
