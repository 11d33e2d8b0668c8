"""A council meets the demand of who holds an accession up, with influence that it has to spare, and says so."""

from tests.invitation import invitation
from tests.staffs import small_staff
from wargame.ai.conceding import RESERVE, concessions
from wargame.engine.holders import holders
from wargame.engine.judge import judge
from wargame.engine.spending import due_for_demand
from wargame.model.orders import MeetDemand
from wargame.model.state import MOST_POINTS

DRAFTS, FUTURES = 1, 1
DEMAND = " and the demand of TUR for SWE"


def test_the_demand_is_met_from_what_is_to_spare() -> None:
    """It covers what the member is reckoned to lack, and what it may keep to itself, as far as one order goes."""
    view = invitation(("TUR",)).view("nato")
    (holder,) = holders(view)
    (order,) = concessions(view, 0)
    assert (holder.member, order.member, order.applicant) == ("TUR", "TUR", "SWE")
    assert MOST_POINTS >= order.points > holder.lacks > 0
    assert judge(view, order) == ()
    due = due_for_demand(view, order.points)
    assert concessions(view, 200 - RESERVE - due) == [order]
    assert concessions(view, 200 - RESERVE - due + 1) == []


def test_there_is_nothing_to_meet_where_nobody_holds_up() -> None:
    """Once all have ratified."""
    assert concessions(invitation(()).view("nato"), 0) == []


def test_a_staff_says_that_it_meets_a_demand() -> None:
    """The label of its choice names whose and for whom, never how much; nothing is said where none is met."""
    met, spared = (small_staff(1, DRAFTS, FUTURES).caucus(invitation(few).view("nato")) for few in (("TUR",), ()))
    (order,) = (order for order in met.orders if isinstance(order, MeetDemand))
    assert (order.member, order.applicant) == ("TUR", "SWE")
    assert met.choice.label.endswith(DEMAND)
    assert str(order.points) not in met.choice.label
    assert "demand" not in met.alternative.label + spared.choice.label + spared.alternative.label
    assert not any(isinstance(order, MeetDemand) for order in spared.orders)
