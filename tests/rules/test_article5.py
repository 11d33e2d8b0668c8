"""Collective defence: when it may be tabled, what each member then gives (rulebook 4)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.fixed import fixed
from tests.rules.threat_world import BLR, DEU, EST, EU, FIN, LVA, NATO, POL, RIGA, RUS, TALL, USA, board
from tests.worlds import bare, notes_of
from wargame.model.codes import Capability, IncidentKind, Kind, Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import CouncilNumbers
from wargame.model.record import Record, empty_record
from wargame.model.terms import TERM_LIMIT, Answer
from wargame.rules import article5 as laws
from wargame.rules import hybrid
from wargame.rules.law import plain


@pytest.mark.parametrize(
    ("severity", "answered", "member", "inside", "may"),
    [
        (3, 0, 1, 1, True),
        (5, 0, 1, 1, True),
        (2, 0, 1, 1, False),
        (5, 1, 1, 1, False),
        (5, 0, 0, 1, False),
        (5, 0, 1, 0, False),
    ],
)
def test_it_takes_a_grave_unanswered_act_against_a_member_in_the_area(
    severity: int, answered: int, member: int, inside: int, may: bool
) -> None:
    """ARTICLE5-1."""
    assert (
        plain(laws.may_be_tabled)(fixed(CouncilNumbers, clause_severity=3.0), severity, answered, member, inside) == may
    )


@pytest.mark.parametrize(
    ("treaty_area", "is_land", "home_is_member", "inside"),
    [(1, 1, 1, True), (1, 0, 0, True), (1, 1, 0, False), (0, 1, 1, False), (0, 0, 0, False)],
)
def test_the_area_of_a_pledge(treaty_area: int, is_land: int, home_is_member: int, inside: bool) -> None:
    """ARTICLE5-5: members' land but for what the treaty leaves out, and the sea; a convoy struck in a helped state is outside."""
    assert plain(laws.is_in_area)(treaty_area, is_land, home_is_member) == inside


@pytest.mark.parametrize(
    ("value", "level"), [(-5000, 0), (-600, 0), (199, 0), (200, 1), (1000, 2), (1801, 3), (2600, 4), (9000, 4)]
)
def test_each_state_sets_its_level(value: int, level: int) -> None:
    """ARTICLE5-2: from where the treaty has it start, a level a step."""
    n = fixed(CouncilNumbers, contribution_base=0.6, contribution_step=0.8)
    assert plain(laws.contribution_level)(n, value) == level


@given(st.integers(-9000, 9000), st.integers(0, 2000))
def test_levels_rise_with_what_speaks_for_them(value: int, more: int) -> None:
    """ARTICLE5-2."""
    n, level = fixed(CouncilNumbers), plain(laws.contribution_level)
    assert 0 <= level(n, value) <= level(n, value + more) <= laws.LEVELS


def test_soldiers_under_fire_turn_hesitation_into_resolve() -> None:
    """ARTICLE5-3: in proportion to the tripwire; without it, nothing."""
    n = fixed(CouncilNumbers, tripwire=2.5)
    assert plain(laws.tripwire_counts)(n, 0) == 0.0
    assert plain(laws.tripwire_counts)(n, 600) == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("level", "capability", "rank", "given_over"),
    [
        (0, Capability.AIR, 0, False),
        (1, Capability.SEA, 0, False),
        (2, Capability.AIR, 5, True),
        (2, Capability.LAND, 0, False),
        (3, Capability.LAND, 0, True),
        (3, Capability.LAND, 1, False),
        (3, Capability.LAND, 3, True),
        (4, Capability.LAND, 1, True),
    ],
)
def test_what_a_level_gives(level: int, capability: Capability, rank: int, given_over: bool) -> None:
    """ARTICLE5-4: level 2 air and sea, level 3 every third land formation, level 4 everything."""
    assert plain(laws.is_given)(fixed(CouncilNumbers, land_part=3.0), level, capability, rank) == given_over


@pytest.mark.parametrize("member", [LVA, DEU, USA])
def test_a_contribution_is_the_sum_of_its_terms(member: int) -> None:
    """ARTICLE5-2 and ARTICLE5-3: the tripwire raises it, caution under escalation lowers it."""
    world, state = board()
    terms = np.zeros(TERM_LIMIT, np.int64)
    contribution = bare(laws.contribution)
    calm = contribution(world, state, NATO, member, EST, RUS, terms)
    assert calm == terms.sum()
    state.members[NATO, member].tripwire = 500
    hurt = contribution(world, state, NATO, member, EST, RUS, terms)
    assert hurt - calm == terms[Answer.TRIPWIRE] > 0
    state.clock[0].escalation = 9000
    assert contribution(world, state, NATO, member, EST, RUS, terms) <= hurt


def levels_given(record: Record) -> dict[int, int]:
    """By member, the level at which it gives, as the record tells it."""
    return {note[0]: note[3] for note in notes_of(record, Note.CONTRIBUTION)}


def test_invoking_answers_the_attack_for_the_body_that_invokes() -> None:
    """ARTICLE5-1: one council's answer is not the other's: an attack on a member of both can be answered by both."""
    world, state = board()
    act = state.incidents[0]
    act.alive, act.kind, act.severity, act.victim, act.author, act.published = (
        1,
        IncidentKind.ARMED_ATTACK,
        5,
        EST,
        RUS,
        1,
    )
    state.pairs[RUS, EST].war = state.pairs[EST, RUS].war = 1
    state.bodies[NATO].unanswered = state.bodies[EU].unanswered = 1
    record = empty_record(60)
    bare(laws.invoke)(world, state, record, NATO, EST, RUS)
    assert (act.answered, state.bodies[NATO].unanswered, state.bodies[EU].unanswered) == (1 << NATO, 0, 1)
    bare(laws.invoke)(world, state, empty_record(60), EU, EST, RUS)
    assert (act.answered, state.bodies[EU].unanswered) == (1 << NATO | 1 << EU, 0)
    assert levels_given(record)[EST] == laws.LEVELS
    assert all(state.members[NATO, c].asked == 1 for c in (EST, LVA, POL, DEU, USA))
    assert state.members[NATO, FIN].asked == 0


@pytest.mark.parametrize(
    ("kind", "answered", "settled", "taken_up"),
    [
        (IncidentKind.ARMED_ATTACK, 1, 0, True),
        (IncidentKind.ARMED_ATTACK, 0, 0, False),
        (IncidentKind.ARMED_ATTACK, 1, 1, False),
        (IncidentKind.CYBER, 1, 0, False),
    ],
)
def test_what_takes_a_war_up(kind: IncidentKind, answered: int, settled: int, taken_up: bool) -> None:
    """ARTICLE5-6."""
    assert plain(hybrid.takes_a_war_up)(kind, answered, settled) == taken_up


def test_a_war_that_is_taken_up_is_one() -> None:
    """ARTICLE5-6: once a body has answered a state in a war, its next attack leaves nothing unanswered; after a ceasefire it does."""
    world, state = board()
    attack = (IncidentKind.ARMED_ATTACK, 5)
    first = bare(hybrid.incident)(world, state, empty_record(60), *attack, EST, TALL, RUS)
    assert state.bodies[NATO].unanswered == 1
    bare(laws.invoke)(world, state, empty_record(60), NATO, EST, RUS)
    second = bare(hybrid.incident)(world, state, empty_record(60), *attack, LVA, RIGA, RUS)
    assert state.incidents[second].answered >> NATO & 1
    assert state.bodies[NATO].unanswered == 0
    state.incidents[first].settled = state.incidents[second].settled = 1
    bare(hybrid.incident)(world, state, empty_record(60), *attack, LVA, RIGA, RUS)
    assert state.bodies[NATO].unanswered == 1


@pytest.mark.parametrize(("severity", "less"), [(5, 0), (4, 1000), (3, 2000)])
def test_less_than_an_attack_is_answered_with_less(severity: int, less: int) -> None:
    """COUNCIL-10 in what each state gives: a grade less is a point less; an act whose author is not known does not count."""
    world, state = board()
    terms = np.zeros(TERM_LIMIT, np.int64)
    act = state.incidents[0]
    act.alive, act.kind, act.severity, act.victim, act.author, act.published = (
        1,
        IncidentKind.CYBER,
        severity,
        EST,
        RUS,
        1,
    )
    bare(laws.contribution)(world, state, NATO, DEU, EST, RUS, terms)
    assert terms[Answer.SEVERITY] == -less
    act.published = 0
    bare(laws.contribution)(world, state, NATO, DEU, EST, RUS, terms)
    assert terms[Answer.SEVERITY] == 0


def test_an_answer_to_one_attack_leaves_the_other_unanswered() -> None:
    """ARTICLE5-1: neither a cyber act answered nor an attack on one member answered answers that on another."""
    world, state = board()
    acts = ((IncidentKind.CYBER, POL), (IncidentKind.ARMED_ATTACK, EST), (IncidentKind.ARMED_ATTACK, LVA))
    for row, (kind, victim) in enumerate(acts):
        act = state.incidents[row]
        act.alive, act.kind, act.severity, act.victim, act.author, act.place = 1, kind, 5, victim, RUS, NOBODY
        act.published = 1
    state.bodies[NATO].unanswered = 1
    for victim, stands in ((POL, 1), (EST, 1), (LVA, 0)):
        bare(laws.invoke)(world, state, empty_record(60), NATO, victim, RUS)
        assert state.bodies[NATO].unanswered == stands


@pytest.mark.parametrize(
    ("against", "confidence", "answered"), [(RUS, 0, 0), (BLR, 0, 0), (RUS, 800, 1), (BLR, 800, 0)]
)
def test_an_answer_does_not_tell_who_it_was(against: int, confidence: int, answered: int) -> None:
    """ARTICLE5-1, rulebook 12: an act is answered by a body that knows its author; a guess changes nothing that others see."""
    world, state = board()
    act = state.incidents[0]
    act.alive, act.kind, act.severity, act.victim, act.author = 1, IncidentKind.CYBER, 4, EST, RUS
    state.suspicions[NATO, 0].confidence = confidence
    bare(laws.invoke)(world, state, empty_record(60), NATO, EST, against)
    assert act.answered == answered << NATO


def test_a_land_share_is_given_once() -> None:
    """ARTICLE5-4: a second attack asks no second third of what is left."""
    world, state = board()
    given = []
    for _ in range(2):
        bare(laws.transfer_share)(world, state, empty_record(60), NATO, POL, laws.LAND_SHARE)
        given.append([u for u in range(state.formations.size) if state.formations[u].command == NATO])
    assert given[0] == given[1] != []


def test_an_attack_for_which_the_record_had_no_room_is_answered_with_the_rest() -> None:
    """ARTICLE5-1: nobody could table it, so it stands no longer than the last that is on record."""
    world, state = board()
    state.bodies[NATO].unanswered = 1
    bare(laws.invoke)(world, state, empty_record(60), NATO, EST, RUS)
    assert state.bodies[NATO].unanswered == 0


def test_from_level_two_on_an_ally_is_at_war() -> None:
    """ARTICLE5-2 and ARTICLE5-4: who gives forces joins the war and its forces pass to the body; who gives none stays out."""
    world, state = board()
    state.pairs[RUS, EST].war = state.pairs[EST, RUS].war = 1
    for c in (LVA, POL, DEU, USA):
        state.members[NATO, c].commitment = 0 if c == DEU else 1000
    state.countries[DEU].outlook, state.countries[DEU].opinion = -1000, 0
    record = empty_record(60)
    bare(laws.invoke)(world, state, record, NATO, EST, RUS)
    for c in (LVA, POL, DEU, USA):
        level = levels_given(record)[c]
        assert state.pairs[c, RUS].war == state.pairs[RUS, c].war == int(level >= 2)
        own = [state.formations[u] for u in range(state.formations.size) if state.formations[u].owner == c]
        passed = [unit for unit in own if unit.command == NATO and unit.kind < Kind.SPECIAL]
        assert bool(passed) <= (level >= 2)
        assert len(passed) == len([u for u in own if u.alive and u.kind < Kind.SPECIAL]) or level < laws.LEVELS
