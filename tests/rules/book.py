"""A council with one measure and a book of texts, for tests of what is in force."""

from __future__ import annotations

from tests.worlds import Side, Site, Small, Unit, bare, small_world
from wargame.model.codes import Effect
from wargame.model.columns import NOBODY, empty_table
from wargame.model.plan import Draft
from wargame.model.state import Text
from wargame.rules.adoption import adopt
from wargame.rules.measures import texts_week

CARRIED = 1000  # 1/1000: by all who are bound
SIZE = 20  # of the one effect at ambition 1; 30 at 2 and 40 at 3
READY = 100  # 1/1000, of the one formation at first


def one_measure(code: Effect = Effect.READINESS, weekly: int = 1, weeks: int = 13) -> Small:
    """Two states, a council of the first, and one measure of it with one effect; its formation stands by."""
    small = small_world([Site(0), Site(1)], units=[Unit(0, 0, readiness=READY)], sides=[Side((0,))], capitals=(0, 1))
    small.world.course[0].weeks_a_turn = 4
    measure, effect = small.world.measures[0], small.world.effects[0]
    measure.body, measure.weeks, measure.effects, measure.needs_against = 0, weeks, 1, 1
    effect.code, effect.weekly, effect.size_1, effect.size_2, effect.size_3 = (
        code,
        weekly,
        SIZE,
        SIZE * 3 // 2,
        SIZE * 2,
    )
    return small


def decide(small: Small, ambition: int = 1, backing: int = CARRIED) -> None:
    """The council adopts the measure against the other state."""
    draft = empty_table(Draft, 1)[0]
    draft.alive, draft.body, draft.measure, draft.ambition, draft.lowest = 1, 0, 0, ambition, ambition
    draft.against, draft.helps, draft.on = 1, NOBODY, NOBODY
    bare(adopt)(small.world, small.state, draft, ambition, backing, small.record)


def pass_weeks(small: Small, weeks: int) -> None:
    """So many weeks of the texts in force, in turns of four weeks."""
    clock = small.state.clock[0]
    for _ in range(weeks):
        clock.day += 7 - clock.day % 7
        clock.turn = clock.day // 28
        bare(texts_week)(small.world, small.state, small.record)


def gained(small: Small) -> int:
    """Readiness gained so far by the formation."""
    return int(small.state.formations[0].readiness) - READY


def in_force(small: Small) -> list[Text]:
    """The texts in force."""
    return [small.state.texts[t] for t in range(small.state.texts.size) if small.state.texts[t].alive]
