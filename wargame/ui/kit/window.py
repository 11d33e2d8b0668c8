"""The window: layers of widgets over one surface. It turns events into what widgets do, and says when to draw again.

A frame is drawn only when `dirty`, which stays so until `draw`. Every event but a move of the pointer may change any
widget, so the layout is made anew after it; this costs a few milliseconds and no widget has to tell of its changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pygame
from pygame import Rect
from pygame.event import Event

from wargame.ui.kit.canvas import Canvas, Point, Written
from wargame.ui.kit.clicks import Clicks
from wargame.ui.kit.focus import Way, in_order, nearest
from wargame.ui.kit.hints import Hint, Hints
from wargame.ui.kit.keys import Mod, Stroke, mods_of
from wargame.ui.kit.layers import Backdrop, Closing, Layer, blurred, popup
from wargame.ui.kit.toasts import Toasts
from wargame.ui.kit.widget import Cursor, Press, Widget
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme

LAST_BUTTON = 3  # pygame also tells turns of the wheel as buttons 4 and 5
LAYER_SHADOW = 12  # logical units
LAYER_RADIUS = 12
ACTIVATING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_ESCAPE)
NOWHERE: Point = (-1, -1)
WAYS = {pygame.K_LEFT: Way.LEFT, pygame.K_RIGHT: Way.RIGHT, pygame.K_UP: Way.UP, pygame.K_DOWN: Way.DOWN}


class Clipboard(Protocol):
    """Where copied text is kept."""

    def read(self) -> str:
        """Text on it; empty where there is none."""

    def write(self, text: str) -> None:
        """Put a text on it."""


class Window:
    """Layers, focus, pointer and time of one window. `now` is in milliseconds and told by `tick`."""

    def __init__(self, theme: Theme, size: tuple[int, int], clipboard: Clipboard) -> None:
        self.theme = theme
        self.size = size
        self.dirty = True
        self.now = 0
        self.layers: list[Layer] = []
        self.on_stroke: Callable[[Stroke], bool] | None = None  # keys that no widget took
        self.written: list[list[Written]] = []  # texts of the last frame, by layer
        self._clipboard = clipboard
        self._toasts = Toasts()
        self._stale = True  # widgets may have changed since they were laid out
        self._paths: dict[str, list[Widget]] = {}
        self._pointer: Point = NOWHERE
        self._under: list[Widget] = []
        self._held: Widget | None = None
        self._hints = Hints()
        self._down: set[int] = set()  # keys that are held
        self._swallow = False  # the text of a key that was a shortcut is still to come
        self._clicks = Clicks()
        self._behind: pygame.Surface | None = None
        self._moves_at: int | None = None

    # what screens and widgets ask for

    def show(self, layer: Layer) -> None:
        """Lay a layer over the others."""
        self.layers.append(layer)
        self._changed_layers()

    def replace(self, layer: Layer) -> None:
        """Show this layer alone."""
        self.layers = [layer]
        self._changed_layers()

    def close_top(self) -> None:
        """Take the top layer away; the lowest stays."""
        if len(self.layers) > 1:
            gone = self.layers.pop()
            self._changed_layers()
            if gone.on_close is not None:
                gone.on_close()

    def open_popup(self, root: Widget, beside: Rect) -> None:
        """Show a widget beside a rectangle until it is closed by a press elsewhere or Escape."""
        self.show(popup(root, beside))

    def focus(self, widget_id: str) -> None:
        """Give a widget of the top layer the keyboard, and scroll to it."""
        self._lay_out_if_stale()
        self.layers[-1].focus = widget_id
        path = self._paths.get(widget_id, [])
        for above in path[:-1]:
            above.reveal(path[-1].rect)
        self._hints.restart(self.now)
        self._touch()

    def notify(self, text: str, tone: Tone) -> None:
        """Show a short message for some seconds."""
        self._toasts.add(text, tone, self.now)
        self._touch()

    def forget_messages(self) -> None:
        """Take all short messages away: whoever looks next may not read them."""
        self._toasts.clear()

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        self._clipboard.write(text)

    def pasted(self) -> str:
        """Text on the clipboard."""
        return self._clipboard.read()

    def retheme(self, theme: Theme) -> None:
        """Take another palette or scale."""
        self.theme = theme
        self._behind = None
        self._touch()

    def resize(self, size: tuple[int, int]) -> None:
        """Take another size."""
        self.size = size
        self._behind = None
        self._touch()

    def touch(self) -> None:
        """Lay out and draw anew, because something outside has changed."""
        self._touch()

    # what tests and the loop ask for

    @property
    def focused(self) -> str:
        """Id of the widget that has the keyboard; empty for none."""
        focus = self.layers[-1].focus if self.layers else ""
        return focus if focus in self._paths else ""

    def widgets(self) -> dict[str, Widget]:
        """Widgets with an id, of the top layer and the messages, in the order of the focus."""
        self._lay_out_if_stale()
        return {key: path[-1] for key, path in self._paths.items()}

    def places(self) -> dict[str, Rect]:
        """Where everything with an id is that can be acted on."""
        found = {key: widget.rect for key, widget in self.widgets().items()}
        for widget in self.layers[-1].root.walk() if self.layers else ():
            found.update(widget.spots())
        return found

    @property
    def cursor(self) -> Cursor:
        """Form of the pointer: that of what is held, or of what is under it."""
        target = self._held or (self._under[-1] if self._under else None)
        return Cursor.ARROW if target is None or target.blocked else target.cursor

    def tick(self, now: int) -> None:
        """Let time go on."""
        self.now = now
        if self._toasts.expire(now):
            self._touch()
        if self._moves_at is not None and now >= self._moves_at:
            self.dirty = True
            for widget in list(self.layers[-1].root.walk()) if self.layers else []:
                widget.wake(now)

    def wait(self, longest: int) -> int:
        """Milliseconds until something moves by itself, at most so many."""
        if self.dirty:
            return 0
        return longest if self._moves_at is None else min(longest, max(1, self._moves_at - self.now))

    # events

    def handle(self, event: Event) -> None:
        """Let the widgets answer an event."""
        if not self.layers:
            return
        self._lay_out_if_stale()
        match event.type:
            case pygame.MOUSEMOTION:
                self._point(event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button <= LAST_BUTTON:
                self._press(event.pos, event.button)
            case pygame.MOUSEBUTTONUP if event.button <= LAST_BUTTON:
                self._release(event.pos)
            case pygame.MOUSEWHEEL:
                self._wheel(event.y)
            case pygame.KEYDOWN:
                self._key(Stroke(event.key, mods_of(event.mod)))
            case pygame.KEYUP:
                self._down.discard(event.key)
            case pygame.TEXTINPUT:
                self._type(event.text)
            case pygame.WINDOWLEAVE if self._held is None:
                self._point(NOWHERE)
            case pygame.WINDOWFOCUSLOST:
                self._down.clear()
            case pygame.WINDOWEXPOSED | pygame.WINDOWSIZECHANGED | pygame.WINDOWFOCUSGAINED:
                self._touch()

    def _point(self, at: Point) -> None:
        before = self._under
        self._pointer = at
        if self._held is not None:
            self._held.drag(at, self)
            self._touch()
        self._under = self._path_at(at)
        if before[-1:] != self._under[-1:]:
            self._hints.arrive(self.now)
            self.dirty = True
        elif self._under and self._under[-1].follows_pointer:
            self.dirty = True
        self._hints.move(self.now)

    def _press(self, at: Point, button: int) -> None:
        self._hints.by_key = False
        self._point(at)
        self._touch()
        self._hints.hush()
        if not self._under and self.layers[-1].closing is Closing.ANYWHERE:
            self.close_top()
            return
        target = next((widget for widget in reversed(self._under) if widget.id or widget.takes_press), None)
        if target is not None:
            if target.id and target.id in self._paths:
                self.layers[-1].focus = target.id
            self._held = target
            target.press(
                Press(at, button, self._clicks.count(self.now, at, button), mods_of(pygame.key.get_mods())), self
            )

    def _release(self, at: Point) -> None:
        held, self._held = self._held, None
        self._clicks.let_go(at)
        if held is not None:
            held.release(at, self)
        self._touch()

    def _wheel(self, steps: int) -> None:
        if any(widget.wheel(steps, self._pointer) for widget in reversed(self._under)):
            self._touch()

    def _type(self, text: str) -> None:
        swallow, self._swallow = self._swallow, False
        path = self._paths.get(self.focused)
        if path and not swallow and path[-1].type(text):
            self._touch()

    def _key(self, stroke: Stroke) -> None:
        self._swallow = False
        self._touch()
        path = self._paths.get(self.focused, [])
        tab = stroke.key == pygame.K_TAB and stroke.mods in (Mod.NONE, Mod.SHIFT)
        self._hints.by_key = tab or not (path and path[-1].takes_text)
        if tab:
            self._step(-1 if stroke.mods is Mod.SHIFT else 1)
            return
        repeated = stroke.key in self._down
        self._down.add(stroke.key)
        if repeated and stroke.key in ACTIVATING:
            return  # a key held too long must not press the button of what it has just opened
        if any(widget.key(stroke, self) for widget in reversed(path)) or (not repeated and self._shortcut(stroke)):
            return
        if stroke == Stroke(pygame.K_ESCAPE) and self.layers[-1].closing is not Closing.NEVER:
            self.close_top()
        elif stroke.mods is Mod.NONE and stroke.key in WAYS and path:
            self.focus(nearest(self._reachable(), self.focused, WAYS[stroke.key]))
        elif self.on_stroke is not None:
            self.on_stroke(stroke)

    def _shortcut(self, stroke: Stroke) -> bool:
        for path in list(self._paths.values()):
            widget = path[-1]
            if widget.shortcut is not None and widget.shortcut.fits(stroke):
                widget.activate(self)
                self._swallow = True
                return True
        return False

    def _step(self, by: int) -> None:
        target = in_order([key for key, path in self._paths.items() if path[-1].focusable], self.focused, by)
        if target:
            self.focus(target)

    def _reachable(self) -> dict[str, Rect]:
        return {key: path[-1].rect for key, path in self._paths.items() if path[-1].focusable}

    # layout and drawing

    def _touch(self) -> None:
        self._stale = self.dirty = True

    def _changed_layers(self) -> None:
        self._held = None
        self._behind = None
        self._hints.restart(self.now)
        self._touch()

    def _lay_out_if_stale(self) -> None:
        if not self._stale:
            return
        self._stale = False
        window = Rect((0, 0), self.size)
        for layer in self.layers:
            layer.root.place(self.theme, layer.place(self.theme, window))
        self._toasts.place(self.theme, window)
        self._paths = {}
        for root in (*(layer.root for layer in self.layers[-1:]), self._toasts):
            _gather(root, [], self._paths)
        self._under = self._path_at(self._pointer)

    def _path_at(self, at: Point) -> list[Widget]:
        over = self._toasts.path_at(at)
        if len(over) > 1:
            return over
        return self.layers[-1].root.path_at(at) if self.layers else []

    def draw(self, surface: pygame.Surface) -> None:
        """Draw a frame."""
        self._lay_out_if_stale()
        self.dirty = False
        self.written = []
        dim = max((i for i, layer in enumerate(self.layers) if layer.backdrop is Backdrop.DIM), default=0)
        if dim:
            self._draw_behind(surface, dim)
        for place in range(dim, len(self.layers)):
            self._draw_layer(surface, place)
        messages = self._canvas(surface, self._under)
        self._toasts.draw(messages)
        self.written.append(messages.written)
        self._draw_focus(messages)
        hint = self._hint()
        self._hints.draw(messages, hint)
        self._plan_next(hint)

    def _canvas(self, surface: pygame.Surface, under: list[Widget]) -> Canvas:
        hover = next((widget.id for widget in reversed(under) if widget.id), "")
        held = self._held.id if self._held is not None else ""
        return Canvas(surface, self.theme, self.now, self._pointer, hover, self.focused, held if hover == held else "")

    def _draw_behind(self, surface: pygame.Surface, dim: int) -> None:
        if self._behind is None or self._behind.get_size() != surface.get_size():
            for place in range(dim):
                self._draw_layer(surface, place)
            self._behind = blurred(surface)
            self.written = []
        surface.blit(self._behind, (0, 0))

    def _draw_layer(self, surface: pygame.Surface, place: int) -> None:
        layer, top = self.layers[place], place == len(self.layers) - 1
        canvas = self._canvas(surface, self._under)
        if not top:
            canvas.hover = canvas.focus = canvas.held = ""
            canvas.pointer = NOWHERE
        if place == 0:
            surface.fill(self.theme.colour(Tone.GROUND))
        else:
            self.theme.shadow(surface, layer.root.rect, LAYER_RADIUS, LAYER_SHADOW)
        layer.root.draw(canvas)
        self.written.append(canvas.written)

    def _draw_focus(self, canvas: Canvas) -> None:
        path = self._paths.get(self.focused)
        if path is None or not self._hints.by_key:
            return
        seen, margin = canvas.surface.get_rect(), self.theme.px(6)
        for above in path[:-1]:
            seen = seen.clip(above.rect.inflate(margin, margin)) if above.clips else seen
        with canvas.clipped(seen):
            canvas.ring(path[-1].rect)

    def _hint(self) -> Hint | None:
        if self._held is not None:
            return None
        path = self._paths.get(self.focused)
        texts = [text for seen in self.written[-2:] for text in seen]
        return self._hints.hint(path[-1] if path else None, self._under, self._pointer, texts)

    def _plan_next(self, hint: Hint | None) -> None:
        """Note when something will look different by itself."""
        alive = [widget for layer in self.layers[-1:] for widget in layer.root.walk()]
        waits = [widget.moves_at(self.now) for widget in (*alive, *self._toasts.kids)]
        waits.append(self._hints.wait(self.now, hint))
        due = [wait for wait in waits if wait is not None]
        self._moves_at = self.now + min(due) if due else None


def _gather(widget: Widget, above: list[Widget], found: dict[str, list[Widget]]) -> None:
    path = [*above, widget]
    if widget.id:
        found.setdefault(widget.id, path)
    for kid in widget.kids:
        _gather(kid, path, found)
