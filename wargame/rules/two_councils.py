"""Two-council items (rulebook 1 and 2): what merges the forces of two bodies is decided where both agree, and what it takes."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import BodyKind
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import CouncilNumbers, WarNumbers
from wargame.model.plan import Bid, Draft
from wargame.model.record import Terms
from wargame.model.state import State, Text
from wargame.model.world import World
from wargame.rules.council import NO_PRICE, sound_out
from wargame.rules.law import law, stage
from wargame.rules.membership import Rows
from wargame.rules.numeric import FULL, clamp, quantise
from wargame.rules.price import price


@law("INTEGRATION-1", "founding paper: a Europe that defends itself, read in Washington as decoupling; rulebook 10")
def decoupled(n: CouncilNumbers, commitment: int, step: int) -> int:
    """A step put by a council in which the backbone ally has no seat is read as decoupling: a share of it comes off its commitment."""
    return clamp(commitment - quantise(n.decoupling * step), 0, FULL)


@law("INTEGRATION-2", "founding paper: one set of forces; rulebook 1, integration gains efficiency")
def rest_when_merged(n: WarNumbers, integration: int) -> float:
    """Forces that share headquarters, depots and standards regain readiness the faster, the further they are merged (factor)."""
    return 1.0 + n.rest_merged * integration / 1000.0


@stage
def merge(world: World, state: State, text: Text, size: int) -> None:
    """Both bodies' forces are merged by a step; a patron that does not sit with the sponsor feels left out."""
    other = world.measures[text.measure].second
    for b in range(state.bodies.size):
        side = state.bodies[b]
        if b == text.body or b == other:
            side.integration = clamp(side.integration + size, 0, FULL)
        patron = world.bodies[b].patron
        if patron >= 0 and size > 0 and not state.members[text.body, patron].joined:
            seat = state.members[b, patron]
            seat.commitment = decoupled(world.council_numbers[0], seat.commitment, size)


@stage
def merged_forces(world: World, state: State) -> Rows:
    """By state, how far its forces are merged with those of the council to which it belongs that has come furthest, 1/1000."""
    merged = np.zeros(state.countries.size, np.int64)
    for b in range(state.bodies.size):
        if world.bodies[b].kind == BodyKind.COUNCIL:
            for c in range(merged.size):
                if state.members[b, c].joined:
                    merged[c] = max(merged[c], state.bodies[b].integration)
    return merged


@stage
def foresee(
    world: World,
    state: State,
    draft: Draft,
    bids: Table[Bid],
    d: int,
    supports: Terms,
    positions: Terms,
    lift: Terms,
) -> int:
    """Supports, positions and price of consensus of a draft as tabled; where two councils are heard, of each member the worse of both."""
    own, other = draft.body, world.measures[draft.measure].second
    if other == NOBODY:
        return heard_in(world, state, draft, own, bids, d, supports, positions, lift)
    count = state.countries.size
    felt, taken, lifted = np.zeros(count, np.int64), np.zeros(count, np.int64), np.zeros(count, np.int64)
    asked_there = heard_in(world, state, draft, other, bids, d, felt, taken, lifted)
    # its own council last: what that one was heard to say is kept with the draft
    asked = heard_in(world, state, draft, own, bids, d, supports, positions, lift)
    return worse_of_both(asked, asked_there, supports, positions, lift, felt, taken, lifted)


@stage
def heard_in(
    world: World,
    state: State,
    draft: Draft,
    body: int,
    bids: Table[Bid],
    d: int,
    supports: Terms,
    positions: Terms,
    lift: Terms,
) -> int:
    """Supports, positions and price of consensus of a draft as tabled, before a council, where the draft then lies."""
    draft.body = body
    sound_out(world, state, draft, draft.ambition, bids, d, supports, positions)
    return price(world, state, draft, supports, lift)


@stage
def worse_of_both(
    asked: int,
    asked_there: int,
    supports: Terms,
    positions: Terms,
    lift: Terms,
    felt: Terms,
    taken: Terms,
    lifted: Terms,
) -> int:
    """Of each member the council in which it stands the worse, into the first three; what consensus in both costs."""
    total = 0
    for c in range(supports.size):
        if taken[c] >= 0 and (positions[c] < 0 or felt[c] < supports[c]):
            supports[c] = felt[c]
            positions[c] = taken[c]
        lift[c] = max(lift[c], lifted[c])
        total += lift[c]
    return NO_PRICE if max(asked, asked_there) >= NO_PRICE else max(asked, asked_there, total)
