"""The events of a game turn by turn, as they are told: from the decisions of a turn to the news before those of the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wargame.model import events as ev

OPENING = (
    ev.Chosen,
    ev.Sounded,
    ev.Tabled,
    ev.PositionTaken,
    ev.DraftDecided,
    ev.RequestAnswered,
    ev.DemandMet,
    ev.BattleFought,
    ev.FormationLost,
    ev.FormationMoved,
    ev.ControlChanged,
    ev.OrderFrustrated,
)
"""Events with which a turn opens: decisions, or the first war step. All else of its first day closes the turn before it."""
BRIEFED = "income"  # the note that every briefing begins with


def months(events: Iterable[ev.Event], days_a_turn: int) -> Iterator[tuple[int, list[ev.Event]]]:
    """Number of each turn of which there is something to tell, from 0, and its events in their order."""
    turn, told = 0, list[ev.Event]()
    for event in events:
        starts = event.day // days_a_turn
        if starts > turn and not _closes(event, starts * days_a_turn, starts - turn, told):
            if told:
                yield turn, told
            turn, told = starts, []
        told.append(event)
    if told:
        yield turn, told


def _closes(event: ev.Event, first_day: int, turns_on: int, told: Iterable[ev.Event]) -> bool:
    """An event of the first day of a turn is told with the turn before: it closes that, or is of its emergency session."""
    if turns_on > 1 or event.day != first_day:
        return False
    today = [each for each in told if each.day == first_day]
    in_emergency = any(isinstance(each, ev.ResolutionBroke) for each in today) and not any(map(_is_briefing, today))
    return in_emergency or not isinstance(event, OPENING)


def _is_briefing(event: ev.Event) -> bool:
    return isinstance(event, ev.Told) and event.note == BRIEFED
