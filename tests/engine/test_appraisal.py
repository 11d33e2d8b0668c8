"""What is pledged in a caucus is what the session takes from the bank."""

import pytest

from wargame.engine.appraisal import appraise, line_crossed
from wargame.engine.compile import Compiled
from wargame.engine.observe import observe
from wargame.engine.spending import bids_cost, influence_spent
from wargame.model.codes import Phase
from wargame.model.columns import NOBODY
from wargame.model.orders import SoundOut, TableDraft
from wargame.model.view import View
from wargame.session import Session
from wargame.ui.play.drafting import agenda


@pytest.fixture
def caucus(start: Compiled) -> tuple[Session, View]:
    """NATO's first caucus."""
    session = Session(start, {})
    session.begin()
    return session, session.view("nato")


def drafts_of(view: View) -> list[TableDraft]:
    """Two that can be tabled, with bids for the same member."""
    found = [item.draft for item in agenda(view, ()) if not item.broken][:2]
    return [draft.model_copy(update={"bids": {"DEU": 300}}) for draft in found]


def test_what_is_pledged_is_what_the_session_takes(caucus: tuple[Session, View]) -> None:
    """Each further draft is dearer, and so is a member for whom an earlier one bids; income apart, the bank shows it."""
    session, view = caucus
    drafts = drafts_of(view)
    assert len(drafts) == 2
    due = influence_spent(view, drafts)
    for draft in drafts:
        session.submit("nato", draft)
    before = int(session.state.bodies[view.body].influence)
    for seat in session.seats:
        session.commit(seat)
    assert session.phase is Phase.ORDERS
    assert before - int(session.state.bodies[view.body].influence) == due
    assert observe(session.world, session.state, session.names, view.body) is not None


def test_a_draft_is_reckoned_after_those_already_tabled(caucus: tuple[Session, View]) -> None:
    """The form's own cost and what is pledged before make up what both together will cost."""
    _session, view = caucus
    first, second = drafts_of(view)
    said = appraise(view, second, (first,))
    assert said.pledged == influence_spent(view, (first,))
    assert said.pledged + said.cost + said.bids == influence_spent(view, (first, second))
    assert said.bids >= bids_cost(view, second.bids)


def test_a_sounding_is_paid_at_once(caucus: tuple[Session, View]) -> None:
    """It is not pledged."""
    assert influence_spent(caucus[1], [SoundOut(member="DEU")]) == 0


def test_a_red_line_that_is_crossed_is_named(start: Compiled) -> None:
    """COUNCIL-12: the row of the line, so that its reason can be told; none for a member without one, or in the other council."""
    session = Session(start, {})
    session.begin()
    view = session.view("nato")
    channels = TableDraft(measure="open_channels", ambition=1, against="RUS")
    row = line_crossed(view, channels, "POL")
    assert row >= 0
    assert view.names.reasons[row].startswith("Talks, yes")
    assert line_crossed(view, channels, "EST") == NOBODY
    assert line_crossed(session.view("eu"), TableDraft(measure="sanctions", ambition=1, against="RUS"), "POL") == NOBODY
