"""A slider over whole numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import pygame
from pygame import Rect

from wargame.ui.kit.bar import FULL, draw_bar
from wargame.ui.kit.button import HEIGHT
from wargame.ui.kit.canvas import Align, Canvas, Point
from wargame.ui.kit.keys import Mod, Stroke
from wargame.ui.kit.widget import Cursor, Host, Press, Size, Widget
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import STRONG

KNOB = 16  # logical units, as all below
TRACK = 6
FIGURES = 58  # room for the value
WIDE = 180
PAGES = 10  # Page Up and Down go a tenth of the whole


@dataclass(frozen=True)
class Scale:
    """Whole numbers from low to high, in steps, with a unit to be written behind."""

    low: int
    high: int
    step: int = 1
    unit: str = ""

    def nearest(self, value: float) -> int:
        """The number of the scale that is nearest."""
        steps = round((min(max(value, self.low), self.high) - self.low) / self.step)
        return min(self.low + steps * self.step, self.high)

    def share(self, value: int) -> float:
        """How far along the scale a number is, 0 to 1."""
        return (value - self.low) / (self.high - self.low)

    def words(self, value: int) -> str:
        """A number with its unit."""
        return f"{value} {self.unit}".rstrip()


class Telling(Enum):
    """When a slider tells of a number that the pointer chooses."""

    AT_ONCE = "at every move"
    LET_GO = "when the pointer lets go, for what would move the slider itself"


class Slider(Widget):
    """Chooses a number by pointer, arrows, Page Up and Down, Home and End; it tells each new one."""

    cursor = Cursor.HAND

    def __init__(
        self,
        widget_id: str,
        scale: Scale,
        value: int,
        on_change: Callable[[int], None],
        tip: str,
        telling: Telling = Telling.AT_ONCE,
    ) -> None:
        super().__init__((), widget_id, tip)
        self._telling = telling
        self._told = scale.nearest(value)
        self.scale = scale
        self.value = scale.nearest(value)
        self.on_change = on_change
        self._track = Rect(0, 0, 0, 0)

    def content(self, theme: Theme, room: int) -> Size:
        """A track and the value."""
        return theme.px(WIDE), theme.px(HEIGHT)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Lay out the track left of the value."""
        self.rect = rect
        knob = theme.px(KNOB)
        self._track = Rect(rect.x + knob // 2, 0, max(1, rect.w - theme.px(FIGURES) - knob), theme.px(TRACK))
        self._track.centery = rect.centery

    def draw(self, canvas: Canvas) -> None:
        """Draw track, knob and value."""
        share = self.scale.share(self.value)
        draw_bar(canvas, self._track, round(share * FULL), Tone.ACCENT)
        knob = Rect(0, 0, canvas.theme.px(KNOB), canvas.theme.px(KNOB))
        knob.center = (self._track.x + round(share * self._track.w), self._track.centery)
        lit = canvas.hover == self.id or canvas.held == self.id
        canvas.box(knob, BoxStyle(Tone.ON_ACCENT if lit else Tone.TEXT, Tone.ACCENT, KNOB))
        start = self._track.right + canvas.theme.px(KNOB) // 2
        figures = Rect(start, self.rect.y, self.rect.right - start, self.rect.h)
        canvas.write(self.scale.words(self.value), figures, STRONG, Tone.TEXT, Align.RIGHT)

    def press(self, press: Press, host: Host) -> None:
        """Go to where the pointer is."""
        self.drag(press.at, host)

    def drag(self, at: Point, host: Host) -> None:
        """Follow the pointer."""
        along = (at[0] - self._track.x) / self._track.w
        self._choose(self.scale.low + along * (self.scale.high - self.scale.low))
        if self._telling is Telling.AT_ONCE:
            self._tell()

    def release(self, at: Point, host: Host) -> None:
        """Tell what was chosen."""
        self._tell()

    def key(self, stroke: Stroke, host: Host) -> bool:
        """Step by arrows, a tenth by Page Up and Down, to the ends by Home and End."""
        page = max(self.scale.step, (self.scale.high - self.scale.low) // PAGES)
        steps = {
            pygame.K_LEFT: -self.scale.step,
            pygame.K_RIGHT: self.scale.step,
            pygame.K_PAGEDOWN: -page,
            pygame.K_PAGEUP: page,
            pygame.K_HOME: self.scale.low - self.value,
            pygame.K_END: self.scale.high - self.value,
        }
        if stroke.mods is not Mod.NONE or stroke.key not in steps:
            return False
        self._choose(self.value + steps[stroke.key])
        self._tell()
        return True

    def _choose(self, value: float) -> None:
        if not self.blocked:
            self.value = self.scale.nearest(value)

    def _tell(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self.on_change(self.value)
