"""The prospect of a plan: ranges of score, objectives, escalation and battles, reckoned in a thread as the orders change."""

from __future__ import annotations

from pygame import Rect

from wargame.model.orders import Order
from wargame.model.view import View
from wargame.ui.kit.label import caption
from wargame.ui.kit.layout import Column
from wargame.ui.kit.widget import Host, Widget
from wargame.ui.play.game import own_objectives
from wargame.ui.play.outlook import FUTURES, Outlook, Range, outlook_of
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.pieces import Slot, Value, terms_box
from wargame.ui.words.catalogue import _


class Prospect:
    """A slot in the rail; `follow` reckons anew when the plan is another than the one shown or being reckoned."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._wanted: tuple[View, tuple[Order, ...]] | None = None
        self._busy = False
        self._outlook: Outlook | None = None
        self._slot = Slot()

    def rows(self) -> list[Widget]:
        """What stands in the rail."""
        self._fill()
        return [caption(_("What may come of it")), self._slot]

    def follow(self, orders: tuple[Order, ...]) -> None:
        """Reckon this plan, after the one that is being reckoned if there is one."""
        wanted = (self._hall.view, orders)
        if self._wanted is not None and self._wanted[0] is wanted[0] and self._wanted[1] == orders:
            return
        self._wanted, self._outlook = wanted, None
        if not self._busy:
            self._reckon()

    def _reckon(self) -> None:
        assert self._wanted is not None
        view, orders = asked = self._wanted
        self._busy = True

        def arrived(outlook: Outlook) -> None:
            self._busy = False
            if self._wanted is not asked:
                self._reckon()
                return
            self._outlook = outlook
            self._fill()
            self._hall.window.touch()

        self._hall.reckon(lambda: outlook_of(view, orders), arrived)

    def _fill(self) -> None:
        """Three rows, reckoned or not yet: what stands below must not move under the pointer when they arrive."""
        said = self._outlook
        score, escalation, battles = ("…",) * 3
        opens = None
        tip = _("Playing {count} futures …")
        if said is not None:
            score, escalation, battles = _words(said.score, 1), _words(said.escalation, 1), _words(said.battles, 0)
            tip = _("The middle of {count} futures, and what four in five lie between; press for the objectives")

            def opens(host: Host, rect: Rect) -> None:
                self._open(host, rect, said)

        self._slot.put(
            Column(
                Value("prospect.score", _("Score"), score, opens, tip.format(count=FUTURES)),
                Value("", _("Escalation reached"), escalation),
                Value("", _("Battles"), battles),
                gap=0,
            )
        )

    def _open(self, host: Host, rect: Rect, said: Outlook) -> None:
        view = self._hall.view
        own = own_objectives(view)
        titles = [view.names.objectives.title(row) for row in own]
        terms = {title: _words(each, 1) for title, each in zip(titles, said.objectives, strict=True)}
        note = _("Played by the rules themselves, on what you know, your orders given and the others' assumed.")
        host.open_popup(terms_box(_("Score at the end of the turn"), _words(said.score, 1), terms, note), rect)


def _words(found: Range, digits: int) -> str:
    """A range as it is read: the middle, and from where to where."""
    low, middle, high = (f"{value:.{digits}f}" for value in (found.low, found.middle, found.high))
    return middle if low == high else f"{middle}  ({low} – {high})"
