"""The symbols of the eleven kinds of formation, after APP-6 (NATO joint military symbology), drawn by hand.

Each is drawn into a frame four times too large and averaged down by its counter, so that slants come out smooth.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import pygame

from wargame.model.codes import Kind
from wargame.ui.map.fonts import Style, Weight, written
from wargame.ui.map.tokens import Colour

Point = tuple[float, float]
Spot = tuple[int, int]


class Frame:
    """The frame of a symbol on a picture; points are given in shares of its width and height."""

    def __init__(self, picture: pygame.Surface, rect: pygame.Rect, ink: Colour, stroke: int) -> None:
        self._picture, self._rect, self._ink, self._stroke = picture, rect, ink, stroke

    def at(self, x: float, y: float) -> Spot:
        """A point of the picture, whole px."""
        return round(self._rect.left + x * self._rect.width), round(self._rect.top + y * self._rect.height)

    def line(self, *points: Point) -> None:
        """A line through points, with round ends."""
        placed = [self.at(*point) for point in points]
        for (x0, y0), (x1, y1) in pairwise(placed):
            length = math.hypot(x1 - x0, y1 - y0) or 1.0
            dx, dy = (y0 - y1) / length * self._stroke / 2, (x1 - x0) / length * self._stroke / 2
            quad = [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)]
            pygame.draw.polygon(self._picture, self._ink, [(round(x), round(y)) for x, y in quad])
        for x, y in placed:
            pygame.draw.circle(self._picture, self._ink, (x, y), round(self._stroke / 2))

    def filled(self, *points: Point) -> None:
        """A filled polygon."""
        pygame.draw.polygon(self._picture, self._ink, [self.at(*point) for point in points])

    def disc(self, x: float, y: float, radius: float) -> None:
        """A filled disc; its radius is a share of the frame's height."""
        pygame.draw.circle(self._picture, self._ink, self.at(x, y), round(radius * self._rect.height))

    def curve(self, centre: Point, radius: Point, start: float, end: float) -> None:
        """Part of an ellipse, angles in turns, clockwise from the right."""
        steps = 24
        angles = [2 * math.pi * (start + (end - start) * n / steps) for n in range(steps + 1)]
        self.line(*((centre[0] + radius[0] * math.cos(a), centre[1] + radius[1] * math.sin(a)) for a in angles))

    def word(self, text: str) -> None:
        """Letters in the middle, as the standard has them for what has no picture."""
        letters = written(text, Style(round(self._rect.height * 0.92), self._ink, Weight.STRONG))
        x, y = self.at(0.5, 0.5)
        self._picture.blit(letters, (x - letters.get_width() / 2, y - letters.get_height() / 2))

    def border(self) -> None:
        """The frame itself."""
        self.line((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))


def _infantry(frame: Frame) -> None:
    frame.line((0, 0), (1, 1))
    frame.line((0, 1), (1, 0))


def _armoured(frame: Frame) -> None:
    frame.curve((0.5, 0.5), (0.33, 0.29), 0, 1)


def _mechanised(frame: Frame) -> None:
    _infantry(frame)
    _armoured(frame)


def _airborne(frame: Frame) -> None:
    _infantry(frame)
    frame.curve((0.41, 0.93), (0.09, 0.14), 0.5, 1)
    frame.curve((0.59, 0.93), (0.09, 0.14), 0.5, 1)


def _artillery(frame: Frame) -> None:
    frame.disc(0.5, 0.5, 0.2)


def _air_defence(frame: Frame) -> None:
    frame.curve((0.5, 1.0), (0.5, 0.62), 0.5, 1)


def _air(frame: Frame) -> None:
    for side in (-1, 1):
        frame.filled((0.5, 0.5), (0.5 + side * 0.34, 0.24), (0.5 + side * 0.34, 0.76))


def _fleet(frame: Frame) -> None:
    frame.filled((0.14, 0.56), (0.86, 0.56), (0.72, 0.82), (0.28, 0.82))
    frame.line((0.5, 0.56), (0.5, 0.16))
    frame.line((0.34, 0.34), (0.66, 0.34))


def _submarine(frame: Frame) -> None:
    for x in (0.26, 0.5, 0.74):
        frame.disc(x, 0.6, 0.19)
    frame.filled((0.26, 0.41), (0.74, 0.41), (0.74, 0.79), (0.26, 0.79))
    frame.filled((0.42, 0.18), (0.6, 0.18), (0.6, 0.46), (0.42, 0.46))


def _special(frame: Frame) -> None:
    frame.word("SF")


def _cyber(frame: Frame) -> None:
    frame.word("CY")


SYMBOLS: dict[Kind, Callable[[Frame], None]] = {
    Kind.ARMOURED: _armoured,
    Kind.MECHANISED: _mechanised,
    Kind.INFANTRY: _infantry,
    Kind.AIRBORNE: _airborne,
    Kind.ARTILLERY: _artillery,
    Kind.AIR_DEFENCE: _air_defence,
    Kind.AIR: _air,
    Kind.FLEET: _fleet,
    Kind.SUBMARINE: _submarine,
    Kind.SPECIAL: _special,
    Kind.CYBER: _cyber,
}
"""How each kind is drawn; a test holds that none is missing."""
