"""A member's support for a draft, term by term (rulebook 3)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.fixed import fixed
from tests.rules.threat_world import BLR, DEU, EST, NATO, RUS, RUSSIA, board
from tests.worlds import bare
from wargame.model.codes import Effect, Stance
from wargame.model.columns import NOBODY, empty_table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Draft
from wargame.model.terms import TERM_LIMIT, Support
from wargame.model.world import MeasureFacts
from wargame.rules import support as laws
from wargame.rules.law import plain

PERMILLE = st.integers(0, 1000)


@pytest.mark.parametrize(
    ("escalation", "ambition", "rung"), [(2000, 1, 2000), (2000, 3, 2200), (0, 3, 0), (6000, 2, 6100)]
)
def test_each_step_of_ambition_is_a_tenth_of_a_rung(escalation: int, ambition: int, rung: int) -> None:
    """COUNCIL-1; a measure that escalates nothing never does."""
    assert plain(laws.rung_of)(escalation, ambition) == rung


def test_each_ambition_has_its_base() -> None:
    """COUNCIL-2."""
    measure = empty_table(MeasureFacts, 1)[0]
    measure.base_1, measure.base_2, measure.base_3 = 600, 100, -500
    assert [plain(laws.base_of)(measure, ambition) for ambition in (1, 2, 3)] == [600, 100, -500]


@pytest.mark.parametrize(
    ("felt", "firmness", "value"), [(600, 60, 2.4), (200, 60, 0.0), (0, 60, -1.2), (600, -50, -2.4), (0, -1, 1.2)]
)
def test_threat_above_the_threshold_speaks_for_firm_answers(felt: int, firmness: int, value: float) -> None:
    """COUNCIL-3: and against conciliatory ones."""
    n = fixed(CouncilNumbers, threat_slope=6.0)
    assert plain(laws.threat_term)(n, felt, 200, firmness) == pytest.approx(value)


def test_solidarity_binds_and_two_fears_pull() -> None:
    """COUNCIL-4: commitment about its middle, ties; abandonment where the body is not believed, entrapment where it is drawn in."""
    n = fixed(CouncilNumbers, commitment=1.2, tie=0.8, abandonment=1.5, entrapment=1.5)
    term = plain(laws.solidarity_term)
    assert term(n, 1000, 1000, 1000, 0, 0, 0) == pytest.approx(2.0)
    assert term(n, 0, 0, 1000, 0, 0, 0) == pytest.approx(-1.2)
    assert term(n, 500, 0, 400, 500, 0, 0) == pytest.approx(1.5 * 0.6 * 0.5)
    assert term(n, 500, 0, 1000, 0, 5000, 800) == pytest.approx(-1.5 * 0.5 * 0.8)


@given(PERMILLE, PERMILLE, PERMILLE, st.integers(0, 9000), PERMILLE)
def test_entrapment_only_pulls_away(
    commitment: int, tie: int, credibility: int, involvement: int, caution: int
) -> None:
    """COUNCIL-4: the more a body is involved, the less a cautious member likes to follow."""
    n, term = fixed(CouncilNumbers), plain(laws.solidarity_term)
    near = term(n, commitment, tie, credibility, 300, involvement, caution)
    assert term(n, commitment, tie, credibility, 300, involvement + 1000, caution) <= near


def test_opinion_and_outlook_speak_for_firmness() -> None:
    """COUNCIL-5: half each; for a conciliatory measure the other way round."""
    n = fixed(CouncilNumbers, domestic=1.6)
    term = plain(laws.domestic_term)
    assert term(n, 1000, 1000, 1000) == pytest.approx(1.6)
    assert term(n, 750, 0, 600) == pytest.approx(1.6 * 0.25 * 0.6)
    assert term(n, 1000, 1000, -500) == pytest.approx(-0.8)
    assert term(n, 500, 0, 1000) == 0.0


def test_like_regimes_help_each_other() -> None:
    """COUNCIL-6: a dispute speaks against."""
    n = fixed(CouncilNumbers, affinity=0.6, dispute=1.5)
    term = plain(laws.affinity_term)
    assert term(n, 0, 0) == pytest.approx(0.6)
    assert term(n, 1000, 0) == pytest.approx(-0.6)
    assert term(n, 500, 600) == pytest.approx(-0.9)


def test_exposure_costs_by_gas_and_ambition() -> None:
    """COUNCIL-7: in full at ambition 2."""
    n = fixed(CouncilNumbers, exposure=2.2)
    assert plain(laws.exposure_term)(n, 450, 490, 2) == pytest.approx(-2.2 * 0.45 * 0.49)
    assert plain(laws.exposure_term)(n, 450, 490, 1) == pytest.approx(-1.1 * 0.45 * 0.49)
    assert plain(laws.exposure_term)(n, 450, 0, 3) == 0.0


def test_the_cautious_shrink_from_escalation() -> None:
    """COUNCIL-8: points a rung."""
    n = fixed(CouncilNumbers, risk=0.45)
    assert plain(laws.risk_term)(n, 2000, 750) == pytest.approx(-0.45 * 2.0 * 0.75)
    assert plain(laws.risk_term)(n, 0, 1000) == 0.0


def test_to_keep_what_is_in_force_is_no_new_risk() -> None:
    """COUNCIL-8 and MEASURE-7: a draft that prolongs a text climbs no rung, so nobody shrinks from it; its other terms are as ever."""
    world, state = board()
    world.measures[0].escalation = 3000
    draft = empty_table(Draft, 1)[0]
    draft.body, draft.measure, draft.against, draft.helps, draft.on, draft.incident = NATO, 0, RUS, -1, -1, -1
    found = []
    for kept in (0, 1):
        draft.kept = kept
        terms = np.zeros(TERM_LIMIT, np.int64)
        plain(laws.support)(world, state, draft, 1, EST, 0, terms)
        found.append(terms)
    new, old = found
    assert new[Support.RISK] < 0 == old[Support.RISK]
    assert np.delete(new, Support.RISK).tolist() == np.delete(old, Support.RISK).tolist()


@pytest.mark.parametrize(
    ("stance", "points"),
    [
        (Stance.BALANCE_INTERNALLY, 0.125),
        (Stance.BALANCE_EXTERNALLY, 0.125),
        (Stance.ALOOF, 0.0),
        (Stance.BUCK_PASS, -0.1),
        (Stance.BANDWAGON, -0.4),
    ],
)
def test_positions_follow_from_stance(stance: Stance, points: float) -> None:
    """COUNCIL-20: by how firm the measure is; one that conciliates turns it about."""
    n = fixed(CouncilNumbers, stance_balances=0.25, stance_passes=-0.2, stance_yields=-0.8)
    assert plain(laws.stance_term)(n, stance, 500) == pytest.approx(points)
    assert plain(laws.stance_term)(n, stance, -500) == pytest.approx(-points)


def test_stance_counts_where_the_top_threat_is_answered() -> None:
    """COUNCIL-20: the state feared most, or any of the coalition feared more; nobody else, and no draft that answers nobody."""
    world, state = board()
    own = state.countries[DEU]
    own.stance = Stance.BANDWAGON
    draft = empty_table(Draft, 1)[0]
    draft.body, draft.measure, draft.helps, draft.on, draft.incident = NATO, 0, -1, -1, -1
    world.measures[0].firmness = 1000
    found = []
    for top, body, against in ((RUS, -1, RUS), (EST, -1, RUS), (EST, RUSSIA, BLR), (RUS, -1, NOBODY)):
        own.top_threat, own.top_body, draft.against = top, body, against
        terms = np.zeros(TERM_LIMIT, np.int64)
        plain(laws.support)(world, state, draft, 1, DEU, 0, terms)
        found.append(int(terms[Support.STANCE]))
    yields = round(1000 * world.council_numbers[0].stance_yields)
    assert found == [yields, 0, yields, 0]


def test_a_nuclear_threat_adds_a_share_of_what_is_feared_anyway() -> None:
    """COUNCIL-19: of the rung and of being dragged in; the fearless, and drafts that do neither, are not touched."""
    n = fixed(CouncilNumbers, risk=0.45, entrapment=1.5)
    asked = (
        (2000, 4000, 500, 0),
        (2000, 0, 500, 500),
        (0, 4000, 500, 500),
        (2000, 4000, 0, 1000),
        (2000, 4000, 500, 1000),
    )
    found = [plain(laws.daunted_term)(n, *values) for values in asked]
    assert found == pytest.approx([0.0, -0.225, -0.15, 0.0, -0.75])


def test_who_answers_a_nuclear_threat_is_daunted() -> None:
    """COUNCIL-19: while the threat is in force, of a power with warheads, in drafts that answer its side, and in one term alone."""
    world, state = board()
    world.measures[0].escalation = 3000
    threat = state.texts[0]
    threat.measure, threat.body, threat.ambition, threat.backing, threat.share = 1, RUSSIA, 2, 1000, 1000
    facts, effect = world.measures[1], world.effects[0]
    facts.first_effect, facts.effects = 0, 1
    effect.code, effect.size_2 = Effect.DAUNT, 500
    state.bodies[NATO].involvement = 4000
    draft = empty_table(Draft, 1)[0]
    draft.body, draft.measure, draft.helps, draft.on, draft.incident = NATO, 0, -1, -1, -1

    def asked(against: int, alive: int, warheads: int) -> list[int]:
        world.countries[RUS].warheads, threat.alive, draft.against = warheads, alive, against
        terms = np.zeros(TERM_LIMIT, np.int64)
        plain(laws.support)(world, state, draft, 1, DEU, 0, terms)
        return [int(term) for term in terms]

    calm, daunted = asked(RUS, 0, 1), asked(RUS, 1, 1)
    moved = {Support(k) for k in range(len(Support)) if calm[k] != daunted[k]}
    assert moved == {Support.DAUNTED}
    assert daunted[Support.DAUNTED] < 0 == calm[Support.DAUNTED]
    assert asked(BLR, 1, 1)[Support.DAUNTED] == daunted[Support.DAUNTED]
    threat.share = 500
    assert asked(RUS, 1, 1)[Support.DAUNTED] == pytest.approx(daunted[Support.DAUNTED] / 2, abs=1)
    effect.size_2 = 9000
    assert asked(RUS, 1, 1)[Support.DAUNTED] == pytest.approx(2 * daunted[Support.DAUNTED], abs=1)
    for against, alive, warheads in ((RUS, 1, 0), (NOBODY, 1, 1), (EST, 1, 1), (RUS, 0, 1)):
        assert asked(against, alive, warheads)[Support.DAUNTED] == 0


def test_the_tripwire_speaks_for_firm_measures_only() -> None:
    """COUNCIL-9."""
    n = fixed(CouncilNumbers, tripwire=2.5)
    assert plain(laws.tripwire_term)(n, 400, 800) == pytest.approx(2.5 * 0.4 * 0.8)
    assert plain(laws.tripwire_term)(n, 400, -500) == 0.0


def test_each_grade_short_of_an_armed_attack_speaks_against() -> None:
    """COUNCIL-10: an armed attack (5) needs no plea."""
    n = fixed(CouncilNumbers, severity=1.0)
    assert [plain(laws.severity_term)(n, severity) for severity in (3, 4, 5)] == [-2.0, -1.0, 0.0]


@pytest.mark.parametrize("member", [EST, DEU])
def test_support_is_the_sum_of_its_terms(member: int) -> None:
    """COUNCIL-2 to COUNCIL-10: each term within its limit, lobbying and disposition as they are, the value their sum."""
    world, state = board()
    draft = empty_table(Draft, 1)[0]
    draft.body, draft.measure, draft.against, draft.helps, draft.incident = NATO, 0, RUS, EST, NOBODY
    world.measures[0].firmness, world.measures[0].threshold, world.measures[0].base_2 = 600, 200, 100
    state.countries[member].disposition = -250
    state.pairs[member, RUS].threat = 1000
    terms = np.zeros(TERM_LIMIT, np.int64)
    value = bare(laws.support)(world, state, draft, 2, member, 700, terms)
    most = world.council_numbers[0].term_limit * 1000
    assert value == terms.sum()
    assert (abs(terms) <= most).all()
    assert (terms[Support.BASE], terms[Support.DISPOSITION], terms[Support.LOBBYING]) == (100, -250, 700)
    assert terms[Support.THREAT] == most  # a threat that is felt in full speaks as loud as a term may
    assert (terms[Support.AFFINITY] == 0) == (member == EST)
