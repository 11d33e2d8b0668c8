"""How a command ends when the input is at fault: a line a fault, exit code 1, and never a traceback."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

INPUT_AT_FAULT = 1


def guarded(run: Callable[[], None]) -> None:
    """Run the program. What is foreseen is a line; what is not writes a report to a file and says where."""
    from wargame.store.faults import InputError

    try:
        run()
    except InputError as fault:
        for line in fault.problems:
            print(line, file=sys.stderr)
        sys.exit(INPUT_AT_FAULT)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as crash:
        print(f"tripwire: something went wrong inside the game; the report is in {_report(crash)}", file=sys.stderr)
        raise SystemExit(INPUT_AT_FAULT) from None


def _report(crash: Exception) -> Path:
    from wargame.model.folders import cache_folder

    folder = cache_folder() / "crashes"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{datetime.now(timezone.utc):%Y%m%d-%H%M%S-%f}.txt"
    file.write_text("".join(traceback.format_exception(crash)), encoding="utf-8")
    return file
