"""One visit a turn: the caucus and the orders side by side, for a class that shares a machine."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from wargame.catalogue import _
from wargame.engine.judge import judge
from wargame.model.orders import Order
from wargame.model.view import View
from wargame.session import Refused
from wargame.ui.kit.layout import Column
from wargame.ui.kit.tabs import Tab, Tabs
from wargame.ui.kit.widget import Widget
from wargame.ui.kit.window import Window
from wargame.ui.map.situation import Situation
from wargame.ui.play.ahead import as_of_orders
from wargame.ui.play.drafting import all_words
from wargame.ui.play.game import Game
from wargame.ui.screens.caucus import Caucus
from wargame.ui.screens.hall import Hall, Reckoned
from wargame.ui.screens.mapbox import MapBox
from wargame.ui.screens.marching import Marching
from wargame.ui.screens.sheets import Sheets
from wargame.ui.settings import Reasons
from wargame.ui.theme.palette import Tone

COUNCIL, FORCES = "council", "forces"


class Ahead:
    """The screen as the orders see it before their phase: what is given there is intended, and judged as of that phase."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._seen: tuple[View, tuple[Order, ...], View] | None = None

    @property
    def game(self) -> Game:
        """The game."""
        return self._hall.game

    @property
    def window(self) -> Window:
        """The window."""
        return self._hall.window

    @property
    def map(self) -> MapBox:
        """The map."""
        return self._hall.map

    @property
    def view(self) -> View:
        """What the seat knows, as if the orders phase were open; the same object as long as nothing changes."""
        view, given = self._hall.view, self._hall.given
        if self._seen is None or self._seen[0] is not view or self._seen[1] != given:
            self._seen = (view, given, as_of_orders(view, given))
        return self._seen[2]

    @property
    def sheets(self) -> Sheets:
        """Makes sheets of it."""
        return self._hall.sheets

    @property
    def reasons(self) -> Reasons:
        """When the reasons of AIs can be read."""
        return self._hall.reasons

    @property
    def given(self) -> tuple[Order, ...]:
        """What is intended."""
        return self.game.intended()

    def orders(self) -> dict[int, Order]:
        """What is intended, by its place in the list."""
        return dict(enumerate(self.given))

    def submit(self, order: Order) -> bool:
        """Intend an order; what is wrong with it is said."""
        broken = judge(self.view, order, self.given)
        if broken:
            self.window.notify(all_words(broken), Tone.WARN)
            return False
        return self._intend((*self.given, order))

    def withdraw(self, number: int) -> None:
        """Intend it no more."""
        self._intend(tuple(order for place, order in enumerate(self.given) if place != number))

    def exchange(self, back: Collection[int], orders: Sequence[Order]) -> bool:
        """Intend some no more and others instead, as one gesture."""
        meant = [order for place, order in enumerate(self.given) if place not in back]
        broken: list[str] = []
        for order in orders:
            laws = judge(self.view, order, meant)
            broken += laws
            meant += [] if laws else [order]
        if broken:
            self.window.notify(all_words(broken), Tone.WARN)
        return self._intend(meant) and not broken

    def _intend(self, orders: Sequence[Order]) -> bool:
        try:
            self.game.intend(orders)
        except Refused as refused:
            self.window.notify(all_words(refused.laws), Tone.WARN)
            return False
        self.refresh()
        return True

    def decide(self) -> None:
        """Commit the seat and let the others play."""
        self._hall.decide()

    def go_on(self) -> None:
        """Turn to the next page of the turn."""
        self._hall.go_on()

    def open_archive(self) -> None:
        """Open the archive of declarations over the screen."""
        self._hall.open_archive()

    def show_sheet(self, rows: Sequence[Widget]) -> None:
        """Put this into the sheet at the right."""
        self._hall.show_sheet(rows)

    def look_at(self, what: str, name: str) -> None:
        """Show a state, place or formation in the sheet, and where it is."""
        self._hall.look_at(what, name)

    def reckon(self, job: Callable[[], Reckoned], done: Callable[[Reckoned], None]) -> None:
        """Do a job that takes longer than a frame."""
        self._hall.reckon(job, done)

    def show_situation(self, situation: Situation | None) -> None:
        """Put another moment on the map."""
        self._hall.show_situation(situation)

    def refresh(self) -> None:
        """Build the panels anew."""
        self._hall.refresh()


class Visit:
    """The panel of a visit: what the council or leadership decides, and what the forces do."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._council = Caucus(hall, self._to_forces)
        self._forces = Marching(Ahead(hall))
        self._part = COUNCIL

    @property
    def _shown(self) -> Caucus | Marching:
        return self._council if self._part == COUNCIL else self._forces

    @property
    def writing(self) -> bool:
        """A draft or an order is being written."""
        return self._shown.writing

    def begin_first(self) -> None:
        """Begin the first draft, or the first order."""
        self._shown.begin_first()

    def middle(self) -> Widget | None:
        """The map stays."""
        return None

    def sheet(self) -> Sequence[Widget] | None:
        """What belongs to the part that is shown."""
        return self._shown.sheet()

    def pick(self, place: str, formation: str) -> bool:
        """The part that is shown takes what is pressed on the map."""
        return self._shown.pick(place, formation)

    def rail(self) -> Widget:
        """Both parts behind tabs."""
        pages = [
            Tab(COUNCIL, _("Decisions"), _("What is tabled or decided this turn")),
            Tab(FORCES, _("Forces"), _("What your forces do once it is decided")),
        ]
        bar = Tabs("visit", pages, self._part, self._turn_to)
        return Column(bar, self._shown.rail().growing(), gap=8)

    def _turn_to(self, part: str) -> None:
        self._part = part
        self._hall.map.arrows, self._hall.map.leader = (), None
        self._hall.refresh()

    def _to_forces(self) -> None:
        self._turn_to(FORCES)
