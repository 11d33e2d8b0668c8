"""A demand of a member that holds an accession up: whose, for whom, and how much of it is met."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.engine.holders import Holder, holders, waiting
from wargame.engine.judge import judge
from wargame.engine.spending import due_for_demand
from wargame.model.orders import MeetDemand
from wargame.model.state import MOST_POINTS
from wargame.model.view import View
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import caption, heading
from wargame.ui.kit.layout import Column, Row, Rule, gap
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.slider import Scale, Slider, Telling
from wargame.ui.kit.widget import Widget
from wargame.ui.play.drafting import refusal
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.levels import law_line
from wargame.ui.screens.positions import influence
from wargame.ui.screens.terms import explained_line, told_of

STEP = 50  # 1/1000 point
POINTS = Scale(STEP, MOST_POINTS, STEP)
BETWEEN = ":"  # in the key of a choice, between the member and the applicant


class Conceding:
    """Writes one offer; `order` is it, None while there is none."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._weighed: tuple[View, list[Holder]] | None = None
        self.order: MeetDemand | None = None

    def button(self) -> list[Widget]:
        """Begins an offer, where somebody holds an accession up."""
        if not waiting(self._hall.view):
            return []
        text, tip = _("Meet a demand"), _("Of a member that has not ratified an accession")
        return [Button("meet", text, self._begin, tip, icon="scroll-text")]

    def _held(self) -> list[Holder]:
        """Weighed once for each state of the seat's knowledge."""
        view = self._hall.view
        if self._weighed is None or self._weighed[0] is not view:
            self._weighed = (view, holders(view))
        return self._weighed[1]

    def _begin(self) -> None:
        held = self._held()
        if held:
            self._offer(min(held, key=lambda holder: (holder.lacks == 0, holder.lacks)))

    def _offer(self, holder: Holder) -> None:
        points = POINTS.nearest(holder.lacks + STEP)
        self.order = MeetDemand(member=holder.member, applicant=holder.applicant, points=points)
        self._hall.refresh()

    def rail(self, offer: MeetDemand) -> Widget:
        """The offer that is written."""
        view = self._hall.view
        roll = view.names.countries
        told = told_of(view, "ratification", view.body, roll.row(offer.member), roll.row(offer.applicant))
        said = _(
            "A member ratifies at nought or above. What it keeps to itself is not counted here, unless you sounded it out."
        )
        rows: list[Widget] = [
            heading(_("Meet a demand")),
            Prose("meet.says", plain(said)),
            caption(_("Whose, and for whom")),
            DropDown(
                "meet.holder", self._choices(), _key(offer.member, offer.applicant), self._choose, _("Who holds up")
            ),
            explained_line(told, _("What it makes of the applicant"), "meet.value"),
            caption(_("How much of it, in thousandths of a point")),
            Slider("meet.points", POINTS, offer.points, self._aim, _("How much of it"), Telling.LET_GO),
        ]
        due = due_for_demand(view, offer.points)
        rows.append(law_line("meet.due", _("Costs influence"), influence(due), "COUNCIL-13", "ACCESSION-4"))
        broken = judge(view, offer, self._hall.given)
        send = Button("meet.send", _("Offer"), self._send, _("It is told that a demand is met"), Kind.PRIMARY, "check")
        send.blocked = refusal(view, offer, broken)
        back = Button("drop", _("Back"), self.drop, _("Leave this offer"), icon="chevron-left")
        return Column(*rows, gap(), Rule(), Row(back, gap(), send), gap=6)

    def _choices(self) -> list[Choice]:
        roll = self._hall.view.names.countries
        named = _("{member}, for {applicant}")
        return [
            Choice(
                _key(holder.member, holder.applicant),
                named.format(
                    member=roll.title(roll.row(holder.member)), applicant=roll.title(roll.row(holder.applicant))
                ),
            )
            for holder in self._held()
        ]

    def _choose(self, key: str) -> None:
        chosen = [holder for holder in self._held() if _key(holder.member, holder.applicant) == key]
        if chosen:
            self._offer(chosen[0])

    def _aim(self, points: int) -> None:
        if self.order is not None:
            self.order = self.order.model_copy(update={"points": points})
            self._hall.refresh()

    def _send(self) -> None:
        offer, self.order = self.order, None
        if offer is not None:
            self._hall.submit(offer)
        self._hall.refresh()

    def drop(self) -> None:
        """Leave the offer."""
        self.order = None
        self._hall.refresh()


def _key(member: str, applicant: str) -> str:
    return member + BETWEEN + applicant
