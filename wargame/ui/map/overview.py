"""The overview in the lower right corner of a map: the whole sheet, under a tab that folds it away."""

from __future__ import annotations

from typing import NamedTuple

import pygame
from pygame import Rect

from wargame.catalogue import _
from wargame.ui.map.board import Board
from wargame.ui.map.camera import Camera
from wargame.ui.map.minimap import Minimap
from wargame.ui.map.overlays import Shown
from wargame.ui.map.panels import Fold, Kit, tab_panel
from wargame.ui.map.tokens import Colour

OFF = 12  # px, from the edges of the map
NOWHERE = Rect(0, 0, 0, 0)


class Corner(NamedTuple):
    """Where tab and picture stand in the window; nowhere while all of the sheet is in view, or the picture is folded away."""

    tab: Rect
    picture: Rect

    def holds(self, at: tuple[int, int]) -> bool:
        """A point lies on either."""
        return bool(self.tab.collidepoint(at) or self.picture.collidepoint(at))


class Overview:
    """One sheet, `wide` px wide."""

    def __init__(self, board: Board, kit: Kit, wide: int, fold: Fold) -> None:
        self.fold = fold
        self._mini = Minimap(board, kit.palette, wide)
        self._tabs = {fold: tab_panel(kit, _("Overview"), fold) for fold in (Fold.OPEN, Fold.SHUT)}

    def corner(self, area: Rect, legend: Rect, camera: Camera) -> Corner:
        """Where it stands on a map, above the legend where that reaches so far."""
        if not self._mini.is_needed(camera):
            return Corner(NOWHERE, NOWHERE)
        picture = Rect((0, 0), self._mini.size if self.fold is Fold.OPEN else (0, 0))
        tab = Rect((0, 0), self._tabs[self.fold].get_size())
        right, bottom = area.right - OFF, area.bottom - OFF
        if right - max(tab.w, picture.w) < legend.right:
            bottom = min(bottom, legend.top - OFF)
        picture.bottomright = right, bottom
        tab.bottomright = right, bottom - picture.h
        return Corner(tab, picture if self.fold is Fold.OPEN else NOWHERE)

    def draw(self, surface: pygame.Surface, corner: Corner, shown: Shown, camera: Camera, ink: Colour) -> None:
        """Draw what stands there."""
        if corner.tab.w:
            surface.blit(self._tabs[self.fold], corner.tab)
        if corner.picture.w:
            self._mini.draw(surface, corner.picture.topleft, shown, camera, ink)

    def look_at(self, corner: Corner, camera: Camera, at: tuple[int, int]) -> Camera:
        """The camera with its middle at a point of the window that lies on the picture."""
        return self._mini.look_at(camera, at[0] - corner.picture.x, at[1] - corner.picture.y)
