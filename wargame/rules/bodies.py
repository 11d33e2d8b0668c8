"""Who belongs with whom, asked of the whole world: allies, sides, wars. Of single tables membership.py tells."""

from __future__ import annotations

import numpy as np

from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers
from wargame.model.plan import Draft
from wargame.model.state import Formation, State
from wargame.model.world import CountryFacts, World
from wargame.rules.kinds import is_army
from wargame.rules.law import law, stage
from wargame.rules.membership import Rows, is_own, leans_on


@stage
def allied(world: World, state: State, one: int, other: int) -> bool:
    """Two states have pledged to defend each other, or are one."""
    return one == other or common_defence(world, state, one, other) >= 0


@stage
def common_defence(world: World, state: State, one: int, other: int) -> int:
    """The first body by whose treaty two states have pledged to defend each other; -1 for none."""
    for b in range(state.bodies.size):
        if world.bodies[b].defends and state.members[b, one].joined and state.members[b, other].joined:
            return b
    return NOBODY


@law("COUNCIL-22", "Protocol No 22 to the Treaty on European Union, on the position of Denmark, Art. 5, as an example")
def takes_part(joined: int, stays_out: int) -> bool:
    """A member whose treaty keeps it out of decisions of a kind neither votes on them, nor counts, nor can block them."""
    return joined == 1 and stays_out == 0


@stage
def has_a_voice(world: World, state: State, draft: Draft, member: int) -> bool:
    """A state is a member of the body of a draft and takes part in decisions of its kind."""
    return has_a_voice_in(world, state, draft, draft.body, member)


@stage
def has_a_voice_in(world: World, state: State, draft: Draft, body: int, member: int) -> bool:
    """A state is a member of a council and takes part in its decisions of a draft's kind."""
    facts = world.countries[member]
    stays_out = facts.opt_out == body and facts.opt_out_kinds >> world.measures[draft.measure].kind & 1 == 1
    return takes_part(state.members[body, member].joined, 1 if stays_out else 0)


@stage
def is_heard_on(world: World, state: State, draft: Draft, member: int) -> bool:
    """A state has a voice on a draft in the council that tables it, or in the other that must agree."""
    other = world.measures[draft.measure].second
    elsewhere = other != NOBODY and has_a_voice_in(world, state, draft, other, member)
    return elsewhere or has_a_voice(world, state, draft, member)


@stage
def is_protected(world: World, state: State, victim: int, attacker: int) -> bool:
    """A body that defends its members counts the victim, and not the attacker, among them."""
    for b in range(state.bodies.size):
        if world.bodies[b].defends and state.members[b, victim].joined and not state.members[b, attacker].joined:
            return True
    return False


@stage
def at_war(state: State, one: int, other: int) -> bool:
    """Two states are at war with each other."""
    return one != other and one >= 0 and other >= 0 and state.pairs[one, other].war == 1


@stage
def find_invaded(world: World, state: State) -> Rows:
    """1 for each state that is at war with whoever holds land of its own."""
    invaded = np.zeros(state.countries.size, np.int64)
    for r in range(state.regions.size):
        home = world.regions[r].home
        if at_war(state, home, state.regions[r].controller):
            invaded[home] = 1
    return invaded


@stage
def set_war(state: State, one: int, other: int) -> None:
    """Two states are at war with each other from now on, if they are not already."""
    if state.pairs[one, other].war == 0:
        mark_line(state, one, other)
    state.pairs[one, other].war = 1
    state.pairs[other, one].war = 1


@stage
def set_peace(state: State, one: int, other: int) -> None:
    """Two states are at war with each other no longer; one that fights nobody else sends its reservists home."""
    state.pairs[one, other].war = 0
    state.pairs[other, one].war = 0
    for c in (one, other):
        fights = False
        for d in range(state.countries.size):
            fights = fights or at_war(state, c, d)
        if not fights:
            state.countries[c].mobilised = 0


@stage
def mark_line(state: State, one: int, other: int) -> None:
    """The line between two states moves today."""
    day = state.clock[0].day
    state.pairs[one, other].line_day = day
    state.pairs[other, one].line_day = day


@stage
def country_of(state: State, formation: int) -> int:
    """The state that answers for a formation: its owner, or the framework nation of a multinational one."""
    owner = state.formations[formation].owner
    if owner >= 0:
        return owner
    for k in range(state.contributions.size):
        part = state.contributions[k]
        if part.alive and part.framework and part.formation == formation:
            return part.country
    return NOBODY


@stage
def seat_of(world: World, state: State, formation: int) -> int:
    """The body whose side a formation is on: its command, else its body, else its owner's."""
    unit = state.formations[formation]
    if unit.command >= 0:
        return unit.command
    if unit.body >= 0:
        return unit.body
    return world.countries[unit.owner].body


@stage
def bodies_of(state: State, country: int) -> int:
    """The bodies a state belongs to, one bit each."""
    bits = 0
    for b in range(state.bodies.size):
        if state.members[b, country].joined:
            bits |= 1 << b
    return bits


@stage
def opens_land(n: StateNumbers, facts: CountryFacts, holder: int, country: int, pledges: int) -> bool:
    """The holder of land lets in its own forces, those of its patron, and those of states pledged with it (bits)."""
    return holder == country or pledges != 0 or leans_on(n, facts) == country


@stage
def pledges(world: World, state: State) -> Rows:
    """The bodies by whose treaties each state is pledged to defend their members, one bit each."""
    pledge = np.zeros(state.countries.size, np.int64)
    for b in range(state.bodies.size):
        if world.bodies[b].defends:
            for c in range(pledge.size):
                pledge[c] |= state.members[b, c].joined << b
    return pledge


@stage
def welcome(world: World, state: State, country: int, region: int) -> bool:
    """A state's forces may stand in a region: it holds it, an ally or its dependent does, or it is sea."""
    holder = state.regions[region].controller
    if holder < 0:
        return True
    return opens_land(
        world.state_numbers[0],
        world.countries[holder],
        holder,
        country,
        1 if allied(world, state, holder, country) else 0,
    )


@stage
def standing_formation(world: World, state: State, body: int, on: int) -> int:
    """The body's standing land formation in the country a region belongs to; -1 if there is none."""
    if on < 0:
        return NOBODY
    home = world.regions[on].home
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and _is_for(world, unit, body, home):
            return u
    return NOBODY


@stage
def planned_formation(world: World, state: State, body: int, on: int) -> int:
    """The body's standing formation that is planned for the country a region belongs to and not raised; -1 for none."""
    if on < 0:
        return NOBODY
    home = world.regions[on].home
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive == 0 and unit.target == 0 and _is_for(world, unit, body, home):
            return u
    return NOBODY


@stage
def _is_for(world: World, unit: Formation, body: int, country: int) -> bool:
    """A formation is a body's standing land formation with a place in a country."""
    return unit.body == body and is_army(unit.kind) and world.regions[unit.at].home == country


@stage
def on_side(state: State, body: int, formation: int) -> bool:
    """A living formation is the body's or a member's own."""
    unit = state.formations[formation]
    return unit.alive == 1 and is_own(state.members, unit, body)
