"""Article 3: the capacity to resist, and the share of the product that is pledged to defence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.threat_world import state_numbers
from tests.worlds import Side, Site, Small, bare, small_world
from wargame.model.columns import NOBODY
from wargame.rules import article3 as laws
from wargame.rules.drift import paced
from wargame.rules.law import plain

WEEK = 7


def members() -> Small:
    """Two members of a body, and a stranger."""
    return small_world([Site(0), Site(1), Site(2)], sides=[Side((0, 1)), Side((2,))], countries=3)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_effort_makes_good_what_lacks(resilience: int, size: int) -> None:
    """ARTICLE3-1: never more than is lacking, and the less the better a state is prepared."""
    gained = plain(laws.hardened)(resilience, size)
    assert 0.0 <= gained <= 1000 - resilience
    assert gained >= plain(laws.hardened)(min(resilience + 1, 1000), size)


def test_members_harden_or_the_one_that_is_helped() -> None:
    """ARTICLE3-1: a common effort reaches all members; a package for a partner the partner alone."""
    for helps, harder in ((NOBODY, [True, True, False]), (2, [False, False, True])):
        small = members()
        for country in small.state.countries:
            country.resilience = 500
        text = small.state.texts[0]
        text.body, text.measure, text.helps = 0, 0, helps
        bare(laws.harden)(small.world, small.state, text, 40)
        assert [country.resilience > 500 for country in small.state.countries] == harder


def test_what_two_councils_do_reaches_the_members_of_both() -> None:
    """MEASURE-12: each of them once, and no stranger."""
    small = small_world([Site(0), Site(1), Site(2)], sides=[Side((0, 1)), Side((1, 2)), Side((3,))], countries=4)
    small.world.measures[0].second = 1
    for country in small.state.countries:
        country.resilience = 500
    text = small.state.texts[0]
    text.body, text.measure, text.helps = 0, 0, NOBODY
    bare(laws.harden)(small.world, small.state, text, 40)
    assert [int(country.resilience) - 500 for country in small.state.countries] == [20, 20, 20, 0]


@pytest.mark.parametrize(
    ("share", "commitment", "government", "size", "spent"),
    [
        (100, 1000, 500, 10, 1.0),
        (100, 500, 500, 10, 0.5),
        (200, 1000, 500, 10, 0.0),
        (350, 1000, 500, 10, 0.0),
        (100, 1000, 100, 10, 0.0),
    ],
)
def test_a_pledge_is_kept_as_far_as_each_keeps_its_word(
    share: int, commitment: int, government: int, size: int, spent: float
) -> None:
    """ARTICLE3-2: by commitment, up to two per cent, and by no government that could not carry a budget."""
    n = state_numbers()
    assert plain(laws.spent_by_pledge)(n, share, commitment, government, size) == pytest.approx(spent)


def test_a_year_of_a_pledge_closes_a_part_of_the_gap() -> None:
    """ARTICLE3-2: week by week, fractions included; who spends two per cent, and who is no member, spends as before."""
    small = members()
    for c, share in enumerate((100, 210, 100)):
        small.state.countries[c].defence_share, small.state.countries[c].government = share, 500
        for body in (0, 1):
            small.state.members[body, c].commitment = 800
    for week in range(52):
        small.state.clock[0].day = WEEK * week
        bare(laws.keep_pledge)(state_numbers(), small.state, 0, 10)
    shares = [int(country.defence_share) for country in small.state.countries]
    assert 125 <= shares[0] <= 145
    assert shares[1:] == [210, 100]


def test_small_steps_are_not_lost() -> None:
    """ARTICLE3-2: what a week's pledge is worth is less than the unit of the budget; it is paid when it has added up."""
    assert sum(plain(paced)(0.25, WEEK * week) for week in range(8)) == 2
