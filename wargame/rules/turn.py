"""The course of a turn (rulebook 2): briefing, soundings, orders, war steps and weekly tracks, break, assessment."""

from __future__ import annotations

from wargame.model.calendar import WEEK
from wargame.model.codes import (
    BodyKind,
    Break,
    Die,
    Ending,
    IncidentKind,
    MeasureKind,
    Note,
    Phase,
)
from wargame.model.columns import NOBODY
from wargame.model.plan import Draft, Plan
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import war
from wargame.rules.accession import enlarge, meet_demands
from wargame.rules.article4 import close_consultations, consult
from wargame.rules.campaign import assault_plan
from wargame.rules.ceasefire import void_offers
from wargame.rules.chance import cast, spread
from wargame.rules.command import generate_forces, take_orders
from wargame.rules.defence import defence_plans, is_put
from wargame.rules.economy import income
from wargame.rules.law import law, stage
from wargame.rules.ledger import count_weeks_kept, keep_ledger, mark_start
from wargame.rules.legal_drafts import draft_is_legal
from wargame.rules.measures import texts_week
from wargame.rules.motive import weigh_targets, weigh_war
from wargame.rules.notes import EVERYONE, note
from wargame.rules.numeric import clamp, points
from wargame.rules.scouting import prize_of
from wargame.rules.session import close_session, consider, hold_session
from wargame.rules.sight import look
from wargame.rules.stance import settle, take_stance
from wargame.rules.supply import open_lines
from wargame.rules.texts import reckon_levels
from wargame.rules.threat import feel
from wargame.rules.upkeep import upkeep
from wargame.rules.weekly import week


@law("TURN-1", "rulebook 8: it attacks when gain less cost exceeds caution two turns running")
def war_is_near(over_line: int, turns_over: float) -> bool:
    """A leadership goes to war when gain less cost has exceeded its caution two turns running."""
    return over_line >= turns_over


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
    for b in range(state.bodies.size):
        if world.bodies[b].kind == BodyKind.LEADERSHIP:
            weigh_targets(world, state, b)
    mark_start(world, state)
    keep_ledger(world, state)


@stage
def brief(world: World, state: State, record: Record) -> None:
    """The briefing: income, private dispositions of the turn, motives, stances, accessions."""
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
            if plan.soundings[b, c].asked == 0 or member.joined == 0 or member.sounded == clock.turn:
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
    """War steps and weeks up to the turn's end or its break: a codes.Break, NONE at the end."""
    clock = state.clock[0]
    course = world.course[0]
    last = course.weeks_a_turn * WEEK // course.step_days
    lines = open_lines(world, state)
    while clock.step < last:
        clock.step += 1
        stopped = war.step(world, state, record, lines)
        week_before = clock.day // WEEK
        clock.day += course.step_days
        look(world, state)
        if clock.day // WEEK > week_before:
            pass_week(world, state, record)
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
    week(world, state, record)
    upkeep(world, state, record)
    defence_plans(world, state)


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
def table_emergency(world: World, state: State, plan: Plan) -> None:
    """In futures every council with a defence clause tables it for an attacked member, and lobbies by value."""
    for d in range(plan.drafts.size):
        plan.drafts[d].alive = 0
    free = 0
    for k in range(state.incidents.size):
        act = state.incidents[k]
        if act.alive == 0 or act.settled == 1 or act.kind != IncidentKind.ARMED_ATTACK:
            continue
        for m in range(world.measures.size):
            facts = world.measures[m]
            if facts.kind == MeasureKind.COLLECTIVE_DEFENCE and free < plan.drafts.size:
                fill_draft(plan.drafts[free], facts.body, m, act.author, act.victim, k)
                if draft_is_legal(world, state, plan.drafts[free]):
                    free += 1
                else:
                    plan.drafts[free].alive = 0


@stage
def fill_draft(draft: Draft, body: int, measure: int, against: int, helps: int, row: int) -> None:
    """A draft on an incident, with automatic lobbying."""
    draft.alive = 1
    draft.body = body
    draft.measure = measure
    draft.ambition = 1
    draft.lowest = 1
    draft.against = against
    draft.helps = helps
    draft.on = NOBODY
    draft.incident = row
    draft.automatic = 1


@stage
def assume_leaderships(world: World, state: State, plan: Plan, record: Record) -> None:
    """In futures a leadership whose seat gave no orders follows its motive: it decides for war, or goes on with one."""
    for b in range(state.bodies.size):
        if plan.given[b].decided == 1 or world.bodies[b].kind != BodyKind.LEADERSHIP:
            continue
        foe = expected_foe(world, state, b)
        if foe >= 0:
            leader = world.bodies[b].leader
            if state.pairs[leader, foe].war == 0:
                decide_for_war(world, state, plan, record, b)
            if state.pairs[leader, foe].war == 1:
                recall(state, plan, leader)
                assault_plan(world, state, plan, b, foe)


@stage
def expected_foe(world: World, state: State, body: int) -> int:
    """Whom a leadership is expected to attack this turn; -1 for nobody.

    At war it is the enemy it hopes most of, by a chance that is greater where an attack pays: nobody else knows its mind.
    In peace it is its target, once war is near.
    """
    n = world.motive_numbers[0]
    clock = state.clock[0]
    own = state.bodies[body]
    luck = cast(clock.seed, clock.day, Die.ASSUMED_LEADER, body, 0)
    enemy = best_enemy(world, state, body)
    if enemy >= 0:
        chance = n.expected_pays if net_of(state, body, enemy) > 0 else n.expected_vain
        return enemy if luck < chance else NOBODY
    if war_is_near(own.over_line, n.turns_over) or (luck < n.assumed_rashness and own.over_line > 0):
        return own.target
    return NOBODY


@stage
def best_enemy(world: World, state: State, body: int) -> int:
    """The state that a leader is at war with, that has land left, and of which it hopes most; -1 for none."""
    leader = world.bodies[body].leader
    best = NOBODY
    for c in range(state.countries.size):
        hoped_more = best < 0 or net_of(state, body, c) > net_of(state, body, best)
        if state.pairs[leader, c].war and hoped_more and prize_of(world, state, body, c) >= 0:
            best = c
    return best


@stage
def net_of(state: State, body: int, target: int) -> int:
    """What a leadership hopes of attacking a state, less what it fears, 1/1000 point."""
    return int(state.motives[body, target].gain - state.motives[body, target].cost)


@stage
def decide_for_war(world: World, state: State, plan: Plan, record: Record, body: int) -> None:
    """A leadership puts its measure of war against its target to itself, as its seat would: with its rung and its price.

    The session is over: the first draft of the plan is written over.
    """
    draft = plan.drafts[0]
    for m in range(world.measures.size):
        if world.measures[m].body == body and world.measures[m].kind == MeasureKind.WAR:
            fill_draft(draft, body, m, state.bodies[body].target, NOBODY, NOBODY)
            consider(world, state, draft, plan.bids, 0, record)
            draft.alive = 0
            return


@stage
def recall(state: State, plan: Plan, leader: int) -> None:
    """A leadership's formations that have done what they were sent for are at the disposal of its defence plan."""
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.owner == leader and unit.command < 0 and is_put(state, u):
            plan.moves[u].released = 1


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
