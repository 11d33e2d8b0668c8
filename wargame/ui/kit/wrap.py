"""Laying words into lines of a width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.ui.kit.markup import Block, BlockKind, Piece
from wargame.ui.theme.type import TIED, Typesetter

WORD = re.compile(rf"(?:\S|{TIED})+\s*|\s+")
LEADING = 1.2  # height of a line against the height of its letters
PARAGRAPH = 0.35  # room below a paragraph, in lines
BULLET_INDENT = 1.1  # in lines


@dataclass(frozen=True)
class Word:
    """A word at its place, in pixels from the corner of the text. `link` counts the links from 0."""

    x: int
    y: int
    width: int
    piece: Piece
    link: int | None


@dataclass(frozen=True)
class Flow:
    """Words in lines."""

    words: tuple[Word, ...]  # from top to bottom
    bullets: tuple[tuple[int, int], ...]  # centres of bullets
    width: int  # of the longest line
    height: int
    line: int  # height of a line of plain text
    targets: tuple[str, ...]  # where the links lead


class _Pen:
    """Where the next word goes."""

    def __init__(self, type_: Typesetter, room: int) -> None:
        self.type = type_
        self.room = room
        self.x = self.y = self.indent = self.widest = 0
        self.words: list[Word] = []

    def put(self, piece: Piece, link: int | None) -> None:
        """Write a run of letters, breaking lines between words, and inside a word that is longer than a line."""
        for found in WORD.findall(piece.text):
            for part in self._parts(found, piece):
                self._put_word(Piece(part, piece.style, piece.tone, piece.target), link)

    def new_line(self, height: int) -> None:
        """Go to the start of the next line."""
        self.x, self.y = self.indent, self.y + height

    def _put_word(self, piece: Piece, link: int | None) -> None:
        width = self.type.width(piece.text.rstrip(), piece.style)
        if self.x > self.indent and self.x + width > self.room:
            self.new_line(line_height(self.type, piece))
        self.words.append(Word(self.x, self.y, width, piece, link))
        self.widest = max(self.widest, self.x + width)
        self.x += self.type.width(piece.text, piece.style)

    def _parts(self, word: str, piece: Piece) -> Iterator[str]:
        room = self.room - self.indent
        while len(word) > 1 and self.type.width(word.rstrip(), piece.style) > room:
            count = max(1, self._fitting(word, piece, room))
            yield word[:count]
            word = word[count:]
        yield word

    def _fitting(self, word: str, piece: Piece, room: int) -> int:
        count = 0
        while count < len(word) and self.type.width(word[: count + 1], piece.style) <= room:
            count += 1
        return count


def line_height(type_: Typesetter, piece: Piece) -> int:
    """Height of a line in the style of a piece."""
    return round(type_.height(piece.style) * LEADING)


def flow(blocks: Sequence[Block], type_: Typesetter, room: int) -> Flow:
    """Blocks in lines of so many pixels."""
    pen, targets, bullets = _Pen(type_, max(1, room)), [], []
    plain = line_height(type_, Piece(""))
    for block in blocks:
        pen.indent = pen.x = round(plain * BULLET_INDENT) if block.kind is BlockKind.BULLET else 0
        if block.kind is BlockKind.BULLET:
            bullets.append((pen.indent // 2, pen.y + plain // 2))
        for piece in block.pieces:
            if piece.target:
                targets.append(piece.target)
            pen.put(piece, len(targets) - 1 if piece.target else None)
        last = line_height(type_, block.pieces[-1]) if block.pieces else plain // 2
        pen.new_line(last + (round(plain * PARAGRAPH) if block.pieces else 0))
    height = max(0, pen.y - round(plain * PARAGRAPH))
    return Flow(tuple(pen.words), tuple(bullets), pen.widest, height, plain, tuple(targets))
