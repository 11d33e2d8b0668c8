"""What no game can be played from, though all of it refers and adds up: what neither tables nor calendar can hold."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from wargame.catalogue import _
from wargame.model.calendar import WEEK
from wargame.model.findings import Finding, Location
from wargame.model.legible import check_legible
from wargame.model.references_sides import CHAPTERS
from wargame.model.scenario import Chapter, Scenario
from wargame.model.sensible import check_sense
from wargame.model.sensible_orders import check_orders
from wargame.model.sensible_readings import check_readings

LAST_YEAR: Final = 9900
"""A game is over by then: the calendar ends with 9999, and what is decided on the last day may be in force for years."""

MOST_NUMBER: Final = 1_000_000.0
"""The largest number of the rulebook: products of some are kept in 64 bits."""

LEAST: Final[dict[tuple[Chapter, str], float]] = {
    ("threat", "reach_half"): 1.0,
    ("war", "strength_band"): 1.0,
    ("war", "level_band"): 1.0,
    ("war", "state_band"): 1.0,
    ("war", "haul_loss"): 0.0,
    ("war", "even_ratio"): 0.01,
    ("council", "land_part"): 1.0,
    ("council", "contribution_step"): 0.01,
    ("council", "habit"): 0.01,
    ("state", "calm_threat"): 0.0,
}
"""Numbers with less than which no game can be played: others are divided by them, or no line of supply would end."""

MOST: Final[dict[tuple[Chapter, str], float]] = {
    ("state", "calm_threat"): 999.0,
    ("war", "exhausted"): 999.0,
    ("threat", "border"): 1.0,
    ("threat", "reach"): 1.0,
    ("threat", "warheads"): 1.0,
    ("war", "strength_band"): 20_000.0,
    ("war", "peace_works"): 1000.0,
    ("war", "counter_limit"): 1000.0,
    ("war", "attack_limit"): 1000.0,
}
"""Numbers whose distance to a whole, 1000, others are divided by, shares of a whole, and what a column cannot hold more of."""

LEAST_KEPT: Final = 0.001  # brigade-equivalents, millions of people, EUR bn: what is less is kept as nothing


def check_ends(scenario: Scenario) -> Iterator[Finding]:
    """Everything with which no game comes to an end. Asked of the scenarios of saves too, of which no more is asked:
    a game that could be played is not lost to a rule that came later."""
    last = scenario.first_day() + scenario.turns * scenario.weeks_a_turn * WEEK
    if last > date(LAST_YEAR, 12, 31).toordinal():
        yield ("start",), _("too late: the game would go on after the year {year}").format(year=LAST_YEAR)
    for (chapter, name), least in LEAST.items():
        value, most = scenario.numbers.get(chapter, {}).get(name, least), MOST.get((chapter, name), MOST_NUMBER)
        if not least <= value <= most:
            yield ("numbers", chapter, name), _bounds(least, most)


def check_playable(scenario: Scenario) -> Iterator[Finding]:
    """Everything that would be no game, or one whose saves could not be resumed, or that nobody could read."""
    yield from check_ends(scenario)
    yield from check_sense(scenario)
    yield from check_readings(scenario)
    yield from check_orders(scenario)
    yield from _check_kept(scenario)
    yield from _check_numbers(scenario)
    yield from check_legible(scenario)


def _check_kept(scenario: Scenario) -> Iterator[Finding]:
    """Amounts so small that the tables would hold nothing."""
    kept: list[tuple[Location, float]] = [
        (("formations", name, "strength"), formation.strength) for name, formation in scenario.formations.items()
    ]
    for name, state in scenario.countries.items():
        kept += [(("countries", name, "population"), state.population), (("countries", name, "gdp"), state.gdp)]
    for place, amount in kept:
        if amount < LEAST_KEPT:
            yield place, _("must be at least {least}").format(least=LEAST_KEPT)


def _check_numbers(scenario: Scenario) -> Iterator[Finding]:
    """What is a distance, a share or a chance is none below nought. What is no number the references tell of."""
    for chapter, values in scenario.numbers.items():
        for name, value in values.items():
            declared = CHAPTERS[chapter].numbers.get(name)
            if declared is None or (chapter, name) in LEAST:
                continue
            least = 0.0 if declared.value >= 0.0 else -MOST_NUMBER
            most = MOST.get((chapter, name), MOST_NUMBER)
            if not least <= value <= most:
                yield ("numbers", chapter, name), _bounds(least, most)


def _bounds(least: float, most: float) -> str:
    low, high = (f"{end:,.2f}".rstrip("0").rstrip(".") for end in (least, most))
    return _("must be from {least} to {most}").format(least=low, most=high)
