"""Two councils on one draft: what is shown of each member is where it stands the worse, and is what the session uses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.in_memory import commit_all, humans
from wargame.engine.appraisal import appraise
from wargame.engine.compile import Compiled
from wargame.model import events as ev
from wargame.model.codes import MeasureKind, Position
from wargame.model.columns import column_of, duplicate
from wargame.model.orders import TableDraft
from wargame.session import Session
from wargame.ui.screens.hearing import hearings

STEP = TableDraft(measure="open_channels", ambition=1, against="RUS")


@pytest.fixture
def merging(start: Compiled) -> Session:
    """NATO's measure of channels asks for the Union's agreement, and takes of both what a step in merging forces takes."""
    world = start.world._replace(measures=duplicate(start.world.measures), links=duplicate(start.world.links))
    measure = world.measures[start.names.measures.row(STEP.measure)]
    measure.second, measure.kind = start.names.bodies.row("eu"), MeasureKind.INTEGRATION
    state = duplicate(start.state.countries)
    column_of(state, "disposition")[:] = 0
    return humans(replace(start, world=world, state=start.state._replace(countries=state)))


def test_members_of_both_councils_are_foreseen(merging: Session) -> None:
    """Terms add up to the value; members of one council alone are there too."""
    view = merging.view("nato")
    members = {member.id: member for member in appraise(view, STEP).members}
    joined = column_of(view.state.members, "joined")
    both = joined[view.names.bodies.row("nato")] | joined[view.names.bodies.row("eu")]
    assert set(members) == {name for name, sits in zip(view.names.countries.ids, both.tolist(), strict=True) if sits}
    for member in members.values():
        assert sum(member.terms.values()) == member.value
        assert "sovereignty" in member.terms


def test_the_session_takes_the_positions_that_were_foreseen(merging: Session) -> None:
    """Of each member the worse of both, but for what it keeps to itself; a card shows each council's reading."""
    view = merging.view("nato")
    shown = {member.id: member.position for member in appraise(view, STEP).members}
    merging.state = merging.state._replace(countries=duplicate(merging.state.countries))
    column_of(merging.state.countries, "disposition")[:] = 0
    merging.submit("nato", STEP)
    commit_all(merging)
    taken: dict[str, Position] = {}
    for event in merging.events:
        if isinstance(event, ev.PositionTaken):
            position = Position[event.position.upper()]
            taken[event.member] = min(position, taken.get(event.member, position))
    verdicts = [event.verdict for event in merging.events if isinstance(event, ev.DraftDecided)]
    assert verdicts[0] == "agreed"
    assert taken == shown
    (heard,) = hearings(merging.events)
    assert [reading[0].body for reading in heard.readings] == ["nato", "eu"]
    assert heard.adopted == (verdicts[-1] in ("adopted", "hollow"))
