"""What a session asks of one state: drafts on which it has a voice, forces that it could give, and what each word costs.

Of a draft on which two councils must agree it is asked once, and stands where it does in the council where it stands the worse.

Reckoned on the true state by the laws that decide the session, because a delegate knows its own state's exact terms.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wargame.engine.councils import as_heard, standing
from wargame.engine.reading import reading
from wargame.model.codes import Capability, DecisionRule, Position
from wargame.model.columns import NOBODY, column_of, empty_table
from wargame.model.names import Names
from wargame.model.plan import Ask, Bid, Draft, Plan
from wargame.model.state import State
from wargame.model.terms import TERM_LIMIT, Answer, Support
from wargame.model.world import World
from wargame.rules import delegates as laws
from wargame.rules import entries
from wargame.rules.bodies import is_heard_on
from wargame.rules.carriers import opened
from wargame.rules.command import available
from wargame.rules.council import red_line_crossed
from wargame.rules.law import plain

Prices = dict[Position, int]  # what a position costs the government, 1/1000 of support


@dataclass(frozen=True)
class Line:
    """Where a government stands by itself: `terms` add up to `value` (1/1000 point), unless a red line is crossed."""

    position: Position
    value: int
    terms: dict[str, int]


@dataclass(frozen=True)
class Reading:
    """A draft read at one ambition: the government's line without and with what is offered, and what words cost then."""

    ambition: int
    line: Line
    taken: Line
    prices: Prices
    prices_taken: Prices  # of the positions that are open to who takes the offer


@dataclass(frozen=True)
class DraftItem:
    """A draft that is put to a council in which the state has a voice. `draft` is its place on the agenda."""

    draft: int
    body: str
    measure: str
    against: str | None
    helps: str | None
    on: str | None
    is_vote: bool
    offer: int  # support that its sponsor offers to buy, 1/1000 point
    red_line: str | None  # the reason of the state's own red line that it crosses; None where it crosses none
    readings: tuple[Reading, ...]  # as tabled, then as it may be read lower

    @property
    def lowest(self) -> Reading:
        """The reading that is the last."""
        return self.readings[-1]


@dataclass(frozen=True)
class RequestItem:
    """A request for forces that the state could answer: `value` above 0 is willing by its own terms."""

    request: int
    body: str
    capability: Capability
    place: str
    weeks: int
    formation: str
    value: int
    terms: dict[str, int]
    price: int  # of answering otherwise, 1/1000 of government support

    @property
    def willing(self) -> bool:
        """By its own terms it would give."""
        return self.value > 0


@dataclass(frozen=True)
class Agenda:
    """All that a session asks of a state."""

    drafts: tuple[DraftItem, ...] = ()
    requests: tuple[RequestItem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing is asked."""
        return not self.drafts and not self.requests


def agenda_of(world: World, state: State, names: Names, plan: Plan, country: int) -> Agenda:
    """What the plan of a session asks of a state; nothing while a caretaker governs it."""
    turn, own = int(state.clock[0].turn), state.countries[country]
    if not plain(laws.is_heard)(turn, int(own.caretaker)):
        return Agenda()
    drafts, requests = [], []
    for d in np.flatnonzero(column_of(plan.drafts, "alive")).tolist():
        if plain(is_heard_on)(world, state, plan.drafts[d], country):
            drafts.append(_draft_item(world, state, names, plan, d, country))
    for k in np.flatnonzero(column_of(plan.asks, "alive")).tolist():
        item = _request_item(world, state, names, plan.asks[k], k, country)
        requests += [item] if item else []
    return Agenda(tuple(drafts), tuple(requests))


def _draft_item(world: World, state: State, names: Names, plan: Plan, d: int, country: int) -> DraftItem:
    draft = reading(plan.drafts[d])
    crossed = int(plain(red_line_crossed)(world, state, plan.drafts[d], country))
    ambitions = [draft.ambition, draft.ambition - 1] if draft.ambition > draft.lowest else [draft.ambition]
    return DraftItem(
        d,
        names.bodies.ids[draft.body],
        names.measures.ids[draft.measure],
        names.countries.id(draft.against),
        names.countries.id(draft.helps),
        names.places.id(draft.on),
        int(world.measures[draft.measure].rule) != DecisionRule.SILENCE,
        int(plan.bids[d, country].points),
        None if crossed == NOBODY else names.reasons[crossed],
        tuple(_reading(world, state, plan, d, country, ambition) for ambition in ambitions),
    )


def _reading(world: World, state: State, plan: Plan, d: int, country: int, ambition: int) -> Reading:
    own = empty_table(Draft, 1)  # a reading is kept with its draft, and the plan's is not ours to write on
    own[0] = plan.drafts[d]
    draft = own[0]
    draft.ambition = ambition
    line, taken = (_line(world, state, plan, draft, d, country, bid) for bid in (0, int(plan.bids[d, country].points)))
    opinion, firmness = int(state.countries[country].opinion), int(world.measures[draft.measure].firmness)
    prices = {position: _price(world, opinion, firmness, position - line.position) for position in Position}
    least = Position(int(plain(laws.least_position)(line.position, taken.position)))
    return Reading(
        ambition,
        line,
        taken,
        prices,
        {position: _price(world, opinion, firmness, position - least) for position in Position if position >= least},
    )


def _line(world: World, state: State, plan: Plan, draft: Draft, d: int, country: int, bid: int) -> Line:
    """Where a state stands on a draft with so much bid for it (1/1000 point), all others being bid what they are bid."""
    count = state.countries.size
    felt, positions, lift = (np.zeros(count, np.int64) for _ in range(3))
    bids = empty_table(Bid, 1, count)
    column_of(bids, "points")[0] = column_of(plan.bids, "points")[d]
    bids[0, country].points = bid
    entries.appraise(world, state, draft, bids, felt, positions, lift)
    heard = as_heard(world, state, draft, bids)
    value, terms = standing(world, state, heard, country, bid, int(draft.ambition))
    named = {term.name.lower(): int(terms[term]) for term in Support if terms[term]}
    return Line(Position(int(positions[country])), value, named)


def _price(world: World, opinion: int, firmness: int, steps: int) -> int:
    n = world.council_numbers[0]
    crosses = plain(laws.crosses_clear_public)(n, opinion, firmness, steps)
    return int(plain(laws.price_of_departure)(n, steps, int(crosses)))


def _request_item(world: World, state: State, names: Names, ask: Ask, k: int, country: int) -> RequestItem | None:
    """None where the state is not asked, or has nothing to give."""
    if not state.members[ask.body, country].joined:
        return None
    unit = int(available(opened(world), opened(state), country, ask.capability, ask.place))
    if unit == NOBODY:
        return None
    terms = np.zeros(TERM_LIMIT, np.int64)
    value = int(entries.answer(world, state, ask.body, country, ask.place, terms))
    return RequestItem(
        k,
        names.bodies.ids[ask.body],
        Capability(int(ask.capability)),
        names.places.ids[ask.place],
        int(ask.weeks),
        names.formations.ids[unit],
        value,
        {term.name.lower(): int(terms[term]) for term in Answer if terms[term]},
        int(plain(laws.price_of_departure)(world.council_numbers[0], 1, 0)),
    )
