"""Where the rows of a table stand below each other: each as high as its longest text needs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from wargame.ui.kit.layout import Span
from wargame.ui.kit.rows import Cell, Entry
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import BODY, SMALL

MARK = 20  # logical units, as all below: room of a mark or an icon
MARK_GAP = 8
APART = 7  # between texts of several lines in rows below each other
MOST_LINES = 8  # of a cell


class Stacked:
    """The tops of rows, in pixels from the first."""

    def __init__(self, least: int) -> None:
        self._least = least
        self._tops = [0]
        self._laid: tuple[object, ...] = ()  # what they were reckoned from

    @property
    def whole(self) -> int:
        """Height of all rows."""
        return self._tops[-1]

    def lay(self, theme: Theme, entries: Sequence[Entry], columns: Sequence[Span], least: int) -> None:
        """Reckon the heights where rows, columns or letters have changed; no row is lower than `least`."""
        key = (theme, tuple(columns), least)
        if key == self._laid:
            return
        self._laid = key
        self._tops = [0, *accumulate(max(least, _needed(theme, entry, columns)) for entry in entries)]

    @property
    def guessed(self) -> bool:
        """Nothing was laid out yet."""
        return not self._laid

    def guess(self, count: int) -> None:
        """Before they are laid out, all are of the least height."""
        self._laid = ()
        self._tops = [self._least * place for place in range(count + 1)]

    def span(self, place: int) -> Span:
        """Where a row stands."""
        return Span(self._tops[place], self._tops[place + 1] - self._tops[place])

    def at(self, offset: int) -> int:
        """Place of the row that stands there; that of the row after the last where none does."""
        return min(bisect_right(self._tops, offset) - 1, len(self._tops) - 1)


def _needed(theme: Theme, entry: Entry, columns: Sequence[Span]) -> int:
    """Height of the highest cell of a row."""
    return max((_high(theme, cell, span.length) for cell, span in zip(entry.cells, columns, strict=True)), default=0)


def _high(theme: Theme, cell: Cell, room: int) -> int:
    """Height of as many lines of small letters as the text of a cell needs; nothing for what stands on one."""
    if cell.mark is not None or cell.icon:
        room -= theme.px(MARK) + theme.px(MARK_GAP)
    if cell.share is not None or theme.type.width(cell.text, BODY) <= room:
        return 0
    lines = theme.type.lines(cell.text, SMALL, room, MOST_LINES) or ()
    return theme.type.height(SMALL) * len(lines) + theme.px(APART)
