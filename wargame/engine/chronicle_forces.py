"""The chronicle of forces: battles, marches, land that changes hands, contributions and transfers, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from wargame.catalogue import _, _n
from wargame.engine.phrases import (
    CAUSES,
    LEVELS,
    Speaks,
    because,
)
from wargame.engine.titles import Titles
from wargame.model import events as ev

TOLD = 50  # 1/1000 brigade: what the front costs a state in a week is told from here on

Fought = ev.BattleFought | ev.FrontWorn | ev.DepotsEmptied | ev.FormationMoved | ev.ControlChanged | ev.OrderFrustrated
Given = ev.Contributed | ev.RequestAnswered | ev.Transferred | ev.Recalled


class ForceTeller:
    """Tells what forces do, and who gives them."""

    def __init__(self, titles: Titles) -> None:
        self._titles = titles
        self._homes: dict[str, str | None] = {}  # of regions that changed hands: who held them at first

    def fought(self, event: Fought) -> str:
        """An event of the war as a sentence; empty for what the chronicle passes over."""
        match event:
            case ev.BattleFought():
                says = _("Battle for {place}: {state} attacks at {ratio} to 1, losing {lost} brigades against {taken}.")
                return says.format(
                    place=self._titles.place(event.place),
                    state=self._titles.country(event.attacker),
                    ratio=f"{event.attack / max(1, event.defence):.1f}",
                    lost=f"{event.attacker_losses / 1000:.2f}",
                    taken=f"{event.defender_losses / 1000:.2f}",
                )
            case ev.FrontWorn():
                says = _("Fire along the front costs {state} {lost} brigades this week.")
                lost = f"{event.lost / 1000:.1f}"
                return says.format(state=self._titles.country(event.state), lost=lost) if event.lost >= TOLD else ""
            case ev.DepotsEmptied():
                says = _(
                    "The depots of {state} are empty: what its forces lose is made good only by what is made or sent."
                )
                return says.format(state=self._titles.country(event.state))
            case ev.FormationMoved():
                return self._moved(event)
            case ev.ControlChanged():
                freed = self._homes.setdefault(event.place, event.before) == event.holder
                says = _("{place} is retaken: {state} holds it again.") if freed else _("{place} falls to {state}.")
                return says.format(place=self._titles.place(event.place), state=self._titles.country(event.holder))
            case ev.OrderFrustrated():
                return _("{formation} cannot carry out the order: {cause}.").format(
                    formation=self._titles.formation(event.formation), cause=CAUSES[event.cause]
                )
            case _:
                assert_never(event)

    def _moved(self, event: ev.FormationMoved) -> str:
        if event.how == "moved":
            return ""
        lives = event.how == "retreat"
        says = _("{formation} must fall back to {place}.") if lives else _("Destroyed at {place}: {formation}.")
        return says.format(formation=self._titles.formation(event.formation), place=self._titles.place(event.place))

    def given(self, event: Given) -> str:
        """What a state gives, or refuses, as a sentence."""
        match event:
            case ev.Contributed():
                return _("{state} contributes {what}{why}.").format(
                    state=self._titles.country(event.member),
                    what=LEVELS[event.level],
                    why=because(event.terms, Speaks(event.level < 2)),
                )
            case ev.RequestAnswered():
                return self.answered([event])
            case ev.Transferred():
                return self.transferred([event])
            case ev.Recalled():
                return self.recalled([event])
            case _:
                assert_never(event)

    def answered(self, alike: Sequence[ev.RequestAnswered]) -> str:
        """Members that gave one answer for one place and one reason, each named once though it was asked twice."""
        event, members = alike[0], list(dict.fromkeys(each.member for each in alike))
        count = len(members)
        if count == 1:
            says = _("{state} offers forces for {place}{why}.")
            if not event.gives:
                says = _("{state} refuses forces for {place}{why}.")
        elif event.gives:
            says = _n(
                "{count} offers forces for {place}: {state}{why}.",
                "{count} offer forces for {place}: {state}{why}.",
                count,
            )
        else:
            says = _n(
                "{count} refuses forces for {place}: {state}{why}.",
                "{count} refuse forces for {place}: {state}{why}.",
                count,
            )
        return says.format(
            count=count,
            state=self._titles.country(members[0]) if count == 1 else ", ".join(map(self._titles.state, members)),
            place=self._titles.place(event.place),
            why=because(event.terms, Speaks(not event.gives), count),
        )

    def recalled(self, run: Sequence[ev.Recalled]) -> str:
        """Formations that a state wants back from the same body at the same time."""
        event = run[0]
        units = self._titles.listed([self._titles.formation(each.formation) for each in run])
        says = _n(
            "{state} calls home from {body}, in {weeks} week: {formations}.",
            "{state} calls home from {body}, in {weeks} weeks: {formations}.",
            event.weeks,
        )
        return says.format(
            state=self._titles.country(event.member),
            body=self._titles.body(event.body),
            weeks=event.weeks,
            formations=units,
        )

    def transferred(self, run: Sequence[ev.Transferred]) -> str:
        """Formations that passed to the same command for the same time."""
        event = run[0]
        units = self._titles.listed([self._titles.formation(each.formation) for each in run])
        if not event.given:
            return _("Back to national command: {formations}.").format(formations=units)
        says = _("Transfer of authority to {body}: {formations}.")
        if event.weeks:
            says = _n(
                "Transfer of authority to {body} for {weeks} week: {formations}.",
                "Transfer of authority to {body} for {weeks} weeks: {formations}.",
                event.weeks,
            )
        return says.format(formations=units, body=self._titles.body(event.body), weeks=event.weeks)
