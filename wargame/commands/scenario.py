"""`wargame scenario list | check | schema`."""

from __future__ import annotations

import sys
from pathlib import Path

from wargame.store.faults import InputError
from wargame.store.scenarios import list_scenarios, load_scenario, schema_json


def list_all() -> None:
    """One line a scenario; a broken one with its first error."""
    for listing in list_scenarios():
        print(f"{listing.name:24} {listing.title if listing.problem is None else 'BROKEN  ' + listing.problem}")


def check(files: list[Path]) -> None:
    """All errors of all files, a line each; exit code 1 where there are any."""
    faults = 0
    for file in files:
        try:
            load_scenario(file)
        except InputError as fault:
            faults += len(fault.problems)
            for line in fault.problems:
                print(line)
        else:
            print(f"{file}: ok")
    if faults:
        sys.exit(1)


def schema() -> None:
    """The published schema."""
    print(schema_json(), end="")
