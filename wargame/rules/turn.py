"""The course of a turn (rulebook 2): briefing, soundings, orders, war steps and weekly tracks, break, assessment."""

from __future__ import annotations

from wargame.model.calendar import WEEK
from wargame.model.codes import (
    BodyKind,
    Break,
    Die,
    Ending,
    Note,
    Phase,
)
from wargame.model.columns import NOBODY
from wargame.model.plan import Plan
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import war
from wargame.rules.accession import enlarge, meet_demands
from wargame.rules.article4 import close_consultations, consult
from wargame.rules.assumptions import assume_leaderships, table_emergency
from wargame.rules.ceasefire import void_offers
from wargame.rules.chance import spread
from wargame.rules.command import generate_forces, take_orders
from wargame.rules.defence import defence_plans
from wargame.rules.economy import income
from wargame.rules.field import draw_fronts
from wargame.rules.law import law, stage
from wargame.rules.ledger import count_weeks_kept, keep_ledger, mark_start
from wargame.rules.legality import has_more_to_say
from wargame.rules.measures import texts_week
from wargame.rules.membership import fighting
from wargame.rules.motive import weigh_targets, weigh_war
from wargame.rules.notes import EVERYONE, note
from wargame.rules.nuclear import blame, release_weapons
from wargame.rules.numeric import clamp, points
from wargame.rules.outside import take_stands
from wargame.rules.recall import recall_forces
from wargame.rules.session import close_session, hold_session
from wargame.rules.sight import look
from wargame.rules.stance import settle, take_stance
from wargame.rules.supply import open_lines
from wargame.rules.texts import reckon_levels
from wargame.rules.threat import feel
from wargame.rules.upkeep import upkeep
from wargame.rules.weekly import week


@law("TURN-2", "rulebook 9 and 2: sudden death")
def regime_falls(stability: int, line: int) -> bool:
    """A regime whose stability is gone falls."""
    return stability <= line


@law("TURN-3", "rulebook 2: an alliance fractures when an attack on an ally stays unanswered and cohesion is gone")
def alliance_fractures(unanswered: int, cohesion: int, line: int) -> bool:
    """An alliance that leaves an attack on an ally unanswered and has no cohesion left fractures."""
    return unanswered == 1 and cohesion <= line


@stage
def begin(world: World, state: State) -> None:
    """Before the first turn: what every state feels, what every seat sees, what leaderships hope for, how the objectives stand."""
    reckon_levels(world, state)
    look(world, state)
    feel(world, state)
    for c in range(state.countries.size):
        for b in range(state.bodies.size):
            state.coalitions[c, b].last_month = state.coalitions[c, b].threat
    settle(world, state)
    take_stands(world, state)
    for b in range(state.bodies.size):
        if world.bodies[b].kind == BodyKind.LEADERSHIP:
            weigh_targets(world, state, b)
    mark_start(world, state)
    keep_ledger(world, state)


@stage
def brief(world: World, state: State, record: Record) -> None:
    """The briefing: income, private dispositions of the turn, stances, accessions, recalls, a look round, motives."""
    clock = state.clock[0]
    clock.phase = Phase.CAUCUS
    clock.broken = Break.NONE
    clock.break_place = NOBODY
    clock.break_victim = NOBODY
    clock.break_author = NOBODY
    clock.step = 0
    income(world, state, record)
    draw_dispositions(world, state)
    take_stance(world, state, record)
    enlarge(world, state, record)
    for b in range(state.bodies.size):
        close_consultations(state, b)
    consult(world, state, record)
    recall_forces(world, state, record)
    look(world, state)
    for b in range(state.bodies.size):
        if world.bodies[b].kind == BodyKind.LEADERSHIP:
            weigh_war(world, state, b)


@stage
def draw_dispositions(world: World, state: State) -> None:
    """Each turn every government is privately disposed a little for or against its partners' drafts."""
    n = world.council_numbers[0]
    clock = state.clock[0]
    for c in range(state.countries.size):
        drawn = spread(clock.seed, clock.day, Die.PRIVATE_DISPOSITION, c, 0)
        state.countries[c].disposition = clamp(points(n.disposition_sd * drawn), -3000, 3000)


@stage
def sound(world: World, state: State, plan: Plan, record: Record) -> None:
    """Soundings: for influence, a body's seat learns a member's private disposition but for a small error.

    Notes SOUNDED (who body, whom member, first what was heard, 1/1000 point), known to the body alone.
    """
    n = world.council_numbers[0]
    clock = state.clock[0]
    for b in range(state.bodies.size):
        for c in range(state.countries.size):
            member = state.members[b, c]
            if plan.soundings[b, c].asked == 0 or member.joined == 0 or not has_more_to_say(member.sounded, clock.turn):
                continue
            cost = int(n.sounding_cost)
            if state.bodies[b].influence < cost:
                continue
            state.bodies[b].influence -= cost
            error = n.sounding_sd * spread(clock.seed, clock.day, Die.SOUNDING, c, b)
            member.sounded = clock.turn
            member.heard = clamp(state.countries[c].disposition + points(error), -3000, 3000)
            note(record, Note.SOUNDED, clock.day, b, c, NOBODY, member.heard, 0, 1 << b)


@stage
def start_resolution(world: World, state: State, plan: Plan, record: Record) -> None:
    """Orders are taken over and the resolution begins."""
    close_session(state)
    state.clock[0].phase = Phase.RESOLUTION
    take_orders(world, state, plan, record)


@stage
def run(world: World, state: State, record: Record) -> int:
    """War steps and weeks up to the turn's end or its break: a codes.Break, NONE at the end. A strategic exchange ends all."""
    clock = state.clock[0]
    course = world.course[0]
    last = course.weeks_a_turn * WEEK // course.step_days
    used = release_weapons(world, state, record)
    fronts = draw_fronts(world, state)
    lines = open_lines(state, fronts)
    while clock.step < last and clock.exchange == NOBODY:
        clock.step += 1
        stopped = war.step(world, state, record, fronts, lines)
        if used != NOBODY and clock.broken == Break.NONE:
            stopped = blame(world, state, used)
        week_before = clock.day // WEEK
        clock.day += course.step_days
        look(world, state)
        if clock.day // WEEK > week_before:
            pass_week(world, state, record)
            fronts = draw_fronts(world, state)
            lines = open_lines(state, fronts)
        if stopped != Break.NONE and clock.broken == Break.NONE:
            clock.broken = stopped
            clock.phase = Phase.EMERGENCY
            author, victim, place = clock.break_author, clock.break_victim, clock.break_place
            note(record, Note.BREAK, clock.day, author, victim, place, stopped, 0, EVERYONE)
            consult(world, state, record)
            return stopped
    clock.phase = Phase.ASSESSMENT
    return Break.NONE


@stage
def pass_week(world: World, state: State, record: Record) -> None:
    """A week passes: texts in force work, tracks move, forces recover, defence plans are kept."""
    void_offers(world, state, record)
    count_weeks_kept(world, state)
    texts_week(world, state, record)
    fights = fighting(state.pairs)
    week(world, state, record, fights)
    upkeep(world, state, record, fights)
    defence_plans(world, state, fights)


@stage
def assess(world: World, state: State, record: Record) -> None:
    """The assessment: scores, endings, the turn is over."""
    clock = state.clock[0]
    keep_ledger(world, state)
    clock.turn += 1
    clock.ending = ending_of(world, state)
    clock.phase = Phase.OVER if clock.ending != Ending.NOT_YET else Phase.BRIEFING
    if clock.ending != Ending.NOT_YET:
        note(record, Note.ENDING, clock.day, NOBODY, NOBODY, NOBODY, clock.ending, clock.turn, EVERYONE)


@stage
def ending_of(world: World, state: State) -> int:
    """Why the game ends here: a codes.Ending."""
    n = world.council_numbers[0]
    if state.clock[0].exchange != NOBODY:
        return Ending.STRATEGIC_EXCHANGE
    for b in range(state.bodies.size):
        body = state.bodies[b]
        if has_fallen(world, state, b):
            return Ending.REGIME_FALLS
        if world.bodies[b].kind == BodyKind.COUNCIL and alliance_fractures(
            body.unanswered, body.cohesion, int(n.fracture_line)
        ):
            return Ending.ALLIANCE_FRACTURES
    return Ending.LAST_TURN if state.clock[0].turn >= world.course[0].turns else Ending.NOT_YET


@stage
def has_fallen(world: World, state: State, body: int) -> bool:
    """A body is a leadership that has lost its hold."""
    if world.bodies[body].kind != BodyKind.LEADERSHIP:
        return False
    return regime_falls(state.bodies[body].stability, int(world.council_numbers[0].regime_line))


@stage
def play_on(world: World, state: State, plan: Plan, emergency: Plan, record: Record) -> None:
    """The rest of the turn on a working copy, from wherever it stands: the stages that a real game runs one by one."""
    clock = state.clock[0]
    if clock.phase == Phase.BRIEFING:
        brief(world, state, record)
    if clock.phase == Phase.CAUCUS or clock.phase == Phase.SESSION:
        sound(world, state, plan, record)
        clock.phase = Phase.SESSION
        hold_session(world, state, plan, record)
        generate_forces(world, state, plan, record)
        meet_demands(world, state, plan, record)
        clock.phase = Phase.ORDERS
    if clock.phase == Phase.EMERGENCY:
        hold_session(world, state, plan, record)
        clock.phase = Phase.ORDERS
    if clock.phase == Phase.ORDERS:
        assume_leaderships(world, state, plan, record)
        start_resolution(world, state, plan, record)
    if run(world, state, record) != Break.NONE:
        table_emergency(world, state, emergency)
        hold_session(world, state, emergency, record)
        close_session(state)
        clock.phase = Phase.RESOLUTION
        run(world, state, record)
    assess(world, state, record)
