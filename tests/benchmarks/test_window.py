"""The window from its start to a turn in the real world, in a process of its own; wall time, the staffs thinking beside it."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROWS = {
    "menu": ("the menu, from the start of Python", 1.5, "s"),
    "first": ("invasion_2022, from Begin to its first screen", 2.0, "s"),
    "idle": ("share of a core that the game's screen takes while nobody does anything", 0.03, "%"),
    "zoom": ("the frame on a notch of the wheel over the map of invasion_2022, 1920x1080", 30e-3, "ms"),
    "longest": ("the longest frame then and while the map is built for the new scale", 50e-3, "ms"),
    "thinking": ("the longest frame while the staffs of invasion_2022 decide", 50e-3, "ms"),
    "memory": ("memory of the window in invasion_2022, at its peak", 400.0, "MB"),
}


@pytest.fixture(scope="module")
def run() -> dict[str, float]:
    """One run."""
    found: dict[str, float] = {}
    for part in ("menu_run", "window_run"):
        words = [sys.executable, "-m", f"tests.benchmarks.{part}", str(time.monotonic())]
        said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
        found |= json.loads(said.splitlines()[-1])
    return found


@pytest.mark.parametrize("what", ROWS)
def test_the_window(benchmark: BenchmarkFixture, run: dict[str, float], what: str) -> None:
    """Issue 4, bars."""
    says, bar, unit = ROWS[what]
    benchmark.pedantic(lambda: None, rounds=1)
    benchmark.extra_info |= {"says": says, "bar": bar, "each": 1, "unit": unit, "value": run[what]}
    assert run[what] > 0
