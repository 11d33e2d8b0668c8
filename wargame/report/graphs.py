"""Charts on the page: each with title, unit, drawing, legend, how it is read, and its figures as a table that folds out."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.catalogue import _
from wargame.report.chart import Chart, Line
from wargame.report.element import Element, Node, element
from wargame.report.pieces import Part, cited, folded, note, table
from wargame.report.plot import key_of, plotted
from wargame.report.scale import figure

STEP = 0.01  # figures of a table are told to so much


def graphs(charts: Sequence[Chart]) -> Part:
    """All charts."""
    says = _(
        "What was true at the end of each turn; turn 0 is the day before the first. Lines are told apart by "
        "their dashes and marks."
    )
    estimates = any(line.is_estimate for chart in charts for line in chart.lines)
    body: list[Node] = [note(says)]
    body += [note(_("Thin lines and names with ≈ are what the seat estimated."))] if estimates else []
    body += [_figure(chart) for chart in charts]
    return Part(
        "charts", _("The course of the game"), tuple(body), tuple(law for chart in charts for law in chart.laws)
    )


def _figure(chart: Chart) -> Element:
    title = _("{title} ({unit})").format(title=chart.title, unit=chart.unit)
    return element(
        "figure",
        element("h3", title),
        plotted(chart),
        _legend(chart),
        element("figcaption", chart.says, *cited(chart.laws)),
        folded(_("Figures"), figures(chart)),
        id=f"chart-{chart.id}",
    )


def _legend(chart: Chart) -> Element:
    items = [element("li", key_of(chart, number), " ", told(line)) for number, line in enumerate(chart.lines)]
    return element("ul", *items, class_="legend")


def told(line: Line) -> str:
    """The name of a line, marked where it is an estimate."""
    return f"≈ {line.name}" if line.is_estimate else line.name


def figures(chart: Chart) -> list[Element]:
    """What is drawn, as a table: a row a turn."""
    rows = [
        (str(turn), *(figure(line.values[place], STEP) for line in chart.lines))
        for place, turn in enumerate(chart.turns)
    ]
    return table((_("Turn"), *(told(line) for line in chart.lines)), rows, len(chart.lines))
