"""Points of influence that an order may carry: one bound for orders, for the tables of a plan and for the state."""

import pytest
from pydantic import ValidationError

from wargame.model.numbers import CouncilNumbers
from wargame.model.orders import MeetDemand, TableDraft
from wargame.model.plan import Bid, Concession
from wargame.model.state import MOST_POINTS


def test_what_an_order_may_carry_its_tables_hold() -> None:
    """The bound is that of every column it is written into, and the most that lobbying does unless a scenario says otherwise."""
    held = (Bid.columns["points"], Concession.columns["points"])
    assert {column.high for column in held} == {MOST_POINTS}
    assert CouncilNumbers.numbers["lobbying_most"].value * 1000 == MOST_POINTS


def test_an_order_beyond_the_bound_is_none() -> None:
    """By lobbying as by meeting a demand."""
    assert MeetDemand(member="TUR", applicant="SWE", points=MOST_POINTS).points == MOST_POINTS
    assert TableDraft(measure="aid", ambition=1, bids={"TUR": MOST_POINTS}).bids == {"TUR": MOST_POINTS}
    with pytest.raises(ValidationError):
        MeetDemand(member="TUR", applicant="SWE", points=MOST_POINTS + 1)
    with pytest.raises(ValidationError):
        TableDraft(measure="aid", ambition=1, bids={"TUR": MOST_POINTS + 1})
