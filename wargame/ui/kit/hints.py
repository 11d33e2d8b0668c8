"""When a bubble is shown, beside what, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from wargame.ui.kit.bubble import Tip, draw_tip
from wargame.ui.kit.canvas import Canvas, Point, Written
from wargame.ui.kit.widget import Widget

AFTER_POINTER = 500  # milliseconds the pointer rests
AFTER_KEY = 900  # milliseconds the focus rests
POINTER_ROOM = (12, 20)  # pixels below the pointer that a bubble keeps free


@dataclass(frozen=True)
class Hint:
    """A bubble that is due after a rest of some milliseconds."""

    tip: Tip
    beside: Rect
    after: int


class Hints:
    """Keeps how long the pointer or the focus has rested, and which of the two was used last."""

    def __init__(self) -> None:
        self.by_key = False
        self._since = 0
        self._hushed = False

    def restart(self, now: int) -> None:
        """The rest begins anew."""
        self._since = now

    def arrive(self, now: int) -> None:
        """The pointer came to something else."""
        self.restart(now)
        self.by_key = self._hushed = False

    def hush(self) -> None:
        """Whoever presses knows enough: no bubble until the pointer comes to something else."""
        self._hushed = True

    def move(self, now: int) -> None:
        """The pointer moved on the same thing: a bubble not yet shown waits on, one that is shown stays."""
        if now - self._since < AFTER_POINTER:
            self._since = now

    def hint(self, focused: Widget | None, under: Sequence[Widget], at: Point, texts: Sequence[Written]) -> Hint | None:
        """What there is to say of the widget with the focus, or of what is under the pointer."""
        if self.by_key:
            tip = _tip_of(focused)
            return Hint(tip, focused.rect, AFTER_KEY) if tip is not None and focused is not None else None
        if self._hushed or not under:
            return None
        beside = Rect(at, POINTER_ROOM)
        cut = _cut_text(texts, at)
        tip = Tip(cut) if cut is not None else _tip_of(next((widget for widget in reversed(under) if widget.tip), None))
        return Hint(tip, beside, AFTER_POINTER) if tip is not None else None

    def draw(self, canvas: Canvas, hint: Hint | None) -> None:
        """Draw the bubble if it is due."""
        if hint is not None and canvas.now - self._since >= hint.after:
            draw_tip(canvas, hint.tip, hint.beside)

    def wait(self, now: int, hint: Hint | None) -> int | None:
        """Milliseconds until a bubble is due; None if none is to come."""
        if hint is None or now - self._since >= hint.after:
            return None
        return hint.after - (now - self._since)


def _cut_text(texts: Sequence[Written], at: Point) -> str | None:
    """Whole of a text that was cut, if the point is on one."""
    seen = (text.text for text in texts if text.shown != text.text and text.box.clip(text.clip).collidepoint(at))
    return next(seen, None)


def _tip_of(widget: Widget | None) -> Tip | None:
    return Tip(widget.tip, widget.blocked, widget.shortcut) if widget is not None and widget.tip else None
