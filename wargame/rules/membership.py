"""Who stands with whom, asked of the tables alone: cheap enough for inner loops."""

from __future__ import annotations

import numpy as np

from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import StateNumbers
from wargame.model.state import Coalition, Country, Formation, Member, Pair
from wargame.model.world import CountryFacts
from wargame.rules.law import stage

Rows = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@stage
def fellows(members: Table[Member], one: int, other: int) -> bool:
    """Two states belong to a body together."""
    for b in range(members.shape[0]):
        if members[b, one].joined and members[b, other].joined:
            return True
    return False


@stage
def homes_of(members: Table[Member]) -> Rows:
    """The bodies each state belongs to, one bit each: states are fellows where their bits meet."""
    homes = np.zeros(members.shape[1], np.int64)
    for b in range(members.shape[0]):
        for c in range(homes.size):
            homes[c] |= members[b, c].joined << b
    return homes


@stage
def is_own(members: Table[Member], unit: Formation, body: int) -> bool:
    """A formation is the body's standing one or a member's own."""
    if unit.body >= 0:
        return unit.body == body
    return members[body, unit.owner].joined == 1


@stage
def leans_on(n: StateNumbers, facts: CountryFacts) -> int:
    """The patron that a dependent state stands with; -1 for none."""
    return facts.patron if facts.patron >= 0 and facts.dependence >= n.stands_with else NOBODY


@stage
def sides_of(n: StateNumbers, facts: Table[CountryFacts], members: Table[Member]) -> Rows:
    """For each body and country 1 where others count the country in: a member, or one that depends on a member."""
    sides = np.zeros(members.shape, np.int64)
    for b in range(members.shape[0]):
        for c in range(facts.size):
            patron = leans_on(n, facts[c])
            if members[b, c].joined or (patron >= 0 and members[b, patron].joined):
                sides[b, c] = 1
    return sides


@stage
def fears_most(own: Country, members: Table[Member], against: int) -> bool:
    """A state is the one that another fears most, or of the coalition that it fears more than any state."""
    if against < 0:
        return False
    return own.top_threat == against or (own.top_body >= 0 and members[own.top_body, against].joined == 1)


@stage
def is_fighting(pairs: Table[Pair], country: int) -> bool:
    """A state is at war with any other."""
    for j in range(pairs.shape[1]):
        if pairs[country, j].war:
            return True
    return False


@stage
def fighting(pairs: Table[Pair]) -> Rows:
    """1 for each state that is at war with any other."""
    fights = np.zeros(pairs.shape[0], np.int64)
    for i in range(fights.size):
        for j in range(i):  # war is of both with each other
            if pairs[i, j].war:
                fights[i] = fights[j] = 1
    return fights


@stage
def most_felt(countries: Table[Country], pairs: Table[Pair], coalitions: Table[Coalition], c: int) -> int:
    """The most a state fears, of states and coalitions (1/1000)."""
    felt = 0
    if countries[c].top_threat >= 0:
        felt = pairs[c, countries[c].top_threat].threat
    if countries[c].top_body >= 0:
        felt = max(felt, coalitions[c, countries[c].top_body].threat)
    return felt
