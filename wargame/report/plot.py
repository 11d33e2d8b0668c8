"""A chart drawn as SVG: lines told apart by dashes and marks, so that they can be read without colour; names at their ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from wargame.catalogue import _
from wargame.report.chart import Chart, Line
from wargame.report.element import Element, element
from wargame.report.scale import Scale, figure, scale_of

WIDE, HIGH = 680.0, 280.0  # px of the drawing, as all below
TOP, BOTTOM, LEFT = 26.0, 40.0, 52.0
LETTER = 6.4  # widest mean width of a letter at the size of the names
LINE_HIGH = 14.0  # least distance between two names
NAME_GAP = 26.0  # from the last mark to its name: a thin line leads there
MOST_NAME = 34  # letters of a name
MOST_MARKS = 26  # turns up to which each value has a mark
MOST_DATES = 12  # figures below the axis
DASHES: Final = ("none", "8 4", "2 3", "10 3 2 3", "14 4", "5 2 2 2 2 2", "1 4", "6 6")
INKS: Final = ("#111111", "#0b5394", "#a61c00", "#38761d", "#674ea7", "#7f6000", "#1c4587", "#555555")


class Frame(NamedTuple):
    """Where values lie on the drawing."""

    right: float  # px, of the last turn
    scale: Scale
    first: int  # turn
    last: int

    def x(self, turn: int) -> float:
        """Of a turn."""
        return LEFT + (self.right - LEFT) * (turn - self.first) / max(1, self.last - self.first)

    def y(self, value: float) -> float:
        """Of a value."""
        return HIGH - BOTTOM - (HIGH - BOTTOM - TOP) * self.scale.share(value)


class Name(NamedTuple):
    """A name beside the end of its line: the height of the line's end, and that of the name."""

    text: str
    at: float
    y: float


def plotted(chart: Chart) -> Element:
    """The drawing; a program that reads aloud is given the title and what the chart says."""
    frame = _frame(chart)
    names = [shortened(line.name) for line in chart.lines]
    lines = [_line(frame, chart, number) for number in range(len(chart.lines))]
    placed = placed_names(names, [frame.y(line.values[-1]) for line in chart.lines])
    return element(
        "svg",
        element("title", chart.title),
        element("desc", chart.says),
        *_axes(frame, chart),
        *lines,
        *(_name(frame, name, INKS[number % len(INKS)]) for number, name in enumerate(placed)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDE:.0f} {HIGH:.0f}",
        role="img",
    )


def _frame(chart: Chart) -> Frame:
    values = [value for line in chart.lines for value in line.values]
    room = max(len(shortened(line.name)) for line in chart.lines) * LETTER + NAME_GAP + 4
    return Frame(WIDE - room, scale_of(min(values), max(values)), chart.turns[0], chart.turns[-1])


def shortened(name: str) -> str:
    """A name as it fits beside a chart."""
    return name if len(name) <= MOST_NAME else name[: MOST_NAME - 1] + "…"


def placed_names(names: Sequence[str], ends: Sequence[float]) -> list[Name]:
    """The names beside the ends of their lines (px from above), moved apart where they would overlap, in their order."""
    order = sorted(range(len(names)), key=lambda number: (ends[number], number))
    heights: list[float] = []
    for number in order:
        heights.append(max(ends[number], heights[-1] + LINE_HIGH) if heights else max(ends[number], TOP))
    floor = HIGH - BOTTOM + LINE_HIGH
    for place in reversed(range(len(heights))):
        heights[place] = min(heights[place], floor)
        floor = heights[place] - LINE_HIGH
    where = dict(zip(order, heights, strict=True))
    return [Name(name, ends[number], where[number]) for number, name in enumerate(names)]


def _axes(frame: Frame, chart: Chart) -> Iterator[Element]:
    for tick in frame.scale.ticks:
        y = frame.y(tick)
        yield element("line", x1=LEFT, x2=frame.right, y1=y, y2=y, class_="grid")
        yield element("text", figure(tick, frame.scale.step), x=LEFT - 6, y=y + 4, class_="tick end")
    every = -(-len(chart.turns) // MOST_DATES)
    for turn in chart.turns[::every]:
        yield element("text", str(turn), x=frame.x(turn), y=HIGH - BOTTOM + 18, class_="tick middle")
    middle = (LEFT + frame.right) / 2
    yield element("text", _("turns completed"), x=middle, y=HIGH - 6, class_="tick middle")
    yield element("text", chart.unit, x=4.0, y=TOP - 13, class_="tick")


def _line(frame: Frame, chart: Chart, number: int) -> Element:
    line, ink = chart.lines[number], INKS[number % len(INKS)]
    points = [(frame.x(turn), frame.y(value)) for turn, value in zip(chart.turns, line.values, strict=True)]
    course = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    drawn = element(
        "polyline",
        points=course,
        fill="none",
        stroke=ink,
        stroke_width=_weight(line),
        stroke_dasharray=DASHES[number % len(DASHES)],
    )
    marked = points if len(points) <= MOST_MARKS else [points[0], points[-1]]
    return element("g", drawn, *(mark(number, x, y, ink) for x, y in marked))


def mark(number: int, x: float, y: float, ink: str) -> Element:
    """The mark of the values of a line, by its number: disc, square, triangle, diamond, each full, then hollow."""
    fill = ink if number % 8 < 4 else "#ffffff"
    match number % 4:
        case 0:
            return element("circle", cx=x, cy=y, r=3, fill=fill, stroke=ink)
        case 1:
            return element("rect", x=x - 3, y=y - 3, width=6, height=6, fill=fill, stroke=ink)
        case 2:
            shape = f"{x:.1f},{y - 4:.1f} {x + 4:.1f},{y + 3:.1f} {x - 4:.1f},{y + 3:.1f}"
        case _:
            shape = f"{x:.1f},{y - 4:.1f} {x + 4:.1f},{y:.1f} {x:.1f},{y + 4:.1f} {x - 4:.1f},{y:.1f}"
    return element("polygon", points=shape, fill=fill, stroke=ink)


def _name(frame: Frame, name: Name, ink: str) -> Element:
    lead = f"{frame.right + 5:.1f},{name.at:.1f} {frame.right + NAME_GAP - 4:.1f},{name.y:.1f}"
    return element(
        "g",
        element("polyline", points=lead, fill="none", stroke=ink, stroke_width=0.6),
        element("text", name.text, x=frame.right + NAME_GAP, y=name.y + 4, class_="name", fill=ink),
    )


def key_of(chart: Chart, number: int) -> Element:
    """A sample of a line for the legend and the head of its column."""
    line, ink = chart.lines[number], INKS[number % len(INKS)]
    sample = element(
        "line", x1=1, x2=27, y1=6, y2=6, stroke=ink, stroke_width=_weight(line), stroke_dasharray=DASHES[number % 8]
    )
    return element("svg", sample, mark(number, 14.0, 6.0, ink), viewBox="0 0 28 12", class_="key", aria_hidden="true")


def _weight(line: Line) -> float:
    """Width of a line, px."""
    return 1.2 if line.is_estimate else 2.0
