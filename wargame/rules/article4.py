"""Consultations (rulebook 1 and 2; North Atlantic Treaty Art. 4): who calls them, what they show, what they ease."""

from __future__ import annotations

from wargame.model.codes import BodyKind, IncidentKind, Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Draft
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.law import law, stage
from wargame.rules.notes import EVERYONE, note


@law("ARTICLE4-1", "North Atlantic Treaty Art. 4; its calls from Türkiye 2003 to Estonia 2025")
def calls_consultations(n: CouncilNumbers, severity: int, felt: int) -> bool:
    """A member calls consultations after an act of weight against it, or an attack by whom it fears, if it fears enough.

    `severity` is that of the gravest act (1 to 5), `felt` the threat it feels most (1/1000).
    """
    return severity >= n.consult_severity and felt >= n.consult_fear


@law("ARTICLE4-2", "rulebook 1; NATO: allies consult again when something new has happened")
def is_new_matter(n: CouncilNumbers, day: int, last: int) -> bool:
    """A body does not meet on every act anew: some weeks lie between two calls."""
    return last < 0 or day - last >= n.consult_pause


@law("ARTICLE4-3", "rulebook 1: consultations lower the price of the next draft on the same matter")
def eased(n: CouncilNumbers, on_matter: int) -> float:
    """Whoever has been heard out agrees more easily: support for the next draft on the matter rises (points)."""
    return n.consult_eases if on_matter else 0.0


@stage
def consult(world: World, state: State, record: Record) -> None:
    """Every body whose treaty knows consultations holds them if a member calls; the most afraid of those calls first.

    Note.CONSULTATION: who = member that calls, whom = body, first = whom it fears, second = severity of what happened.
    """
    day = state.clock[0].day
    for b in range(state.bodies.size):
        if not world.bodies[b].consults or world.bodies[b].kind != BodyKind.COUNCIL:
            continue
        caller = caller_of(world, state, b)
        if caller >= 0:
            body = state.bodies[b]
            body.called_by = caller
            body.called_about = state.countries[caller].top_threat
            body.called_day = day
            hear_out(state, b)
            grave = gravest_act(world, state, caller)
            note(record, Note.CONSULTATION, day, caller, b, NOBODY, body.called_about, grave, EVERYONE)


@stage
def caller_of(world: World, state: State, body: int) -> int:
    """The most afraid of the members that would call consultations today; -1 for none."""
    n = world.council_numbers[0]
    caller = NOBODY
    most = -1
    if not is_new_matter(n, state.clock[0].day, state.bodies[body].called_day):
        return NOBODY
    for c in range(state.countries.size):
        feared = state.countries[c].top_threat
        if state.members[body, c].joined and feared >= 0 and not state.members[body, feared].joined:
            felt = state.pairs[c, feared].threat
            if felt > most and calls_consultations(n, gravest_act(world, state, c), felt):
                most = felt
                caller = c
    return int(caller)


@stage
def gravest_act(world: World, state: State, country: int) -> int:
    """The severity of the gravest recent act against a state, or of an armed attack by whom it fears most; 0 for none."""
    n = world.council_numbers[0]
    gravest = 0
    for k in range(state.incidents.size):
        act = state.incidents[k]
        if act.alive == 0 or state.clock[0].day - act.day > n.consult_memory:
            continue
        feared = act.kind == IncidentKind.ARMED_ATTACK and act.author == state.countries[country].top_threat
        if act.victim == country or feared:
            gravest = max(gravest, act.severity)
    return int(gravest)


@stage
def hear_out(state: State, body: int) -> None:
    """In consultations every member says how it is disposed: the body's seat knows it for this turn."""
    for c in range(state.countries.size):
        member = state.members[body, c]
        if member.joined:
            member.sounded = state.clock[0].turn
            member.heard = state.countries[c].disposition


@stage
def is_on_matter(world: World, state: State, draft: Draft) -> int:
    """1 where a draft is on the matter of its body's open consultations: for the caller, on its land, or against whom it
    fears."""
    body = state.bodies[draft.body]
    if body.called_by < 0:
        return 0
    on_its_land = draft.on >= 0 and world.regions[draft.on].home == body.called_by
    return 1 if draft.helps == body.called_by or on_its_land or draft.against == body.called_about else 0


@stage
def settle(world: World, state: State, draft: Draft) -> None:
    """Consultations ease the next draft on their matter, whatever becomes of it, and no more."""
    if is_on_matter(world, state, draft):
        close_consultations(state, draft.body)


@stage
def close_consultations(state: State, body: int) -> None:
    """The matter is closed."""
    state.bodies[body].called_by = NOBODY
    state.bodies[body].called_about = NOBODY
