"""Makes `scenarios/invasion_2022.yaml` and `scenarios/baltic_2016.yaml` from the tables in `tools/data`.

    python3 -m tools.build_scenario            writes both
    python3 -m tools.build_scenario NAME       writes one

Made once and then owned by hand: running it again overwrites what was changed by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.scenario.edition import EDITIONS
from tools.scenario.making import scenario_text

SCENARIOS = Path(__file__).resolve().parent.parent / "scenarios"


def main(names: list[str]) -> None:
    """Write the scenarios named, or all."""
    known = {edition.name: edition for edition in EDITIONS}
    for name in names or known:
        if name not in known:
            sys.exit(f"no edition called {name!r}: there are {', '.join(known)}")
        (SCENARIOS / f"{name}.yaml").write_text(scenario_text(known[name]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
