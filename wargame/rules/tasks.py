"""The three core tasks of an alliance (rulebook 1): what texts in force serve is kept up, what is neglected decays."""

from __future__ import annotations

from wargame.model.codes import Effect, MeasureKind, Task
from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers, WarNumbers
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.drift import drifted
from wargame.rules.law import law, scalar, stage
from wargame.rules.numeric import FULL, clamp, quantise
from wargame.rules.texts import size_in_force, works_for


@law(
    "TASK-1",
    "rulebook 1: each measure serves one; a neglected task decays; Strategic Concept, 19 November 2010, para. 4",
)
def task_goal(n: StateNumbers, served: int) -> int:
    """A core task tends to a low level by itself, and is kept the higher the more the texts in force that serve it are meant (1/1000)."""
    return clamp(quantise(n.task_neglected + n.task_served * served), 0, FULL)


@law("TASK-2", "rulebook 1: defence, the readiness of plans")
def plans_count(n: StateNumbers, kept: int) -> float:
    """Standing plans count for as much as collective defence is exercised: as written at a middling level, a half more at the best."""
    return n.plan_unexercised + kept / 1000.0


@law("TASK-3", "rulebook 1: crisis management, command and control of operations; recovery of readiness")
def rest_under_command(n: WarNumbers, kept: int) -> float:
    """Formations under a body regain readiness as fast as its commands are used to running operations (factor)."""
    return n.rest_unpractised + kept / 1000.0


@law("TASK-4", "rulebook 1 and 12: cooperative security, partners' intelligence; a band, narrower with intelligence")
def band_by_partners(n: WarNumbers, kept: int) -> int:
    """Strangers' strength is seen in a band half as wide where partners tell what they know, twice as wide where they are neglected.

    The widths are parts of one grid, so that a change of width tells no more than the narrowest of them (1/1000 brigade-equivalent).
    """
    if kept >= n.partners_close:
        return max(quantise(n.strength_band / 2.0), 1)
    if kept < n.partners_cold:
        return quantise(n.strength_band * 2.0)
    return quantise(n.strength_band)


@law("TASK-5", "rulebook 1: a choice of weights of the three tasks; Strategic Concept, Madrid, 29 June 2022, para. 4")
def weighed(goal: int, share: int, comes_first: int) -> int:
    """A concept in force puts one task first: it is kept a share higher, and each of the others lower by half of that (1/1000)."""
    tilt = share if comes_first == 1 else -share / 2.0
    return clamp(quantise(goal * (1.0 + tilt / 1000.0)), 0, FULL)


@stage
def keep_tasks(world: World, state: State) -> None:
    """The core tasks of each body that has measures for them drift towards what its texts in force serve (weekly)."""
    n = world.state_numbers[0]
    for b in range(state.bodies.size):
        if has_tasks(world, b):
            side = state.bodies[b]
            side.defence_task = drifted(n.task_rate, side.defence_task, kept_by(world, state, b, Task.DEFENCE), 0.0)
            side.crisis_task = drifted(n.task_rate, side.crisis_task, kept_by(world, state, b, Task.CRISIS), 0.0)
            side.partner_task = drifted(n.task_rate, side.partner_task, kept_by(world, state, b, Task.COOPERATION), 0.0)


@stage
def has_tasks(world: World, body: int) -> bool:
    """Some measure that a body decides alone serves a core task; what it does with another council may serve that one's."""
    for m in range(world.measures.size):
        facts = world.measures[m]
        if facts.body == body and facts.second == NOBODY and facts.task != Task.NONE:
            return True
    return False


@stage
def kept_by(world: World, state: State, body: int, task: int) -> int:
    """The level that a body's texts in force keep a task at, 1/1000."""
    served = share = 0
    comes_first = 0
    for t in range(state.texts.size):
        text = state.texts[t]
        if text.alive == 0 or not works_for(world, text, body):
            continue
        facts = world.measures[text.measure]
        if facts.kind == MeasureKind.CONCEPT:  # words weigh what is done, and do nothing themselves
            share = size_in_force(world, text, Effect.TASK_WEIGHT)
            comes_first = 1 if facts.task == task else 0
        elif facts.task == task:
            served += text.ambition
    return weighed(task_goal(world.state_numbers[0], served), share, comes_first)


@scalar
def commander_of(command: int, body: int) -> int:
    """The body under which a formation stands, by transfer of authority or as its own; -1 for none."""
    return command if command >= 0 else body
