"""The registry of explained values: what a player may ask "why?" about opens into the terms folded into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, IntEnum

import numpy as np

from wargame.model.columns import empty_table
from wargame.model.plan import Bid, Draft
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.terms import TERM_LIMIT, Answer, Credibility, MotiveTerm, Ratify, StanceTerm, Support, ThreatTerm
from wargame.model.world import World
from wargame.rules import entries
from wargame.rules.felt import threat_parts
from wargame.rules.law import plain


class Fold(Enum):
    """How the parts make the value."""

    SUM = "sum"
    MEAN = "mean"  # rounded down


@dataclass(frozen=True)
class Explained:
    """A value that opens. `ask(world, state, *rows, terms)` fills the terms by `parts` and returns the value used."""

    id: str
    says: str
    rows: tuple[str, ...]
    parts: type[IntEnum]
    fold: Fold
    ask: Callable[..., int]


def _support(world: World, state: State, measure: int, ambition: int, member: int, against: int, terms: Terms) -> int:
    draft = empty_table(Draft, 1)[0]
    draft.body, draft.measure, draft.ambition, draft.against = world.measures[measure].body, measure, ambition, against
    count = state.countries.size
    felt, positions, lift = (np.zeros(count, np.int64) for _ in range(3))
    entries.appraise(world, state, draft, empty_table(Bid, 1, count), felt, positions, lift)  # who is in favour
    return entries.support(world, state, draft, member, terms)


def _threat(world: World, state: State, observer: int, target: int, terms: Terms) -> int:
    pair = state.pairs[observer, target]
    parts = plain(threat_parts)(
        world.threat_numbers[0], pair.aggregate, pair.proximity, pair.offensive, pair.intentions, pair.pledged
    )
    terms[: len(parts)] = parts
    return sum(parts)


EXPLAINED: tuple[Explained, ...] = (
    Explained(
        "threat", "threat that one state feels from another", ("observer", "target"), ThreatTerm, Fold.SUM, _threat
    ),
    Explained(
        "support",
        "a member's support for a draft",
        ("measure", "ambition", "member", "against"),
        Support,
        Fold.SUM,
        _support,
    ),
    Explained(
        "motive", "a leadership's motive against a state", ("body", "target"), MotiveTerm, Fold.SUM, entries.motive
    ),
    Explained(
        "stance", "what a stance is worth to a state", ("country", "stance"), StanceTerm, Fold.SUM, entries.stance_worth
    ),
    Explained("credibility", "credibility of an alliance", ("body",), Credibility, Fold.MEAN, entries.credibility),
    Explained(
        "answer",
        "a state's answer to a request for forces",
        ("body", "member", "place"),
        Answer,
        Fold.SUM,
        entries.answer,
    ),
    Explained(
        "contribution",
        "a contribution under collective defence",
        ("body", "member", "victim", "against"),
        Answer,
        Fold.SUM,
        entries.contribution,
    ),
    Explained(
        "ratification",
        "what an ally makes of an applicant",
        ("body", "ally", "applicant"),
        Ratify,
        Fold.SUM,
        entries.ratification,
    ),
)
"""Every explained value that is read from a state; combat power and worth are kept with the events that used them."""


def explained(id: str) -> Explained:
    """An entry of the registry. Raises KeyError for an unknown id."""
    return {item.id: item for item in EXPLAINED}[id]


def open_value(item: Explained, world: World, state: State, *rows: int) -> tuple[int, dict[str, int]]:
    """The value and its parts by name (all parts, nought included)."""
    terms = np.zeros(TERM_LIMIT, np.int64)
    value = int(item.ask(world, state, *rows, terms))
    return value, {part.name.lower(): int(terms[part]) for part in item.parts}


def refold(item: Explained, parts: dict[str, int]) -> int:
    """Fold parts the way the value was folded."""
    sizes = list(parts.values())
    match item.fold:
        case Fold.SUM:
            return sum(sizes)
        case Fold.MEAN:
            return sum(sizes) // len(sizes)
