"""What the orders of a seat cost together: one reckoning for the judge, the screens and the AIs."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from wargame.engine.reading import reading
from wargame.model.codes import BodyKind
from wargame.model.columns import NOBODY, column_of
from wargame.model.orders import MeetDemand, Order, TableDraft
from wargame.model.view import View
from wargame.rules.council import courted_recently, due_for
from wargame.rules.duplication import duplicates, price_in_money
from wargame.rules.law import plain
from wargame.rules.session import cost_of_tabling, part_of_session


def influence_spent(view: View, orders: Collection[Order]) -> int:
    """Influence (1/10) that orders of one phase cost a council together, as the session will take it; a leadership pays none.

    Each further draft is dearer than the one before, and so is a member that was lobbied for an earlier one. Soundings are
    not counted: they were paid when they were ordered.
    """
    if column_of(view.world.bodies, "kind")[view.body] != BodyKind.COUNCIL:
        return 0
    drafts = [order for order in orders if isinstance(order, TableDraft)]
    demands = sum(due_for_demand(view, order.points) for order in orders if isinstance(order, MeetDemand))
    return sum(drafts_cost(view, drafts)) + demands


def drafts_cost(view: View, drafts: Collection[TableDraft]) -> tuple[int, int]:
    """Influence (1/10) that a council's drafts of one phase cost together, and the bids for them, decided as a session does."""
    kinds, second = column_of(view.world.bodies, "kind"), column_of(view.world.measures, "second")

    def part(draft: TableDraft) -> int:
        return int(plain(part_of_session)(kinds[view.body], second[view.names.measures.row(draft.measure)]))

    tabling = bids = 0
    courted: set[str] = set()
    for before, draft in enumerate(sorted(drafts, key=part)):
        tabling += tabling_cost(view, draft, before)
        bids += bids_cost(view, draft.bids, courted)
        courted |= {member for member, points in draft.bids.items() if points > 0}
    return tabling, bids


def tabling_cost(view: View, draft: TableDraft, before: int) -> int:
    """Influence (1/10) that it costs to table a draft, after so many others of this phase."""
    price = column_of(view.world.measures, "cost")[view.names.measures.row(draft.measure)]
    tabled = column_of(view.state.bodies, "tabled")[view.body] + before
    return int(plain(cost_of_tabling)(view.world.council_numbers[0], price, draft.ambition, tabled))


def bids_cost(view: View, bids: Mapping[str, int], courted: Collection[str] = ()) -> int:
    """Influence (1/10) that bids cost together, where `courted` are lobbied for other drafts of this phase already."""
    if not any(points > 0 for points in bids.values()):
        return 0
    numbers, turn = reading(view.world.council_numbers[0]), int(column_of(view.state.clock, "turn")[0])
    total = 0
    for member, points in bids.items():
        if points > 0:
            seat = reading(view.state.members[view.body, view.names.countries.row(member)])
            recent = 1 if member in courted else plain(courted_recently)(numbers, seat, turn)
            total += int(plain(due_for)(numbers, points, recent))
    return total


def due_for_demand(view: View, met: int) -> int:
    """What it costs to meet so many points (1/1000) of a demand, 1/10 influence."""
    return int(plain(due_for)(reading(view.world.council_numbers[0]), met, 0))


def funds_committed(view: View, orders: Collection[Order]) -> int:
    """Common money (EUR m) that drafts would spend if all of them were adopted as they are tabled."""
    drafts = [order for order in orders if isinstance(order, TableDraft)]
    return sum(money_due(view, view.names.measures.row(draft.measure), draft.ambition) for draft in drafts)


def money_due(view: View, measure: int, ambition: int) -> int:
    """What a measure at an ambition costs in common money today (EUR m), as its adoption will take it."""
    funds = int(column_of(view.world.measures, "funds")[measure])
    if not _may_be_built_already(view, measure):
        return funds * ambition
    return int(plain(price_in_money)(view.world, view.state, measure, ambition))


def built_already(view: View, measure: int) -> int:
    """The text of another council that a measure would do a second time, as a row of the book; -1 for none."""
    return int(plain(duplicates)(view.world, view.state, measure)) if _may_be_built_already(view, measure) else NOBODY


def _may_be_built_already(view: View, measure: int) -> bool:
    """Another body has a text of the same kind in force: asked of whole columns, since it is asked of every draft."""
    texts, kinds = view.state.texts, column_of(view.world.measures, "kind")
    like = (column_of(texts, "alive") == 1) & (kinds[column_of(texts, "measure")] == kinds[measure])
    return bool((like & (column_of(texts, "body") != view.body)).any())
