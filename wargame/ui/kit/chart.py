"""A chart in the window: grid, axes, series, legend, and the values under the pointer."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
from pygame import Rect

from wargame.ui.kit.canvas import Align, Canvas
from wargame.ui.kit.chart_model import FORMS, Chart, ChartKind, across, axis_of, shapes, written
from wargame.ui.kit.chart_paint import MARGIN, MARK, SERIES_PATTERNS, mark_corners, picture, series_colour
from wargame.ui.kit.widget import Size, Widget
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.lru import Lru, surface_bytes
from wargame.ui.theme.palette import SERIES_TONES, Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import CAPTION, SMALL

HIGH = 170  # logical units, as all below
WIDE = 280
KEY = 18  # room of a mark in the legend
PICTURE_BYTES = 12 << 20
LABEL_GAP = 12


class ChartView(Widget):
    """Shows a chart."""

    follows_pointer = True

    def __init__(self, chart: Chart, tip: str = "") -> None:
        super().__init__(tip=tip)
        self.chart = chart
        self._pictures: Lru[tuple[Chart, tuple[int, int], int, str], pygame.Surface] = Lru(PICTURE_BYTES, surface_bytes)

    def content(self, theme: Theme, room: int) -> Size:
        """A chart of usual size."""
        return theme.px(WIDE), theme.px(HIGH)

    def draw(self, canvas: Canvas) -> None:
        """Draw grid and axes, then the series, the legend and what is under the pointer."""
        plot = self._plot(canvas.theme)
        if plot.w < 2 or plot.h < 2 or not self.chart.labels:
            return
        self._draw_grid(canvas, plot)
        self._draw_labels(canvas, plot)
        margin = canvas.theme.px(MARGIN)
        canvas.surface.blit(self._picture(plot, canvas.theme), (plot.x - margin, plot.y - margin))
        self._draw_legend(canvas)
        if plot.collidepoint(canvas.pointer):
            self._draw_reading(canvas, plot)

    def _plot(self, theme: Theme) -> Rect:
        axis = axis_of(self.chart)
        figures = max(theme.type.width(written(tick), CAPTION) for tick in axis.ticks)
        left, top = figures + theme.px(10), theme.type.height(SMALL) + theme.px(14)
        below = theme.type.height(CAPTION) + theme.px(8)
        right = theme.px(MARGIN)
        return Rect(self.rect.x + left, self.rect.y + top, self.rect.w - left - right, self.rect.h - top - below)

    def _picture(self, plot: Rect, theme: Theme) -> pygame.Surface:
        key = (self.chart, plot.size, theme.percent, theme.palette.name.value)
        return self._pictures.get(key, lambda: picture(shapes(self.chart, plot.w, plot.h), plot.size, theme))

    def _draw_grid(self, canvas: Canvas, plot: Rect) -> None:
        axis = axis_of(self.chart)
        high = canvas.theme.type.height(CAPTION)
        for tick in axis.ticks:
            y = plot.y + round(plot.h * (1 - axis.share(tick)))
            strong = tick == 0 or tick == axis.low
            canvas.fill(Rect(plot.x, y, plot.w, canvas.theme.px(1)), Tone.LINE if strong else Tone.GRID)
            room = Rect(self.rect.x, y - high // 2, plot.x - self.rect.x - canvas.theme.px(8), high)
            canvas.write(written(tick), room, CAPTION, Tone.DIM, Align.RIGHT)

    def _draw_labels(self, canvas: Canvas, plot: Rect) -> None:
        """Write as many labels as do not touch; the first and those after equal steps."""
        type_ = canvas.theme.type
        widest = max(type_.width(label, CAPTION) for label in self.chart.labels) + canvas.theme.px(LABEL_GAP)
        places = across(self.chart, plot.w)
        step = max(1, -(-widest * len(places) // plot.w))
        for x, label in list(zip(places, self.chart.labels, strict=True))[::step]:
            wide = type_.width(label, CAPTION)
            room = Rect(0, plot.bottom + canvas.theme.px(7), wide, type_.height(CAPTION))
            room.centerx = plot.x + round(x)
            room.clamp_ip(Rect(self.rect.x, room.y, self.rect.w, room.h))
            canvas.write(label, room, CAPTION, Tone.DIM)

    def _draw_legend(self, canvas: Canvas) -> None:
        for number, room in self._legend(canvas.theme):
            self._draw_key(canvas, number, Rect(room.x, room.y, canvas.theme.px(KEY - 5), room.h))
            name = Rect(room.x + canvas.theme.px(KEY), room.y, room.w - canvas.theme.px(KEY), room.h)
            canvas.write(self.chart.series[number].name, name, SMALL, Tone.DIM)

    def _legend(self, theme: Theme) -> Iterator[tuple[int, Rect]]:
        """Places of the names of the series, as far as the width goes."""
        start = self.rect.x
        for number, series in enumerate(self.chart.series):
            wide = min(theme.px(KEY) + theme.type.width(series.name, SMALL), self.rect.right - start)
            if wide <= theme.px(KEY):
                return
            yield number, Rect(start, self.rect.y, wide, theme.type.height(SMALL))
            start += wide + theme.px(16)

    def _draw_key(self, canvas: Canvas, number: int, room: Rect) -> None:
        """A mark on its line, or a small bar with its pattern."""
        if self.chart.kind is ChartKind.BARS:
            side = canvas.theme.px(11)
            square = Rect(room.x, room.centery - side // 2, side, side)
            canvas.box(square, BoxStyle(SERIES_TONES[number % len(SERIES_TONES)], None, 3))
            canvas.hatch(square, SERIES_PATTERNS[number % len(SERIES_PATTERNS)])
            return
        colour = series_colour(canvas.theme, number)
        canvas.surface.fill(colour, (room.x, room.centery - 1, room.w, canvas.theme.px(2)))
        corners = mark_corners(FORMS[number % len(FORMS)], room.center, canvas.theme.px(MARK))
        pygame.draw.polygon(canvas.surface, colour, corners)
        pygame.draw.aalines(canvas.surface, colour, True, corners)

    def _draw_reading(self, canvas: Canvas, plot: Rect) -> None:
        """A line through the nearest label, and the values there in a small box."""
        theme, places = canvas.theme, across(self.chart, plot.w)
        place = min(range(len(places)), key=lambda i: abs(plot.x + places[i] - canvas.pointer[0]))
        x = plot.x + round(places[place])
        canvas.fill(Rect(x, plot.y, theme.px(1), plot.h), Tone.FAINT)
        lines = [self.chart.labels[place], *self._readings(place)]
        wide, high = max(theme.type.width(line, SMALL) for line in lines), theme.type.height(SMALL)
        pad = theme.px(8)
        box = Rect(x + pad, plot.y, wide + 2 * pad, high * len(lines) + 2 * pad)
        if box.right > self.rect.right:
            box.right = x - pad
        box.clamp_ip(self.rect)
        theme.shadow(canvas.surface, box, 6, 4)
        canvas.box(box, BoxStyle(Tone.HOVER, Tone.LINE, 6))
        for row, line in enumerate(lines):
            room = Rect(box.x + pad, box.y + pad + row * high, wide, high)
            canvas.write(line, room, SMALL, Tone.TEXT if row else Tone.DIM)

    def _readings(self, place: int) -> Iterator[str]:
        for series in self.chart.series:
            value = series.values[place]
            if value is not None:
                yield f"{series.name}  {written(value, self.chart.unit)}"
