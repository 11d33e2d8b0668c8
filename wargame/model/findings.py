"""How a check of references tells what it found: where in the file, and what is wrong."""

import difflib
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Finding: TypeAlias = tuple[tuple[str | int, ...], str]
"""The way from the top of the file to the place, and one line on what is wrong there."""

NONE_GIVEN = "needs at least one entry"
MOST_LETTERS = 60  # of a wrong word that is repeated


def unknown(what: str, word: str, known: Iterable[str]) -> str:
    """`no country called 'ETS' (did you mean 'EST'?)`."""
    by_folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word[:MOST_LETTERS].casefold(), by_folded, n=1)
    hint = f" (did you mean {by_folded[near[0]]!r}?)" if near else ""
    return f"no {what} called {word[:MOST_LETTERS]!r}{hint}"


def unknown_at(place: tuple[str | int, ...], what: str, word: str | None, known: Iterable[str]) -> Iterator[Finding]:
    """A finding where a word names nothing; none where it is left out or known."""
    names = tuple(known)
    if word is not None and word not in names:
        yield place, unknown(what, word, names)
