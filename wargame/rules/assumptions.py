"""What futures assume of seats that have given no orders (rulebook 8): councils answer an attack, leaderships follow their motive."""

from __future__ import annotations

from wargame.model.codes import (
    BodyKind,
    Die,
    IncidentKind,
    MeasureKind,
)
from wargame.model.columns import NOBODY
from wargame.model.plan import Draft, Plan
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.campaign import assault_plan
from wargame.rules.chance import cast
from wargame.rules.law import stage
from wargame.rules.legal_drafts import draft_is_legal
from wargame.rules.motive import war_is_near
from wargame.rules.roster import is_put
from wargame.rules.scouting import prize_of
from wargame.rules.session import consider


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
