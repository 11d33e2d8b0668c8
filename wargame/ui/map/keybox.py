"""The key of signs in the upper right corner of a map, under a tab that folds it away."""

from __future__ import annotations

import pygame
from pygame import Rect

from wargame.catalogue import _
from wargame.ui.map.board import Board
from wargame.ui.map.key import key_panel
from wargame.ui.map.overview import NOWHERE, OFF, Corner
from wargame.ui.map.panels import Fold, Kit, tab_panel


class KeyBox:
    """What the counters and signs of a board say; on its counters a state of this `code`."""

    def __init__(self, board: Board, kit: Kit, code: str, fold: Fold) -> None:
        self.fold = fold
        self._board, self._kit, self._code = board, kit, code
        self._tabs = {fold: tab_panel(kit, _("Signs"), fold) for fold in (Fold.OPEN, Fold.SHUT)}
        self._drawn: pygame.Surface | None = None

    def turn(self) -> None:
        """Unfold it, or fold it away."""
        self.fold = self.fold.turned

    def corner(self, area: Rect) -> Corner:
        """Where it stands on a map; nowhere on one that is too small for it."""
        tab, picture = self._tabs[self.fold].get_rect(), self._picture().get_rect()
        if picture.w > area.w - 2 * OFF or tab.h + picture.h > area.h - 2 * OFF:
            return Corner(NOWHERE, NOWHERE)
        tab.topright = area.right - OFF, area.top + OFF
        picture.topright = tab.bottomright
        return Corner(tab, picture if self.fold is Fold.OPEN else NOWHERE)

    def draw(self, surface: pygame.Surface, corner: Corner) -> None:
        """Draw what stands there."""
        if corner.tab.w:
            surface.blit(self._tabs[self.fold], corner.tab)
        if corner.picture.w:
            surface.blit(self._picture(), corner.picture)

    def _picture(self) -> pygame.Surface:
        """The key, drawn once."""
        if self._drawn is None:
            self._drawn = key_panel(self._kit, self._board, self._code)
        return self._drawn
