"""The ledger of the sides (rulebook 13): every objective read and scored, and what its readings must remember."""

from __future__ import annotations

from wargame.model.codes import MeasureKind, Phase, Reading
from wargame.model.columns import NOBODY
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.hearing import days_since_attack
from wargame.rules.law import stage
from wargame.rules.membership import is_fighting
from wargame.rules.objectives import THIRDS, after_exchange, answered_by, forgotten, score
from wargame.rules.readings import read, threat_of_body


@stage
def mark_start(world: World, state: State) -> None:
    """Remember the threat that every side feels as the game starts; called once, after the first `feel`."""
    for b in range(state.bodies.size):
        state.bodies[b].threat_at_start = threat_of_body(world, state, b)


@stage
def forget_battles(world: World, state: State) -> None:
    """The fighting of late fades (weekly)."""
    clock = state.clock[0]
    clock.of_late = forgotten(world.state_numbers[0], clock.of_late)


@stage
def count_weeks_kept(world: World, state: State) -> None:
    """A week calls for sanctions from the first on in which they stood, or their target wages a war of aggression (weekly)."""
    for o in range(world.objectives.size):
        objective = world.objectives[o]
        row = state.ledger[o]
        if objective.reading == Reading.KEPT:
            depth = depth_of_sanctions(world, state, objective.body, objective.target)
            aggression = 1 if wages_aggression(state, objective.target) else 0
            if depth > 0 or row.called > 0 or aggression:
                row.called += THIRDS
                row.kept += answered_by(depth, aggression)


@stage
def wages_aggression(state: State, target: int) -> bool:
    """A state is at war, and began it with an armed attack that all know of."""
    return target >= 0 and is_fighting(state.pairs, target) and days_since_attack(state, target) >= 0


@stage
def depth_of_sanctions(world: World, state: State, body: int, target: int) -> int:
    """The ambition of a body's sanctions in force against a state, or where there is no target against anybody; 0 for none."""
    depth = 0
    for t in range(state.texts.size):
        text = state.texts[t]
        own = text.alive == 1 and text.body == body and (target < 0 or text.against == target)
        if own and world.measures[text.measure].kind == MeasureKind.SANCTIONS:
            depth = max(depth, text.ambition)
    return depth


@stage
def keep_ledger(world: World, state: State) -> None:
    """Read and score every objective."""
    for o in range(world.objectives.size):
        objective = world.objectives[o]
        row = state.ledger[o]
        row.value = read(world, state, objective, row)
        row.score = score(row.value, objective.weight, objective.best, objective.worst)
    if state.clock[0].exchange != NOBODY:
        for b in range(state.bodies.size):
            leave_little(world, state, b)


@stage
def is_belief(state: State, reading: int) -> bool:
    """What leaderships hope for, and how strong others are, is a belief of the side that reads it until the game is over."""
    of_others = reading == Reading.ATTACK_GAIN or reading == Reading.EXPOSED_GAIN or reading == Reading.AUTONOMY
    return of_others and state.clock[0].phase != Phase.OVER


@stage
def read_beliefs(world: World, state: State, body: int) -> None:
    """In what a body knows of the world, its objectives that read what is hidden are read anew from its beliefs (rulebook 12)."""
    for o in range(world.objectives.size):
        objective = world.objectives[o]
        if objective.body == body and is_belief(state, objective.reading):
            row = state.ledger[o]
            row.value = read(world, state, objective, row)
            row.score = score(row.value, objective.weight, objective.best, objective.worst)


@stage
def leave_little(world: World, state: State, body: int) -> None:
    """What a strategic exchange leaves of a side's objectives."""
    n = world.state_numbers[0]
    total, began = totals(world, state, body), 1 if state.clock[0].exchange == body else 0
    for o in range(world.objectives.size):
        if world.objectives[o].body == body:
            state.ledger[o].score = after_exchange(n, state.ledger[o].score, total, began)


@stage
def totals(world: World, state: State, body: int) -> int:
    """The score of a side: the sum over its objectives, as last kept in the ledger (1/1000 point)."""
    total = 0
    for o in range(world.objectives.size):
        if world.objectives[o].body == body:
            total += state.ledger[o].score
    return total
