"""Alliances: what makes one believed, what its members fear of it, how commitment and cohesion drift."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.threat_world import (
    DEU,
    EST,
    EU,
    FIN,
    FORCES,
    GROUPS,
    NATO,
    RUS,
    RUSSIA,
    USA,
    board,
    state_numbers,
    terms_row,
)
from wargame.model.codes import Effect
from wargame.model.state import State
from wargame.model.terms import Credibility
from wargame.model.world import World
from wargame.rules import alliance as laws
from wargame.rules.law import plain

LEVEL = st.integers(0, 1000)
PLANS = 2  # row of a measure with standing plans


@settings(deadline=None)  # the first call may compile
@given(LEVEL, LEVEL, LEVEL, LEVEL)
def test_credibility_is_the_mean_of_its_parts(concept: int, strategy: int, forces: int, basing: int) -> None:
    """ALLIANCE-1: the parts are kept, the value is a quarter of their sum."""
    terms = terms_row()
    value = plain(laws.credibility)(concept, strategy, forces, basing, terms)
    assert value == terms.sum() // 4
    assert [terms[k] for k in Credibility] == [concept, strategy, forces, basing]


@pytest.mark.parametrize(("share", "level"), [(0, 0.0), (100, 0.5), (200, 1.0), (350, 1.0)])
def test_force_level_is_the_pledge_kept(share: int, level: float) -> None:
    """ALLIANCE-2: two per cent is full; more does not count."""
    assert plain(laws.force_level)(state_numbers(), share) == pytest.approx(level)


@pytest.mark.parametrize(
    ("share", "made", "asked", "burden"), [(200, 0, 0, 1.0), (100, 0, 0, 0.5), (200, 0, 1, 0.5), (200, 1, 1, 1.0)]
)
def test_burden(share: int, made: int, asked: int, burden: float) -> None:
    """ALLIANCE-3: share / 2 % x (made + 1) / (asked + 1)."""
    assert plain(laws.burden_index)(state_numbers(), share, made, asked) == pytest.approx(burden)


def test_abandonment_and_entrapment() -> None:
    """ALLIANCE-4 and 5: (1 - credibility) x threat, and involvement x caution."""
    assert plain(laws.abandonment)(250, 400) == 300
    assert plain(laws.abandonment)(1000, 400) == 0
    assert plain(laws.entrapment)(5000, 600) == 300
    assert plain(laws.entrapment)(0, 1000) == 0


@settings(deadline=None)  # the first call may compile
@given(st.floats(0.0, 100.0), st.floats(0.0, 100.0), st.floats(0.0, 100.0))
def test_help_protects(alone: float, help: float, attack: float) -> None:
    """ALLIANCE-6: help never lowers the chance to hold; none protects nothing."""
    assert plain(laws.protection)(alone, help, attack) >= 0
    assert plain(laws.protection)(alone, 0.0, attack) == 0


def test_protection_on_a_golden_case() -> None:
    """ALLIANCE-6: 3^2 / (3^2 + 3^2) less 1^2 / (1^2 + 3^2)."""
    assert plain(laws.protection)(1.0, 2.0, 3.0) == 400


def test_goals_rise_with_what_they_follow() -> None:
    """ALLIANCE-7 and 8: threat and credibility commit members, fair burdens, opinion and whom it elects the backbone."""
    n = state_numbers()
    commitment, patron = plain(laws.commitment_goal), plain(laws.patron_goal)
    assert commitment(n, 0, 0) == n.commitment_base
    assert commitment(n, 400, 500) > commitment(n, 100, 500) > commitment(n, 100, 100)
    assert patron(n, 1.0, 500, 0) > patron(n, 0.5, 500, 0) > patron(n, 0.5, 300, 0)
    assert patron(n, 2.0, 500, 0) == patron(n, 9.0, 500, 0)
    assert patron(n, 1.0, 500, 400) > patron(n, 1.0, 500, 0) > patron(n, 1.0, 500, -400)


def test_broken_faith_costs_cohesion() -> None:
    """ALLIANCE-9: each promise unkept, and an attack unanswered."""
    n = state_numbers()
    assert plain(laws.cohesion_lost)(n, 0, 0) == 0.0
    assert plain(laws.cohesion_lost)(n, 2, 1) == 2 * n.cohesion_unkept + n.cohesion_unanswered


def test_plans_in_force_raise_credibility() -> None:
    """ALLIANCE-1, strategy and roles: a text with standing plans counts while it is in force."""
    world, state = board()
    before = plain(laws.credibility_of)(world, state, NATO)
    world.measures[PLANS].effects = 1
    world.effects[0].code = Effect.PLANS
    text = state.texts[0]
    text.alive, text.body, text.measure, text.ambition = 1, NATO, PLANS, 2
    assert plain(laws.credibility_of)(world, state, NATO) > before
    text.alive = 0
    assert plain(laws.credibility_of)(world, state, NATO) == before


def test_allies_on_exposed_soil_raise_credibility() -> None:
    """ALLIANCE-1, basing: battlegroups count, and so do national forces of allies on the soil."""
    world, state = board()
    terms = terms_row()
    plain(laws.credibility_terms)(world, state, NATO, terms)
    before = terms[Credibility.BASING]
    for k in range(len(GROUPS)):
        state.formations[len(FORCES) + k].strength = 1500
    plain(laws.credibility_terms)(world, state, NATO, terms)
    assert terms[Credibility.BASING] > before


def test_a_leadership_speaks_for_itself() -> None:
    """Rulebook 6: the coalition of a leader has one command."""
    world, state = board()
    assert plain(laws.credibility_of)(world, state, RUSSIA) == 1000


def protection_of(world: World, state: State, country: int) -> int:
    """What a state gains by its alliances, 1/1000."""
    sums = np.zeros(3)
    trust = plain(laws.trust_in_bodies)(world, state)
    plain(laws.balance_of_forces)(world, state, country, trust, sums)
    return int(plain(laws.protection)(sums[laws.ALONE], sums[laws.HELP], sums[laws.ATTACK]))


def test_protection_needs_allies() -> None:
    """ALLIANCE-6: an ally gains by its alliance; outside any body there is nothing to gain."""
    world, state = board()
    assert protection_of(world, state, EST) > 100
    for b in (NATO, EU):
        state.members[b, EST].joined = 0
    assert protection_of(world, state, EST) == 0


def test_an_unanswered_attack_costs_everyone() -> None:
    """Rulebook 4: every ally's commitment falls, and cohesion with it."""
    world, state = board()
    plain(laws.commit)(world, state)
    calm = [int(state.members[NATO, c].commitment) for c in (EST, DEU, USA)]
    world, state = board()
    cohesion = state.bodies[NATO].cohesion
    state.bodies[NATO].unanswered = 1
    plain(laws.commit)(world, state)
    assert all(state.members[NATO, c].commitment < before for c, before in zip((EST, DEU, USA), calm, strict=True))
    assert state.bodies[NATO].cohesion < cohesion


@pytest.mark.parametrize(("burdens", "middle"), [([], 0.0), ([3.0], 3.0), ([1.0, 2.0], 1.5), ([0.1, 0.2, 9.0], 0.2)])
def test_the_middle_of_burdens(burdens: list[float], middle: float) -> None:
    """ALLIANCE-8: one ally that bears very much does not make up for many that bear little."""
    assert plain(laws.middle_of)(np.array(burdens)) == pytest.approx(middle)


def test_free_riding_loosens_the_backbone() -> None:
    """Rulebook 1: the patron's commitment moves with what the others bear."""
    commitment = []
    for share in (80, 300):
        world, state = board()
        for c in range(state.countries.size):
            if c != USA:
                state.countries[c].defence_share = share
        for _ in range(40):
            plain(laws.commit)(world, state)
        commitment.append(int(state.members[NATO, USA].commitment))
    assert commitment[0] < commitment[1]


def test_only_members_drift() -> None:
    """ALLIANCE-7: Finland's seat in NATO stays empty, Russia's own body is no council."""
    world, state = board()
    plain(laws.commit)(world, state)
    assert state.members[NATO, FIN].commitment == 0
    assert state.members[RUSSIA, RUS].commitment == 750
