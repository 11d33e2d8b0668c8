"""What a council offers those that hold an accession up: influence that it has to spare meets a demand."""

from __future__ import annotations

from collections.abc import Collection

from wargame.ai.options import MARGIN
from wargame.engine.holders import Holder, holders
from wargame.engine.judge import judge
from wargame.engine.spending import due_for_demand
from wargame.model.orders import MeetDemand, Order
from wargame.model.state import MOST_POINTS
from wargame.model.view import View
from wargame.rules.numeric import quantise

RESERVE = 50  # 1/10 influence: what is kept for the drafts of the next turn


def concessions(view: View, spent: int, given: Collection[Order] = ()) -> list[MeetDemand]:
    """The cheapest demand, if it can be met beside the orders `given`, what is `spent` (1/10 influence) and a reserve: whole, or a part."""
    margin = quantise(1000.0 * MARGIN * view.world.council_numbers[0].disposition_sd)
    spare = int(view.state.bodies[view.body].influence) - spent - RESERVE
    held = sorted(
        (holder for holder in holders(view) if holder.lacks), key=lambda holder: (holder.lacks, holder.member)
    )
    orders = [_order(holder, margin) for holder in held[:1]]
    return [one for one in orders if due_for_demand(view, one.points) <= spare and not judge(view, one, given)]


def _order(holder: Holder, margin: int) -> MeetDemand:
    points = min(holder.lacks + margin, MOST_POINTS)
    return MeetDemand(member=holder.member, applicant=holder.applicant, points=points)
