"""The General Assembly (rulebook 1): resolutions on the conduct of a side, and the courting of those who vote on them."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Note, Stand
from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers
from wargame.model.record import Record
from wargame.model.state import State, Text
from wargame.model.world import World
from wargame.rules.hearing import days_since_attack
from wargame.rules.law import law, stage
from wargame.rules.notes import EVERYONE, note, note_more
from wargame.rules.numeric import FULL, clamp, points, quantise
from wargame.rules.outside import is_outsider, leans, rivals, stand_of, weight_of_those


@law(
    "ASSEMBLY-1",
    "Charter of the United Nations, Arts. 10 to 12; A/RES/ES-11/1 (141 to 5) and A/RES/ES-11/5 (94 to 14), 2022",
)
def vote_of(n: StateNumbers, leans: int, aside: int, ambition: int) -> int:
    """A state votes as it leans; the stronger the words, the fewer find themselves in them (codes.Stand: CONDEMNS is a yes)."""
    return stand_of(n, leans - points(n.words_weight * (ambition - 1)), aside, Stand.ASIDE)


@law("ASSEMBLY-2", "Charter of the United Nations, Art. 18(2): two thirds of the members present and voting")
def is_carried(yes: int, no: int) -> bool:
    """A resolution is carried by two thirds of those who vote yes or no; who abstains does not vote."""
    return yes > 0 and yes >= 2 * no


@law("ASSEMBLY-3", "rulebook 3 and 6: a declaration binds who made it; Fearon 1994, audience costs")
def thinks_once_declared(n: StateNumbers, ill: int, ambition: int, share: int) -> int:
    """Who has condemned a side in public thinks the worse of it from then on, the more the stronger the words (1/1000).

    `share` is what a resolution still does that is put again soon (MEASURE-1), 1/1000.
    """
    return clamp(ill + quantise(n.declared * ambition * share / FULL * (FULL - ill)), 0, FULL)


@law("ASSEMBLY-4", "rulebook 1: world opinion; Resolution A/RES/ES-11/1 as a success of those who put it")
def cohesion_after(n: StateNumbers, cohesion: int, ambition: int, carried: int, share: int) -> int:
    """Who put a resolution that is carried holds together the better, and the worse where it is not; more with its words (1/1000).

    One more victory soon after the last is worth as much less as its share says; a defeat is a defeat.
    """
    gained = n.carried * share / FULL if carried else -n.defeated
    return clamp(cohesion + quantise(gained * ambition), 0, FULL)


@law("ASSEMBLY-5", "Global Gateway, JOIN(2021) 30, 1 December 2021; Russia-Africa summit, Sochi, 24 October 2019")
def won(n: StateNumbers, goodwill: int, size: int, rests_at: int, stand: int) -> int:
    """Whoever courts a state outside wins each week a share of the goodwill that it lacks (all 1/1000).

    No gifts win who condemns the giver, and none carry goodwill farther than so much beyond where it rests.
    """
    if stand == Stand.CONDEMNS:
        return goodwill
    most = max(goodwill, rests_at + quantise(n.courted_most))
    return clamp(goodwill + quantise(size * (FULL - goodwill) / FULL), 0, min(most, FULL))


@stage
def resolve_in_assembly(world: World, state: State, record: Record, text: Text) -> None:
    """The General Assembly votes on the conduct of the side of the state answered; where it is carried, the side stands condemned.

    Note.ASSEMBLY: who = body that put it, whom = state answered, first = yes, second = no, third = abstentions,
    fourth = 1 where it was carried.
    """
    judged, ambition = world.countries[text.against].body, text.ambition
    n, rival = world.state_numbers[0], rivals(world, state)
    yes, no, abstained = np.zeros((3, world.outsiders.size), np.int64)
    for o in range(yes.size):
        if is_outsider(world, o):
            vote = vote_of(n, leans(world, state, rival, o, judged), world.outsiders[o].aside, ambition)
            state.regards[o, judged].vote = vote
            yes[o] = 1 if vote == Stand.CONDEMNS else 0
            no[o] = 1 if vote == Stand.SUPPORTS else 0
            abstained[o] = 1 if vote == Stand.ASIDE else 0
    carried = 1 if is_carried(yes.sum(), no.sum()) else 0
    own = state.bodies[text.body]
    own.cohesion = cohesion_after(n, own.cohesion, ambition, carried, text.share)
    if carried:
        condemn(state, n, judged, weight_of_those(world, yes), ambition, text.share)
    day = state.clock[0].day
    row = note(record, Note.ASSEMBLY, day, text.body, text.against, NOBODY, yes.sum(), no.sum(), EVERYONE)
    note_more(record, row, abstained.sum(), carried)


@stage
def condemn(state: State, n: StateNumbers, body: int, voices: int, ambition: int, share: int) -> None:
    """A side stands condemned from today, by those who voted for it."""
    state.bodies[body].condemned = state.clock[0].day
    state.bodies[body].voices = voices
    for o in range(state.regards.shape[0]):
        regard = state.regards[o, body]
        if regard.vote == Stand.CONDEMNS:
            regard.ill = thinks_once_declared(n, regard.ill, ambition, share)


@stage
def court(world: World, state: State, body: int, size: int) -> None:
    """A side courts all states outside for a week, `size` in 1/1000 of what goodwill lacks."""
    for o in range(state.regards.shape[0]):
        regard, rests_at = state.regards[o, body], world.leanings[o, body].goodwill
        regard.goodwill = won(world.state_numbers[0], regard.goodwill, size, rests_at, regard.stand)


@stage
def conduct_of(world: World, state: State, leader: int) -> int:
    """1 where the side of a state has attacked, holds the land of others, or has used nuclear weapons: there is conduct to judge."""
    body = world.countries[leader].body
    if body < 0:
        return 0
    if days_since_attack(state, leader) >= 0 or state.bodies[body].used > 0:
        return 1
    for r in range(state.regions.size):
        holder, home = state.regions[r].controller, world.regions[r].home
        if holder >= 0 and home >= 0 and state.members[body, holder].joined and not state.members[body, home].joined:
            return 1
    return 0
