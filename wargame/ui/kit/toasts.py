"""Toasts: short messages at the lower edge that go by themselves."""

from __future__ import annotations

from pygame import Rect

from wargame.catalogue import _
from wargame.ui.kit.button import Pressable
from wargame.ui.kit.canvas import Canvas
from wargame.ui.kit.markup import blocks, plain
from wargame.ui.kit.widget import Size, Widget
from wargame.ui.kit.wrap import Flow, flow
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme

SECONDS = 6
MOST = 4  # older ones go
WIDE = 320  # logical units, as all below
PAD = 12
ICON = 18
GAP = 8
MARGIN = 16
ICONS = {Tone.GOOD: "circle-check", Tone.WARN: "triangle-alert", Tone.BAD: "circle-x"}


class Toast(Pressable):
    """A message; a press sends it away."""

    def __init__(self, toasts: Toasts, number: int, text: str, tone: Tone, until: int) -> None:
        super().__init__(f"toast.{number}", _("Dismiss"), lambda: toasts.dismiss(self))
        self.text = text
        self.tone = tone
        self.until = until  # milliseconds
        self._laid: tuple[int, Flow] | None = None  # at a scale

    def content(self, theme: Theme, room: int) -> Size:
        """The text in lines beside an icon."""
        return theme.px(WIDE), self._lines(theme).height + 2 * theme.px(PAD)

    def draw(self, canvas: Canvas) -> None:
        """Draw box, icon and text."""
        theme = canvas.theme
        theme.shadow(canvas.surface, self.rect, 8, 6)
        canvas.box(self.rect, BoxStyle(Tone.HOVER if canvas.hover == self.id else Tone.RAISED, Tone.LINE, 8))
        stripe = Rect(self.rect.x + theme.px(1), self.rect.y + theme.px(8), theme.px(3), self.rect.h - theme.px(16))
        canvas.box(stripe, BoxStyle(self.tone, None, 2))
        lines = self._lines(theme)
        icon = Rect(self.rect.x + theme.px(PAD), self.rect.y + theme.px(PAD), theme.px(ICON), lines.line)
        canvas.icon(ICONS.get(self.tone, "info"), icon, ICON, self.tone)
        for word in lines.words:
            x, y = icon.right + theme.px(GAP) + word.x, icon.y + word.y
            canvas.write(word.piece.text.rstrip(), Rect(x, y, word.width, lines.line), word.piece.style, Tone.TEXT)

    def moves_at(self, now: int) -> int | None:
        """It goes in the end."""
        return max(0, self.until - now)

    def _lines(self, theme: Theme) -> Flow:
        if self._laid is None or self._laid[0] != theme.percent:
            room = theme.px(WIDE - 2 * PAD - ICON - GAP)
            self._laid = theme.percent, flow(blocks(plain(self.text)), theme.type, room)
        return self._laid[1]


class Toasts(Widget):
    """The messages that are shown, the newest lowest."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Toast] = []
        self._count = 0

    def add(self, text: str, tone: Tone, now: int) -> None:
        """Show a message for some seconds."""
        self._count += 1
        self._shown.append(Toast(self, self._count, text, tone, now + SECONDS * 1000))
        self.kids = self._shown = self._shown[-MOST:]

    def dismiss(self, toast: Toast) -> None:
        """Send a message away."""
        self.kids = self._shown = [other for other in self._shown if other is not toast]

    def clear(self) -> None:
        """Send all messages away."""
        self.kids = self._shown = []

    def expire(self, now: int) -> bool:
        """Send away those whose time is over; whether there were any."""
        left = [toast for toast in self._shown if toast.until > now]
        gone = len(left) < len(self._shown)
        self.kids = self._shown = left
        return gone

    def place(self, theme: Theme, rect: Rect) -> None:
        """Lay them above each other in the middle of the lower edge, where they hide the least."""
        bottom = rect.bottom - theme.px(MARGIN)
        for toast in reversed(self._shown):
            width, height = toast.wish(theme, rect.w)
            width = min(width, max(0, rect.w - 2 * theme.px(MARGIN)))
            toast.place(theme, Rect(rect.centerx - width // 2, bottom - height, width, height))
            bottom -= height + theme.px(GAP)
        self.rect = rect
