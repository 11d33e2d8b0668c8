"""How a check of references tells what it found: where in the file, and what is wrong."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Final, Literal, TypeAlias

from wargame.catalogue import _

Location: TypeAlias = tuple[str | int, ...]
"""The way from the top of a file to a thing in it: keys of mappings and indices of lists; () is the whole file."""

Finding: TypeAlias = tuple[Location, str]
"""The place, and one line on what is wrong there."""

Thing: TypeAlias = Literal[
    "body", "catalogue", "country", "formation", "measure", "place", "region", "scenario", "table"
]
"""What a word in a file may be the id or the name of."""

NONE_GIVEN: Final = _("needs at least one entry")
TOO_LATE: Final = _("too late: left out it stands for ever")
FARTHEST: Final = timedelta(days=100_000)  # the end of a column of days
LONGEST_QUOTE: Final = 60
"""The most characters of a wrong value, or of a key, that a line repeats."""

LONGEST_WORD: Final = 100
"""The most characters of a word that are compared with known words."""

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
    return sentence.format(word=repr(shortened(word)), **places) + did_you_mean(word, known)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'X'?)` with the known word that looks most like `word`; empty where none looks like it."""
    by_folded = {candidate[:LONGEST_WORD].casefold(): candidate for candidate in known}
    near = difflib.get_close_matches(word[:LONGEST_WORD].casefold(), by_folded, n=1)
    return _(" (did you mean {word}?)").format(word=repr(shortened(by_folded[near[0]]))) if near else ""


def shortened(text: str) -> str:
    """The text, cut to LONGEST_QUOTE characters."""
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 3] + "..."


def path_text(location: Location) -> str:
    """A location as it is read aloud: `countries.est.neighbours[2]`; empty for the whole file."""
    text = ""
    for step in location:
        match step:
            case int():
                text += f"[{step}]"
            case str():
                text += f".{shortened(step)}" if text else shortened(step)
    return text


def unknown_at(place: Location, what: Thing, word: str | None, known: Iterable[str]) -> Iterator[Finding]:
    """A finding where a word names nothing; none where it is left out or known."""
    names = tuple(known)
    if word is not None and word not in names:
        yield place, unknown(what, word, names)


def before_start(start: object) -> str:
    """What is said of a date that comes too early."""
    return _("is before the start ({start})").format(start=start)
