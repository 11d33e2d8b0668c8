"""Operations abroad (rulebook 1 and 10: CSDP operations, Berlin Plus): what is sent to a state outside, and by whose means."""

from __future__ import annotations

from wargame.model.codes import BodyKind, Effect, MeasureKind
from wargame.model.columns import NOBODY
from wargame.model.plan import Draft
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.law import law, scalar, stage
from wargame.rules.membership import is_fighting, leans_on
from wargame.rules.numeric import FULL, clamp, quantise
from wargame.rules.texts import size_in_force


@law("MISSION-1", "Treaty on European Union, Art. 43(1): tasks outside the Union; rulebook 10, CSDP operations")
def sheltered(harm: int, shelter: int) -> int:
    """Where others train, guard and report, a covert act does so much less harm (all 1/1000)."""
    return quantise(harm * (FULL - shelter) / 1000.0)


@law(
    "MISSION-2",
    "Council Joint Action 2008/736/CFSP, 15 September 2008 (observers in Georgia); rulebook 8, expected sanctions",
)
def before_witnesses(shown: float, witnesses: int) -> float:
    """Who attacks before the eyes of a council's own people has less doubt that the harshest sanctions follow.

    Witnesses (1/1000) make good that share of what sanctions in force (0 to 1) have not shown yet.
    """
    return shown + (1.0 - shown) * witnesses / 1000.0


@law("MISSION-3", "rulebook 10: help of many hands; each keeps its share from what the others let through")
def kept_together(one: int, other: int) -> int:
    """Two shelters keep away what either of them does: the second its share of what the first lets through (all 1/1000)."""
    return FULL - quantise((FULL - one) * (FULL - other) / 1000.0)


@scalar
def is_sent_out(kind: int) -> bool:
    """A measure that sends an operation to a state, with a council's own means or with those of another."""
    return kind == MeasureKind.MISSION or kind == MeasureKind.BERLIN_PLUS


@stage
def counted_for(world: World, state: State, code: int, country: int) -> int:
    """What the texts in force that help a state do for it by effects of a code, all together (MISSION-3, 1/1000)."""
    size = 0
    for t in range(state.texts.size):
        text = state.texts[t]
        if text.alive == 1 and text.helps == country:
            size = kept_together(size, clamp(size_in_force(world, text, code), 0, FULL))
    return size


@stage
def shelter_of(world: World, state: State, country: int) -> int:
    """By how much covert acts harm a state less (1/1000)."""
    return counted_for(world, state, Effect.SHELTER, country)


@stage
def witnesses_in(world: World, state: State, country: int) -> int:
    """How many witnesses an attack on a state would have (1/1000)."""
    return counted_for(world, state, Effect.WITNESS, country)


@stage
def is_engaged(world: World, state: State, body: int, country: int) -> bool:
    """A council is itself engaged in a state: it has it as a member, an operation of its own there, or a formation of its own based there.

    All three are known to everybody: a draft that is barred for it tells nobody anything.
    """
    if state.members[body, country].joined == 1:
        return True
    for t in range(state.texts.size):
        text = state.texts[t]
        own = text.alive == 1 and text.body == body and text.helps == country
        if own and world.measures[text.measure].kind == MeasureKind.MISSION:
            return True
    for u in range(state.formations.size):
        unit, base = state.formations[u], world.order_of_battle[u].garrison
        own = unit.alive == 1 and unit.body == body and base != NOBODY
        if own and world.regions[base].home == country:
            return True
    return False


@stage
def lender_is_free(world: World, state: State, draft: Draft) -> int:
    """1 where no other council's means are asked for, or that council is not engaged itself where they would go."""
    other = world.measures[draft.measure].second
    if other == NOBODY or draft.helps < 0:
        return 1
    return 0 if is_engaged(world, state, other, draft.helps) else 1


@stage
def is_outside(state: State, body: int, other: int, country: int) -> int:
    """1 where a state is a member neither of a council nor of the other that is asked, if any is."""
    inside = state.members[body, country].joined == 1
    if other != NOBODY and state.members[other, country].joined == 1:
        inside = True
    return 0 if inside else 1


@stage
def stands_with(world: World, state: State, country: int, against: int) -> int:
    """1 where a state shares a body with another, or lives by it."""
    if against < 0:
        return 0
    for b in range(state.bodies.size):
        if state.members[b, country].joined == 1 and state.members[b, against].joined == 1:
            return 1
    return 1 if leans_on(world.state_numbers[0], world.countries[country]) == against else 0


@stage
def consents(world: World, state: State, body: int, other: int, country: int) -> int:
    """1 where a state would have an operation on its soil: it leads no side that weighs wars, and fears none of the senders most."""
    for b in range(state.bodies.size):
        if world.bodies[b].kind == BodyKind.LEADERSHIP and world.bodies[b].leader == country:
            return 0
    feared = state.countries[country].top_threat
    if feared < 0:
        return 1
    sends = state.members[body, feared].joined == 1
    if other != NOBODY and state.members[other, feared].joined == 1:
        sends = True
    return 0 if sends else 1


@stage
def is_defended(world: World, state: State, country: int) -> int:
    """1 where a state is a member of a body that defends its members."""
    for b in range(state.bodies.size):
        if world.bodies[b].defends and state.members[b, country].joined:
            return 1
    return 0


@stage
def quarrels(world: World, state: State, country: int) -> int:
    """1 where part of a state's land is held by another, or a dispute with another runs deep."""
    for r in range(state.regions.size):
        if world.regions[r].home == country and state.regions[r].controller != country:
            return 1
    for c in range(state.countries.size):
        if world.links[country, c].dispute >= world.state_numbers[0].quarrel:
            return 1
    return 0


@stage
def fights_at_home(state: State, country: int) -> int:
    """1 where a state is at war."""
    return 1 if is_fighting(state.pairs, country) else 0
