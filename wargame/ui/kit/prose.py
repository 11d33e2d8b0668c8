"""Rich text in a column: wrapped to its width, with links that the keyboard reaches. Only lines that can be seen are drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from pygame import Rect

from wargame.catalogue import _
from wargame.ui.kit.button import Pressable
from wargame.ui.kit.canvas import Canvas, Point
from wargame.ui.kit.markup import blocks
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Size, Widget
from wargame.ui.kit.wrap import Flow, Word, flow
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.lru import Lru, one
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme

BULLET = 5  # logical units
UNDERLINE = 1
FLOWS = 12  # widths for which the lines are kept, as layout asks for several
LONGEST_LINE = 760  # a longer one is hard to follow to the next


class Link(Pressable):
    """A link in a text; it may run over several lines."""

    def __init__(self, widget_id: str, tip: str, follow: Callable[[], None]) -> None:
        super().__init__(widget_id, tip, follow)
        self.rects: list[Rect] = []

    def path_at(self, at: Point) -> list[Widget]:
        """Only its words, not what is between them."""
        return [self] if any(rect.collidepoint(at) for rect in self.rects) else []


class Prose(Widget):
    """Rich text as high as it is. `follow` is told the target of a link, `tip` explains it; links have the ids
    `name.link.0`, and so on.
    """

    overlaps = True  # the surrounding rectangles of links over several lines

    def __init__(
        self,
        name: str,
        source: str,
        follow: Callable[[str], None] | None = None,
        tip: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self.name = name
        self._follow = follow
        self._tip = tip or _usual_tip
        self._links: list[Link] = []
        self._flows: Lru[tuple[int, int], Flow] = Lru(FLOWS, one)
        self._laid: Flow | None = None
        self.source = source

    @property
    def source(self) -> str:
        """The text in markup."""
        return self._source

    @source.setter
    def source(self, source: str) -> None:
        """Show another text."""
        self._source = source
        self._blocks = blocks(source)
        self._flows = Lru(FLOWS, one)
        targets = [piece.target for block in self._blocks for piece in block.pieces if piece.target]
        self._links = [self._link(place, target) for place, target in enumerate(targets)]
        self.kids = self._links

    def content(self, theme: Theme, room: int) -> Size:
        """The lines at this width."""
        laid = self._flow(theme, room)
        return laid.width, laid.height

    def place(self, theme: Theme, rect: Rect) -> None:
        """Lay the words and tell the links where they are."""
        self.rect = rect
        self._laid = self._flow(theme, rect.w)
        for link in self._links:
            link.rects = []
        for word in self._laid.words:
            if word.link is not None:
                place = Rect(rect.x + word.x, rect.y + word.y, word.width, self._laid.line)
                self._links[word.link].rects.append(place)
        for link in self._links:
            link.rect = link.rects[0].unionall(link.rects[1:]) if link.rects else Rect(rect.topleft, (0, 0))

    def draw(self, canvas: Canvas) -> None:
        """Draw the words and bullets whose lines can be seen."""
        laid, clip = self._laid, canvas.surface.get_clip()
        if laid is None:
            return
        first = bisect_left(laid.words, clip.top - self.rect.y - 2 * laid.line, key=lambda word: word.y)
        for word in laid.words[first:]:
            if self.rect.y + word.y > clip.bottom:
                break
            self._draw_word(canvas, laid, word)
        side = canvas.theme.px(BULLET)
        for x, y in laid.bullets:
            dot = Rect(0, 0, side, side)
            dot.center = (self.rect.x + x, self.rect.y + y)
            canvas.box(dot, BoxStyle(Tone.DIM, None, BULLET))

    def _flow(self, theme: Theme, room: int) -> Flow:
        room = min(room, theme.px(LONGEST_LINE))
        key = (theme.percent, room)
        return self._flows.get(key, lambda: flow(self._blocks, theme.type, room))

    def _link(self, place: int, target: str) -> Link:
        return Link(f"{self.name}.link.{place}", self._tip(target), lambda: self._go(target))

    def _go(self, target: str) -> None:
        if self._follow is not None:
            self._follow(target)

    def _draw_word(self, canvas: Canvas, laid: Flow, word: Word) -> None:
        high = canvas.theme.type.height(word.piece.style)
        text = word.piece.text.rstrip()
        box = Rect(self.rect.x + word.x, self.rect.y + word.y + max(0, laid.line - high) // 2, word.width, high)
        canvas.write(text, box, word.piece.style, word.piece.tone)
        if word.link is not None and canvas.hover == self._links[word.link].id:
            line = Rect(box.x, box.bottom - canvas.theme.px(2), box.w, canvas.theme.px(UNDERLINE))
            canvas.fill(line, Tone.LINK)


def article(
    widget_id: str, source: str, tip: str, follow: Callable[[str], None], link_tip: Callable[[str], str] | None = None
) -> Scroll:
    """Rich text that scrolls in the room it gets."""
    return Scroll(Prose(widget_id, source, follow, link_tip), widget_id, tip)


def _usual_tip(_target: str) -> str:
    return _("Read more")
