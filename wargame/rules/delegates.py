"""Delegates (rulebook 12): who speaks for a state may depart from its government's line, and the government pays for it.

The line is what the laws of support make of a state. A word is priced when it is spoken, and charged when the draft
that it is about is read: what was shown is what is paid, whatever other drafts did to the line in between.
"""

from __future__ import annotations

from wargame.model.codes import Die, Note, Position
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Bid, Draft, Reply
from wargame.model.record import Record, Terms
from wargame.model.state import State
from wargame.model.terms import Answer
from wargame.model.world import World
from wargame.rules.chance import cast
from wargame.rules.law import law, stage
from wargame.rules.notes import EVERYONE, note, note_more
from wargame.rules.numeric import FULL, clamp, quantise
from wargame.rules.opinion import FELL, change_government, falls

HALF = FULL // 2
WHOLE_POINT = 1000  # of support


@law("DELEGATE-1", "rulebook 12: two points against a clear public")
def crosses_clear_public(n: CouncilNumbers, opinion: int, firmness: int, steps: int) -> bool:
    """A public that leans far to one side is crossed by who stands against the firm draft it wants, or for one it does not.

    `steps` is how much more a delegate is in favour than its government, below 0 less.
    """
    leaning = opinion - HALF
    return abs(leaning) >= n.clear_public and leaning * firmness * steps < 0


@law("DELEGATE-2", "rulebook 12: each step away from the model's position costs a point of government support")
def price_of_departure(n: CouncilNumbers, steps: int, crosses_public: int) -> int:
    """Each step away from the government's line costs a point of its support, two against a clear public (1/1000)."""
    step = n.departure_crossing if crosses_public == 1 else n.departure
    return quantise(abs(steps) * step)


@law("DELEGATE-3", "rulebook 12: the government falls and the model takes over for two turns")
def is_heard(turn: int, caretaker: int) -> bool:
    """No delegate speaks for a caretaker government, for the turn of the fall and two more.

    `caretaker` is the turn after them.
    """
    return turn >= caretaker


@law("DELEGATE-4", "rulebook 12: a taken offer binds")
def least_position(line: int, line_with_offer: int) -> int:
    """Who takes what is offered stands at least where its government would stand for it; who does not may take any position."""
    return max(line, line_with_offer)


@law("DELEGATE-5", "rulebook 3 and 12: the delegate's word is a term of support")
def carried_to(n: CouncilNumbers, value: int, position: int) -> int:
    """The support (1/1000 point) nearest to a state's own at which it takes the position that its delegate took."""
    supports, objects = quantise(n.supports * WHOLE_POINT), quantise(n.objects * WHOLE_POINT)
    if position == Position.SUPPORTS:
        return max(value, supports)
    if position == Position.SILENT:
        return clamp(value, 0, supports - 1)
    if position == Position.RESERVED:
        return clamp(value, objects, -1)
    return min(value, objects - 1)


@law("DELEGATE-6", "rulebook 12: a delegate answers requests for forces")
def as_told(value: int, spoken: int, gives: int) -> int:
    """A request is granted (above 0) or refused as the delegate says; where none has spoken, as the terms have it."""
    if spoken == 0:
        return value
    return max(value, 1) if gives == 1 else min(value, 0)


@law("DELEGATE-7", "rulebook 12: what one draft costs is paid once")
def still_due(price: int, first_price: int, read_lower: int) -> int:
    """Read again lower, a draft costs only what its second word is dearer than its first (1/1000)."""
    return max(price - first_price, 0) if read_lower == 1 else price


@law("DELEGATE-8", "rulebook 12: a secret brief")
def brief_of(seed: int, country: int, briefs: int) -> int:
    """Which of so many briefs a state has is drawn by lot once in a game, and nobody but its delegate knows."""
    return int(cast(seed, 0, Die.SECRET_BRIEF, country, 0) * briefs)


@law("DELEGATE-9", "rulebook 12: lobbying arrives as an offer; Putnam 1988, two-level games: what is brought home")
def brought_home(n: CouncilNumbers, support: int, points: int) -> int:
    """What a delegate was offered and takes is shown at home: it earns its government support by its size (1/1000)."""
    return clamp(support + quantise(n.brought_home * points / WHOLE_POINT), 0, FULL)


@stage
def speak(
    world: World,
    state: State,
    draft: Draft,
    ambition: int,
    bids: Table[Bid],
    d: int,
    positions: Terms,
    moved: Terms,
    record: Record,
) -> None:
    """Delegates take their positions on a draft as it is read, in place of their governments' lines, and are charged.

    `moved` is 1 on return for each member whose position is not that line. Who fell over the first reading is not heard at
    the second.
    """
    lower = 0 if ambition == draft.ambition else 1
    for c in range(state.countries.size):
        word = bids[d, c]
        moved[c] = 0
        if positions[c] < 0 or word.spoken == 0 or not is_heard(state.clock[0].turn, state.countries[c].caretaker):
            continue
        taken = word.lower if lower else word.first
        price = still_due(word.lower_price if lower else word.first_price, word.first_price, lower)
        moved[c] = 1 if taken != positions[c] else 0
        positions[c] = taken
        charge(world, state, c, draft.body, draft.measure, price, record)


@stage
def hush(state: State, bids: Table[Bid], d: int) -> None:
    """What delegates of governments that have fallen meanwhile said on a draft is void."""
    for c in range(state.countries.size):
        if not is_heard(state.clock[0].turn, state.countries[c].caretaker):
            bids[d, c].spoken = 0
            bids[d, c].refused = 0


@stage
def told_by_delegate(state: State, member: int, word: Reply, value: int, terms: Terms) -> int:
    """What a state's answer to a request for forces is worth with its delegate's word, a term of it (1/1000 point)."""
    heard = 1 if is_heard(state.clock[0].turn, state.countries[member].caretaker) else 0
    told = as_told(value, word.spoken * heard, word.gives)
    terms[Answer.DELEGATE] = told - value
    return told


@stage
def charge_reply(world: World, state: State, member: int, body: int, word: Reply, record: Record) -> None:
    """A government pays for a delegate's answer that counted: a refusal, or forces that are given."""
    if word.spoken == 1 and is_heard(state.clock[0].turn, state.countries[member].caretaker):
        charge(world, state, member, body, NOBODY, word.price, record)


@stage
def charge(world: World, state: State, country: int, body: int, measure: int, price: int, record: Record) -> None:
    """A government pays for its delegate's departure, and falls where too few support it any more.

    Note.DEPARTED: who = country, whom = body, first = what it cost (1/1000), second = support that is left, third = the
    measure that was spoken of, -1 for forces.
    """
    if price <= 0:
        return
    own = state.countries[country]
    own.government = clamp(own.government - price, 0, FULL)
    day = state.clock[0].day
    row = note(record, Note.DEPARTED, day, country, body, NOBODY, price, own.government, EVERYONE)
    note_more(record, row, measure, 0)
    if falls(world.state_numbers[0], own.government):
        change_government(world, state, country, FELL, record)


@stage
def tell_answer(state: State, body: int, member: int, word: Bid, record: Record) -> None:
    """A sponsor hears that its offer was turned down, and for how much it would have been taken.

    Note.OFFER_ANSWERED: who = member, whom = body, first = points asked (0 for none), second = points offered.
    """
    day = state.clock[0].day
    note(record, Note.OFFER_ANSWERED, day, member, body, NOBODY, word.asked, word.points, 1 << body)
