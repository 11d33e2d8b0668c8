"""The rooms of the house: who may import whom, and that no chance or clock gets into the world."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[1]
WORLD_ROOMS = ("model", "rules", "engine")
CHANCE_AND_CLOCK = frozenset({"random", "secrets", "time", "uuid"})
READINGS = frozenset({"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "os.urandom"})
CHANCE_OF_NUMPY = frozenset({"np.random", "numpy.random"})


def imported_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and dotted name of whatever import statements bring in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def read_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and last two parts of each dotted name in an expression."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
                yield node.lineno, f"{owner}.{name}"


def breaches(source: str) -> list[str]:
    """Places in a source file that draw from global chance or read a clock."""
    tree = ast.parse(source)
    forbidden = READINGS | CHANCE_OF_NUMPY
    imported = [
        f"line {line}: imports {name}"
        for line, name in imported_names(tree)
        if name.split(".")[0] in CHANCE_AND_CLOCK or ".".join(name.split(".")[:2]) in forbidden
    ]
    return imported + [f"line {line}: {name}" for line, name in read_names(tree) if name in forbidden]


def test_the_contracts_between_rooms_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A room imports only from rooms to the right of it; pydantic and pygame stay where they belong."""
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_world_has_no_chance_but_its_dice_and_no_clock() -> None:
    """Dice are a pure function of (seed, date, law, entity, draw); the same orders always make the same world."""
    files = [path for room in WORLD_ROOMS for path in sorted((ROOT / "wargame" / room).rglob("*.py"))]
    assert len(files) >= len(WORLD_ROOMS)
    found = [f"{path.relative_to(ROOT)} {place}" for path in files for place in breaches(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "import random",
        "from random import choice",
        "import time as t",
        "from time import perf_counter",
        "from os import urandom",
        "import numpy.random",
        "from numpy import random",
        "from numpy.random import default_rng",
        "x = np.random.default_rng()",
        "x = datetime.now()",
        "x = datetime.datetime.utcnow()",
        "x = date.today()",
    ],
)
def test_the_check_for_chance_and_clock_can_fail(source: str) -> None:
    """Each way of letting chance or a clock in is found."""
    assert breaches(source)


@pytest.mark.parametrize("source", ["from datetime import date", "date(2014, 2, 27)", "draw.random", "clock.now()"])
def test_the_check_for_chance_and_clock_passes_what_is_pure(source: str) -> None:
    """Dates as values and names that only look alike are no breach."""
    assert breaches(source) == []
