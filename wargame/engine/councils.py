"""Where a member stands on a draft, with its terms: in the council that tables it, or in the other that must agree, the worse."""

from __future__ import annotations

import numpy as np

from wargame.model.columns import NOBODY, Table, empty_table
from wargame.model.plan import Bid, Draft
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.terms import TERM_LIMIT
from wargame.model.world import World
from wargame.rules import entries
from wargame.rules.bodies import has_a_voice
from wargame.rules.carriers import opened
from wargame.rules.law import plain
from wargame.rules.support import support


def as_heard(world: World, state: State, draft: Draft, bids: Table[Bid]) -> list[Draft]:
    """A draft as each council that decides on it has heard it; `draft` has been heard by its own already (entries.appraise)."""
    other = int(world.measures[draft.measure].second)
    if other == NOBODY:
        return [draft]
    there, count = empty_table(Draft, 1), state.countries.size
    there[0] = draft
    there[0].body = other
    felt, positions, lift = (np.zeros(count, np.int64) for _ in range(3))
    entries.appraise(world, state, there[0], bids, felt, positions, lift)
    return [draft, there[0]]


def standing(
    world: World, state: State, heard: list[Draft], member: int, points: int, ambition: int
) -> tuple[int, Terms]:
    """A member's support with so much bid for it (1/1000 point), and its terms, in the council where it stands the worse."""
    found = []
    for draft in heard:
        if plain(has_a_voice)(world, state, draft, member):
            terms = np.zeros(TERM_LIMIT, np.int64)
            value = int(support(opened(world), opened(state), draft, ambition, member, points, terms))
            found.append((value, terms))
    return min(found, key=lambda each: each[0])
