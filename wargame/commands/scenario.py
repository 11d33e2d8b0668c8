"""`wargame scenario list | check | schema`."""

from __future__ import annotations

import sys
from pathlib import Path

from wargame.catalogue import _
from wargame.store.editor_schema import schema_json
from wargame.store.faults import InputError
from wargame.store.scenarios import find_scenario, list_scenarios, load_scenario


def list_all() -> None:
    """One line a scenario; a broken one with its first error."""
    for listing in list_scenarios():
        said = listing.title
        if listing.problem is not None:
            said = _("BROKEN  {problem}").format(problem=listing.problem)
        print(f"{listing.name:24} {said}")


def check(files: list[Path]) -> None:
    """All errors of all files, a line each; exit code 1 where there are any."""
    faults = 0
    for file in files:
        try:
            load_scenario(file if file.exists() else find_scenario(str(file)))
        except InputError as fault:
            faults += len(fault.problems)
            for line in fault.problems:
                print(line)
        else:
            print(_("{file}: ok").format(file=file))
    if faults:
        sys.exit(1)


def schema() -> None:
    """The published schema."""
    print(schema_json(), end="")
