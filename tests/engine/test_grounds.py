"""Every term that is reckoned leads to a law of the rulebook."""

from enum import IntEnum

import pytest

from wargame.engine.explain import EXPLAINED
from wargame.engine.grounds import GROUNDS, ground_of
from wargame.model.terms import PowerFactor, Ratify, Support
from wargame.rules.law import LAWS

GIVEN: dict[type[IntEnum], set[str]] = {
    Support: {"DISPOSITION"},
    Ratify: {"DISPOSITION"},
    PowerFactor: {"STRENGTH", "TYPE"},
}


@pytest.mark.parametrize("item", EXPLAINED, ids=lambda item: item.id)
def test_every_term_rests_on_a_law(item: object) -> None:
    """Issue 4, line 7: every number opens into its terms, and these into their law; private dispositions are given."""
    vocabulary = item.parts  # type: ignore[attr-defined]
    for term in vocabulary:
        assert (ground_of(term) is None) == (term.name in GIVEN.get(vocabulary, set())), term


def test_laws_named_are_laws() -> None:
    """And terms named are terms."""
    for vocabulary, laws in GROUNDS.items():
        assert set(laws) <= set(vocabulary.__members__)
        assert set(laws.values()) <= set(LAWS)
