"""A figure: a number with its name above and how it moved; a press opens it, where it opens."""

from __future__ import annotations

from collections.abc import Callable

from pygame import Rect

from wargame.ui.kit.button import Pressable
from wargame.ui.kit.canvas import Canvas
from wargame.ui.kit.widget import Cursor, Host, Size
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import CAPTION, FIGURE

Opens = Callable[[Host, Rect], None]
"""Shows what lies behind a number, beside the place of the number."""

TREND_GAP = 6  # logical units, as all below
AROUND = 6
RADIUS = 6


class Figure(Pressable):
    """A number with its name above, and how it moved. Without `opens` it only shows, and has no id."""

    def __init__(
        self,
        name: str,
        value: str,
        trend: str = "",
        tone: Tone = Tone.TEXT,
        tip: str = "",
        widget_id: str = "",
        opens: Opens | None = None,
    ) -> None:
        super().__init__(widget_id if opens else "", tip, lambda: None)
        self.name, self.value, self.trend, self.tone = name, value, trend, tone
        self._opens = opens
        self.cursor = Cursor.HAND if opens else Cursor.ARROW

    def content(self, theme: Theme, room: int) -> Size:
        """Name above value."""
        type_ = theme.type
        value = type_.width(self.value, FIGURE)
        if self.trend:
            value += theme.px(TREND_GAP) + type_.width(self.trend, CAPTION)
        return max(type_.width(self.name.upper(), CAPTION), value), type_.height(CAPTION) + type_.height(FIGURE)

    def draw(self, canvas: Canvas) -> None:
        """Write name, value and trend; what opens has a line under its value."""
        theme, type_ = canvas.theme, canvas.theme.type
        if self.id and canvas.hover == self.id:
            canvas.box(self.rect.inflate(2 * theme.px(AROUND), 0), BoxStyle(Tone.HOVER, None, RADIUS))
        top, below = type_.height(CAPTION), type_.height(FIGURE)
        upper = Rect(self.rect.x, self.rect.centery - (top + below) // 2, self.rect.w, top)
        canvas.write(self.name.upper(), upper, CAPTION, Tone.DIM)
        lower = Rect(self.rect.x, upper.bottom, self.rect.w, below)
        value = canvas.write(self.value, lower, FIGURE, self.tone)
        if self.id:
            canvas.fill(Rect(value.x, value.bottom - theme.px(1), value.w, theme.px(1)), Tone.LINK)
        if self.trend:
            start = value.right + theme.px(TREND_GAP)
            canvas.write(self.trend, Rect(start, lower.y, self.rect.right - start, below), CAPTION, Tone.DIM)

    def activate(self, host: Host) -> None:
        """Open it."""
        if self._opens is not None:
            self._opens(host, self.rect)
