"""Draws the shapes of a chart smoothly: larger, then made smaller."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import cycle, pairwise
from typing import assert_never

import pygame
from pygame import Rect

from wargame.ui.kit.chart_model import Block, Mark, MarkForm, Shape, Spot, Stroke
from wargame.ui.theme.palette import SERIES_TONES, Colour, Pattern, Tone
from wargame.ui.theme.theme import Theme

SMOOTHING = 2
LINE = 2.2  # logical units
MARK = 4.2
SHADE_ALPHA = 20
MARGIN = 6  # so that marks at the edge are whole
SERIES_PATTERNS = (Pattern.PLAIN, Pattern.RISING, Pattern.DOTS, Pattern.FALLING, Pattern.LEVEL, Pattern.CROSS)


def picture(shapes: Sequence[Shape], size: tuple[int, int], theme: Theme) -> pygame.Surface:
    """Shapes of this size in pixels on a transparent ground, with a margin of `MARGIN` on each side."""
    margin = theme.px(MARGIN)
    full = (size[0] + 2 * margin, size[1] + 2 * margin)
    big = pygame.Surface((full[0] * SMOOTHING, full[1] * SMOOTHING), pygame.SRCALPHA)
    for shape in shapes:
        if isinstance(shape, Stroke) and len(shape.spots) > 1:
            _shade(big, shape, size[1], margin, theme)
    for shape in shapes:
        if not isinstance(shape, Block):
            _draw(big, shape, margin, theme)
    small = pygame.transform.smoothscale(big, full)
    for shape in shapes:
        if isinstance(shape, Block):
            _draw_block(small, shape, margin, theme)
    return small


def series_colour(theme: Theme, series: int) -> Colour:
    """Colour of a series by its number."""
    return theme.colour(SERIES_TONES[series % len(SERIES_TONES)])


def mark_corners(form: MarkForm, centre: Spot, radius: float) -> list[Spot]:
    """Corners of a mark; a circle has many."""
    x, y = centre
    match form:
        case MarkForm.CIRCLE:
            return [(x + radius * math.cos(a / 8 * math.pi), y + radius * math.sin(a / 8 * math.pi)) for a in range(16)]
        case MarkForm.SQUARE:
            side = radius * 0.9
            return [(x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side)]
        case MarkForm.TRIANGLE:
            return [(x, y - radius * 1.2), (x + radius * 1.1, y + radius * 0.8), (x - radius * 1.1, y + radius * 0.8)]
        case MarkForm.DOWN:
            return [(x, y + radius * 1.2), (x + radius * 1.1, y - radius * 0.8), (x - radius * 1.1, y - radius * 0.8)]
        case MarkForm.DIAMOND:
            return [(x, y - radius * 1.3), (x + radius * 1.3, y), (x, y + radius * 1.3), (x - radius * 1.3, y)]
        case MarkForm.CROSS:
            thin, wide = radius * 0.35, radius * 1.2
            turn = [(-thin, -wide), (thin, -wide), (thin, -thin), (wide, -thin), (wide, thin), (thin, thin)]
            return [(x + a, y + b) for a, b in [*turn, *((-a, -b) for a, b in turn)]]
        case _:
            assert_never(form)


def _draw(big: pygame.Surface, shape: Stroke | Mark, margin: int, theme: Theme) -> None:
    colour = series_colour(theme, shape.series)
    if isinstance(shape, Stroke):
        spots = [_enlarged(spot, margin) for spot in shape.spots]
        width = max(1, round(LINE * theme.percent / 100 * SMOOTHING))
        dashes = [dash * theme.percent / 100 * SMOOTHING for dash in shape.dashes]
        for start, end in dashed(spots, dashes):
            _thick(big, colour, start, end, width)
        return
    corners = mark_corners(shape.form, _enlarged(shape.spot, margin), MARK * theme.percent / 100 * SMOOTHING)
    pygame.draw.polygon(big, theme.colour(Tone.SUNKEN), corners, max(2, SMOOTHING * theme.px(2)))
    pygame.draw.polygon(big, colour, corners)


def _shade(big: pygame.Surface, line: Stroke, bottom: int, margin: int, theme: Theme) -> None:
    """A breath of colour between a line and the foot of the chart."""
    spots = [*line.spots, (line.spots[-1][0], bottom), (line.spots[0][0], bottom)]
    layer = pygame.Surface(big.get_size(), pygame.SRCALPHA)
    pygame.draw.polygon(layer, (*series_colour(theme, line.series), SHADE_ALPHA), [_enlarged(s, margin) for s in spots])
    big.blit(layer, (0, 0))


def _enlarged(spot: Spot, margin: int) -> Spot:
    return (spot[0] + margin) * SMOOTHING, (spot[1] + margin) * SMOOTHING


def _thick(big: pygame.Surface, colour: Colour, start: Spot, end: Spot, width: int) -> None:
    """A line with round ends; pygame's own has ends cut straight up or across."""
    length = math.dist(start, end)
    for spot in (start, end):
        pygame.draw.circle(big, colour, spot, width / 2)
    if length:
        x, y = (end[1] - start[1]) / length * width / 2, (start[0] - end[0]) / length * width / 2
        near, far = (
            ((start[0] + x, start[1] + y), (start[0] - x, start[1] - y)),
            ((end[0] - x, end[1] - y), (end[0] + x, end[1] + y)),
        )
        pygame.draw.polygon(big, colour, [*near, *far])


def dashed(spots: Sequence[Spot], dashes: Sequence[float]) -> Iterator[tuple[Spot, Spot]]:
    """Parts of a line that are drawn, where dashes tell lengths drawn and left out in turn; all where there are none."""
    if not dashes:
        yield from pairwise(spots)
        return
    turns = cycle([(length, place % 2 == 0) for place, length in enumerate(dashes)])
    left, drawn = next(turns)
    for start, end in pairwise(spots):
        whole, done = math.dist(start, end), 0.0
        while whole - done > 0:
            part = min(left, whole - done)
            if drawn:
                yield _between(start, end, done / whole), _between(start, end, (done + part) / whole)
            done, left = done + part, left - part
            if left <= 0:
                left, drawn = next(turns)


def _between(start: Spot, end: Spot, share: float) -> Spot:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _draw_block(target: pygame.Surface, block: Block, margin: int, theme: Theme) -> None:
    left, right = round(block.left), round(block.left + block.width)
    top, bottom = round(block.top), round(block.top + block.height)
    rect = Rect(left + margin, top + margin, max(1, right - left - theme.px(2)), max(1, bottom - top))
    pygame.draw.rect(target, series_colour(theme, block.series), rect, border_radius=min(theme.px(3), rect.h // 2))
    theme.hatch(target, rect, SERIES_PATTERNS[block.series % len(SERIES_PATTERNS)], Tone.SHADOW)
