"""Rulebook 12 and 8: what a side does of itself rests on what it knows; nothing hidden moves it."""

from __future__ import annotations

import numpy as np
import pytest

from tests.engine.hidden import otherwise
from tests.played import Played
from wargame.engine import resolve
from wargame.engine.explain import explained, open_value
from wargame.engine.observe import LEAST_BAND, observe
from wargame.model.codes import Phase
from wargame.model.columns import column_of
from wargame.model.state import State
from wargame.rules.law import plain
from wargame.rules.motive import weigh_war

NATO, EU, RUSSIA = 0, 1, 2
SEEDS = range(3)


def briefed(game: Played, state: State) -> State:
    """The next turn opened from a state."""
    return resolve.open_turn(game.world, state).state


@pytest.fixture
def eves(war: Played) -> list[State]:
    """States from which a turn begins."""
    return [before for before, after in war.steps if before.clock[0].turn < after.state.clock[0].turn]


def test_a_motive_rests_on_what_a_leadership_knows(war: Played, eves: list[State]) -> None:
    """MOTIVE and THREAT-15: forces that its side never saw, however strong they are, move none of its hopes and fears."""
    assert eves
    for state in eves:
        weighed = [resolve.copied(state), *(otherwise(war.world, state, RUSSIA, seed) for seed in SEEDS)]
        for each in weighed:
            plain(weigh_war)(war.world, each, RUSSIA)
        assert len({each.motives[RUSSIA].tobytes() for each in weighed}) == 1


@pytest.mark.parametrize("seat", [NATO, EU, RUSSIA])
def test_a_stance_rests_on_what_a_side_knows(war: Played, eves: list[State], seat: int) -> None:
    """STANCE and THREAT-15: a stance is public, and tells nothing of forces that its own side does not know of."""
    at_home = column_of(war.world.countries, "body") == seat
    for state in eves:
        taken = column_of(briefed(war, state).countries, "stance")[at_home]
        for seed in SEEDS:
            other = column_of(briefed(war, otherwise(war.world, state, seat, seed)).countries, "stance")[at_home]
            assert np.array_equal(taken, other)


def test_the_motive_shown_is_the_motive_used(war: Played, eves: list[State]) -> None:
    """Law 5: what opens into its terms on a leadership's View is what the briefing weighed."""
    for state in eves:
        now = briefed(war, state)
        view = observe(war.world, now, war.names, RUSSIA)
        for target in range(now.countries.size):
            row = now.motives[RUSSIA, target]
            if row.gain or row.cost:
                value, _ = open_value(explained("motive"), war.world, view.state, RUSSIA, target)
                assert value == row.gain - row.cost


@pytest.mark.parametrize("profile", range(3))
def test_a_council_reads_no_profile_off_its_ledger(war: Played, profile: int) -> None:
    """Rulebook 12: what an attack would be worth to the other side is a belief until the game is over."""
    for state in war.after(Phase.CAUCUS):
        told = observe(war.world, state, war.names, NATO).state.ledger
        other = resolve.copied(state)
        other.bodies[RUSSIA].profile = profile
        other.motives[RUSSIA, 0].gain += 1 + profile
        assert told.tobytes() == observe(war.world, other, war.names, NATO).state.ledger.tobytes()


def test_money_of_others_is_known_to_a_doubling(war: Played) -> None:
    """Rulebook 12: a band holds the truth, and tells no more than twice and half of it."""
    for state in war.after(Phase.CAUCUS):
        for body in (EU, RUSSIA):
            truth = int(state.bodies[body].funds)
            told = int(observe(war.world, state, war.names, NATO).state.bodies[body].funds)
            assert truth < LEAST_BAND or told / 2 <= truth <= told * 2
