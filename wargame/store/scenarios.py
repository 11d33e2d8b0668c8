"""Scenarios: found by name or file, opened with what they stand on and with their catalogue, listed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from wargame.catalogue import _
from wargame.model.findings import Finding, unknown
from wargame.model.measures import Catalogue
from wargame.model.playable import check_playable
from wargame.model.references import cross_check, cross_check_catalogue, cross_check_complete
from wargame.model.references_starts import check_starts
from wargame.model.scenario import Scenario
from wargame.model.sensible_texts import check_lawful_texts
from wargame.model.starts import begun, is_passed, shortened
from wargame.store.begun_tree import offered_days
from wargame.store.extending import ENDING, read_scenario
from wargame.store.faults import InputError, one_line
from wargame.store.opener import MOST_REFERENCE_FAULTS, open_tree, open_yaml
from wargame.store.paths import scenarios_folder

CATALOGUES: Final = "catalogue"  # folder beside the scenarios


@dataclass(frozen=True)
class Listed:
    """A shipped scenario as a menu shows it: its name and title, or the first thing that is wrong with it."""

    name: str
    path: Path
    title: str
    problem: str | None
    scenario: Scenario | None = None  # where it can be played


def load_scenario(path: Path) -> Scenario:
    """The scenario of a file, complete: with what it stands on and the measures of its catalogue. Raises InputError."""

    def check(scenario: Scenario) -> Iterator[Finding]:
        wrong = list(islice(_check_alone(scenario), MOST_REFERENCE_FAULTS))
        yield from wrong or check_starts(scenario, _check_alone)
        catalogues = _catalogues(path)
        if scenario.catalogue is not None and scenario.catalogue not in catalogues:
            yield ("catalogue",), unknown("catalogue", scenario.catalogue, catalogues)
        else:
            complete = _completed(scenario, path)
            yield from cross_check_complete(scenario, complete)
            yield from check_lawful_texts(complete)
            yield from check_starts(complete, check_lawful_texts)

    return _completed(open_tree(read_scenario(path), str(path), Scenario, check), path)


def _check_alone(scenario: Scenario) -> Iterator[Finding]:
    """What is wrong with a new scenario, whatever its catalogue holds."""
    yield from cross_check(scenario)
    yield from check_playable(scenario)


def scenario_from(name_or_file: str, day: str | None, turns: int | None = None) -> Scenario:
    """A scenario by name or file, begun on one of its other days and ended after fewer turns where those are given. Raises InputError."""
    scenario = _begun_on(load_scenario(find_scenario(name_or_file)), name_or_file, day)
    if turns is None:
        return scenario
    try:
        return shortened(scenario, turns)
    except ValueError:
        refusal = _("{option}: {scenario} can end after 1 to {most} turns")
        words = refusal.format(option=f"--turns {turns}", scenario=name_or_file, most=scenario.turns)
        raise InputError([one_line(words)]) from None


def _begun_on(scenario: Scenario, name_or_file: str, day: str | None) -> Scenario:
    if day is None:
        return scenario
    for start in scenario.starts:
        if start.day.isoformat() == day.strip():
            return begun(scenario, start)
    offered = offered_days(scenario)
    refusal = _("{option}: no start of {scenario} has this date; {offered}")
    raise InputError([one_line(refusal.format(option=f"--from {day}", scenario=name_or_file, offered=offered))])


def find_scenario(name_or_file: str) -> Path:
    """The file of a shipped scenario, by its name, or any file. Raises InputError where there is neither."""
    known = _shipped()
    if name_or_file in known:
        return known[name_or_file]
    path = Path(name_or_file)
    if path.suffix in (ENDING, ".yml") or path.name != name_or_file:
        return path  # the opener says what is wrong with it
    raise InputError([one_line(unknown("scenario", name_or_file, known))])


def list_scenarios() -> list[Listed]:
    """The shipped scenarios by name. Never fails: a broken file is listed with its first problem."""
    return [_listed(name, path) for name, path in _shipped().items()]


def listed_file(path: Path) -> Listed:
    """A file of the player's own as a menu shows it. Never fails."""
    return _listed(path.name, path)


def _shipped() -> dict[str, Path]:
    return {file.stem: file for file in sorted(scenarios_folder().glob(f"*{ENDING}"))}


def _listed(name: str, path: Path) -> Listed:
    try:
        scenario = load_scenario(path)
        return Listed(name, path, scenario.title, None, scenario)
    except InputError as error:
        return Listed(name, path, name, error.problems[0])


def _catalogues(path: Path) -> dict[str, Path]:
    """Catalogues a scenario may name: the shipped ones, and those beside its own file before them."""
    folders = (scenarios_folder() / CATALOGUES, path.parent / CATALOGUES)
    return {file.stem: file for folder in folders for file in sorted(folder.glob(f"*{ENDING}"))}


def _completed(scenario: Scenario, path: Path) -> Scenario:
    """The scenario with those measures of its catalogue that its bodies may table, its own in place of like-named.

    What a catalogue dates to a day before the scenario begins may be tabled from its start.
    """
    if scenario.catalogue is None:
        return scenario
    file = _catalogues(path)[scenario.catalogue]
    shared = open_yaml(file, Catalogue, cross_check_catalogue).measures
    fitting = {
        name: measure.model_copy(update={"available": None})
        if is_passed(measure.available, scenario.start)
        else measure
        for name, measure in shared.items()
        if measure.body in scenario.bodies
    }
    return scenario.model_copy(update={"catalogue": None, "measures": {**fitting, **scenario.measures}})
