"""The map as a window shows it: layers cached by scale, `draw`, `pick`, stacks that open."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

import pygame

from wargame.ui.map.board import Board, Shape
from wargame.ui.map.camera import Area, Camera
from wargame.ui.map.furniture import Dress, Furniture, Panel
from wargame.ui.map.ground import Ground, Lay, make_room
from wargame.ui.map.layout import lay_out
from wargame.ui.map.mosaic import Mosaic
from wargame.ui.map.opened import Opened, open_stack
from wargame.ui.map.overlays import Shown
from wargame.ui.map.panels import STRIP, Fold, Kit
from wargame.ui.map.placing import Rect
from wargame.ui.map.ring import Ring, draw_borders, draw_frame
from wargame.ui.map.scene import Scene, Seen, paint_scene
from wargame.ui.map.stacks import PlacedStack, Stack
from wargame.ui.map.tokens import DEFAULT, Palette

MOST_SCALES = 2  # whose layout is kept
HOME_MARGIN_KM = 250.0  # round the outermost places


class MapView:
    """A map in a window of `size` px. `ui` is the scale of the interface, 0.8 to 3.

    `draw` builds what is missing: the first frame at a new scale takes half a second or so, the next ones 1 ms. Who
    cannot wait asks `job` for what is missing, has it done in another thread, and draws a `stand_in` meanwhile.
    `show` changes what is shown and keeps all that does not depend on it.
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
        self._ground = Ground(board, ui, palette, shown)
        self._scenes: OrderedDict[float, Scene] = OrderedDict()
        self._former: dict[float, Scene] = {}  # what stood on the sheet, by scale, before something else was shown
        self._last: Camera | None = None  # the last look of which all was there
        self._stretched: pygame.Surface | None = None  # its ground, while others are stretched from it
        self.shown = shown
        self._furniture = Furniture(self._kit, board, size, shown, dress)
        self._open: str | None = None
        self.ring: Ring | None = None  # round what is chosen
        self.covers: tuple[Rect, ...] = ()  # drawn by others in front, px of the window: no box is half under one
        self._drawn: tuple[Camera, str | None, Ring | None, tuple[Rect, ...]] | None = None
        self._frame: pygame.Surface | None = None
        top = self._kit.px(STRIP) if dress is Dress.FULL else 0
        self.camera = Camera(Area(0, top, size[0], size[1] - top), board.atlas.size_km)

    def show(self, shown: Shown) -> None:
        """Show another situation or overlay. Tiles are coloured anew when they are next drawn."""
        self.shown = shown
        self._former |= self._scenes
        self._scenes.clear()
        self._drawn = None
        self._furniture.show(shown)
        self._ground.show(shown)

    @property
    def fold(self) -> Fold:
        """Whether the legend is read whole."""
        return self._furniture.fold

    def fold_legend(self, fold: Fold) -> None:
        """Read the legend whole, or its heading alone."""
        self._furniture.fold_legend(fold)
        self._drawn = None

    def legend_at(self, x: float, y: float) -> bool:
        """The legend is under a point of the window."""
        return _inside(self.legend_rect(), x, y)

    def legend_rect(self) -> Rect:
        """Where the legend stands in the window."""
        return self._furniture.around(self.camera)[0].rect

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
        wanted = (camera, self._open, self.ring, self.covers)
        if wanted == self._drawn and self._frame is not None:
            surface.blit(self._frame, (0, 0))
            return
        self._draw(surface)
        self._frame = surface.copy() if wanted == self._drawn else None
        self._drawn = wanted

    def _draw(self, surface: pygame.Surface) -> None:
        self._ground.finish(self.camera)
        self._last, self._stretched, self._former = self.camera, None, {}
        self._ground.rest(self.camera)
        self._draw_table(surface)
        self._draw_ground(surface)
        self._draw_scene(surface, self.scene())

    def _draw_table(self, surface: pygame.Surface) -> None:
        """What shows beside a sheet that is smaller than the window."""
        (width, height), area = self.camera.sheet_px, self.camera.area
        if width < area.width or height < area.height:
            surface.fill(self.palette.table)

    def _draw_ground(self, surface: pygame.Surface) -> None:
        area = self._view_rect()
        surface.set_clip(area.clip(pygame.Rect(*self._sheet_rect())))
        self._ground.draw(surface, self.camera)
        if self.ring is not None:
            draw_borders(surface, self.board, self.camera, self.ring)
        surface.set_clip(area)
        self._draw_edge(surface)
        surface.set_clip(None)

    def _draw_scene(self, surface: pygame.Surface, scene: Scene) -> None:
        panels = self.panels(scene)
        opened = self._opened(scene, panels)
        surface.set_clip(self._view_rect())
        self._draw_things(surface, scene, panels + ([Panel(opened.picture, opened.rect)] if opened else []))
        surface.set_clip(None)
        for panel in panels:
            surface.blit(panel.picture, (round(panel.rect.left), round(panel.rect.top)))
            if self.ring is not None and panel.place == self.ring.place:
                draw_frame(surface, panel.rect, self.ring)
        if opened is not None:
            surface.blit(opened.picture, (opened.rect.left, opened.rect.top))

    # where nobody can wait

    def is_ready(self, camera: Camera) -> bool:
        """A frame of this look can be drawn at once."""
        return camera.scale in self._scenes and not self._ground.missing(camera)

    def has_scene(self) -> bool:
        """What stands on the sheet at the scale of the camera is placed."""
        return self.camera.scale in self._scenes

    def job(self, camera: Camera) -> Callable[[], Lay] | None:
        """The next piece that a look lacks, to be built in any thread; None where it lacks nothing."""
        if camera.scale not in self._scenes:
            return self._scene_job(camera.scale)
        missing = self._ground.missing(camera)
        return self._ground.job(missing[0]) if missing else None

    def _scene_job(self, scale: float) -> Callable[[], Lay]:
        shown = self.shown

        def build() -> Lay:
            scene = self._placed(shown, scale)

            def lay() -> None:
                if shown is self.shown:
                    make_room(self._scenes, MOST_SCALES - 1)
                    self._scenes[scale] = scene

            return lay

        return build

    def can_stand_in(self) -> bool:
        """Something of this map has been drawn."""
        return self._last is not None

    def stand_in(self, surface: pygame.Surface, camera: Camera) -> None:
        """What there is of a look: the last ground stretched to it, the tiles that are ready, what stood there last."""
        assert self._last is not None
        self.camera, self._drawn, self._frame = camera, None, None
        surface.fill(self.palette.sea_deep)
        self._draw_table(surface)
        _stretch(self._ground_of(self._last), self._last, surface, camera)
        self._draw_ground(surface)
        scene = self._scenes.get(camera.scale) or self._former.get(camera.scale)
        if scene is not None:
            self._draw_scene(surface, scene)
            return
        for panel in self._furniture.around(camera):
            surface.blit(panel.picture, (round(panel.rect.left), round(panel.rect.top)))

    def _ground_of(self, camera: Camera) -> pygame.Surface:
        if self._stretched is None:
            area = Area(0, 0, camera.area.width, camera.area.height)
            self._stretched = pygame.Surface((area.width, area.height))
            self._stretched.fill(self.palette.sea_deep)
            self._ground.draw(self._stretched, replace(camera, area=area))
        return self._stretched

    def pick(self, x: float, y: float) -> str | None:
        """The place under a point of the window; None for context, panels and what is no map."""
        if not self.camera.area.holds(x, y):
            return None
        for panel in self.panels(self.scene()):
            if _inside(panel.rect, x, y):
                return panel.place
        docked = self._docked()
        for marker in self.scene().markers.things:
            if marker.site.id not in docked and _inside(self.to_window(marker.rect), x, y):
                return marker.site.id
        return self.ground_at(x, y)

    def ground_at(self, x: float, y: float) -> str | None:
        """The place whose ground is under a point of the window, whatever stands in front of it; nothing is built for it."""
        if not self.camera.area.holds(x, y):
            return None
        place = self.mosaic.place_at(*self.camera.to_sheet(x, y))
        return None if self.has_scene() and place in self._docked() else place

    def stack_at(self, x: float, y: float) -> Stack | None:
        """The stack whose card is under a point of the window."""
        return next((placed.stack for placed, rect in self.visible_stacks() if _inside(rect, x, y)), None)

    def open(self, stack: Stack | None) -> None:
        """Open a stack, or close the open one: from the next frame on its formations are shown one by one."""
        self._open = None if stack is None else stack.units[0].id

    def opened(self) -> Opened | None:
        """The open stack, where it is in view. It stays open through zooming, by its strongest formation."""
        return self._opened(self.scene(), self.panels())

    def _opened(self, scene: Scene, panels: list[Panel]) -> Opened | None:
        if self._open is None:
            return None
        for placed, rect in self._stacks(scene, panels):
            if any(unit.id == self._open for unit in placed.stack.units):
                return open_stack(placed, rect, self.camera.area, self._kit)
        return None

    def scene(self) -> Scene:
        """What stands on the sheet at the scale of the camera, placed and drawn."""
        scale = self.camera.scale
        if scale not in self._scenes:
            make_room(self._scenes, MOST_SCALES - 1)
            self._scenes[scale] = self._placed(self.shown, scale)
        return self._scenes[scale]

    def _placed(self, shown: Shown, scale: float) -> Scene:
        layout = lay_out(self.board, self.mosaic, shown.situation, shown.picture, scale, self.ui, self.palette)
        return paint_scene(layout, shown.picture, self._kit)

    def visible_stacks(self) -> list[tuple[PlacedStack, Rect]]:
        """The stacks that are drawn, with their cards in the window: wholly in view and under no panel."""
        return self._stacks(self.scene(), self.panels())

    def _stacks(self, scene: Scene, panels: list[Panel]) -> list[tuple[PlacedStack, Rect]]:
        cards, seen = scene.cards.things, self._seen(scene, panels)
        on_sheet = [(cards[n], self.to_window(seen.aside.get(n, cards[n].rect))) for n in seen.cards]
        return on_sheet + [pair for panel in panels for pair in panel.stacks]

    def _seen(self, scene: Scene, panels: list[Panel]) -> Seen:
        docked = {number for panel in panels if panel.place for number in scene.boxed[panel.place]}
        return scene.seen(self.camera, [panel.rect for panel in panels], docked)

    def visible_labels(self) -> list[tuple[str, Rect]]:
        """The names that are drawn, with their place in the window."""
        scene = self.scene()
        shown = (scene.labels.things[number] for number in scene.names(self.camera, self._panel_rects()))
        return [(label.text, self.to_window(label.rect)) for label in shown]

    def to_window(self, rect: Rect) -> Rect:
        """A rectangle of the sheet in the window."""
        left, top = self.camera.corner_px
        return rect.moved(self.camera.area.x - left, self.camera.area.y - top)

    def panels(self, scene: Scene | None = None) -> list[Panel]:
        """What stands in front of the sheet, each with its place in the window."""
        docked = self._furniture.docked(scene or self.scene(), self.camera)
        return self._furniture.around(self.camera) + docked

    def _docked(self) -> set[str]:
        """Boxes that stand docked before the sheet, and so not on it."""
        return {panel.place for panel in self.panels() if panel.place}

    def _panel_rects(self) -> list[Rect]:
        return [panel.rect for panel in self.panels()]

    def _view_rect(self) -> pygame.Rect:
        area = self.camera.area
        return pygame.Rect(area.x, area.y, area.width, area.height)

    def _sheet_rect(self) -> Rect:
        return self.to_window(Rect(0, 0, *self.camera.sheet_px))

    def _draw_edge(self, surface: pygame.Surface) -> None:
        sheet = self._sheet_rect()
        line = self._kit.px(1.5)
        pygame.draw.rect(surface, self.palette.sheet_edge, pygame.Rect(*sheet.grown(line)), line)

    def _draw_things(self, surface: pygame.Surface, scene: Scene, panels: list[Panel]) -> None:
        covered = [*(panel.rect for panel in panels), *self.covers]
        camera, seen = self.camera, self._seen(scene, panels)
        markers = scene.markers_seen(camera, covered, {panel.place for panel in panels if panel.place})
        for number in markers if self.ring is not None else ():
            marker = scene.markers.things[number]
            if self.ring is not None and marker.site.id == self.ring.place:
                draw_frame(surface, self.to_window(marker.rect), self.ring)
        for number in seen.cards:
            placed = scene.cards.things[number]
            if placed.anchor is not None:
                stands = self.to_window(seen.aside.get(number, placed.rect))
                self._draw_leader(surface, placed.anchor, stands.centre)
        surface.blits(scene.markers.placed(camera, markers), doreturn=False)
        surface.blits(scene.towns.placed(camera, scene.towns.clear(camera, covered)), doreturn=False)
        surface.blits(scene.labels.placed(camera, seen.names), doreturn=False)
        surface.blits(scene.cards.placed(camera, seen.cards, seen.aside), doreturn=False)

    def _draw_leader(self, surface: pygame.Surface, anchor: tuple[float, float], middle: tuple[float, float]) -> None:
        """A line from the middle of a card that could not stand on its place to that place."""
        end = self.to_window(Rect(*anchor, 0, 0))
        pygame.draw.line(surface, self.palette.ink, middle, (end.left, end.top), max(1, self._kit.px(1)))
        pygame.draw.circle(surface, self.palette.ink, (end.left, end.top), self._kit.px(2))


def _inside(rect: Rect, x: float, y: float) -> bool:
    return rect.left <= x < rect.right and rect.top <= y < rect.bottom


def _stretch(ground: pygame.Surface, before: Camera, surface: pygame.Surface, camera: Camera) -> None:
    """Lay the ground of one look under another: only what both see is stretched."""
    (left, top), area = camera.corner_px, camera.area
    old_left, old_top = before.corner_px
    factor = camera.scale / before.scale
    x, y = old_left * factor - left + area.x, old_top * factor - top + area.y  # where its corner comes to lie
    seen = pygame.Rect(area.x, area.y, area.width, area.height)
    lies = pygame.Rect(round(x), round(y), round(ground.get_width() * factor), round(ground.get_height() * factor))
    part = lies.clip(seen)
    if part.w < 1 or part.h < 1:
        return
    source = pygame.Rect(*(round(side / factor) for side in (part.x - x, part.y - y, part.w, part.h)))
    source = source.clip(ground.get_rect())
    if source.w and source.h:
        pygame.transform.scale(ground.subsurface(source), part.size, surface.subsurface(part))
