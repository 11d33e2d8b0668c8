"""The map as a window shows it: layers cached by scale, `draw`, `pick`, stacks that open."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pygame

from wargame.ui.map.atlas import BorderKind
from wargame.ui.map.board import Board
from wargame.ui.map.camera import Area, Camera
from wargame.ui.map.fields import fields_of
from wargame.ui.map.layout import lay_out
from wargame.ui.map.mosaic import Mosaic
from wargame.ui.map.opened import Opened, open_stack
from wargame.ui.map.overlays import Picture
from wargame.ui.map.panels import STRIP, Kit, key_panel, legend_panel, strip
from wargame.ui.map.placing import Rect
from wargame.ui.map.scene import Scene, paint_scene
from wargame.ui.map.situation import Situation
from wargame.ui.map.stacks import PlacedStack, Stack
from wargame.ui.map.tiles import SIDE, Tile, build_tile, compose
from wargame.ui.map.tokens import DEFAULT, Palette
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
        self._scenes: OrderedDict[float, Scene] = OrderedDict()
        self._panels: dict[tuple[str, float], pygame.Surface] = {}
        self._shown = shown
        self._size = size
        self._open: str | None = None
        top = self._kit.px(STRIP)
        self.camera = Camera(Area(0, top, size[0], size[1] - top), board.atlas.size_km)

    def show(self, shown: Shown) -> None:
        """Show another situation or overlay. Tiles are coloured anew when they are next drawn."""
        self._shown = shown
        self._scenes.clear()
        self._panels.clear()
        for tile in self._tiles.values():
            tile.whole = None

    def draw(self, surface: pygame.Surface, camera: Camera) -> None:
        """Draw a frame; what `pick` and `stack_at` answer is as it stands in this frame."""
        self.camera = camera
        area = self.camera.area
        if camera.sheet_px[0] < area.width or camera.sheet_px[1] < area.height:
            surface.fill(self.palette.table)
        surface.set_clip(self._view_rect())
        self._draw_tiles(surface)
        self._draw_edge(surface)
        opened = self.opened()
        covered = self._panel_rects() + ([opened.rect] if opened else [])
        self._draw_scene(surface, covered)
        surface.set_clip(None)
        for picture, rect in self.panels():
            surface.blit(picture, (rect.left, rect.top))
        if opened is not None:
            surface.blit(opened.picture, (opened.rect.left, opened.rect.top))

    def pick(self, x: float, y: float) -> str | None:
        """The place under a point of the window; None for context, panels and what is no map."""
        if not self.camera.area.holds(x, y) or any(_inside(rect, x, y) for _, rect in self.panels()):
            return None
        for marker in self.scene().markers.things:
            if _inside(self.to_window(marker.rect), x, y):
                return marker.site.id
        return self.mosaic.place_at(*self.camera.to_sheet(x, y))

    def stack_at(self, x: float, y: float) -> Stack | None:
        """The stack whose card is under a point of the window."""
        hit = (placed for placed in self.visible_stacks() if _inside(self.to_window(placed.rect), x, y))
        return next((placed.stack for placed in hit), None)

    def open(self, stack: Stack | None) -> None:
        """Open a stack, or close the open one: from the next frame on its formations are shown one by one."""
        self._open = None if stack is None else stack.units[0].id

    def opened(self) -> Opened | None:
        """The open stack, where it is in view. It stays open through zooming, by its strongest formation."""
        if self._open is None:
            return None
        for placed in self.visible_stacks():
            if any(unit.id == self._open for unit in placed.stack.units):
                return open_stack(placed, self.to_window(placed.rect), self.camera.area, self._kit)
        return None

    def scene(self) -> Scene:
        """What stands on the sheet at the scale of the camera, placed and drawn."""
        scale = self.camera.scale
        if scale not in self._scenes:
            _make_room(self._scenes, MOST_SCALES - 1)
            situation, picture = self._shown.situation, self._shown.picture
            layout = lay_out(self.board, self.mosaic, situation, picture, scale, self.ui, self.palette)
            self._scenes[scale] = paint_scene(layout, picture, self._kit)
        return self._scenes[scale]

    def visible_stacks(self) -> list[PlacedStack]:
        """The stacks that are drawn: those wholly in view and under no panel."""
        cards = self.scene().cards
        return [cards.things[number] for number in cards.clear(self.camera, self._panel_rects())]

    def visible_labels(self) -> list[tuple[str, Rect]]:
        """The names that are drawn, with their place in the window."""
        labels = self.scene().labels
        shown = (labels.things[number] for number in labels.clear(self.camera, self._panel_rects()))
        return [(label.text, self.to_window(label.rect)) for label in shown]

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

    def _panel_rects(self) -> list[Rect]:
        return [rect for _, rect in self.panels()]

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
        tiles = []
        for column, row in product(columns, rows):
            at = (column * SIDE - left + area.x, row * SIDE - top + area.y)
            tiles.append((self._picture_of(column, row), at))
        surface.blits(tiles, doreturn=False)
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
            _make_room(self._tracings, MOST_SCALES - 1)
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

    def _draw_scene(self, surface: pygame.Surface, panels: list[Rect]) -> None:
        scene, camera = self.scene(), self.camera
        cards = scene.cards.clear(camera, panels)
        for number in cards:
            self._draw_leader(surface, scene.cards.things[number])
        for sprites in (scene.markers, scene.towns, scene.labels):
            surface.blits(sprites.placed(camera, sprites.clear(camera, panels)), doreturn=False)
        surface.blits(scene.cards.placed(camera, cards), doreturn=False)

    def _draw_leader(self, surface: pygame.Surface, placed: PlacedStack) -> None:
        """A line from a card that could not stand on its place to that place."""
        if placed.anchor is None:
            return
        end = self.to_window(Rect(*placed.anchor, 0, 0))
        middle = self.to_window(placed.rect).centre
        pygame.draw.line(surface, self.palette.ink, middle, (end.left, end.top), max(1, self._kit.px(1)))
        pygame.draw.circle(surface, self.palette.ink, (end.left, end.top), self._kit.px(2))


def _inside(rect: Rect, x: float, y: float) -> bool:
    return rect.left <= x < rect.right and rect.top <= y < rect.bottom


def _make_room(
    kept: OrderedDict[float, Tracing] | OrderedDict[float, Scene] | OrderedDict[tuple[float, int, int], Tile],
    most: int,
) -> None:
    """Let go of what was not used for longest."""
    while len(kept) > most:
        kept.popitem(last=False)
