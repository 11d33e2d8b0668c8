"""Futures of one position: copies of a State played on under other dice by the resolver's own stages."""

from __future__ import annotations

from typing import TypeVar

import numpy as np

from wargame.model.codes import BodyKind, DecisionRule, Reading
from wargame.model.columns import NOBODY, Row, Table
from wargame.model.plan import Plan
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.alliance import credibility_of
from wargame.rules.assumptions import fill_draft
from wargame.rules.chance import IMAGINED
from wargame.rules.combat import is_line
from wargame.rules.council import hear
from wargame.rules.hearing import daunted_by, hearing_where
from wargame.rules.law import scalar, stage
from wargame.rules.membership import Rows
from wargame.rules.numeric import FULL
from wargame.rules.price import price
from wargame.rules.readings import felt_by_members
from wargame.rules.texts import is_for_the_hour
from wargame.rules.turn import has_fallen, play_on

R = TypeVar("R", bound=Row)
Scores = np.ndarray[tuple[int, int], np.dtype[np.int64]]  # futures x columns, as read_future says

MOST_COUNTED = 100  # 1/10 influence: no price counts for more in the standing price
PER_BODY = (
    4  # columns a body: threat felt by its members; 1 where an attack on one is unanswered; army_share; 1 if fallen
)
EXTRA = 3  # columns after those: escalation peak, battles, standing price of consensus


@stage
def copy_list(target: Table[R], source: Table[R]) -> None:
    """Copy a table of one dimension."""
    for i in range(source.size):
        target[i] = source[i]


@stage
def copy_square(target: Table[R], source: Table[R]) -> None:
    """Copy a table of two dimensions."""
    for i in range(source.shape[0]):
        for j in range(source.shape[1]):
            target[i, j] = source[i, j]


@stage
def restore(work: State, start: State) -> None:
    """Bring a working copy back to where the futures start."""
    copy_list(work.clock, start.clock)
    copy_list(work.bodies, start.bodies)
    copy_list(work.countries, start.countries)
    copy_square(work.members, start.members)
    copy_square(work.pairs, start.pairs)
    copy_square(work.coalitions, start.coalitions)
    copy_list(work.regions, start.regions)
    copy_list(work.formations, start.formations)
    copy_square(work.legs, start.legs)
    copy_list(work.contributions, start.contributions)
    copy_list(work.texts, start.texts)
    copy_list(work.red_lines, start.red_lines)
    copy_list(work.incidents, start.incidents)
    copy_square(work.suspicions, start.suspicions)
    copy_square(work.motives, start.motives)
    copy_list(work.habits, start.habits)
    copy_square(work.sightings, start.sightings)
    copy_list(work.ledger, start.ledger)
    copy_square(work.regards, start.regards)


@stage
def copy_bids(work: Plan, start: Plan) -> None:
    """Bring back what is bid for drafts that are on either agenda; of others nothing was ever bid. Before the drafts are."""
    for d in range(start.drafts.size):
        if start.drafts[d].alive or work.drafts[d].alive:
            for c in range(start.bids.shape[1]):
                work.bids[d, c] = start.bids[d, c]


@stage
def restore_plan(work: Plan, start: Plan) -> None:
    """Bring a working plan back to what the seats decided."""
    copy_list(work.given, start.given)
    copy_bids(work, start)
    copy_list(work.drafts, start.drafts)
    copy_list(work.moves, start.moves)
    copy_square(work.legs, start.legs)
    copy_list(work.asks, start.asks)
    copy_list(work.concessions, start.concessions)
    copy_square(work.soundings, start.soundings)


@stage
def play_future(
    world: World,
    start: State,
    plan: Plan,
    nothing: Plan,
    work: State,
    work_plan: Plan,
    emergency: Plan,
    record: Record,
    seed: int,
    turns: int,
) -> None:
    """Play `turns` turns on from `start` under one seed (below 2^31); `nothing` is the plan after the first.

    The dice are none that any world is thrown with, whatever its seed: a forecast must not foresee the game.
    """
    restore(work, start)
    work.clock[0].seed = seed | IMAGINED
    for t in range(turns):
        restore_plan(work_plan, plan if t == 0 else nothing)
        restore_plan(emergency, nothing)
        if work.clock[0].ending == 0:
            play_on(world, work, work_plan, emergency, record)


@stage
def read_future(world: World, work: State, scratch: Plan, f: int, out: Scores) -> None:
    """A row of `out`: score of each objective, PER_BODY columns body by body, then the EXTRA columns."""
    objectives = work.ledger.size
    bodies = work.bodies.size
    extra = objectives + PER_BODY * bodies
    for k in range(objectives):
        out[f, k] = work.ledger[k].score
    for b in range(bodies):
        out[f, objectives + PER_BODY * b] = felt_by_members(world, work, b)
        out[f, objectives + PER_BODY * b + 1] = work.bodies[b].unanswered
        out[f, objectives + PER_BODY * b + 2] = army_share(world, work, b)
        out[f, objectives + PER_BODY * b + 3] = 1 if has_fallen(world, work, b) else 0
    out[f, extra] = work.clock[0].peak
    out[f, extra + 1] = work.clock[0].fighting
    out[f, extra + 2] = standing_price(world, work, scratch)


@stage
def army_share(world: World, state: State, body: int) -> int:
    """Land strength and depots of a body's own, as a share of theirs and of those they are at war with, 1/1000.

    Its own are its members and the states whose soil or economy its objectives would see stand. Whole in peace, and
    where the enemy has none left: to win is worth no less than to be winning. Depots count while there is anybody to arm.
    """
    wards = wards_of(world, state, body)
    foes = foes_of(state, wards)
    own = 0
    hostile = 0
    fielded = np.zeros(wards.size, np.int64)
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner >= 0 and is_line(unit.kind):
            fielded[unit.owner] += unit.strength
    for c in range(wards.size):
        if fielded[c] > 0 and wards[c]:
            own += fielded[c] + state.countries[c].stocks
        elif fielded[c] > 0 and foes[c]:
            hostile += fielded[c] + state.countries[c].stocks
    return own * FULL // (own + hostile) if hostile > 0 else FULL


@stage
def wards_of(world: World, state: State, body: int) -> Rows:
    """1 for a body's members, and for states whose soil or economy its objectives would see stand."""
    wards = np.zeros(state.countries.size, np.int64)
    for c in range(wards.size):
        wards[c] = state.members[body, c].joined
    for o in range(world.objectives.size):
        wish = world.objectives[o]
        if wish.body == body and wish.target >= 0 and would_see_stand(wish.reading) and wish.best > wish.worst:
            wards[wish.target] = 1
    return wards


@scalar
def would_see_stand(reading: int) -> bool:
    """A reading of a state's soil, or of what it lives on."""
    if reading == Reading.SOIL_HELD or reading == Reading.STATEHOOD:
        return True
    return reading == Reading.ECONOMY or reading == Reading.WELFARE


@stage
def foes_of(state: State, wards: Rows) -> Rows:
    """1 for each state that is at war with one of them."""
    foes = np.zeros(wards.size, np.int64)
    for c in range(wards.size):
        if wards[c]:
            for d in range(foes.size):
                if state.pairs[c, d].war:  # war is of both with each other
                    foes[d] = 1
    return foes


@stage
def standing_price(world: World, state: State, scratch: Plan) -> int:
    """What consensus would cost today, 1/10 influence: the mean over the measures of all councils at ambition 2.

    Each counts for at most 10 influence. `scratch` is a plan whose first draft is overwritten, with what was bid for it.
    """
    count = state.countries.size
    for c in range(count):
        scratch.bids[0, c].points = 0
    supports = np.zeros(count, np.int64)
    positions = np.zeros(count, np.int64)
    lift = np.zeros(count, np.int64)
    draft = scratch.drafts[0]
    answered = first_leader(world)
    daunted = daunted_by(world, state, answered)
    trust = np.zeros(state.bodies.size, np.int64)
    for b in range(trust.size):
        trust[b] = credibility_of(world, state, b)
    total = measures = 0
    for m in range(world.measures.size):
        facts = world.measures[m]
        if facts.rule == DecisionRule.LEADER or is_for_the_hour(facts.kind):
            continue
        fill_draft(draft, facts.body, m, answered, NOBODY, NOBODY)
        draft.kept = 0  # whatever is in force: what a new text would cost
        heard = hearing_where(world, state, draft, trust[facts.body], daunted)
        hear(world, state, draft, 2, scratch.bids, 0, heard, supports, positions)
        total += min(price(world, state, draft, supports, lift), MOST_COUNTED)
        measures += 1
    return total // measures if measures > 0 else 0


@stage
def first_leader(world: World) -> int:
    """The state of the first leadership, -1 for none: whom the councils' measures answer. A nation that defends itself is none."""
    for b in range(world.bodies.size):
        if world.bodies[b].kind == BodyKind.LEADERSHIP:
            return world.bodies[b].leader
    return NOBODY
