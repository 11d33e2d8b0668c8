"""Arms in depots (rulebook 5, 10 and 11): they make good what a state's formations lose, run out, and are made anew slowly.

Whatever arms a formation comes from the depots of its state, and whatever is sent to a state comes into them.
"""

from __future__ import annotations

from wargame.model.codes import Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.drift import paced
from wargame.rules.kinds import is_army
from wargame.rules.law import law, stage
from wargame.rules.membership import Rows, homes_of
from wargame.rules.notes import note
from wargame.rules.numeric import FULL
from wargame.rules.sight import told_by


@law("STOCKS-1", "rulebook 5 and 11: stocks")
def ration(stocks: int, asked: int) -> int:
    """Depots that hold less than all formations of a state ask for give each of them the same part of it (1/1000)."""
    return FULL if stocks >= asked else FULL * stocks // asked


@law("STOCKS-2", "rulebook 5 and 10: industry replaces what was used up or handed on, slowly")
def made(built_for: int, economy: int, n: WarNumbers) -> float:
    """Industry makes a part of all that a state's formations were built for in a week, as its economy runs.

    `built_for` and the result in 1/1000 brigade-equivalent, `economy` in 1/1000 of its baseline.
    """
    return n.industry * built_for * economy / FULL


@law("STOCKS-3", "rulebook 5 and 10: arms are sent to who lacks them")
def room(lacking: int, depots: int, stocks: int) -> int:
    """A state takes what its formations lack and its depots have room for, and no more (1/1000 brigade-equivalent)."""
    return max(0, lacking + depots - stocks)


@law("STOCKS-4", "rulebook 12: what armies lack is known to those who serve with them, and to who helps them")
def are_empty(stocks: int, depots: int, were_empty: int, n: WarNumbers) -> bool:
    """Depots count as empty below a small part of what they hold when full, and until they hold twice that again."""
    least = n.depots_empty * depots
    return stocks < (2.0 * least if were_empty else least)


@stage
def wanting(state: State, formation: int, most: int) -> int:
    """What a formation of a state would take, up to so much and to what it was built for (1/1000 brigade-equivalent)."""
    unit = state.formations[formation]
    if unit.alive == 0 or unit.owner < 0 or unit.strength >= unit.target:
        return 0
    return min(most, unit.target - unit.strength)


@stage
def issue(state: State, formation: int, most: int, share: int) -> None:
    """Depots give a formation that part (1/1000) of what it asks for: up to so much, and to what it was built for."""
    given = wanting(state, formation, most) * share // FULL
    state.formations[formation].strength += given
    if given > 0:
        state.countries[state.formations[formation].owner].stocks -= given


@stage
def fill_ranks(state: State, country: int, size: int) -> None:
    """A state's land formations are armed by 1/1000 of what each was built for, as far as its depots reach."""
    asked = 0
    for u in range(state.formations.size):
        if state.formations[u].owner == country and is_army(state.formations[u].kind):
            asked += wanting(state, u, state.formations[u].target * size // FULL)
    share = ration(state.countries[country].stocks, asked)
    for u in range(state.formations.size):
        if state.formations[u].owner == country and is_army(state.formations[u].kind):
            issue(state, u, state.formations[u].target * size // FULL, share)


@stage
def send_arms(world: World, state: State, country: int, offered: int) -> int:
    """Arms come into the depots of a state; what it takes of them."""
    lacking = 0
    for u in range(state.formations.size):
        lacking += wanting(state, u, state.formations[u].target) if state.formations[u].owner == country else 0
    own = state.countries[country]
    taken = min(offered, room(lacking, world.countries[country].depots, own.stocks))
    own.stocks += taken
    return taken


@stage
def restock(world: World, state: State, record: Record, built: Rows) -> None:
    """A week of industry: what it makes goes into the depots until they are as full as before the game.

    `built` is what all formations of each state were built for (1/1000 brigade-equivalent).
    Note.DEPOTS where they have come to be empty: who = state; known to the sides that are told what it sees (SIGHT-4).
    """
    n, day = world.war_numbers[0], state.clock[0].day
    for c in range(state.countries.size):
        own, full = state.countries[c], world.countries[c].depots
        if own.stocks < full:
            own.stocks = min(full, own.stocks + paced(made(built[c], own.economy, n), day))
        empty = 1 if are_empty(own.stocks, full, own.emptied, n) else 0
        if empty > own.emptied:
            known = told_by(world, state, homes_of(state.members))[c]
            note(record, Note.DEPOTS, day, c, NOBODY, NOBODY, 0, 0, known)
        own.emptied = empty
