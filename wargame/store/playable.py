"""What no game can be played from, though all of it refers and adds up: what neither tables nor calendar can hold."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from wargame.catalogue import _
from wargame.model.columns import Number
from wargame.model.findings import Finding
from wargame.model.references import DAYS_A_WEEK, cross_check
from wargame.model.references_sides import CHAPTERS
from wargame.model.scenario import Chapter, Scenario
from wargame.model.starts import begun
from wargame.store.faults import path_text
from wargame.store.places import Location

LAST_YEAR: Final = 9900
"""A game is over by then: the calendar ends with 9999, and what is decided on the last day may be in force for years."""

MOST_NUMBER: Final = 1_000_000.0
"""The largest number of the rulebook: products of some are kept in 64 bits."""

MEASURES_OFF: Final = frozenset({("threat", "reach_half"), ("war", "strength_band"), ("war", "level_band")})
"""Numbers that others are divided by: a distance, and widths of bands."""

LEAST_STRENGTH: Final = 0.001  # brigade-equivalents: strength is kept in thousandths


def check_playable(scenario: Scenario) -> Iterator[Finding]:
    """Everything that would be no game, or one whose saves could not be resumed."""
    last = scenario.first_day() + scenario.turns * scenario.weeks_a_turn * DAYS_A_WEEK
    if last > date(LAST_YEAR, 12, 31).toordinal():
        yield ("start",), _("too late: the game would go on after the year {year}").format(year=LAST_YEAR)
    for name, formation in scenario.formations.items():
        if formation.strength < LEAST_STRENGTH:
            yield ("formations", name, "strength"), _("must be at least {least}").format(least=LEAST_STRENGTH)
    yield from _check_numbers(scenario)
    for place, name in _titles(scenario):
        if len(name.splitlines()) != 1 or "\t" in name or not name.strip():
            yield place, _("a name is one line, and not blank")


def _titles(scenario: Scenario) -> Iterator[tuple[Location, str]]:
    """Every name that a player reads, with its place."""
    yield ("title",), scenario.title
    for section in ("bodies", "countries", "regions", "seas", "formations"):
        for row, named in getattr(scenario, section).items():
            yield (section, row, "name"), named.name
    for row, measure in scenario.measures.items():
        yield ("measures", row, "title"), measure.title


def _check_numbers(scenario: Scenario) -> Iterator[Finding]:
    """Those that are no number of the rulebook are told of by the references."""
    for chapter, values in scenario.numbers.items():
        for name, value in values.items():
            declared = CHAPTERS[chapter].numbers.get(name)
            if declared is None:
                continue
            least, most = _least(chapter, name, declared), MOST_NUMBER
            if not least <= value <= most:
                says = _("must be from {least} to {most}").format(least=f"{least:,.0f}", most=f"{most:,.0f}")
                yield ("numbers", chapter, name), says


def _least(chapter: Chapter, name: str, declared: Number) -> float:
    """What is a distance, a share or a chance is none below nought: with supply gained on the way no line would end."""
    if (chapter, name) in MEASURES_OFF:
        return 1.0
    return 0.0 if declared.value >= 0.0 else -MOST_NUMBER


def check_starts(scenario: Scenario) -> Iterator[Finding]:
    """Each later start of a sound scenario is one as sound: a save of a game begun then holds it, and must open again."""
    for k, start in enumerate(scenario.starts):
        then = begun(scenario, start)
        for location, message in (*cross_check(then), *check_playable(then)):
            says = _("begun then, {place}: {fault}").format(place=path_text(location), fault=message)
            yield ("starts", k), says
