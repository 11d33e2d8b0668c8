"""Buttons and switches."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import pygame
from pygame import Rect

from wargame.ui.kit.canvas import Align, Canvas, Point
from wargame.ui.kit.keys import Mod, Stroke
from wargame.ui.kit.widget import LEFT_BUTTON, Cursor, Host, Press, Size, Widget
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import BODY, STRONG

HEIGHT = 32  # logical units, as all below
SIDE = 14  # room left and right of a button's text
ICON = 17
ICON_GAP = 7
RADIUS = 7
SHEEN = 14
SWITCH_WIDE = 34
SWITCH_HIGH = 20
ACTIVATING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


class Kind(Enum):
    """How much a button asks to be pressed."""

    PRIMARY = "the way on"
    NORMAL = "one choice among others"
    QUIET = "without a box until the pointer is on it"
    DANGER = "cannot be taken back"


_FILLS: dict[Kind, tuple[Tone, Tone]] = {  # at rest, under the pointer
    Kind.PRIMARY: (Tone.ACCENT, Tone.ACCENT_HOVER),
    Kind.NORMAL: (Tone.RAISED, Tone.HOVER),
    Kind.QUIET: (Tone.PANEL, Tone.HOVER),
    Kind.DANGER: (Tone.RAISED, Tone.BAD),
}


class Pressable(Widget):
    """What is activated by a full press of the pointer, by Return, Space or its shortcut."""

    cursor = Cursor.HAND

    def __init__(self, widget_id: str, tip: str, on_press: Callable[[], None]) -> None:
        super().__init__((), widget_id, tip)
        self.on_press = on_press
        self._down = False

    def press(self, press: Press, host: Host) -> None:
        """Go down."""
        self._down = press.button == LEFT_BUTTON

    def release(self, at: Point, host: Host) -> None:
        """Act, if the pointer is still on it."""
        was_down, self._down = self._down, False
        if was_down and self.rect.collidepoint(at):
            self.activate(host)

    def key(self, stroke: Stroke, host: Host) -> bool:
        """Act on Return and Space."""
        if stroke.mods is Mod.NONE and stroke.key in ACTIVATING:
            self.activate(host)
            return True
        return False

    def activate(self, host: Host) -> None:
        """Act, or say why not."""
        if self.blocked:
            host.notify(self.blocked, Tone.WARN)
        else:
            self.on_press()


class Button(Pressable):
    """A button with a text, an icon or both; `text` may be empty where there is an icon."""

    def __init__(
        self,
        widget_id: str,
        text: str,
        on_press: Callable[[], None],
        tip: str,
        kind: Kind = Kind.NORMAL,
        icon: str = "",
    ) -> None:
        super().__init__(widget_id, tip, on_press)
        self.text = text
        self.kind = kind
        self.icon = icon

    def content(self, theme: Theme, room: int) -> Size:
        """Icon, text and room around; a square for an icon alone."""
        if not self.text:
            return theme.px(HEIGHT), theme.px(HEIGHT)
        icon = theme.px(ICON) + theme.px(ICON_GAP) if self.icon else 0
        return theme.type.width(self.text, STRONG) + icon + 2 * theme.px(SIDE), theme.px(HEIGHT)

    def draw(self, canvas: Canvas) -> None:
        """Draw box, icon and text."""
        hovered = canvas.hover == self.id and not self.blocked
        fill = _FILLS[self.kind][1 if hovered else 0]
        if self.kind is not Kind.QUIET or hovered:
            border = Tone.LINE if fill in (Tone.RAISED, Tone.HOVER) else None
            canvas.box(self.rect, BoxStyle(fill, border, RADIUS, 0 if self._held(canvas) or self.blocked else SHEEN))
        self._draw_face(canvas, self._ink(fill))

    def _held(self, canvas: Canvas) -> bool:
        return canvas.held == self.id

    def _ink(self, fill: Tone) -> Tone:
        if self.blocked:
            return Tone.FAINT
        if fill in (Tone.ACCENT, Tone.ACCENT_HOVER, Tone.BAD):
            return Tone.ON_ACCENT
        return Tone.BAD if self.kind is Kind.DANGER else Tone.TEXT

    def _draw_face(self, canvas: Canvas, ink: Tone) -> None:
        theme = canvas.theme
        face = self.rect.move(0, theme.px(1) if self._held(canvas) else 0)
        if not self.text:
            canvas.icon(self.icon, face, ICON, ink)
            return
        icon = theme.px(ICON) + theme.px(ICON_GAP) if self.icon else 0
        room = face.inflate(-2 * theme.px(SIDE // 2), 0)
        text = min(theme.type.width(self.text, STRONG), room.w - icon)
        start = room.x + (room.w - text - icon) // 2
        if self.icon:
            canvas.icon(self.icon, Rect(start, face.y, theme.px(ICON), face.h), ICON, ink)
        canvas.write_whole(self.text, Rect(start + icon, face.y, text, face.h), STRONG, ink)


def icon_button(widget_id: str, icon: str, on_press: Callable[[], None], tip: str) -> Button:
    """A button with an icon alone."""
    return Button(widget_id, "", on_press, tip, Kind.QUIET, icon)


class Switch(Enum):
    """Position of a toggle."""

    OFF = "off"
    ON = "on"

    @property
    def other(self) -> Switch:
        """The other position."""
        return Switch.ON if self is Switch.OFF else Switch.OFF


class Toggle(Pressable):
    """A switch with a text; it tells each new position."""

    def __init__(
        self, widget_id: str, text: str, position: Switch, on_change: Callable[[Switch], None], tip: str
    ) -> None:
        super().__init__(widget_id, tip, self._turn)
        self.text = text
        self.position = position
        self.on_change = on_change

    def _turn(self) -> None:
        self.position = self.position.other
        self.on_change(self.position)

    def content(self, theme: Theme, room: int) -> Size:
        """Switch and text."""
        return theme.px(SWITCH_WIDE + 10) + theme.type.width(self.text, BODY), theme.px(HEIGHT)

    def draw(self, canvas: Canvas) -> None:
        """Draw the switch, a tick in it when it is on, and the text."""
        theme = canvas.theme
        track = Rect(self.rect.x, 0, theme.px(SWITCH_WIDE), theme.px(SWITCH_HIGH))
        track.centery = self.rect.centery
        on = self.position is Switch.ON
        hovered = canvas.hover == self.id
        fill = (Tone.ACCENT_HOVER if hovered else Tone.ACCENT) if on else (Tone.HOVER if hovered else Tone.SUNKEN)
        canvas.box(track, BoxStyle(fill, None if on else Tone.LINE, SWITCH_HIGH // 2))
        knob = track.inflate(-theme.px(6), -theme.px(6))
        knob.w = knob.h
        if on:
            knob.right = track.right - theme.px(3)
            canvas.icon("check", Rect(track.x, track.y, track.w - knob.w - theme.px(4), track.h), 12, Tone.ON_ACCENT)
        canvas.box(knob, BoxStyle(Tone.ON_ACCENT if on else Tone.DIM, None, SWITCH_HIGH))
        start = track.right + theme.px(10)
        ink = Tone.FAINT if self.blocked else Tone.TEXT
        canvas.write(self.text, Rect(start, self.rect.y, self.rect.right - start, self.rect.h), BODY, ink, Align.LEFT)
