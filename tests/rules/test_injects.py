"""Injects: when they are due, that each is told once, and that they move what they say and nothing else."""

from __future__ import annotations

import pytest

from tests.worlds import Side, Site, Small, bare, small_world
from wargame.engine.resolve import copied, same
from wargame.model.codes import IncidentKind, Note
from wargame.model.columns import NOBODY
from wargame.model.shifts import Shift, Source
from wargame.model.state import State
from wargame.rules.hybrid import investigate
from wargame.rules.injects import Shifting, Waits, has_bit, is_due, is_open, moved, shift, tell
from wargame.rules.notes import EVERYONE

NOTHING = Waits(turn=0, day=0, until=NOBODY, rung=0, holds=1)


def two_sides() -> Small:
    """Two states, each the one member of a side."""
    small = small_world([Site(0), Site(1)], sides=[Side((0,)), Side((1,))], capitals=(0, 1))
    for c in range(2):
        country = small.state.countries[c]
        country.opinion, country.government, country.prices, country.resilience = 500, 500, 1100, 500
    for b in range(2):
        body = small.state.bodies[b]
        body.cohesion, body.influence, body.funds, body.had = 600, 100, 1000, 1000
    return small


def one(what: Shift, size: int, country: int = NOBODY, body: int = NOBODY, author: int = NOBODY) -> Shifting:
    """One thing that is moved."""
    return Shifting(what, country, body, size, IncidentKind.SABOTAGE, author)


def after(small: Small, shifting: Shifting) -> State:
    """The state once it was moved."""
    bare(shift)(small.world, small.state, small.record, shifting, Source.FACILITATOR)
    return small.state


@pytest.mark.parametrize(
    ("waits", "due"),
    [
        (NOTHING, True),
        (NOTHING._replace(turn=3), True),
        (NOTHING._replace(turn=4), False),
        (NOTHING._replace(day=84), True),
        (NOTHING._replace(day=85), False),
        (NOTHING._replace(until=84), True),
        (NOTHING._replace(until=83), False),
        (NOTHING._replace(rung=5000), True),
        (NOTHING._replace(rung=5001), False),
        (NOTHING._replace(holds=0), False),
        (NOTHING._replace(turn=2, rung=6000), False),
    ],
)
def test_an_inject_is_due_when_all_has_come_that_it_waits_for(waits: Waits, due: bool) -> None:
    """INJECT-1: turn, day, rung and war or peace, all of them, and not after it makes sense."""
    assert bare(is_due)(3, 84, 5000, waits) is due


def test_an_inject_is_told_once_and_never_while_withheld() -> None:
    """INJECT-2."""
    assert bare(is_open)(0, 0)
    assert not bare(is_open)(1, 0)
    assert not bare(is_open)(0, 1)


def test_a_level_keeps_its_range() -> None:
    """INJECT-3."""
    assert bare(moved)(500, 50, 0, 1000) == 550
    assert bare(moved)(980, 50, 0, 1000) == 1000
    assert bare(moved)(20, -50, 0, 1000) == 0


def test_what_was_told_is_marked_and_let_go() -> None:
    """One bit each, the highest too; the facilitator's own leaves no mark."""
    small = two_sides()
    small.state.clock[0].withheld = 1 << 59 | 1
    bare(tell)(small.state, 59)
    clock = small.state.clock[0]
    assert [has_bit(clock.injects, row) for row in (0, 58, 59)] == [False, False, True]
    assert clock.withheld == 1
    before = copied(small.state)
    bare(tell)(small.state, NOBODY)
    assert same(small.state, before)


@pytest.mark.parametrize(
    ("shifting", "table", "row", "column", "value"),
    [
        (one(Shift.OPINION, -50, country=1), "countries", 1, "opinion", 450),
        (one(Shift.GOVERNMENT, 30, country=0), "countries", 0, "government", 530),
        (one(Shift.PRICES, -200, country=0), "countries", 0, "prices", 1000),
        (one(Shift.COHESION, 500, body=1), "bodies", 1, "cohesion", 1000),
        (one(Shift.INFLUENCE, 20, body=0), "bodies", 0, "influence", 120),
    ],
)
def test_an_inject_moves_what_it_says_and_nothing_else(
    shifting: Shifting, table: str, row: int, column: str, value: int
) -> None:
    """INJECT-3, by the table: of all columns of the state this one alone is another."""
    small = two_sides()
    before = copied(small.state)
    state = after(small, shifting)
    assert getattr(state, table)[column][row] == value
    getattr(state, table)[column][row] = getattr(before, table)[column][row]
    assert same(state, before)


def test_escalation_keeps_its_peak_and_channels_their_texts() -> None:
    """Up and down the ladder; what texts hold open comes on top of what an inject moved."""
    small = two_sides()
    small.state.clock[0].escalation = small.state.clock[0].peak = 4000
    assert after(small, one(Shift.ESCALATION, 1500)).clock[0].peak == 5500
    assert after(small, one(Shift.ESCALATION, -2500)).clock[0].escalation == 3000
    assert small.state.clock[0].peak == 5500
    small.state.clock[0].channels_at_rest = 300
    state = after(small, one(Shift.CHANNELS, -100))
    assert (state.clock[0].channels_at_rest, state.clock[0].channels) == (200, 200)


def test_money_that_comes_in_was_had() -> None:
    """A reading counts what is left of the money that a side ever had."""
    small = two_sides()
    after(small, one(Shift.FUNDS, 500, body=0))
    after(small, one(Shift.FUNDS, -200, body=0))
    body = small.state.bodies[0]
    assert (body.funds, body.had) == (1300, 1500)


def test_what_was_moved_is_told_to_whom_may_know_it() -> None:
    """Levels that all see to all, with by whom; influence to the side whose it is."""
    small = two_sides()
    after(small, one(Shift.OPINION, 700, country=1))
    after(small, one(Shift.INFLUENCE, 20, body=1))
    first, second = small.record.entries[0], small.record.entries[1]
    assert (first.note, first.who, first.first, first.second) == (Note.SHIFT, 1, Shift.OPINION, 500)
    assert (first.third, first.known_to) == (Source.FACILITATOR, EVERYONE)
    assert (second.whom, second.second, second.known_to) == (1, 20, 1 << 1)


def test_an_act_without_an_author_is_never_attributed() -> None:
    """HYBRID-3: there is nobody to be found."""
    small = two_sides()
    state = after(small, one(Shift.INCIDENT, 3, country=0))
    act = state.incidents[0]
    assert (act.alive, act.severity, act.victim, act.author, act.published) == (1, 3, 0, NOBODY, 0)
    assert state.countries[0].opinion < 500
    for week in range(200):
        state.clock[0].day = 7 * week
        bare(investigate)(small.world, state, small.record)
    assert state.suspicions[1, 0].confidence == state.suspicions[0, 0].confidence
    assert not [k for k in range(small.record.head[0].count) if small.record.entries[k].note == Note.ATTRIBUTED]


def test_an_act_is_told_as_coming_from_outside_and_not_by_whom() -> None:
    """Note.SHIFT of an incident: against whom, how grave, by whom it came into the game; its author stays hidden."""
    small = two_sides()
    after(small, one(Shift.INCIDENT, 3, country=0, author=1))
    told = [small.record.entries[k] for k in range(small.record.head[0].count)]
    assert [(t.who, t.first, t.second, t.third) for t in told if t.note == Note.SHIFT] == [
        (0, Shift.INCIDENT, 3, Source.FACILITATOR)
    ]
    assert [t.whom for t in told if t.note == Note.INCIDENT] == [NOBODY]


def test_an_act_with_an_author_is_found_out() -> None:
    """It works as one that a seat has ordered."""
    small = two_sides()
    state = after(small, one(Shift.INCIDENT, 3, country=0, author=1))
    for week in range(200):
        state.clock[0].day = 7 * week
        bare(investigate)(small.world, state, small.record)
    told = [small.record.entries[k] for k in range(small.record.head[0].count)]
    assert [entry.whom for entry in told if entry.note == Note.ATTRIBUTED] == [1]


def test_an_accident_reaches_its_rung() -> None:
    """ESCALATION: by severity; whose it was all see."""
    small = two_sides()
    accident = Shifting(Shift.INCIDENT, 0, NOBODY, 2, IncidentKind.ACCIDENT, 1)
    state = after(small, accident)
    assert state.clock[0].escalation == 2000
    assert (state.incidents[0].published, state.incidents[0].author) == (1, 1)
