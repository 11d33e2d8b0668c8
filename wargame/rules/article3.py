"""Article 3 (rulebook 1): the capacity to resist armed attack, and the share of the product that members pledge to it."""

from __future__ import annotations

from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers
from wargame.model.state import Country, State, Text
from wargame.model.world import World
from wargame.rules.drift import paced
from wargame.rules.law import law, stage
from wargame.rules.numeric import FULL, clamp
from wargame.rules.texts import reaches


@law("ARTICLE3-1", "North Atlantic Treaty Art. 3; Warsaw Summit, commitment to enhance resilience, 8 July 2016")
def hardened(resilience: int, size: int) -> float:
    """A week of common effort makes good a share of what a state's capacity to resist lacks (all in 1/1000)."""
    return size * (FULL - resilience) / 1000.0


@law("ARTICLE3-2", "Wales Summit Declaration, 5 September 2014, para. 14; rulebook 1: kept or not by national budgets")
def spent_by_pledge(n: StateNumbers, share: int, commitment: int, government: int, size: int) -> float:
    """A week of a pledge closes a share of what a member spends less than two per cent (1/100 % of GDP).

    It is kept as far as the member is committed to the body; a government that is hardly supported keeps none (all in 1/1000).
    """
    if government < n.pledge_government:
        return 0.0
    return size / 1000.0 * max(n.pledged_share - share, 0.0) * commitment / 1000.0


@stage
def harden(world: World, state: State, text: Text, size: int) -> None:
    """The capacity to resist of the state helped rises, or of all members where none is named (1/1000)."""
    day = state.clock[0].day
    for c in range(state.countries.size):
        helped = text.helps == c if text.helps != NOBODY else reaches(world, state, text, c)
        if helped:
            country = state.countries[c]
            country.resilience = clamp(country.resilience + paced(hardened(country.resilience, size), day), 0, FULL)


@stage
def keep_pledge(n: StateNumbers, state: State, body: int, size: int) -> None:
    """The members that spend less than was pledged spend more, as far as each keeps its word."""
    for c in range(state.countries.size):
        if state.members[body, c].joined == 1:
            spend_more(n, state.countries[c], state.members[body, c].commitment, size, state.clock[0].day)


@stage
def spend_more(n: StateNumbers, country: Country, commitment: int, size: int, day: int) -> None:
    """One member's budget in a week of a pledge."""
    more = spent_by_pledge(n, country.defence_share, commitment, country.government, size)
    country.defence_share += paced(more, day)
