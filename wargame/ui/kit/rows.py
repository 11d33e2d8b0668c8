"""Rows of a table: filtered by words, sorted by a column, as values without a screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from wargame.ui.kit.canvas import Align
from wargame.ui.theme.palette import SideMark, Tone


@dataclass(frozen=True)
class Cell:
    """What stands in a column of a row. `order` is what is sorted by; `share`, in thousandths, is drawn as a bar."""

    text: str
    order: float | str
    tone: Tone = Tone.TEXT
    share: int | None = None
    mark: SideMark | None = None
    icon: str = ""


def words(text: str, tone: Tone = Tone.TEXT, icon: str = "") -> Cell:
    """A cell of text, sorted as a reader would."""
    return Cell(text, plain(text), tone, icon=icon)


def sided(text: str, mark: SideMark) -> Cell:
    """A cell of text behind the mark of a side."""
    return Cell(text, plain(text), mark=mark)


def number(value: float, text: str, tone: Tone = Tone.TEXT) -> Cell:
    """A cell of a number, written as given."""
    return Cell(text, value, tone)


def dated(day: int, text: str, tone: Tone = Tone.TEXT) -> Cell:
    """A cell of a date, sorted by its day."""
    return Cell(text, day, tone)


def share(thousandths: int, text: str, tone: Tone) -> Cell:
    """A cell of a share, drawn as a bar with a text behind."""
    return Cell(text, thousandths, tone, thousandths)


@dataclass(frozen=True)
class Heading:
    """A column: its title, its width in logical units, its share of the room that is left."""

    key: str
    title: str
    tip: str
    wide: int
    grow: int = 0
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Entry:
    """A row: its key and a cell for every column."""

    key: str
    cells: tuple[Cell, ...]


class Direction(Enum):
    """Which way a column is sorted."""

    UP = "smallest first"
    DOWN = "largest first"


@dataclass(frozen=True)
class Order:
    """The column that rows are sorted by."""

    column: int
    direction: Direction = Direction.UP


def plain(text: str) -> str:
    """Text for comparing: small letters without marks, so that `Łódź` is found by `lodz`."""
    split = unicodedata.normalize("NFKD", text.casefold()).replace("ł", "l").replace("ø", "o").replace("đ", "d")
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def filtered(entries: Sequence[Entry], wanted: str) -> list[Entry]:
    """Rows in which every word that is wanted begins or continues some text."""
    parts = plain(wanted).split()
    if not parts:
        return list(entries)
    return [entry for entry in entries if _has_all(" ".join(plain(cell.text) for cell in entry.cells), parts)]


def ordered(entries: Sequence[Entry], order: Order | None) -> list[Entry]:
    """Rows in an order; those that are equal stay as they stood."""
    if order is None:
        return list(entries)
    return sorted(entries, key=lambda entry: _key(entry, order.column), reverse=order.direction is Direction.DOWN)


def _has_all(text: str, parts: Sequence[str]) -> bool:
    return all(part in text for part in parts)


def _key(entry: Entry, column: int) -> tuple[int, float, str]:
    """Numbers before texts, so that a column may hold both."""
    value = entry.cells[column].order
    return (1, 0.0, value) if isinstance(value, str) else (0, value, "")
