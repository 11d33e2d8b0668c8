"""What adopted texts do to forces (rulebook 5 and 10): presence, readiness, levies, industry, arms from stocks, exercises, restraint."""

from __future__ import annotations

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
    """A state mobilises: recruits fill the ranks of its land formations up to what they were built for, by 1/1000 of that."""
    state.countries[country].mobilised = 1
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner == country and is_army(unit.kind) and unit.strength < unit.target:
            unit.strength = min(unit.target, unit.strength + unit.target * size // 1000)


@law("MEASURE-11", "rulebook 10: industry, slow, the only lasting stocks")
def procured(target: int, size: int) -> float:
    """A formation grows a week by a part (1/10000) of what it was built for; with full ranks it is built for more from then on."""
    return target * size / 10_000.0


@stage
def procure(state: State, body: int, size: int) -> None:
    """Orders placed together fill what stocks have given, and build the members' land forces up beyond that (1/10000)."""
    day = state.clock[0].day
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner >= 0 and is_army(unit.kind) and state.members[body, unit.owner].joined:
            unit.strength = min(unit.strength + paced(procured(unit.target, size), day), LARGEST_FORMATION)
            unit.target = max(unit.target, unit.strength)


@law("MEASURE-4", "rulebook 5 and 10: aid comes from national stocks; stocks or the line")
def stock_share(given: int, held: int, share: float) -> float:
    """Donors part with as much of their strength as they hand on, less what comes from depots (both 1/1000 brigade)."""
    return min(1.0, share * given / held) if held > 0 else 0.0


@stage
def equip(world: World, state: State, body: int, country: int, size: int) -> None:
    """A state's formations regain readiness, and strength up to what they were built for.

    It comes from the stocks of the members that are at peace: their land forces lose strength and readiness for it,
    which industry replaces only slowly (UPKEEP-3).
    """
    given = 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner == country:
            unit.readiness = clamp(unit.readiness + size, 0, FULL)
            if unit.strength < unit.target:
                before = unit.strength
                unit.strength = min(unit.target, unit.strength + unit.target * size // 1000)
                given += unit.strength - before
    if given > 0:
        draw_stocks(world, state, body, country, given)


@stage
def gives_stocks(state: State, fights: Rows, body: int, country: int, formation: int) -> bool:
    """A land formation of another member that is not itself at war; `fights` has 1 for the states that are."""
    unit = state.formations[formation]
    if unit.alive == 0 or unit.owner < 0 or unit.owner == country or not is_army(unit.kind):
        return False
    return state.members[body, unit.owner].joined == 1 and fights[unit.owner] == 0


@stage
def draw_stocks(world: World, state: State, body: int, country: int, given: int) -> None:
    """What was handed on is missing with the donors, in equal shares of their strength."""
    n = world.council_numbers[0]
    fights = fighting(state.pairs)
    held = 0
    for u in range(state.formations.size):
        if gives_stocks(state, fights, body, country, u):
            held += state.formations[u].strength
    share = stock_share(given, held, n.arms_given)
    for u in range(state.formations.size):
        if gives_stocks(state, fights, body, country, u):
            unit = state.formations[u]
            unit.strength = max(1, unit.strength - quantise(share * unit.strength))
            unit.readiness = clamp(unit.readiness - quantise(n.stocks_drain * share * 1000.0), 0, FULL)


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
