"""Progress of work: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from pygame import Rect

from wargame.ui.kit.bar import FULL, HIGH, draw_bar
from wargame.ui.kit.button import icon_button
from wargame.ui.kit.canvas import Align, Canvas
from wargame.ui.kit.label import Label
from wargame.ui.kit.layout import Column, Cross, Row
from wargame.ui.kit.widget import Size, Widget
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import SMALL

SWEEP = 1600  # milliseconds of one way of the part that moves
FRAME = 80  # milliseconds between redraws while it moves
PART = 4  # the moving part is a fourth of the bar
FIGURES = 44  # logical units


class _Track(Widget):
    """The bar of progress: filled so far, or with a part that moves where nobody knows how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self.done: int | None = None  # thousandths

    def content(self, theme: Theme, room: int) -> Size:
        """A thin bar and a figure."""
        return theme.px(140), theme.px(HIGH + 8)

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        figures = canvas.theme.px(FIGURES)
        bar = Rect(self.rect.x, 0, max(0, self.rect.w - figures), canvas.theme.px(HIGH))
        bar.centery = self.rect.centery
        if self.done is None:
            draw_bar(canvas, bar, 0, Tone.ACCENT)
            part = Rect(bar.x, bar.y, bar.w // PART, bar.h)
            way = abs(canvas.now % (2 * SWEEP) - SWEEP)  # there and back
            part.x += (bar.w - part.w) * way // SWEEP
            canvas.box(part, BoxStyle(Tone.ACCENT_HOVER, None, HIGH))
            return
        draw_bar(canvas, bar, self.done, Tone.ACCENT)
        room = Rect(bar.right, self.rect.y, figures, self.rect.h)
        canvas.write(f"{self.done * 100 // FULL} %", room, SMALL, Tone.DIM, Align.RIGHT)

    def moves_at(self, now: int) -> int | None:
        """All the time, while nobody knows how far it is."""
        return FRAME if self.done is None else None


class Progress(Row):
    """A line of words above a bar, and a button that stops the work where it can be stopped; its id is `name.cancel`."""

    def __init__(self, name: str, text: str, on_cancel: Callable[[], None] | None, tip: str) -> None:
        self._words = Label(text, SMALL, Tone.DIM)
        self._track = _Track()
        cancel = [] if on_cancel is None else [icon_button(f"{name}.cancel", "x", on_cancel, tip)]
        super().__init__(Column(self._words, self._track, gap=2).growing(), *cancel, cross=Cross.MIDDLE)

    def show(self, text: str, done: int | None) -> None:
        """Say what is being done and how far it is, in thousandths; None where nobody knows."""
        self._words.text = text
        self._track.done = done
