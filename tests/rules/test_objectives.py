"""Objectives: what a reading scores, and the laws of readings that are no plain column."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.fixed import fixed
from wargame.model.codes import Grant
from wargame.model.numbers import StateNumbers
from wargame.rules import objectives as laws
from wargame.rules.law import plain

ANY = st.integers(-1_000_000, 1_000_000)


@pytest.mark.parametrize(
    ("value", "weight", "best", "worst", "points"),
    [
        (1000, 25, 1000, 900, 25_000),
        (950, 25, 1000, 900, 12_500),
        (800, 25, 1000, 900, 0),
        (6000, 20, 4000, 8000, 10_000),
        (7, 5, 7, 7, 5000),
        (6, 5, 7, 7, 0),
    ],
)
def test_scores_on_a_golden_grid(value: int, weight: int, best: int, worst: int, points: int) -> None:
    """OBJECTIVE-1: weight x clamp((value - worst) / (best - worst)), whichever end is the larger number."""
    assert plain(laws.score)(value, weight, best, worst) == points


@settings(deadline=None)  # the first call may compile
@given(ANY, st.integers(0, 100), ANY, ANY)
def test_scores_stay_within_their_weight(value: int, weight: int, best: int, worst: int) -> None:
    """OBJECTIVE-1: between nothing and the weight, and best scores it all."""
    assert 0 <= plain(laws.score)(value, weight, best, worst) <= 1000 * weight
    assert plain(laws.score)(best, weight, best, worst) == 1000 * weight


def test_calm_is_lost_to_battles_and_incidents() -> None:
    """OBJECTIVE-2: full without either; battles cost more."""
    calm = plain(laws.calm)
    assert calm(0, 0, 40.0, 6.0, 0.7) == 1000
    assert calm(40, 0, 40.0, 6.0, 0.7) == 650
    assert calm(0, 6, 40.0, 6.0, 0.7) == 850


def test_shares_and_means() -> None:
    """OBJECTIVE-3 to 6: unity, discord, change of threat, net gain."""
    assert plain(laws.adoption)(0, 0) == 0
    assert plain(laws.adoption)(2, 3) == 400
    assert plain(laws.discord)(90, 4) == 22
    assert plain(laws.discord)(90, 0) == 90
    assert plain(laws.threat_change)(150, 300) == 500
    assert plain(laws.threat_change)(150, 0) == 1150
    n, net_gain = fixed(StateNumbers, out_of_question=2000.0, undeterred=1000.0), plain(laws.net_gain)
    assert net_gain(1500, 2500, 0, n) == -100
    assert net_gain(0, 9000, 0, n) == net_gain(0, 2000, 0, n)


@pytest.mark.parametrize(("gain", "cost", "read"), [(0, 9000, 100), (3000, 500, 250)])
def test_an_attack_that_was_made_was_not_deterred(gain: int, cost: int, read: int) -> None:
    """OBJECTIVE-6: it counts as worth at least a point, whatever the leadership would hope of it by now."""
    n = fixed(StateNumbers, out_of_question=2000.0, undeterred=1000.0)
    assert plain(laws.net_gain)(gain, cost, 1, n) == read


@pytest.mark.parametrize(("economy", "governed", "read"), [(900, 1, 900), (900, 0, 450), (1000, 1, 1000)])
def test_a_state_without_its_capital_half_survives(economy: int, governed: int, read: int) -> None:
    """OBJECTIVE-17."""
    assert plain(laws.statehood)(economy, governed) == read


def test_what_terms_add_to_hold_over_land() -> None:
    """OBJECTIVE-10: nothing where all is held, all they are worth where nothing is."""
    assert [plain(laws.hold)(*pair) for pair in ((0, 0), (0, 300), (500, 300), (1000, 300))] == [0, 300, 650, 1000]


def test_how_free_a_hand_is() -> None:
    """OBJECTIVE-11: by degrees of terms."""
    assert [plain(laws.free_hand)(granted) for granted in Grant] == [1000, 500, 0]


@pytest.mark.parametrize(("kept", "called", "share"), [(0, 0, 1000), (0, 4, 0), (3, 4, 750), (4, 4, 1000), (1, 3, 333)])
def test_the_share_of_weeks_kept(kept: int, called: int, share: int) -> None:
    """OBJECTIVE-12."""
    assert plain(laws.kept_share)(kept, called) == share


@pytest.mark.parametrize(
    ("ambition", "aggression", "thirds"), [(0, 0, 0), (1, 0, 3), (3, 0, 3), (0, 1, 0), (1, 1, 1), (2, 1, 2), (3, 1, 3)]
)
def test_a_war_of_aggression_calls_for_deep_sanctions(ambition: int, aggression: int, thirds: int) -> None:
    """OBJECTIVE-16: whatever stands will do in peace."""
    assert plain(laws.answered_by)(ambition, aggression) == thirds


def test_what_is_own_beside_what_stands_behind() -> None:
    """OBJECTIVE-14: everything where nobody stands behind, nothing without forces."""
    asked = ((0.0, 0.0), (0.0, 5.0), (3.0, 0.0), (3.0, 1.0))
    assert [plain(laws.own_capability)(*pair) for pair in asked] == [0, 0, 1000, 750]


def test_merged_or_able() -> None:
    """OBJECTIVE-15: either is enough alone, and each makes up for half of what the other lacks."""
    asked = ((0, 0), (1000, 0), (0, 1000), (500, 500), (150, 600))
    assert [plain(laws.autonomy)(*pair) for pair in asked] == [0, 1000, 1000, 750, 660]
