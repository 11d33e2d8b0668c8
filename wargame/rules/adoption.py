"""How an adopted text enters the book (rulebook 3): how far it is carried, what it costs, what it deepens or prolongs."""

from __future__ import annotations

from wargame.model.codes import Effect, Position
from wargame.model.columns import NOBODY
from wargame.model.plan import Draft
from wargame.model.record import Record, Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.ceasefire import meet_offers
from wargame.rules.duplication import price_in_money
from wargame.rules.escalation import reach_rung
from wargame.rules.law import stage
from wargame.rules.measures import announce, apply_text, backing_of
from wargame.rules.numeric import quantise
from wargame.rules.support import rung_of
from wargame.rules.texts import (
    habit_share,
    has_effect,
    is_covert,
    last_day,
    like_text,
    new_text,
    prolonged,
    prolongs,
    reckon_levels,
    share_kept,
)


@stage
def carried_by(world: World, state: State, draft: Draft, positions: Terms) -> int:
    """How far the members carry a text, 1/1000."""
    supporters = silent = reserved = 0
    for c in range(state.countries.size):
        if positions[c] == Position.SUPPORTS:
            supporters += 1
        elif positions[c] == Position.SILENT:
            silent += 1
        elif positions[c] >= 0:
            reserved += 1
    return backing_of(supporters, silent, reserved, world.council_numbers[0].supporter_gives)


@stage
def adopt(world: World, state: State, draft: Draft, ambition: int, backing: int, record: Record) -> None:
    """A text enters the book: its common costs are paid, its rung is reached, its effects at once are applied."""
    measure = world.measures[draft.measure]
    body = state.bodies[draft.body]
    if not is_covert(measure.kind):
        body.adopted += 1
        body.strong += 1 if ambition >= 2 else 0
    body.funds = max(0, body.funds - price_in_money(world, state, draft.measure, ambition))
    enact(world, state, draft, ambition, backing, record)
    state.habits[draft.measure].last_turn = state.clock[0].turn


@stage
def enact(world: World, state: State, draft: Draft, ambition: int, backing: int, record: Record) -> None:
    """A text begins to work; one of the same measure and addressees that is in force is deepened or prolonged by it.

    So one text stands for them, and nothing is done twice over. What was to be deepened and came out no higher than what is
    in force changes nothing.
    """
    t = like_text(world, state.texts, draft)
    held = before = 0
    if t != NOBODY:
        held, before = state.texts[t].ambition, state.texts[t].share
    keeps = prolongs(world, state, draft, ambition)
    if ambition < held or (ambition == held and not keeps):
        return
    day, measure = state.clock[0].day, world.measures[draft.measure]
    if t == NOBODY:
        t = new_text(state.texts, measure.kind)
    text = state.texts[t]
    fresh = freshness(world, state, draft.measure)
    text.share = share_kept(before, fresh)
    text.until = prolonged(text.until, measure.weeks) if keeps else last_day(day, measure.weeks)
    text.alive = 1
    text.measure = draft.measure
    text.ambition = ambition
    text.against = draft.against
    text.helps = draft.helps
    text.on = draft.on
    text.backing = backing
    text.body = draft.body
    if ambition > held:
        text.adopted = day
        text.matched = text.due = 0
        if not has_effect(world, draft.measure, Effect.NUCLEAR_STRIKE):  # whose rung is reached when it comes
            reach_rung(state, rung_of(measure.escalation, ambition))
        apply_text(world, state, record, text, 0, fresh)
        announce(world, state, text)
    if measure.weeks == 0:
        text.alive = 0
    meet_offers(world, state, record, text)
    reckon_levels(world, state)


@stage
def freshness(world: World, state: State, measure: int) -> int:
    """What a measure does today as far as it is no repetition, 1/1000."""
    n = world.council_numbers[0]
    return quantise(1000.0 * habit_share(n.habit, n.habit_turns, state.clock[0].turn - state.habits[measure].last_turn))
