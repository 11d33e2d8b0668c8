"""What adopted texts do: the closed vocabulary of effects applied to the tables (rulebook 10; law of the house 10).

Acts of one state are those of the body's leader: no measure of a council has them (model/references_measures).
"""

from __future__ import annotations

from wargame.model.codes import Act, Effect, Note
from wargame.model.columns import NOBODY
from wargame.model.record import Record
from wargame.model.state import Body, Formation, State, Text
from wargame.model.world import World
from wargame.rules.article5 import invoke
from wargame.rules.bodies import on_side, planned_formation, set_war, standing_formation
from wargame.rules.drift import paced
from wargame.rules.economy import cut_gas, diversify, finance, sanction
from wargame.rules.hybrid import publish, subvert
from wargame.rules.intentions import perceive, perceive_body
from wargame.rules.kinds import is_army
from wargame.rules.law import law, stage
from wargame.rules.membership import Rows, fighting, is_fighting
from wargame.rules.notes import EVERYONE, note
from wargame.rules.numeric import FULL, clamp, quantise, weeks_ended
from wargame.rules.prices import relieve
from wargame.rules.reassurance import reassure
from wargame.rules.routes import edge_between
from wargame.rules.settlement import void_terms
from wargame.rules.texts import has_effect, is_unkept, reckon_levels, told_to, works_in_force, worth

MOST_UNKEPT = Body.columns["unkept"].high  # promises
LARGEST_FORMATION = Formation.columns["strength"].high  # 1/1000 brigade-equivalent


@law("MEASURE-2", "rulebook 3: contributions by position")
def backing_of(supporters: int, silent: int, reserved: int, factor: float) -> int:
    """A text is carried by those bound by it; a supporter gives a quarter more, a reserved member nothing (1/1000)."""
    members = supporters + silent + reserved
    return quantise(1000.0 * (supporters * factor + silent) / members) if members > 0 else 1000


@stage
def apply_text(world: World, state: State, record: Record, text: Text, weekly: int, share: int) -> None:
    """Apply the effects of a text that fall due: once at adoption (weekly 0) or each week it is in force (weekly 1).

    `share` is what it does as far as it is no repetition, 1/1000.
    """
    measure = world.measures[text.measure]
    for k in range(measure.first_effect, measure.first_effect + measure.effects):
        effect = world.effects[k]
        if effect.weekly == weekly:
            apply_effect(world, state, record, text, effect.code, worth(world, effect, text, share))


@stage
def apply_effect(world: World, state: State, record: Record, text: Text, code: int, size: int) -> None:
    """One effect of one text, `size` in the unit of codes.Effect; what counts while in force (rules/texts) is not done here."""
    if code == Effect.DEFEND:
        invoke(world, state, record, text.body, text.helps, text.against)
    elif code == Effect.WAR:
        go_to_war(world, state, record, world.bodies[text.body].leader, text.against)
    else:
        _move_forces(world, state, text, code, size)
        _press(world, state, record, text, code, size)
        _move_levels(world, state, text, code, size)


@stage
def announce(world: World, state: State, text: Text) -> None:
    """The decision is seen, whatever its weeks bring: a round of sanctions, and a cut-off, move beliefs once."""
    measure = world.measures[text.measure]
    for k in range(measure.first_effect, measure.first_effect + measure.effects):
        code = world.effects[k].code
        if code == Effect.SANCTION:
            perceive_body(world, state, text.body, Act.SANCTIONS, world.countries[text.against].capital)
        elif code == Effect.CUT_GAS:
            leader = world.bodies[text.body].leader
            perceive(world, state, leader, Act.CUT_OFF, world.countries[text.against].capital)
        elif code == Effect.DAUNT:
            leader = world.bodies[text.body].leader
            perceive(world, state, leader, Act.NUCLEAR_SIGNAL, world.countries[leader].capital)


@stage
def _move_forces(world: World, state: State, text: Text, code: int, size: int) -> None:
    """Effects on formations."""
    if code == Effect.PRESENCE:
        build_presence(world, state, text, size)
    elif code == Effect.READINESS:
        raise_readiness(state, text.body, size)
    elif code == Effect.EQUIP:
        equip(world, state, text.body, text.helps, size)
    elif code == Effect.LEVY:
        levy(state, world.bodies[text.body].leader, size)
    elif code == Effect.PROCURE:
        procure(state, text.body, size)
    elif code == Effect.EXERCISE:
        exercise(world, state, text, size)
    elif code == Effect.RESTRAIN:
        restrain(world, state, text, size)


@stage
def _press(world: World, state: State, record: Record, text: Text, code: int, size: int) -> None:
    """Effects on the state answered, and on what others think of it or of us."""
    leader = world.bodies[text.body].leader
    if code == Effect.REASSURE:
        reassure(world, state, text, size)
    elif code == Effect.PUBLISH:
        publish(world, state, record, text.body, text.against)
    elif code == Effect.SANCTION:
        sanction(world, state, text.against, text.body, size)
    elif code == Effect.SUBVERT:
        subvert(world, state, record, leader, text.against, text.ambition)
    elif code == Effect.CUT_GAS:
        cut_gas(world, state, leader, text.against, size)


@stage
def _move_levels(world: World, state: State, text: Text, code: int, size: int) -> None:
    """Effects on levels of the body, its members and the world."""
    body = state.bodies[text.body]
    if code == Effect.COHESION:
        body.cohesion = clamp(body.cohesion + size, 0, FULL)
    elif code == Effect.INTEGRATION:
        body.integration = clamp(body.integration + size, 0, FULL)
    elif code == Effect.STABILITY:
        body.stability = clamp(body.stability + size, 0, FULL)
    elif code == Effect.DIVERSIFY:
        diversify(world, state, text.body, size)
    elif code == Effect.RELIEVE:
        relieve(state, text.body, size)
    elif code == Effect.FINANCE:
        finance(state, text.helps, size)
    elif code == Effect.OPINION:
        for c in range(state.countries.size):
            if state.members[text.body, c].joined:
                state.countries[c].opinion = clamp(state.countries[c].opinion + size, 0, FULL)


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
def raise_readiness(state: State, body: int, size: int) -> None:
    """The members' formations rise in readiness."""
    for u in range(state.formations.size):
        if on_side(state, body, u):
            unit = state.formations[u]
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


@stage
def go_to_war(world: World, state: State, record: Record, leader: int, target: int) -> None:
    """The leadership goes to war with a state, which mobilises; its own reserves it calls up by a measure. Allies decide for themselves."""
    set_war(state, leader, target)
    void_terms(world, state, leader, target)
    state.countries[target].mobilised = 1
    drop_restraint(world, state, record, leader)
    perceive(world, state, leader, Act.MOBILISATION, world.countries[target].capital)
    note(record, Note.WAR, state.clock[0].day, leader, target, NOBODY, 0, 0, EVERYONE)


@stage
def drop_restraint(world: World, state: State, record: Record, leader: int) -> None:
    """Who goes to war shows restraint no longer: its texts of restraint leave the book. Note.TEXT_ENDS as in texts_week."""
    for t in range(state.texts.size):
        text = state.texts[t]
        if text.alive and world.bodies[text.body].leader == leader and has_effect(world, text.measure, Effect.RESTRAIN):
            text.alive = 0
            note(record, Note.TEXT_ENDS, state.clock[0].day, text.body, text.measure, text.on, 0, 0, EVERYONE)


@stage
def leaves_alone(world: World, state: State, text: Text) -> bool:
    """With a text that has run out a state that fights loses help that could be kept up, and has no other of that kind and body."""
    if text.helps < 0 or not works_in_force(world.measures, world.effects, text.measure):
        return False
    kind = world.measures[text.measure].kind
    for t in range(state.texts.size):
        other = state.texts[t]
        helps = other.alive == 1 and other.body == text.body and other.helps == text.helps
        if helps and world.measures[other.measure].kind == kind:
            return False
    return is_unkept(kind, 1 if is_fighting(state.pairs, text.helps) else 0)


@stage
def texts_week(world: World, state: State, record: Record) -> None:
    """Each week the texts in force do their weekly work; those whose time is over then leave the book.

    Note.TEXT_ENDS: who = body, whom = measure, where = where, first = 1 where a promise was not kept.
    """
    day = state.clock[0].day
    ended = 0
    for t in range(state.texts.size):
        text = state.texts[t]
        if text.alive == 0:
            continue
        apply_text(world, state, record, text, 1, text.share)
        if text.until >= 0 and day >= text.until:
            text.alive = 0
            ended += 1
            unkept = 1 if leaves_alone(world, state, text) else 0
            body = state.bodies[text.body]
            body.unkept = min(body.unkept + unkept, MOST_UNKEPT)
            known = told_to(world.measures[text.measure].kind, text.body)
            note(record, Note.TEXT_ENDS, day, text.body, text.measure, text.on, unkept, 0, known)
    if ended > 0:
        reckon_levels(world, state)
