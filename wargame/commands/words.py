"""Words on the command line that name a thing of the scenario, and what is said where they name none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, Literal, TypeAlias

from wargame.ai.policy import Level
from wargame.catalogue import _
from wargame.model.findings import did_you_mean
from wargame.store.faults import InputError, one_line

MOST_NAMED = 24  # known words that a line lists where none is like the wrong one

Thing: TypeAlias = Literal[
    "level", "measure", "overlay", "palette", "place", "player", "region", "screen", "seat", "state"
]
"""What a word on the command line may be the name of."""

# A whole sentence each: in other languages "no" goes with the gender of what follows.
_NO_SUCH: Final[Mapping[Thing, str]] = {
    "level": _("no level called {word}"),
    "measure": _("no measure called {word}"),
    "overlay": _("no overlay called {word}"),
    "palette": _("no palette called {word}"),
    "place": _("no place called {word}"),
    "player": _("no player called {word}"),
    "region": _("no region called {word}"),
    "screen": _("no screen called {word}"),
    "seat": _("no seat called {word}"),
    "state": _("no state called {word}"),
}

LEVELS = tuple(level.value for level in Level)


def known(word: str, words: Collection[str], what: Thing) -> str:
    """The word as the scenario writes it, in whatever case it was typed. Raises InputError with what was perhaps meant."""
    by_folded = {candidate.casefold(): candidate for candidate in words}
    if word.casefold() not in by_folded:
        raise InputError([one_line(_NO_SUCH[what].format(word=repr(word)) + _hint(word, words))])
    return by_folded[word.casefold()]


def _hint(word: str, words: Collection[str]) -> str:
    near = did_you_mean(word, words)
    if near or not 0 < len(words) <= MOST_NAMED:
        return near
    return _(" (there are {words})").format(words=", ".join(words))


def seat_once(word: str, seats: Collection[str], given: Collection[str], option: str) -> str:
    """The seat of a word, given for the first time in an option. Raises InputError where it is unknown or among those `given`."""
    name = known(word, seats, "seat")
    if name in given:
        twice = _("{option}: the seat {word} is given twice")
        raise InputError([one_line(twice.format(option=option, word=repr(name)))])
    return name


def levels_of(text: str, seats: Collection[str]) -> Mapping[str, Level]:
    """Who plays which seat, from `nato=staff,eu=cadet`. Raises InputError for a seat unknown or given twice, or an unknown level."""
    levels: dict[str, Level] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        seat, equals, level = (word.strip() for word in part.partition("="))
        if not equals:
            refusal = _("{option}: {word} is not of the form seat=level, such as {example}")
            example = f"{next(iter(seats))}=staff"
            raise InputError([one_line(refusal.format(option="--ai", word=repr(part), example=example))])
        name = seat_once(seat, seats, levels, "--ai")
        levels[name] = Level(known(level, LEVELS, "level"))
    return levels
