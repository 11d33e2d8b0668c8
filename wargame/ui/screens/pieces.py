"""What several screens are made of: values that open into their terms, slots that change, the ground of the menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from wargame.catalogue import _
from wargame.ui.kit.button import Pressable
from wargame.ui.kit.canvas import Align, Canvas
from wargame.ui.kit.figure import Opens
from wargame.ui.kit.label import Label, heading
from wargame.ui.kit.layout import Column, Row, Rule, gap
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Host, Size, Widget
from wargame.ui.map.atlas import the_atlas
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import SideMark, Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import BODY, SMALL, STRONG, TextStyle

VALUE_HIGH = 26  # logical units, as all below
TWO_LINES_HIGH = 36
THREE_LINES_HIGH = 52
PAD = 6
TERMS_WIDE = 280
TERMS_PAD = 14
BADGE = 18
MOST_LINES = 3  # of a name or a value
MOST_ROWS = 16  # of a box that fits into the lowest window
POINT = 1000  # kept values a point
PART = 10  # kept values a per cent


class Slot(Widget):
    """Holds one widget that can be put in the place of another, or none."""

    def put(self, child: Widget | None) -> None:
        """Show another widget."""
        self.kids = [] if child is None else [child]

    def content(self, theme: Theme, room: int) -> Size:
        """What the child wishes."""
        return self.kids[0].wish(theme, room) if self.kids else (0, 0)


@dataclass(frozen=True)
class Told:
    """What an explained value on the screen says: of which entry of the registry, about whom, how much, and its parts."""

    id: str
    rows: tuple[int, ...]
    value: int
    parts: tuple[tuple[str, int], ...]


class Value(Pressable):
    """A name and a value on one line. If it opens, a press shows its terms; else it has no id and only shows."""

    def __init__(
        self,
        widget_id: str,
        name: str,
        value: str,
        opens: Opens | None = None,
        tip: str = "",
        tone: Tone = Tone.TEXT,
        mark: SideMark | None = None,
    ) -> None:
        super().__init__(widget_id if opens else "", tip or (_("Show its terms") if opens else ""), lambda: None)
        self.name, self.value, self.tone, self.mark = name, value, tone, mark
        self.told: Told | None = None  # for values of the registry: what is shown
        self._opens = opens

    def content(self, theme: Theme, room: int) -> Size:
        """Name and value with a gap between; the value below its name where there is no room beside it."""
        mark = theme.px(BADGE + PAD) if self.mark else 0
        wide = theme.type.width(self.name, BODY) + theme.type.width(self.value, STRONG) + theme.px(4 * PAD) + mark
        if wide <= room:
            return wide, theme.px(VALUE_HIGH)
        inner = room - theme.px(2 * PAD) - mark
        if not self._stands_beside(theme, inner):
            return wide, self._name_high(theme, inner) + self._value_high(theme, inner) + theme.px(PAD)
        beside = inner - theme.type.width(self.value, STRONG) - theme.px(PAD)
        two = theme.type.lines(self.name, SMALL, beside, 2) is not None
        return wide, theme.px(TWO_LINES_HIGH if two else THREE_LINES_HIGH)

    def _stands_beside(self, theme: Theme, room: int) -> bool:
        """Name and value have room beside each other: on one line, or the name on a few small ones beside no more than two thirds."""
        value = theme.type.width(self.value, STRONG)
        beside = room - value - theme.px(PAD)
        if theme.type.width(self.name, BODY) <= beside:
            return True
        return value <= room * 2 // 3 and theme.type.lines(self.name, SMALL, beside, MOST_LINES) is not None

    def _name_high(self, theme: Theme, room: int) -> int:
        """Height of a name that has a width to itself."""
        if theme.type.width(self.name, BODY) <= room:
            return theme.type.height(BODY)
        return theme.type.height(SMALL) * len(theme.type.lines(self.name, SMALL, room, MOST_LINES) or [self.name])

    def _value_high(self, theme: Theme, room: int) -> int:
        """Height of a value that has a width to itself."""
        return theme.type.height(STRONG) * len(theme.type.lines(self.value, STRONG, room, MOST_LINES) or [self.value])

    def draw(self, canvas: Canvas) -> None:
        """Write name and value; what opens has a line under its value."""
        theme = canvas.theme
        if self.id and canvas.hover == self.id:
            canvas.box(self.rect, BoxStyle(Tone.HOVER, None, 5))
        room = self.rect.inflate(-2 * theme.px(PAD), 0)
        if self.mark is not None:
            badge = Rect(room.x, 0, theme.px(BADGE), theme.px(BADGE))
            badge.centery = room.centery
            canvas.badge(self.mark, badge)
            room = Rect(badge.right + theme.px(PAD), room.y, room.right - badge.right - theme.px(PAD), room.h)
        place = self._beside(canvas, room) if self._stands_beside(theme, room.w) else self._below(canvas, room)
        if self.id:
            canvas.fill(Rect(place.x, place.bottom, place.w, theme.px(1)), Tone.LINK)

    def _beside(self, canvas: Canvas, room: Rect) -> Rect:
        """The value at the right of its name, and where it was written."""
        value = canvas.theme.type.width(self.value, STRONG)
        name = Rect(room.x, room.y, room.w - value - canvas.theme.px(PAD), room.h)
        canvas.write_whole(self.name, name, BODY, Tone.DIM)
        box = Rect(room.right - value, room.y, value, room.h)
        return canvas.write(self.value, box, STRONG, self.tone, Align.RIGHT)

    def _below(self, canvas: Canvas, room: Rect) -> Rect:
        """The value under its name, and where it was written."""
        name, value = self._name_high(canvas.theme, room.w), self._value_high(canvas.theme, room.w)
        top = room.y + (room.h - name - value) // 2
        canvas.write_whole(self.name, Rect(room.x, top, room.w, name), BODY, Tone.DIM)
        box = Rect(room.x, top + name, room.w, value)
        if not canvas.write_lines(self.value, box, STRONG, self.tone, Align.RIGHT):
            canvas.write(self.value, box, STRONG, self.tone, Align.RIGHT)
        wide = min(room.w, canvas.theme.type.width(self.value, STRONG))
        return Rect(room.right - wide, box.y, wide, value)

    def activate(self, host: Host) -> None:
        """Open it."""
        if self._opens is not None:
            self._opens(host, self.rect)


def points(value: int) -> str:
    """A kept value of 1/1000 with its sign and all its digits, so that terms add up on the screen too."""
    return f"{value / POINT:+.3f}".replace("-", "−")


def plain_points(value: int) -> str:
    """A kept value of 1/1000 without a plus."""
    return f"{value / POINT:.3f}".replace("-", "−")


def percent(value: int) -> str:
    """A kept share of 1/1000 in per cent, with all its digits, so that parts add up on the screen too."""
    return f"{value / PART:.1f} %".replace("-", "−")


def terms_box(title: str, value: str, terms: Mapping[str, str], note: str = "") -> Widget:
    """What a value is made of: a line a term, and the value below."""
    rows: list[Widget] = [Value("", name, said) for name, said in terms.items()]
    last: list[Widget] = [Prose("terms.note", note)] if note else []
    together = Value("", _("Together"), value, tone=Tone.LINK)
    nothing = Label(_("Nothing speaks for or against."), SMALL, Tone.DIM)
    return box_of(title, *(rows or [nothing]), Rule(), together, *last)


def box_of(title: str, *rows: Widget) -> Widget:
    """A box to be opened beside what it explains; many rows scroll where the window is too low for them."""
    box = BoxStyle(Tone.RAISED, Tone.FAINT, 8)
    body: Sequence[Widget] = rows
    if len(rows) > MOST_ROWS:
        body = [Scroll(Column(*rows, gap=2), "box", _("Scroll with the arrows")).growing()]
    return Column(heading(title), *body, gap=2, pad=TERMS_PAD, box=box).sized(wide=TERMS_WIDE)


def opener(title: str, value: str, terms: Callable[[], Mapping[str, str]], note: str = "") -> Opens:
    """Opens the terms of a value beside it."""
    return lambda host, rect: host.open_popup(terms_box(title, value, terms(), note), rect)


def text(words: str, tone: Tone = Tone.DIM, style: TextStyle = SMALL) -> Label:
    """A small line."""
    return Label(words, style, tone)


def pair(first: Widget, second: Widget) -> Row:
    """Two widgets of the same width."""
    return Row(first.growing(), second.growing())


def headed(name: str, *rows: Widget) -> list[Widget]:
    """Rows under a heading."""
    return [heading(name), *rows]


def spaced(rows: Sequence[Widget]) -> Column:
    """Rows close together."""
    return Column(*rows, gap=4)


class Ground(Widget):
    """Europe in two dark tones behind a menu; drawn once for each size and palette."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: tuple[object, pygame.Surface] | None = None

    def draw(self, canvas: Canvas) -> None:
        """Lay it."""
        key = (self.rect.size, canvas.theme.palette.name)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, _europe(self.rect.size, canvas.theme))
        canvas.surface.blit(self._kept[1], self.rect)


def _europe(size: tuple[int, int], theme: Theme) -> pygame.Surface:
    """The land of the sheet, filling a picture."""
    atlas = the_atlas()
    wide, high = atlas.size_km
    scale = max(size[0] / wide, size[1] / high)
    left, top = (wide * scale - size[0]) / 2, (high * scale - size[1]) / 2
    picture = pygame.Surface(size)
    picture.fill(theme.colour(Tone.GROUND))
    for tone, grounds in ((Tone.SUNKEN, atlas.context), (Tone.PANEL, atlas.regions)):
        for ground in grounds.values():
            for rings in ground.polygons:
                outline = [(x * scale - left, y * scale - top) for x, y in rings[0].tolist()]
                pygame.draw.polygon(picture, theme.colour(tone), outline)
                pygame.draw.aalines(picture, theme.colour(Tone.GRID), True, outline)
    return picture


__all__ = ["Ground", "Slot", "Value", "gap", "headed", "opener", "pair", "percent", "plain_points", "points", "spaced"]
