"""Tabs: one of a few pages, or one of a few choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from wargame.ui.kit.button import HEIGHT, Pressable
from wargame.ui.kit.canvas import Align, Canvas
from wargame.ui.kit.keys import Mod, Stroke
from wargame.ui.kit.layout import inset, spans
from wargame.ui.kit.widget import Host, Size, Widget
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import STRONG

SIDE = 14  # logical units
RADIUS = 8


@dataclass(frozen=True)
class Tab:
    """A page that can be chosen."""

    key: str
    text: str
    tip: str


class _Handle(Pressable):
    """What is pressed to choose a tab."""

    def __init__(self, bar: Tabs, tab: Tab) -> None:
        super().__init__(f"{bar.name}.{tab.key}", tab.tip, lambda: bar.choose(tab.key))
        self._bar = bar
        self.tab = tab

    def content(self, theme: Theme, room: int) -> Size:
        """Text and room around."""
        return theme.type.width(self.tab.text, STRONG) + 2 * theme.px(SIDE), theme.px(HEIGHT)

    def key(self, stroke: Stroke, host: Host) -> bool:
        """Arrows go to the tab beside."""
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(stroke.key)
        if step is None or stroke.mods is not Mod.NONE:
            return super().key(stroke, host)
        self._bar.step(step)
        host.focus(f"{self._bar.name}.{self._bar.chosen}")
        return True

    def draw(self, canvas: Canvas) -> None:
        """Draw the text on a box when chosen."""
        chosen = self._bar.chosen == self.tab.key
        if chosen:
            canvas.box(self.rect, BoxStyle(Tone.HOVER, None, RADIUS - 2, 10))
            line = Rect(0, 0, self.rect.w // 3, canvas.theme.px(2))
            line.midbottom = self.rect.midbottom
            canvas.box(line, BoxStyle(Tone.ACCENT_HOVER, None, 1))
        ink = Tone.TEXT if chosen or canvas.hover == self.id else Tone.DIM
        canvas.write(self.tab.text, inset(self.rect, canvas.theme.px(4)), STRONG, ink, Align.CENTRE)


class Tabs(Widget):
    """A bar of tabs, of which one is chosen; it tells each new choice. Ids are `name.key`."""

    def __init__(self, name: str, tabs: Sequence[Tab], chosen: str, on_choose: Callable[[str], None]) -> None:
        self.name = name
        self.chosen = chosen
        self.on_choose = on_choose
        self._handles = [_Handle(self, tab) for tab in tabs]
        super().__init__(self._handles)

    def choose(self, key: str) -> None:
        """Choose a tab by its key."""
        if key != self.chosen:
            self.chosen = key
            self.on_choose(key)

    def step(self, by: int) -> None:
        """Choose the tab so many places on; the last is followed by the first."""
        keys = [handle.tab.key for handle in self._handles]
        self.choose(keys[(keys.index(self.chosen) + by) % len(keys)])

    def content(self, theme: Theme, room: int) -> Size:
        """All tabs side by side."""
        return sum(handle.wish(theme, room)[0] for handle in self._handles) + theme.px(6), theme.px(HEIGHT + 6)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Share out the width evenly by the texts."""
        self.rect = rect
        inner = inset(rect, theme.px(3))
        wishes = [handle.wish(theme, inner.w)[0] for handle in self._handles]
        for handle, span in zip(self._handles, spans(inner.w, wishes, [0] * len(wishes), 0), strict=True):
            handle.place(theme, Rect(inner.x + span.start, inner.y, span.length, inner.h))

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar behind and the tabs."""
        canvas.box(self.rect, BoxStyle(Tone.SUNKEN, Tone.LINE, RADIUS))
        super().draw(canvas)
