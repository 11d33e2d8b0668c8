"""Articles of states whose names need one in a running sentence: by the names that scenarios give them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from wargame.catalogue import _

ARTICLED: Final[Mapping[str, str]] = {
    "Czech Republic": _("the Czech Republic"),
    "Netherlands": _("the Netherlands"),
    "United Kingdom": _("the United Kingdom"),
    "United States": _("the United States"),
}
"""Names of states as they stand in a running sentence, where that is not how they stand in a list or on a label."""


def running(title: str) -> str:
    """The name of a state in the midst of a sentence."""
    return ARTICLED.get(title, title)


def begun(sentence: str) -> str:
    """A sentence with a capital where it begins with the article of a state; else as it is."""
    if any(sentence.startswith(name) for name in ARTICLED.values()):
        return sentence[:1].upper() + sentence[1:]
    return sentence
