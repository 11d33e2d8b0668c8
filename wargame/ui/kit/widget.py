"""The widget: a rectangle with children, a wish for room, and what it does with keys and pointer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, Self

from pygame import Rect

from wargame.ui.kit.canvas import Canvas, Point
from wargame.ui.kit.keys import Mod, Shortcut, Stroke
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme

LEFT_BUTTON = 1

Size = tuple[int, int]


class Cursor(Enum):
    """Form of the pointer over a widget."""

    ARROW = "nothing special"
    HAND = "it can be pressed"
    TEXT = "a caret can be set"


@dataclass(frozen=True)
class Press:
    """A button of the pointer went down."""

    at: Point
    button: int = LEFT_BUTTON
    clicks: int = 1  # 2 for the second of a double click
    mods: Mod = Mod.NONE


class Host(Protocol):
    """What the window does for its widgets."""

    theme: Theme

    def focus(self, widget_id: str) -> None:
        """Give a widget of the top layer the keyboard."""

    def open_popup(self, root: Widget, beside: Rect) -> None:
        """Show a widget beside a rectangle; a press elsewhere or Escape closes it."""

    def close_top(self) -> None:
        """Take the top layer away; the lowest stays."""

    def notify(self, text: str, tone: Tone) -> None:
        """Show a short message for some seconds."""

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""

    def pasted(self) -> str:
        """Text on the clipboard; empty where there is none."""


class Widget:
    """Base of all widgets; by itself it is empty room.

    A widget with an id can be acted on. `blocked` says why it cannot be just now; empty means it can.
    """

    overlaps = False  # children may lie on each other
    clips = False  # children are seen only inside its rectangle
    takes_press = False  # the pointer can hold it though it has no id
    cursor = Cursor.ARROW
    takes_text = False  # letters typed while it has the keyboard are its own
    follows_pointer = False  # it looks different as the pointer moves over it

    def __init__(self, kids: Sequence[Widget] = (), widget_id: str = "", tip: str = "") -> None:
        self.kids: Sequence[Widget] = kids
        self.id = widget_id
        self.tip = tip
        self.shortcut: Shortcut | None = None
        self.blocked = ""
        self.grow = 0
        self.wide: int | None = None
        self.high: int | None = None
        self.rect = Rect(0, 0, 0, 0)

    def sized(self, wide: int | None = None, high: int | None = None) -> Self:
        """The same widget with a fixed width or height, in logical units."""
        self.wide, self.high = wide, high
        return self

    def growing(self, share: int = 1) -> Self:
        """The same widget, taking a share of the room that is left."""
        self.grow = share
        return self

    def on_key(self, key: int, mods: Mod = Mod.NONE) -> Self:
        """The same widget with a shortcut."""
        self.shortcut = Shortcut(key, mods)
        return self

    @property
    def focusable(self) -> bool:
        """Whether it has a place in the focus order."""
        return bool(self.id)

    def content(self, theme: Theme, room: int) -> Size:
        """Pixels it would like, where `room` pixels of width can be had."""
        return 0, 0

    def wish(self, theme: Theme, room: int) -> Size:
        """Pixels it would like, fixed sizes included."""
        if self.wide is not None:
            room = theme.px(self.wide)
        width, height = self.content(theme, room)
        return (
            width if self.wide is None else theme.px(self.wide),
            height if self.high is None else theme.px(self.high),
        )

    def place(self, theme: Theme, rect: Rect) -> None:
        """Take this rectangle and lay out the children in it."""
        self.rect = rect
        for kid in self.kids:
            kid.place(theme, rect)

    def draw(self, canvas: Canvas) -> None:
        """Draw itself, then its children."""
        for kid in self.kids:
            kid.draw(canvas)

    def walk(self) -> Iterator[Widget]:
        """Itself and all below it, in the order of the focus."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def path_at(self, at: Point) -> list[Widget]:
        """Widgets under a point, from this one to the smallest; empty where it is outside."""
        if not self.rect.collidepoint(at):
            return []
        for kid in reversed(self.kids):
            below = kid.path_at(at)
            if below:
                return [self, *below]
        return [self]

    def spots(self) -> Iterator[tuple[str, Rect]]:
        """Ids and places of what can be pressed in it and is no widget."""
        return iter(())

    def reveal(self, rect: Rect) -> None:
        """Scroll so that a rectangle of a child can be seen, if it scrolls at all."""

    def press(self, press: Press, host: Host) -> None:
        """A button went down on it; it is held until `release`."""

    def drag(self, at: Point, host: Host) -> None:
        """The pointer moved while held."""

    def release(self, at: Point, host: Host) -> None:
        """The button it was held by went up."""

    def wheel(self, steps: int, at: Point) -> bool:
        """The wheel turned over it, positive upwards; whether it did something."""
        return False

    def key(self, stroke: Stroke, host: Host) -> bool:
        """A key was pressed while it has the keyboard; whether it did something."""
        return False

    def type(self, text: str) -> bool:
        """Text was entered while it has the keyboard; whether it took it."""
        return False

    def activate(self, host: Host) -> None:
        """Do what it is for: by shortcut, Return or Space."""

    def moves_at(self, now: int) -> int | None:
        """Milliseconds until it looks different by itself; None if it never does."""
        return None

    def wake(self, now: int) -> None:
        """The moment told by `moves_at` may have come (milliseconds of the window's time)."""
