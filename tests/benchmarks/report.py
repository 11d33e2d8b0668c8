"""Runs the benchmarks and writes docs/performance.md: `python -m tests.benchmarks.report`."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "performance.md"
PEER_BAR = 3.0  # times the orders a second of the package diplomacy, at least
UNITS = {"s": 1.0, "ms": 1e3, "times": 1.0, "MB": 1.0, "%": 100.0}

HEAD = """# Performance

Made by `python -m tests.benchmarks.report`; do not edit. Medians of one run, a process a chapter, on {cores} cores ({machine}),
Python {python}, numba {numba}. Other machines, and this one under load, differ: compare the figures of a run with each other.

| what | median | fastest | bar | median / bar |
|---|---|---|---|---|
"""


def measured(folder: Path) -> list[dict[str, Any]]:
    """What the benchmarks found, each file of them in a process of its own: none is slowed by what another left behind."""
    benchmarks: list[dict[str, Any]] = []
    for file in sorted((ROOT / "tests" / "benchmarks").glob("test_*.py")):
        found = folder / f"{file.stem}.json"
        words = ["-q", "-m", "", "-p", "no:cacheprovider", f"--benchmark-json={found}", str(file)]
        subprocess.run([sys.executable, "-m", "pytest", *words], cwd=ROOT, check=True)
        benchmarks += json.loads(found.read_text(encoding="utf-8"))["benchmarks"]
    return benchmarks


def row(benchmark: dict[str, Any]) -> str:
    """One line of the table."""
    info, stats = benchmark["extra_info"], benchmark["stats"]
    if "value" in info:  # what was measured is no time
        stats = {"median": info["value"], "min": info["value"]}
    unit, scale = info["unit"], UNITS[info["unit"]] / info["each"]
    bar, ratio = "", ""
    if info["bar"] is not None:
        bar, ratio = f"{info['bar'] * UNITS[unit]:g} {unit}", f"{stats['median'] / info['each'] / info['bar']:.2f}"
    return f"| {info['says']} | {stats['median'] * scale:.3g} {unit} | {stats['min'] * scale:.3g} {unit} | {bar} | {ratio} |"


def beside_the_peer() -> list[str]:
    """Lines of the orders a second beside the peer's; none where the extra `peer` is not installed."""
    if find_spec("diplomacy") is None:
        return []
    words = [sys.executable, "-m", "tests.benchmarks.peer"]
    found = json.loads(subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    judged = [
        f"| orders a second of {name}, by those of the package diplomacy (at least) | {ratio:g} times | "
        f"| {PEER_BAR:g} times | {ratio / PEER_BAR:.2f} |"
        for name, ratio in found["ratio"].items()
    ]
    seen = [
        f"| the same of {name} with the making of the Views, which the peer has nothing like | {ratio:g} times | | | |"
        for name, ratio in found["ratio_with_views"].items()
    ]
    return judged + seen


def main() -> None:
    """Measure and write the page."""
    from importlib.metadata import version

    with tempfile.TemporaryDirectory() as folder:
        rows = [row(benchmark) for benchmark in measured(Path(folder))] + beside_the_peer()
    facts = {"cores": os.cpu_count(), "machine": platform.machine(), "python": platform.python_version()}
    PAGE.write_text(HEAD.format(**facts, numba=version("numba")) + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
