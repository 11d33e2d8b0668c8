"""Beliefs about intentions: where they start, what moves them, how they fade."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.threat_world import (
    BLR,
    DEU,
    EST,
    FIN,
    LTU,
    NATO,
    POL,
    RUS,
    RUSSIA,
    SUWA,
    TALL,
    USA,
    VILN,
    board,
    tables,
    threat_numbers,
)
from wargame.model.codes import Act
from wargame.model.columns import NOBODY
from wargame.rules import intentions as laws
from wargame.rules.felt import felt_of
from wargame.rules.law import plain

LEVEL = st.integers(0, 1000)


@pytest.mark.parametrize(
    ("history", "gap", "dispute", "inside", "tie", "prior"),
    [
        (0, 0, 0, 0, 0, 350),
        (1000, 1000, 0, 0, 0, 1000),
        (500, 200, 0, 0, 0, 600),
        (900, 900, 0, 1, 0, 50),
        (0, 0, 400, 1, 0, 450),
        (1000, 1000, 500, 0, 0, 1000),
        (0, 0, 0, 0, 600, 140),
        (500, 200, 0, 0, 1000, 250),
        (900, 900, 0, 1, 800, 50),
    ],
)
def test_what_is_believed_before_any_act(
    history: int, gap: int, dispute: int, inside: int, tie: int, prior: int
) -> None:
    """THREAT-8: 0.35, less by a tie, + 0.4 x history + 0.25 x regime gap; 0.05 inside a body; disputes add; at most 1."""
    assert plain(laws.prior_intentions)(threat_numbers(), history, gap, dispute, inside, tie) == prior


def test_every_act_has_its_sign() -> None:
    """THREAT-9: transparency and withdrawal reassure, nothing is nothing, all else alarms; invasion most."""
    sizes = {act: plain(laws.act_size)(threat_numbers(), act) for act in Act}
    assert sizes[Act.NONE] == 0.0
    assert {act for act, size in sizes.items() if size < 0.0} == {Act.TRANSPARENCY, Act.WITHDRAWAL}
    assert max(sizes, key=lambda act: sizes[act]) == Act.INVASION


@pytest.mark.parametrize(
    ("belief", "size", "near", "tie", "then"),
    [
        (400, 0.5, 1.0, 0, 700),
        (400, 0.5, 0.0, 0, 490),
        (400, 0.5, 1.0, 1000, 400),
        (400, -0.5, 1.0, 1000, 200),
        (1000, 0.9, 1.0, 0, 1000),
    ],
)
def test_acts_move_beliefs(belief: int, size: float, near: float, tie: int, then: int) -> None:
    """THREAT-10: a share of the remaining doubt, 0.3 of it at any distance; ties excuse hostile acts only."""
    assert plain(laws.moved_belief)(threat_numbers(), belief, size, near, tie) == then


@settings(deadline=None)  # the first call may compile
@given(LEVEL, st.floats(-1.0, 1.0), st.floats(0.0, 1.0), LEVEL)
def test_beliefs_stay_beliefs(belief: int, size: float, near: float, tie: int) -> None:
    """THREAT-10: a belief stays in range, and nearer acts move it no less."""
    moved = plain(laws.moved_belief)
    after = moved(threat_numbers(), belief, size, near, tie)
    assert 0 <= after <= 1000
    assert abs(after - belief) >= abs(moved(threat_numbers(), belief, size, 0.0, tie) - belief)


@settings(deadline=None)  # the first call may compile
@given(LEVEL, LEVEL)
def test_beliefs_fade_to_their_prior(belief: int, prior: int) -> None:
    """THREAT-11: each quiet week closes a part of the distance and never passes the prior."""
    after = plain(laws.faded_belief)(threat_numbers(), belief, prior)
    if belief == prior:
        assert after == prior
    else:
        assert abs(after - prior) < abs(belief - prior)
        assert (after - prior) * (belief - prior) >= 0


def test_four_per_cent_a_week() -> None:
    """THREAT-11: golden value."""
    assert plain(laws.faded_belief)(threat_numbers(), 900, 400) == 880


def test_joining_a_body_changes_where_a_belief_rests() -> None:
    """THREAT-12: inside a body it rests at that of fellows, but a better opinion is kept."""
    rest = plain(laws.resting_belief)
    assert rest(threat_numbers(), 600, 0, 0) == 600
    assert rest(threat_numbers(), 600, 0, 1) == 50
    assert rest(threat_numbers(), 600, 300, 1) == 350
    assert rest(threat_numbers(), 20, 0, 1) == 20


def test_fellow_members_are_moved_by_an_invasion_only() -> None:
    """Rulebook 6: an exercise of Russia alarms Estonia, not Belarus; the act and its day are remembered."""
    world, state = board()
    state.clock[0].day = 21
    plain(laws.perceive)(world, state, RUS, Act.EXERCISE, TALL)
    assert state.pairs[EST, RUS].intentions > world.links[EST, RUS].prior
    assert state.pairs[BLR, RUS].intentions == world.links[BLR, RUS].prior
    assert (state.pairs[EST, RUS].last_act, state.pairs[EST, RUS].last_act_day) == (Act.EXERCISE, 21)
    assert state.pairs[BLR, RUS].last_act == Act.NONE
    plain(laws.perceive)(world, state, RUS, Act.INVASION, TALL)
    assert state.pairs[BLR, RUS].intentions > world.links[BLR, RUS].prior


def test_threat_follows_a_belief_at_once() -> None:
    """THREAT-5: at any moment the threat used is the fold of the parts that explain it."""
    world, state = board()
    pair = state.pairs[EST, RUS]
    pair.aggregate, pair.proximity, pair.offensive, pair.pledged, pair.intentions = 300, 800, 500, 40, 400
    pair.threat = before = plain(felt_of)(world.threat_numbers[0], pair)
    plain(laws.perceive)(world, state, RUS, Act.EXERCISE, TALL)
    assert pair.threat > before
    assert pair.threat == plain(felt_of)(world.threat_numbers[0], pair)


def test_a_reassurance_is_noted() -> None:
    """Rulebook 1, Founding Act: the day of a reassurance is kept, so that a matching act can be told."""
    world, state = board()
    state.clock[0].day = 14
    plain(laws.perceive)(world, state, RUS, Act.WITHDRAWAL, NOBODY)
    assert state.pairs[EST, RUS].intentions < world.links[EST, RUS].prior
    assert state.pairs[EST, RUS].reassured == 14


def test_a_bodys_act_is_laid_at_the_door_of_those_who_send_soldiers() -> None:
    """Rulebook 6: Germany, framework nation in Lithuania, bears a deployment there fully, Poland in part."""
    world, state = board()
    plain(laws.perceive_body)(world, state, NATO, Act.DEPLOYMENT, VILN)
    rise = {j: state.pairs[RUS, j].intentions - world.links[RUS, j].prior for j in (DEU, POL, USA)}
    assert rise[DEU] > rise[POL] > 0
    assert rise[USA] > 0


def test_a_leaderships_act_is_its_leaders() -> None:
    """Rulebook 6: the leader bears its body's act fully, its ally in part."""
    world, state = board()
    plain(laws.perceive_body)(world, state, RUSSIA, Act.DEPLOYMENT, SUWA)
    assert state.pairs[POL, RUS].intentions > world.links[POL, RUS].prior
    assert state.pairs[POL, BLR].intentions > world.links[POL, BLR].prior


def test_nothing_fades_in_a_hostile_week_nor_in_war() -> None:
    """THREAT-11: memory is kept for a week after an act, and for as long as a war lasts."""
    world, state = board()
    state.clock[0].day = 10
    for observer in (EST, LTU, FIN):
        state.pairs[observer, RUS].intentions = 1000
    state.pairs[EST, RUS].last_act, state.pairs[EST, RUS].last_act_day = Act.HYBRID, 5
    state.pairs[LTU, RUS].war = 1
    plain(laws.fade)(world, state)
    assert [state.pairs[c, RUS].intentions for c in (EST, LTU)] == [1000, 1000]
    assert state.pairs[FIN, RUS].intentions < 1000
    state.clock[0].day = 15
    plain(laws.fade)(world, state)
    assert state.pairs[EST, RUS].intentions < 1000


@pytest.mark.parametrize("first_pass", [7, 8])
def test_an_act_of_the_first_day_of_a_week_is_remembered_as_it_ends(first_pass: int) -> None:
    """THREAT-11: whether weeks pass on the seventh day or, with steps of two days, on the eighth."""
    world, state = board()
    pair = state.pairs[EST, RUS]
    pair.intentions, pair.last_act, pair.last_act_day = 1000, Act.EXERCISE, 0
    for day, kept in ((first_pass, True), (14, False)):
        state.clock[0].day = day
        plain(laws.fade)(world, state)
        assert bool(state.pairs[EST, RUS].intentions == 1000) is kept


def test_after_accession_old_fears_fade() -> None:
    """THREAT-12: between new fellows the belief sinks towards that of fellows."""
    world, state = tables(2, 1)
    world.links[0, 1].prior = state.pairs[0, 1].intentions = 500
    plain(laws.fade)(world, state)
    assert state.pairs[0, 1].intentions == 500
    state.members[0, 0].joined = state.members[0, 1].joined = 1
    plain(laws.fade)(world, state)
    assert state.pairs[0, 1].intentions == 482
