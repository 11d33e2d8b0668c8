"""One process that compiles some of the ways into the rules; `warm` runs two of them side by side."""

from __future__ import annotations

import gc
import os
import pkgutil
import threading
import time
from collections.abc import Callable, Collection, Sequence, Sized
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

import wargame.rules

PAUSE: Final = 0.25  # s between counts of what is compiled


class Compilable(Protocol):
    """A function, as numba has wrapped it."""

    overloads: Sized

    def compile(self, signature: tuple[object, ...]) -> object:
        """Compile for arguments of these types, or load what was compiled."""

    def typeof_pyval(self, value: object) -> object:
        """The type that a call would see."""


class Counter(Protocol):
    """A whole number that two processes share."""

    value: int


def compile_ways(cache: Path, names: Collection[str], done: Counter) -> None:
    """Compile the named ways in, and all they call, into the rules' folder in `cache`; `done` follows the functions."""
    from wargame.model.folders import CACHE_VARIABLE
    from wargame.study.processes import be_stoppable

    be_stoppable()
    gc.disable()  # compiling leaves little garbage, and looking for it took a fourteenth of the time
    os.environ[CACHE_VARIABLE] = str(cache)  # read when the rules are imported, so they come after it
    from wargame.rules import entries

    threading.Thread(target=_count, args=(functions(), done), daemon=True).start()
    for name, arguments in ways_in().items():
        if name in names:
            compile_way(getattr(entries, name), arguments)


def functions() -> tuple[Compilable, ...]:
    """Every function of the rules that is compiled."""
    modules = [import_module(f"wargame.rules.{found.name}") for found in pkgutil.iter_modules(wargame.rules.__path__)]
    things = (thing for module in modules for thing in vars(module).values())
    return tuple({id(thing): thing for thing in things if hasattr(thing, "overloads")}.values())


def _count(watched: Sequence[Compilable], done: Counter) -> None:
    """Keep count of the functions compiled, for as long as the process lives."""
    while True:
        done.value = sum(bool(function.overloads) for function in watched)
        time.sleep(PAUSE)


def compile_way(way: Callable[..., object], arguments: tuple[object, ...]) -> None:
    """Compile one way in for arguments like these, without calling it."""
    wrapped = cast("Compilable", way)
    wrapped.compile(tuple(wrapped.typeof_pyval(argument) for argument in arguments))


def ways_in() -> dict[str, tuple[object, ...]]:
    """By name, every way into the rules with arguments of the types that the game passes (a test holds this)."""
    import numpy as np

    from wargame.engine.compile import compile_scenario
    from wargame.model.plan import blank_unit_orders, empty_plan
    from wargame.model.record import empty_record
    from wargame.model.terms import TERM_LIMIT
    from wargame.store.scenarios import find_scenario, load_scenario

    start = compile_scenario(load_scenario(find_scenario(SAMPLE)), 1)
    world, state, record, row = start.world, start.state, empty_record(0), 0
    plan, terms = empty_plan(state), np.zeros(TERM_LIMIT, np.int64)
    scores = np.zeros((1, 1), np.int64)
    draft, bids = plan.drafts[0], plan.bids
    return {
        "begin": (world, state),
        "brief": (world, state, record),
        "sound": (world, state, plan, record),
        "consider": (world, state, draft, bids, row, record),
        "close_caucus": (world, state, plan, record),
        "agenda": (world, plan),
        "carry_out": (world, state, plan, record),
        "rise": (state,),
        "assess": (world, state, record),
        "play_futures": (world, state, plan, plan, state, plan, plan, record, row, row, scores),
        "play_votes": (world, state, plan, state, plan, record, row, row, scores),
        "feel": (world, state),
        "estimate": (world, state, row),
        "weigh_for_others": (world, state, row),
        "totals": (world, state, row),
        "appraise": (world, state, draft, bids, terms, terms, terms),
        "broken_draft_law": (world, state, draft),
        "judge_unit_orders": (world, state, row, blank_unit_orders(1)),
        "march": (world, state, row, row, terms),
        "assault_plan": (world, state, plan, row, row),
        "press_plan": (world, state, plan, row, row),
    }


SAMPLE = "first_steps"  # any scenario has tables of the same types
