"""The end: how the game came out, and the course of all sides' scores."""

from __future__ import annotations

from collections.abc import Callable

from wargame.model import events as ev
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.canvas import Align
from wargame.ui.kit.chart import ChartView
from wargame.ui.kit.label import Label, heading, title
from wargame.ui.kit.layout import Column, Row, gap, panel
from wargame.ui.kit.rows import Entry, Heading, share, sided, words
from wargame.ui.kit.table import Table
from wargame.ui.kit.widget import Widget
from wargame.ui.map.marks import marks_of
from wargame.ui.play.game import Game
from wargame.ui.screens.assessment import FULL, HALF, grade, objective_entries, whole_course
from wargame.ui.screens.pieces import in_words
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL
from wargame.ui.words.catalogue import _

SIDES_WIDE = 470  # logical units
POINTS = 100  # of a side's objectives together


def ending(game: Game, to_menu: Callable[[], None], to_reasons: Callable[[], None]) -> Widget:
    """Scores of all sides, the own objectives, and the chart."""
    why = next((in_words(event.why) for event in reversed(game.heard) if isinstance(event, ev.GameEnded)), "")
    sides = Table("sides", _headings(), _("Sides"))
    sides.fill(_entries(game))
    own = Table("objectives", _own_headings(), _("Objectives"))
    own.fill([Entry(entry.key, (entry.cells[0], entry.cells[2])) for entry in objective_entries(game)])
    chart = ChartView(whole_course(game), _("Rest on a turn to read its values"))
    left = panel(
        heading(_("How it came out")),
        sides.growing(2),
        heading(_("Your objectives")),
        own.growing(3),
    ).sized(wide=SIDES_WIDE)
    right = panel(heading(_("Course of the scores")), chart.growing()).growing()
    done = Button("menu", _("To the menu"), to_menu, _("The game is kept among the saves"), Kind.PRIMARY, "house")
    head = Column(title(game.scenario.title), Label(why, SMALL, Tone.DIM), gap=2)
    why_so = Button("reasons", _("Reasons"), to_reasons, _("Why the AIs did it: all of it can be read now"), icon="bot")
    return Column(head, Row(left, right, gap=12).growing(), Row(why_so, gap(), done), gap=12, pad=16)


def _headings() -> list[Heading]:
    return [
        Heading("side", _("Side"), _("Sort by name"), 130, 2),
        Heading("score", _("Score"), _("Sort by score"), 120, 1),
        Heading("grade", _("Result"), _("Sort by result"), 76, 1, Align.LEFT),
    ]


def _own_headings() -> list[Heading]:
    return [
        Heading("objective", _("Objective"), _("Sort by name"), 200, 3),
        Heading("score", _("Score"), _("Sort by score"), 120, 1),
    ]


def _entries(game: Game) -> list[Entry]:
    view = game.view
    marks = marks_of(view.world, view.state, view.names)
    last = game.course[max(game.course)]
    rows = []
    for row, seat in enumerate(view.names.bodies.ids):
        total = sum(last[seat])
        tone = Tone.GOOD if total // POINTS >= HALF else Tone.WARN
        cells = (
            sided(view.names.bodies.titles[row], marks[seat]),
            share(total // POINTS, f"{total / FULL:.1f}", tone),
            words(grade(total / FULL)),
        )
        rows.append(Entry(seat, cells))
    return rows
