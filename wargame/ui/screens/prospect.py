"""The prospect of a plan: ranges of score, objectives, escalation and battles, reckoned in a thread as the orders change."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.model.orders import Order
from wargame.model.view import View
from wargame.ui.kit.figure import Opens
from wargame.ui.kit.label import caption
from wargame.ui.kit.layout import Column, Rule
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget
from wargame.ui.play.game import own_objectives
from wargame.ui.play.outlook import FUTURES, Outlook, Range, outlook_of
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.pieces import Slot, Value, box_of

KEYS = (("score", 1), ("escalation", 1), ("battles", 0))
"""Of each range shown: its id, and its digits."""


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
        if said is None:
            tip = _("Playing {count} futures …").format(count=FUTURES)
            self._slot.put(Column(*(Value("", name, "…", tip=tip) for name in _names()), gap=0))
            return
        tip = _(
            "The middle of {count} futures, and what four in five lie between. "
            "All start from what you know today: what you do not know is not in them."
        ).format(count=FUTURES)
        ranges = (said.score, said.escalation, said.battles)
        lines = [
            Value(f"prospect.{key}", name, _words(found, digits), self._opener(name, found, digits, said), tip)
            for (key, digits), name, found in zip(KEYS, _names(), ranges, strict=True)
        ]
        self._slot.put(Column(*lines, gap=0))

    def _opener(self, name: str, found: Range, digits: int, said: Outlook) -> Opens:
        """Opens a range: its ends and its middle; for the score, each objective too."""
        assert self._wanted is not None
        view = self._wanted[0]
        ends = {
            _("One in ten lies below"): found.low,
            _("Half lie below"): found.middle,
            _("One in ten lies above"): found.high,
        }
        rows: list[Widget] = [Value("", end, f"{value:.{digits}f}") for end, value in ends.items()]
        if found is said.score:
            titles = [view.names.objectives.title(row) for row in own_objectives(view)]
            rows.append(caption(_("By objective")))
            rows += [Value("", title, _words(each, 1)) for title, each in zip(titles, said.objectives, strict=True)]
        note = _("Played by the rules themselves, on what you know, your orders given and the others' assumed.")
        return lambda host, rect: host.open_popup(box_of(name, *rows, Rule(), Prose("terms.note", note)), rect)


def _names() -> tuple[str, str, str]:
    return _("Score at the end of the turn"), _("Escalation reached"), _("Battles in the turn")


def _words(found: Range, digits: int) -> str:
    """A range as it is read: the middle, and from where to where."""
    low, middle, high = (f"{value:.{digits}f}" for value in (found.low, found.middle, found.high))
    return middle if low == high else f"{middle}  ({low} – {high})"
