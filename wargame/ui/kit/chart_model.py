"""Charts as values: series, scales and the shapes to be drawn, without a screen.

A chart is turned into shapes in a rectangle; the window draws them, and a report can write the same ones as SVG.
Series differ by colour, by the form of their marks and by dashes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

TICKS = 4  # about how many steps an axis has
NICE = (1, 2, 2.5, 5, 10)
BAR_ROOM = 0.72  # of the room for a label, the share taken by its bars
DASHES = ((), (8, 5), (3, 4), (10, 4, 3, 4), (14, 6), (2, 2))  # logical units drawn and left out, by series

Spot = tuple[float, float]


class ChartKind(Enum):
    """How series are drawn."""

    LINES = "lines"
    BARS = "bars"


class MarkForm(Enum):
    """Form of a mark on a line, by series."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    CROSS = "cross"
    DOWN = "triangle standing on its tip"


FORMS = tuple(MarkForm)


@dataclass(frozen=True)
class Series:
    """Values under a name; None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Chart:
    """Series over the same labels. `unit` stands behind every value."""

    kind: ChartKind
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""


@dataclass(frozen=True)
class Axis:
    """A scale of values: its ends and what is written beside it."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """How far up a value stands, 0 to 1."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class Stroke:
    """A line of a series through spots; with `dashes` in logical units."""

    series: int
    spots: tuple[Spot, ...]
    dashes: tuple[int, ...]


@dataclass(frozen=True)
class Mark:
    """A mark of a series at a spot."""

    series: int
    spot: Spot
    form: MarkForm


@dataclass(frozen=True)
class Block:
    """A bar of a series: left, top, width and height."""

    series: int
    left: float
    top: float
    width: float
    height: float


Shape = Stroke | Mark | Block


def axis_of(chart: Chart) -> Axis:
    """A scale with round steps around all values; bars stand on nothing."""
    values = [value for series in chart.series for value in series.values if value is not None] or [0.0, 1.0]
    low, high = min(values), max(values)
    if chart.kind is ChartKind.BARS:
        low, high = min(low, 0), max(high, 0)
    if low == high:
        low, high = low - 1, high + 1
    step = _nice((high - low) / TICKS)
    first, last = math.floor(low / step), math.ceil(high / step)
    return Axis(first * step, last * step, tuple(place * step for place in range(first, last + 1)))


def written(value: float, unit: str = "") -> str:
    """A value as it stands on an axis."""
    text = f"{value:,.6g}".replace(",", "\u202f").replace("-", "−")
    return f"{text} {unit}".rstrip()


def across(chart: Chart, width: float) -> list[float]:
    """Where the labels stand, from the left."""
    count = len(chart.labels)
    if chart.kind is ChartKind.BARS or count == 1:
        return [width * (place + 0.5) / count for place in range(count)]
    return [width * place / (count - 1) for place in range(count)]


def shapes(chart: Chart, width: float, height: float) -> list[Shape]:
    """What is drawn in a rectangle of this size, with its corner at nothing."""
    axis = axis_of(chart)
    places = across(chart, width)
    if chart.kind is ChartKind.BARS:
        return list(_blocks(chart, axis, places, width, height))
    found: list[Shape] = []
    for number, series in enumerate(chart.series):
        for run in _runs(series.values):
            spots = tuple((places[i], height * (1 - axis.share(value))) for i, value in run)
            found.append(Stroke(number, spots, DASHES[number % len(DASHES)]))
            found.extend(Mark(number, spot, FORMS[number % len(FORMS)]) for spot in spots)
    return found


def _runs(values: Sequence[float | None]) -> Iterator[list[tuple[int, float]]]:
    """Values that follow each other without a gap, with their places."""
    run: list[tuple[int, float]] = []
    for place, value in enumerate([*values, None]):
        if value is not None:
            run.append((place, value))
        elif run:
            yield run
            run = []


def _blocks(chart: Chart, axis: Axis, places: Sequence[float], width: float, height: float) -> Iterator[Block]:
    room = width / max(1, len(chart.labels)) * BAR_ROOM
    each = room / max(1, len(chart.series))
    for number, series in enumerate(chart.series):
        for middle, value in zip(places, series.values, strict=True):
            if value is not None:
                ends = sorted((axis.share(value), axis.share(0)))
                left = middle - room / 2 + number * each
                yield Block(number, left, height * (1 - ends[1]), each, height * (ends[1] - ends[0]))


def _nice(step: float) -> float:
    """The smallest round number that is not below."""
    power = 10.0 ** math.floor(math.log10(step))
    return next(nice * power for nice in NICE if nice * power >= step * (1 - 1e-9))
