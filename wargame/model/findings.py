"""How a check of references tells what it found: where in the file, and what is wrong."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Final, Literal, TypeAlias

from wargame.catalogue import _

Finding: TypeAlias = tuple[tuple[str | int, ...], str]
"""The way from the top of the file to the place, and one line on what is wrong there."""

Thing: TypeAlias = Literal[
    "body", "catalogue", "country", "formation", "measure", "place", "region", "scenario", "table"
]
"""What a word in a file may be the id or the name of."""

NONE_GIVEN: Final = _("needs at least one entry")
TOO_LATE: Final = _("too late: left out it stands for ever")
FARTHEST: Final = timedelta(days=100_000)  # the end of a column of days
MOST_LETTERS = 60  # of a wrong word that is repeated

# A whole sentence each: in other languages "no" goes with the gender of what follows.
_NO_SUCH: Final[Mapping[Thing, str]] = {
    "body": _("no body called {word}"),
    "catalogue": _("no catalogue called {word}"),
    "country": _("no country called {word}"),
    "formation": _("no formation called {word}"),
    "measure": _("no measure called {word}"),
    "place": _("no region or sea zone called {word}"),
    "region": _("no region called {word}"),
    "scenario": _("no scenario called {word}"),
    "table": _("no table called {word}"),
}


def unknown(what: Thing, word: str, known: Iterable[str]) -> str:
    """`no country called 'ETS' (did you mean 'EST'?)`."""
    return unlisted(_NO_SUCH[what], word, known)


def unlisted(sentence: str, word: str, known: Iterable[str], **places: str) -> str:
    """A sentence with `{word}` and other places filled in, and with what was probably meant."""
    by_folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word[:MOST_LETTERS].casefold(), by_folded, n=1)
    hint = _(" (did you mean {word}?)").format(word=repr(by_folded[near[0]])) if near else ""
    return sentence.format(word=repr(word[:MOST_LETTERS]), **places) + hint


def unknown_at(place: tuple[str | int, ...], what: Thing, word: str | None, known: Iterable[str]) -> Iterator[Finding]:
    """A finding where a word names nothing; none where it is left out or known."""
    names = tuple(known)
    if word is not None and word not in names:
        yield place, unknown(what, word, names)


def before_start(start: object) -> str:
    """What is said of a date that comes too early."""
    return _("is before the start ({start})").format(start=start)
