"""Who holds an accession up (ACCESSION-4), and what each is reckoned to lack for ratifying, as a seat sees it."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.engine.explain import explained, open_value
from wargame.model.codes import BodyKind, Track
from wargame.model.columns import NOBODY, column_of
from wargame.model.view import View
from wargame.rules import entries
from wargame.rules.accession import has_a_demand
from wargame.rules.law import plain


@dataclass(frozen=True)
class Holder:
    """A member that holds an applicant's accession up, and what it is reckoned to lack for ratifying (1/1000 point)."""

    member: str
    applicant: str
    lacks: int


def waited_for(view: View, applicant: int) -> list[int]:
    """Rows of the members that an applicant waits for, of whichever body has invited it. It is public who they are."""
    body = entries.open_body(view.world, view.state, applicant)
    if body == NOBODY:
        return []
    track = int(view.state.countries[applicant].track)
    joined = column_of(view.state.members, "joined")[body].tolist()
    ratified = column_of(view.state.pairs, "ratified")[:, applicant].tolist()
    demanding = plain(has_a_demand)
    return [ally for ally, seat in enumerate(joined) if demanding(track, seat, ratified[ally])]


def waiting(view: View) -> list[tuple[int, int]]:
    """Rows of the members of the seat's body that have not ratified an invitation, each with that of the applicant."""
    if view.world.bodies[view.body].kind != BodyKind.COUNCIL:
        return []
    tracks = column_of(view.state.countries, "track").tolist()
    invited = [row for row, track in enumerate(tracks) if track == Track.INVITED]
    own = [row for row in invited if entries.open_body(view.world, view.state, row) == view.body]
    return [(ally, applicant) for applicant in own for ally in waited_for(view, applicant)]


def holders(view: View) -> list[Holder]:
    """Those that `waiting` names, with what they are reckoned to lack."""
    ids, item = view.names.countries.ids, explained("ratification")
    found = []
    for ally, applicant in waiting(view):
        value, _ = open_value(item, view.world, view.state, view.body, ally, applicant)
        found.append(Holder(ids[ally], ids[applicant], max(0, -value)))
    return found
