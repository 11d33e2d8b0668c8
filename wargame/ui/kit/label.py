"""Labels, badges and pictures: things that only show."""

from __future__ import annotations

import pygame

from wargame.ui.kit.canvas import Align, Canvas
from wargame.ui.kit.widget import Size, Widget
from wargame.ui.theme.palette import SideMark, Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import BODY, CAPTION, HEADING, TITLE, TextStyle

BADGE = 20  # logical units
ICON = 18
MOST_LINES = 4  # of a label


class Label(Widget):
    """A text on one line, or on several where one has no room."""

    def __init__(
        self, text: str, style: TextStyle = BODY, tone: Tone = Tone.TEXT, align: Align = Align.LEFT, tip: str = ""
    ) -> None:
        super().__init__(tip=tip)
        self.text = text
        self.style = style
        self.tone = tone
        self.align = align

    def content(self, theme: Theme, room: int) -> Size:
        """The text."""
        type_ = theme.type
        wide, high = type_.width(self.text, self.style), type_.height(self.style)
        if 0 < room < wide and (lines := type_.lines(self.text, self.style, room, MOST_LINES)):
            return room, high * len(lines)
        return wide, high

    def draw(self, canvas: Canvas) -> None:
        """Write it."""
        fits = canvas.theme.type.width(self.text, self.style) <= self.rect.w
        if fits or not canvas.write_lines(self.text, self.rect, self.style, self.tone, self.align):
            canvas.write_whole(self.text, self.rect, self.style, self.tone, self.align)


def title(text: str) -> Label:
    """A label as the title of a screen or dialog."""
    return Label(text, TITLE)


def heading(text: str) -> Label:
    """A label as the heading of a panel."""
    return Label(text, HEADING)


def caption(text: str) -> Label:
    """A small label above what it names."""
    return Label(text.upper(), CAPTION, Tone.DIM)


class Badge(Widget):
    """Mark of a side: colour, pattern and letter."""

    def __init__(self, mark: SideMark, tip: str = "") -> None:
        super().__init__(tip=tip)
        self.mark = mark

    def content(self, theme: Theme, room: int) -> Size:
        """A small square."""
        return theme.px(BADGE), theme.px(BADGE)

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        canvas.badge(self.mark, self.rect)


class Icon(Widget):
    """A picture of one colour; `name` is a file in assets/icons."""

    def __init__(self, name: str, tone: Tone = Tone.DIM, units: int = ICON, tip: str = "") -> None:
        super().__init__(tip=tip)
        self.name = name
        self.tone = tone
        self.units = units

    def content(self, theme: Theme, room: int) -> Size:
        """A square."""
        return theme.px(self.units), theme.px(self.units)

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        canvas.icon(self.name, self.rect, self.units, self.tone)


class Picture(Widget):
    """A picture as large as its room allows, whole and undistorted, in the middle."""

    def __init__(self, picture: pygame.Surface, tip: str = "") -> None:
        super().__init__(tip=tip)
        self._picture = picture
        self._scaled = picture

    def content(self, theme: Theme, room: int) -> Size:
        """Its own size, at the width there is if that is less."""
        width, height = self._picture.get_size()
        return min(width, room), height * min(width, room) // max(1, width)

    def draw(self, canvas: Canvas) -> None:
        """Draw it, made smaller or larger once for each size of the room."""
        place = self._picture.get_rect().fit(self.rect)
        if place.w <= 0 or place.h <= 0:
            return
        if self._scaled.get_size() != place.size:
            self._scaled = pygame.transform.smoothscale(self._picture, place.size)
        canvas.surface.blit(self._scaled, place)
