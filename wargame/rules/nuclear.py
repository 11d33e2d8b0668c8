"""Nuclear weapons (rulebook 2, 4 and 9): limited use, what it does and costs, and when it is limited no more.

Use is never a winning move: it is decided like any measure, carried out as forces move, stops the turn, and turns everybody away
from the side that did it.
"""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Act, BodyKind, Break, Effect, IncidentKind, Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import CouncilNumbers, StateNumbers
from wargame.model.record import Record
from wargame.model.state import State, Text
from wargame.model.world import World
from wargame.rules.bodies import is_protected
from wargame.rules.ceasefire import is_fought
from wargame.rules.escalation import reach_rung
from wargame.rules.hybrid import GRAVEST, incident
from wargame.rules.intentions import perceive, perceive_body
from wargame.rules.law import law, stage
from wargame.rules.legality import is_aimed_at_an_enemy
from wargame.rules.losses import bleed
from wargame.rules.membership import Rows, is_fighting
from wargame.rules.notes import EVERYONE, note, note_more
from wargame.rules.numeric import FULL, clamp, quantise
from wargame.rules.support import rung_of
from wargame.rules.texts import has_effect, reckon_levels, size_in_force, told_to

MOST_USES = 1000


@law("NUCLEAR-1", "rulebook 9: limited nuclear use; Glasstone and Dolan 1977, The Effects of Nuclear Weapons")
def lost_to_use(strength: int, size: int) -> int:
    """Every formation in the region that is struck loses a share of its strength, whosever it is.

    `size` 1/1000.
    """
    return quantise(strength * size / 1000.0)


@law("NUCLEAR-2", "rulebook 9: limited nuclear use")
def laid_waste(n: StateNumbers, economy: int, land: int, size: int) -> int:
    """The state whose land is struck loses of its economy by the share of its land that it was, and by the size of the blow.

    `economy` 1/1000 of its baseline, `land` the share of its land by value, `size` the share of forces destroyed, both 1/1000.
    """
    return clamp(economy - quantise(n.laid_waste * land * size / 1000.0), 0, 2 * FULL)


@law("NUCLEAR-3", "Tannenwald 1999, The Nuclear Taboo; rulebook 1: outside states give trade accordingly")
def shunned(n: StateNumbers, economy: int, ambition: int) -> int:
    """States that stood aside turn away from whoever uses nuclear weapons: its economy loses their trade (1/1000 of its baseline)."""
    return clamp(economy - quantise(n.shunned * ambition), 0, 2 * FULL)


@law("NUCLEAR-4", "Tannenwald 1999, The Nuclear Taboo")
def divided(n: StateNumbers, cohesion: int, ambition: int) -> int:
    """A council that uses nuclear weapons divides its members: cohesion falls (1/1000)."""
    return clamp(cohesion - quantise(n.taboo * ambition), 0, FULL)


@law(
    "NUCLEAR-5",
    "rulebook 9: a strategic exchange; Schelling 1960, The Strategy of Conflict, on limits that hold and limits that do not",
)
def is_limited(on_soil_of_power: int, answers_use: int) -> bool:
    """Use stays limited where it neither strikes the soil of another nuclear power nor answers such a power's use in kind."""
    return on_soil_of_power == 0 and answers_use == 0


@law(
    "NUCLEAR-6",
    "Decree 355 of 2 June 2020, Art. 19; NATO Strategic Concept 2010, para. 17: circumstances extremely remote",
)
def is_at_stake(n: StateNumbers, fights: int, soil_lost: int, stability: int, used_by_others: int) -> bool:
    """A state at war thinks of nuclear use where its existence is at stake, by land of its own lost or a leadership that fails.

    It thinks of it too once another side has used such weapons.

    `soil_lost` 1/1000 of the value of its land, `stability` 1/1000.
    """
    failing = soil_lost >= n.stake_soil or stability <= n.stake_stability
    return used_by_others == 1 or (fights == 1 and failing)


@law("NUCLEAR-7", "rulebook 3 and 9: each decision costs stability")
def cost_of_use(n: CouncilNumbers, stability: int, ambition: int) -> int:
    """Use costs a leadership stability when it comes, more with ambition, and no less for whom it answers (1/1000)."""
    return quantise(stability * (1.0 + n.ambition_cost * (ambition - 1)))


@law("NUCLEAR-8", "rulebook 4; North Atlantic Treaty Arts. 5 and 6")
def is_attack_on(owner_is_answered: int, held_by_answered: int, of_the_users_side: int) -> bool:
    """Use on the soil of a state is an armed attack on it, unless it is of the user's side, or the enemy answered holds that soil."""
    return of_the_users_side == 0 and (owner_is_answered == 1 or held_by_answered == 0)


@stage
def weapons_of(world: World, body: int) -> int:
    """The state whose weapons a side would use, its leader or the patron of a council; -1 where that has none."""
    facts = world.bodies[body]
    owner = facts.patron if facts.kind == BodyKind.COUNCIL else facts.leader
    return owner if owner >= 0 and world.countries[owner].warheads > 0 else NOBODY


@stage
def user_on_side_of(state: State, country: int) -> int:
    """The body of a state that has used nuclear weapons; -1 for none."""
    if country >= 0:
        for b in range(state.bodies.size):
            if state.members[b, country].joined and state.bodies[b].used > 0:
                return b
    return NOBODY


@stage
def thinks_of_use(world: World, state: State, body: int) -> bool:
    """A side has weapons, and its existence is at stake or another has used them: the hour in which its seat thinks of use."""
    owner = weapons_of(world, body)
    if owner == NOBODY:
        return False
    n = world.state_numbers[0]
    fights = 1 if is_fighting(state.pairs, owner) else 0
    leads = world.bodies[body].kind != BodyKind.COUNCIL
    stability = state.bodies[body].stability if leads else FULL
    others = 0
    for b in range(state.bodies.size):
        if b != body and state.bodies[b].used > 0 and not state.members[b, owner].joined:
            others = 1
    return is_at_stake(n, fights, soil_lost(world, state, owner), stability, others)


@stage
def soil_lost(world: World, state: State, country: int) -> int:
    """The share, by value, of a state's own land that enemies hold (1/1000)."""
    lost = total = 0
    for r in range(state.regions.size):
        if world.regions[r].home == country:
            total += world.regions[r].value
            holder = state.regions[r].controller
            if holder >= 0 and holder != country and state.pairs[country, holder].war:
                lost += world.regions[r].value
    return FULL * lost // total if total > 0 else 0


@stage
def is_aimed(world: World, state: State, body: int, against: int, on: int) -> bool:
    """A body is at war with a state, or that state's side has used nuclear weapons, and it holds the region or owns it."""
    enemy = user_on_side_of(state, against) != NOBODY or is_fought(world, state, body, against)
    there = world.regions[on].home == against or state.regions[on].controller == against
    return is_aimed_at_an_enemy(1, 1 if enemy else 0, 1 if there else 0)


@stage
def release_weapons(world: World, state: State, record: Record) -> int:
    """What was decided is carried out as forces begin to move, all of it together: row of the last text that was, -1 for none.

    What has no enemy there any more lapses. None of what comes together answers another. Note.TEXT_ENDS as in texts_week.
    """
    carried_out = decided = NOBODY
    users = np.zeros(state.bodies.size, np.int64)
    for b in range(users.size):
        users[b] = state.bodies[b].used
    for t in range(state.texts.size):
        text = state.texts[t]
        if text.alive == 0 or not has_effect(world, text.measure, Effect.NUCLEAR_STRIKE):
            continue
        text.alive = 0
        decided = t
        if is_aimed(world, state, text.body, text.against, text.on):
            use(world, state, record, text, users)
            carried_out = t
        else:
            known = told_to(world.measures[text.measure].kind, text.body)
            note(record, Note.TEXT_ENDS, state.clock[0].day, text.body, text.measure, text.on, 0, 0, known)
    if decided != NOBODY:
        reckon_levels(world, state)
    return carried_out


@stage
def use(world: World, state: State, record: Record, text: Text, users: Rows) -> None:
    """Nuclear weapons are used in a region: forces and land are struck, all the world sees it, a limit may break.

    `users` counts for each body how often it had used them before this hour.

    Note.NUCLEAR_USE: who = body, whom = state answered, where = region, first = strength lost (1/1000 brigade-equivalent),
    second = ambition, third = whose weapons.
    """
    n = world.state_numbers[0]
    size = clamp(size_in_force(world, text, Effect.NUCLEAR_STRIKE), 0, FULL)
    owner, home = weapons_of(world, text.body), world.regions[text.on].home
    first_user = first_user_against(state, text.against, users)
    lost = strike_forces(world, state, text.on, size)
    if home >= 0:
        struck = state.countries[home]
        struck.economy = laid_waste(n, struck.economy, share_of_land(world, text.on), size)
    turn_away(world, state, text, owner)
    reach_rung(state, rung_of(world.measures[text.measure].escalation, text.ambition))
    side = state.bodies[text.body]
    side.used = min(side.used + 1, MOST_USES)
    row = note(
        record, Note.NUCLEAR_USE, state.clock[0].day, text.body, text.against, text.on, lost, text.ambition, EVERYONE
    )
    note_more(record, row, owner, 0)
    if home >= 0 and owner >= 0 and is_protected(world, state, home, owner) and strikes_home(state, text, home):
        incident(world, state, record, IncidentKind.ARMED_ATTACK, GRAVEST, home, text.on, owner)
    on_power = 1 if home >= 0 and home != owner and world.countries[home].warheads > 0 else 0
    limited = is_limited(on_power, 1 if first_user != NOBODY else 0)
    if not limited and state.clock[0].exchange == NOBODY:
        state.clock[0].exchange = first_user if first_user != NOBODY else text.body


@stage
def first_user_against(state: State, country: int, users: Rows) -> int:
    """The body of a state that had used nuclear weapons before this hour; -1 for none."""
    if country >= 0:
        for b in range(state.bodies.size):
            if state.members[b, country].joined and users[b] > 0:
                return b
    return NOBODY


@stage
def strikes_home(state: State, text: Text, home: int) -> bool:
    """Use is an armed attack on the state whose soil it strikes."""
    answered, holder = text.against, state.regions[text.on].controller
    own_side = state.members[text.body, home].joined
    return is_attack_on(1 if home == answered else 0, 1 if holder == answered else 0, own_side)


@stage
def strike_forces(world: World, state: State, region: int, size: int) -> int:
    """All formations in a region lose strength; how much together (1/1000 brigade-equivalent)."""
    lost = 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.at == region:
            lost += bleed(world, state, u, lost_to_use(unit.strength, size))
    return lost


@stage
def share_of_land(world: World, region: int) -> int:
    """The share of its state's land that a region is, by value (1/1000)."""
    total = 0
    for r in range(world.regions.size):
        if world.regions[r].home == world.regions[region].home:
            total += world.regions[r].value
    return FULL * world.regions[region].value // total if total > 0 else 0


@stage
def turn_away(world: World, state: State, text: Text, owner: int) -> None:
    """What use costs its side: the trade of others, cohesion or stability, what everybody believes of it."""
    n, side = world.state_numbers[0], state.bodies[text.body]
    if world.bodies[text.body].kind == BodyKind.COUNCIL:
        side.cohesion = divided(n, side.cohesion, text.ambition)
        perceive_body(world, state, text.body, Act.NUCLEAR_USE, text.on)
    elif owner >= 0:
        perceive(world, state, owner, Act.NUCLEAR_USE, text.on)
        cost = cost_of_use(world.council_numbers[0], world.measures[text.measure].stability, text.ambition)
        side.stability = clamp(side.stability - cost, 0, FULL)
    if owner >= 0:
        state.countries[owner].economy = shunned(n, state.countries[owner].economy, text.ambition)


@stage
def blame(world: World, state: State, text: int) -> int:
    """Put on the clock who used nuclear weapons, against whom and where: Break.NUCLEAR_USE."""
    used, clock = state.texts[text], state.clock[0]
    clock.break_author = weapons_of(world, used.body)
    clock.break_victim = used.against
    clock.break_place = used.on
    return Break.NUCLEAR_USE
