"""The account of a game as text: turn by turn, what weighed most first, then all of it day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wargame.catalogue import _
from wargame.engine.chronicle import Teller
from wargame.engine.headlines import Headlines
from wargame.engine.interests import EVERYBODY, Interests
from wargame.engine.manner import manners_of
from wargame.model import events as ev
from wargame.model.names import Names
from wargame.model.world import World

DAYS_A_WEEK = 7


def account(world: World, names: Names, events: Iterable[ev.Event], interests: Interests = EVERYBODY) -> Iterator[str]:
    """Lines of the account; its headlines are those of the seat whose interests are given, else of a reader who looks on."""
    course = world.course[0]
    first_day, days = int(course.first_day), int(course.weeks_a_turn) * DAYS_A_WEEK
    manners = manners_of(world, names)
    teller, headlines = Teller(names, first_day, manners), Headlines(world, names, first_day, manners)
    for turn, heads, told in headlines.by_turn(events, days, interests):
        yield "=== " + _("Turn {turn}, from {date}").format(turn=turn + 1, date=teller.date(turn * days))
        yield from (f"  * {headline.words}" for headline in heads)
        yield from teller.tell(told)
