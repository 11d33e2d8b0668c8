"""Hybrid acts: incidents, suspicion, attribution, publication."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.threat_world import (
    BLR,
    EST,
    EU,
    INCIDENTS,
    LVA,
    NATO,
    POL,
    RIGA,
    RUS,
    RUSSIA,
    TALL,
    board,
    no_room,
    notes_of,
    state_numbers,
)
from wargame.model.codes import Act, IncidentKind, Note
from wargame.model.columns import NOBODY
from wargame.model.record import empty_record
from wargame.rules import hybrid as laws
from wargame.rules.law import plain


@settings(deadline=None)  # the first call may compile
@given(st.integers(1, 3), st.floats(0.0, 50.0), st.floats(0.0, 1.0))
def test_covert_acts_stay_below_armed_attack(ambition: int, covert: float, luck: float) -> None:
    """HYBRID-1: severity 1 to 4, rising with ambition and means."""
    gravity = plain(laws.gravity)
    severity = gravity(state_numbers(), ambition, covert, luck)
    assert 1 <= severity <= 4
    assert gravity(state_numbers(), ambition, covert + 1.0, luck) >= severity


@pytest.mark.parametrize(
    ("ambition", "covert", "luck", "severity"), [(1, 0.0, 0.0, 1), (2, 3.0, 0.5, 3), (3, 3.0, 1.0, 4)]
)
def test_gravity_on_a_golden_grid(ambition: int, covert: float, luck: float, severity: int) -> None:
    """HYBRID-1."""
    assert plain(laws.gravity)(state_numbers(), ambition, covert, luck) == severity


def test_resilience_takes_the_edge_off() -> None:
    """HYBRID-2, Art. 3: a wholly resilient society suffers two fifths."""
    n = state_numbers()
    assert plain(laws.harm)(n, 10.0, 3, 0) == 30
    assert plain(laws.harm)(n, 10.0, 3, 1000) == 12


def test_investigators_learn_by_means_and_access() -> None:
    """HYBRID-3: cyber strength and an own victim speed attribution; luck varies it."""
    n = state_numbers()
    learned = plain(laws.learned)
    assert learned(n, 2.0, 0.5, 1) == 63
    assert learned(n, 2.0, 0.5, 1) > learned(n, 0.0, 0.5, 1) > learned(n, 0.0, 0.5, 0) > 0
    assert learned(n, 2.0, 1.0, 1) > learned(n, 2.0, 0.0, 1)


def test_attribution_is_a_line() -> None:
    """HYBRID-4: 800 of 1000."""
    assert not plain(laws.is_attributed)(state_numbers(), 799)
    assert plain(laws.is_attributed)(state_numbers(), 800)


def test_an_armed_attack_is_known_and_stands_unanswered() -> None:
    """Rulebook 4: everyone knows the author; bodies that defend the victim have not answered yet; severity is kept."""
    world, state = board()
    record = empty_record(5)
    row = plain(laws.incident)(world, state, record, IncidentKind.ARMED_ATTACK, 5, LVA, RIGA, RUS)
    act = state.incidents[row]
    assert (act.severity, act.victim, act.author, act.place, act.answered) == (5, LVA, RUS, RIGA, 0)
    assert [state.bodies[b].unanswered for b in (NATO, EU, RUSSIA)] == [1, 1, 0]
    assert [state.bodies[b].incidents for b in (NATO, EU, RUSSIA)] == [1, 1, 0]
    assert all(state.suspicions[b, row].confidence == 1000 for b in range(3))
    assert record.entries[notes_of(record, Note.INCIDENT)[0]].whom == RUS


def test_a_covert_act_hides_its_author() -> None:
    """Rulebook 12: the record shows no author, other bodies suspect little, the author's own side knows."""
    world, state = board()
    record = empty_record(5)
    before = state.countries[EST].government
    row = plain(laws.subvert)(world, state, record, RUS, EST, 0, 2)
    entry = record.entries[notes_of(record, Note.INCIDENT)[0]]
    assert (entry.who, entry.whom, entry.where) == (EST, NOBODY, TALL)
    assert state.incidents[row].kind in (IncidentKind.CYBER, IncidentKind.SABOTAGE)
    assert [state.suspicions[b, row].confidence for b in (NATO, EU, RUSSIA)] == [100, 100, 1000]
    assert state.countries[EST].government < before
    assert state.bodies[NATO].unanswered == 0


def test_each_covert_act_has_a_luck_of_its_own() -> None:
    """Law 6: acts on one target on one day differ by their author, and by which act of the day it is."""
    found = []
    for seed in range(12):
        world, state = board()
        state.clock[0].seed = seed
        for author in (RUS, BLR, RUS):
            plain(laws.subvert)(world, state, empty_record(5), author, EST, 0, 2)
        found.append([int(state.incidents[k].kind) for k in range(3)])
    assert all(len({acts[k] == acts[j] for acts in found}) == 2 for k, j in ((0, 1), (0, 2), (1, 2)))


def kinds_in(seed: int, before: Sequence[tuple[int, int]], measures: Sequence[int]) -> list[int]:
    """What becomes of Russia's covert acts against Estonia by some measures, after others' acts against others on the same day."""
    world, state = board()
    state.clock[0].seed = seed
    for author, victim in before:
        plain(laws.incident)(world, state, no_room(), IncidentKind.CYBER, 2, victim, RIGA, author)
    rows = [int(plain(laws.subvert)(world, state, no_room(), RUS, EST, measure, 2)) for measure in measures]
    return [10 * int(state.incidents[row].kind) + int(state.incidents[row].severity) for row in rows]


def test_an_unrelated_act_before_it_changes_no_act_s_luck() -> None:
    """Law 6: an act is thrown for by what it is, not by the row that happens to be free."""
    for seed in range(12):
        alone = kinds_in(seed, (), (0, 0))
        assert kinds_in(seed, ((BLR, LVA), (RUS, LVA), (BLR, EST)), (0, 0)) == alone


def test_acts_that_find_no_room_have_a_luck_of_their_own() -> None:
    """Law 6: where armed attacks fill the book, acts of two measures on one day still differ."""
    harms = []
    for seed in range(24):
        world, state = board()
        state.clock[0].seed = seed
        for _ in range(INCIDENTS):
            plain(laws.incident)(world, state, no_room(), IncidentKind.ARMED_ATTACK, 5, LVA, RIGA, RUS)
        told = empty_record(5)
        for measure in (0, 1):
            assert plain(laws.subvert)(world, state, told, RUS, EST, measure, 2) == NOBODY
        harms.append([10 * int(told.entries[k].first) + int(told.entries[k].second) for k in (0, 1)])
    assert len({first == second for first, second in harms}) == 2


def test_attribution_comes_to_one_side_first() -> None:
    """Rulebook 12: the victim's bodies learn in time; attribution is noted once, known to that body only."""
    world, state = board()
    record = empty_record(20)
    row = plain(laws.subvert)(world, state, record, RUS, EST, 0, 1)
    weeks = 0
    while state.suspicions[NATO, row].confidence < 800:
        weeks += 1
        state.clock[0].day = 7 * weeks
        plain(laws.investigate)(world, state, record)
    assert 8 <= weeks <= 30
    known_to = {int(record.entries[k].known_to) for k in notes_of(record, Note.ATTRIBUTED)}
    assert 1 << NATO in known_to
    assert known_to <= {1 << NATO, 1 << EU}
    told = record.entries[notes_of(record, Note.ATTRIBUTED)[0]]
    assert (told.who, told.whom) == (EST, RUS)


def test_publishing_moves_everyone() -> None:
    """Rulebook 12: naming needs attribution; then every observer's belief moves and the other bodies know."""
    world, state = board()
    record = empty_record(20)
    row = plain(laws.subvert)(world, state, record, RUS, EST, 0, 1)
    assert plain(laws.publish)(world, state, record, NATO, RUS) == 0
    state.suspicions[NATO, row].confidence = 800
    assert plain(laws.publish)(world, state, record, NATO, RUS) == 1
    assert state.incidents[row].published == 1
    assert state.suspicions[EU, row].confidence == 800
    assert state.pairs[POL, RUS].intentions > world.links[POL, RUS].prior
    assert state.pairs[POL, RUS].last_act == Act.HYBRID
    assert plain(laws.publish)(world, state, record, NATO, RUS) == 0


def test_only_the_authors_acts_are_named() -> None:
    """Rulebook 12: naming Belarus does not name Russia."""
    world, state = board()
    row = plain(laws.subvert)(world, state, no_room(), RUS, EST, 0, 1)
    state.suspicions[NATO, row].confidence = 1000
    assert plain(laws.publish)(world, state, no_room(), NATO, BLR) == 0
    assert state.incidents[row].published == 0


def test_when_the_table_is_full_old_covert_acts_make_room_for_new_ones() -> None:
    """Rows are born by `alive`; armed attacks are never overwritten, and every incident is counted."""
    world, state = board()
    first = plain(laws.incident)(world, state, no_room(), IncidentKind.ARMED_ATTACK, 5, LVA, RIGA, RUS)
    for day in range(1, INCIDENTS + 2):
        state.clock[0].day = day
        plain(laws.incident)(world, state, no_room(), IncidentKind.CYBER, 2, EST, TALL, RUS)
    assert state.bodies[NATO].incidents == INCIDENTS + 2
    assert state.incidents[first].kind == IncidentKind.ARMED_ATTACK
    for _ in range(INCIDENTS):
        plain(laws.incident)(world, state, no_room(), IncidentKind.ARMED_ATTACK, 5, LVA, RIGA, RUS)
    assert plain(laws.incident)(world, state, no_room(), IncidentKind.CYBER, 2, EST, TALL, RUS) == NOBODY
