"""The chapter on threat: what each state feels of every other and of coalitions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.threat_world import (
    BLR,
    DEU,
    EAST,
    EST,
    EU,
    FIN,
    FORCES,
    KALI,
    LTU,
    LVA,
    MINS,
    MOSC,
    NATO,
    POL,
    RIGA,
    RUS,
    RUSSIA,
    TALL,
    USA,
    board,
    publish_order_of_battle,
    tables,
    threat_numbers,
    untouched_board,
)
from wargame.model.codes import Act, Kind
from wargame.model.columns import NOBODY, column_of
from wargame.model.terms import ThreatTerm
from wargame.rules import threat as laws
from wargame.rules.felt import threat_felt, threat_parts
from wargame.rules.intentions import perceive
from wargame.rules.law import plain

EUROPEANS = (EST, LVA, LTU, POL, DEU, FIN)
LEVEL = st.integers(0, 1000)


def test_aggregate_power_is_a_mean() -> None:
    """THREAT-1: people, wealth, spending and soldiers count alike."""
    assert plain(laws.aggregate_power)(0.4, 0.2, 0.1, 0.3) == pytest.approx(0.25)


@pytest.mark.parametrize(("km", "near"), [(0.0, 1.0), (650.0, 0.5), (1300.0, 0.2), (1950.0, 0.1)])
def test_reach_falls_with_the_square_of_distance(km: float, near: float) -> None:
    """THREAT-2: 1 / (1 + (d / 650 km)^2)."""
    assert plain(laws.nearness)(threat_numbers(), km) == pytest.approx(near)


@pytest.mark.parametrize(("border", "nearest", "felt"), [(0, 0.0, 0.0), (1, 0.0, 0.3), (0, 1.0, 0.7), (1, 0.5, 0.65)])
def test_proximity_is_border_and_reach(border: int, nearest: float, felt: float) -> None:
    """THREAT-3: 0.3 of border, 0.7 of best reach."""
    assert plain(laws.proximity_of)(threat_numbers(), border, nearest) == pytest.approx(felt)


def test_offensive_power_has_falling_returns_and_a_nuclear_floor() -> None:
    """THREAT-4: one half at the half value; warheads reach everywhere; never above 1."""
    n = threat_numbers()
    assert plain(laws.offensive_power)(n, n.offence_half, 0) == pytest.approx(0.5)
    assert plain(laws.offensive_power)(n, 0.0, 1) == pytest.approx(n.warheads)
    assert plain(laws.offensive_power)(n, 1e9, 1) <= 1.0


@settings(deadline=None)  # the first call may compile
@given(LEVEL, LEVEL, LEVEL, LEVEL, LEVEL)
def test_terms_fold_to_the_threat(a: int, p: int, o: int, i: int, pledged: int) -> None:
    """THREAT-5: the value is the sum of its terms, between 0 and 1000, and nothing is felt of the harmless."""
    value = plain(threat_felt)(threat_numbers(), a, p, o, i, pledged)
    assert value == sum(plain(threat_parts)(threat_numbers(), a, p, o, i, pledged))
    assert 0 <= value <= 1000
    assert plain(threat_felt)(threat_numbers(), a, p, o, 0, 0) == 0


def test_threat_on_a_golden_case() -> None:
    """THREAT-5: (0.2 A + 0.35 P + 0.45 O) x I, part by part."""
    parts = plain(threat_parts)(threat_numbers(), 500, 800, 400, 500, 30)
    assert parts == (50, 140, 90, 30)
    assert plain(threat_felt)(threat_numbers(), 500, 800, 400, 500, 30) == 50 + 140 + 90 + 30
    assert [ThreatTerm(k).name for k in range(len(parts))] == ["AGGREGATE", "PROXIMITY", "OFFENSIVE", "PLEDGES"]


def test_threat_can_be_switched_off() -> None:
    """THREAT-5: with the chapter out of force nobody feels anything, and nobody is anyone's first threat."""
    world, state = untouched_board()
    world.threat_numbers[0].in_force = 0.0
    plain(laws.feel)(world, state)
    assert not column_of(state.pairs, "threat").any()
    assert set(column_of(state.countries, "top_threat")) == {NOBODY}


@pytest.mark.parametrize(
    ("own", "ally", "commitment", "felt"),
    [(100, 600, 1000, 100), (100, 600, 500, 50), (600, 100, 1000, 0), (0, 1000, 1000, 150)],
)
def test_pledges_export_threat(own: int, ally: int, commitment: int, felt: int) -> None:
    """THREAT-6: a share of what the most afraid ally feels beyond one's own fear, at most 150."""
    assert plain(laws.felt_for_allies)(threat_numbers(), own, ally, commitment) == felt


@pytest.mark.parametrize(
    ("integration", "credibility", "share"), [(0, 0, 0.4), (200, 0, 0.5), (0, 1000, 0.7), (1000, 1000, 1.0)]
)
def test_integration_and_credibility_sum_a_coalition(integration: int, credibility: int, share: float) -> None:
    """THREAT-7: 0.4 + 0.1 a step of integration + 0.3 x credibility, at most 1."""
    assert plain(laws.coalition_share)(threat_numbers(), integration, credibility) == pytest.approx(share)


def test_a_coalition_is_never_less_than_its_strongest() -> None:
    """THREAT-13: the summed strength by its share, or the strongest member's."""
    assert plain(laws.coalition_offence)(100.0, 30.0, 0.5) == 50.0
    assert plain(laws.coalition_offence)(100.0, 80.0, 0.5) == 80.0


def test_last_month_follows_with_a_lag() -> None:
    """THREAT-14: it starts at today's threat, then follows a quarter of the way each week."""
    month_ago = plain(laws.month_ago)
    assert month_ago(threat_numbers(), 0, 0, 300) == 300
    assert month_ago(threat_numbers(), 300, 400, 400) == 325


def test_russia_is_the_first_threat_of_its_neighbours_and_of_the_united_states() -> None:
    """Rulebook 6, checks: threats come in the order of the facts, by distance and history; no ally is feared first."""
    _, state = board()
    assert [state.countries[c].top_threat for c in (*EUROPEANS, USA)] == [RUS] * 7
    assert 300 <= state.pairs[EST, RUS].threat <= 450
    assert 80 <= state.pairs[DEU, RUS].threat <= 200
    assert state.pairs[USA, RUS].threat < state.pairs[DEU, RUS].threat < state.pairs[POL, RUS].threat


def test_nato_as_one_is_russias_first_threat() -> None:
    """Rulebook 6: coalitions are actors."""
    _, state = board()
    russia = state.countries[RUS]
    assert russia.top_body == NATO
    assert state.coalitions[RUS, NATO].threat > max(state.pairs[RUS, j].threat for j in range(9))
    assert state.coalitions[RUS, NATO].threat > state.coalitions[RUS, EU].threat
    assert state.coalitions[EST, NATO].threat == 0
    assert state.coalitions[EST, RUSSIA].last_month == state.coalitions[EST, RUSSIA].threat


def test_parts_fold_for_every_pair_and_coalition() -> None:
    """THREAT-5: what is kept is what its kept parts explain."""
    world, state = board()
    fold, n = plain(threat_felt), world.threat_numbers[0]
    for i in range(9):
        for j in range(9):
            p = state.pairs[i, j]
            assert fold(n, p.aggregate, p.proximity, p.offensive, p.intentions, p.pledged) == p.threat
        for b in range(3):
            c = state.coalitions[i, b]
            assert fold(n, c.aggregate, c.proximity, c.offensive, c.intentions, 0) == c.threat


def test_the_united_states_has_a_stake_by_its_pledge() -> None:
    """THREAT-6: without the pledge it feels less of Russia; of its own allies it feels nothing on behalf of Finland."""
    world, state = board()
    assert state.pairs[USA, RUS].pledged > 0
    assert state.pairs[EST, USA].pledged == 0
    before = state.pairs[USA, RUS].threat
    world.bodies[NATO].defends = 0
    plain(laws.feel)(world, state)
    assert state.pairs[USA, RUS].pledged == 0
    assert state.pairs[USA, RUS].threat < before


def test_forces_that_come_nearer_are_felt() -> None:
    """THREAT-3 and 4: a division moved from Moscow to Belarus raises what Lithuania feels, not what America feels."""
    world, state = board()
    lithuania, america = state.pairs[LTU, RUS].threat, state.pairs[USA, RUS].threat
    moved = FORCES.index((RUS, Kind.ARMOURED, MOSC, 2300, 800))
    state.formations[moved].at = MINS
    plain(laws.feel)(world, state)
    assert state.pairs[LTU, RUS].threat == lithuania, "nobody has seen it move"
    publish_order_of_battle(world, state)
    plain(laws.feel)(world, state)
    assert state.pairs[LTU, RUS].threat > lithuania + 10
    assert abs(state.pairs[USA, RUS].threat - america) <= 5


def test_covert_forces_are_not_felt() -> None:
    """THREAT-4: special and cyber forces do not count, wherever they stand."""
    world, state = board()
    before = state.pairs.tobytes()
    for k, force in enumerate(FORCES):
        if force[1] in (Kind.SPECIAL, Kind.CYBER):
            state.formations[k].at = TALL
    plain(laws.feel)(world, state)
    assert before == state.pairs.tobytes()


def test_multinational_forces_count_by_share() -> None:
    """THREAT-4: a battlegroup of two nations is felt of both, by what each sends."""
    world, state = tables(3, 1, 1, 1)
    world.reach[0, 0].near = 1.0
    unit = state.formations[0]
    unit.alive, unit.body, unit.kind, unit.strength, unit.readiness, unit.at = 1, 0, Kind.MECHANISED, 3000, 1000, 0
    for k, (country, share) in enumerate(((1, 750), (2, 250))):
        part = state.contributions[k]
        part.alive, part.formation, part.country, part.share = 1, 0, country, share
    for c in range(3):
        world.countries[c].body = 0
    publish_order_of_battle(world, state)
    plain(laws.feel)(world, state)
    assert state.pairs[0, 1].offensive == pytest.approx(1000 * 18 / (18 + 150), abs=1)
    assert state.pairs[0, 2].offensive == pytest.approx(1000 * 6 / (6 + 150), abs=1)
    assert state.pairs[0, 1].proximity == 700


def test_land_taken_brings_its_holder_near() -> None:
    """THREAT-3: proximity follows control, not law."""
    world, state = board()
    before = state.pairs[DEU, RUS].proximity
    state.regions[RIGA].controller = RUS
    state.regions[EAST].controller = NOBODY
    plain(laws.feel)(world, state)
    assert state.pairs[DEU, RUS].proximity == before  # Kaliningrad is nearer still
    state.regions[KALI].controller = POL
    plain(laws.feel)(world, state)
    assert state.pairs[DEU, RUS].proximity <= before


def test_an_invasion_next_door_changes_the_picture() -> None:
    """THREAT-10: belief jumps by 150 to 300 next door, by less across the ocean, and threat follows."""
    world, state = board()
    before = [state.pairs[i, RUS].intentions for i in range(9)]
    felt = state.pairs[POL, RUS].threat
    plain(perceive)(world, state, RUS, Act.INVASION, RIGA)
    plain(laws.feel)(world, state)
    jumps = [state.pairs[i, RUS].intentions - before[i] for i in range(9)]
    assert all(150 <= jumps[i] <= 300 for i in EUROPEANS)
    assert 0 < jumps[USA] < 150
    assert jumps[BLR] > 0  # an invasion moves those inside too
    assert state.pairs[POL, RUS].threat > felt


def test_accession_turns_a_stranger_into_an_ally() -> None:
    """THREAT-7: who joins a body feels nothing of it as a coalition any more."""
    world, state = board()
    assert state.coalitions[FIN, NATO].threat > 0
    state.members[NATO, FIN].joined = 1
    plain(laws.feel)(world, state)
    assert state.coalitions[FIN, NATO].threat == 0


def test_dependents_are_counted_in() -> None:
    """THREAT-7: Belarus counts with Russia although it may not be a member."""
    world, state = board()
    together = state.coalitions[LTU, RUSSIA].aggregate
    state.members[RUSSIA, BLR].joined = 0
    plain(laws.feel)(world, state)
    assert state.coalitions[LTU, RUSSIA].aggregate == together
    world.countries[BLR].dependence = 0
    plain(laws.feel)(world, state)
    assert state.coalitions[LTU, RUSSIA].aggregate < together


def test_feeling_twice_changes_nothing_but_memory() -> None:
    """The stage reads beliefs and tables, not its own results."""
    world, state = board()
    pairs = state.pairs.tobytes()
    plain(laws.feel)(world, state)
    assert pairs == state.pairs.tobytes()
