"""Demands of members that hold an accession up: a council meets one with influence that it has to spare."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.ai.options import MARGIN
from wargame.engine.explain import explained, open_value
from wargame.engine.judge import due_for_demand, judge
from wargame.model.codes import BodyKind, Track
from wargame.model.columns import column_of
from wargame.model.orders import MeetDemand
from wargame.model.view import View
from wargame.rules import entries
from wargame.rules.accession import has_a_demand
from wargame.rules.law import plain
from wargame.rules.numeric import quantise

RESERVE = 50  # 1/10 influence: what is kept for the drafts of the next turn
MOST = 1500  # 1/1000 point: the most of a demand that one order meets


@dataclass(frozen=True)
class Holder:
    """A member that holds an applicant's accession up, and what it is reckoned to lack for ratifying (1/1000 point)."""

    member: str
    applicant: str
    lacks: int


def waiting(view: View) -> list[tuple[int, int]]:
    """Rows of the members of the seat's body that have not ratified an invitation, each with that of the applicant."""
    if view.world.bodies[view.body].kind != BodyKind.COUNCIL:
        return []
    tracks = column_of(view.state.countries, "track").tolist()
    joined = column_of(view.state.members, "joined")[view.body].tolist()
    ratified = column_of(view.state.pairs, "ratified")
    found = []
    for applicant in (row for row, track in enumerate(tracks) if track == Track.INVITED):
        if entries.open_body(view.world, view.state, applicant) == view.body:
            done = ratified[:, applicant].tolist()
            demanding = plain(has_a_demand)
            found += [
                (ally, applicant) for ally, seat in enumerate(joined) if demanding(Track.INVITED, seat, done[ally])
            ]
    return found


def holders(view: View) -> list[Holder]:
    """Those that `waiting` names, with what they are reckoned to lack."""
    ids, item = view.names.countries.ids, explained("ratification")
    found = []
    for ally, applicant in waiting(view):
        value, _ = open_value(item, view.world, view.state, view.body, ally, applicant)
        found.append(Holder(ids[ally], ids[applicant], max(0, -value)))
    return found


def concessions(view: View, spent: int) -> list[MeetDemand]:
    """The cheapest demand, if it can be met beside what is `spent` (1/10 influence) and a reserve: whole, or a first part."""
    margin = quantise(1000.0 * MARGIN * view.world.council_numbers[0].disposition_sd)
    spare = int(view.state.bodies[view.body].influence) - spent - RESERVE
    held = sorted(
        (holder for holder in holders(view) if holder.lacks), key=lambda holder: (holder.lacks, holder.member)
    )
    orders = [_order(holder, margin) for holder in held[:1]]
    return [one for one in orders if due_for_demand(view, one.points) <= spare and not judge(view, one)]


def _order(holder: Holder, margin: int) -> MeetDemand:
    return MeetDemand(member=holder.member, applicant=holder.applicant, points=min(holder.lacks + margin, MOST))
