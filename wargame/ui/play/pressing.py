"""What presses most: the measure that a seat would table first, and the place that it would think of first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wargame.ai.options import appraise, strongest_threats
from wargame.model.codes import BodyKind, MeasureKind
from wargame.model.columns import column_of
from wargame.model.orders import TableDraft
from wargame.model.view import View


def pressing(view: View, draft: TableDraft) -> tuple[int, int]:
    """Where a draft stands on an agenda, the least first: collective defence, then what its members support most.

    A leadership asks no members: what answers a state that it fights goes first, but for offers of a ceasefire; the rest stands as
    in the catalogue.
    """
    kind = MeasureKind(int(view.world.measures[view.names.measures.row(draft.measure)].kind))
    if view.world.bodies[view.body].kind == BodyKind.COUNCIL:
        return int(kind is not MeasureKind.COLLECTIVE_DEFENCE), -appraise(view, draft).support
    return int(kind is MeasureKind.CEASEFIRE or not _answers_an_enemy(view, draft)), 0


def _answers_an_enemy(view: View, draft: TableDraft) -> bool:
    """The draft answers a state that the seat's own are at war with."""
    own = column_of(view.state.members, "joined")[view.body] == 1
    fought = column_of(view.state.pairs, "war")[own].any(axis=0)
    row = view.names.countries.row(draft.against)
    return bool(row >= 0 and fought[row])


def most_pressed(view: View, places: Sequence[int]) -> list[int]:
    """Places by what stands next door of a state that their holder fights or that the seat's own fear most; then by the fear of the holder.

    Strength next door is that of the formations that the seat knows of, where it last knew them to be.
    """
    holder = column_of(view.state.regions, "controller")
    felt = column_of(view.state.pairs, "threat").max(axis=1)
    near = {row: _strength_near(view, row) for row in places}
    return sorted(places, key=lambda row: (-near[row], -int(felt[holder[row]]), row))


def _strength_near(view: View, place: int) -> int:
    """Strength (1/1000 brigade-equivalent) of feared or hostile formations in a place and next to it."""
    state, facts = view.state, view.world.regions[place]
    ends = column_of(view.world.edges, "end")[facts.first_edge : facts.first_edge + facts.edges]
    owner, at = column_of(state.formations, "owner"), column_of(state.formations, "at")
    hostile = np.flatnonzero(column_of(state.pairs, "war")[int(state.regions[place].controller)] == 1)
    feared = [*strongest_threats(view, 1), *hostile.tolist()]
    there = np.isin(owner, feared) & np.isin(at, [place, *ends.tolist()]) & (column_of(state.formations, "alive") == 1)
    return int(column_of(state.formations, "strength")[there].sum())
