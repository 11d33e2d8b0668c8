"""Ceasefires (rulebook 2 and 5): where the offers of two sides meet, their war ends and the forces stay behind the line they hold."""

from __future__ import annotations

from wargame.model.codes import Effect, IncidentKind, Note
from wargame.model.columns import NOBODY
from wargame.model.record import Record
from wargame.model.state import State, Text
from wargame.model.world import World
from wargame.rules.article5 import is_unanswered
from wargame.rules.bodies import at_war, country_of, set_peace, welcome
from wargame.rules.law import law, stage
from wargame.rules.losses import fall_back, halt, known_to_witnesses, refuge
from wargame.rules.notes import EVERYONE, note
from wargame.rules.numeric import WEEK


@law("CEASE-1", "Charter of the United Nations, Arts 33 and 40; rulebook 2: an emergency session may table a ceasefire")
def have_met(offered: int, answered: int) -> bool:
    """A ceasefire begins where each of two sides has an offer to the other in force; nobody is made to stop."""
    return offered == 1 and answered == 1


@law("CEASE-2", "rulebook 5: terms are weighed; Zartman 2000, ripeness: a stalemate that both feel")
def is_ripe(weeks: int, wanted: float, hopes: int) -> bool:
    """A war is ripe for its end when no land has changed hands for so many weeks and a side hopes for nothing from going on."""
    return weeks >= wanted and hopes == 0


@law("CEASE-3", "Zartman 2000: a stalemate is counted from the last land that changed hands")
def weeks_still(day: int, line_day: int) -> int:
    """Whole weeks for which the line between two states at war has stood."""
    return (day - line_day) // WEEK


@stage
def stalemate(state: State, body: int, foe: int) -> int:
    """Weeks for which the line has stood between a state and all members of a body that fight it."""
    least = NOBODY
    for c in range(state.countries.size):
        if state.members[body, c].joined and at_war(state, c, foe):
            weeks = weeks_still(state.clock[0].day, state.pairs[c, foe].line_day)
            least = weeks if least == NOBODY else min(least, weeks)
    return max(least, 0)


@stage
def is_fought(state: State, body: int, foe: int) -> bool:
    """A member of a body is at war with a state."""
    for c in range(state.countries.size):
        if state.members[body, c].joined and at_war(state, c, foe):
            return True
    return False


@stage
def is_offer(world: World, text: Text) -> bool:
    """A text in force offers a ceasefire."""
    facts = world.measures[text.measure]
    for k in range(facts.first_effect, facts.first_effect + facts.effects):
        if world.effects[k].code == Effect.CEASE:
            return text.alive == 1
    return False


@stage
def meet_offers(world: World, state: State, record: Record, text: Text) -> None:
    """Where an offer that was adopted meets one of the other side, the war of their members ends and the offers are kept."""
    if not is_offer(world, text):
        return
    for t in range(state.texts.size):
        other = state.texts[t]
        if other.body == text.body or not is_offer(world, other):
            continue
        offered, answered = (
            state.members[other.body, text.against].joined,
            state.members[text.body, other.against].joined,
        )
        if have_met(offered, answered):
            end_war(world, state, record, other.body, text.body)
            other.alive = 0
            text.alive = 0
            return


@stage
def end_war(world: World, state: State, record: Record, one: int, other: int) -> None:
    """The war between the members of two bodies ends where their forces stand.

    Attacks that were part of it are on record no longer, so that one after it is a new one and none of them stands unanswered; a
    leadership that wants war again must come to want it anew. Note.CEASEFIRE: who = body that offered first, whom = body that answered.
    """
    day = state.clock[0].day
    for c in range(state.countries.size):
        for d in range(state.countries.size):
            if state.members[one, c].joined and state.members[other, d].joined and at_war(state, c, d):
                set_peace(state, c, d)
                close_attacks(state, c, d)
    for b in range(state.bodies.size):
        if state.bodies[b].unanswered and not is_unanswered(world, state, b):
            state.bodies[b].unanswered = 0
    state.bodies[one].over_line = 0
    state.bodies[other].over_line = 0
    note(record, Note.CEASEFIRE, day, one, other, NOBODY, 0, 0, EVERYONE)
    for u in range(state.formations.size):
        if state.formations[u].alive:
            stand_down(world, state, record, u, one, other)


@stage
def close_attacks(state: State, one: int, other: int) -> None:
    """Armed attacks of two states on each other are settled with their war."""
    for k in range(state.incidents.size):
        act = state.incidents[k]
        between = (act.author == one and act.victim == other) or (act.author == other and act.victim == one)
        if act.alive and act.kind == IncidentKind.ARMED_ATTACK and between:
            act.alive = 0


@stage
def stand_down(world: World, state: State, record: Record, formation: int, one: int, other: int) -> None:
    """A formation of either body leaves land that the other holds, and gives up a march into it."""
    nation = country_of(state, formation)
    if nation < 0:
        return
    if is_over_the_line(world, state, nation, state.formations[formation].at, one, other):
        if refuge(world, state, nation, formation) != NOBODY:
            fall_back(world, state, record, nation, formation)
        else:
            go_home(world, state, record, nation, formation)
    to = state.legs[formation, 0].to
    if to >= 0 and is_over_the_line(world, state, nation, to, one, other):
        halt(state, formation)
        state.formations[formation].ordered = 0


@stage
def is_over_the_line(world: World, state: State, nation: int, region: int, one: int, other: int) -> bool:
    """Land is held by a member of the one body, a state is of the other, and its forces are not welcome there."""
    holder = state.regions[region].controller
    if holder < 0 or welcome(world, state, nation, region) or at_war(state, nation, holder):
        return False
    there = state.members[one, nation].joined == 1 and state.members[other, holder].joined == 1
    back = state.members[other, nation].joined == 1 and state.members[one, holder].joined == 1
    return there or back


@stage
def go_home(world: World, state: State, record: Record, nation: int, formation: int) -> None:
    """What is cut off when the guns fall silent is let go home: to its garrison, or where that is lost to its capital.

    Note.RETREAT as in rules/losses.
    """
    unit = state.formations[formation]
    home = world.order_of_battle[formation].garrison
    if not welcome(world, state, nation, home):
        home = world.countries[nation].capital
    known = known_to_witnesses(world, state, record, nation, formation)
    note(record, Note.RETREAT, state.clock[0].day, formation, nation, unit.at, home, unit.strength, known)
    unit.at = home
    unit.dug_in = 0
    unit.ordered = 0
    halt(state, formation)
