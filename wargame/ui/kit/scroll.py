"""Scrolling: how far a content is moved, the bar that shows it, and a widget that scrolls its child."""

from __future__ import annotations

import pygame
from pygame import Rect

from wargame.ui.kit.canvas import Canvas, Point
from wargame.ui.kit.keys import Mod, Stroke
from wargame.ui.kit.widget import Host, Press, Size, Widget
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme

BAR = 6  # logical units, as all below
BAR_ROOM = 12
SHORTEST_THUMB = 28
STEP = 56


class Scrolling:
    """How many pixels a content is moved up in its view. The view and the content are told by whoever lays out."""

    def __init__(self) -> None:
        self.offset = 0
        self.view = Rect(0, 0, 0, 0)
        self.whole = 0  # height of the content
        self._thumb = Rect(0, 0, 0, 0)
        self._grip: int | None = None  # where in the thumb it is held

    @property
    def furthest(self) -> int:
        """The largest offset."""
        return max(0, self.whole - self.view.h)

    def fit(self, theme: Theme, view: Rect, whole: int) -> None:
        """Take the sizes of view and content, and keep the offset inside."""
        self.view, self.whole = view, whole
        self.to(self.offset)
        thumb = max(theme.px(SHORTEST_THUMB), view.h * view.h // max(1, whole))
        travel = max(0, view.h - thumb)
        start = view.y + travel * self.offset // max(1, self.furthest)
        self._thumb = Rect(view.right - theme.px(BAR), start, theme.px(BAR), min(thumb, view.h))

    def to(self, offset: int) -> bool:
        """Move to an offset, or as near as can be; whether it changed."""
        before, self.offset = self.offset, min(max(offset, 0), self.furthest)
        return self.offset != before

    def show(self, start: int, length: int) -> None:
        """Move as little as is needed to show a part of the content."""
        if start < self.offset:
            self.to(start)
        elif start + length > self.offset + self.view.h:
            self.to(start + length - self.view.h)

    def grip(self, at: Point) -> bool:
        """Take hold of the bar, if the point is on it."""
        if not self.furthest or at[0] < self._thumb.x - self._thumb.w:
            return False
        on_thumb = self._thumb.top <= at[1] < self._thumb.bottom
        self._grip = at[1] - self._thumb.y if on_thumb else self._thumb.h // 2
        self.pull(at)
        return True

    def pull(self, at: Point) -> bool:
        """Follow the pointer while the bar is held; whether it is."""
        if self._grip is None:
            return False
        travel = max(1, self.view.h - self._thumb.h)
        self.to((at[1] - self._grip - self.view.y) * self.furthest // travel)
        return True

    def let_go(self) -> None:
        """Let go of the bar."""
        self._grip = None

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar, if there is something to scroll."""
        if self.furthest:
            lit = self._grip is not None or self._thumb.inflate(self._thumb.w, 0).collidepoint(canvas.pointer)
            canvas.box(self._thumb, BoxStyle(Tone.FAINT if lit else Tone.LINE, None, BAR))


class Scroll(Widget):
    """Shows a part of a child that may be higher than itself. With an id it has the keyboard: arrows and pages."""

    clips = True
    takes_press = True

    def __init__(self, child: Widget, widget_id: str = "", tip: str = "") -> None:
        super().__init__([child], widget_id, tip)
        self.scrolling = Scrolling()
        self._step = STEP
        self._bar_room = BAR_ROOM

    def content(self, theme: Theme, room: int) -> Size:
        """What the child wishes."""
        return self.kids[0].wish(theme, room)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Give the child all the height it wishes, moved up by the offset."""
        self.rect = rect
        self._step = theme.px(STEP)
        width, height = rect.w, self.kids[0].wish(theme, rect.w)[1]
        if height > rect.h:
            width = max(0, rect.w - theme.px(BAR_ROOM))
            height = self.kids[0].wish(theme, width)[1]
        self._bar_room = rect.w - width
        height = max(rect.h, height)
        self.scrolling.fit(theme, rect, height)
        self.kids[0].place(theme, Rect(rect.x, rect.y - self.scrolling.offset, width, height))

    def draw(self, canvas: Canvas) -> None:
        """Draw what can be seen of the child, and the bar."""
        with canvas.clipped(self.rect):
            super().draw(canvas)
            self.scrolling.draw(canvas)

    def reveal(self, rect: Rect) -> None:
        """Scroll to a part of the child."""
        self.scrolling.show(rect.y - self.rect.y + self.scrolling.offset, rect.h)

    def wheel(self, steps: int, at: Point) -> bool:
        """Scroll, as long as there is something left."""
        return self.scrolling.to(self.scrolling.offset - steps * self._step)

    def path_at(self, at: Point) -> list[Widget]:
        """The bar belongs to the view, not to the child."""
        on_bar = self.rect.collidepoint(at) and at[0] >= self.rect.right - self._bar_room
        return [self] if on_bar else super().path_at(at)

    def press(self, press: Press, host: Host) -> None:
        """Take hold of the bar."""
        self.scrolling.grip(press.at)

    def drag(self, at: Point, host: Host) -> None:
        """Pull the bar."""
        self.scrolling.pull(at)

    def release(self, at: Point, host: Host) -> None:
        """Let go of the bar."""
        self.scrolling.let_go()

    def key(self, stroke: Stroke, host: Host) -> bool:
        """Scroll by arrows, pages and to the ends, as long as there is something left."""
        page = max(1, self.rect.h - self._step)
        moves = {
            pygame.K_UP: -self._step,
            pygame.K_DOWN: self._step,
            pygame.K_PAGEUP: -page,
            pygame.K_PAGEDOWN: page,
            pygame.K_HOME: -self.scrolling.whole,
            pygame.K_END: self.scrolling.whole,
        }
        if stroke.mods is not Mod.NONE or stroke.key not in moves:
            return False
        return self.scrolling.to(self.scrolling.offset + moves[stroke.key])
