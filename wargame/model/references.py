"""What in a scenario refers to nothing, or does not add up: what a schema cannot see."""

from collections.abc import Iterator

from wargame.catalogue import _
from wargame.model.calendar import WEEK
from wargame.model.findings import Finding
from wargame.model.measures import Catalogue
from wargame.model.references_board import check_board
from wargame.model.references_forces import check_forces
from wargame.model.references_history import check_history
from wargame.model.references_injects import check_injects
from wargame.model.references_measures import check_measures, check_promises, check_shared_measures
from wargame.model.references_sides import check_complete_sides, check_sides
from wargame.model.references_texts import check_texts
from wargame.model.scenario import Scenario
from wargame.model.starts import check_openings

__all__ = ["cross_check", "cross_check_catalogue", "cross_check_complete"]


def cross_check(scenario: Scenario) -> Iterator[Finding]:
    """Everything wrong within one scenario file, whatever its catalogue holds."""
    yield from _check_clock(scenario)
    yield from check_sides(scenario)
    yield from check_board(scenario)
    yield from check_forces(scenario)
    yield from check_openings(scenario)
    yield from check_history(scenario)
    yield from check_measures(scenario)
    yield from check_injects(scenario)


def _check_clock(scenario: Scenario) -> Iterator[Finding]:
    """A turn is whole weeks, so its steps must fill them."""
    turn = scenario.weeks_a_turn * WEEK
    if turn % scenario.step_days:
        says = _("steps of {days} days do not fill a turn of {turn} days")
        yield ("step_days",), says.format(days=scenario.step_days, turn=turn)


def cross_check_catalogue(catalogue: Catalogue) -> Iterator[Finding]:
    """Everything wrong within one catalogue, whatever the bodies of a scenario are."""
    for name, measure in catalogue.measures.items():
        yield from check_promises(("measures", name), measure)


def cross_check_complete(scenario: Scenario, complete: Scenario) -> Iterator[Finding]:
    """What is wrong between a scenario and the measures of its catalogue, which `complete` holds with its own."""
    yield from check_shared_measures(scenario, complete)
    yield from check_complete_sides(complete)
    yield from check_texts(complete)
