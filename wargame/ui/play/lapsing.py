"""Texts of one's own that soon run out and can be kept in force by tabling them again, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.engine.reading import readings
from wargame.model.calendar import WEEK, date_in_words
from wargame.model.codes import MeasureKind, Reading
from wargame.model.orders import TableDraft
from wargame.model.state import Text
from wargame.model.view import View
from wargame.rules.law import plain
from wargame.rules.texts import may_be_prolonged


@dataclass(frozen=True)
class Lapse:
    """A text that runs out on a day unless it is tabled again; `points` is the weight of the objectives that read it."""

    draft: TableDraft
    until: int  # day of the game
    points: int
    firmness: int  # of its measure, and below how far it goes
    ambition: int

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """The least stands first: what is scored, what asks most of members, what goes furthest, what ends first."""
        return -self.points, -self.firmness, -self.ambition, self.until


def lapses(view: View) -> list[Lapse]:
    """What runs out before long: what an objective reads as soon as it may be prolonged, all else at the last session before its end."""
    found = [_lapse(view, row, text) for row, text in _may_be_kept(view)]
    return sorted(
        (each for each in found if each.points or each.until <= next_session(view)), key=lambda each: each.rank
    )


def next_session(view: View) -> int:
    """The day of the session after this one: what ends by then is prolonged now or not at all."""
    return int(view.state.clock[0].day) + WEEK * int(view.world.course[0].weeks_a_turn)


def date_of(view: View, day: int) -> str:
    """A day of the game in words."""
    return date_in_words(int(view.world.course[0].first_day) + day)


def points_read(view: View, kind: MeasureKind, against: int) -> int:
    """The weight of the seat's objectives that read texts of a kind against a state: that sanctions are kept."""
    if kind is not MeasureKind.SANCTIONS:
        return 0
    return sum(
        int(aim.weight)
        for aim in readings(view.world.objectives)
        if aim.body == view.body and aim.reading == Reading.KEPT and aim.target in (-1, against)
    )


def _may_be_kept(view: View) -> Iterator[tuple[int, Text]]:
    """Texts of the seat's own body in their last weeks that work by being in force."""
    for row, text in enumerate(readings(view.state.texts)):
        own = text.alive and text.body == view.body and text.measure >= 0
        if own and plain(may_be_prolonged)(view.world, view.state, view.state.texts[row]):
            yield row, text


def _lapse(view: View, row: int, text: Text) -> Lapse:
    names, facts = view.names, view.world.measures[text.measure]
    draft = TableDraft(
        measure=names.measures.ids[text.measure],
        ambition=int(text.ambition),
        lowest=int(text.ambition),
        against=names.countries.id(int(text.against)),
        helps=names.countries.id(int(text.helps)),
        on=names.places.id(int(text.on)),
    )
    points = points_read(view, MeasureKind(int(facts.kind)), int(text.against))
    return Lapse(draft, int(text.until), points, int(facts.firmness), int(text.ambition))
