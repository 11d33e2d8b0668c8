"""The leadership's motive to attack, term by term (rulebook 8)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.fixed import fixed
from tests.rules.threat_world import EST, LVA, NATO, RUS, RUSSIA, board
from tests.worlds import bare
from wargame.model.codes import Effect, Grant, MeasureKind, Profile
from wargame.model.columns import NOBODY
from wargame.model.numbers import MotiveNumbers
from wargame.model.terms import TERM_LIMIT, MotiveTerm
from wargame.rules import motive as laws
from wargame.rules.law import plain

SHARE = st.floats(0.0, 1.0)


def test_claimed_land_is_worth_its_claim_if_taken() -> None:
    """MOTIVE-1."""
    n = fixed(MotiveNumbers, revision=3.0)
    assert plain(laws.revision)(n, 350, 0.8) == pytest.approx(0.84)
    assert plain(laws.revision)(n, 350, 0.0) == 0.0


def test_what_threatens_more_tomorrow_is_a_reason_today() -> None:
    """MOTIVE-2: the trend, no steeper than believed, for a year; and brigades still to come, by their nearness."""
    n = fixed(MotiveNumbers, prevention=12.0, trend_most=20.0, months_ahead=12.0, planned=0.06)
    prevention = plain(laws.prevention)
    assert prevention(n, 10, 0, 0.5) == pytest.approx(12.0 * 0.12)
    assert prevention(n, 500, 0, 0.5) == prevention(n, 20, 0, 0.5)
    assert prevention(n, -30, 0, 0.5) == 0.0
    assert prevention(n, 0, 1000, 0.5) == pytest.approx(12.0 * 0.03)


def test_a_failing_leadership_may_rally_its_country() -> None:
    """MOTIVE-3."""
    n = fixed(MotiveNumbers, domestic=1.5)
    assert plain(laws.domestic)(n, 1000) == 0.0
    assert plain(laws.domestic)(n, 200) == pytest.approx(1.2)


def test_soldiers_time_and_failure_cost() -> None:
    """MOTIVE-4."""
    n = fixed(MotiveNumbers, losses=4.0, duration=0.6, failure=3.0)
    assert plain(laws.losses)(n, 0.25, 15.0, 0.9) == pytest.approx(1.0 + 0.3 + 0.3)


def test_sanctions_are_believed_when_shown() -> None:
    """MOTIVE-5: by cohesion, and by those in force."""
    n = fixed(MotiveNumbers, sanctions=2.0, shown=0.5)
    assert plain(laws.sanctions)(n, 600, 0.0) == pytest.approx(0.6)
    assert plain(laws.sanctions)(n, 600, 1.0) == pytest.approx(1.6)


@pytest.mark.parametrize(
    ("known", "ambition", "against", "share"),
    [
        (0, 1, RUS, 1 / 3),
        (0, 3, RUS, 1.0),
        (1, 1, RUS, 0.0),
        (1, 2, RUS, 0.5),
        (1, 3, RUS, 1.0),
        (3, 3, RUS, 0.0),
        (0, 3, EST, 0.0),
    ],
)
def test_what_the_baseline_knows_frightens_nobody(known: int, ambition: int, against: int, share: float) -> None:
    """MOTIVE-5 and ECONOMY-13: sanctions count as far as they go beyond those of the first day."""
    world, state = board()
    row = world.opening[0]
    row.measure, row.against, row.ambition = 0 if known else NOBODY, RUS, known
    facts, effect, text = world.measures[0], world.effects[0], state.texts[0]
    facts.kind, facts.first_effect, facts.effects = MeasureKind.SANCTIONS, 0, 1
    effect.code, effect.size_1, effect.size_2, effect.size_3 = Effect.SANCTION, 1, 2, 3
    text.alive, text.measure, text.ambition, text.against = 1, 0, ambition, against
    assert plain(laws.sanctions_in_force)(world, state, RUS) == pytest.approx(share)


def test_terms_granted_leave_less_to_fight_for() -> None:
    """MOTIVE-12: of what is revised, and of nothing else."""
    world, state = board()
    world.links[RUS, EST].claim = 800
    found = []
    for granted in Grant:
        state.pairs[EST, RUS].granted = granted
        terms = np.zeros(TERM_LIMIT, np.int64)
        bare(laws.motive)(world, state, RUSSIA, EST, terms)
        found.append(terms)
    worth = [int(terms[MotiveTerm.REVISION]) for terms in found]
    assert worth[0] > worth[1] > worth[2] > 0
    assert all(
        np.array_equal(np.delete(terms, MotiveTerm.REVISION), np.delete(found[0], MotiveTerm.REVISION))
        for terms in found
    )


def test_soldiers_on_the_spot_make_an_answer_sure() -> None:
    """MOTIVE-6: a believed alliance may answer; with a brigade of its own under fire it will."""
    n = fixed(MotiveNumbers, tripwire_answer=0.5)
    assert plain(laws.chance_of_answer)(n, 600, 0.0) == pytest.approx(0.3)
    assert plain(laws.chance_of_answer)(n, 600, 1.0) == pytest.approx(0.8)
    assert plain(laws.chance_of_answer)(n, 1000, 1.0) == 1.0


def test_an_answered_attack_is_war_with_the_alliance() -> None:
    """MOTIVE-7: by its share of the power of both."""
    n = fixed(MotiveNumbers, alliance_war=6.0)
    assert plain(laws.alliance_war)(n, 0.5, 600, 200, 0) == pytest.approx(2.25)
    assert plain(laws.alliance_war)(n, 0.5, 0, 0, 0) == 0.0


def test_a_shaky_regime_fears_a_war_that_fails() -> None:
    """MOTIVE-8."""
    n = fixed(MotiveNumbers, stability=2.0)
    assert plain(laws.regime_risk)(n, 400, 0.25) == pytest.approx(0.9)
    assert plain(laws.regime_risk)(n, 400, 1.0) == 0.0


def test_a_profile_weighs_one_thing_otherwise() -> None:
    """MOTIVE-9."""
    assert plain(laws.weight_of)(Profile.REVISIONIST, Profile.REVISIONIST, 1.5) == 1.5
    assert plain(laws.weight_of)(Profile.CAUTIOUS, Profile.REVISIONIST, 1.5) == 1.0


@given(st.integers(0, 1000), SHARE, SHARE, st.floats(0.0, 90.0))
def test_a_surer_campaign_is_never_less_worth(level: int, chance: float, share: float, days: float) -> None:
    """MOTIVE-1, MOTIVE-4 and MOTIVE-8: gain rises and cost falls with the chance to win."""
    n = fixed(MotiveNumbers)
    surer = min(1.0, chance + 0.1)
    assert plain(laws.revision)(n, level, surer) >= plain(laws.revision)(n, level, chance)
    assert plain(laws.losses)(n, share, days, surer) <= plain(laws.losses)(n, share, days, chance)
    assert plain(laws.regime_risk)(n, level, surer) <= plain(laws.regime_risk)(n, level, chance)


def motive_against(target: int, profile: Profile = Profile.OPPORTUNIST, claim: int = 500) -> tuple[int, list[int]]:
    """The motive against a state on the board, with its terms."""
    world, state = board()
    state.bodies[RUSSIA].profile, state.bodies[RUSSIA].stability = profile, 500
    world.links[RUS, target].claim = claim
    terms = np.zeros(TERM_LIMIT, np.int64)
    value = bare(laws.motive)(world, state, RUSSIA, target, terms)
    return value, terms.tolist()


def test_a_motive_is_the_sum_of_gain_and_cost() -> None:
    """Law 5: gains stand above nought, costs below, and the value is their sum."""
    value, terms = motive_against(EST)
    assert value == sum(terms)
    gains = (MotiveTerm.REVISION, MotiveTerm.PREVENTION, MotiveTerm.DOMESTIC)
    assert all(terms[k] >= 0 if MotiveTerm(k) in gains else terms[k] <= 0 for k in MotiveTerm)


@pytest.mark.parametrize(
    ("profile", "term", "harder"),
    [
        (Profile.REVISIONIST, MotiveTerm.REVISION, 1),
        (Profile.CAUTIOUS, MotiveTerm.LOSSES, -1),
        (Profile.OPPORTUNIST, MotiveTerm.ALLIANCE_WAR, 1),
    ],
)
def test_each_profile_shows_in_its_own_term(profile: Profile, term: MotiveTerm, harder: int) -> None:
    """MOTIVE-9: land to the revisionist, blood to the cautious, an answer to the opportunist."""
    others = [other for other in Profile if other != profile]
    _, own = motive_against(EST, profile)
    for other in others:
        _, theirs = motive_against(EST, other)
        assert (own[term] - theirs[term]) * harder >= 0
        assert own[MotiveTerm.DOMESTIC] == theirs[MotiveTerm.DOMESTIC]


def test_war_is_weighed_turn_by_turn() -> None:
    """TURN-1: turns over the line are counted while the best motive exceeds caution, and forgotten when it does not."""
    world, state = board()
    own = state.bodies[RUSSIA]
    own.caution = -6000
    for turn in (1, 2):
        bare(laws.weigh_war)(world, state, RUSSIA)
        assert own.over_line == turn
    assert own.target >= 0
    assert not state.members[RUSSIA, own.target].joined
    net = {
        c: state.motives[RUSSIA, c].gain - state.motives[RUSSIA, c].cost
        for c in range(9)
        if state.motives[RUSSIA, c].gain or state.motives[RUSSIA, c].cost
    }
    assert own.target == max(net, key=lambda c: net[c])
    own.caution = 20_000
    bare(laws.weigh_war)(world, state, RUSSIA)
    assert own.over_line == 0


def test_allied_soldiers_are_those_of_others() -> None:
    """MOTIVE-6: the host's own do not make a tripwire."""
    world, state = board()
    before = bare(laws.reckon_with)(world, state, RUSSIA).allied[NATO, EST]
    for u in range(state.formations.size):
        if state.formations[u].owner == LVA:
            state.formations[u].at = next(r for r in range(world.regions.size) if world.regions[r].home == EST)
            allied = bare(laws.reckon_with)(world, state, RUSSIA).allied
            assert allied[NATO, EST] == before + state.formations[u].strength
            break


def test_a_second_war_is_dear() -> None:
    """MOTIVE-10."""
    n = fixed(MotiveNumbers, second_front=2.5)
    assert plain(laws.second_front)(n, 1) == 2.5
    assert plain(laws.second_front)(n, 0) == 0.0


def test_a_leadership_hears_a_part_of_what_speaks_against_its_plan() -> None:
    """MOTIVE-11."""
    n = fixed(MotiveNumbers, optimism=0.6)
    assert plain(laws.heard)(n, 0.5, 0) == pytest.approx(0.2)
    assert plain(laws.heard)(n, 0.5, int(n.lesson_half)) == pytest.approx(0.35)
    assert plain(laws.heard)(fixed(MotiveNumbers, optimism=0.0), 0.5, 0) == 0.5
