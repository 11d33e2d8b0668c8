"""What a side takes the forces of others to be (rulebook 12): as last seen, else as the published order of battle has them."""

from __future__ import annotations

from wargame.model.codes import Posture
from wargame.model.columns import NOBODY, Table
from wargame.model.state import Formation, State
from wargame.model.world import World
from wargame.rules.law import law, stage
from wargame.rules.membership import is_own
from wargame.rules.numeric import FULL, quantise
from wargame.rules.sight import band_middle


@law("THREAT-15", "rulebook 6 and 12: a state fears what it knows of")
def as_known(own: int, seen_day: int, truth: int, seen: int, book: int) -> int:
    """A side counts its own forces as they are, others as last seen, unseen ones as the published order of battle."""
    if own == 1:
        return truth
    return seen if seen_day >= 0 else book


@stage
def taken_for(world: World, state: State, side: int, formation: int) -> tuple[int, int, int]:
    """Where a side takes a formation to stand, and how strong and how ready it takes it to be (both 1/1000).

    States in no body (side -1) have the published order of battle alone.
    """
    unit = state.formations[formation]
    book = world.order_of_battle[formation]
    if side < 0:
        return book.garrison, book.strength, book.readiness
    own = 1 if is_own(state.members, unit, side) else 0
    sight = state.sightings[side, formation]
    at = as_known(own, sight.day, unit.at, sight.at, book.garrison)
    strength = as_known(own, sight.day, unit.strength, sight.strength, book.strength)
    readiness = as_known(own, sight.day, unit.readiness, sight.readiness, book.readiness)
    return at, strength, readiness


@stage
def estimate(world: World, state: State, body: int) -> None:
    """Put in place of every formation of others what a side takes it to be (THREAT-15); covert ones never seen are not there.

    Orders of others are unknown: each is taken to stand where it is, at its own disposal.
    """
    band = quantise(world.war_numbers[0].state_band)
    today = state.clock[0].day
    for u in range(state.formations.size):
        unit = state.formations[u]
        if is_own(state.members, unit, body):
            continue
        seen = state.sightings[body, u].day
        unit.at, unit.strength, unit.readiness = taken_for(world, state, body, u)
        seen_today = seen == today
        unit.supply = min(band_middle(unit.supply, band), FULL) if seen_today else FULL
        unit.dug_in = min(band_middle(unit.dug_in, band), FULL) if seen_today else 0
        if seen < 0 and world.kinds[unit.kind].covert > 0.0:
            unit.alive = 0
        forget_orders(unit)


@stage
def forget_orders(unit: Formation) -> None:
    """What a formation was ordered is for its own side to know."""
    unit.command = NOBODY
    unit.release_day = NOBODY
    unit.posture = Posture.HOLD
    unit.progress = 0
    unit.loss_limit = FULL
    unit.lost = 0
    unit.free_day = 0
    unit.ordered = 0


@stage
def take_for_known(world: World, state: State, body: int) -> Table[Formation]:
    """Let a state of the world hold what a side knows of formations; gives the truth, for `take_for_true` to put back."""
    truth = state.formations.copy()
    estimate(world, state, body)
    return truth


@stage
def take_for_true(state: State, truth: Table[Formation]) -> None:
    """Put formations back as they are."""
    for u in range(truth.size):
        state.formations[u] = truth[u]
