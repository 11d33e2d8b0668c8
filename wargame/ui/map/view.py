"""The map as a window shows it: layers cached by scale, `draw`, `pick`, stacks that open."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pygame

from wargame.ui.map.atlas import BorderKind
from wargame.ui.map.board import Board, Shape
from wargame.ui.map.camera import Area, Camera
from wargame.ui.map.counters import card, dot
from wargame.ui.map.fields import fields_of
from wargame.ui.map.fonts import written
from wargame.ui.map.layout import Layout, Marker, lay_out
from wargame.ui.map.mosaic import Mosaic
from wargame.ui.map.overlays import Picture
from wargame.ui.map.panels import STRIP, Kit, box_panel, key_panel, legend_panel, strip
from wargame.ui.map.placing import Rect
from wargame.ui.map.situation import Situation
from wargame.ui.map.stacks import PlacedStack, Stack
from wargame.ui.map.tiles import SIDE, Tile, build_tile, compose
from wargame.ui.map.tokens import DEFAULT, Palette, mixed
from wargame.ui.map.tracing import Edge, Tracing, trace

LEAST_TILES, SPARE_TILES = 48, 1.6  # so many tiles, and so many times those in view, are kept; each takes 2 MB
MOST_SCALES = 4  # whose geometry and layout are kept
MARGIN = 12  # px at interface scale 1, between panels and the edge


@dataclass(frozen=True)
class Shown:
    """What a map shows: a situation and how it is coloured."""

    situation: Situation
    picture: Picture
    heading: str


class MapView:
    """A map in a window of `size` px. `ui` is the scale of the interface, 0.8 to 3.

    `draw` builds what is missing: the first frame at a new scale takes a second or so, the next ones 1 to 3 ms. `show`
    changes what is shown and keeps all that does not depend on it.
    """

    def __init__(
        self, board: Board, shown: Shown, size: tuple[int, int], ui: float, palette: Palette = DEFAULT
    ) -> None:
        self.board, self.ui, self.palette = board, ui, palette
        self.mosaic = Mosaic(board)
        self._kit = Kit(ui, palette)
        self._fields = fields_of(board.atlas)
        self._tiles: OrderedDict[tuple[float, int, int], Tile] = OrderedDict()
        self._tracings: OrderedDict[float, Tracing] = OrderedDict()
        self._layouts: OrderedDict[float, Layout] = OrderedDict()
        self._panels: dict[tuple[str, float], pygame.Surface] = {}
        self._shown = shown
        self._size = size
        top = self._kit.px(STRIP)
        self.camera = Camera(Area(0, top, size[0], size[1] - top), board.atlas.size_km)

    def show(self, shown: Shown) -> None:
        """Show another situation or overlay. Tiles are coloured anew when they are next drawn."""
        self._shown = shown
        self._layouts.clear()
        self._panels.clear()
        for tile in self._tiles.values():
            tile.whole = None

    def draw(self, surface: pygame.Surface, camera: Camera) -> None:
        """Draw a frame; what `pick` and `stack_at` answer is as it stands in this frame."""
        self.camera = camera
        surface.fill(self.palette.table)
        surface.set_clip(self._view_rect())
        self._draw_tiles(surface)
        self._draw_edge(surface)
        self._draw_layout(surface)
        surface.set_clip(None)
        for picture, rect in self.panels():
            surface.blit(picture, (rect.left, rect.top))

    def pick(self, x: float, y: float) -> str | None:
        """The place under a point of the window; None for context, panels and what is no map."""
        if not self.camera.area.holds(x, y) or any(_inside(rect, x, y) for _, rect in self.panels()):
            return None
        for marker in self.layout().markers:
            if _inside(self.to_window(marker.rect), x, y):
                return marker.site.id
        return self.mosaic.place_at(*self.camera.to_sheet(x, y))

    def stack_at(self, x: float, y: float) -> Stack | None:
        """The stack whose card is under a point of the window."""
        hit = (placed for placed in self.visible_stacks() if _inside(self.to_window(placed.rect), x, y))
        return next((placed.stack for placed in hit), None)

    def layout(self) -> Layout:
        """Where everything stands on the sheet at the scale of the camera."""
        scale = self.camera.scale
        if scale not in self._layouts:
            _make_room(self._layouts, MOST_SCALES)
            situation, picture = self._shown.situation, self._shown.picture
            self._layouts[scale] = lay_out(self.board, self.mosaic, situation, picture, scale, self.ui, self.palette)
        return self._layouts[scale]

    def visible_stacks(self) -> Iterator[PlacedStack]:
        """The stacks that are drawn: those wholly in view and under no panel."""
        return (placed for placed in self.layout().stacks if self._is_clear(placed.rect))

    def visible_labels(self) -> Iterator[tuple[str, Rect]]:
        """The names that are drawn, with their place in the window."""
        return (
            (label.text, self.to_window(label.rect)) for label in self.layout().labels if self._is_clear(label.rect)
        )

    def to_window(self, rect: Rect) -> Rect:
        """A rectangle of the sheet in the window."""
        left, top = self.camera.corner_px
        return rect.moved(self.camera.area.x - left, self.camera.area.y - top)

    def panels(self) -> list[tuple[pygame.Surface, Rect]]:
        """The strip, the legend and the key, each with its place in the window."""
        scale, (width, height) = self.camera.scale, self._size
        if ("legend", scale) not in self._panels:
            self._panels["legend", scale] = legend_panel(self._kit, self._shown.picture.legend, scale)
            self._panels["key", scale] = key_panel(self._kit)
            self._panels["strip", scale] = strip(self._kit, width, self._shown.situation, self._shown.heading)
        legend, key, top = (self._panels[name, scale] for name in ("legend", "key", "strip"))
        edge = self._kit.px(MARGIN)
        placed = [
            (top, Rect(0, 0, *top.get_size())),
            (legend, Rect(edge, height - edge - legend.get_height(), *legend.get_size())),
        ]
        if self._shown.picture.shows_units:
            left = width - edge - key.get_width()
            placed.append((key, Rect(left, height - edge - key.get_height(), *key.get_size())))
        return placed

    def _is_clear(self, rect: Rect) -> bool:
        area, placed = self.camera.area, self.to_window(rect)
        inside = Rect(area.x, area.y, area.width, area.height).holds(placed)
        return inside and not any(placed.meets(panel) for _, panel in self.panels())

    def _view_rect(self) -> pygame.Rect:
        area = self.camera.area
        return pygame.Rect(area.x, area.y, area.width, area.height)

    def _sheet_rect(self) -> Rect:
        return self.to_window(Rect(0, 0, *self.camera.sheet_px))

    def _draw_tiles(self, surface: pygame.Surface) -> None:
        (left, top), area = self.camera.corner_px, self.camera.area
        width, height = self.camera.sheet_px
        sheet = self._sheet_rect()
        surface.set_clip(self._view_rect().clip(pygame.Rect(*sheet)))
        columns = range(max(left, 0) // SIDE, (min(left + area.width, width) - 1) // SIDE + 1)
        rows = range(max(top, 0) // SIDE, (min(top + area.height, height) - 1) // SIDE + 1)
        for column, row in product(columns, rows):
            at = (column * SIDE - left + area.x, row * SIDE - top + area.y)
            surface.blit(self._picture_of(column, row), at)
        _make_room(self._tiles, max(LEAST_TILES, round(SPARE_TILES * len(columns) * len(rows))))
        surface.set_clip(self._view_rect())

    def _picture_of(self, column: int, row: int) -> pygame.Surface:
        """A tile, built where it is missing and put together where what is shown has changed."""
        key = (self.camera.scale, column, row)
        tile = self._tiles.pop(key, None)
        if tile is None:
            corner = (column * SIDE, row * SIDE)
            tile = build_tile(self._tracing(), self._fields, corner, self.ui, self.palette)
        self._tiles[key] = tile  # last: used last
        if tile.whole is None:
            compose(tile, self._tracing(), self._shown.picture.washes, self._fronts(), self.ui, self.palette)
        return tile.whole or tile.cover

    def _tracing(self) -> Tracing:
        scale = self.camera.scale
        if scale not in self._tracings:
            _make_room(self._tracings, MOST_SCALES)
            self._tracings[scale] = trace(self.board, scale)
        return self._tracings[scale]

    def _fronts(self) -> Iterator[Edge]:
        """Where what is held ends inside the land of one state; shown where holders are."""
        situation = self._shown.situation
        if not any(wash.stripes for wash in self._shown.picture.washes.values()):
            return
        for edge in self._tracing().edges[BorderKind.PROVINCE]:
            one, other = edge.sides
            if situation.holder.get(one) != situation.holder.get(other):
                yield edge

    def _draw_edge(self, surface: pygame.Surface) -> None:
        sheet = self._sheet_rect()
        line = self._kit.px(1.5)
        pygame.draw.rect(surface, self.palette.sheet_edge, pygame.Rect(*sheet.grown(line)), line)

    def _draw_layout(self, surface: pygame.Surface) -> None:
        layout = self.layout()
        for marker in layout.markers:
            if self._is_clear(marker.rect):
                self._draw_marker(surface, marker)
        for town in layout.towns:
            if self._is_clear(town):
                surface.blit(
                    dot(self.ui, self.palette), (round(self.to_window(town).left), round(self.to_window(town).top))
                )
        for label in layout.labels:
            if self._is_clear(label.rect):
                at = self.to_window(label.rect)
                surface.blit(written(label.text, label.style), (round(at.left), round(at.top)))
        visible = list(self.visible_stacks())
        for placed in visible:
            self._draw_leader(surface, placed)
        for placed in visible:
            at = self.to_window(placed.rect)
            surface.blit(card(placed.look, self.palette), (round(at.left), round(at.top)))

    def _draw_leader(self, surface: pygame.Surface, placed: PlacedStack) -> None:
        """A line from a card that could not stand on its place to that place."""
        if placed.anchor is None:
            return
        end = self.to_window(Rect(*placed.anchor, 0, 0))
        middle = self.to_window(placed.rect).centre
        pygame.draw.line(surface, self.palette.ink, middle, (end.left, end.top), max(1, self._kit.px(1)))
        pygame.draw.circle(surface, self.palette.ink, (end.left, end.top), self._kit.px(2))

    def _draw_marker(self, surface: pygame.Surface, marker: Marker) -> None:
        site, rect = marker.site, self.to_window(marker.rect)
        wash = self._shown.picture.washes.get(site.id)
        colour = self.palette.context if wash is None else wash.stripes or wash.fill
        if site.shape is Shape.BOX:
            key = (site.id, self.camera.scale)
            if key not in self._panels:
                size = (round(rect.width), round(rect.height))
                self._panels[key] = box_panel(self._kit, site.title, site.home or site.id, size, colour)
            surface.blit(self._panels[key], (round(rect.left), round(rect.top)))
            return
        pygame.draw.circle(surface, self.palette.country, rect.centre, rect.width / 2)
        pygame.draw.circle(
            surface, mixed(colour, (255, 255, 255), 0.1), rect.centre, rect.width / 2 - self._kit.px(1.3)
        )


def _inside(rect: Rect, x: float, y: float) -> bool:
    return rect.left <= x < rect.right and rect.top <= y < rect.bottom


def _make_room(
    kept: OrderedDict[float, Tracing] | OrderedDict[float, Layout] | OrderedDict[tuple[float, int, int], Tile],
    most: int,
) -> None:
    """Let go of what was not used for longest."""
    while len(kept) > most:
        kept.popitem(last=False)
