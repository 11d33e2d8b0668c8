"""The decorators of the rulebook: `@law` cites a law of the rules, `@stage` marks a loop that applies laws to tables.

Both compile with numba where it is installed and leave plain Python otherwise; results are equal (tests hold this).
The folder of compiled code is keyed by a digest of the rules and of the versions, because the compiler does not
notice a change in a called module.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
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


def _compiler() -> Callable[[Callable[P, T]], Callable[P, T]] | None:
    if find_spec("numba") is None or os.environ.get("NUMBA_DISABLE_JIT") == "1":
        return None
    version = f"{sys.version_info.major}{sys.version_info.minor}-{np.__version__}"
    os.environ["NUMBA_CACHE_DIR"] = str(cache_folder() / f"{rules_digest()}-{version}")
    import numba

    return cast("Callable[[Callable[P, T]], Callable[P, T]]", numba.njit(cache=True, nogil=True))


_COMPILE = _compiler()


def compiled() -> str:
    """'numba' where the rules run compiled, 'python' where they run as they are written."""
    return "python" if _COMPILE is None else "numba"


def stage(function: Callable[P, T]) -> Callable[P, T]:
    """A loop over tables that applies laws to a working copy; compiled where possible."""
    return function if _COMPILE is None else cast("Callable[P, T]", _COMPILE(function))


def law(id: str, source: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A law of the rulebook: `id` is unique, `source` says where it comes from, the docstring is the law in words."""

    def cite(function: Callable[P, T]) -> Callable[P, T]:
        if id in LAWS and LAWS[id].name != function.__name__:
            raise ValueError(f"law {id} is cited twice: {LAWS[id].name} and {function.__name__}")
        LAWS[id] = Law(id, source, (function.__doc__ or "").strip(), function.__name__, function.__module__)
        return stage(function)

    return cite


def plain(function: Callable[P, T]) -> Callable[P, T]:
    """The uncompiled function behind a law or stage, for tests and for one-off questions."""
    return cast("Callable[P, T]", getattr(function, "py_func", function))
