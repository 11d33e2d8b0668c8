"""A turn as the page of the resolution tells it: its headlines, and what happened in its weeks in groups."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.engine.account import DAYS_A_WEEK
from wargame.engine.headlines import Headlines
from wargame.engine.interests import interests_of
from wargame.engine.matters import ground_of
from wargame.model import events as ev
from wargame.model.view import View
from wargame.ui.play.grouping import Group, groups


class Month:
    """What the seat heard of a turn that is over or has broken off: its headlines, and the events of the weeks in groups."""

    def __init__(self, view: View, heard: Sequence[ev.Event], events: Sequence[ev.Event]) -> None:
        interests, course = interests_of(view), view.world.course[0]
        days = int(course.weeks_a_turn) * DAYS_A_WEEK
        self._events = events
        self._told = Headlines(view.world, view.names, int(course.first_day))
        self.headlines = self._told.of_page(heard or events, events, days, interests)
        self.groups = groups(events, view.names, ground_of(view.world, view.names), interests)

    def sentences(self, group: Group) -> list[str]:
        """The matters of a group, a sentence each."""
        return self._told.sentences([self._events[number] for number in group.numbers])
