"""The end: how the game came out, its course in charts, and the debrief: turning points, councils, wars."""

from __future__ import annotations

from collections.abc import Callable

from wargame.catalogue import _
from wargame.engine.national import total_of
from wargame.engine.vocabulary import spoken
from wargame.model import events as ev
from wargame.report.benches import aim_words
from wargame.report.debrief import Debrief, WarTold, debrief
from wargame.report.grades import grade, in_points
from wargame.report.injected import told_from_outside
from wargame.report.sentences import point_words, record_words, war_words
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.canvas import Align
from wargame.ui.kit.chart import ChartView
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import Label, heading, title
from wargame.ui.kit.layout import Column, Cross, Row, gap, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.rows import Entry, Heading, share, sided, words
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.table import Table
from wargame.ui.kit.tabs import Tab, Tabs
from wargame.ui.kit.widget import Widget
from wargame.ui.map.marks import marks_of
from wargame.ui.play.game import Game
from wargame.ui.screens.assessment import FULL, HALF, objective_entries
from wargame.ui.screens.course import GAUGES, course_chart
from wargame.ui.screens.pieces import Slot
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL

SIDES_WIDE = 430  # logical units, as below
GAUGE_WIDE = 240
PERCENT = 10  # thousandths in a per cent
POINTS = 100  # of a side's objectives together
COURSE, TURNING, COUNCILS, WARS, BENCHES, OUTSIDE = "course", "turning", "councils", "wars", "benches", "outside"


class Ending:
    """Builds the screen; `to_report` has the after-action report written."""

    def __init__(
        self,
        game: Game,
        to_menu: Callable[[], None],
        to_reasons: Callable[[], None],
        to_report: Callable[[], None],
    ) -> None:
        self._game = game
        self._told: Debrief = debrief(
            game.scenario, game.view.names, game.session.events, game.course, game.telling.line, game.seat
        )
        self._outside = told_from_outside(game.scenario, game.view.names, game.session.events)
        self._gauge = next(iter(GAUGES))
        self._page = Slot()
        self._report = Button(
            "report",
            _("Write the report"),
            to_report,
            _("For a class: one page of HTML, beside the save"),
            icon="download",
        )
        self.root: Widget = self._built(to_menu, to_reasons)
        self.turn_to(COURSE)

    def _built(self, to_menu: Callable[[], None], to_reasons: Callable[[], None]) -> Widget:
        game = self._game
        ended = (event.why for event in reversed(game.session.events) if isinstance(event, ev.GameEnded))
        head = Column(title(game.scenario.title), Label(spoken(next(ended, "")), SMALL, Tone.DIM), gap=2)
        if not game.session.tells_all:
            words = _("Begun under other rules: what happened before it was last opened is not told here.")
            head = Column(head, Label(words, SMALL, Tone.WARN), gap=2)
        self._bar = Tabs("debrief", self._tabs(), COURSE, self.turn_to)
        right = panel(self._bar, self._page.growing()).growing()
        done = Button("menu", _("To the menu"), to_menu, _("The game is kept among the saves"), Kind.PRIMARY, "house")
        why = Button(
            "reasons", _("Reasons"), to_reasons, _("Why the AIs did it: all of it can be read now"), icon="bot"
        )
        body = Row(self._sides(), right, gap=12).growing()
        return Column(head, body, Row(why, self._report, gap(), done), gap=12, pad=16)

    def _sides(self) -> Widget:
        sides = Table("sides", _headings(), _("Sides"))
        sides.fill(_entries(self._game))
        own = Table("objectives", _own_headings(), _("Objectives"))
        own.fill([Entry(entry.key, (entry.cells[0], entry.cells[2])) for entry in objective_entries(self._game)])
        whose = _("Your objectives")
        if not self._game.people:  # people spoke for states only
            whose = _("Objectives: {side}").format(side=self._game.view.names.bodies.title(self._game.view.body))
        parts = (heading(_("How it came out")), sides.growing(2), heading(whose), own.growing(3))
        return panel(*parts).sized(wide=SIDES_WIDE)

    def _tabs(self) -> list[Tab]:
        benches = Tab(BENCHES, _("Delegations"), _("How the states with delegates came out, secret briefs opened"))
        outside = Tab(OUTSIDE, _("From outside"), _("What was told from outside the game, and whether it is true"))
        return [
            Tab(COURSE, _("Course"), _("The course of the game in charts")),
            Tab(TURNING, _("Turning points"), _("The turns that moved the scores most, and what happened in them")),
            Tab(COUNCILS, _("Councils"), _("What was tabled, what became of it, and who stood in the way")),
            Tab(WARS, _("Wars"), _("Land taken and soldiers lost")),
            *([benches] if self._game.session.floor.spoken_for else []),
            *([outside] if self._outside else []),
        ]

    def turn_to(self, page: str) -> None:
        """Show a page of the debrief."""
        self._bar.chosen = page
        match page:
            case "course":
                self._page.put(self._course())
            case "turning":
                self._page.put(self._prose("turning", self._turning()))
            case "councils":
                lines = ["- " + plain(record_words(self._game.view.names, record)) for record in self._told.records]
                self._page.put(self._prose("councils", "\n".join(lines)))
            case "outside":
                self._page.put(self._prose("outside", self._from_outside()))
            case "benches":
                self._page.put(self._prose("benches", self._benches()))
            case _:
                lines = ["- " + plain(self._war(war)) for war in self._told.wars]
                self._page.put(self._prose("wars", "\n".join(lines) or _("Nobody went to war.")))

    def _prose(self, name: str, text: str) -> Widget:
        return Scroll(Prose(f"told.{name}", text), f"scroll.{name}", _("Scroll with the arrows"))

    def _turning(self) -> str:
        """Each point with what happened in its turn."""
        lines = []
        for point in self._told.points:
            lines.append("# " + plain(point_words(self._game.view.names, point)))
            lines += ["- " + plain(line) for line in point.lines] or [_("Nothing that made news: it came of itself.")]
        return "\n".join(lines) or _("No turn moved any score much.")

    def _from_outside(self) -> str:
        """Each inject with its text, to whom it was told, and whether it is true."""
        lines = []
        for told in self._outside:
            lines.append("# " + plain(_("Turn {turn}: {title}").format(turn=told.turn, title=told.title)))
            lines += [plain(told.text), "*" + plain(told.about) + "*", ""]
        return "\n".join(lines)

    def _benches(self) -> str:
        """Each state with a delegate: its total, and its aims."""
        session, names, lines = self._game.session, self._game.view.names.countries, []
        for state in session.floor.spoken_for:
            standing = session.floor.standings(session.state, state)
            total = in_points(total_of(standing))
            title = _("{state}: {score}, {grade}").format(
                state=names.title(names.row(state)), score=f"{total:.1f}", grade=grade(total)
            )
            lines += ["# " + plain(title), *("- " + plain(aim_words(item)) for item in standing)]
        return "\n".join(lines)

    def _course(self) -> Widget:
        choices = [Choice(key, name) for key, name in GAUGES.items()]
        choose = DropDown("gauge", choices, self._gauge, self._read, _("What the chart shows"))
        chart = ChartView(course_chart(self._game, self._gauge), _("Rest on a turn to read its values"))
        head = Row(heading(_("Course of the game")), gap(), choose.sized(wide=GAUGE_WIDE), cross=Cross.MIDDLE)
        return Column(head, chart.growing(), gap=8)

    def _read(self, gauge: str) -> None:
        self._gauge = gauge
        self._page.put(self._course())

    def _war(self, war: WarTold) -> str:
        return war_words(self._game.view.names, self._game.telling, war)

    def show_writing(self, share: int | None) -> None:
        """How much of the report is written (1/1000); None where it is not being written."""
        self._report.blocked = "" if share is None else _("Being written: {share} %").format(share=share // PERCENT)


def _headings() -> list[Heading]:
    return [
        Heading("side", _("Side"), _("Sort by name"), 130, 2),
        Heading("score", _("Score"), _("Sort by score"), 110, 1),
        Heading("grade", _("Result"), _("Sort by result"), 76, 1, Align.LEFT),
    ]


def _own_headings() -> list[Heading]:
    return [
        Heading("objective", _("Objective"), _("Sort by name"), 200, 3),
        Heading("score", _("Score"), _("Sort by score"), 110, 1),
    ]


def _entries(game: Game) -> list[Entry]:
    view = game.view
    marks = marks_of(view.world, view.state, view.names)
    last = game.course[max(game.course)]
    rows = []
    for row, seat in enumerate(view.names.bodies.ids):
        total = in_points(sum(last[seat]))
        part = round(total * FULL) // POINTS
        tone = Tone.GOOD if part >= HALF else Tone.WARN
        cells = (
            sided(view.names.bodies.titles[row], marks[seat]),
            share(part, f"{total:.1f}", tone),
            words(grade(total)),
        )
        rows.append(Entry(seat, cells))
    return rows
