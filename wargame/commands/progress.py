"""Progress on a terminal: on standard error, so that what a command prints can be kept or piped."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def shown(items: Iterable[T], total: int, words: str) -> Iterator[T]:
    """The items, with a bar while they come where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=words, total=total, console=Console(stderr=True), transient=True)
