"""The middle of the screen of a game: the map or a page, and the log below it."""

from __future__ import annotations

from pygame import Rect

from wargame.ui.kit.layout import Column
from wargame.ui.kit.widget import Size, Widget
from wargame.ui.screens.mapbox import MapBox
from wargame.ui.screens.pieces import Slot
from wargame.ui.theme.theme import Theme

LOG_HIGH = 124  # logical units, as all below
LOW = 500  # below this a page has no room to spare


class Middle(Widget):
    """Map or page above the log; where the window is low, a page that is read takes the room of the log."""

    def __init__(self, above: Slot, working: Slot, log: Widget) -> None:
        below = Column(working, log.growing(), gap=4).sized(high=LOG_HIGH)
        self._above = above
        self._both = Column(above.growing(), below, gap=8)
        self._page = Column(working, above, gap=0)
        super().__init__([self._both])

    def content(self, theme: Theme, room: int) -> Size:
        """What map and log wish."""
        return self._both.wish(theme, room)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Show the log where there is room for it."""
        reading = any(not isinstance(kid, MapBox) for kid in self._above.kids)
        self.kids = [self._page if reading and rect.h < theme.px(LOW) else self._both]
        super().place(theme, rect)
