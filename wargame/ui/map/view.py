"""The map as a window shows it: layers cached by scale, `draw`, `pick`, stacks that open."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from itertools import product

import pygame

from wargame.ui.map.atlas import BorderKind
from wargame.ui.map.board import Board, Shape
from wargame.ui.map.camera import Area, Camera
from wargame.ui.map.fields import fields_of
from wargame.ui.map.furniture import Dress, Furniture, Panel
from wargame.ui.map.layout import lay_out
from wargame.ui.map.mosaic import Mosaic
from wargame.ui.map.opened import Opened, open_stack
from wargame.ui.map.overlays import Shown
from wargame.ui.map.panels import STRIP, Kit
from wargame.ui.map.placing import Rect
from wargame.ui.map.scene import Scene, paint_scene
from wargame.ui.map.stacks import PlacedStack, Stack
from wargame.ui.map.tiles import SIDE, Tile, build_tile, compose
from wargame.ui.map.tokens import DEFAULT, Palette
from wargame.ui.map.tracing import Edge, Tracing, trace

LEAST_TILES, SPARE_TILES = 48, 1.6  # so many tiles, and so many times those in view, are kept; each takes 2 MB
MOST_SCALES = 4  # whose geometry and layout are kept
HOME_MARGIN_KM = 250.0  # round the outermost places


class MapView:
    """A map in a window of `size` px. `ui` is the scale of the interface, 0.8 to 3.

    `draw` builds what is missing: the first frame at a new scale takes a second or so, the next ones 1 to 3 ms. `show`
    changes what is shown and keeps all that does not depend on it.
    """

    def __init__(
        self,
        board: Board,
        shown: Shown,
        size: tuple[int, int],
        ui: float,
        palette: Palette = DEFAULT,
        dress: Dress = Dress.FULL,
    ) -> None:
        self.board, self.ui, self.palette = board, ui, palette
        self.mosaic = Mosaic(board)
        self._kit = Kit(ui, palette)
        self._fields = fields_of(board.atlas)
        self._tiles: OrderedDict[tuple[float, int, int], Tile] = OrderedDict()
        self._tracings: OrderedDict[float, Tracing] = OrderedDict()
        self._scenes: OrderedDict[float, Scene] = OrderedDict()
        self.shown = shown
        self._furniture = Furniture(self._kit, size, shown, dress)
        self._open: str | None = None
        self._drawn: tuple[Camera, str | None] | None = None
        self._frame: pygame.Surface | None = None
        top = self._kit.px(STRIP) if dress is Dress.FULL else 0
        self.camera = Camera(Area(0, top, size[0], size[1] - top), board.atlas.size_km)

    def show(self, shown: Shown) -> None:
        """Show another situation or overlay. Tiles are coloured anew when they are next drawn."""
        self.shown = shown
        self._scenes.clear()
        self._drawn = None
        self._furniture.show(shown)
        for tile in self._tiles.values():
            tile.whole = None

    def home(self) -> Camera:
        """As near as shows every place of the scenario that has ground: where a window begins."""
        anchors = [site.anchor_km for site in self.board.sites.values() if site.shape in (Shape.LAND, Shape.TOKEN)]
        (left, top), (right, bottom) = (tuple(map(pick, zip(*anchors, strict=True))) for pick in (min, max))
        area = self.camera.area
        wide, high = right - left + 2 * HOME_MARGIN_KM, bottom - top + 2 * HOME_MARGIN_KM
        zoom = min(area.width / wide, area.height / high) / (self.camera.scale / self.camera.zoom)
        return self.camera.zoomed(zoom / self.camera.zoom, area.x, area.y).at((left + right) / 2, (top + bottom) / 2)

    def draw(self, surface: pygame.Surface, camera: Camera) -> None:
        """Draw a frame; what `pick` and `stack_at` answer is as it stands in this frame.

        A frame that is asked for again and again, as while a tooltip moves over the map, is kept whole.
        """
        self.camera = camera
        wanted = (camera, self._open)
        if wanted == self._drawn and self._frame is not None:
            surface.blit(self._frame, (0, 0))
            return
        self._draw(surface)
        self._frame = surface.copy() if wanted == self._drawn else None
        self._drawn = wanted

    def _draw(self, surface: pygame.Surface) -> None:
        camera = self.camera
        area = self.camera.area
        if camera.sheet_px[0] < area.width or camera.sheet_px[1] < area.height:
            surface.fill(self.palette.table)
        surface.set_clip(self._view_rect())
        self._draw_tiles(surface)
        self._draw_edge(surface)
        opened = self.opened()
        panels = self.panels()
        self._draw_scene(surface, panels + ([Panel(opened.picture, opened.rect)] if opened else []))
        surface.set_clip(None)
        for panel in panels:
            surface.blit(panel.picture, (round(panel.rect.left), round(panel.rect.top)))
        if opened is not None:
            surface.blit(opened.picture, (opened.rect.left, opened.rect.top))

    def pick(self, x: float, y: float) -> str | None:
        """The place under a point of the window; None for context, panels and what is no map."""
        if not self.camera.area.holds(x, y):
            return None
        for panel in self.panels():
            if _inside(panel.rect, x, y):
                return panel.place
        for marker in self.scene().markers.things:
            if _inside(self.to_window(marker.rect), x, y):
                return marker.site.id
        return self.mosaic.place_at(*self.camera.to_sheet(x, y))

    def stack_at(self, x: float, y: float) -> Stack | None:
        """The stack whose card is under a point of the window."""
        return next((placed.stack for placed, rect in self.visible_stacks() if _inside(rect, x, y)), None)

    def open(self, stack: Stack | None) -> None:
        """Open a stack, or close the open one: from the next frame on its formations are shown one by one."""
        self._open = None if stack is None else stack.units[0].id

    def opened(self) -> Opened | None:
        """The open stack, where it is in view. It stays open through zooming, by its strongest formation."""
        if self._open is None:
            return None
        for placed, rect in self.visible_stacks():
            if any(unit.id == self._open for unit in placed.stack.units):
                return open_stack(placed, rect, self.camera.area, self._kit)
        return None

    def scene(self) -> Scene:
        """What stands on the sheet at the scale of the camera, placed and drawn."""
        scale = self.camera.scale
        if scale not in self._scenes:
            _make_room(self._scenes, MOST_SCALES - 1)
            situation, picture = self.shown.situation, self.shown.picture
            layout = lay_out(self.board, self.mosaic, situation, picture, scale, self.ui, self.palette)
            self._scenes[scale] = paint_scene(layout, picture, self._kit)
        return self._scenes[scale]

    def visible_stacks(self) -> list[tuple[PlacedStack, Rect]]:
        """The stacks that are drawn, with their cards in the window: wholly in view and under no panel."""
        cards, panels = self.scene().cards.things, self.panels()
        on_sheet = [(cards[n], self.to_window(cards[n].rect)) for n in self._undocked(panels)]
        return on_sheet + [pair for panel in panels for pair in panel.stacks]

    def visible_labels(self) -> list[tuple[str, Rect]]:
        """The names that are drawn, with their place in the window."""
        labels = self.scene().labels
        shown = (labels.things[number] for number in labels.clear(self.camera, self._panel_rects()))
        return [(label.text, self.to_window(label.rect)) for label in shown]

    def to_window(self, rect: Rect) -> Rect:
        """A rectangle of the sheet in the window."""
        left, top = self.camera.corner_px
        return rect.moved(self.camera.area.x - left, self.camera.area.y - top)

    def panels(self) -> list[Panel]:
        """What stands in front of the sheet, each with its place in the window."""
        return self._furniture.around(self.camera) + self._furniture.docked(self.scene(), self.camera)

    def _panel_rects(self) -> list[Rect]:
        return [panel.rect for panel in self.panels()]

    def _undocked(self, panels: list[Panel]) -> list[int]:
        """Numbers of the cards that are drawn on the sheet."""
        scene = self.scene()
        docked = {number for panel in panels if panel.place for number in scene.boxed[panel.place]}
        return [n for n in scene.cards.clear(self.camera, [panel.rect for panel in panels]) if n not in docked]

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
            compose(tile, self._tracing(), self.shown.picture.washes, self._fronts(), self.ui, self.palette)
        return tile.whole or tile.cover

    def _tracing(self) -> Tracing:
        scale = self.camera.scale
        if scale not in self._tracings:
            _make_room(self._tracings, MOST_SCALES - 1)
            self._tracings[scale] = trace(self.board, scale)
        return self._tracings[scale]

    def _fronts(self) -> Iterator[Edge]:
        """Where what is held ends inside the land of one state; shown where holders are."""
        situation = self.shown.situation
        if not any(wash.stripes for wash in self.shown.picture.washes.values()):
            return
        for edge in self._tracing().edges[BorderKind.PROVINCE]:
            one, other = edge.sides
            if situation.holder.get(one) != situation.holder.get(other):
                yield edge

    def _draw_edge(self, surface: pygame.Surface) -> None:
        sheet = self._sheet_rect()
        line = self._kit.px(1.5)
        pygame.draw.rect(surface, self.palette.sheet_edge, pygame.Rect(*sheet.grown(line)), line)

    def _draw_scene(self, surface: pygame.Surface, panels: list[Panel]) -> None:
        scene, camera = self.scene(), self.camera
        covered, cards = [panel.rect for panel in panels], self._undocked(panels)
        for number in cards:
            self._draw_leader(surface, scene.cards.things[number])
        for sprites in (scene.markers, scene.towns, scene.labels):
            surface.blits(sprites.placed(camera, sprites.clear(camera, covered)), doreturn=False)
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
