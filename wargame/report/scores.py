"""The scores of the seats by turn, as each seat keeps its own account of them."""

from __future__ import annotations

from wargame.model.columns import column_of
from wargame.report.debrief import Course
from wargame.report.knowledge import Knowledge


def rows_of(known: Knowledge, seat: str) -> list[int]:
    """The rows of a seat's objectives, in their order."""
    bodies = column_of(known.world.objectives, "body").tolist()
    return [row for row, body in enumerate(bodies) if body == known.names.bodies.row(seat)]


def course_of(known: Knowledge) -> Course:
    """By turns completed and seat, the scores of its objectives (1/1000 point): of the seats whose account may be read."""
    return {
        turn: {seat: column_of(state.ledger, "score")[rows_of(known, seat)].tolist() for seat in known.seats}
        for turn, state in known.states.items()
    }
