"""What a game on the whole board costs: 47 states, 24 monthly turns; run by `python -m tests.benchmarks.report`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.doubled import doubled
from tests.benchmarks.positions import Turn, turns_at_war
from tests.benchmarks.test_speed import program, run_turns
from tests.played import seated
from wargame.ai.policy import Level
from wargame.commands.warm import make_warm
from wargame.engine import resolve
from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.futures import Futures
from wargame.engine.judge import draft_row
from wargame.engine.narrate import narrate
from wargame.engine.observe import observe
from wargame.model.codes import Phase
from wargame.model.events import PositionTaken
from wargame.model.orders import TableDraft
from wargame.model.plan import empty_plan
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.session import Session
from wargame.store.scenarios import find_scenario, load_scenario

NAME = "invasion_2022"
AGGRESSOR, VICTIM = "russia", "UKR"
NEWCOMERS = {"FIN": 80.0, "SWE": 80.0}  # with them the council has 32 members
ENDLESS = {"regime_line": -1.0, "fracture_line": -1.0}  # 1/1000: below all that stability and cohesion can be
FUTURES = 200
STAFF_TURNS = 4
EARLY, LATE = 3, 24  # turns compared
ROUNDS = 30
MEBI = 1024  # KiB in a MiB

PEAK = """
import resource, sys
from wargame.cli import main
try:
    main()
finally:
    # ru_maxrss of this process would begin with that of the one which started it
    own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print("peak", max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    """The big scenario, with the rules compiled."""
    make_warm()
    return load_scenario(find_scenario(NAME))


@pytest.fixture(scope="module")
def turns(scenario: Scenario) -> list[Turn]:
    """A game at war through all its turns: no regime falls and no alliance breaks before the last."""
    endless = {**scenario.numbers, "council": {**scenario.numbers.get("council", {}), **ENDLESS}}
    return turns_at_war(scenario.model_copy(update={"numbers": endless}), 1, AGGRESSOR, VICTIM)


def test_load(benchmark: BenchmarkFixture) -> None:
    """The file becomes tables."""
    path = find_scenario(NAME)
    benchmark.extra_info |= {"says": f"{NAME} loaded and compiled to tables", "bar": 0.5, "each": 1, "unit": "s"}
    start = benchmark.pedantic(lambda: compile_scenario(load_scenario(path), 1), rounds=7, warmup_rounds=1)
    assert start.state.countries.size == 47


def test_turn_at_war(benchmark: BenchmarkFixture, turns: list[Turn]) -> None:
    """All steps of a monthly turn, each resolved as a session does it."""
    chosen = [turn for turn in turns if turn.at_war]
    assert chosen
    says = f"a turn of {NAME} at war resolved, its break and copies included"
    benchmark.extra_info |= {"says": says, "bar": 1.5e-3, "each": len(chosen), "unit": "ms"}
    assert benchmark.pedantic(run_turns, (chosen,), rounds=ROUNDS, warmup_rounds=2) == len(chosen)


def test_futures(benchmark: BenchmarkFixture, turns: list[Turn]) -> None:
    """Futures of the resolution of a turn at war."""
    turn = next(turn for turn in turns if turn.at_war)
    state, plan = turn.calls[0]
    futures = Futures(turn.world, state)
    says = f"200 futures of a turn's resolution of {NAME} at war, one core"
    benchmark.extra_info |= {"says": says, "bar": 0.4, "each": 1, "unit": "s"}
    forecast = benchmark.pedantic(futures.play, (plan, FUTURES, 1, 1), rounds=5, warmup_rounds=1)
    assert len(forecast.rows) == FUTURES


def test_staffs(benchmark: BenchmarkFixture, scenario: Scenario) -> None:
    """The first turns of a game of five staffs; the war breaks out in them."""

    def play() -> Session:
        start = compile_scenario(scenario.model_copy(update={"turns": STAFF_TURNS}), 1)
        session = Session(start, seated(start, Level.STAFF))
        session.begin()
        session.play_out()
        return session

    says = f"a turn of the five staffs of {NAME}"
    benchmark.extra_info |= {"says": says, "bar": 1.0, "each": STAFF_TURNS, "unit": "s"}
    assert benchmark.pedantic(play, rounds=2, warmup_rounds=1).turn == STAFF_TURNS


def test_view(benchmark: BenchmarkFixture, scenario: Scenario) -> None:
    """A seat looks at the world."""
    start = compile_scenario(scenario, 1)
    state = resolve.begin(start.world, start.state).state
    benchmark.extra_info |= {"says": f"the View of a seat of {NAME}", "bar": None, "each": 1, "unit": "ms"}
    view = benchmark.pedantic(observe, (start.world, state, start.names, 0), rounds=100, warmup_rounds=3)
    assert view.body == 0


def enlarged(scenario: Scenario) -> Compiled:
    """The game with a council of 32."""
    council = scenario.bodies["nato"]
    members = {**council.members, **NEWCOMERS}
    bodies = {**scenario.bodies, "nato": council.model_copy(update={"members": members})}
    return compile_scenario(scenario.model_copy(update={"bodies": bodies}), 1)


def test_council(benchmark: BenchmarkFixture, scenario: Scenario) -> None:
    """A draft is put to 32 members; every position is told with the terms of the support behind it."""
    start = enlarged(scenario)
    state: State = resolve.open_turn(start.world, resolve.begin(start.world, start.state).state).state
    names, plan = start.names, empty_plan(state)
    order = TableDraft(measure="forward_presence", ambition=2, against="RUS", on="EE-TALL")
    draft_row(observe(start.world, state, names, names.bodies.row("nato")), order, plan.drafts[0])

    def hold() -> int:
        outcome = resolve.decide(start.world, state, plan.drafts[0], plan.bids, 0)
        spoken = [event for event in narrate(names, outcome.record) if isinstance(event, PositionTaken)]
        assert all(sum(event.terms.values()) == event.support for event in spoken)
        return len({event.member for event in spoken})

    says = "a council session of 32 members, every position told with its terms"
    benchmark.extra_info |= {"says": says, "bar": 0.02, "each": 1, "unit": "ms"}
    assert benchmark.pedantic(hold, rounds=ROUNDS, warmup_rounds=2) == 32


def best_of(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The fastest of some rounds (s of this process): a ratio of two such is steady under load."""
    found = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found)


def test_late_turns_cost_no_more(benchmark: BenchmarkFixture, turns: list[Turn]) -> None:
    """The last turn against an early one."""
    early, late = ([turns[number - 1]] for number in (EARLY, LATE))
    ratio = benchmark.pedantic(lambda: best_of(lambda: run_turns(late)) / best_of(lambda: run_turns(early)), rounds=1)
    says = f"turn {LATE} of {NAME} resolved, by turn {EARLY}"
    benchmark.extra_info |= {"says": says, "bar": 1.5, "each": 1, "unit": "times", "value": ratio}
    assert early[0].at_war
    assert late[0].at_war


def test_twice_the_world(benchmark: BenchmarkFixture, scenario: Scenario, turns: list[Turn]) -> None:
    """Early turns of a world of twice the states, regions and formations, against the same of the world itself."""
    short = scenario.model_copy(update={"turns": EARLY})
    twice = turns_at_war(doubled(short), 1, AGGRESSOR, VICTIM)
    assert twice[0].world.countries.size == 2 * turns[0].world.countries.size
    once = turns[:EARLY]
    ratio = benchmark.pedantic(lambda: best_of(lambda: run_turns(twice)) / best_of(lambda: run_turns(once)), rounds=1)
    says = "turns of twice the states, regions and formations, by those of the world itself"
    benchmark.extra_info |= {"says": says, "bar": 5.0, "each": 1, "unit": "times", "value": ratio}


@pytest.mark.parametrize("workers", [1, 2])
def test_memory(benchmark: BenchmarkFixture, scenario: Scenario, workers: int) -> None:
    """The largest process of `simulate`, at its peak."""
    cadets = ",".join(f"{seat}=cadet" for seat in scenario.bodies)
    words = ("simulate", NAME, "--games", "2", "--ai", cadets, "--workers", str(workers))
    said = benchmark.pedantic(program, ("-c", PEAK, *words), rounds=1)
    peak = int(said.split()[-1]) / MEBI
    assert sys.platform == "linux", "the peak is read as Linux tells it"
    says = f"memory of the largest process of `simulate {NAME}` with {workers} worker{'s' * (workers > 1)}"
    benchmark.extra_info |= {"says": says, "bar": 350, "each": 1, "unit": "MB", "value": peak}


def test_phase_is_what_is_timed(turns: list[Turn]) -> None:
    """What is timed begins where orders are carried out."""
    assert {int(state.clock[0].phase) for turn in turns for state, _ in turn.calls} == {Phase.ORDERS}
