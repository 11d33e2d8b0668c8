"""Consultations under Art. 4: who calls them, what they show, what they ease; with cases from real history."""

import numpy as np
import pytest

from tests.rules.fixed import fixed
from tests.rules.threat_world import EST, EU, NATO, RUS, USA, board, notes_of
from wargame.model.codes import IncidentKind, Note
from wargame.model.columns import NOBODY, empty_table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Draft
from wargame.model.record import Record, empty_record
from wargame.model.state import State
from wargame.model.terms import TERM_LIMIT, Support
from wargame.model.world import World
from wargame.rules import article4 as laws
from wargame.rules.law import plain
from wargame.rules.support import support

NUMBERS = fixed(CouncilNumbers, consult_severity=2.0, consult_fear=350.0, consult_pause=84.0, consult_eases=0.3)


def alarmed(severity: int = 2, victim: int = EST, kind: IncidentKind = IncidentKind.CYBER) -> tuple[World, State]:
    """Estonia fears Russia, and something has just happened."""
    world, state = board()
    world.bodies[NATO].consults = 1
    state.countries[EST].top_threat = RUS
    state.pairs[EST, RUS].threat = 600
    act = state.incidents[0]
    act.alive, act.kind, act.severity, act.victim, act.author, act.day = 1, kind, severity, victim, RUS, 0
    return world, state


def consulted(world: World, state: State) -> Record:
    """A day on which members may call."""
    record = empty_record()
    plain(laws.consult)(world, state, record)
    return record


def draft_on(against: int = NOBODY, helps: int = NOBODY, on: int = NOBODY) -> Draft:
    """A draft of the alliance."""
    draft = empty_table(Draft, 1)[0]
    draft.alive, draft.body, draft.measure, draft.ambition = 1, NATO, 0, 1
    draft.against, draft.helps, draft.on, draft.incident = against, helps, on, NOBODY
    return draft


@pytest.mark.parametrize(
    ("severity", "felt", "calls"), [(1, 900, False), (2, 349, False), (2, 350, True), (5, 900, True)]
)
def test_who_calls(severity: int, felt: int, calls: bool) -> None:
    """ARTICLE4-1: an act of weight, and fear enough."""
    assert plain(laws.calls_consultations)(NUMBERS, severity, felt) == calls


@pytest.mark.parametrize(("day", "last", "new"), [(0, NOBODY, True), (83, 0, False), (84, 0, True)])
def test_a_body_does_not_meet_on_every_act(day: int, last: int, new: bool) -> None:
    """ARTICLE4-2."""
    assert plain(laws.is_new_matter)(NUMBERS, day, last) == new


def test_consultations_are_called_and_told_to_all() -> None:
    """ARTICLE4-1 applied, as in Estonia in 2025: the victim calls, all hear of it, the matter is open."""
    world, state = alarmed()
    record = consulted(world, state)
    (row,) = notes_of(record, Note.CONSULTATION)
    assert (record.entries[row].who, record.entries[row].whom) == (EST, NATO)
    assert (state.bodies[NATO].called_by, state.bodies[NATO].called_about) == (EST, RUS)
    assert notes_of(consulted(world, state), Note.CONSULTATION) == []


def test_an_attack_on_a_stranger_is_enough() -> None:
    """ARTICLE4-1 applied, as by Poland in March 2014 and eight allies on 24 February 2022: the act was against Ukraine."""
    world, state = alarmed(5, USA, IncidentKind.ARMED_ATTACK)
    state.members[NATO, USA].joined = 0
    assert notes_of(consulted(world, state), Note.CONSULTATION)
    assert state.bodies[NATO].called_by == EST
    world, state = alarmed(5, USA, IncidentKind.CYBER)
    state.members[NATO, USA].joined = 0
    assert notes_of(consulted(world, state), Note.CONSULTATION) == []


def test_only_a_treaty_that_knows_them_has_consultations() -> None:
    """The Union has none, and nobody consults about a fellow member."""
    world, state = alarmed()
    world.bodies[NATO].consults = 0
    assert notes_of(consulted(world, state), Note.CONSULTATION) == []
    world, state = alarmed()
    state.members[NATO, RUS].joined = 1
    assert notes_of(consulted(world, state), Note.CONSULTATION) == []


def test_consultations_show_how_members_are_disposed() -> None:
    """Rulebook 1: they reveal positions: the seat of that body knows every member's disposition this turn, no other seat."""
    world, state = alarmed()
    state.countries[USA].disposition = -700
    state.clock[0].turn = 2
    consulted(world, state)
    assert (state.members[NATO, USA].heard, state.members[NATO, USA].sounded) == (-700, 2)
    assert state.members[NATO, RUS].sounded == NOBODY
    assert all(state.members[EU, c].sounded == NOBODY for c in range(state.countries.size))


def test_the_next_draft_on_the_matter_is_eased_and_no_other() -> None:
    """ARTICLE4-3: for the caller, on its land, or against whom it fears; once."""
    world, state = alarmed()
    consulted(world, state)
    terms = np.zeros(TERM_LIMIT, np.int64)
    land = next(r for r in range(state.regions.size) if world.regions[r].home == EST)
    for draft, eased in (
        (draft_on(RUS), 1),
        (draft_on(helps=EST), 1),
        (draft_on(on=land), 1),
        (draft_on(helps=USA), 0),
    ):
        plain(support)(world, state, draft, 1, USA, 0, terms)
        assert terms[Support.CONSULTED] == eased * 300
        assert plain(laws.eased)(NUMBERS, eased) == pytest.approx(0.3 * eased)
    plain(laws.settle)(world, state, draft_on(helps=USA))
    assert plain(laws.is_on_matter)(world, state, draft_on(RUS)) == 1
    plain(laws.settle)(world, state, draft_on(RUS))
    assert plain(laws.is_on_matter)(world, state, draft_on(RUS)) == 0
