"""The map as a widget: drag and arrows pan, the wheel zooms to the pointer, a press picks, or folds legend, overview or key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import pygame
from pygame import Rect

from wargame.catalogue import _
from wargame.ui.kit.canvas import Canvas, Point
from wargame.ui.kit.keys import Mod, Stroke
from wargame.ui.kit.widget import Cursor, Host, Press, Size, Widget
from wargame.ui.map.board import Board
from wargame.ui.map.camera import STEP, Camera
from wargame.ui.map.furniture import BARE_SCALE, Dress
from wargame.ui.map.ground import Lay
from wargame.ui.map.keybox import KeyBox
from wargame.ui.map.overlays import Shown
from wargame.ui.map.overview import NOWHERE, Corner, Overview
from wargame.ui.map.panels import Fold, Kit
from wargame.ui.map.placing import Rect as Standing
from wargame.ui.map.ring import Ring
from wargame.ui.map.tokens import palette_of
from wargame.ui.map.view import MapView
from wargame.ui.screens.marked import Arrow, Spark, draw_arrow, draw_card, draw_spark
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme

STILL = 4  # pixels the pointer may move between press and release without dragging
PAN_STEP = 80  # logical units, as all below
MINI_WIDE = 150
LEAST = (200, 150)
NARROW = 520  # a map less wide begins with its legend folded
MINI_NARROW = 760  # and one less wide with its overview folded


@dataclass(frozen=True)
class Pick:
    """What lies under a point of the map; empty where nothing of the kind does."""

    place: str = ""
    formation: str = ""


class Leader(Protocol):
    """Who takes formations that are dragged over the map, and leads them."""

    def grab(self, units: Sequence[str]) -> bool:
        """Formations are held; whether any of them can be led."""

    def lead(self, place: str) -> None:
        """They are held over a place; empty over none."""

    def let_go(self, place: str) -> None:
        """They are let go over a place; empty over none."""


class Builder(Protocol):
    """Does a job in another thread, or here and now, and hands on what came of it."""

    def __call__(self, job: Callable[[], Lay], done: Callable[[Lay], None]) -> None:
        """Begin it."""


class MapBox(Widget):
    """Shows a board; tells what is picked. `describe` gives the lines of the card under the pointer, the first its name."""

    clips = True
    follows_pointer = True
    cursor = Cursor.ARROW

    def __init__(
        self,
        widget_id: str,
        tip: str,
        board: Board,
        shown: Shown,
        on_pick: Callable[[Pick], None],
        describe: Callable[[Pick], Sequence[str]],
        build: Builder,
    ) -> None:
        super().__init__((), widget_id, tip)
        self._build, self._building = build, False
        self.says = tip
        self.on_pick, self.describe = on_pick, describe
        self.chosen = ""  # place that is ringed
        self.arrows: Sequence[Arrow] = ()
        self.sparks: Sequence[Spark] = ()
        self.leader: Leader | None = None
        self._leading = False  # formations are held
        self._board, self._shown = board, shown
        self._view: MapView | None = None
        self._made: tuple[tuple[int, int], int, str] | None = None
        self._fold: Fold | None = None  # of the legend, once somebody has chosen
        self._grip: tuple[Point, Camera] | None = None
        self._dragged = False
        self._mini: Overview | None = None
        self._mini_fold: Fold | None = None  # of the overview, once somebody has chosen
        self._steering = False  # the overview is held
        self._key: KeyBox | None = None

    @property
    def view(self) -> MapView | None:
        """The map, once it has been laid out."""
        return self._view

    def show(self, shown: Shown) -> None:
        """Show another situation or overlay."""
        self._shown = shown
        if self._view is not None:
            self._view.show(shown)

    def go_to(self, place: str) -> None:
        """Put a place in the middle."""
        if self._view is not None and place in self._board.sites:
            self._view.camera = self._view.camera.at(*self._board.sites[place].anchor_km)

    def content(self, theme: Theme, room: int) -> Size:
        """A little room; it takes what it gets."""
        return theme.px(LEAST[0]), theme.px(LEAST[1])

    def place(self, theme: Theme, rect: Rect) -> None:
        """Make the map anew where its size, scale or colours have changed."""
        self.rect = rect
        key = (rect.size, theme.percent, theme.palette.name.value)
        if rect.w < 1 or rect.h < 1 or key == self._made:
            return
        self._made = key
        colours = palette_of(theme.palette.name)
        self._view = MapView(self._board, self._shown, rect.size, theme.percent / 100, colours, Dress.BARE)
        self._view.camera = self._view.home()
        self._view.fold_legend(self._fold or (Fold.SHUT if rect.w < theme.px(NARROW) else Fold.OPEN))
        fold = self._mini_fold or (Fold.SHUT if rect.w < theme.px(MINI_NARROW) else Fold.OPEN)
        kit = Kit(theme.percent / 100 * BARE_SCALE, colours)
        self._mini = Overview(self._board, kit, min(theme.px(MINI_WIDE), rect.w // 4), fold)
        fold = Fold.SHUT if self._key is None else self._key.fold
        self._key = KeyBox(self._board, kit, next(iter(self._shown.situation.states)), fold)

    def draw(self, canvas: Canvas) -> None:
        """Draw the map with what is chosen ringed, the ways, and the card under the pointer."""
        view, seen = self._view, self.rect.clip(canvas.surface.get_rect())
        if view is None or seen.size != self.rect.size:
            return
        self.tip = "" if canvas.hover == self.id else self.says  # under the pointer the card speaks
        with canvas.clipped(self.rect):
            view.ring = self._ring(canvas.theme)
            view.covers = self._covers()
            self._draw_map(canvas.surface.subsurface(self.rect), view)
            for arrow in self.arrows:
                draw_arrow(canvas, self.rect, arrow, self._spots(arrow))
            for spark in self.sparks:
                if spark.place in self._board.sites:
                    draw_spark(canvas, spark, self.spot_of(spark.place))
            self._draw_panels(canvas, view)
            self._draw_corners(canvas, view)
            if canvas.hover == self.id and self._grip is None:
                lines = self._lines_at(view, canvas.pointer)
                if lines:
                    draw_card(canvas, self.rect, lines)

    def _lines_at(self, view: MapView, at: Point) -> Sequence[str]:
        """The lines of the card under the pointer."""
        if self._is_legend(view, at):
            return [_("Fold the legend (L)") if view.fold is Fold.OPEN else _("Show the legend (L)")]
        if self._mini is not None and self._corner().tab.collidepoint(at):
            return [_("Fold the overview (M)") if self._mini.fold is Fold.OPEN else _("Show the overview (M)")]
        if self._key is not None and self._key_corner().tab.collidepoint(at):
            return [_("Fold the key (K)") if self._key.fold is Fold.OPEN else _("Tell what the signs say (K)")]
        return self.describe(self.pick_at(at))

    def _is_legend(self, view: MapView, at: Point) -> bool:
        return not self._is_covered(at) and view.legend_at(at[0] - self.rect.x, at[1] - self.rect.y)

    def _fold_legend(self, view: MapView) -> None:
        self._fold = view.fold.turned
        view.fold_legend(self._fold)

    def _fold_mini(self) -> None:
        if self._mini is not None:
            self._mini.fold = self._mini_fold = self._mini.fold.turned

    def _draw_map(self, surface: pygame.Surface, view: MapView) -> None:
        """The look that is wanted; while something of it is still being built, what there is of it."""
        if not view.can_stand_in() or view.is_ready(view.camera):
            view.draw(surface, view.camera)
            return
        view.stand_in(surface, view.camera)
        self._build_on(view)
        if view.is_ready(view.camera):  # where it is built here and now
            view.draw(surface, view.camera)

    def _build_on(self, view: MapView) -> None:
        """Have the next missing piece built; when it is there a frame is drawn, which asks for the one after."""
        while not self._building:
            job = view.job(view.camera)
            if job is None:
                return
            self._building = True
            self._build(job, self._built)

    def _built(self, lay: Lay) -> None:
        self._building = False
        lay()

    def pick_at(self, at: Point) -> Pick:
        """What lies under a point of the window. Formations are not picked while it is being worked out where they stand."""
        view = self._view
        if view is None or self._is_covered(at):
            return Pick()
        x, y = at[0] - self.rect.x, at[1] - self.rect.y
        if not view.has_scene():
            return Pick(view.ground_at(x, y) or "")
        opened = view.opened()
        unit = opened.unit_at(x, y) if opened is not None else None
        if unit is not None:
            return Pick(unit.place, unit.id)
        stack = view.stack_at(x, y)
        if stack is not None:
            return Pick(stack.units[0].place, stack.units[0].id if len(stack.units) == 1 else "")
        return Pick(view.pick(x, y) or "")

    def _units_at(self, at: Point) -> tuple[str, ...]:
        """The formations of the counter or stack under a point."""
        view = self._view
        if view is None or not view.has_scene() or self._is_covered(at):
            return ()
        x, y = at[0] - self.rect.x, at[1] - self.rect.y
        opened = view.opened()
        unit = opened.unit_at(x, y) if opened is not None else None
        if unit is not None:
            return (unit.id,)
        stack = view.stack_at(x, y)
        return () if stack is None else tuple(unit.id for unit in stack.units)

    def spot_of(self, place: str) -> Point:
        """Where the anchor of a place is in the window."""
        assert self._view is not None
        x, y = self._view.camera.to_window(*self._board.sites[place].anchor_km)
        return round(x) + self.rect.x, round(y) + self.rect.y

    def _spots(self, arrow: Arrow) -> list[Point]:
        return [self.spot_of(place) for place in arrow.places if place in self._board.sites]

    def wheel(self, steps: int, at: Point) -> bool:
        """Nearer or farther, to the pointer."""
        if self._view is None:
            return False
        x, y = at[0] - self.rect.x, at[1] - self.rect.y
        self._view.camera = self._view.camera.zoomed(STEP**steps, x, y)
        return True

    def press(self, press: Press, host: Host) -> None:
        """Take hold of the sheet, or of the frame in the overview."""
        if self._view is None:
            return
        self._steering = bool(self._corner().picture.collidepoint(press.at))
        if self._steering:
            self._steer(press.at)
            return
        self._grip, self._dragged = (press.at, self._view.camera), False
        units = self._units_at(press.at)
        self._leading = bool(units) and self.leader is not None and self.leader.grab(units)

    def drag(self, at: Point, host: Host) -> None:
        """Pull the sheet, or the frame in the overview."""
        if self._steering:
            self._steer(at)
            return
        if self._grip is None or self._view is None:
            return
        (x, y), camera = self._grip
        self._dragged = self._dragged or abs(at[0] - x) > STILL or abs(at[1] - y) > STILL
        if self._dragged and self._leading and self.leader is not None:
            self.leader.lead(self.pick_at(at).place)
        elif self._dragged:
            self._view.camera = camera.panned(at[0] - x, at[1] - y)

    def release(self, at: Point, host: Host) -> None:
        """Let go; without a drag that was a press on what lies there."""
        self._steering = False
        held, self._grip = self._grip, None
        led, self._leading = self._leading, False
        if led and self.leader is not None:
            self.leader.let_go(self.pick_at(at).place if self._dragged else "")
        if held is None or self._dragged or self._view is None:
            return
        if self._is_legend(self._view, at):
            self._fold_legend(self._view)
            return
        if self._corner().tab.collidepoint(at):
            self._fold_mini()
            return
        if self._key is not None and self._key_corner().tab.collidepoint(at):
            self._key.turn()
            return
        pick = self.pick_at(at)
        x, y = at[0] - self.rect.x, at[1] - self.rect.y
        stack = self._view.stack_at(x, y) if self._view.has_scene() and not pick.formation else None
        self._view.open(stack)
        self.on_pick(pick)

    def key(self, stroke: Stroke, host: Host) -> bool:
        """Arrows pan, plus and minus zoom, Home shows the whole scenario; L folds the legend, M the overview, K the key."""
        if self._view is None or stroke.mods is not Mod.NONE:
            return False
        camera, step = self._view.camera, host.theme.px(PAN_STEP)
        middle = self.rect.w / 2, self.rect.h / 2
        match stroke.key:
            case pygame.K_LEFT | pygame.K_RIGHT:
                camera = camera.panned(step if stroke.key == pygame.K_LEFT else -step, 0)
            case pygame.K_UP | pygame.K_DOWN:
                camera = camera.panned(0, step if stroke.key == pygame.K_UP else -step)
            case pygame.K_PLUS | pygame.K_EQUALS | pygame.K_KP_PLUS:
                camera = camera.zoomed(STEP, *middle)
            case pygame.K_MINUS | pygame.K_KP_MINUS:
                camera = camera.zoomed(1 / STEP, *middle)
            case pygame.K_HOME:
                camera = self._view.home()
            case pygame.K_l:
                self._fold_legend(self._view)
            case pygame.K_m:
                self._fold_mini()
            case pygame.K_k if self._key is not None:
                self._key.turn()
            case _:
                return False
        self._view.camera = camera
        return True

    def _ring(self, theme: Theme) -> Ring | None:
        if not self.chosen:
            return None
        return Ring(self.chosen, theme.colour(Tone.FOCUS), theme.px(2))

    def _draw_panels(self, canvas: Canvas, view: MapView) -> None:
        """What stands in front of the sheet stands in front of what was drawn on it, too."""
        if not view.has_scene() or not (self.arrows or self.sparks):
            return
        opened = view.opened()
        pictures = [(panel.picture, panel.rect) for panel in view.panels()]
        for picture, rect in [*pictures, *([(opened.picture, opened.rect)] if opened else [])]:
            canvas.surface.blit(picture, (round(rect.left) + self.rect.x, round(rect.top) + self.rect.y))

    def _corner(self) -> Corner:
        """Where the overview stands."""
        if self._mini is None or self._view is None:
            return Corner(NOWHERE, NOWHERE)
        left, top, width, height = self._view.legend_rect()
        legend = Rect(round(left) + self.rect.x, round(top) + self.rect.y, round(width), round(height))
        return self._mini.corner(self.rect, legend, self._view.camera)

    def _steer(self, at: Point) -> None:
        corner = self._corner()
        if self._mini is not None and self._view is not None and corner.picture.w:
            self._view.camera = self._mini.look_at(corner, self._view.camera, at)

    def _is_covered(self, at: Point) -> bool:
        """A point lies on the overview or the key."""
        return self._corner().holds(at) or self._key_corner().holds(at)

    def _key_corner(self) -> Corner:
        """Where the key stands: above the overview, while counters are shown."""
        if self._key is None or not self._shown.picture.shows_units:
            return Corner(NOWHERE, NOWHERE)
        area, overview = self.rect.copy(), self._corner().tab
        if overview.w:
            area.h = overview.top - area.top
        return self._key.corner(area)

    def _covers(self) -> tuple[Standing, ...]:
        """What stands in the corners, px of the map."""
        parts = (part for corner in (self._corner(), self._key_corner()) for part in (corner.tab, corner.picture))
        return tuple(Standing(part.x - self.rect.x, part.y - self.rect.y, part.w, part.h) for part in parts if part.w)

    def _draw_corners(self, canvas: Canvas, view: MapView) -> None:
        """Draw the overview and the key."""
        if self._mini is not None:
            ink = canvas.theme.colour(Tone.GROUND)
            self._mini.draw(canvas.surface, self._corner(), self._shown, view.camera, ink)
        if self._key is not None:
            self._key.draw(canvas.surface, self._key_corner())
