"""The decorators of the rulebook: `@law` cites a law of the rules, `@stage` marks a loop that applies laws to tables.

Both compile with numba where it is installed and leave plain Python otherwise; results are equal (tests hold this).
Only the ways in (rules/entries) are kept compiled; they carry all that they call (rules/linking). The folder of
compiled code is keyed by a digest of the rules and of the versions, because the compiler does not notice a change in a
called module.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import ParamSpec, TypeVar, cast

import numpy as np

from wargame.model.folders import cache_folder

P = ParamSpec("P")
T = TypeVar("T")

_ROOMS_THAT_RULE = ("model", "rules")


@dataclass(frozen=True)
class Law:
    """A cited law: its id, its source, its words, and where it stands."""

    id: str
    source: str
    says: str
    name: str
    module: str

    @property
    def number(self) -> int:
        """Its place in its chapter."""
        return int(self.id.rpartition("-")[2])

    @property
    def sentence(self) -> str:
        """Its first paragraph, on one line."""
        return self._paragraphs[0]

    @property
    def words(self) -> str:
        """The whole law on one line, without the paragraphs that tell programmers of its arguments."""
        return " ".join(paragraph for paragraph in self._paragraphs if "`" not in paragraph)

    @property
    def _paragraphs(self) -> tuple[str, ...]:
        return tuple(" ".join(paragraph.split()) for paragraph in self.says.split("\n\n"))


LAWS: dict[str, Law] = {}


def rules_digest() -> str:
    """Digest of every file that rules a game (hex, 16 characters)."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parent.parent
    for room in _ROOMS_THAT_RULE:
        for file in sorted((package / room).rglob("*.py")):
            digest.update(file.relative_to(package).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _numba() -> ModuleType | None:
    if find_spec("numba") is None or os.environ.get("NUMBA_DISABLE_JIT") == "1":
        return None
    version = f"{sys.version_info.major}{sys.version_info.minor}-{np.__version__}"
    os.environ["NUMBA_CACHE_DIR"] = str(cache_folder() / f"{rules_digest()}-{version}")
    os.environ.setdefault("NUMBA_OPT", "1")  # measured: as fast at run time as 3, a third less to compile
    os.environ.setdefault("NUMBA_CPU_NAME", "generic")  # a sixth less to compile; the same arithmetic on every machine
    import numba

    return numba


_NUMBA = _numba()
_COMPILED = {"nogil": True, "no_cfunc_wrapper": True}


def compiled() -> str:
    """'numba' where the rules run compiled, 'python' where they run as they are written."""
    return "python" if _NUMBA is None else "numba"


def stage(function: Callable[P, T]) -> Callable[P, T]:
    """A loop over tables that applies laws to a working copy; compiled where possible, for compiled callers.

    Python enters compiled code through rules/entries only, because a way in costs more to compile than most stages
    do; called from Python a stage runs as it is written.
    """
    if _NUMBA is None:
        return function
    from wargame.rules.linking import StageCompiler

    inner = _NUMBA.njit(pipeline_class=StageCompiler, no_cpython_wrapper=True, **_COMPILED)(function)
    inner.__class__ = _closed(cast("Hashable", type(inner)))
    return cast("Callable[P, T]", inner)


def scalar(function: Callable[P, T]) -> Callable[P, T]:
    """Arithmetic that laws share: numbers in, a number out."""
    return stage(function)


def entry(function: Callable[P, T]) -> Callable[P, T]:
    """A way into the compiled rules from Python (rules/entries)."""
    if _NUMBA is None:
        return function
    from wargame.rules.linking import EntryCompiler

    return cast("Callable[P, T]", _NUMBA.njit(pipeline_class=EntryCompiler, cache=True, **_COMPILED)(function))


@cache
def _closed(dispatcher: Hashable) -> type:
    """A class of compiled functions that have no way in: from Python they run as they are written."""

    def as_written(self: Callable[..., object], *arguments: object) -> object:
        return plain(self)(*arguments)

    return type("Stage", (cast("type", dispatcher),), {"__call__": as_written, "__slots__": ()})


def law(id: str, source: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A law of the rulebook: `id` is unique, `source` says where it comes from, the docstring is the law in words."""

    def cite(function: Callable[P, T]) -> Callable[P, T]:
        if id in LAWS and LAWS[id].name != function.__name__:
            raise ValueError(f"law {id} is cited twice: {LAWS[id].name} and {function.__name__}")
        LAWS[id] = Law(id, source, (function.__doc__ or "").strip(), function.__name__, function.__module__)
        return stage(function)

    return cite


def law_of(function: Callable[P, T]) -> Law:
    """The law that a function is, for those who name it in a refusal. Raises KeyError where it is none."""
    named = plain(function)
    return _law_at(named.__module__, named.__name__)


@cache
def _law_at(module: str, name: str) -> Law:
    return {(law.module, law.name): law for law in LAWS.values()}[module, name]


def plain(function: Callable[P, T]) -> Callable[P, T]:
    """The uncompiled function behind a law or stage, for tests and for one-off questions."""
    return cast("Callable[P, T]", getattr(function, "py_func", function))
