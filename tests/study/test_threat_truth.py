"""Threat against what states did: its parts give the threat back, and weights can be moved."""

from __future__ import annotations

import pytest

from wargame.study.threat_truth import DRAWS, drawn_weights, median_over_draws, refelt, spending_rise

WEIGHTS = {"aggregate": 0.2, "proximity": 0.35, "offensive": 0.45}
NEAR = {"aggregate": 0.1, "proximity": 0.8, "offensive": 0.6, "intentions": 0.9, "pledged": 0.0}
FAR = {"aggregate": 0.1, "proximity": 0.1, "offensive": 0.2, "intentions": 0.5, "pledged": 0.05}


def test_the_series_has_every_ally_once() -> None:
    """29: all European allies with armed forces, Finland and Sweden among them."""
    rise = spending_rise()
    assert len(rise) == 29
    assert rise["POL"] == pytest.approx(1.60)


def test_threat_is_found_again_from_its_parts() -> None:
    """THREAT-5."""
    threat = refelt({"EST": NEAR, "PRT": FAR}, WEIGHTS)
    assert threat["EST"] == pytest.approx(0.9 * (0.02 + 0.28 + 0.27))
    assert threat["PRT"] == pytest.approx(0.5 * (0.02 + 0.035 + 0.09) + 0.05)


def test_a_part_can_be_left_out() -> None:
    both = {"EST": NEAR, "PRT": FAR}
    assert refelt(both, WEIGHTS, "proximity")["EST"] < refelt(both, WEIGHTS)["EST"]
    assert refelt(both, WEIGHTS, "intentions")["PRT"] > refelt(both, WEIGHTS)["PRT"]
    assert refelt(both, WEIGHTS, "pledged")["EST"] == refelt(both, WEIGHTS)["EST"]


def test_weights_are_drawn_within_their_swing() -> None:
    drawn = list(drawn_weights(WEIGHTS))
    assert len(drawn) == DRAWS
    assert all(0.5 <= one[name] / WEIGHTS[name] <= 1.5 for one in drawn for name in WEIGHTS)
    middle, least = median_over_draws({"EST": NEAR, "PRT": FAR}, WEIGHTS, {"EST": 1.3, "PRT": 0.1})
    assert (middle, least) == (pytest.approx(1.0), pytest.approx(1.0))
