"""What a session asks of a state, and what each word costs: reckoned by the laws that decide the session."""

import pytest

from tests.in_memory import commit_all, humans
from wargame.engine.agenda import agenda_of
from wargame.engine.compile import Compiled
from wargame.engine.planning import Desk, add_orders
from wargame.engine.resolve import copied
from wargame.model import events as ev
from wargame.model.codes import Position
from wargame.model.orders import RequestForces, TableDraft
from wargame.model.plan import Plan, empty_plan
from wargame.session import Session

DRAFTS = (
    TableDraft(measure="forward_presence", ambition=2, lowest=1, against="RUS", on="LV-RIGA", bids={"DEU": 500}),
    TableDraft(measure="open_channels", ambition=1, against="RUS"),
)
ASK = RequestForces(capability="land", place="LV-RIGA", weeks=8)


@pytest.fixture(scope="module")
def session(start: Compiled) -> Session:
    """A game before its first session."""
    return humans(start)


def plan_of(session: Session) -> Plan:
    """NATO's drafts and its request."""
    plan = empty_plan(session.state)
    add_orders(Desk(session.names, session.seats["nato"].body), plan, (*DRAFTS, ASK))
    return plan


def test_terms_add_up_and_lower_readings_are_told(session: Session) -> None:
    """A delegate's exact terms; a draft that may be redrafted lower has two readings."""
    country = session.names.countries.row("DEU")
    agenda = agenda_of(session.world, session.state, session.names, plan_of(session), country)
    first, second = agenda.drafts
    assert [len(item.readings) for item in (first, second)] == [2, 1]
    assert (first.offer, second.offer) == (500, 0)
    for read in (*first.readings, *second.readings):
        for line in (read.line, read.taken):
            assert sum(line.terms.values()) == line.value
    assert first.readings[0].taken.terms["lobbying"] == 500
    assert "lobbying" not in first.readings[0].line.terms


def test_the_line_is_what_the_session_makes_of_it(start: Compiled) -> None:
    """For every member: the position shown as its line is the one it takes when nobody speaks."""
    session = humans(start)
    plan = plan_of(session)
    shown = {}
    for row, name in enumerate(session.names.countries.ids):
        items = agenda_of(session.world, session.state, session.names, plan, row).drafts
        if items:
            shown[name] = items[0].readings[0].taken.position
    for order in DRAFTS:
        session.submit("nato", order)
    commit_all(session)
    told = [e for e in session.events if isinstance(e, ev.PositionTaken) and e.measure == DRAFTS[0].measure]
    assert {e.member: e.position for e in told if e.ambition == 2} == {
        name: position.name.lower() for name, position in shown.items()
    }


def test_prices_rise_with_each_step(session: Session) -> None:
    """Nothing for the line; below a taken offer there is no position."""
    for name in ("EST", "DEU", "USA"):
        country = session.names.countries.row(name)
        for item in agenda_of(session.world, session.state, session.names, plan_of(session), country).drafts:
            for read in item.readings:
                assert read.prices[read.line.position] == 0
                away = sorted(Position, key=lambda p, line=read.line.position: abs(p - line))
                assert read.prices[away[-1]] >= read.prices[away[1]] > 0
                assert min(read.prices_taken) == max(read.line.position, read.taken.position)


def test_a_caretaker_is_asked_nothing(session: Session) -> None:
    """DELEGATE-3."""
    country = session.names.countries.row("EST")
    state = copied(session.state)
    state.countries[country].caretaker = state.clock[0].turn + 1
    assert agenda_of(session.world, state, session.names, plan_of(session), country).is_empty


def test_who_has_nothing_to_give_is_not_asked_for_forces(session: Session) -> None:
    """An outsider is asked nothing at all."""
    plan = plan_of(session)
    outsider = agenda_of(session.world, session.state, session.names, plan, session.names.countries.row("RUS"))
    assert outsider.is_empty
    (asked,) = agenda_of(session.world, session.state, session.names, plan, session.names.countries.row("DEU")).requests
    assert sum(asked.terms.values()) == asked.value
    assert asked.willing == (asked.value > 0)
