"""Occupation (rulebook 11 and 2): taking land, the first blow of a war, and what occupied people do."""

from __future__ import annotations

from wargame.model.codes import Act, Break, IncidentKind, Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import WarNumbers
from wargame.model.record import Record, Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.bodies import allied, at_war, country_of, is_protected, mark_line
from wargame.rules.combat import is_line, stands_against
from wargame.rules.field import AUTHOR, CODE, PLACE, VICTIM, Field, is_defended
from wargame.rules.hybrid import GRAVEST, incident
from wargame.rules.intentions import perceive
from wargame.rules.law import law, stage
from wargame.rules.losses import fall_back
from wargame.rules.notes import EVERYONE, note
from wargame.rules.numeric import FULL, clamp, quantise


@law("OCCUPY-1", "rulebook 11: land goes to whoever enters it undefended; allies liberate")
def new_holder(home: int, taker: int, home_fights_holder: int, home_fights_taker: int) -> int:
    """Land taken goes to the taker; but an ally's land, taken from the common enemy, goes back to the ally."""
    if home >= 0 and home_fights_holder and not home_fights_taker:
        return home
    return taker


@law("OCCUPY-2", "UN Charter Art. 51; rulebook 2")
def is_first_blow(home: int, holder: int, on_record: int, answers: int) -> bool:
    """An armed attack is a state's first fighting on land another holds by right, unless it answers that state's attack."""
    return home == holder and on_record == 0 and answers == 0


@law("OCCUPY-3", "rulebook 2: conquered land needs garrisons")
def garrison_needed(people: int, n: WarNumbers) -> int:
    """Strength needed to hold an occupied people down (people in thousands; 1/1000 brigade-equivalent)."""
    return quantise(n.garrison * people / 1000.0)


@law("OCCUPY-4", "rulebook 2 and 11: resistance")
def unrest_after(unrest: int, garrison: int, needed: int, home_fights: int, n: WarNumbers) -> int:
    """Occupied people grow restless as far as the garrison falls short, while their state fights on; else they calm."""
    covered = min(1.0, garrison / needed) if needed > 0 else 1.0
    change = -n.unrest_fall
    if home_fights:
        change = n.unrest_rise * (1.0 - covered) - n.unrest_fall * covered
    return clamp(unrest + quantise(change), 0, FULL)


@law("OCCUPY-5", "rulebook 2 and 11: resistance")
def shakes_off(unrest: int, garrison: int) -> bool:
    """Land in full unrest without any garrison goes back to its own state."""
    return unrest >= FULL and garrison == 0


@law("OCCUPY-6", "rulebook 2 and 11: internal troops, police, territorial defence")
def entry_force(people: int, n: WarNumbers) -> int:
    """Strength that must be there to take undefended land from its own people (people in thousands; 1/1000 brigade)."""
    return quantise(n.entry * people / 1000.0)


@law("OCCUPY-7", "rulebook 2: a capital lost costs whoever lost it, attacker or attacked")
def shaken(level: int, loss: float) -> int:
    """With its capital a state loses trust in its leaders (1/1000)."""
    return max(0, level - quantise(loss))


@law("OCCUPY-8", "rulebook 2 and 11: land taken must be secured; the pause of operations")
def secured_on(day: int, free_day: int, n: WarNumbers) -> int:
    """Whoever takes land from its own people goes on only when it is secured (the first day it can)."""
    return max(free_day, day + quantise(n.secure_days))


@stage
def lose_capital(world: World, state: State, country: int) -> None:
    """A state's capital falls: its government and the leadership that it has are shaken."""
    n = world.war_numbers[0]
    state.countries[country].government = shaken(state.countries[country].government, n.capital_government)
    for b in range(state.bodies.size):
        if world.bodies[b].leader == country:
            state.bodies[b].stability = shaken(state.bodies[b].stability, n.capital_stability)


@stage
def strength_there(state: State, field: Field, taker: int, holder: int, region: int) -> int:
    """Strength of the line in a region of those who fight its holder beside the taker (1/1000 brigade-equivalent)."""
    total = 0
    for u in field.line:
        unit = state.formations[u]
        beside = field.foe[field.nation[u], holder] and field.foe[field.nation[u], taker] == 0
        if unit.alive and unit.at == region and beside:
            total += unit.strength
    return total


@stage
def first_blow(
    world: World, state: State, record: Record, field: Field, attacker: int, victim: int, region: int
) -> None:
    """Fighting that is an armed attack which nobody has on record is put there, and raises the alarm; all see an invasion."""
    if victim < 0:
        return
    on_record = 0
    answers = 0
    for k in range(state.incidents.size):
        act = state.incidents[k]
        if act.alive and act.kind == IncidentKind.ARMED_ATTACK and act.settled == 0:
            if act.victim == victim and act.author == attacker:
                on_record = 1
            elif act.author == victim and allied(world, state, act.victim, attacker):
                answers = 1
    if not is_first_blow(world.regions[region].home, victim, on_record, answers):
        return
    code = Break.ATTACK_ON_MEMBER if is_protected(world, state, victim, attacker) else Break.INVASION
    sound_alarm(field.alarm, code, region, victim, attacker)
    incident(world, state, record, IncidentKind.ARMED_ATTACK, GRAVEST, victim, region, attacker)
    perceive(world, state, attacker, Act.INVASION, region)


@stage
def sound_alarm(alarm: Terms, code: Break, region: int, victim: int, author: int) -> None:
    """The first alarm of a step is the one that stops the turn."""
    if alarm[CODE] == Break.NONE:
        alarm[CODE] = code
        alarm[PLACE] = region
        alarm[VICTIM] = victim
        alarm[AUTHOR] = author


@stage
def occupy(world: World, state: State, record: Record, field: Field) -> None:
    """Formations of the line take the undefended enemy land they stand on."""
    for u in field.line:
        unit = state.formations[u]
        if not unit.alive or field.foe[field.nation[u], state.regions[unit.at].controller] == 0:
            continue
        if not is_defended(state, field, u, unit.at) and can_take(world, state, field, u, unit.at):
            take_region(world, state, record, field, u, unit.at)


@stage
def can_take(world: World, state: State, field: Field, formation: int, region: int) -> bool:
    """Land is freed by whoever enters it; taken from its own people only by force enough to hold them down."""
    holder = state.regions[region].controller
    if world.regions[region].home != holder:
        return True
    needed = entry_force(world.regions[region].people, world.war_numbers[0])
    return strength_there(state, field, field.nation[formation], holder, region) >= needed


@stage
def take_region(world: World, state: State, record: Record, field: Field, formation: int, region: int) -> None:
    """A formation takes an undefended region from an enemy.

    Note.CONTROL: who = new holder, whom = old holder, where = region, first = the formation that took it; -1 none.
    """
    n = world.war_numbers[0]
    taker = field.nation[formation]
    old = state.regions[region].controller
    home = world.regions[region].home
    new = new_holder(home, taker, field.foe[home, old], field.foe[home, taker])
    first_blow(world, state, record, field, taker, old, region)
    hand_over(state, record, region, new, home, formation, quantise(n.first_unrest))
    if home == old:
        perceive(world, state, taker, Act.OCCUPATION, region)
        unit = state.formations[formation]
        unit.free_day = secured_on(state.clock[0].day, unit.free_day, n)
        if world.countries[old].capital == region:
            sound_alarm(field.alarm, Break.CAPITAL_FALLS, region, old, taker)
            lose_capital(world, state, old)
    for u in range(field.nation.size):
        unit = state.formations[u]
        if not unit.alive or unit.at != region or field.foe[field.nation[u], old]:
            continue
        if stands_against(field.nation[u], field.seat[u], taker, field.seat[formation]):
            fall_back(world, state, record, field.nation[u], u)


@stage
def hand_over(state: State, record: Record, region: int, new: int, home: int, formation: int, unrest: int) -> None:
    """Control of a region passes to another state."""
    land = state.regions[region]
    note(record, Note.CONTROL, state.clock[0].day, new, land.controller, region, formation, 0, EVERYONE)
    if new >= 0 and land.controller >= 0:
        mark_line(state, new, land.controller)
    land.controller = new
    land.occupied_day = NOBODY if new == home else state.clock[0].day
    land.unrest = 0 if new == home else unrest


@stage
def resist(world: World, state: State, record: Record) -> None:
    """A week of occupation: unrest moves, land without a garrison may go back to its own state."""
    n = world.war_numbers[0]
    for r in range(state.regions.size):
        land = state.regions[r]
        home = world.regions[r].home
        if home < 0 or land.controller < 0 or land.controller == home:
            continue
        garrison = 0
        for u in range(state.formations.size):
            unit = state.formations[u]
            if (
                unit.alive
                and unit.at == r
                and is_line(unit.kind)
                and not at_war(state, country_of(state, u), land.controller)
            ):
                garrison += unit.strength
        needed = garrison_needed(world.regions[r].people, n)
        fights = 1 if at_war(state, home, land.controller) else 0
        land.unrest = unrest_after(land.unrest, garrison, needed, fights, n)
        if shakes_off(land.unrest, garrison):
            hand_over(state, record, r, home, home, NOBODY, 0)
