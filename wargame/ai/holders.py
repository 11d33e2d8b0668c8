"""Demands of members that hold an accession up: a council meets one with influence that it has to spare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.ai.options import MARGIN
from wargame.engine.explain import explained, open_value
from wargame.engine.judge import due_to, judge
from wargame.model.codes import BodyKind, Track
from wargame.model.columns import column_of
from wargame.model.orders import MeetDemand
from wargame.model.view import View
from wargame.rules import entries
from wargame.rules.numeric import quantise

RESERVE = 50  # 1/10 influence: what is kept for the drafts of the next turn
MOST = 1500  # 1/1000 point: the most of a demand that one order meets


@dataclass(frozen=True)
class Holder:
    """A member that holds an applicant's accession up, and what it is reckoned to lack for ratifying (1/1000 point)."""

    member: str
    applicant: str
    lacks: int


def holders(view: View) -> list[Holder]:
    """The members of the seat's body that have not ratified an invitation, by applicant and member."""
    return list(_holders(view))


def _holders(view: View) -> Iterator[Holder]:
    ids = view.names.countries.ids
    if view.world.bodies[view.body].kind != BodyKind.COUNCIL:
        return
    tracks, item = column_of(view.state.countries, "track").tolist(), explained("ratification")
    for applicant, name in enumerate(ids):
        if tracks[applicant] != Track.INVITED:
            continue
        for member, ally in enumerate(ids):
            if entries.is_held_up(view.world, view.state, view.body, member, applicant):
                value, _ = open_value(item, view.world, view.state, view.body, member, applicant)
                yield Holder(ally, name, max(0, -value))


def concessions(view: View, spent: int) -> list[MeetDemand]:
    """The cheapest demand, if it can be met beside what is `spent` (1/10 influence) and a reserve: whole, or a first part."""
    margin = quantise(1000.0 * MARGIN * view.world.council_numbers[0].disposition_sd)
    spare = int(view.state.bodies[view.body].influence) - spent - RESERVE
    held = sorted(
        (holder for holder in holders(view) if holder.lacks), key=lambda holder: (holder.lacks, holder.member)
    )
    orders = [_order(holder, margin) for holder in held[:1]]
    return [one for one in orders if due_to(view, one.member, one.points) <= spare and not judge(view, one)]


def _order(holder: Holder, margin: int) -> MeetDemand:
    return MeetDemand(member=holder.member, applicant=holder.applicant, points=min(holder.lacks + margin, MOST))
