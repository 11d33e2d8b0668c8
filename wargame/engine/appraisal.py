"""What a seat reckons that the members of its body make of a draft: positions, terms, price, by the council's own laws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wargame.engine.councils import as_heard, standing
from wargame.engine.judge import draft_row, judge
from wargame.engine.spending import drafts_cost, influence_spent
from wargame.model.codes import BodyKind, Effect, Position, Verdict
from wargame.model.columns import column_of, empty_table
from wargame.model.orders import Order, TableDraft
from wargame.model.plan import Bid, Draft
from wargame.model.terms import Support
from wargame.model.view import View
from wargame.rules import entries
from wargame.rules.carriers import opened
from wargame.rules.council import NO_PRICE, comes_to, outcome, red_line_crossed
from wargame.rules.law import plain
from wargame.rules.membership import fears_most
from wargame.rules.nuclear import cost_of_use
from wargame.rules.session import cost_in_stability
from wargame.rules.texts import has_effect


@dataclass(frozen=True)
class Member:
    """One member's expected answer. `terms` add up to `value` (1/1000 point); `lift` is 1/10 influence."""

    id: str
    position: Position
    value: int
    terms: dict[str, int]
    lift: int

    @property
    def red_line(self) -> bool:
        """It objects though its terms do not: a red line rules the draft out."""
        return self.position is Position.OBJECTS and self.lift >= NO_PRICE and self.value >= 0


@dataclass(frozen=True)
class Appraisal:
    """A draft as the seat sees it before it is tabled. Amounts in 1/10 influence, stability in 1/1000."""

    members: tuple[Member, ...]
    price: int  # of consensus, beyond what is bid; NO_PRICE where it cannot be bought
    cost: int  # of tabling
    bids: int  # what the bids cost
    pledged: int  # what the other orders of this caucus will take
    stability: int  # what a leadership pays
    broken: tuple[str, ...]  # ids of the laws that forbid it
    verdict: Verdict  # what the body would make of it with these positions

    @property
    def buyable(self) -> bool:
        """Consensus can be had for its price."""
        return self.price < NO_PRICE


def appraise(view: View, order: TableDraft, given: tuple[Order, ...] = ()) -> Appraisal:
    """The draft by what the seat knows; `given` are its other orders of this phase."""
    draft = empty_table(Draft, 1)[0]
    draft_row(view, order, draft)
    drafts = [other for other in given if isinstance(other, TableDraft)]
    broken = judge(view, order, given)
    if view.world.bodies[view.body].kind != BodyKind.COUNCIL:
        return Appraisal((), 0, 0, 0, 0, _stability(view, draft, len(drafts)), broken, Verdict.ADOPTED)
    members, asked, verdict = _members(view, order, draft)
    cost, bids = (
        after - before for before, after in zip(drafts_cost(view, drafts), drafts_cost(view, [*drafts, order]))
    )
    return Appraisal(members, asked, cost, bids, influence_spent(view, given), 0, broken, verdict)


def _stability(view: View, draft: Draft, given: int) -> int:
    leader = view.world.bodies[view.body].leader
    first = plain(fears_most)(view.state.countries[leader], view.state.members, draft.against)
    numbers, facts = view.world.council_numbers[0], view.world.measures[draft.measure]
    if plain(has_effect)(view.world, draft.measure, Effect.NUCLEAR_STRIKE):
        return int(plain(cost_of_use)(numbers, facts.stability, draft.ambition))
    before = int(column_of(view.state.bodies, "tabled")[view.body]) + given
    return int(plain(cost_in_stability)(numbers, facts.stability, draft.ambition, int(first), before))


def _members(view: View, order: TableDraft, draft: Draft) -> tuple[tuple[Member, ...], int, Verdict]:
    count = view.state.countries.size
    felt, positions, lift = (np.zeros(count, np.int64) for _ in range(3))
    bids = empty_table(Bid, 1, count)
    for member, points in order.bids.items():
        bids[0, view.names.countries.row(member)].points = points
    asked = int(entries.appraise(view.world, view.state, draft, bids, felt, positions, lift))
    found = []
    heard = as_heard(view.world, view.state, draft, bids)
    for row in np.flatnonzero(positions >= 0).tolist():
        points = int(bids[0, row].points)
        value, terms = standing(view.world, view.state, heard, row, points, int(draft.ambition))
        named = {term.name.lower(): int(terms[term]) for term in Support if terms[term]}
        name = view.names.countries.ids[row]
        found.append(Member(name, Position(int(positions[row])), value, named, int(lift[row])))
    verdict = plain(outcome)(opened(view.world), opened(view.state), draft, positions)
    return tuple(found), asked, Verdict(int(plain(comes_to)(verdict, order.ambition)))


def line_crossed(view: View, order: TableDraft, member: str) -> int:
    """The row of the red line of a member that a draft crosses as things stand; NOBODY for none."""
    draft = empty_table(Draft, 1)[0]
    draft_row(view, order, draft)
    return int(plain(red_line_crossed)(view.world, view.state, draft, view.names.countries.row(member)))
