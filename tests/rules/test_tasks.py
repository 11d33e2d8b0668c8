"""The three core tasks: what is served is kept up, what is neglected decays, and what that means."""

from __future__ import annotations

import pytest

from tests.rules.threat_world import EU, NATO, RUSSIA, board, state_numbers
from tests.worlds import Road, Side, Site, Unit, bare, small_world, war_numbers
from wargame.model.codes import Effect, MeasureKind, Task
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import alliance, sight
from wargame.rules import tasks as laws
from wargame.rules.law import plain

WEEKS = 100
PRESENCE = 2  # row of a measure that serves defence
CONCEPT = 3  # row of a strategic concept


def with_tasks() -> tuple[World, State]:
    """A body one of whose measures serves collective defence."""
    world, state = board()
    world.measures[PRESENCE].body, world.measures[PRESENCE].task = NATO, Task.DEFENCE
    return world, state


def in_force(state: State, ambition: int) -> None:
    """A text of that measure."""
    text = state.texts[0]
    text.alive, text.body, text.measure, text.ambition = 1, NATO, PRESENCE, ambition


def levels(state: State, body: int) -> tuple[int, int, int]:
    """How far the three tasks are kept up."""
    side = state.bodies[body]
    return int(side.defence_task), int(side.crisis_task), int(side.partner_task)


def test_what_is_neglected_decays_and_what_is_served_is_kept() -> None:
    """TASK-1: the task that a text serves rises towards its goal; the others fall to what they are without."""
    world, state = with_tasks()
    n = state_numbers()
    in_force(state, 3)
    before = levels(state, NATO)
    bare(laws.keep_tasks)(world, state)
    defence, crisis, partners = levels(state, NATO)
    assert defence > before[0]
    assert crisis < before[1]
    assert partners < before[2]
    for _ in range(WEEKS):
        bare(laws.keep_tasks)(world, state)
    neglected = plain(laws.task_goal)(n, 0)
    assert levels(state, NATO) == (plain(laws.task_goal)(n, 3), neglected, neglected)
    state.texts[0].alive = 0
    for _ in range(WEEKS):
        bare(laws.keep_tasks)(world, state)
    assert levels(state, NATO) == (neglected, neglected, neglected)


def test_a_body_without_such_measures_has_no_tasks_to_neglect() -> None:
    """TASK-1: a leadership, and a council whose catalogue knows no core tasks, stay as they are."""
    world, state = with_tasks()
    before = levels(state, RUSSIA)
    for _ in range(WEEKS):
        bare(laws.keep_tasks)(world, state)
    assert levels(state, RUSSIA) == before


def test_what_serves_the_task_of_the_other_council_makes_no_task_of_ones_own() -> None:
    """TASK-1: an operation with the Alliance's means keeps its commands in practice; the Union has no tasks for that."""
    world, state = with_tasks()
    lent, text = world.measures[CONCEPT], state.texts[0]
    lent.body, lent.second, lent.task = EU, NATO, Task.CRISIS
    text.alive, text.body, text.measure, text.ambition = 1, EU, CONCEPT, 3
    before = levels(state, EU)
    assert not bare(laws.has_tasks)(world, EU)
    assert bare(laws.kept_by)(world, state, NATO, Task.CRISIS) == plain(laws.task_goal)(state_numbers(), 3)
    for _ in range(WEEKS):
        bare(laws.keep_tasks)(world, state)
    assert levels(state, EU) == before


def test_more_served_is_better_kept() -> None:
    """TASK-1: each step of ambition adds, up to the whole."""
    n = state_numbers()
    goals = [plain(laws.task_goal)(n, served) for served in range(12)]
    assert goals == sorted(goals)
    assert goals[0] < goals[1]
    assert goals[-1] == 1000


@pytest.mark.parametrize(
    ("goal", "share", "comes_first", "kept"),
    [(500, 300, 1, 650), (500, 300, 0, 425), (500, 0, 0, 500), (900, 300, 1, 1000), (500, 0, 1, 500)],
)
def test_a_concept_weighs_the_tasks(goal: int, share: int, comes_first: int, kept: int) -> None:
    """TASK-5: what is first is kept higher, each of the others lower by half of that; never above the whole."""
    assert plain(laws.weighed)(goal, share, comes_first) == kept


def test_a_concept_says_what_counts_and_does_nothing_itself() -> None:
    """TASK-5: with crises first, the same texts for defence keep defence lower; the words alone serve no task."""
    world, state = with_tasks()
    n = state_numbers()
    in_force(state, 2)
    concept, text = world.measures[CONCEPT], state.texts[1]
    concept.body, concept.kind, concept.task = NATO, MeasureKind.CONCEPT, Task.CRISIS
    concept.first_effect, concept.effects = 0, 1
    world.effects[0].code, world.effects[0].size_3 = Effect.TASK_WEIGHT, 300
    text.alive, text.body, text.measure, text.ambition, text.backing = 1, NATO, CONCEPT, 3, 1000
    kept = [
        int(plain(laws.kept_by)(world, state, NATO, task)) for task in (Task.DEFENCE, Task.CRISIS, Task.COOPERATION)
    ]
    served, neglected = plain(laws.task_goal)(n, 2), plain(laws.task_goal)(n, 0)
    expected = [plain(laws.weighed)(served, 300, 0), plain(laws.weighed)(neglected, 300, 1)]
    assert kept == [*expected, plain(laws.weighed)(neglected, 300, 0)]
    text.alive = 0
    assert plain(laws.kept_by)(world, state, NATO, Task.DEFENCE) == served


def test_what_the_other_council_has_tabled_serves_too() -> None:
    """MEASURE-12: a joint text is one of both, whoever put it."""
    world, state = with_tasks()
    in_force(state, 2)
    state.texts[0].body = EU
    assert plain(laws.kept_by)(world, state, NATO, Task.DEFENCE) == plain(laws.task_goal)(state_numbers(), 0)
    world.measures[PRESENCE].second = NATO
    assert plain(laws.kept_by)(world, state, NATO, Task.DEFENCE) == plain(laws.task_goal)(state_numbers(), 2)


def test_plans_that_are_exercised_are_believed() -> None:
    """TASK-2: the same plans make an alliance more credible where defence is kept up; as written at a middling level."""
    assert plain(laws.plans_count)(state_numbers(), 500) == pytest.approx(1.0)
    world, state = with_tasks()
    world.measures[PRESENCE].effects = 1
    world.effects[0].code = Effect.PLANS
    in_force(state, 2)
    found = []
    for kept in (0, 500, 1000):
        state.bodies[NATO].defence_task = kept
        found.append(int(plain(alliance.credibility_of)(world, state, NATO)))
    assert found[0] < found[1] < found[2]


def test_partners_tell_what_they_know() -> None:
    """TASK-4: where they are close a band is half as wide, where they are cold twice; all are parts of one grid."""
    n = war_numbers()
    assert [plain(laws.band_by_partners)(n, kept) for kept in (0, 299, 300, 699, 700, 1000)] == [
        800,
        800,
        400,
        400,
        200,
        200,
    ]
    sites, roads = [Site(0), Site(1)], [Road(0, 1)]
    seen = []
    for kept in (100, 500, 900):
        small = small_world(sites, roads, (Unit(1, 1, strength=1130),), [Side((0,)), Side((1,))])
        small.state.bodies[0].partner_task = kept
        bare(sight.look)(small.world, small.state)
        seen.append(int(small.state.sightings[0, 0].strength))
    assert seen == [1200, 1000, 1100]


def test_practised_commands_bring_forces_to_readiness() -> None:
    """TASK-3: as fast as ever at a middling level, half as fast without any operation, half as fast again at the best."""
    assert [plain(laws.rest_under_command)(war_numbers(), kept) for kept in (0, 500, 1000)] == [0.5, 1.0, 1.5]


@pytest.mark.parametrize(("command", "body", "by"), [(-1, -1, -1), (-1, 1, 1), (0, -1, 0), (0, 1, 0)])
def test_who_commands(command: int, body: int, by: int) -> None:
    """TASK-3: authority that was transferred comes first, then the body whose formation it is; a nation's is nobody's else."""
    assert plain(laws.commander_of)(command, body) == by
