"""Names and texts that a player could not read, or not tell apart: blank, of several lines, with letters that hide.

Unicode holds characters that show nothing, turn the direction of writing, or look like letters of another script
(Unicode Technical Standard 39, Security Mechanisms). In a name they are an accident or a trap.
"""

import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Final

from pydantic import BaseModel

from wargame.catalogue import _
from wargame.model.findings import Finding, Location
from wargame.model.scenario import Scenario

HIDDEN: Final = frozenset({"Cf", "Co", "Cn", "Cs"})
"""Categories of characters that show nothing, or nothing that all fonts agree on: formats, private use, unassigned."""

BLANK_LETTERS: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Characters of other categories that show nothing: fillers, the empty braille pattern, the joiner of graphemes."""

VARIATIONS: Final = (range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Selectors of variants, which show nothing themselves."""

MOST_MARKS: Final = 2
"""The most combining marks on one letter: what languages need."""

ALIKE: Final = {
    "LATIN": _("Latin"),
    "GREEK": _("Greek"),
    "CYRILLIC": _("Cyrillic"),
    "ARMENIAN": _("Armenian"),
    "COPTIC": _("Coptic"),
    "CHEROKEE": _("Cherokee"),
}
"""Scripts with letters that look like those of another of them, as Unicode names their letters."""

Written = tuple[Location, str]


def check_legible(scenario: Scenario) -> Iterator[Finding]:
    """Everything written in a scenario that is not what it looks like."""
    for place, name in _names(scenario):
        yield from _check_name(place, name)
    for place, text in _texts((), scenario):
        for letter in text:
            if _is_hidden(letter):
                yield place, _("holds a character that cannot be seen: {code}").format(code=_code(letter))
                break
    for section in ("bodies", "countries"):
        yield from _check_alike(scenario, section)


def _check_name(place: Location, name: str) -> Iterator[Finding]:
    if len(name.splitlines()) != 1 or "\t" in name or not name.strip():
        yield place, _("a name is one line, and not blank")
        return
    space = next((letter for letter in name if letter.isspace() and letter != " "), None)
    if space is not None:
        yield place, _("holds a space that is none: {code}").format(code=_code(space))
    if any(all(map(unicodedata.combining, name[k : k + MOST_MARKS + 1])) for k in range(len(name) - MOST_MARKS)):
        yield place, _("heaps marks upon a letter")
    for word in name.split():
        if len(scripts := sorted({script for letter in word if (script := _script(letter))})) > 1:
            says = _("{word} mixes letters of different scripts that look alike: {scripts}")
            yield place, says.format(word=repr(word), scripts=", ".join(ALIKE[script] for script in scripts))


def _check_alike(scenario: Scenario, section: str) -> Iterator[Finding]:
    """Two sides, or two states, of one name."""
    seen: dict[str, str] = {}
    for row, named in getattr(scenario, section).items():
        seems = " ".join(unicodedata.normalize("NFKC", named.name).casefold().split())
        if seems in seen:
            yield (section, row, "name"), _("{other} has this name already").format(other=seen[seems])
        seen.setdefault(seems, row)


def _names(scenario: Scenario) -> Iterator[Written]:
    """Every name that a player reads, with its place."""
    yield ("title",), scenario.title
    for section in ("bodies", "countries", "regions", "seas", "formations"):
        for row, named in getattr(scenario, section).items():
            yield (section, row, "name"), named.name
    for row, measure in scenario.measures.items():
        yield ("measures", row, "title"), measure.title


def _texts(here: Location, part: object) -> Iterator[Written]:
    """Every text of a part of a scenario, with its place."""
    match part:
        case str():
            yield here, part
        case BaseModel():
            yield from chain.from_iterable(_texts((*here, key), value) for key, value in part)
        case dict():
            yield from chain.from_iterable(_texts((*here, key), value) for key, value in part.items())
        case tuple():
            yield from chain.from_iterable(_texts((*here, row), value) for row, value in enumerate(part))


def _is_hidden(letter: str) -> bool:
    if letter.isascii():
        return False
    selects = any(ord(letter) in selectors for selectors in VARIATIONS)
    return selects or letter in BLANK_LETTERS or unicodedata.category(letter) in HIDDEN


def _script(letter: str) -> str | None:
    """The script of a letter that has its like in another script; None for all others."""
    first = unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
    return first if first in ALIKE else None


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"
