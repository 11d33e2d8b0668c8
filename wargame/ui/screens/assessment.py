"""The assessment of a turn: objectives with what is read, what they score and how that has moved."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.catalogue import _
from wargame.engine.vocabulary import READINGS
from wargame.model.codes import Reading
from wargame.report.grades import grade, in_points
from wargame.report.readings import in_unit
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.canvas import Align
from wargame.ui.kit.chart import ChartView
from wargame.ui.kit.chart_model import Chart, ChartKind, Series
from wargame.ui.kit.label import Label, heading, title
from wargame.ui.kit.layout import Column, Either, Rule, gap, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.rows import Entry, Heading, number, share, words
from wargame.ui.kit.table import Table
from wargame.ui.kit.widget import Widget
from wargame.ui.play.game import Game, own_objectives, scores_of
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.pieces import Slot
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL

FULL = 1000
TABLE_HIGH = 206  # logical units, as all below
READ_WIDE = 66
ALL_WIDE = 440  # from here on all columns are shown
HALF = 500  # thousandths of a weight from which on a score is shown as good


class Assessment:
    """The page at the end of a turn."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._weighed = Slot()
        self._chosen = ""  # row of the objective that is told of

    writing = False

    def begin_first(self) -> None:
        """Nothing is begun here."""

    def pick(self, place: str, formation: str) -> bool:
        """Nothing is ordered here."""
        return False

    def sheet(self) -> Sequence[Widget] | None:
        """The seat's own side."""
        return None

    def rail(self) -> Widget:
        """What the turn meant."""
        game = self._hall.game
        total = in_points(sum(scores_of(game.view)))
        says = _("You stand at {score} of 100: {grade}.").format(score=f"{total:.1f}", grade=grade(total))
        text = _("To the end") if game.over else _("Next turn")
        on = Button("next", text, self._hall.go_on, _("The next briefing"), Kind.PRIMARY, "chevron-right")
        head = heading(_("Assessment after turn {turn}").format(turn=game.turn))
        return Column(head, Prose("assessment.says", plain(says)), self._weighed, gap(), Rule(), on)

    def middle(self) -> Widget | None:
        """Objectives and the course of the score."""
        game = self._hall.game
        self._weigh(self._chosen or str(own_objectives(game.view)[0]))
        chart = ChartView(own_course(game), _("Rest on a turn to read its values"))
        course = panel(Label(_("Course of your score"), SMALL, Tone.DIM), chart.growing()).growing()
        wide = Column(self._table(_headings()).sized(high=TABLE_HIGH), course, gap=10)
        narrow = self._table(_few_headings())
        return Column(title(_("Where you stand")), Either(ALL_WIDE, wide, narrow).growing(), gap=10, pad=12)

    def _table(self, headings: Sequence[Heading]) -> Table:
        """The objectives under these headings."""
        table = Table("objectives", headings, _("Choose an objective to see what weighed in it"))
        shown = [heading.key for heading in headings]
        places = [place for place, heading in enumerate(_headings()) if heading.key in shown]
        entries = objective_entries(self._hall.game)
        table.fill([Entry(entry.key, tuple(entry.cells[place] for place in places)) for entry in entries])
        table.on_choose = self._weigh
        return table

    def _weigh(self, row: str) -> None:
        """Tell in the rail what weighed in an objective."""
        self._chosen = row
        self._weighed.put(Prose("assessment.weighed", self._what_weighed(int(row))))

    def _what_weighed(self, row: int) -> str:
        """How an objective is reckoned, where it stood a turn ago, and where it stands."""
        game = self._hall.game
        facts, view = game.view.world.objectives[row], game.view
        before = game.memory.before(view)
        says = READINGS[Reading(int(facts.reading))]
        lines = [f"**{plain(view.names.objectives.titles[row])}**", plain(says)]
        rule = _("It scores nothing at {worst} and all of its {weight} points at {best}.")
        worst, best = (in_unit(facts.reading, int(value)) for value in (facts.worst, facts.best))
        lines.append(plain(rule.format(worst=worst, weight=int(facts.weight), best=best)))
        if before is not None:
            moved = _("It read {was} a turn ago and reads {now} now.")
            was, now = (in_unit(facts.reading, int(seen.state.ledger[row].value)) for seen in (before, view))
            lines.append(plain(moved.format(was=was, now=now)))
        return "\n".join(lines)


def _headings() -> list[Heading]:
    return [
        Heading("objective", _("Objective"), _("Sort by name"), 110, 3),
        Heading("read", _("Read"), _("Sort by what is read"), READ_WIDE, 0, Align.RIGHT),
        Heading("score", _("Score"), _("Sort by score"), 100, 0),
        Heading("change", _("Turn"), _("Sort by what the turn changed"), 52, 0, Align.RIGHT),
    ]


def _few_headings() -> list[Heading]:
    """For a narrow page: what is read, and was a turn ago, is told beside the table."""
    return [heading for heading in _headings() if heading.key in ("objective", "score")]


def objective_entries(game: Game) -> list[Entry]:
    """The seat's objectives as rows."""
    view = game.view
    own = own_objectives(view)
    before = game.course.get(game.turn - 1, {}).get(game.seat, scores_of(view))
    rows = []
    for place, (row, score) in enumerate(zip(own, scores_of(view), strict=True)):
        weight = int(view.world.objectives[row].weight)
        part = score // weight
        tone = Tone.GOOD if part >= HALF else Tone.WARN
        moved = score - before[place]
        read = int(view.state.ledger[row].value)
        cells = (
            words(view.names.objectives.titles[row]),
            number(read, in_unit(view.world.objectives[row].reading, read)),
            share(part, f"{score / FULL:.1f}", tone),
            number(moved, signed_tenths(moved), Tone.GOOD if moved > 0 else Tone.BAD if moved < 0 else Tone.FAINT),
        )
        rows.append(Entry(str(row), cells))
    return rows


def signed_tenths(score: int) -> str:
    """A change of score, 1/1000 point, with its sign."""
    return f"{score / FULL:+.1f}".replace("-", "\u2212") if score else "0.0"


def own_course(game: Game) -> Chart:
    """The seat's total by turn."""
    turns = sorted(game.course)
    name = game.view.names.bodies.title(game.view.body)
    values = tuple(sum(game.course[turn][game.seat]) / FULL for turn in turns)
    return Chart(ChartKind.LINES, tuple(map(str, turns)), (Series(name, values),))


def whole_course(game: Game) -> Chart:
    """Every side's total by turn: each side's own account, opened when the game is over."""
    turns = sorted(game.course)
    names = game.view.names.bodies
    series = tuple(
        Series(names.title(row), tuple(sum(game.course[turn][seat]) / FULL for turn in turns))
        for row, seat in enumerate(names.ids)
    )
    return Chart(ChartKind.LINES, tuple(map(str, turns)), series)
