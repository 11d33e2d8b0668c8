"""The tree of a scenario as it is on another of its days, so that a file can stand on that day.

The day is begun by the law that begins a game on it (`model/starts.py`); here it is written down again as data, and
everything keeps the place at which an author finds it.
"""

import json
from collections.abc import Iterator

from wargame.catalogue import _
from wargame.model.findings import Location
from wargame.model.opening import Start
from wargame.model.references_starts import given_at
from wargame.model.scenario import Scenario
from wargame.model.starts import begun, is_passed
from wargame.store.opener import open_tree
from wargame.store.yaml_tree import Tree, Value


def begun_tree(tree: Tree, file: str, day: Value) -> tuple[Tree | None, str]:
    """The tree on that day, None where it has no such start; and in words on which days it can be begun.

    Raises InputError where the scenario does not hold what its schema asks for.
    """
    scenario = open_tree(tree, file, Scenario, lambda _scenario: ())
    k = next((k for k, start in enumerate(scenario.starts) if start.day.isoformat() == day), None)
    if k is None:
        return None, offered_days(scenario)
    start = scenario.starts[k]
    data: Value = json.loads(begun(scenario, start).model_dump_json(exclude_unset=True))
    kept = _kept_rows(scenario, start)
    origins = ((location, _origin(scenario, k, kept, location)) for location in _locations(data, ()))
    return Tree(data, tree.places.moved(origins), tree.faults, tree.taken), offered_days(scenario)


def offered_days(scenario: Scenario) -> str:
    """The other days on which a scenario can be begun, in words."""
    if not scenario.starts:
        return _("it has no other start")
    return _("it can be begun from {days}").format(days=", ".join(start.day.isoformat() for start in scenario.starts))


def _locations(value: Value, here: Location) -> Iterator[Location]:
    """Every location within a value, itself among them."""
    yield here
    match value:
        case dict():
            for key, inner in value.items():
                yield from _locations(inner, (*here, key))
        case list():
            for row, inner in enumerate(value):
                yield from _locations(inner, (*here, row))


def _kept_rows(scenario: Scenario, start: Start) -> dict[str, list[int]]:
    """Of the lists whose entries pass: the rows on the first day of those that are left."""
    lapses = [line.lapses for line in scenario.red_lines]
    ends = [text.until for text in scenario.texts]
    return {
        "red_lines": [row for row, lapse in enumerate(lapses) if not is_passed(lapse, start.day)],
        "texts": [row for row, end in enumerate(ends) if end is None or end > start.day],
    }


def _origin(scenario: Scenario, k: int, kept: dict[str, list[int]], location: Location) -> Location:
    """Where in the file stands what the begun scenario has at a location."""
    start = scenario.starts[k]
    match location:
        case ("formations", str(unit), "at") if unit in start.placed:
            return ("starts", k, "placed", unit)
        case ("regions", str(region), "controller") if region in start.holders:
            return ("starts", k, "holders", region)
        case ("formations" | "regions", *_rest):
            return location
        case ("orders", str(unit), *_rest) if unit not in start.orders:
            return location
        case ("red_lines", int(row), *rest):
            return ("red_lines", kept["red_lines"][row], *rest)
        case ("texts", int(row), *rest) if start.texts is None:
            return ("texts", kept["texts"][row], *rest)
        case _:
            given = given_at(scenario, start, location)
            return ("starts", k, *given) if given else location
