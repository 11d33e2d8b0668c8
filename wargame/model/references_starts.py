"""Checks of later starts: each is a scenario as sound as the first day, and a fault stands at the key that brings it in."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from wargame.catalogue import _
from wargame.model.findings import Finding, Location, path_text
from wargame.model.opening import Start
from wargame.model.scenario import Scenario
from wargame.model.starts import begun

Check: TypeAlias = Callable[[Scenario], Iterator[Finding]]


def check_starts(scenario: Scenario, check: Check) -> Iterator[Finding]:
    """What a check finds wrong with a scenario begun later: a save of that game holds it so, and must open again."""
    for k, start in enumerate(scenario.starts):
        for location, message in check(begun(scenario, start)):
            given = given_at(scenario, start, location)
            if given[:1] != location[:1]:  # of another name there: both are told
                message = _("begun then, {place}: {fault}").format(place=path_text(location), fault=message)
            yield ("starts", k, *given), message


def given_at(scenario: Scenario, start: Start, location: Location) -> Location:
    """Where in the entry of a start stands what a scenario begun then has at a location; () where nothing of it does."""
    match location:
        case ("start",):
            return ("day",)
        case ("title" | "summary" | "turns" | "tracks", *_rest) if getattr(start, str(location[0])) is not None:
            return location
        case ("formations", str(unit), *_rest) if unit in start.placed:
            return ("placed", unit)
        case ("regions", str(region), *_rest) if region in start.holders:
            return ("holders", region)
        case ("orders", str(unit), *rest):
            return ("orders", unit, *rest) if unit in start.orders else ("placed", unit)
        case ("texts", *rest) if start.texts is not None:
            return ("texts", *rest)
        case ("wars" | "mobilised" as section, int(row), *rest):
            before = len(getattr(scenario, section))
            return (section, row - before, *rest) if row >= before else ()
        case _:
            return ()
