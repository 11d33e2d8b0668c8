"""Pictures that stand on the sheet, ready to be drawn: which of them a frame shows is one comparison of arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

import numpy as np
import pygame

from wargame.ui.map.camera import Camera
from wargame.ui.map.placing import Rect

T = TypeVar("T")


class Sprite(NamedTuple):
    """A picture and the room it takes, px of the sheet; a shadow may reach out of it."""

    picture: pygame.Surface
    rect: Rect


class Sprites(Generic[T]):
    """Sprites with what each stands for, in the order in which they are drawn."""

    def __init__(self, sprites: Iterable[tuple[Sprite, T]]) -> None:
        pairs = list(sprites)
        self._pictures = [sprite.picture for sprite, _ in pairs]
        self.things = [thing for _, thing in pairs]
        edges = [(rect.left, rect.top, rect.right, rect.bottom) for (_, rect), _ in pairs]
        self._edges = np.array(edges, np.float64).reshape(-1, 4).T

    def picture(self, number: int) -> pygame.Surface:
        """The picture of one."""
        return self._pictures[number]

    def clear(self, camera: Camera, panels: Sequence[Rect]) -> list[int]:
        """Numbers of those that lie wholly in view and under no panel (px of the window)."""
        x, y = _offset(camera)
        left, top, right, bottom = self._edges
        area = camera.area
        shown = (left + x >= area.x) & (top + y >= area.y)
        shown &= (right + x <= area.x + area.width) & (bottom + y <= area.y + area.height)
        for panel in panels:
            meets = (left + x < panel.right) & (right + x > panel.left)
            shown &= ~(meets & (top + y < panel.bottom) & (bottom + y > panel.top))
        return np.nonzero(shown)[0].tolist()

    def centred(self, camera: Camera) -> list[int]:
        """Numbers of those whose middle lies in view."""
        x, y = _offset(camera)
        left, top, right, bottom = self._edges
        across, down, area = (left + right) / 2 + x, (top + bottom) / 2 + y, camera.area
        shown = (across >= area.x) & (across <= area.x + area.width) & (down >= area.y) & (down <= area.y + area.height)
        return np.nonzero(shown)[0].tolist()

    def placed(self, camera: Camera, numbers: Sequence[int]) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        """The pictures of some with their places in the window, as pygame's `blits` takes them."""
        x, y = _offset(camera)
        corners = np.rint(self._edges[:2, numbers].T + np.array((x, y))).astype(int).tolist()
        return [(self._pictures[n], (corner[0], corner[1])) for n, corner in zip(numbers, corners, strict=True)]


def _offset(camera: Camera) -> tuple[int, int]:
    left, top = camera.corner_px
    return camera.area.x - left, camera.area.y - top
