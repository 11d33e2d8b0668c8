"""Scenario files that stand on another one: `extends: NAME`, and `from: DAY` where it is begun on another of its days.

A base is named, never given by a path: it is the file `NAME.yaml` in the folder of the extending file, or else the
shipped scenario of this name. So a file from outside reaches nothing but its own folder and what the game brings along.
"""

import os
import re
from pathlib import Path
from typing import Final

from wargame.catalogue import _, _n
from wargame.model.findings import Location, shortened, unknown
from wargame.store.begun_tree import begun_tree
from wargame.store.faults import Fault, InputError, fault_lines, got
from wargame.store.laying import in_file, laid_over
from wargame.store.opener import read_yaml
from wargame.store.paths import scenarios_folder
from wargame.store.yaml_tree import MOST_NODES, Tree, Value

EXTENDS: Final = "extends"
SINCE: Final = "from"
FORMAT: Final = "format"
START: Final = "start"
MEASURES: Final = "measures"
AVAILABLE: Final = "available"
KNOWN_FORMAT: Final = 1
ENDING: Final = ".yaml"

MOST_BASES = 3
"""How many scenarios one may stand on, each on the next: who reads the first must be able to keep them all in mind."""

NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
"""Names of scenarios: nothing in them can lead to another folder."""


def read_scenario(path: Path) -> Tree:
    """The tree of a scenario file, laid over what it stands on. Raises InputError."""
    return _read(path, ())


def _read(path: Path, above: tuple[Path, ...]) -> Tree:
    """`above` are the files that stand on this one, the one that was asked for first."""
    own = read_yaml(path)
    data = own.data
    assert isinstance(data, dict)
    if above or EXTENDS in data:
        _check_format(path, own, data)
    if EXTENDS not in data:
        return _alone(path, own, data)
    file = _base(path, own, above)
    base = in_file(_read(file, (*above, path)), str(file))
    if SINCE in data:
        base = _begun(path, own, base, data[SINCE], file)
    base = Tree(_without_passed(base.data, data.get(START)), base.places, base.faults, base.taken)
    changes = {key: value for key, value in data.items() if key not in (EXTENDS, SINCE)}
    tree = laid_over(base, Tree(changes, own.places, own.faults))
    if len(tree.places) > MOST_NODES:
        many = _n(
            "more than {most} key and value together with what it stands on",
            "more than {most} keys and values together with what it stands on",
            MOST_NODES,
        )
        raise _refusal(path, own, (EXTENDS,), many.format(most=MOST_NODES))
    return tree


def _without_passed(base: Value, start: Value) -> Value:
    """What another stands on, without the first days of its measures that have passed when the other begins: as with `starts`."""
    if not isinstance(base, dict) or not isinstance(start, str) or not isinstance(base.get(MEASURES), dict):
        return base
    measures = base[MEASURES]
    assert isinstance(measures, dict)
    return {**base, MEASURES: {name: _available(measure, start) for name, measure in measures.items()}}


def _available(measure: Value, start: str) -> Value:
    """A measure without its first day, where that is before another; dates are compared as they are written, year first."""
    if not isinstance(measure, dict):
        return measure
    first = measure.get(AVAILABLE)
    passed = isinstance(first, str) and first < start
    return {key: value for key, value in measure.items() if key != AVAILABLE or not passed}


def _check_format(path: Path, own: Tree, data: dict[str, Value]) -> None:
    """Each file says how it is to be read: neither what stands on it nor what it stands on can say it instead."""
    if FORMAT not in data:
        raise _refusal(path, own, (FORMAT,), _("is required"))
    if data[FORMAT] is True or data[FORMAT] != KNOWN_FORMAT:
        raise _refusal(path, own, (FORMAT,), _("must be {choices}").format(choices=KNOWN_FORMAT) + got(data[FORMAT]))


def _alone(path: Path, own: Tree, data: dict[str, Value]) -> Tree:
    """A file that stands on no other."""
    if SINCE in data:
        raise _refusal(path, own, (SINCE,), _("goes with {key}").format(key=f"`{EXTENDS}`"))
    return own


def _begun(path: Path, own: Tree, base: Tree, day: Value, file: Path) -> Tree:
    """The base on another of its days."""
    begun, offered = begun_tree(base, str(file), day)
    if begun is None:
        message = _("no start of {scenario} has this date; {offered}").format(scenario=file.stem, offered=offered)
        raise _refusal(path, own, (SINCE,), message + got(day))
    return begun


def _base(path: Path, own: Tree, above: tuple[Path, ...]) -> Path:
    """The file that another stands on, if it may. Raises InputError."""
    file = _named(path, own)
    if any(os.path.samefile(file, other) for other in (*above, path)):
        way = ", ".join(shortened(each.stem) for each in (*above, path, file))
        raise _refusal(path, own, (EXTENDS,), _("stands on itself: {way}").format(way=way))
    if len(above) >= MOST_BASES:
        many = _n("stands on more than {most} scenario", "stands on more than {most} scenarios", MOST_BASES)
        raise _refusal(path, own, (EXTENDS,), many.format(most=MOST_BASES))
    if not _is_at_home(file):
        raise _refusal(path, own, (EXTENDS,), _("{name} leads out of its folder").format(name=file.name))
    return file


def _named(path: Path, own: Tree) -> Path:
    """The file of the name: beside the extending one, else the shipped one; itself only where there is no other."""
    assert isinstance(own.data, dict)
    name, folders = own.data[EXTENDS], (path.parent, scenarios_folder())
    if not isinstance(name, str) or not NAME.fullmatch(name):
        message = _("must be the name of a scenario, in small letters, without folder and ending")
        raise _refusal(path, own, (EXTENDS,), message + got(name))
    found = [folder / f"{name}{ENDING}" for folder in folders if os.path.isfile(folder / f"{name}{ENDING}")]
    if not found:
        known = [file.stem for folder in folders for file in sorted(folder.glob(f"*{ENDING}")) if file.is_file()]
        raise _refusal(path, own, (EXTENDS,), unknown("scenario", name, known))
    return next((file for file in found if not os.path.samefile(file, path)), found[0])


def _is_at_home(file: Path) -> bool:
    """A link may lead to a file of the same folder or to a shipped one, and nowhere else."""
    homes = (file.parent.resolve(), scenarios_folder().resolve())
    return file.parent.resolve() == homes[1] or file.resolve().parent in homes


def _refusal(path: Path, own: Tree, location: Location, message: str) -> InputError:
    fault = Fault(own.places.of_value(location), location, message)
    return InputError(fault_lines(str(path), [*own.faults, fault]))
