"""The outline of the chosen place: on the ground, below the counters, names and panels, or round its box."""

from __future__ import annotations

from typing import NamedTuple

import pygame

from wargame.ui.map.board import Board
from wargame.ui.map.camera import Camera
from wargame.ui.map.placing import Rect
from wargame.ui.map.tokens import Colour


class Ring(NamedTuple):
    """Which place is ringed, and how: its colour and the breadth of its line, px."""

    place: str
    colour: Colour
    line: int


def draw_borders(surface: pygame.Surface, board: Board, camera: Camera, ring: Ring) -> None:
    """Draw the borders of a place of the board that has any; ground that nobody plays is not chosen."""
    for border in board.borders if ring.place in board.sites else ():
        if ring.place in border.sides:
            points = [camera.to_window(x, y) for x, y in border.line.tolist()]
            pygame.draw.lines(surface, ring.colour, False, points, ring.line)


def draw_frame(surface: pygame.Surface, rect: Rect, ring: Ring) -> None:
    """Draw a frame round the box or the disc of a place without borders (px of the window)."""
    frame = pygame.Rect(*rect.grown(ring.line))
    rounding = frame.width // 2 if frame.width == frame.height else 2 * ring.line
    pygame.draw.rect(surface, ring.colour, frame, ring.line, border_radius=rounding)
