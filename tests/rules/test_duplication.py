"""Duplication: a capability built in both bodies costs more, until forces are merged."""

from __future__ import annotations

import pytest

from tests.rules.fixed import fixed
from tests.rules.threat_world import EU, NATO, RUS, RUSSIA, board
from tests.worlds import bare
from wargame.model.codes import BodyKind, MeasureKind
from wargame.model.columns import NOBODY, empty_table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Draft
from wargame.model.record import empty_record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import duplication as laws
from wargame.rules.adoption import adopt
from wargame.rules.law import plain
from wargame.rules.legal_drafts import UNFUNDED, broken_draft_law

OURS, THEIRS = 0, 1  # rows of measures


@pytest.mark.parametrize(
    ("funds", "ambition", "doubled", "merged", "due"),
    [(100, 2, 0, 0, 200), (100, 2, 1, 0, 230), (100, 2, 1, 500, 215), (100, 2, 1, 1000, 200), (0, 3, 1, 0, 0)],
)
def test_what_is_built_twice_costs_more(funds: int, ambition: int, doubled: int, merged: int, due: int) -> None:
    """DUPLICATION-1: 15 % more, less by degrees as forces merge, nothing more where they are one."""
    assert plain(laws.due_in_money)(fixed(CouncilNumbers, duplication=0.15), funds, ambition, doubled, merged) == due


def both() -> tuple[World, State]:
    """The Alliance has had a capability for a week; the Union would build the like."""
    world, state = board()
    world.council_numbers[0].duplication = 0.2
    for row, body in ((OURS, EU), (THEIRS, NATO)):
        facts = world.measures[row]
        facts.body, facts.kind, facts.funds, facts.second, facts.weeks = body, MeasureKind.RESILIENCE, 100, NOBODY, 26
        facts.effects = facts.needs_against = facts.needs_helps = facts.needs_on = 0
        world.bodies[body].kind = BodyKind.COUNCIL
        state.bodies[body].integration = 500
    text = state.texts[0]
    text.alive, text.body, text.measure, text.ambition, text.adopted, text.until = 1, NATO, THEIRS, 1, 0, 300
    text.against = text.helps = text.on = NOBODY
    state.clock[0].day = 7
    return world, state


def due(world: World, state: State) -> int:
    """What the Union's measure costs at the first ambition."""
    return int(bare(laws.price_in_money)(world, state, OURS, 1))


def test_the_second_to_build_pays() -> None:
    """DUPLICATION-1: by the lesser integration of the two; while what the other has is in force."""
    world, state = both()
    assert due(world, state) == 110
    assert bare(laws.duplicates)(world, state, OURS) == 0
    assert bare(laws.price_in_money)(world, state, THEIRS, 1) == 100
    state.bodies[EU].integration = 0
    assert due(world, state) == 120
    state.bodies[EU].integration = state.bodies[NATO].integration = 1000
    assert due(world, state) == 100
    state.bodies[EU].integration, state.texts[0].alive = 0, 0
    assert due(world, state) == 100


@pytest.mark.parametrize("kind", [MeasureKind.TRANSPARENCY, MeasureKind.SANCTIONS, MeasureKind.AID])
def test_what_builds_nothing_is_no_duplication(kind: MeasureKind) -> None:
    """Words, sanctions and help are not a capability that one has."""
    world, state = both()
    world.measures[OURS].kind = world.measures[THEIRS].kind = kind
    assert due(world, state) == 100


def test_what_is_joint_of_another_kind_of_this_very_day_or_of_strangers_is_no_duplication() -> None:
    """Rulebook 1: built in both bodies, by the same states, each alone; in one session the price is as it was shown."""
    for change in ("joint", "theirs joint", "kind", "today", "strangers", "leadership"):
        world, state = both()
        if change == "joint":
            world.measures[OURS].second = NATO
        elif change == "theirs joint":
            world.measures[THEIRS].second = EU
        elif change == "kind":
            world.measures[THEIRS].kind = MeasureKind.MOBILITY
        elif change == "today":
            state.texts[0].adopted = 7
        elif change == "strangers":
            for c in range(state.countries.size):
                state.members[NATO, c].joined = int(c == RUS)
        else:
            state.texts[0].body = RUSSIA
        assert due(world, state) == 100, change


def test_what_is_judged_is_what_is_paid() -> None:
    """LEGAL-10: without money for the share on top the draft is not legal, with it so much is taken."""
    world, state = both()
    draft = empty_table(Draft, 1)[0]
    draft.alive, draft.body, draft.measure, draft.ambition, draft.lowest = 1, EU, OURS, 1, 1
    draft.against = draft.helps = draft.on = draft.incident = NOBODY
    side = state.bodies[EU]
    side.funds = 109
    assert bare(broken_draft_law)(world, state, draft) == UNFUNDED
    side.funds = 110
    assert bare(broken_draft_law)(world, state, draft) == 0
    bare(adopt)(world, state, draft, 1, 1000, empty_record(10))
    assert side.funds == 0
