"""What adopted texts do: the closed vocabulary of effects applied to the tables (rulebook 10; law of the house 10).

Acts of one state are those of the body's leader: no measure of a council has them (model/references_measures).
"""

from __future__ import annotations

from wargame.model.codes import Act, Effect, Note
from wargame.model.columns import NOBODY
from wargame.model.record import Record
from wargame.model.state import Body, State, Text
from wargame.model.world import World
from wargame.rules.arming import build_presence, equip, exercise, levy, procure, raise_readiness, restrain
from wargame.rules.article3 import harden, keep_pledge
from wargame.rules.article5 import invoke
from wargame.rules.assembly import court, resolve_in_assembly
from wargame.rules.bodies import set_war
from wargame.rules.economy import cut_gas, diversify, drain, finance, sanction
from wargame.rules.findings import tell_findings
from wargame.rules.hybrid import publish, subvert
from wargame.rules.intentions import perceive, perceive_body
from wargame.rules.law import law, stage
from wargame.rules.membership import is_fighting
from wargame.rules.notes import EVERYONE, note
from wargame.rules.numeric import FULL, clamp, quantise
from wargame.rules.opinion import hearten
from wargame.rules.prices import relieve
from wargame.rules.reassurance import reassure, speak_of
from wargame.rules.settlement import void_terms
from wargame.rules.texts import has_effect, is_unkept, reckon_levels, told_to, works_for, works_in_force, worth
from wargame.rules.two_councils import merge

MOST_UNKEPT = Body.columns["unkept"].high  # promises


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
        elif code == Effect.ALERT:
            perceive_body(world, state, text.body, Act.NUCLEAR_SIGNAL, world.countries[text.against].capital)


@stage
def _move_forces(world: World, state: State, text: Text, code: int, size: int) -> None:
    """Effects on formations."""
    if code == Effect.PRESENCE:
        build_presence(world, state, text, size)
    elif code == Effect.READINESS:
        raise_readiness(world, state, text, size)
    elif code == Effect.EQUIP:
        equip(world, state, text.body, text.helps, size)
    elif code == Effect.LEVY:
        levy(state, world.bodies[text.body].leader, size)
    elif code == Effect.PROCURE:
        procure(world, state, text.body, size)
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
    elif code == Effect.WORDS:
        speak_of(world, state, text, size)
    elif code == Effect.FINDINGS:
        tell_findings(world, state, record, text, size)
    elif code == Effect.PUBLISH:
        publish(world, state, record, text.body, text.against)
    elif code == Effect.SANCTION:
        sanction(world, state, text.against, text.body, size)
    elif code == Effect.SUBVERT:
        subvert(world, state, record, leader, text.against, text.measure, text.ambition)
    elif code == Effect.CUT_GAS:
        cut_gas(world, state, leader, text.against, size)
    elif code == Effect.CONDEMN:
        resolve_in_assembly(world, state, record, text)
    elif code == Effect.COURT:
        court(world, state, text.body, size)
    elif code == Effect.DRAIN:
        drain(world, state, text.against, size)


@stage
def _move_levels(world: World, state: State, text: Text, code: int, size: int) -> None:
    """Effects on levels of the body, its members and the world."""
    body = state.bodies[text.body]
    if code == Effect.COHESION:
        draw_together(world, state, text, size)
    elif code == Effect.INTEGRATION:
        merge(world, state, text, size)
    elif code == Effect.STABILITY:
        body.stability = clamp(body.stability + size, 0, FULL)
    elif code == Effect.DIVERSIFY:
        diversify(world, state, text.body, size)
    elif code == Effect.RELIEVE:
        relieve(state, text.body, size)
    elif code == Effect.FINANCE:
        finance(state, text.helps, size)
    elif code == Effect.HARDEN:
        harden(world, state, text, size)
    elif code == Effect.HEARTEN:
        hearten(world, state, text.helps, size)
    elif code == Effect.PLEDGE:
        keep_pledge(world.state_numbers[0], state, text.body, size)
    elif code == Effect.OPINION:
        for c in range(state.countries.size):
            if state.members[text.body, c].joined:
                state.countries[c].opinion = clamp(state.countries[c].opinion + size, 0, FULL)


@stage
def draw_together(world: World, state: State, text: Text, size: int) -> None:
    """Who has agreed on a text holds together the better: its body, and the other council where two have agreed."""
    for b in range(state.bodies.size):
        if works_for(world, text, b):
            state.bodies[b].cohesion = clamp(state.bodies[b].cohesion + size, 0, FULL)


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
