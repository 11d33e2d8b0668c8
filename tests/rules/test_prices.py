"""Prices: what shortages and sanctions add, what winter doubles, what eases them again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.fixed import fixed
from tests.rules.threat_world import BLR, DEU, EST, EU, RUS, board
from wargame.model.numbers import StateNumbers
from wargame.rules import economy
from wargame.rules import prices as laws
from wargame.rules.law import plain

SUMMER, AUTUMN, WINTER = date(2022, 6, 1), date(2022, 8, 15), date(2022, 12, 1)


@pytest.mark.parametrize(
    ("day", "heated"),
    [
        (date(2022, 1, 1), True),
        (date(2024, 2, 29), True),
        (date(2022, 3, 31), True),
        (date(2022, 4, 1), False),
        (date(2024, 9, 30), False),
        (date(2024, 10, 1), True),
        (date(2023, 12, 31), True),
    ],
)
def test_the_heating_season(day: date, heated: bool) -> None:
    """PRICES-1: October to March, in leap years too."""
    assert plain(laws.is_heating_season)(day.toordinal()) == heated


def test_what_makes_prices_rise() -> None:
    """PRICES-2 to 5: by the cut and the dependence, by the depth and the gas bought, by the bite; twice in winter."""
    n = fixed(StateNumbers, scarcity=1.0, heating=2.0, dearer_trade=12.0, dearer_blocked=8.0)
    assert plain(laws.dearer_by_shortage)(n, 1000, 400) == pytest.approx(400.0)
    assert plain(laws.dearer_by_shortage)(n, 1000, 0) == 0.0
    assert plain(laws.dearer_by_own_sanctions)(n, 2, 500) == pytest.approx(12.0)
    assert plain(laws.dearer_by_blocked_trade)(n, 1.5) == pytest.approx(12.0)
    assert [plain(laws.in_season)(n, 10.0, heating) for heating in (0, 1)] == [10.0, 20.0]


def test_what_eases_them() -> None:
    """PRICES-6 and 7: shares of the rise; nothing at the baseline."""
    n = fixed(StateNumbers, prices_ease=0.04)
    assert [plain(laws.eased)(n, prices) for prices in (1000, 1500)] == [0.0, pytest.approx(20.0)]
    assert [plain(laws.relieved)(prices, 30) for prices in (1000, 1500)] == [0.0, pytest.approx(15.0)]


def test_welfare_is_what_one_has_and_what_it_buys() -> None:
    """PRICES-8: both against their baselines, half each."""
    asked = ((1000, 1000), (900, 1000), (1000, 1250), (1000, 2000))
    assert [plain(laws.welfare)(*pair) for pair in asked] == [1000, 950, 900, 750]


def test_hardship() -> None:
    """PRICES-9: a slump in full, dearth by a share; an economy above its baseline is none."""
    n = fixed(StateNumbers, hardship_prices=0.2)
    asked = ((1000, 1000), (900, 1000), (1000, 1500), (900, 1500), (1200, 1000))
    assert [plain(laws.hardship)(n, *pair) for pair in asked] == pytest.approx([0.0, 100.0, 100.0, 200.0, 0.0])


@given(st.integers(1000, 5000), st.integers(0, 5000), st.integers(0, 520))
def test_prices_stay_in_their_column(prices: int, rise: int, week: int) -> None:
    """Law of the house 2: however high they go, and never below their baseline."""
    world, state = board()
    state.clock[0].day = 7 * week
    country = state.countries[EST]
    country.prices = prices
    plain(laws.make_dearer)(country, float(rise), 7 * week)
    assert prices <= country.prices <= laws.HIGHEST
    plain(laws.relieve)(state, EU, 1000)
    plain(laws.ease_prices)(world, state)
    assert country.prices == 1000


def rise_by_a_cut_off(first: date) -> int:
    """What thirteen weeks of half the gas of Germany cut off have added to its prices."""
    world, state = board()
    world.course[0].first_day = first.toordinal()
    for week in range(13):
        state.clock[0].day = 7 * week
        plain(economy.cut_gas)(world, state, RUS, DEU, 500)
        plain(laws.ease_prices)(world, state)
    assert state.countries[EST].prices == state.countries[RUS].prices == 1000
    return int(state.countries[DEU].prices) - 1000


def test_a_cut_off_is_dearer_in_winter() -> None:
    """PRICES-2 and 3: the customer's prices only, week by week, twice as much while houses are heated."""
    summer, autumn, winter = (rise_by_a_cut_off(first) for first in (SUMMER, AUTUMN, WINTER))
    assert summer > 80
    assert winter == pytest.approx(2 * summer, rel=0.05)
    assert summer < autumn < winter


def test_sanctions_make_both_sides_dearer() -> None:
    """PRICES-4 and 5: a year of them is felt by customers and by the state answered, not by those outside; then it eases."""
    world, state = board()
    world.course[0].first_day = SUMMER.toordinal()
    for week in range(52):
        state.clock[0].day = 7 * week
        plain(economy.sanction)(world, state, RUS, EU, 3)
        plain(laws.ease_prices)(world, state)
    dear = int(state.countries[DEU].prices)
    assert dear > 1050
    assert state.countries[RUS].prices > 1050
    assert state.countries[BLR].prices == 1000
    for week in range(52, 104):
        state.clock[0].day = 7 * week
        plain(laws.ease_prices)(world, state)
    assert 1000 <= state.countries[DEU].prices < 1000 + (dear - 1000) / 5


def test_relief_is_of_the_members() -> None:
    """PRICES-7: who is outside pays on."""
    _world, state = board()
    for c in (DEU, RUS):
        state.countries[c].prices = 2000
    plain(laws.relieve)(state, EU, 45)
    assert (state.countries[DEU].prices, state.countries[RUS].prices) == (1955, 2000)
