"""Escalation: rungs, accidents, channels, and how far a body is drawn in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.fixed import fixed
from tests.rules.threat_world import (
    BLR,
    EST,
    FORCES,
    RUS,
    USA,
    board,
    no_room,
    notes_of,
    state_numbers,
    tables,
)
from wargame.model.codes import IncidentKind, Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers
from wargame.model.record import empty_record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import escalation as laws
from wargame.rules.law import plain
from wargame.rules.membership import fighting


def test_escalation_cools() -> None:
    """ESCALATION-1: slower while a war is on, never below nothing."""
    n = state_numbers()
    assert plain(laws.cooled)(n, 3000, 0) == 2940
    assert plain(laws.cooled)(n, 3000, 1) == 2980
    assert plain(laws.cooled)(n, 10, 0) == 0


@settings(deadline=None)  # the first call may compile
@given(st.integers(0, 200), st.integers(0, 10_000), st.integers(0, 1000))
def test_open_channels_make_accidents_rarer(contacts: int, escalation: int, channels: int) -> None:
    """ESCALATION-2: a chance; channels lower it, contacts and escalation raise it, without contact there is none."""
    chance = plain(laws.accident_chance)
    n = state_numbers()
    value = chance(n, contacts, escalation, channels)
    assert 0.0 <= value <= n.accident_most
    assert chance(n, contacts, escalation, 0) >= value
    assert chance(n, contacts + 1, escalation, channels) >= value
    assert chance(n, laws.BEYOND_COUNT, escalation, channels) >= chance(n, contacts + 1, escalation, channels)
    assert chance(n, 0, escalation, channels) == 0.0


def test_accident_chance_on_a_golden_case() -> None:
    """ESCALATION-2: half of all contact at the top rung with open channels is a tenth of the most."""
    assert plain(laws.accident_chance)(state_numbers(), 8, 10_000, 1000) == pytest.approx(0.06 * 0.5 * 0.2)


@settings(deadline=None)  # the first call may compile
@given(st.integers(0, 10_000))
def test_one_more_rung_is_a_stated_chance(escalation: int) -> None:
    """ESCALATION-3: none below seven rungs, at most three per cent above."""
    chance = plain(laws.extra_rung_chance)(state_numbers(), escalation)
    assert chance <= 0.03
    assert (chance > 0.0) == (escalation > 7000)


def test_the_peak_is_kept() -> None:
    """Rulebook 9: the highest rung reached; a lower act changes nothing."""
    _, state = tables()
    plain(laws.reach_rung)(state, 4000)
    plain(laws.reach_rung)(state, 2000)
    assert (state.clock[0].escalation, state.clock[0].peak) == (4000, 4000)
    plain(laws.reach_rung)(state, 99_000)
    assert state.clock[0].peak == 10_000


@pytest.mark.parametrize(("on_alliance", "nuclear", "rung"), [(0, 0, 0), (1, 0, 7000), (1, 1, 8000), (0, 1, 8000)])
def test_war_with_an_alliance_has_a_rung_of_its_own(on_alliance: int, nuclear: int, rung: int) -> None:
    """ESCALATION-8: the seventh, and the eighth between nuclear powers."""
    assert plain(laws.war_rung)(state_numbers(), on_alliance, nuclear) == rung


@pytest.mark.parametrize(("one", "other", "peak"), [(EST, RUS, 7000), (USA, RUS, 8000), (BLR, RUS, 0)])
def test_direct_war_keeps_the_ladder_up(one: int, other: int, peak: int) -> None:
    """ESCALATION-8: however long it lasts the ladder does not cool below it; a war that no pledge covers keeps none."""
    world, state = board()
    world.countries[RUS].warheads = world.countries[USA].warheads = 1
    state.pairs[one, other].war = state.pairs[other, one].war = 1
    for unit in range(len(state.formations)):
        state.formations[unit].alive = 0
    for week in range(20):
        state.clock[0].day = 7 * week
        plain(laws.escalate)(world, state, no_room(), plain(fighting)(state.pairs))
        assert state.clock[0].escalation >= peak
    assert (state.clock[0].peak > 0) == (peak > 0)


def accidents(world: World, state: State, weeks: int) -> list[int]:
    """The weeks of so many in which an accident happens."""
    seen = []
    for week in range(weeks):
        state.clock[0].day = 7 * week
        state.clock[0].escalation = 6000
        if plain(laws.accident)(world, state, no_room()) != NOBODY:
            seen.append(week)
    return seen


def test_accidents_need_neighbours() -> None:
    """ESCALATION-2: adversaries side by side have some in four years; with Russia's forces gone there is none."""
    world, state = board()
    state.clock[0].seed = 5
    assert 1 <= len(accidents(world, state, 200)) <= 20
    world, state = board()
    for k, force in enumerate(FORCES):
        if force[0] == RUS:
            state.formations[k].alive = 0
    assert accidents(world, state, 200) == []


@pytest.mark.parametrize(("threat", "wary"), [(249, False), (250, True), (600, True)])
def test_forces_are_wary_of_whom_their_state_fears(threat: int, wary: bool) -> None:
    """ESCALATION-10."""
    assert plain(laws.is_wary)(fixed(StateNumbers, accident_wary=250.0), threat) == wary


def test_neutrals_and_friends_pass_each_other_by() -> None:
    """ESCALATION-10: where all are feared only a little nothing happens, however long they stand side by side."""
    world, state = board()
    for i in range(state.countries.size):
        for j in range(state.countries.size):
            state.pairs[i, j].threat = 240
        for b in range(state.bodies.size):
            state.coalitions[i, b].threat = 240
    assert accidents(world, state, 200) == []


def test_an_accident_is_an_open_incident_of_two_adversaries() -> None:
    """Rulebook 9: severity 2 or 3, on its rung, between states that fear each other, where they meet."""
    world, state = board()
    state.clock[0].seed = 5
    week = accidents(world, state, 200)[0]
    act = state.incidents[0]
    assert act.kind == IncidentKind.ACCIDENT
    assert act.severity in (2, 3)
    assert act.published == 1
    assert RUS in (act.author, act.victim) or state.countries[act.victim].top_body >= 0
    assert act.day == 7 * week
    assert state.clock[0].peak >= 1000 * act.severity


def test_war_is_no_accident() -> None:
    """Those at war fight; they have no accidents with each other."""
    world, state = board()
    for i in range(9):
        for j in range(9):
            state.pairs[i, j].war = 1
    assert accidents(world, state, 100) == []


def test_one_more_rung_is_noted() -> None:
    """ESCALATION-3: over many weeks at the top it happens at about its chance, each time with a note of the chance."""
    _, state = board()
    world, _ = board()
    for unit in range(len(state.formations)):
        state.formations[unit].alive = 0
    record = empty_record(100)
    for week in range(400):
        state.clock[0].day = 7 * week
        state.clock[0].escalation = 9000
        plain(laws.escalate)(world, state, record, plain(fighting)(state.pairs))
    rows = notes_of(record, Note.ESCALATION)
    assert 2 <= len(rows) <= 20
    assert all(record.entries[k].first == 9940 and 0 < record.entries[k].second <= 30_000 for k in rows)
