"""The small markup of rich text, read into blocks of spans.

    # heading      - bullet      **strong**      *slanted*      [a link](target)      {warn:coloured}      \\* a sign itself

A colour is the name of a tone in small letters. What is not understood is text. Names from files go through `plain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import BODY, HEADING, ITALIC, STRONG, TextStyle

SIGNS = re.compile(r"([\\*\[\]{}#-])")
INLINE = re.compile(
    r"\\(?P<sign>.)"
    r"|\*\*(?P<strong>[^*]+)\*\*"
    r"|\*(?P<slanted>[^*]+)\*"
    r"|\[(?P<link>[^\]]+)\]\((?P<target>[^)\s]+)\)"
    r"|\{(?P<tone>\w+):(?P<coloured>[^}]*)\}"
    r"|(?P<text>[^\\*\[{]+|.)"
)
TONES = {tone.name.lower(): tone for tone in Tone}


class BlockKind(Enum):
    """What a line of the source is."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"


@dataclass(frozen=True)
class Piece:
    """A run of letters that look alike; `target` is where a link leads."""

    text: str
    style: TextStyle = BODY
    tone: Tone = Tone.TEXT
    target: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


def plain(text: str) -> str:
    """Text in which no sign has a meaning, to be put into markup."""
    return SIGNS.sub(r"\\\1", " ".join(text.splitlines()))


def blocks(source: str) -> list[Block]:
    """Paragraphs of a source; an empty line is a paragraph without pieces."""
    return [_block(line.strip()) for line in source.strip("\n").split("\n")]


def _block(line: str) -> Block:
    if line.startswith("# "):
        return Block(BlockKind.HEADING, (Piece(re.sub(r"\\(.)", r"\1", line[2:]), HEADING),))
    if line.startswith("- "):
        return Block(BlockKind.BULLET, tuple(_pieces(line[2:])))
    return Block(BlockKind.TEXT, tuple(_pieces(line)))


def _pieces(line: str) -> Iterator[Piece]:
    for found in INLINE.finditer(line):
        parts = found.groupdict()
        if parts["strong"]:
            yield Piece(parts["strong"], STRONG)
        elif parts["slanted"]:
            yield Piece(parts["slanted"], ITALIC)
        elif parts["link"]:
            yield Piece(parts["link"], STRONG, Tone.LINK, parts["target"])
        elif parts["coloured"] and parts["tone"] in TONES:
            yield Piece(parts["coloured"], STRONG, TONES[parts["tone"]])
        else:
            yield Piece(parts["sign"] or parts["text"] or found.group())
