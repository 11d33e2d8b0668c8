"""Ceasefires (rulebook 2 and 5): where the offers of two sides meet, their war ends and the forces stay behind the line they hold.

An offer may ask for terms or grant them (rules/settlement).
A state leaves a war by the body whose seat speaks for it, and by no other that it also sits in.
"""

from __future__ import annotations

import numpy as np

from wargame.model.calendar import WEEK
from wargame.model.codes import Effect, IncidentKind, Note
from wargame.model.columns import NOBODY
from wargame.model.record import Record, Terms
from wargame.model.state import LEGS, State, Text
from wargame.model.world import World
from wargame.rules.article5 import is_unanswered
from wargame.rules.bodies import at_war, country_of, set_peace, welcome
from wargame.rules.law import law, stage
from wargame.rules.losses import fall_back, halt, known_to_side, refuge
from wargame.rules.notes import EVERYONE, note
from wargame.rules.settlement import are_enough, grant
from wargame.rules.texts import has_effect, size_of


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


@law(
    "CEASE-4",
    "Vienna Convention on the Law of Treaties, Art. 62, as the game plays it: a change of what was offered upon",
)
def is_void(fought: int, adopted: int, moved: int) -> bool:
    """An offer is void once the two sides fight no more, or land between them has changed hands since the day it was made."""
    return fought == 0 or moved > adopted


@stage
def speaks_for(world: World, body: int, country: int) -> bool:
    """A state leaves a war by what this body offers."""
    return country >= 0 and world.countries[country].body == body


@stage
def last_moved(world: World, state: State, one: int, other: int) -> int:
    """The last day on which land changed hands between two sides at war, or on which a war of theirs began; -1 in peace."""
    last = NOBODY
    for c in range(state.countries.size):
        if not speaks_for(world, one, c):
            continue
        for d in range(state.countries.size):
            if speaks_for(world, other, d) and at_war(state, c, d):
                last = max(last, state.pairs[c, d].line_day)
    return last


@stage
def is_fought(world: World, state: State, body: int, foe: int) -> bool:
    """A state that a body speaks for is at war with another state."""
    for c in range(state.countries.size):
        if speaks_for(world, body, c) and at_war(state, c, foe):
            return True
    return False


@stage
def is_offer(world: World, text: Text) -> bool:
    """A text in force offers a ceasefire."""
    return text.alive == 1 and has_effect(world, text.measure, Effect.CEASE)


@stage
def stands_offered(world: World, state: State, text: Text, body: int, side: int) -> bool:
    """A text is an offer of a body to a side, and is not void."""
    if text.body != body or not is_offer(world, text) or not speaks_for(world, side, text.against):
        return False
    moved = last_moved(world, state, body, side)
    return not is_void(0 if moved == NOBODY else 1, text.adopted, moved)


@stage
def terms_of(world: World, text: Text, code: int) -> int:
    """What an offer asks for (Effect.DEMAND) or grants (Effect.CONCEDE): codes.Grant."""
    return size_of(world, text.measure, text.ambition, code)


@stage
def has_terms(world: World, measure: int) -> bool:
    """A measure asks for terms, or grants them."""
    return has_effect(world, measure, Effect.DEMAND) or has_effect(world, measure, Effect.CONCEDE)


@stage
def can_grant(world: World, body: int) -> bool:
    """A body has an offer among its measures that grants terms: of others none can be had."""
    for m in range(world.measures.size):
        if world.measures[m].body == body and has_effect(world, m, Effect.CONCEDE):
            return True
    return False


@stage
def mildest_demand(world: World, state: State, body: int, side: int) -> int:
    """What the offers of a body to a side ask for, of several the one that asks for least; nothing, where there is none (codes.Grant)."""
    least = NOBODY
    for t in range(state.texts.size):
        text = state.texts[t]
        if stands_offered(world, state, text, body, side):
            asked = terms_of(world, text, Effect.DEMAND)
            least = asked if least == NOBODY else min(least, asked)
    return max(least, 0)


@stage
def meet_offers(world: World, state: State, record: Record, text: Text) -> None:
    """Where an offer that was adopted meets one of the side it is made to, and each grants what the other asks, their war ends."""
    side = world.countries[text.against].body if is_offer(world, text) else NOBODY
    if side == NOBODY or side == text.body:
        return
    answered = 1 if stands_offered(world, state, text, text.body, side) else 0
    for t in range(state.texts.size):
        other = state.texts[t]
        offered = 1 if stands_offered(world, state, other, side, text.body) else 0
        if have_met(offered, answered) and agree(world, text, other):
            asked, asked_back = terms_of(world, other, Effect.DEMAND), terms_of(world, text, Effect.DEMAND)
            grant(world, state, text.body, side, asked)
            grant(world, state, side, text.body, asked_back)
            end_war(world, state, record, side, text.body, asked_back, asked)
            void_offers(world, state, record)
            return


@stage
def agree(world: World, one: Text, other: Text) -> bool:
    """Each of two offers grants what the other asks for (SETTLE-1)."""
    there = are_enough(terms_of(world, one, Effect.DEMAND), terms_of(world, other, Effect.CONCEDE))
    return there and are_enough(terms_of(world, other, Effect.DEMAND), terms_of(world, one, Effect.CONCEDE))


@stage
def void_offers(world: World, state: State, record: Record) -> None:
    """Offers that are void leave the book (weekly, and with a war that ends)."""
    for t in range(state.texts.size):
        text = state.texts[t]
        side = world.countries[text.against].body
        if is_offer(world, text) and not stands_offered(world, state, text, text.body, side):
            text.alive = 0
            day = state.clock[0].day
            note(record, Note.TEXT_ENDS, day, text.body, text.measure, text.on, 0, 0, EVERYONE)


@stage
def end_war(world: World, state: State, record: Record, one: int, other: int, granted: int, granted_back: int) -> None:
    """The war between the states of two sides ends where their forces stand.

    Attacks that were part of it are settled: one after it is a new one, and none of them stands unanswered. A leadership that
    wants war again must come to want it anew. Note.CEASEFIRE: who = body that offered first, whom = body that answered,
    first and second = the terms that each of them grants the other (codes.Grant).
    """
    struck = np.zeros(state.countries.size, np.int64)
    for c in range(state.countries.size):
        if not speaks_for(world, one, c):
            continue
        for d in range(state.countries.size):
            if speaks_for(world, other, d) and at_war(state, c, d):
                set_peace(state, c, d)
                settle_attacks(state, c, d, struck)
    for b in range(state.bodies.size):
        if not state.bodies[b].unanswered:
            continue
        for c in range(state.countries.size):
            if struck[c] and state.members[b, c].joined and not is_unanswered(world, state, b):
                state.bodies[b].unanswered = 0
    state.bodies[one].over_line = 0
    state.bodies[other].over_line = 0
    note(record, Note.CEASEFIRE, state.clock[0].day, one, other, NOBODY, granted, granted_back, EVERYONE)
    for u in range(state.formations.size):
        if state.formations[u].alive:
            stand_down(world, state, record, u, one, other)


@stage
def settle_attacks(state: State, one: int, other: int, struck: Terms) -> None:
    """Armed attacks of two states on each other are settled with their war; `struck` gets 1 for their victims."""
    for k in range(state.incidents.size):
        act = state.incidents[k]
        between = (act.author == one and act.victim == other) or (act.author == other and act.victim == one)
        if act.alive and act.kind == IncidentKind.ARMED_ATTACK and between:
            act.settled = 1
            struck[act.victim] = 1


@stage
def stand_down(world: World, state: State, record: Record, formation: int, one: int, other: int) -> None:
    """A formation of either side leaves land that the other holds, and gives up a march that leads into it."""
    nation = country_of(state, formation)
    if nation < 0:
        return
    if is_over_the_line(world, state, nation, state.formations[formation].at, one, other):
        if refuge(world, state, nation, formation) != NOBODY:
            fall_back(world, state, record, nation, formation)
        else:
            go_home(world, state, record, nation, formation)
    for k in range(LEGS):
        to = state.legs[formation, k].to
        if to >= 0 and is_over_the_line(world, state, nation, to, one, other):
            halt(state, formation)
            state.formations[formation].ordered = 0
            return


@stage
def is_over_the_line(world: World, state: State, nation: int, region: int, one: int, other: int) -> bool:
    """Land is held by a state of the one side, a formation's is of the other, and its forces are not welcome there."""
    holder = state.regions[region].controller
    if holder < 0 or welcome(world, state, nation, region) or at_war(state, nation, holder):
        return False
    there = speaks_for(world, one, nation) and speaks_for(world, other, holder)
    return there or (speaks_for(world, other, nation) and speaks_for(world, one, holder))


@stage
def go_home(world: World, state: State, record: Record, nation: int, formation: int) -> None:
    """What is cut off when the guns fall silent is let go home; where nothing is left of home it stays.

    Note.RETREAT as in rules/losses, known to its side: whoever saw it there sees it no more.
    """
    unit = state.formations[formation]
    home = home_of(world, state, nation, formation)
    if home == NOBODY:
        return
    known = known_to_side(state, nation, formation)
    note(record, Note.RETREAT, state.clock[0].day, formation, nation, unit.at, home, unit.strength, known)
    for b in range(state.bodies.size):
        state.sightings[b, formation].day = NOBODY
    unit.at = home
    unit.dug_in = 0
    unit.ordered = 0
    halt(state, formation)


@stage
def home_of(world: World, state: State, nation: int, formation: int) -> int:
    """A formation's garrison, else its capital, else the most valued land that its state still holds; -1 where there is none."""
    for place in (world.order_of_battle[formation].garrison, world.countries[nation].capital):
        if place >= 0 and welcome(world, state, nation, place):
            return place
    best = NOBODY
    for r in range(state.regions.size):
        if state.regions[r].controller == nation and (best < 0 or world.regions[r].value > world.regions[best].value):
            best = r
    return best
