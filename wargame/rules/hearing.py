"""A hearing (rulebook 3): what is one thing for all members that are asked what they think of a draft."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wargame.model.calendar import WEEK
from wargame.model.codes import Effect, IncidentKind, MeasureKind
from wargame.model.columns import NOBODY
from wargame.model.plan import Draft
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.alliance import credibility_of
from wargame.rules.article4 import is_on_matter
from wargame.rules.bodies import has_a_voice
from wargame.rules.carriers import handed_on
from wargame.rules.law import stage
from wargame.rules.membership import Rows
from wargame.rules.numeric import FULL
from wargame.rules.texts import size_in_force


class Hearing(NamedTuple):
    """What all who are heard on a draft know of it."""

    trust: int  # how far the body is believed, 1/1000
    daunted: int  # by what share nuclear threats in force make them more cautious, 1/1000
    days: int  # since the state answered began an attack, -1 for none
    weeks: int  # since the Assembly condemned its side, -1 for never
    voices: int  # the weight of those who carried that, 1/1000
    on_matter: int  # 1 for the matter of the body's open consultations
    newcomers: Rows  # the states that would come in by the other council's door
    left_out: Rows  # the members that a treaty keeps out of the decision


@stage
def open_hearing(world: World, state: State, draft: Draft) -> Hearing:
    """Members are about to be heard on a draft in the council that it lies before."""
    trust, daunted = credibility_of(world, state, draft.body), daunted_by(world, state, draft.against)
    return hearing_where(world, state, draft, trust, daunted)


@stage
def hearing_where(world: World, state: State, draft: Draft, trust: int, daunted: int) -> Hearing:
    """The same, where it is known how far the body is believed and how far threats daunt (1/1000), which many drafts share."""
    against = draft.against
    days, weeks = days_since_attack(state, against), weeks_condemned(world, state, against)
    voices, on_matter = voices_against(world, state, against), is_on_matter(world, state, draft)
    newcomers, left_out = find_newcomers(world, state, draft), find_left_out(world, state, draft)
    return handed_on(Hearing(trust, daunted, days, weeks, voices, on_matter, newcomers, left_out))


@stage
def is_of_two(world: World, draft: Draft) -> bool:
    """A draft merges forces, or needs two councils: it is then asked who comes in by the other's door, and who is left out."""
    measure = world.measures[draft.measure]
    return measure.kind == MeasureKind.INTEGRATION or measure.second != NOBODY


@stage
def other_council(world: World, draft: Draft) -> int:
    """The other of two councils that a draft needs, seen from the one it lies before; -1 for none."""
    measure = world.measures[draft.measure]
    return int(measure.second if draft.body == measure.body else measure.body)


@stage
def find_newcomers(world: World, state: State, draft: Draft) -> Rows:
    """The states that sit in the other of two councils and not in this one."""
    other = other_council(world, draft)
    found = np.zeros(state.countries.size, np.int64)
    count = 0
    if is_of_two(world, draft) and other >= 0:
        for c in range(found.size):
            if state.members[other, c].joined and not state.members[draft.body, c].joined:
                found[count] = c
                count += 1
    return found[:count]


@stage
def find_left_out(world: World, state: State, draft: Draft) -> Rows:
    """The members of this council that have no voice on a draft of two councils."""
    found = np.zeros(state.countries.size, np.int64)
    count = 0
    if is_of_two(world, draft):
        for c in range(found.size):
            if state.members[draft.body, c].joined and not has_a_voice(world, state, draft, c):
                found[count] = c
                count += 1
    return found[:count]


@stage
def days_since_attack(state: State, author: int) -> int:
    """Days since a state last began an armed attack that all know of, while its war goes on or rests; -1 for none."""
    days = -1
    for k in range(state.incidents.size):
        act = state.incidents[k]
        if author < 0 or act.alive == 0 or act.kind != IncidentKind.ARMED_ATTACK or act.author != author:
            continue
        since = state.clock[0].day - act.day
        remembered = state.pairs[author, act.victim].war == 1 or act.settled == 1
        if remembered and (days < 0 or since < days):
            days = since
    return days


@stage
def weeks_condemned(world: World, state: State, against: int) -> int:
    """Weeks since the Assembly last condemned the side of a state; -1 for never."""
    body = world.countries[against].body if against >= 0 else NOBODY
    if body < 0 or state.bodies[body].condemned < 0:
        return -1
    return (state.clock[0].day - state.bodies[body].condemned) // WEEK


@stage
def voices_against(world: World, state: State, against: int) -> int:
    """The weight of those who carried that condemnation (1/1000)."""
    body = world.countries[against].body if against >= 0 else NOBODY
    return state.bodies[body].voices if body >= 0 else 0


@stage
def daunted_by(world: World, state: State, against: int) -> int:
    """By what share the nuclear threats in force of the side of a state make those more cautious who would answer it, 1/1000."""
    if against < 0:
        return 0
    daunted = 0
    for t in range(state.texts.size):
        text = state.texts[t]
        if text.alive == 0:
            continue
        leader = world.bodies[text.body].leader
        on_its_side = leader == against or state.members[text.body, against].joined == 1
        if leader >= 0 and on_its_side and world.countries[leader].warheads > 0:
            daunted += size_in_force(world, text, Effect.DAUNT)
    return min(daunted, FULL)
