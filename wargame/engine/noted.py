"""What all narrators read from a row of the record: who may know it, and its terms by name."""

from __future__ import annotations

from wargame.model.events import TermMap
from wargame.model.names import Names
from wargame.model.record import Terms
from wargame.model.terms import Answer, PowerFactor, Ratify, StanceTerm, Support, Wish


def known_to(names: Names, bits: int) -> tuple[str, ...]:
    """The bodies whose seats may know of an entry."""
    return tuple(body for row, body in enumerate(names.bodies.ids) if (bits >> row) & 1)


def named_terms(kind: type[Support | Answer | StanceTerm | PowerFactor | Wish | Ratify], terms: Terms) -> TermMap:
    """A row of terms by name, those that are not nought."""
    return {term.name.lower(): int(terms[term]) for term in kind if terms[term] != 0}
