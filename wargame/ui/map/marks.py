"""The mark of each camp: the colour, pattern and letter by which the whole window tells the sides apart."""

from __future__ import annotations

from collections.abc import Mapping

from wargame.model.names import Names
from wargame.model.state import State
from wargame.model.world import World
from wargame.ui.map.camps import Hue, camps_of
from wargame.ui.theme.palette import NO_SIDE, Pattern, SideMark, Tone, side_mark

HUE_MARKS: Mapping[Hue, SideMark] = {
    Hue.COUNCIL: SideMark(side_mark("nato").tone, Pattern.LEVEL, side_mark("nato").letter),
    Hue.COUNCILS: side_mark("nato"),
    Hue.SECOND_COUNCIL: side_mark("eu"),
    Hue.THIRD_COUNCIL: SideMark(Tone.SERIES_3, Pattern.CROSS, "3"),
    Hue.LEADERSHIP: side_mark("russia"),
    Hue.SECOND_LEADERSHIP: side_mark("ukraine"),
    Hue.THIRD_LEADERSHIP: SideMark(Tone.SERIES_5, Pattern.LEVEL, "3"),
    Hue.NEUTRAL: NO_SIDE,
}
"""By the place of a camp among the others, so that a scenario with other sides is marked by the same rule."""


def marks_of(world: World, state: State, names: Names) -> dict[str, SideMark]:
    """The mark of every side of a game; one that has none by its id gets that of its camp, with its own letter."""
    camps = camps_of(world, state, names)
    found = {}
    for row, body in enumerate(names.bodies.ids):
        known = side_mark(body)
        fallback = HUE_MARKS[camps.by_body[row].hue]
        own = SideMark(fallback.tone, fallback.pattern, names.bodies.title(row)[:1].upper())
        found[body] = own if known is NO_SIDE else known
    return found
