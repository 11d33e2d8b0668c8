"""What adopted texts do to forces (rulebook 5 and 10): presence, readiness, levies, industry, arms from stocks, exercises, restraint."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Act
from wargame.model.columns import NOBODY
from wargame.model.state import Formation, State, Text
from wargame.model.world import World
from wargame.rules.bodies import on_side, planned_formation, standing_formation
from wargame.rules.drift import paced
from wargame.rules.intentions import perceive, perceive_body
from wargame.rules.kinds import is_army
from wargame.rules.law import law, stage
from wargame.rules.membership import Rows, fighting, is_fighting
from wargame.rules.numeric import FULL, clamp, quantise, weeks_ended
from wargame.rules.routes import edge_between
from wargame.rules.stocks import fill_ranks, send_arms

LARGEST_FORMATION = Formation.columns["strength"].high  # 1/1000 brigade-equivalent


@stage
def build_presence(world: World, state: State, text: Text, size: int) -> None:
    """A standing formation is built up to a strength.

    The framework nation's own land forces pay for it in readiness; the adversary sees a deployment next door.
    """
    u = standing_formation(world, state, text.body, text.on)
    if u == NOBODY:
        u = raise_battlegroup(world, state, text.body, text.on)
    if u == NOBODY:
        return
    unit = state.formations[u]
    unit.target = max(unit.target, size)
    drain = quantise(world.council_numbers[0].presence_drain * text.ambition)
    for k in range(state.contributions.size):
        part = state.contributions[k]
        if part.alive == 0 or part.formation != u or part.framework == 0:
            continue
        for f in range(state.formations.size):
            own = state.formations[f]
            if own.alive and own.owner == part.country and is_army(own.kind):
                own.readiness = clamp(own.readiness - drain, 0, FULL)
    perceive_body(world, state, text.body, Act.DEPLOYMENT, unit.at)


@stage
def raise_battlegroup(world: World, state: State, body: int, on: int) -> int:
    """The advance party of a planned formation arrives on its host's soil; -1 where none was planned."""
    u = planned_formation(world, state, body, on)
    if u != NOBODY:
        unit = state.formations[u]
        unit.alive = 1
        unit.strength = quantise(world.council_numbers[0].advance_party)
        unit.target = unit.strength
        unit.readiness = world.order_of_battle[u].readiness
    return u


@stage
def raise_readiness(world: World, state: State, text: Text, size: int) -> None:
    """The members' formations rise in readiness, those of both councils where two have agreed; or those of the state helped alone."""
    other = world.measures[text.measure].second
    for u in range(state.formations.size):
        unit = state.formations[u]
        if text.helps != NOBODY:
            trains = unit.alive == 1 and unit.owner == text.helps
        else:
            trains = on_side(state, text.body, u) or (other != NOBODY and on_side(state, other, u))
        if trains:
            unit.readiness = clamp(unit.readiness + size, 0, FULL)


@stage
def levy(state: State, country: int, size: int) -> None:
    """A state mobilises: recruits fill the ranks of its land formations by 1/1000 of what they were built for, as depots arm them."""
    state.countries[country].mobilised = 1
    fill_ranks(state, country, size)


@law("MEASURE-11", "rulebook 10: industry, slow, the only lasting stocks")
def procured(target: int, size: int) -> float:
    """Orders make a part (1/10000) a week of what a formation was built for: for its state's depots, and beyond full ones for it."""
    return target * size / 10_000.0


@stage
def procure(world: World, state: State, body: int, size: int) -> None:
    """Orders placed together fill the members' depots first, and then build their land forces up beyond full ranks (1/10000)."""
    day = state.clock[0].day
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner >= 0 and is_army(unit.kind) and state.members[body, unit.owner].joined:
            new, own = paced(procured(unit.target, size), day), state.countries[unit.owner]
            kept = min(new, max(0, world.countries[unit.owner].depots - own.stocks))
            own.stocks += kept
            unit.strength = min(unit.strength + new - kept, LARGEST_FORMATION)
            unit.target = max(unit.target, unit.strength)


@law("MEASURE-4", "rulebook 5 and 10: aid comes from national stocks; stocks or the line")
def stock_share(given: int, held: int) -> float:
    """Donors part with what they hand on, each with the same share of what its depots and land forces hold (both 1/1000 brigade)."""
    return min(1.0, given / held) if held > 0 else 0.0


@stage
def equip(world: World, state: State, body: int, country: int, size: int) -> None:
    """A state's formations regain readiness, and its depots are sent 1/1000 of all that its formations were built for.

    It comes from the members that are at peace: from their depots, then from the line. Their land forces lose readiness
    for it; industry fills the depots again slowly (STOCKS-2).
    """
    built = 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner == country:
            unit.readiness = clamp(unit.readiness + size, 0, FULL)
            built += unit.target
    given = send_arms(world, state, country, built * size // FULL)
    if given > 0:
        draw_stocks(world, state, body, country, given)


@stage
def donors(state: State, body: int, country: int) -> Rows:
    """1 for each member of a body but the state helped that is not itself at war."""
    fights = fighting(state.pairs)
    gives = np.zeros(state.countries.size, np.int64)
    for c in range(gives.size):
        gives[c] = 1 if c != country and state.members[body, c].joined == 1 and fights[c] == 0 else 0
    return gives


@stage
def land_forces(state: State) -> Rows:
    """The strength of each state's land forces (1/1000 brigade-equivalent)."""
    line = np.zeros(state.countries.size, np.int64)
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner >= 0 and is_army(unit.kind):
            line[unit.owner] += unit.strength
    return line


@stage
def draw_stocks(world: World, state: State, body: int, country: int, given: int) -> None:
    """What was handed on is missing with the donors, in equal shares of what they hold: in their depots, then in the line."""
    gives, line = donors(state, body, country), land_forces(state)
    held = 0
    for c in range(gives.size):
        held += gives[c] * (state.countries[c].stocks + line[c])
    share = stock_share(given, held)
    owed = np.zeros(gives.size, np.int64)
    for c in range(gives.size):
        own = state.countries[c]
        part = quantise(share * gives[c] * (own.stocks + line[c]))
        owed[c] = max(0, part - own.stocks)
        own.stocks -= part - owed[c]
    drain = quantise(world.council_numbers[0].stocks_drain * share * FULL)
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner >= 0 and is_army(unit.kind) and gives[unit.owner]:
            unit.strength = max(1, unit.strength - unit.strength * owed[unit.owner] // max(1, line[unit.owner]))
            unit.readiness = clamp(unit.readiness - drain, 0, FULL)


@stage
def exercise(world: World, state: State, text: Text, size: int) -> None:
    """Formations in and next to a region train; every neighbour notices."""
    leader = world.bodies[text.body].leader
    for u in range(state.formations.size):
        unit = state.formations[u]
        if on_side(state, text.body, u) and near(world, unit.at, text.on):
            unit.readiness = clamp(unit.readiness + size, 0, FULL)
    perceive(world, state, leader, Act.EXERCISE, text.on)


@stage
def near(world: World, here: int, there: int) -> bool:
    """Two regions are the same or neighbours."""
    return here == there or edge_between(world, here, there) >= 0


@stage
def restrain(world: World, state: State, text: Text, size: int) -> None:
    """Forces are held back: readiness falls, and in the first week all who watch see a withdrawal. Who fights holds nothing back."""
    leader = world.bodies[text.body].leader
    if is_fighting(state.pairs, leader):
        return
    for u in range(state.formations.size):
        if on_side(state, text.body, u):
            unit = state.formations[u]
            unit.readiness = clamp(unit.readiness - size, 0, FULL)
    if weeks_ended(text.adopted, state.clock[0].day) == 1:
        perceive(world, state, leader, Act.WITHDRAWAL, world.countries[leader].capital)
