"""Opinion (rulebook 7): what the public thinks of a firm policy; how governments last, fall and are elected."""

from __future__ import annotations

from wargame.model.codes import Die, Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers
from wargame.model.record import Record
from wargame.model.state import Clock, State
from wargame.model.world import World
from wargame.rules.bodies import find_invaded
from wargame.rules.chance import cast, spread
from wargame.rules.drift import drifted, paced
from wargame.rules.law import law, stage
from wargame.rules.membership import most_felt
from wargame.rules.notes import EVERYONE, note, note_more
from wargame.rules.numeric import FULL, clamp, quantise, rising, weeks_ended
from wargame.rules.prices import hardship

FELL, LOST_ELECTION = 0, 1  # third value of Note.GOVERNMENT_FALLS
RETURN, MANDATE = 0, 1  # what is asked of the luck of a vote


@law("OPINION-1", "rulebook 7: opinion follows threat, losses and prices")
def opinion_goal(n: StateNumbers, threat: int, losses: int, pressed: float) -> int:
    """Support for a firm defence policy rises with threat and falls with losses and with hardship at home (1/1000)."""
    tired = n.opinion_losses * rising(float(losses), n.losses_half) + n.opinion_hardship * pressed
    return clamp(quantise(n.opinion_base + n.opinion_threat * threat - tired), 0, FULL)


@law("OPINION-2", "rulebook 7; Williams 2008, domestic determinants")
def government_goal(n: StateNumbers, pressed: float, opinion: int, outlook: int) -> int:
    """A government is supported as far as there is no hardship and its outlook is that of the public (1/1000)."""
    apart = abs((opinion - FULL // 2) * 2 - outlook)
    return clamp(quantise(n.government_base - n.government_hardship * pressed - n.government_apart * apart), 0, FULL)


@law("OPINION-3", "rulebook 7: elections change outlooks")
def new_outlook(n: StateNumbers, opinion: int, luck: float) -> int:
    """A new government is as hawkish as the public, give or take the luck (0..1) of the vote (-1000..1000)."""
    return clamp(quantise((opinion - FULL / 2) * n.mandate + n.vote_spread * (2.0 * luck - 1.0)), -FULL, FULL)


@law("OPINION-4", "rulebook 7 and 12: below 30 a government falls")
def falls(n: StateNumbers, support: int) -> bool:
    """A government with less than 30 per cent support falls."""
    return support < n.government_falls


@law("OPINION-5", "rulebook 7: an election is a risk")
def reelected(support: int, luck: float) -> bool:
    """A government holds an election by its support: the chance is its support's square against the opposition's."""
    against = FULL - support
    total = support * support + against * against
    return luck * total < support * support


@law(
    "OPINION-6",
    "rulebook 7: elections at known dates; Constitution of Ukraine, Art. 83: a war on the soil puts them off",
)
def is_held(election_day: int, day: int, invaded: int) -> bool:
    """An election is held as the week of its day ends, but not in a state that is invaded (1); -1 is no day."""
    return invaded == 0 and election_day >= 0 and weeks_ended(election_day, day) == 1


@law("OPINION-7", "rulebook 10: candidate status, refugees; European Council, 23 June 2022")
def heartened(support: int, size: int) -> float:
    """A perspective held out, and families in safety, make good a share of what a government's support lacks (all 1/1000)."""
    return size * (FULL - support) / 1000.0


@stage
def hearten(world: World, state: State, country: int, size: int) -> None:
    """The government of a state is held to the more, and so is the leadership of the nation that it leads."""
    day, own = state.clock[0].day, state.countries[country]
    own.government = clamp(own.government + paced(heartened(own.government, size), day), 0, FULL)
    for b in range(state.bodies.size):
        if world.bodies[b].leader == country:
            side = state.bodies[b]
            side.stability = clamp(side.stability + paced(heartened(side.stability, size), day), 0, FULL)


@stage
def form_opinion(world: World, state: State, record: Record) -> None:
    """Opinions and governments drift, elections are held, governments fall (weekly).

    Note.GOVERNMENT_FALLS: who = country, where = capital, first = outlook of the new government, second = its support,
    third = 0 fell or 1 lost an election, fourth = outlook of the old one.
    """
    n = world.state_numbers[0]
    clock, invaded = state.clock[0], find_invaded(world, state)
    for c in range(state.countries.size):
        country = state.countries[c]
        shock = n.shock * spread(clock.seed, clock.day, Die.OPINION_SHOCK, c, 0)
        felt = most_felt(state.countries, state.pairs, state.coalitions, c)
        pressed = hardship(n, country.economy, country.prices)
        goal = opinion_goal(n, felt, country.losses, pressed)
        country.opinion = drifted(n.opinion_rate, country.opinion, goal, -shock)
        wanted = government_goal(n, pressed, country.opinion, country.outlook)
        country.government = drifted(n.government_rate, country.government, wanted, -shock)
        if world.countries[c].regime >= n.electoral:
            _face_voters(world, state, c, invaded[c], record)


@stage
def _face_voters(world: World, state: State, c: int, invaded: int, record: Record) -> None:
    """An election if its day was in the week that ends; a fall if support is gone."""
    n, clock, country = world.state_numbers[0], state.clock[0], state.countries[c]
    if is_held(world.countries[c].election_day, clock.day, invaded):
        if reelected(country.government, luck_of_the_vote(clock, c, RETURN)):
            country.government = max(country.government, quantise(n.fresh_government))
        else:
            change_government(world, state, c, LOST_ELECTION, record)
    elif falls(n, country.government):
        change_government(world, state, c, FELL, record)


@stage
def luck_of_the_vote(clock: Clock, c: int, question: int) -> float:
    """Luck (0..1) of a state's vote of today: whether its government returns, and with what mandate another comes."""
    return cast(clock.seed, clock.day, Die.ELECTION, c, question)


@stage
def change_government(world: World, state: State, c: int, why: int, record: Record) -> None:
    """Another government takes office; after a fall it is a caretaker's for a while, for which no delegate speaks."""
    n, clock, country = world.state_numbers[0], state.clock[0], state.countries[c]
    capital, vote = world.countries[c].capital, luck_of_the_vote(clock, c, MANDATE)
    if why == FELL:
        country.caretaker = clock.turn + int(n.caretaker_turns) + 1
    before = country.outlook
    country.outlook = new_outlook(n, country.opinion, vote)
    country.government = quantise(n.fresh_government)
    entry = note(
        record, Note.GOVERNMENT_FALLS, clock.day, c, NOBODY, capital, country.outlook, country.government, EVERYONE
    )
    note_more(record, entry, why, before)
