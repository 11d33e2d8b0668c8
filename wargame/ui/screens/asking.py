"""A request for forces: what, where, for how long."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.engine.vocabulary import spoken
from wargame.model.orders import RequestForces
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import caption, heading
from wargame.ui.kit.layout import Column, Row, Rule, gap
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.slider import Scale, Slider, Telling
from wargame.ui.kit.widget import Widget
from wargame.ui.play.drafting import members_land
from wargame.ui.screens.hall import Hall

WEEKS = Scale(4, 52, 4)
CAPABILITIES = ("land", "air", "sea")


class Asking:
    """Writes one request; `order` is it, None while there is none."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self.order: RequestForces | None = None

    def button(self) -> Widget:
        """Begins a request."""
        return Button(
            "ask",
            _("Ask the members for forces"),
            self.begin,
            _("Formations for a place and a time"),
            icon="truck",
        )

    def begin(self) -> None:
        """Write a request, to be altered."""
        land = members_land(self._hall.view)
        if land:
            self.order = RequestForces(capability="land", place=land[0], weeks=WEEKS.low * 3)
            self._hall.refresh()

    def rail(self, asking: RequestForces) -> Widget:
        """The request that is written."""
        names = self._hall.view.names
        land = [Choice(name, names.places.title(names.places.row(name))) for name in members_land(self._hall.view)]
        kinds = [Choice(kind, spoken(kind)) for kind in CAPABILITIES]
        rows: list[Widget] = [
            heading(_("Ask for forces")),
            Prose("ask.says", plain(_("Each member answers by its own terms; what it gives passes to your command."))),
            caption(_("What")),
            DropDown(
                "ask.kind",
                kinds,
                asking.capability,
                lambda kind: self._alter("capability", kind),
                _("Land, air or sea"),
            ),
            caption(_("Where")),
            DropDown(
                "ask.place",
                land,
                asking.place,
                lambda place: self._alter("place", place),
                _("Or press a place on the map"),
            ),
            caption(_("Weeks")),
            Slider(
                "ask.weeks",
                WEEKS,
                asking.weeks,
                lambda weeks: self._alter("weeks", weeks),
                _("For how long"),
                Telling.LET_GO,
            ),
        ]
        send = Button("ask.send", _("Ask"), self._send, _("Put the request to the members"), Kind.PRIMARY, "check")
        back = Button("drop", _("Back"), self.drop, _("Leave this request"), icon="chevron-left")
        return Column(*rows, gap(), Rule(), Row(back, gap(), send), gap=6)

    def _alter(self, field: str, value: object) -> None:
        if self.order is not None:
            self.order = self.order.model_copy(update={field: value})
            self._hall.refresh()

    def _send(self) -> None:
        asking, self.order = self.order, None
        if asking is not None:
            self._hall.submit(asking)
        self._hall.refresh()

    def pick(self, place: str) -> bool:
        """A place pressed on the map while a request is written."""
        if self.order is None or place not in members_land(self._hall.view):
            return False
        self._alter("place", place)
        return True

    def drop(self) -> None:
        """Leave the request."""
        self.order = None
        self._hall.refresh()
