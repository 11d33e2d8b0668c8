"""Duplication (rulebook 1): what one council builds that another of the same states has already costs more, until forces merge."""

from __future__ import annotations

from wargame.model.codes import BodyKind, MeasureKind
from wargame.model.columns import NOBODY
from wargame.model.numbers import CouncilNumbers
from wargame.model.state import State, Text
from wargame.model.world import World
from wargame.rules.law import law, scalar, stage
from wargame.rules.numeric import FULL, quantise


@law(
    "DUPLICATION-1",
    "rulebook 1: a capability built in both bodies costs 15 % more; Albright 1998, no duplication; founding paper, one set of forces",
)
def due_in_money(n: CouncilNumbers, funds: int, ambition: int, doubled: int, merged: int) -> int:
    """A measure costs its money at each step of ambition (EUR m), and more where another council has built the same.

    That share falls away by degrees as the forces of both are merged (1/1000). `doubled` is 1 where it has.
    """
    more = n.duplication * doubled * (FULL - merged) / 1000.0
    return quantise(funds * ambition * (1.0 + more))


@scalar
def is_built(kind: int) -> bool:
    """A measure builds a capability that a body then has: headquarters, stores, ways, forces held ready."""
    forces = kind == MeasureKind.PRESENCE or kind == MeasureKind.READINESS or kind == MeasureKind.OPERATION
    return forces or kind == MeasureKind.MOBILITY or kind == MeasureKind.RESILIENCE or kind == MeasureKind.INDUSTRY


@stage
def share_members(state: State, one: int, other: int) -> bool:
    """Some state is a member of both bodies."""
    for c in range(state.countries.size):
        if state.members[one, c].joined == 1 and state.members[other, c].joined == 1:
            return True
    return False


@stage
def has_built(world: World, state: State, text: Text, measure: int) -> bool:
    """A text in force is the like of a measure, built alone by another council of the same states on an earlier day.

    What is agreed in the same session is no duplication yet: what is shown as a price is what is paid.
    """
    facts, theirs = world.measures[measure], world.measures[text.measure]
    if text.alive == 0 or text.body == facts.body or theirs.kind != facts.kind or theirs.second != NOBODY:
        return False
    earlier = text.adopted < state.clock[0].day
    return earlier and world.bodies[text.body].kind == BodyKind.COUNCIL and share_members(state, facts.body, text.body)


@stage
def duplicates(world: World, state: State, measure: int) -> int:
    """The text that a measure would do a second time, as a row of the book; -1 for none."""
    facts = world.measures[measure]
    if facts.funds == 0 or facts.second != NOBODY or not is_built(facts.kind):
        return NOBODY
    if world.bodies[facts.body].kind != BodyKind.COUNCIL:
        return NOBODY
    for t in range(state.texts.size):
        if has_built(world, state, state.texts[t], measure):
            return t
    return NOBODY


@stage
def price_in_money(world: World, state: State, measure: int, ambition: int) -> int:
    """What a measure at an ambition costs its body in common money today, EUR m."""
    n, facts = world.council_numbers[0], world.measures[measure]
    t = duplicates(world, state, measure)
    if t == NOBODY:
        return due_in_money(n, facts.funds, ambition, 0, 0)
    merged = min(state.bodies[facts.body].integration, state.bodies[state.texts[t].body].integration)
    return due_in_money(n, facts.funds, ambition, 1, merged)
