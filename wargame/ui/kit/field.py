"""A field for one line of text: caret, selection by keys and pointer, clipboard, and a mask for PINs."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import pygame
from pygame import Rect

from wargame.ui.kit.button import HEIGHT, RADIUS
from wargame.ui.kit.canvas import Canvas, Point
from wargame.ui.kit.editing import Line
from wargame.ui.kit.keys import Mod, Stroke
from wargame.ui.kit.widget import Cursor, Host, Press, Size, Widget
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import BODY

SIDE = 10  # logical units
WIDE = 180
ICON = 16
LIMIT = 200  # letters
BLINK = 530  # milliseconds of light, then as many of dark
BLINKING = 10_000  # milliseconds after the last change for which the caret blinks; it costs redraws
MASK = "•"


class Echo(Enum):
    """What a field shows of its text."""

    PLAIN = "the text"
    MASKED = "a dot a letter; it cannot be copied"


class TextField(Widget):
    """Edits one line; it tells each new text. `accepts` says which letters may be entered."""

    takes_text = True
    cursor = Cursor.TEXT

    def __init__(
        self,
        widget_id: str,
        on_change: Callable[[str], None],
        tip: str,
        hint: str = "",
        icon: str = "",
        echo: Echo = Echo.PLAIN,
        limit: int = LIMIT,
        accepts: Callable[[str], bool] = str.isprintable,
    ) -> None:
        super().__init__((), widget_id, tip)
        self.line = Line()
        self.on_change = on_change
        self.on_submit: Callable[[], None] | None = None
        self.hint = hint
        self.icon = icon
        self.echo = echo
        self.limit = limit
        self.accepts = accepts
        self._theme: Theme | None = None
        self._shift = 0  # pixels the text is moved to the left, so that the caret can be seen
        self._changed_at = 0
        self._seen: tuple[Line, bool] | None = None

    @property
    def text(self) -> str:
        """What has been entered."""
        return self.line.text

    @text.setter
    def text(self, text: str) -> None:
        """Enter something, as far as there is room; the cursor stands behind it."""
        self.line = Line(text[: self.limit], len(text[: self.limit]), len(text[: self.limit]))

    def content(self, theme: Theme, room: int) -> Size:
        """A box one line high."""
        return theme.px(WIDE), theme.px(HEIGHT)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Keep the theme, to know where letters stand."""
        self.rect = rect
        self._theme = theme

    def draw(self, canvas: Canvas) -> None:
        """Draw the box, the selection, the text and the caret."""
        focused = canvas.focus == self.id
        if self._seen != (self.line, focused):
            self._seen, self._changed_at = (self.line, focused), canvas.now
        edge = Tone.ACCENT if focused else Tone.FAINT if canvas.hover == self.id else Tone.LINE
        canvas.box(self.rect, BoxStyle(Tone.SUNKEN, edge, RADIUS))
        if self.icon:
            side = canvas.theme.px(SIDE + ICON)
            canvas.icon(
                self.icon, Rect(self.rect.x + canvas.theme.px(4), self.rect.y, side, self.rect.h), ICON, Tone.DIM
            )
        room = self._room(canvas.theme)
        with canvas.clipped(room):
            if self.line.text and focused:
                self._draw_text(canvas, room)
            elif self.line.text:
                self._shift = 0
                canvas.write(self._shown(), room, BODY)
            elif self.hint:
                canvas.write(self.hint, room, BODY, Tone.FAINT)
            if focused and self._lit(canvas.now):
                self._draw_caret(canvas, room)

    def moves_at(self, now: int) -> int | None:
        """The next turn of the caret, while it blinks."""
        since = now - self._changed_at
        focused = self._seen is not None and self._seen[1]
        return BLINK - since % BLINK if focused and since < BLINKING else None

    def press(self, press: Press, host: Host) -> None:
        """Put the caret where the pointer is; a double click takes the word."""
        place = self._place_at(press.at)
        if press.clicks > 1 and self.echo is Echo.PLAIN:
            self.line = self.line.moved(place).word_selected()
        elif Mod.SHIFT in press.mods:
            self.line = self.line.stretched(place)
        else:
            self.line = self.line.moved(place)

    def drag(self, at: Point, host: Host) -> None:
        """Select up to the pointer."""
        self.line = self.line.stretched(self._place_at(at))

    def type(self, text: str) -> bool:
        """Enter what is accepted of a text."""
        entered = "".join(letter for letter in text if letter.isprintable() and self.accepts(letter))
        if entered:
            self._become(self.line.insert(entered, self.limit))
        return True

    def key(self, stroke: Stroke, host: Host) -> bool:
        """Move, delete, copy and paste; letters are taken here so that they are no shortcuts."""
        if stroke.mods in (Mod.CTRL, Mod.CTRL | Mod.SHIFT):
            return self._command(stroke, host)
        if stroke.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and self.on_submit is not None:
            self.on_submit()
            return True
        return self._edit(stroke) or self._is_letter(stroke)

    def activate(self, host: Host) -> None:
        """Take the keyboard, all selected."""
        host.focus(self.id)
        self.line = self.line.all_selected()

    def _edit(self, stroke: Stroke) -> bool:
        line, far = self.line, Mod.CTRL in stroke.mods
        before = line.word_before() if far and self.echo is Echo.PLAIN else line.caret - 1
        after = line.word_after() if far and self.echo is Echo.PLAIN else line.caret + 1
        targets = {
            pygame.K_LEFT: line.start if line.selected and Mod.SHIFT not in stroke.mods and not far else before,
            pygame.K_RIGHT: line.end if line.selected and Mod.SHIFT not in stroke.mods and not far else after,
            pygame.K_HOME: 0,
            pygame.K_END: len(line.text),
        }
        if stroke.key in targets:
            place = targets[stroke.key]
            self.line = line.stretched(place) if Mod.SHIFT in stroke.mods else line.moved(place)
            return True
        cuts = {pygame.K_BACKSPACE: before, pygame.K_DELETE: after}
        if stroke.key in cuts:
            self._become(line.cut_to(cuts[stroke.key]))
            return True
        return False

    def _command(self, stroke: Stroke, host: Host) -> bool:
        match stroke.key:
            case pygame.K_a:
                self.line = self.line.all_selected()
            case pygame.K_c | pygame.K_x:
                self._copy(host)
                if stroke.key == pygame.K_x and self.line.selected:
                    self._become(self.line.cut_to(self.line.caret))
            case pygame.K_v:
                self.type(host.pasted())
            case _:
                return self._edit(stroke)
        return True

    def _copy(self, host: Host) -> None:
        if self.line.selected and self.echo is Echo.PLAIN:
            host.copy(self.line.selected)

    def _become(self, line: Line) -> None:
        told = line.text != self.line.text
        self.line = line
        if told:
            self.on_change(line.text)

    @staticmethod
    def _is_letter(stroke: Stroke) -> bool:
        plain = Mod.CTRL not in stroke.mods and Mod.ALT not in stroke.mods
        return plain and pygame.K_SPACE <= stroke.key < pygame.K_DELETE

    def _shown(self) -> str:
        return self.line.text if self.echo is Echo.PLAIN else MASK * len(self.line.text)

    def _room(self, theme: Theme) -> Rect:
        left = theme.px(SIDE + (ICON + 6 if self.icon else 0))
        return Rect(self.rect.x + left, self.rect.y, max(0, self.rect.w - left - theme.px(SIDE)), self.rect.h)

    def _lit(self, now: int) -> bool:
        since = now - self._changed_at
        return since >= BLINKING or (since // BLINK) % 2 == 0

    def _place_at(self, at: Point) -> int:
        """Place between letters that is nearest to a point."""
        if self._theme is None:
            return 0
        type_, shown = self._theme.type, self._shown()
        along = at[0] - self._room(self._theme).x + self._shift
        return min(range(len(shown) + 1), key=lambda place: abs(type_.width(shown[:place], BODY) - along))

    def _draw_text(self, canvas: Canvas, room: Rect) -> None:
        type_, shown = canvas.theme.type, self._shown()
        caret, whole = type_.width(shown[: self.line.caret], BODY), type_.width(shown, BODY)
        self._shift = min(max(self._shift, caret - room.w + 2), caret)
        self._shift = max(0, min(self._shift, whole - room.w + 2))
        if self.line.selected:
            start, end = (type_.width(shown[:place], BODY) for place in (self.line.start, self.line.end))
            rect = Rect(room.x + start - self._shift, room.y, end - start, room.h)
            canvas.fill(rect.inflate(0, -canvas.theme.px(12)), Tone.ACCENT)
        canvas.write(shown, Rect(room.x - self._shift, room.y, whole, room.h), BODY)

    def _draw_caret(self, canvas: Canvas, room: Rect) -> None:
        before = canvas.theme.type.width(self._shown()[: self.line.caret], BODY)
        high = canvas.theme.type.height(BODY)
        shift = self._shift if self.line.text else 0
        canvas.fill(Rect(room.x + before - shift, room.centery - high // 2, canvas.theme.px(1.5), high), Tone.TEXT)
