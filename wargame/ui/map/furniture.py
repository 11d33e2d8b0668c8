"""What stands in front of the sheet: strip, legend, key, and the boxes beyond the sheet where they are out of view."""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

import pygame

from wargame.ui.map.board import Board
from wargame.ui.map.boxes import box_size, stand_in_box
from wargame.ui.map.camera import Area, Camera
from wargame.ui.map.counters import card
from wargame.ui.map.key import key_panel
from wargame.ui.map.layout import Marker
from wargame.ui.map.overlays import Shown
from wargame.ui.map.panels import Fold, Kit, legend_panel, strip
from wargame.ui.map.placing import Rect
from wargame.ui.map.scene import Scene, box_picture
from wargame.ui.map.stacks import PlacedStack

BARE_SCALE = 0.8  # of the interface, for panels that stand on a map between other panels
MARGIN = 12  # px at interface scale 1, between panels and the edge
DOCKED = (150.0, 72.0)  # px at interface scale 1, room for a box that is out of view
DOCKED_LOW = (130.0, 42.0)  # the same on a map beside which other panels stand: a chip in place of a card
DOCKED_SMALL = (70.0, 42.0)  # the same on a narrow map
NARROW, MIDDLING = 400.0, 700.0  # px at interface scale 1: less wide is a narrow map, or one beside other panels
MOST_DOCKED = 64  # pictures of boxes kept at once


class Dress(Enum):
    """How much stands in front of the sheet."""

    FULL = "strip, legend and key"
    BARE = "the legend alone, where a screen round the map says the rest"


class Panel(NamedTuple):
    """A picture and its place in the window. `place` is the box it stands for, `stacks` what lies in that."""

    picture: pygame.Surface
    rect: Rect
    place: str | None = None
    stacks: tuple[tuple[PlacedStack, Rect], ...] = ()


class Furniture:
    """The panels of a window of `size` px, each drawn once."""

    def __init__(self, kit: Kit, board: Board, size: tuple[int, int], shown: Shown, dress: Dress) -> None:
        self._kit = kit if dress is Dress.FULL else Kit(kit.ui * BARE_SCALE, kit.palette)
        self._board, self._size, self._dress = board, size, dress
        self._fold = Fold.FIXED
        self.show(shown)

    def show(self, shown: Shown) -> None:
        """Show another situation or overlay."""
        self._shown = shown
        self._strip = strip(self._kit, self._size[0], shown.situation, shown.heading)
        full = self._dress is Dress.FULL
        self._key = (
            key_panel(self._kit, self._board, next(iter(shown.situation.states)))
            if full and shown.picture.shows_units
            else None
        )
        self._legends: dict[float, pygame.Surface] = {}
        self._docked: dict[tuple[str, Rect], Panel] = {}

    @property
    def fold(self) -> Fold:
        """Whether the legend is read whole."""
        return self._fold

    def fold_legend(self, fold: Fold) -> None:
        """Read the legend whole, or its heading alone."""
        self._fold = fold
        self._legends.clear()

    def around(self, camera: Camera) -> list[Panel]:
        """The legend, the strip and the key."""
        (width, height), edge, scale = self._size, self._kit.px(MARGIN), camera.scale
        if scale not in self._legends:
            self._legends = {scale: legend_panel(self._kit, self._shown.picture.legend, scale, self._fold)}
        legend, key = self._legends[scale], self._key
        panels = [Panel(legend, Rect(edge, height - edge - legend.get_height(), *legend.get_size()))]
        if self._dress is Dress.FULL:
            panels.append(Panel(self._strip, Rect(0, 0, *self._strip.get_size())))
        if key is not None:
            corner = width - edge - key.get_width(), height - edge - key.get_height()
            panels.append(Panel(key, Rect(*corner, *key.get_size())))
        return panels

    def docked(self, scene: Scene, camera: Camera) -> list[Panel]:
        """Boxes with formations that are out of view on the sheet, or too small there, at the left edge, or along the upper."""
        around = [panel.rect for panel in self.around(camera)]
        spots, count = self._dock(camera, around[0].top), -1
        hidden: list[Marker] = []
        while len(hidden) > count:  # a docked box may itself cover another one's place on the sheet
            count = len(hidden)
            clear = set(scene.markers.clear(camera, around + spots[:count]))
            hidden = [m for n, m in enumerate(scene.markers.things) if scene.boxed.get(m.site.id)
                      and not (n in clear and m.is_readable)]  # fmt: skip
        return list(self._stacked(scene, hidden, spots))

    def _stacked(self, scene: Scene, hidden: list[Marker], spots: list[Rect]) -> Iterator[Panel]:
        """Docked boxes at their spots; in a single column each moves up to the one above."""
        one_column, spare = len({spot.left for spot in spots}) == 1, 0.0
        for marker, spot in zip(hidden, spots, strict=False):
            panel = self._docked_box(scene, marker, spot.moved(0, -spare))
            spare += spot.height - panel.rect.height if one_column else 0.0
            yield panel

    def _dock(self, camera: Camera, floor: float) -> list[Rect]:
        """Where docked boxes stand: one below the other down to the legend; on a narrow map side by side. None beside the sheet."""
        edge, area, kit = self._kit.px(MARGIN), camera.area, self._kit
        narrow = area.width < kit.px(NARROW)
        low = DOCKED_LOW if area.width < kit.px(MIDDLING) else DOCKED
        size = tuple(kit.px(side) for side in (DOCKED_SMALL if narrow else low))
        sheet = on_sheet(camera)
        left, top, step = sheet.x + edge, sheet.y + edge, edge // 2
        across = max(1, (sheet.width - 2 * edge + step) // (size[0] + step)) if narrow else 1
        rows = max(0, int(floor - top) // (size[1] + step))  # above the legend
        return [
            Rect(left + column * (size[0] + step), top + row * (size[1] + step), *size)
            for row in range(rows)
            for column in range(across)
        ]

    def _docked_box(self, scene: Scene, marker: Marker, spot: Rect) -> Panel:
        """A box with its cards, no larger than it wants, drawn once for each place in the window."""
        key = (marker.site.id, spot)
        if key not in self._docked:
            if len(self._docked) >= MOST_DOCKED:
                self._docked.clear()
            stacks = [scene.cards.things[n].stack for n in scene.boxed[marker.site.id]]
            wanted = box_size(marker.site, stacks, None, self._kit.ui)
            rect = Rect(spot.left, spot.top, *map(min, wanted, (spot.width, spot.height)))
            placed = list(stand_in_box(stacks, rect, self._kit.ui))
            picture = box_picture(marker.site, (round(rect.width), round(rect.height)), self._shown.picture, self._kit)
            for one in placed:
                at = (round(one.rect.left - rect.left), round(one.rect.top - rect.top))
                picture.blit(card(one.look, self._kit.palette), at)
            stood = tuple(
                (scene.cards.things[n], one.rect) for n, one in zip(scene.boxed[marker.site.id], placed, strict=True)
            )
            self._docked[key] = Panel(picture, rect, marker.site.id, stood)
        return self._docked[key]


def on_sheet(camera: Camera) -> Area:
    """The part of a view that shows the sheet, px of the window: all of it but where the sheet is smaller."""
    (left, top), (width, height), area = camera.corner_px, camera.sheet_px, camera.area
    x, y = max(area.x, math.ceil(area.x - left)), max(area.y, math.ceil(area.y - top))
    right = min(area.x + area.width, math.floor(area.x - left + width))
    bottom = min(area.y + area.height, math.floor(area.y - top + height))
    return Area(x, y, right - x, bottom - y)
