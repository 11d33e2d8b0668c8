"""Rows and columns: shares of a length, exact to the pixel, and the widgets that lay out their children by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from pygame import Rect

from wargame.ui.kit.canvas import Canvas
from wargame.ui.kit.widget import Size, Widget
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme

GAP = 8
PAD = 12
PANEL_RADIUS = 10


@dataclass(frozen=True)
class Span:
    """A part of a length."""

    start: int
    length: int


def split(total: int, weights: Sequence[int]) -> list[int]:
    """Whole parts in proportion to weights that add up to the total exactly; nothing where all weights are nothing."""
    whole = sum(weights)
    if whole == 0:
        return [0] * len(weights)
    parts, before, spent = [], 0, 0
    for weight in weights:
        before += weight
        end = total * before // whole
        parts.append(end - spent)
        spent = end
    return parts


def spans(room: int, wishes: Sequence[int], grows: Sequence[int], gap: int) -> list[Span]:
    """Places of things in a row of `room` pixels.

    Spare room goes to those that grow, by their shares. Where room is short, those that grow give theirs up first,
    then the others, each in proportion to its wish; gaps go last. Nothing reaches beyond the room.
    """
    if not wishes:
        return []
    gap = min(gap, max(0, room) // max(1, len(wishes) - 1)) if len(wishes) > 1 else 0
    free = max(0, room) - gap * (len(wishes) - 1)
    lengths = _lengths(free, wishes, grows)
    places, start = [], 0
    for length in lengths:
        places.append(Span(start, length))
        start += length + gap
    return places


def _lengths(free: int, wishes: Sequence[int], grows: Sequence[int]) -> list[int]:
    spare = free - sum(wishes)
    if spare >= 0:
        return [wish + more for wish, more in zip(wishes, split(spare, grows), strict=True)]
    soft = [wish if grow else 0 for wish, grow in zip(wishes, grows, strict=True)]
    given = split(min(-spare, sum(soft)), soft)
    left = [wish - less for wish, less in zip(wishes, given, strict=True)]
    hard = [0 if grow else wish for wish, grow in zip(wishes, grows, strict=True)]
    return [wish - less for wish, less in zip(left, split(sum(left) - free, hard), strict=True)]


class Cross(Enum):
    """How things in a row or column fill its other direction."""

    FILL = "fill"
    MIDDLE = "middle"
    START = "start"


class Line(Widget):
    """Children one after another; what rows and columns share. Gap and padding are in logical units."""

    fixed_at = Cross.MIDDLE  # where a child of fixed size stands in the other direction

    def __init__(
        self, *kids: Widget, gap: int = GAP, pad: int = 0, box: BoxStyle | None = None, cross: Cross = Cross.FILL
    ) -> None:
        super().__init__(kids)
        self.gap = gap
        self.pad = pad
        self.box = box
        self.cross = cross

    def draw(self, canvas: Canvas) -> None:
        """Draw the box behind, then the children."""
        if self.box is not None:
            canvas.box(self.rect, self.box)
            if self.box is PANEL:
                _draw_light(canvas, self.rect)
        super().draw(canvas)

    def _gaps(self, theme: Theme) -> int:
        return theme.px(self.gap) * max(0, len(self.kids) - 1)

    def _across(self, start: int, room: int, wish: int, fixed: int | None) -> Span:
        """Place in the other direction; what has a fixed size there is not stretched."""
        match self.fixed_at if fixed is not None and self.cross is Cross.FILL else self.cross:
            case Cross.FILL:
                return Span(start, room)
            case Cross.MIDDLE:
                length = min(room, wish)
                return Span(start + (room - length) // 2, length)
            case Cross.START:
                return Span(start, min(room, wish))


class Row(Line):
    """Children from left to right."""

    def content(self, theme: Theme, room: int) -> Size:
        """Widths and gaps together; the height of the highest child at the width it will get."""
        pad = theme.px(self.pad)
        widths = [kid.wish(theme, room)[0] for kid in self.kids]
        wanted = sum(widths) + self._gaps(theme)
        free = room - 2 * pad if room > 0 else wanted
        places = spans(free, widths, [kid.grow for kid in self.kids], theme.px(self.gap))
        heights = (kid.wish(theme, place.length)[1] for kid, place in zip(self.kids, places, strict=True))
        return wanted + 2 * pad, max(heights, default=0) + 2 * pad

    def place(self, theme: Theme, rect: Rect) -> None:
        """Share out the width."""
        self.rect = rect
        inner = inset(rect, theme.px(self.pad))
        widths = [kid.wish(theme, inner.w)[0] for kid in self.kids]
        places = spans(inner.w, widths, [kid.grow for kid in self.kids], theme.px(self.gap))
        for kid, place in zip(self.kids, places, strict=True):
            high = self._across(inner.y, inner.h, kid.wish(theme, place.length)[1], kid.high)
            kid.place(theme, Rect(inner.x + place.start, high.start, place.length, high.length))


class Column(Line):
    """Children from top to bottom."""

    fixed_at = Cross.START

    def content(self, theme: Theme, room: int) -> Size:
        """Heights and gaps together; the width of the widest child."""
        pad = theme.px(self.pad)
        wishes = [kid.wish(theme, room - 2 * pad) for kid in self.kids]
        width = max((wish[0] for wish in wishes), default=0)
        return width + 2 * pad, sum(wish[1] for wish in wishes) + self._gaps(theme) + 2 * pad

    def place(self, theme: Theme, rect: Rect) -> None:
        """Share out the height."""
        self.rect = rect
        inner = inset(rect, theme.px(self.pad))
        wishes = [kid.wish(theme, inner.w) for kid in self.kids]
        places = spans(inner.h, [wish[1] for wish in wishes], [kid.grow for kid in self.kids], theme.px(self.gap))
        for kid, wish, place in zip(self.kids, wishes, places, strict=True):
            wide = self._across(inner.x, inner.w, wish[0], kid.wide)
            kid.place(theme, Rect(wide.start, inner.y + place.start, wide.length, place.length))


class Pile(Widget):
    """Children on top of each other, each as large as the pile."""

    overlaps = True

    def __init__(self, *kids: Widget) -> None:
        super().__init__(kids)

    def content(self, theme: Theme, room: int) -> Size:
        """Room for the largest child."""
        wishes = [kid.wish(theme, room) for kid in self.kids] or [(0, 0)]
        return max(wish[0] for wish in wishes), max(wish[1] for wish in wishes)


class Either(Widget):
    """One of two trees, by the room there is: the wide one from `least` logical units of width on, else the narrow one."""

    def __init__(self, least: int, wide: Widget, narrow: Widget) -> None:
        super().__init__([wide])
        self.least = least
        self._wide = wide
        self._narrow = narrow

    def content(self, theme: Theme, room: int) -> Size:
        """What the fitting tree wishes."""
        return self._fitting(theme, room).wish(theme, room)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Show the fitting tree alone."""
        self.kids = [self._fitting(theme, rect.w)]
        super().place(theme, rect)

    def _fitting(self, theme: Theme, room: int) -> Widget:
        return self._wide if room >= theme.px(self.least) else self._narrow


class Highest(Widget):
    """One of two trees, by the height there is: the high one where it has room, else the low one."""

    def __init__(self, high: Widget, low: Widget) -> None:
        super().__init__([high])
        self._high_tree = high
        self._low_tree = low

    def content(self, theme: Theme, room: int) -> Size:
        """What the high tree wishes."""
        return self._high_tree.wish(theme, room)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Show the fitting tree alone."""
        fits = self._high_tree.wish(theme, rect.w)[1] <= rect.h
        self.kids = [self._high_tree if fits else self._low_tree]
        super().place(theme, rect)


class Rule(Widget):
    """A thin line across."""

    def content(self, theme: Theme, room: int) -> Size:
        """One line."""
        return 0, theme.px(1)

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        canvas.fill(self.rect, Tone.LINE)


def _draw_light(canvas: Canvas, rect: Rect) -> None:
    """A line of light below the upper edge of a panel, which lifts it off the ground."""
    side, line = canvas.theme.px(PANEL_RADIUS), canvas.theme.px(1)
    if rect.w > 2 * side and rect.h > 2 * line:
        canvas.fill(Rect(rect.x + side, rect.y + line, rect.w - 2 * side, line), Tone.RAISED)


def inset(rect: Rect, pixels: int) -> Rect:
    """The rectangle without a rim; never less than nothing."""
    across, down = min(pixels, rect.w // 2), min(pixels, rect.h // 2)
    return Rect(rect.x + across, rect.y + down, rect.w - 2 * across, rect.h - 2 * down)


def gap() -> Widget:
    """Empty room that takes what is left."""
    return Widget().growing()


PANEL = BoxStyle(Tone.PANEL, Tone.LINE, PANEL_RADIUS)


def panel(*kids: Widget, space: int = GAP) -> Column:
    """A column on a panel."""
    return Column(*kids, gap=space, pad=PAD, box=PANEL)
