"""Words on the command line that name a thing of the scenario, and what is said where they name none."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from wargame.ai.policy import Level
from wargame.store.faults import InputError, did_you_mean, one_line

MOST_NAMED = 24  # known words that a line lists where none is like the wrong one
LEVELS = tuple(level.value for level in Level)


def known(word: str, words: Collection[str], what: str) -> str:
    """The word as the scenario writes it, in whatever case it was typed. Raises InputError with what was perhaps meant."""
    by_folded = {candidate.casefold(): candidate for candidate in words}
    if word.casefold() not in by_folded:
        raise InputError([one_line(f"no {what} called {word!r}{_hint(word, words)}")])
    return by_folded[word.casefold()]


def _hint(word: str, words: Collection[str]) -> str:
    near = did_you_mean(word, words)
    if near or not 0 < len(words) <= MOST_NAMED:
        return near
    return f" (there are {', '.join(words)})"


def levels_of(text: str, seats: Collection[str]) -> Mapping[str, Level]:
    """Who plays which seat, from `nato=staff,eu=cadet`. Raises InputError for an unknown seat or level."""
    levels = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        seat, equals, level = (word.strip() for word in part.partition("="))
        if not equals:
            raise InputError(
                [one_line(f"--ai: {part!r} is not of the form seat=level, such as {next(iter(seats))}=staff")]
            )
        name = known(seat, seats, "seat")
        levels[name] = Level(known(level, LEVELS, "level"))
    return levels
