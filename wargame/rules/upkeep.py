"""The weekly upkeep of forces (rulebook 5 and 11): entrenchment, recovery, build-up, release, and what fades."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wargame.model.calendar import WEEK
from wargame.model.codes import Effect
from wargame.model.numbers import WarNumbers
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import country_of, find_invaded
from wargame.rules.carriers import handed_on
from wargame.rules.combat import is_line
from wargame.rules.command import give_back
from wargame.rules.front import wear_fronts
from wargame.rules.law import law, stage
from wargame.rules.losses import bleed, destroy
from wargame.rules.membership import Rows
from wargame.rules.numeric import FULL, bounded, quantise
from wargame.rules.occupation import resist
from wargame.rules.stocks import issue, ration, restock, wanting
from wargame.rules.supply import closed_in, starve
from wargame.rules.tasks import commander_of, rest_under_command
from wargame.rules.texts import added_in_force
from wargame.rules.two_councils import merged_forces, rest_when_merged


class Week(NamedTuple):
    """What a week of upkeep does alike for all formations of a state, by state."""

    fights: Rows  # 1 at war
    held_back: Rows  # 1 while a text of its body restrains its forces
    merged: Rows  # how far its forces are merged with its fellows', 1/1000
    sent: Rows  # replacements of a week for each of its formations, 1/1000 brigade-equivalent
    rations: Rows  # the part of them that its depots can arm, 1/1000


@law("UPKEEP-1", "rulebook 11: entrenchment")
def dug_in_after(dug_in: int, alarmed: int, n: WarNumbers) -> int:
    """Who stands still digs in week by week: fully when mobilised or at war, else no further than in peace (1/1000)."""
    most = FULL if alarmed else quantise(n.peace_works)
    return max(dug_in, min(most, dug_in + quantise(n.dig_in)))


@law("UPKEEP-2", "rulebook 11: readiness")
def rested(readiness: int, nominal: int, supply: int, held_back: int, command: float, n: WarNumbers) -> int:
    """A supplied formation regains readiness up to its nominal level; what training added beyond it fades (1/1000).

    Readiness must be kept up: a share of the surplus goes each week, and at least a thousandth. While forces are held back by
    restraint they regain none. `command` is the factor of those who command it (TASK-3), 1 under a nation, and of how far
    its forces are merged (INTEGRATION-2).
    """
    if readiness > nominal:
        return max(nominal, readiness - max(1, quantise(n.unlearn * (readiness - nominal))))
    if supply < n.rest_supply or held_back == 1:
        return readiness
    return min(nominal, readiness + quantise(n.rest * command))


@law("UPKEEP-3", "rulebook 1 and 5: build-up")
def built_up(strength: int, target: int, n: WarNumbers) -> int:
    """A standing multinational formation grows towards its target strength, and never shrinks to it."""
    return max(strength, min(target, strength + quantise(n.build_standing)))


@law("UPKEEP-6", "rulebook 10: money keeps a state and its replacement alive")
def replacements(homeland: int, economy: int, n: WarNumbers) -> int:
    """Replacements come sooner to a state that has mobilised for a war on its own soil, and as far as its economy pays.

    `economy` in 1/1000 of its baseline; 1/1000 brigade-equivalent a week for each formation.
    """
    paid = bounded((economy - n.exhausted) / (FULL - n.exhausted), 0.0, 1.0)
    return quantise((n.build_homeland if homeland else n.build_national) * paid)


@law("UPKEEP-4", "rulebook 5: transfer of authority, until released")
def is_released(command: int, release_day: int, day: int) -> bool:
    """Authority over a formation goes back to its state when the agreed time is over."""
    return command >= 0 and release_day >= 0 and day >= release_day


@law("UPKEEP-5", "rulebook 4: the tripwire")
def tripwire_after(tripwire: int, n: WarNumbers) -> int:
    """The shock of soldiers lost fades a little each week (1/1000)."""
    return tripwire - quantise(tripwire * n.tripwire_fades)


@stage
def upkeep(world: World, state: State, record: Record, fights: Rows) -> None:
    """One week of all formations, of the bond of losses, and of occupied land; `fights` has 1 for the states at war."""
    n = world.war_numbers[0]
    held_back, merged = find_held_back(world, state, fights), merged_forces(world, state)
    peace = not fights.any()
    if not peace:
        wear_fronts(world, state, record, fights)
    sent, built = find_sent(world, state), np.zeros(state.countries.size, np.int64)
    week = handed_on(Week(fights, held_back, merged, sent, find_rations(state, sent, built, n)))
    for u in range(state.formations.size):
        if state.formations[u].alive:
            nation = country_of(state, u)
            keep_up(world, state, record, nation, week, u)
            if peace:
                state.formations[u].supply = closed_in(state.formations[u].supply, FULL, float(WEEK), n)
            loss = starve(world, state, u)
            if loss > 0:
                bleed(world, state, u, loss)
                if state.formations[u].strength < n.remnant:
                    destroy(world, state, record, country_of(state, u), u)
    for b in range(state.bodies.size):
        for c in range(state.countries.size):
            if state.members[b, c].tripwire > 0:
                state.members[b, c].tripwire = tripwire_after(state.members[b, c].tripwire, n)
    restock(world, state, record, built)
    resist(world, state, record)


@stage
def keep_up(world: World, state: State, record: Record, nation: int, week: Week, formation: int) -> None:
    """One formation's week; `nation` is the state that answers for it."""
    n = world.war_numbers[0]
    unit = state.formations[formation]
    if is_line(unit.kind) and state.legs[formation, 0].to < 0:
        unit.dug_in = dug_in_after(unit.dug_in, is_alarmed(state, week, nation), n)
    held_back = week.held_back[nation] if nation >= 0 else 0
    nominal = world.order_of_battle[formation].readiness
    by = commander_of(unit.command, unit.body)
    command = rest_under_command(n, state.bodies[by].crisis_task) if by >= 0 else 1.0
    command *= rest_when_merged(n, week.merged[nation]) if nation >= 0 else 1.0
    unit.readiness = rested(unit.readiness, nominal, unit.supply, held_back, command, n)
    if unit.supply >= n.rest_supply:
        if unit.owner < 0:
            unit.strength = built_up(unit.strength, unit.target, n)
        else:
            issue(state, formation, week.sent[unit.owner], week.rations[unit.owner])
    if is_released(unit.command, unit.release_day, state.clock[0].day) and unit.owner >= 0:
        give_back(world, state, record, formation)


@stage
def find_sent(world: World, state: State) -> Rows:
    """The replacements of a week for each formation of a state, where its depots can arm them, 1/1000 brigade-equivalent."""
    n, invaded = world.war_numbers[0], find_invaded(world, state)
    sent = np.zeros(state.countries.size, np.int64)
    for c in range(sent.size):
        at_home = invaded[c] == 1 and state.countries[c].mobilised == 1
        sent[c] = replacements(1 if at_home else 0, state.countries[c].economy, n)
    return sent


@stage
def find_rations(state: State, sent: Rows, built: Rows, n: WarNumbers) -> Rows:
    """The part of the replacements sent that each state's depots can arm (1/1000).

    Fills `built` with what the formations of each state were built for.
    """
    asked = np.zeros(sent.size, np.int64)
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive == 1 and unit.owner >= 0:
            built[unit.owner] += unit.target
            if unit.supply >= n.rest_supply:
                asked[unit.owner] += wanting(state, u, sent[unit.owner])
    for c in range(asked.size):
        asked[c] = ration(state.countries[c].stocks, asked[c])
    return asked


@stage
def find_held_back(world: World, state: State, fights: Rows) -> Rows:
    """1 for each member of a body with a text of restraint in force, but for those that fight."""
    held_back = np.zeros(state.countries.size, np.int64)
    for b in range(state.bodies.size):
        if added_in_force(world, state, Effect.RESTRAIN, b) > 0:
            for c in range(held_back.size):
                held_back[c] = max(held_back[c], state.members[b, c].joined * (1 - fights[c]))
    return held_back


@stage
def is_alarmed(state: State, week: Week, nation: int) -> int:
    """1 where a state has mobilised or is at war."""
    if nation < 0:
        return 0
    return 1 if week.fights[nation] or state.countries[nation].mobilised else 0
