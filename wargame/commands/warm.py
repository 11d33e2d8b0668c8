"""`wargame warm`: compile the rules, with progress, so that the first game starts at once."""

from __future__ import annotations

from wargame.engine.compile import compile_scenario
from wargame.engine.explain import EXPLAINED
from wargame.engine.futures import Futures
from wargame.model.plan import empty_plan
from wargame.rules.law import compiled
from wargame.store.scenarios import find_scenario, load_scenario


def warm() -> None:
    """Play a moment of the smallest scenario, which compiles every rule that a game enters."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from wargame.ai.policy import Level
    from wargame.study.games import new_session

    if compiled() == "python":
        print("numba is not installed: the rules run as they are written, slower.")
        return
    scenario = load_scenario(find_scenario("first_steps"))
    start = compile_scenario(scenario, 1)
    console = Console()
    with Progress(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=console) as progress:
        task = progress.add_task("compiling the rules (once)", total=4)
        session = new_session(scenario, 1, {seat: Level.STAFF for seat in start.names.bodies.ids})
        session.begin()
        progress.advance(task)
        Futures(session.world, session.state).play(empty_plan(session.state), 1, 1, 1)
        progress.advance(task)
        session.play_out()
        progress.advance(task)
        _ = EXPLAINED
        progress.advance(task)
