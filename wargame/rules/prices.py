"""Prices (rulebook 10): what a shortage of energy and the loss of trade cost people at home, and what they ease again.

Prices stand in 1/1000 of their baseline, which they never fall below: cheap years are no merit of a council.
"""

from __future__ import annotations

from wargame.model.numbers import StateNumbers
from wargame.model.state import Country, State
from wargame.model.world import World
from wargame.rules.drift import paced
from wargame.rules.law import law, stage
from wargame.rules.months import month_of
from wargame.rules.numeric import FULL, clamp, quantise

HIGHEST = Country.columns["prices"].high  # 1/1000 of baseline
MARCH, OCTOBER = 3, 10  # the last and the first month of the heating season


@law("PRICES-1", "rulebook 10: winter doubles prices")
def is_heating_season(ordinal: int) -> bool:
    """Houses are heated from October to March.

    `ordinal` is the proleptic Gregorian ordinal of the day.
    """
    month = month_of(ordinal)
    return month <= MARCH or month >= OCTOBER


@law("PRICES-2", "rulebook 10: energy, winter doubles prices")
def in_season(n: StateNumbers, rise: float, heating: int) -> float:
    """What makes energy dearer counts twice in the heating season."""
    return rise * n.heating if heating else rise


@law("PRICES-3", "rulebook 10: energy, demand and supply")
def dearer_by_shortage(n: StateNumbers, size: int, gas: int) -> float:
    """Gas cut off makes a customer's prices rise by the cut and by its dependence (all 1/1000)."""
    return n.scarcity * size * gas / FULL


@law("PRICES-4", "rulebook 10: own prices and exposure")
def dearer_by_own_sanctions(n: StateNumbers, size: int, gas: int) -> float:
    """A week of sanctions makes prices rise for those who impose them, by their depth and the gas they buy (1/1000)."""
    return n.dearer_trade * size * gas / FULL


@law("PRICES-5", "rulebook 10: sanctions, trade share")
def dearer_by_blocked_trade(n: StateNumbers, bite: float) -> float:
    """What sanctions take from an economy they add, several times over, to its prices (1/1000)."""
    return n.dearer_blocked * bite


@law("PRICES-6", "rulebook 10: supply finds other ways")
def eased(n: StateNumbers, prices: int) -> float:
    """Each week prices lose a share of what they have risen: supply and demand adapt (1/1000)."""
    return n.prices_ease * (prices - FULL)


@law("PRICES-7", "rulebook 10: price cap; Council Regulations (EU) 2022/1854 and 2022/2578")
def relieved(prices: int, size: int) -> float:
    """A relief in force takes off each week as much of the rise as its size says (1/1000)."""
    return (prices - FULL) * size / FULL


@law("PRICES-8", "rulebook 13: welfare, prices and GDP against baseline")
def welfare(economy: int, prices: int) -> int:
    """Welfare is the mean of the economy and of what money buys, both against their baselines (1/1000)."""
    bought = FULL * FULL / max(prices, 1)
    return quantise((economy + bought) / 2.0)


@law("PRICES-9", "rulebook 7: opinion drifts with prices")
def hardship(n: StateNumbers, economy: int, prices: int) -> float:
    """Hardship at home is what the economy is below its baseline, and a share of what prices are above theirs (1/1000)."""
    return max(FULL - economy, 0) + n.hardship_prices * (prices - FULL)


@stage
def heats(world: World, state: State) -> int:
    """1 in the heating season."""
    return 1 if is_heating_season(world.course[0].first_day + state.clock[0].day) else 0


@stage
def make_dearer(country: Country, rise: float, day: int) -> None:
    """Prices of a state rise; fractions of a thousandth are paid when they have added up."""
    country.prices = clamp(country.prices + paced(rise, day), FULL, HIGHEST)


@stage
def ease_prices(world: World, state: State) -> None:
    """Prices ease everywhere (weekly)."""
    n = world.state_numbers[0]
    for c in range(state.countries.size):
        country = state.countries[c]
        country.prices = clamp(country.prices - paced(eased(n, country.prices), state.clock[0].day), FULL, HIGHEST)


@stage
def relieve(state: State, body: int, size: int) -> None:
    """The members of a body bring their prices down (1/1000 of the rise)."""
    day = state.clock[0].day
    for c in range(state.countries.size):
        if state.members[body, c].joined:
            country = state.countries[c]
            country.prices = clamp(country.prices - paced(relieved(country.prices, size), day), FULL, HIGHEST)
