"""A table or list of any length: only the rows that can be seen are drawn. Sorted by its headings, filtered by words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pygame
from pygame import Rect

from wargame.catalogue import _
from wargame.ui.kit.bar import HIGH, draw_bar
from wargame.ui.kit.button import ACTIVATING, Pressable
from wargame.ui.kit.canvas import Align, Canvas, Point
from wargame.ui.kit.keys import Mod, Stroke
from wargame.ui.kit.layout import Span, spans
from wargame.ui.kit.rows import Cell, Direction, Entry, Heading, Order, filtered, ordered
from wargame.ui.kit.scroll import BAR_ROOM, Scrolling
from wargame.ui.kit.stacked import MARK, MARK_GAP, Stacked
from wargame.ui.kit.widget import Host, Press, Size, Widget
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import BODY, CAPTION

ROW = 32  # logical units, as all below
HEADER = 30
GAP = 12
SIDE = 10
ARROW = 14
FIGURES = 52  # room for the text behind a bar
WHEEL_ROWS = 3


class _Header(Pressable):
    """The heading of a column; pressing it sorts, pressing again turns the order round."""

    def __init__(self, table: Table, column: int) -> None:
        heading = table.headings[column]
        super().__init__(f"{table.id}.sort.{heading.key}", heading.tip, lambda: table.sort_by(column))
        self._table = table
        self._column = column

    def draw(self, canvas: Canvas) -> None:
        """Write the title, and an arrow if sorted by it."""
        heading, order = self._table.headings[self._column], self._table.order
        sorted_by = order is not None and order.column == self._column
        ink = Tone.TEXT if canvas.hover == self.id or sorted_by else Tone.DIM
        room = self.rect.copy()
        if sorted_by and order is not None:
            arrow = canvas.theme.px(ARROW)
            text = min(canvas.theme.type.width(heading.title.upper(), CAPTION), room.w - arrow)
            room.w -= arrow
            start = room.right if heading.align is Align.RIGHT else room.x + text
            icon = "arrow-up" if order.direction is Direction.UP else "arrow-down"
            canvas.icon(icon, Rect(start, room.y, arrow, room.h), 12, Tone.LINK)
        canvas.write(heading.title.upper(), room, CAPTION, ink, heading.align)


class Table(Widget):
    """Rows under headings, each as high as its texts need. Arrows choose a row, Return or a double click opens it; it tells both.

    Without titles it is a list: no headings are shown, and the rows stand as they were given.
    """

    clips = True
    follows_pointer = True

    def __init__(self, widget_id: str, headings: Sequence[Heading], tip: str) -> None:
        super().__init__((), widget_id, tip)
        self.headings = headings
        self.kids: Sequence[Widget] = self._make_headers()
        self.on_choose: Callable[[str], None] | None = None
        self.on_open: Callable[[str], None] | None = None
        self.empty = _("Nothing fits")  # said where no row is shown
        self.order: Order | None = None
        self.chosen = ""
        self.shown: list[Entry] = []
        self._entries: Sequence[Entry] = ()
        self._wanted = ""
        self._scrolling = Scrolling()
        self._columns: list[Span] = []
        self._least = ROW  # pixels of a row of one line
        self._stacked = Stacked(ROW)
        self._sought = -1  # place of a row that was chosen before it had its place

    def show(self, headings: Sequence[Heading], entries: Sequence[Entry]) -> None:
        """Show other columns and rows, in the order given."""
        self.headings, self.order, self.chosen = headings, None, ""
        self.kids = self._make_headers()
        self._scrolling.to(0)
        self.fill(entries)

    def fill(self, entries: Sequence[Entry]) -> None:
        """Show these rows under the same headings."""
        self._entries = entries
        self._refresh()

    def filter(self, wanted: str) -> None:
        """Show only rows with these words."""
        self._wanted = wanted
        self._refresh()

    def sort_by(self, column: int) -> None:
        """Sort by a column; by the same one again, the other way."""
        same = self.order is not None and self.order.column == column and self.order.direction is Direction.UP
        self.order = Order(column, Direction.DOWN if same else Direction.UP)
        self._refresh()

    def choose(self, key: str) -> None:
        """Choose a row by its key and show it."""
        place = next((i for i, entry in enumerate(self.shown) if entry.key == key), None)
        if place is None:
            return
        self._sought = place if self._stacked.guessed else -1
        self._reveal(place)
        if key != self.chosen:
            self.chosen = key
            if self.on_choose is not None:
                self.on_choose(key)

    def content(self, theme: Theme, room: int) -> Size:
        """All columns, the heading and a row."""
        wide = sum(theme.px(heading.wide + GAP) for heading in self.headings) + theme.px(2 * SIDE + BAR_ROOM)
        return wide, theme.px(HEADER + ROW)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Share out the width among the columns, and the height among the rows."""
        self.rect = rect
        side, header = theme.px(SIDE), min(theme.px(HEADER), rect.h) if self.kids else 0
        room = max(0, rect.w - 2 * side - theme.px(BAR_ROOM))
        wides = [_width(theme, heading) for heading in self.headings]
        self._columns = spans(room, wides, [heading.grow for heading in self.headings], theme.px(GAP))
        for kid, span in zip(self.kids, self._columns, strict=False):
            kid.place(theme, Rect(rect.x + side + span.start, rect.y, span.length, header))
        view = Rect(rect.x, rect.y + header, rect.w, rect.h - header)
        self._least = theme.px(ROW)
        self._stacked.lay(theme, self.shown, self._columns, self._least)
        self._scrolling.fit(theme, view, self._stacked.whole)
        if 0 <= self._sought < len(self.shown):
            self._reveal(self._sought)
        self._sought = -1

    def draw(self, canvas: Canvas) -> None:
        """Draw the headings and the rows that can be seen."""
        canvas.box(self.rect, BoxStyle(Tone.SUNKEN, Tone.LINE, 8))
        super().draw(canvas)
        view = self._scrolling.view
        if self.kids:
            canvas.fill(Rect(view.x + 1, view.y - 1, view.w - 2, 1), Tone.LINE)
        with canvas.clipped(view.inflate(-2, -2)):
            for place in self._seen():
                self._draw_row(canvas, self.shown[place], self._row_rect(place))
            self._scrolling.draw(canvas)
        if not self.shown:
            canvas.write(self.empty, view, BODY, Tone.FAINT, Align.CENTRE)

    def spots(self) -> Iterator[tuple[str, Rect]]:
        """The rows that can be seen."""
        for place in self._seen():
            yield f"{self.id}.{self.shown[place].key}", self._row_rect(place).clip(self._scrolling.view)

    def wheel(self, steps: int, at: Point) -> bool:
        """Scroll."""
        return self._scrolling.to(self._scrolling.offset - steps * WHEEL_ROWS * self._least)

    def press(self, press: Press, host: Host) -> None:
        """Choose the row under the pointer, open it at a double click, or take hold of the bar."""
        if self._scrolling.grip(press.at):
            return
        place = self._place_at(press.at)
        if place is not None:
            self.choose(self.shown[place].key)
            if press.clicks > 1:
                self.activate(host)

    def drag(self, at: Point, host: Host) -> None:
        """Pull the bar."""
        self._scrolling.pull(at)

    def release(self, at: Point, host: Host) -> None:
        """Let go of the bar."""
        self._scrolling.let_go()

    def key(self, stroke: Stroke, host: Host) -> bool:
        """Choose by arrows, pages, Home and End; open by Return or Space."""
        if stroke.mods is not Mod.NONE:
            return False
        if stroke.key in ACTIVATING:
            self.activate(host)
            return True
        page = max(1, self._scrolling.view.h // self._least)
        steps = {
            pygame.K_UP: -1,
            pygame.K_DOWN: 1,
            pygame.K_PAGEUP: -page,
            pygame.K_PAGEDOWN: page,
            pygame.K_HOME: -len(self.shown),
            pygame.K_END: len(self.shown),
        }
        return stroke.key in steps and self._step(steps[stroke.key])

    def activate(self, host: Host) -> None:
        """Open the chosen row."""
        if self.on_open is not None and any(entry.key == self.chosen for entry in self.shown):
            self.on_open(self.chosen)

    def _make_headers(self) -> list[_Header]:
        titled = any(heading.title for heading in self.headings)
        return [_Header(self, column) for column in range(len(self.headings))] if titled else []

    def _refresh(self) -> None:
        self.shown = ordered(filtered(self._entries, self._wanted), self.order)
        self._stacked.guess(len(self.shown))

    def _step(self, by: int) -> bool:
        if not self.shown:
            return False
        now = next((i for i, entry in enumerate(self.shown) if entry.key == self.chosen), -1 if by > 0 else 0)
        self.choose(self.shown[min(max(now + by, 0), len(self.shown) - 1)].key)
        return True

    def _seen(self) -> range:
        """Places of the rows that can be seen, wholly or in part."""
        offset, high = self._scrolling.offset, self._scrolling.view.h
        behind = self._stacked.at(offset + high - 1) + 1
        return range(self._stacked.at(offset), min(behind, len(self.shown)))

    def _row_rect(self, place: int) -> Rect:
        view = self._scrolling.view
        span = self._stacked.span(place)
        return Rect(view.x, view.y + span.start - self._scrolling.offset, view.w, span.length)

    def _reveal(self, place: int) -> None:
        span = self._stacked.span(place)
        self._scrolling.show(span.start, span.length)

    def _place_at(self, at: Point) -> int | None:
        view = self._scrolling.view
        if not view.collidepoint(at):
            return None
        place = self._stacked.at(at[1] - view.y + self._scrolling.offset)
        return place if place < len(self.shown) else None

    def _draw_row(self, canvas: Canvas, entry: Entry, rect: Rect) -> None:
        chosen = entry.key == self.chosen
        hovered = canvas.hover == self.id and rect.clip(self._scrolling.view).collidepoint(canvas.pointer)
        if chosen or hovered:
            canvas.box(
                rect.inflate(-canvas.theme.px(6), -2), BoxStyle(Tone.ACCENT_SOFT if chosen else Tone.RAISED, None, 5)
            )
        if chosen:
            bar = Rect(rect.x + canvas.theme.px(3), rect.y + 1, canvas.theme.px(3), rect.h - 2)
            canvas.box(bar, BoxStyle(Tone.ACCENT_HOVER, None, 2))
        start = self.rect.x + canvas.theme.px(SIDE)
        for heading, span, cell in zip(self.headings, self._columns, entry.cells, strict=True):
            draw_cell(canvas, cell, Rect(start + span.start, rect.y, span.length, rect.h), heading.align)


def _width(theme: Theme, heading: Heading) -> int:
    """Room for a column as it is asked for, and for its title with an arrow."""
    return max(theme.px(heading.wide), theme.type.width(heading.title.upper(), CAPTION) + theme.px(ARROW))


def draw_cell(canvas: Canvas, cell: Cell, rect: Rect, align: Align) -> None:
    """Draw a mark, an icon or a bar, and the text."""
    theme, room = canvas.theme, rect.copy()
    if cell.mark is not None or cell.icon:
        side = theme.px(MARK)
        place = Rect(room.x, room.y, side, room.h)
        if cell.mark is not None:
            canvas.badge(cell.mark, place.inflate(0, side - room.h))
        else:
            canvas.icon(cell.icon, place, 16, cell.tone)
        room = Rect(room.x + side + theme.px(MARK_GAP), room.y, room.w - side - theme.px(MARK_GAP), room.h)
    if cell.share is not None:
        figures = theme.px(FIGURES)
        bar = Rect(room.x, 0, max(0, room.w - figures), theme.px(HIGH))
        bar.centery = room.centery
        draw_bar(canvas, bar, cell.share, cell.tone)
        canvas.write(cell.text, Rect(room.right - figures, room.y, figures, room.h), BODY, Tone.DIM, Align.RIGHT)
        return
    canvas.write_whole(cell.text, room, BODY, cell.tone, align)
