"""The chance of a draft is that of the council's own laws, on what the seat knows and on nothing else."""

import numpy as np
import pytest

from wargame.engine.chances import VOTES, chances_of, sounded_members
from wargame.engine.compile import Compiled
from wargame.engine.observe import observe
from wargame.engine.planning import plan_of
from wargame.engine.resolve import copied, decide
from wargame.model.columns import column_of
from wargame.model.orders import SoundOut, TableDraft
from wargame.model.view import View
from wargame.rules.law import plain
from wargame.rules.turn import draw_dispositions
from wargame.session import Session

WORLDS = 60  # drawn by the briefing itself
NEAR = 0.2  # between two shares of so many draws


@pytest.fixture
def caucus(start: Compiled) -> Session:
    """The first caucus."""
    session = Session(start, {})
    session.begin()
    return session


def attribution(ambition: int) -> TableDraft:
    """A draft that divides the members of first steps: the higher, the more."""
    return TableDraft(measure="readiness_plans", ambition=ambition, lowest=ambition, against="RUS", on="EE-TALL")


def share_in_truth(session: Session, view: View, order: TableDraft) -> float:
    """How often the resolver carries it in worlds that differ in what members keep to themselves."""
    plan, carried = plan_of(view, [order]), 0
    for seed in range(1, WORLDS + 1):
        world = copied(session.state)
        column_of(world.clock, "seed")[0] = seed
        plain(draw_dispositions)(session.world, world)
        outcome = decide(session.world, world, plan.drafts[0], plan.bids, 0)
        carried += int(outcome.state.bodies[view.body].adopted > world.bodies[view.body].adopted)
    return carried / WORLDS


@pytest.mark.parametrize("ambition", [1, 2, 3])
def test_the_chance_is_how_often_the_resolver_carries_it(caucus: Session, ambition: int) -> None:
    """Not a rule of thumb beside it."""
    view, order = caucus.view("nato"), attribution(ambition)
    found = chances_of(view, order)
    assert found is not None
    assert found.votes == VOTES
    assert abs(found.share - share_in_truth(caucus, view, order)) < NEAR


def test_some_draft_is_uncertain(caucus: Session) -> None:
    """Else nothing would be tested above."""
    shares = [found.share for level in (1, 2, 3) if (found := chances_of(caucus.view("nato"), attribution(level)))]
    assert any(0.05 < share < 0.95 for share in shares)


def test_what_members_keep_to_themselves_does_not_show(caucus: Session) -> None:
    """The same chance whatever their true dispositions are."""
    other = copied(caucus.state)
    column_of(other.countries, "disposition")[:] = -2500
    views = [observe(caucus.world, state, caucus.names, 0) for state in (caucus.state, other)]
    assert chances_of(views[0], attribution(2)) == chances_of(views[1], attribution(2))


def test_a_sounding_tells(caucus: Session) -> None:
    """A member heard to be against it makes it less likely, and is named among those who break it."""
    before = chances_of(caucus.view("nato"), attribution(1))
    caucus.submit("nato", SoundOut(member="USA"))
    view = caucus.view("nato")
    assert sounded_members(view)[0] == 1
    heard = copied(view.state)
    column_of(heard.members, "heard")[view.body, view.names.countries.row("USA")] = -2500
    after = chances_of(View(view.seat, view.body, view.world, view.names, heard, view.exact), attribution(1))
    assert before is not None
    assert after is not None
    assert after.share < before.share
    assert "USA" in dict(after.breakers)


def test_the_view_is_left_as_it_was(caucus: Session) -> None:
    """Law 3: inputs are untouched."""
    view = caucus.view("nato")
    before = copied(view.state)
    chances_of(view, attribution(3))
    assert all(np.array_equal(one, other) for one, other in zip(before, view.state, strict=True))


def test_where_nobody_votes_there_is_no_chance(caucus: Session) -> None:
    """A leadership decides alone; what the law forbids is not put."""
    assert (
        chances_of(caucus.view("russia"), TableDraft(measure="snap_exercise", ambition=1, against="EST", on="RU-PSKO"))
        is None
    )
    assert (
        chances_of(caucus.view("nato"), TableDraft(measure="article_5", ambition=1, against="RUS", helps="EST")) is None
    )


def test_what_cannot_be_paid_has_no_chance(caucus: Session) -> None:
    """It is not put either."""
    view = caucus.view("nato")
    poor = copied(view.state)
    column_of(poor.bodies, "influence")[view.body] = 0
    assert chances_of(View(view.seat, view.body, view.world, view.names, poor, view.exact), attribution(1)) is None
