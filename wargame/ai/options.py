"""What a seat could table: candidate drafts that name sensible addressees, all legal on its View."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wargame.ai.last_resort import is_thought_of, massed
from wargame.engine.judge import draft_row, judge
from wargame.engine.reading import reading
from wargame.engine.spending import influence_spent
from wargame.model.codes import BodyKind, MeasureKind
from wargame.model.columns import column_of, empty_table
from wargame.model.orders import Order, TableDraft
from wargame.model.plan import Bid, Draft
from wargame.model.record import Terms
from wargame.model.view import Mask, View
from wargame.rules import entries
from wargame.rules.council import NO_PRICE, courted_recently, most_bought
from wargame.rules.law import plain
from wargame.rules.legality import can_be_paid
from wargame.rules.missions import is_sent_out
from wargame.rules.numeric import FULL
from wargame.rules.price import support_bought
from wargame.rules.session import cost_of_tabling
from wargame.rules.texts import is_for_the_hour, is_use

MARGIN = 0.4  # spreads of private disposition that a bid allows for
ADDRESSEES = 3  # states that one measure is tried against, for or on


@dataclass(frozen=True)
class Option:
    """A draft a seat could table, with what its own reading of the members says of it."""

    order: TableDraft
    support: int  # mean support of the members, 1/1000 point; 0 where there are none to ask
    price: int  # price of consensus, 1/10 influence; NO_PRICE when it cannot be bought
    cost: int  # of tabling, 1/10 influence

    @property
    def affordable(self) -> bool:
        """Consensus is to be had for a price."""
        return self.price < NO_PRICE

    @property
    def matter(self) -> tuple[str, str | None, str | None, str | None]:
        """What the draft is on, but for its ambition."""
        return self.order.measure, self.order.against, self.order.helps, self.order.on

    def label(self) -> str:
        """The draft in a few words, for rationales."""
        order = self.order
        named = [
            f"{word} {name}"
            for word, name in (("against", order.against), ("for", order.helps), ("on", order.on))
            if name
        ]
        return " ".join([order.measure, str(order.ambition), *named])


def options(view: View, ambitions: tuple[int, ...]) -> list[Option]:
    """Every legal candidate at the ambitions given, in the order of the catalogue."""
    found = []
    for measure in range(view.world.measures.size):
        facts = view.world.measures[measure]
        everyday = not plain(is_for_the_hour)(facts.kind)
        if facts.body != view.body or not (everyday or is_thought_of(view, facts.kind)):
            continue
        for order in addressed(view, measure, ambitions):
            if not judge(view, order):
                found.append(appraise(view, order))
    return found


def appraise(view: View, order: TableDraft) -> Option:
    """What the members would make of a draft, by the laws the council will use, on what the seat knows."""
    draft = empty_table(Draft, 1)[0]
    draft_row(view, order, draft)
    numbers, facts = view.world.council_numbers[0], view.world.measures[draft.measure]
    cost = plain(cost_of_tabling)(numbers, facts.cost, draft.ambition, 0)
    if view.world.bodies[view.body].kind != BodyKind.COUNCIL:
        return Option(order, 0, 0, cost)
    count = view.state.countries.size
    supports, positions, lift = (np.zeros(count, np.int64) for _ in range(3))
    asked = entries.appraise(view.world, view.state, draft, empty_table(Bid, 1, count), supports, positions, lift)
    asked_of = supports[positions >= 0]
    mean = int(asked_of.mean()) if asked_of.size else 0
    return Option(order, mean, asked, cost)


def joined_by(view: View) -> Mask:
    """The states that are members of the seat's body."""
    joined: Mask = column_of(view.state.members, "joined")[view.body] == 1
    return joined


def strongest_threats(view: View, most: int) -> list[int]:
    """Outsiders by the threat that the body's members feel from them, weighed by people, highest first."""
    joined = joined_by(view)
    people = column_of(view.world.countries, "population")[joined]
    felt = people @ column_of(view.state.pairs, "threat")[joined]
    return sorted(np.flatnonzero(~joined).tolist(), key=lambda j: (-felt[j], j))[:most]


def most_threatened(view: View, most: int) -> list[int]:
    """Members by the highest threat that they feel, highest first."""
    felt = column_of(view.state.pairs, "threat").max(axis=1)
    return sorted(np.flatnonzero(joined_by(view)).tolist(), key=lambda c: (-felt[c], c))[:most]


def in_need(view: View, against: int, most: int) -> list[int]:
    """Whom a body may help: those at war with the one answered alone, where there are any, else all by the threat they feel.

    States of the body that answers it and those that stand with it are left out; members and strangers are not told apart.
    """
    state, world = view.state, view.world
    if against < 0:
        return most_threatened(view, most)
    felt = {
        c: (-int(state.pairs[c, against].threat), c)
        for c in range(state.countries.size)
        if c != against and not _stands_with(view, c, against)
    }
    armed = [c for c in felt if world.countries[c].personnel > 0]
    fight = [c for c in armed if state.pairs[c, against].war]
    return sorted(fight or armed, key=lambda c: felt[c])[:most]


def _helped(view: View, measure: int, against: int) -> list[int]:
    """Whom a measure may help: an operation goes to strangers, shelter from covert acts to members, all else to who is in need."""
    kind = int(view.world.measures[measure].kind)
    if plain(is_sent_out)(kind):
        return hosts(view, measure, against, ADDRESSEES)
    if kind == MeasureKind.RESILIENCE:
        return most_threatened(view, ADDRESSEES)
    return in_need(view, against, ADDRESSEES)


def hosts(view: View, measure: int, against: int, most: int) -> list[int]:
    """States outside the councils that send an operation: first those that fear the state answered, and lack the capacity to resist."""
    state, other = view.state, int(view.world.measures[measure].second)
    joined = column_of(state.members, "joined")
    felt = column_of(state.pairs, "threat")[:, max(against, 0)] * (FULL - column_of(state.countries, "resilience"))
    outside = (joined[view.body] == 0) & (joined[max(other, 0)] == 0 if other >= 0 else True)
    fights = column_of(state.pairs, "war").any(axis=1)
    found = np.flatnonzero(outside & ~fights).tolist()
    return sorted((c for c in found if against < 0 or not _sides_with(view, c, against)), key=lambda c: (-felt[c], c))[
        :most
    ]


def _sides_with(view: View, country: int, other: int) -> bool:
    """A state is another, or stands with it."""
    return country == other or _stands_with(view, country, other)


def _stands_with(view: View, country: int, other: int) -> bool:
    """Two states share a body, or one depends on the other."""
    joined = column_of(view.state.members, "joined")
    return bool((joined[:, country] & joined[:, other]).any()) or view.world.countries[country].patron == other


def weakest_links(view: View, most: int) -> list[int]:
    """Members of other councils by their commitment, least first: where pressure may part an alliance."""
    joined = column_of(view.state.members, "joined") == 1
    others = joined.any(axis=0) & ~joined[view.body]
    committed = np.where(joined, column_of(view.state.members, "commitment"), FULL).min(axis=0)
    return sorted(np.flatnonzero(others).tolist(), key=lambda c: (committed[c], c))[:most]


def targets(view: View, most: int) -> list[int]:
    """For a leadership: states by its motive against them, then the weakest links; for a council: whom its members fear."""
    if view.world.bodies[view.body].kind == BodyKind.COUNCIL:
        return strongest_threats(view, 1)
    wanted = most_wanted(view, most - 1)
    return [*wanted, *(c for c in weakest_links(view, most) if c not in wanted)][: most + 1]


def most_wanted(view: View, most: int) -> list[int]:
    """States by the leadership's motive against them, highest first."""
    gain, cost = column_of(view.state.motives, "gain")[view.body], column_of(view.state.motives, "cost")[view.body]
    weighed = np.flatnonzero((gain != 0) | (cost != 0)).tolist()
    return sorted(weighed, key=lambda c: (cost[c] - gain[c], c))[:most]


def _places(view: View, against: int) -> list[int]:
    """Where a measure can be, those whose holder fears the state answered most first.

    That is soil of members (a leadership's own) next to the state answered, or with a formation that stands or is planned.
    """
    state, world = view.state, view.world
    holder = column_of(state.regions, "controller")
    joined = joined_by(view)
    units = state.formations
    planned = (column_of(units, "alive") == 0) & (column_of(units, "target") == 0)
    standing = ((column_of(units, "alive") == 1) | planned) & (column_of(units, "body") == view.body)
    hosts = set(column_of(units, "at")[standing].tolist())
    answered = set(np.flatnonzero(holder == against).tolist()) if against >= 0 else set()
    first, count = column_of(world.regions, "first_edge"), column_of(world.regions, "edges")
    ends = column_of(world.edges, "end")
    found = []
    for r in np.flatnonzero(holder >= 0).tolist():
        ways = ends[first[r] : first[r] + count[r]].tolist()
        if joined[holder[r]] and (r in hosts or not answered.isdisjoint(ways)):
            found.append(r)
    felt = column_of(state.pairs, "threat")[:, max(against, 0)]
    return sorted(found, key=lambda r: (-int(felt[holder[r]]), r))


def _where(view: View, kind: int, against: int) -> list[int]:
    """Where a measure of a kind can be: weapons strike where the enemy stands, all else is done on one's own soil."""
    return massed(view, against) if plain(is_use)(kind) else _places(view, against)


def addressed(view: View, measure: int, ambitions: tuple[int, ...]) -> list[TableDraft]:
    """A measure with whom it could sensibly answer, help or concern; whether that is legal is not yet asked."""
    facts, names = view.world.measures[measure], view.names
    orders = []
    for against in targets(view, ADDRESSEES) if facts.needs_against else [-1]:
        helped = _helped(view, measure, against) if facts.needs_helps else [-1]
        places = _where(view, facts.kind, targets(view, 1)[0] if against < 0 else against) if facts.needs_on else [-1]
        for helps in helped:
            for on in places[: 2 * ADDRESSEES]:
                for ambition in ambitions:
                    orders.append(
                        TableDraft(
                            measure=names.measures.ids[measure],
                            ambition=ambition,
                            lowest=max(1, ambition - 1),
                            against=names.countries.id(against),
                            helps=names.countries.id(helps),
                            on=names.places.id(on),
                        )
                    )
    return orders


def buying(view: View, option: Option) -> TableDraft:
    """The draft with the bids that lift every member that stands in the way, where the price can be paid."""
    draft = empty_table(Draft, 1)[0]
    draft_row(view, option.order, draft)
    count = view.state.countries.size
    supports, positions, lift = (np.zeros(count, np.int64) for _ in range(3))
    asked = entries.appraise(view.world, view.state, draft, empty_table(Bid, 1, count), supports, positions, lift)
    if asked <= 0 or asked >= NO_PRICE:
        return option.order
    margin = int(view.world.council_numbers[0].disposition_sd * 1000 * MARGIN)
    sure = _bidding(view, option.order, supports, lift, margin)
    if plain(can_be_paid)(int(view.state.bodies[view.body].influence), influence_spent(view, [sure])):
        return sure
    return _bidding(view, option.order, supports, lift, 0)


def _bidding(view: View, order: TableDraft, supports: Terms, lift: Terms, margin: int) -> TableDraft:
    """The draft with bids that lift each member as far as its price does, and a margin (1/1000 point) beyond."""
    numbers, turn = reading(view.world.council_numbers[0]), int(view.state.clock[0].turn)
    most = plain(most_bought)(numbers)
    bids = {}
    for c in np.flatnonzero(lift).tolist():
        courted = plain(courted_recently)(numbers, reading(view.state.members[view.body, c]), turn)
        goal = margin + plain(support_bought)(numbers, int(supports[c]), int(lift[c]), courted)
        if goal > supports[c]:
            bids[view.names.countries.ids[c]] = min(most, goal - int(supports[c]))
    return order.model_copy(update={"bids": bids})


def legal_together(view: View, orders: Sequence[Order]) -> bool:
    """Each of some orders is legal when those before it are given."""
    return not any(judge(view, order, orders[:k]) for k, order in enumerate(orders))
