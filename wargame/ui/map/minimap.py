"""The whole sheet in a corner: land in the colours of what is shown, and a frame round what is looked at."""

from __future__ import annotations

import pygame
from pygame import Rect

from wargame.ui.map.board import Board, Shape
from wargame.ui.map.camera import Camera
from wargame.ui.map.overlays import Shown
from wargame.ui.map.tokens import Colour, Palette

EDGE = 1  # px of the border
NEARLY_ALL = 0.8  # of the sheet in view: no need for an overview


class Minimap:
    """One picture of a board, `size` px wide and high at most; drawn anew only when something else is shown."""

    def __init__(self, board: Board, palette: Palette, wide: int) -> None:
        width, height = board.atlas.size_km
        self._board, self._palette = board, palette
        self._scale = wide / width  # px a km
        self.size = (wide, max(1, round(height * self._scale)))
        self._kept: tuple[Shown, pygame.Surface] | None = None

    def is_needed(self, camera: Camera) -> bool:
        """Not all of the sheet can be seen."""
        frame = self.frame(camera, (0, 0))
        return frame.w * frame.h < NEARLY_ALL * self.size[0] * self.size[1]

    def draw(self, surface: pygame.Surface, at: tuple[int, int], shown: Shown, camera: Camera, ink: Colour) -> None:
        """Draw it with its top left corner at a point of the surface."""
        surface.blit(self._picture(shown), at)
        pygame.draw.rect(surface, ink, Rect(at, self.size), EDGE)
        pygame.draw.rect(surface, self._palette.title, self.frame(camera, at), 2)

    def frame(self, camera: Camera, at: tuple[int, int]) -> Rect:
        """The part of the sheet that the camera sees."""
        area = camera.area
        left, top = camera.to_sheet(area.x, area.y)
        right, bottom = camera.to_sheet(area.x + area.width, area.y + area.height)
        frame = Rect(
            at[0] + round(left * self._scale),
            at[1] + round(top * self._scale),
            round((right - left) * self._scale),
            round((bottom - top) * self._scale),
        )
        return frame.clip(Rect(at, self.size))

    def look_at(self, camera: Camera, x: int, y: int) -> Camera:
        """The camera with its middle at a point of the picture."""
        return camera.at(x / self._scale, y / self._scale)

    def _picture(self, shown: Shown) -> pygame.Surface:
        if self._kept is None or self._kept[0] is not shown:
            self._kept = (shown, self._painted(shown))
        return self._kept[1]

    def _painted(self, shown: Shown) -> pygame.Surface:
        picture = pygame.Surface(self.size)
        picture.fill(self._palette.sea_deep)
        for ground in self._board.context:
            self._fill(picture, ground.polygons, self._palette.context)
        for site in self._board.sites.values():
            if site.shape is Shape.LAND:
                wash = shown.picture.washes.get(site.id)
                fill = self._palette.context if wash is None else wash.stripes or wash.fill
                self._fill(picture, site.polygons, fill)
        return picture

    def _fill(self, picture: pygame.Surface, polygons: tuple[object, ...], colour: Colour) -> None:
        for rings in polygons:
            outline = [(x * self._scale, y * self._scale) for x, y in rings[0].tolist()]  # type: ignore[index]
            if len(outline) > 2:
                pygame.draw.polygon(picture, colour, outline)
