"""Pictures that stand on the sheet, ready to be drawn: which of them a frame shows is one comparison of arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pygame

from wargame.ui.map.camera import Camera
from wargame.ui.map.placing import Rect

T = TypeVar("T")

Edges = npt.NDArray[np.float64]
"""Left, top, right and bottom of rectangles, the last two with the sign turned: all four grow inwards, and one comparison does for all."""
Flags = npt.NDArray[np.bool_]

NONE_ASIDE: Mapping[int, Rect] = MappingProxyType({})


class Sprite(NamedTuple):
    """A picture and the room it takes, px of the sheet; a shadow may reach out of it, and the picture may begin further in."""

    picture: pygame.Surface
    rect: Rect
    inset: tuple[int, int] = (0, 0)


class Sprites(Generic[T]):
    """Sprites with what each stands for, in the order in which they are drawn."""

    def __init__(self, sprites: Iterable[tuple[Sprite, T]]) -> None:
        pairs = list(sprites)
        self._pictures = [sprite.picture for sprite, _ in pairs]
        self.things = [thing for _, thing in pairs]
        edges = [(rect.left, rect.top, -rect.right, -rect.bottom) for (_, rect, _), _ in pairs]
        self._edges = _columns(edges, 4)
        x, y = (self._edges[:2] - self._edges[2:]) / 2
        self._middles = np.array([x, y, -x - 1, -y - 1])  # the edges of one px
        self._insets = _columns([sprite.inset for sprite, _ in pairs], 2)

    def clear(self, camera: Camera, panels: Sequence[Rect]) -> list[int]:
        """Numbers of those that lie wholly in view and under no panel (px of the window)."""
        return _in_view(self._edges, camera, panels)

    def centred(self, camera: Camera, panels: Sequence[Rect]) -> list[int]:
        """Numbers of those whose middle lies in view and under no panel (px of the window)."""
        return _in_view(self._middles, camera, panels)

    def beside(self, rects: Sequence[Rect], numbers: Sequence[int]) -> Flags:
        """Which rectangles (px of the sheet) meet none of some."""
        return ~np.asarray(_meeting(self._edges[:, numbers], rects).any(axis=1), np.bool_)

    def placed(
        self, camera: Camera, numbers: Sequence[int], aside: Mapping[int, Rect] = NONE_ASIDE
    ) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        """The pictures of some with their places in the window, as pygame's `blits` takes them; some may stand elsewhere on the sheet."""
        if not numbers:
            return []
        corners = self._edges[:2, numbers]
        for number, rect in aside.items():
            corners[:, numbers.index(number)] = rect.left, rect.top
        across, down = (np.rint(corners + _offset(camera)[:2]) + self._insets[:, numbers]).astype(int).tolist()
        return list(zip((self._pictures[n] for n in numbers), zip(across, down, strict=True), strict=True))


def _columns(rows: Sequence[tuple[float, ...]], wide: int) -> Edges:
    """Rows of so many numbers as that many rows of numbers."""
    return np.ascontiguousarray(np.array(rows, np.float64).reshape(-1, wide).T)


def _offset(camera: Camera) -> Edges:
    """What is added to edges on the sheet, so that they are those in the window."""
    left, top = camera.corner_px
    x, y = camera.area.x - left, camera.area.y - top
    return np.array([[x], [y], [-x], [-y]], np.float64)


def _in_view(edges: Edges, camera: Camera, panels: Sequence[Rect]) -> list[int]:
    """Numbers of those with edges (px of the sheet) wholly in view and under no panel (px of the window)."""
    area, inside = camera.area, edges + _offset(camera)
    limits = ((area.x,), (area.y,), (-area.x - area.width,), (-area.y - area.height,))
    shown = (inside >= limits).all(axis=0)
    if panels:
        shown &= ~_meeting(inside, panels).any(axis=0)
    return np.nonzero(shown)[0].tolist()


def _meeting(edges: Edges, rects: Sequence[Rect]) -> Flags:
    """Of each rectangle, a row each: which of those with such edges it meets."""
    opposite = [(rect.right, rect.bottom, -rect.left, -rect.top) for rect in rects]
    return np.asarray((edges[:, None] < _columns(opposite, 4)[:, :, None]).all(axis=0), np.bool_)
