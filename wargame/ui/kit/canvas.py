"""What a widget draws on: a surface and a theme, who is under the pointer, and a record of every text written.

The record lets a test ask of any frame whether a text was cut or lies on another, and lets the window show the whole
of a cut text when the pointer rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, assert_never

import pygame
from pygame import Rect

from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Pattern, SideMark, Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import BODY, CAPTION, SMALL, TextStyle

Point = tuple[int, int]


class Align(Enum):
    """Where a text stands in its box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Written(NamedTuple):
    """A text on the screen: what it should say, what it says, where, in which box, and what could be seen of the box."""

    text: str
    shown: str
    rect: Rect
    box: Rect
    clip: Rect


@dataclass
class Canvas:
    """One frame being drawn."""

    surface: pygame.Surface
    theme: Theme
    now: int  # milliseconds
    pointer: Point
    hover: str = ""  # id of the widget under the pointer
    focus: str = ""  # id of the widget that has the keyboard
    held: str = ""  # id of the widget that a button is held on
    written: list[Written] = field(default_factory=list)

    def box(self, rect: Rect, style: BoxStyle) -> None:
        """Draw a rounded box."""
        self.theme.box(self.surface, rect, style)

    def fill(self, rect: Rect, tone: Tone) -> None:
        """Draw a plain rectangle."""
        self.surface.fill(self.theme.colour(tone), rect)

    def write(
        self, text: str, box: Rect, style: TextStyle = BODY, tone: Tone = Tone.TEXT, align: Align = Align.LEFT
    ) -> Rect:
        """Write one line in the middle of a box's height, cut with an ellipsis where the box is too narrow."""
        shown = self.theme.type.cut(text, style, box.w)
        picture = self.theme.text(shown, style, tone)
        rect = _placed((picture.get_width(), self.theme.type.height(style)), box, align)
        clip = self.surface.get_clip()
        if shown and rect.colliderect(clip):
            self.surface.blit(picture, rect)
            self.written.append(Written(text, shown, rect, box.copy(), clip))
        return rect

    def write_whole(
        self, text: str, box: Rect, style: TextStyle = BODY, tone: Tone = Tone.TEXT, align: Align = Align.LEFT
    ) -> None:
        """Write one line, or several small ones where one has no room and the box is high enough for them."""
        if self.theme.type.width(text, style) <= box.w or not self.write_lines(text, box, SMALL, tone, align):
            self.write(text, box, style, tone, align)

    def write_lines(self, text: str, box: Rect, style: TextStyle, tone: Tone, align: Align) -> bool:
        """Write as many lines as it takes, in the middle of a box; nothing where it has no room, and whether it had."""
        high = self.theme.type.height(style)
        lines = self.theme.type.lines(text, style, box.w, box.h // high) or []
        top = box.y + (box.h - len(lines) * high) // 2
        for number, line in enumerate(lines):
            self.write(line, Rect(box.x, top + number * high, box.w, high), style, tone, align)
        return bool(lines)

    def icon(self, name: str, box: Rect, units: float, tone: Tone) -> None:
        """Draw an icon of so many units in the middle of a box."""
        picture = self.theme.icon(name, self.theme.px(units), tone)
        self.surface.blit(picture, picture.get_rect(center=box.center))

    def badge(self, mark: SideMark, box: Rect) -> None:
        """Draw the mark of a side: its colour, its pattern and its letter."""
        side = min(box.w, box.h)
        rect = Rect(0, 0, side, side)
        rect.center = box.center
        self.box(rect, BoxStyle(mark.tone, None, 4))
        inset = self.theme.px(2)
        self.theme.hatch(self.surface, rect.inflate(-inset, -inset), mark.pattern, Tone.SHADOW)
        letter = self.theme.text(mark.letter, CAPTION, Tone.ON_ACCENT)
        plate = letter.get_rect(center=rect.center).inflate(self.theme.px(4), -self.theme.px(2))
        self.box(plate, BoxStyle(Tone.GROUND, None, 3))
        self.surface.blit(letter, letter.get_rect(center=rect.center))

    def hatch(self, rect: Rect, pattern: Pattern) -> None:
        """Cover a rectangle with a pattern."""
        self.theme.hatch(self.surface, rect, pattern, Tone.SHADOW)

    def ring(self, rect: Rect) -> None:
        """Draw the ring around what has the keyboard."""
        theme = self.theme
        pygame.draw.rect(
            self.surface, theme.colour(Tone.FOCUS), rect.inflate(theme.px(4), theme.px(4)), theme.px(2), theme.px(8)
        )

    @contextmanager
    def clipped(self, rect: Rect) -> Iterator[None]:
        """Draw only inside a rectangle."""
        before = self.surface.get_clip()
        self.surface.set_clip(rect.clip(before))
        try:
            yield
        finally:
            self.surface.set_clip(before)


def _placed(size: Point, box: Rect, align: Align) -> Rect:
    rect = Rect((0, 0), size)
    match align:
        case Align.LEFT:
            rect.midleft = box.midleft
        case Align.CENTRE:
            rect.center = box.center
        case Align.RIGHT:
            rect.midright = box.midright
        case _:
            assert_never(align)
    return rect
