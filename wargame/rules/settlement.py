"""Terms of peace (rulebook 5 and 13): what one side asks for, what the other grants to end their war, and what binds it then."""

from __future__ import annotations

from wargame.model.codes import BodyKind, Grant
from wargame.model.numbers import StateNumbers, WarNumbers
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import at_war
from wargame.rules.law import law, stage
from wargame.rules.numeric import FULL, clamp, quantise, rising

MOST_TERMS = int(Grant.RECOGNITION)


@law("SETTLE-1", "rulebook 13: accepted terms; draft agreement of Istanbul, 29 March 2022, on permanent neutrality")
def are_enough(asked: int, granted: int) -> bool:
    """An offer on terms is met by one that grants at least what it asks for; only what was asked for is granted."""
    return granted >= asked


@law("SETTLE-2", "rulebook 5: weighs terms; Goemans 2000, war aims follow what the war teaches")
def insistence(n: WarNumbers, claim: int, gained: float, losses: int, late: float, stability: int) -> float:
    """A side asks for terms as far as it lays claim and has taken land (points); losses, a long stalemate and unrest at home speak against.

    `claim` and `stability` 1/1000, `gained` the share of the land taken since the game began (below 0 where it was lost), `losses`
    1/1000 brigade-equivalent, `late` half-years beyond ripeness.
    """
    wanted = n.ask_claim * claim / 1000.0 + n.ask_gained * gained
    taught = n.ask_losses * rising(float(losses), n.worn_half) + n.ask_time * late
    return wanted - taught - n.ask_shaken * (FULL - stability) / 1000.0


@law("SETTLE-3", "rulebook 5: weighs terms; Wittman 1979: who expects little of going on grants more")
def readiness_to_yield(n: WarNumbers, lost: float, losses: int, late: float, stability: int, aided: int) -> float:
    """A side grants terms as far as it has lost land and men and is shaken, and the stalemate lasts (points); help speaks against.

    Units as in SETTLE-2; `aided` 1 where a text of others helps it.
    """
    worn = n.yield_lost * lost + n.yield_losses * rising(float(losses), n.worn_half) + n.yield_time * late
    return worn + n.yield_shaken * (FULL - stability) / 1000.0 - n.yield_aided * aided


@law("SETTLE-4", "rulebook 5: weighs terms")
def degree(points: float) -> int:
    """Each whole point is a degree of terms: neutrality, then recognition of the line."""
    return clamp(int(points), 0, MOST_TERMS)


@law("SETTLE-5", "rulebook 8: each decision costs stability")
def paid_at_home(n: WarNumbers, stability: int, granted: int) -> int:
    """Terms granted cost a leadership stability by their degree (1/1000)."""
    return clamp(stability - quantise(n.grant_price * granted), 0, FULL)


@law("SETTLE-6", "rulebook 13: land x value, or accepted terms")
def worth_of_terms(n: StateNumbers, granted: int) -> int:
    """Terms are worth as much as so large a share of the land that is not held (1/1000)."""
    if granted == Grant.NOTHING:
        return 0
    return quantise(FULL * (n.hold_neutral if granted == Grant.NEUTRALITY else n.hold_recognised))


@law("SETTLE-7", "Vienna Convention on the Law of Treaties, Art. 60: a breach ends what was agreed")
def binds(granted: int, war: int) -> bool:
    """A state that granted its neutrality applies to no body while the two are at peace."""
    return granted >= Grant.NEUTRALITY and war == 0


@law(
    "SETTLE-8",
    "rulebook 5: weighs terms; the conditions named by the Kremlin on 7 March 2022, in the second week of the war",
)
def is_offered_now(asked: int, granted: int, ripe: int) -> bool:
    """Who asks for terms, or grants those that are asked for, offers while the war goes on; on the line alone, once it is ripe."""
    return asked > 0 or granted > 0 or ripe == 1


@stage
def grant(world: World, state: State, giver: int, taker: int, granted: int) -> None:
    """The states that one body speaks for grant terms to the leader of another, if they fight its side; it is paid for at home."""
    leader = world.bodies[taker].leader
    if granted == 0 or leader < 0:
        return
    for c in range(state.countries.size):
        if world.countries[c].body != giver:
            continue
        for d in range(state.countries.size):
            if world.countries[d].body == taker and at_war(state, c, d):
                state.pairs[c, leader].granted = granted
    if world.bodies[giver].kind != BodyKind.COUNCIL:
        own = state.bodies[giver]
        own.stability = paid_at_home(world.war_numbers[0], own.stability, granted)


@stage
def void_terms(world: World, state: State, one: int, other: int) -> None:
    """A war between two states voids what those that their sides speak for granted each other (SETTLE-7)."""
    sides = world.countries[one].body, world.countries[other].body
    for c in range(state.countries.size):
        if world.countries[c].body != sides[0]:
            continue
        for d in range(state.countries.size):
            if world.countries[d].body == sides[1]:
                state.pairs[c, d].granted = 0
                state.pairs[d, c].granted = 0


@stage
def is_bound(state: State, country: int) -> bool:
    """A state is held to the neutrality that it granted somebody."""
    for d in range(state.countries.size):
        if binds(state.pairs[country, d].granted, state.pairs[country, d].war):
            return True
    return False
