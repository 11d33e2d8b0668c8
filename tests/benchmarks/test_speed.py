"""What the game costs, each beside its bar; run by `python -m tests.benchmarks.report`, never by the suite."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.positions import Turn, turns_of
from wargame.ai.policy import Level
from wargame.commands.warm import make_warm
from wargame.engine import resolve
from wargame.engine.compile import compile_scenario
from wargame.engine.futures import Futures
from wargame.engine.observe import observe
from wargame.model.codes import Phase
from wargame.model.folders import CACHE_VARIABLE
from wargame.model.plan import empty_plan
from wargame.model.scenario import Scenario
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.study.games import play

ROOT = Path(__file__).resolve().parents[2]
SEEDS = range(1, 13)
FUTURES = 1000


@pytest.fixture(scope="module")
def turns(first_steps: Scenario) -> list[Turn]:
    """All turns of a dozen games of staffs."""
    make_warm()
    return [turn for seed in SEEDS for turn in turns_of(first_steps, seed)]


def run_turns(turns: list[Turn]) -> int:
    """Resolve each turn, copies included, as a session does; how many came to their end."""
    ended = 0
    for turn in turns:
        for state, plan in turn.calls:
            outcome = resolve.carry_out(turn.world, state, plan)
        ended += outcome.state.clock[0].phase == Phase.ASSESSMENT
    return ended


def program(*words: str, **variables: str) -> str:
    """Run a command to its end in a process of its own; what it printed."""
    variables = os.environ | variables
    ran = subprocess.run([sys.executable, *words], cwd=ROOT, env=variables, capture_output=True, check=True, text=True)
    return ran.stdout


RESOLVED = {
    "a turn at war resolved, its break and copies included": (0.2e-3, lambda turn: turn.at_war),
    "the same, of turns that did not break": (0.2e-3, lambda turn: turn.at_war and len(turn.calls) == 1),
    "a turn in peace resolved": (None, lambda turn: not turn.at_war),
}


@pytest.mark.parametrize("says", RESOLVED, ids=["war", "war unbroken", "peace"])
def test_turn(benchmark: BenchmarkFixture, turns: list[Turn], says: str) -> None:
    """Turns resolved as a session does it."""
    bar, wanted = RESOLVED[says]
    chosen = [turn for turn in turns if wanted(turn)]
    assert chosen
    benchmark.extra_info |= {"says": says, "bar": bar, "each": len(chosen), "unit": "ms"}
    ended = benchmark.pedantic(run_turns, (chosen,), rounds=150, warmup_rounds=5)
    assert ended == len(chosen)


@pytest.mark.parametrize("war", [0, 1], ids=["peace", "war"])
def test_futures(benchmark: BenchmarkFixture, turns: list[Turn], war: int) -> None:
    """A thousand futures of a turn."""
    turn = next(turn for turn in turns if turn.at_war == bool(war))
    state, plan = turn.calls[0]
    futures = Futures(turn.world, state)
    words = f"1,000 futures of a turn's resolution, {'at war' if war else 'in peace'}, one core"
    benchmark.extra_info |= {"says": words, "bar": 0.2, "each": 1, "unit": "s"}
    forecast = benchmark.pedantic(futures.play, (plan, FUTURES, 1, 1), rounds=9, warmup_rounds=1)
    assert len(forecast.rows) == FUTURES


def test_futures_of_a_whole_turn(benchmark: BenchmarkFixture, first_steps: Scenario) -> None:
    """A thousand futures of a turn from its caucus on: sessions, forces, resolution, assessment."""
    start = compile_scenario(first_steps, 1)
    state = resolve.open_turn(start.world, resolve.begin(start.world, start.state).state).state
    assert state.clock[0].phase == Phase.CAUCUS
    futures, plan = Futures(start.world, state), empty_plan(state)
    benchmark.extra_info |= {
        "says": "1,000 futures of a whole turn from its caucus on",
        "bar": 0.2,
        "each": 1,
        "unit": "s",
    }
    forecast = benchmark.pedantic(futures.play, (plan, FUTURES, 1, 1), rounds=9, warmup_rounds=1)
    assert len(forecast.rows) == FUTURES


def test_view(benchmark: BenchmarkFixture, first_steps: Scenario) -> None:
    """A seat looks at the world."""
    start = compile_scenario(first_steps, 1)
    state = resolve.begin(start.world, start.state).state
    benchmark.extra_info |= {"says": "the View of a seat", "bar": None, "each": 1, "unit": "ms"}
    view = benchmark.pedantic(observe, (start.world, state, start.names, 0), rounds=200, warmup_rounds=5)
    assert view.body == 0


def test_load(benchmark: BenchmarkFixture) -> None:
    """A scenario file becomes tables."""
    path = find_scenario("first_steps")
    benchmark.extra_info |= {"says": "first_steps loaded and compiled to tables", "bar": None, "each": 1, "unit": "s"}
    start = benchmark.pedantic(lambda: compile_scenario(load_scenario(path), 1), rounds=5)
    assert len(start.names.countries.ids) == start.state.countries.size


def test_game_of_staffs(benchmark: BenchmarkFixture, first_steps: Scenario) -> None:
    """A game of three staffs."""
    levels = dict.fromkeys(first_steps.bodies, Level.STAFF)
    benchmark.extra_info |= {"says": "a game of three staffs, six turns", "bar": None, "each": 1, "unit": "s"}
    result = benchmark.pedantic(play, (first_steps, 1, levels), rounds=5, warmup_rounds=1)
    assert result.ending != "not_yet"


def test_help(benchmark: BenchmarkFixture) -> None:
    """`wargame --help`."""
    benchmark.extra_info |= {"says": "`wargame --help`", "bar": 0.2, "each": 1, "unit": "s"}
    said = benchmark.pedantic(program, ("-m", "wargame", "--help"), rounds=11, warmup_rounds=2)
    assert "simulate" in said


def test_later_start(benchmark: BenchmarkFixture) -> None:
    """`play.py` where all is installed and compiled."""
    if not (ROOT / ".venv").is_dir():
        pytest.skip("no start was made by play.py here")
    benchmark.extra_info |= {"says": "a later `play.py scenario list`", "bar": 1.0, "each": 1, "unit": "s"}
    said = benchmark.pedantic(program, ("play.py", "scenario", "list"), rounds=7, warmup_rounds=2)
    assert "first_steps" in said


def test_compilation(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """All rules compiled into an empty folder: most of a first start."""
    benchmark.extra_info |= {"says": "all rules compiled, most of a first start", "bar": 120.0, "each": 1, "unit": "s"}
    said = benchmark.pedantic(program, ("-m", "wargame", "warm"), {CACHE_VARIABLE: str(tmp_path)}, rounds=1)
    assert "compiled" in said
