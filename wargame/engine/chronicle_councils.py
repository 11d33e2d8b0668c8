"""The chronicle of councils: drafts, positions, verdicts and what was sounded out, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from wargame.catalogue import _
from wargame.engine.manner import Manner
from wargame.engine.phrases import (
    ASKED,
    OFFERED,
    POSITIONS,
    VERDICTS,
    because,
    crossed,
    disposed,
    leaning,
    signed,
)
from wargame.engine.titles import Titles
from wargame.model import events as ev
from wargame.model.codes import Grant
from wargame.rules.council import NO_PRICE

Told = (
    ev.Tabled | ev.PositionTaken | ev.DraftDecided | ev.TextEnded | ev.Sounded | ev.DelegateDeparted | ev.OfferAnswered
)


TENTHS = 10  # 1/1000 in a per cent


class CouncilTeller:
    """Tells what councils do. It remembers how the draft that is on was last read."""

    def __init__(self, titles: Titles, manners: Mapping[str, Manner]) -> None:
        self._titles, self._manners = titles, manners
        self._reading, self._objections = ("", 0), 0  # where and how far the draft was last read, and objections to it
        self._verdict: ev.DraftDecided | None = None  # what became of it, until it is read again

    @property
    def is_read_again(self) -> bool:
        """With the next position the draft is read again: lower, or in the other council."""
        return self._verdict is not None

    def read_again(self, event: ev.PositionTaken, decided: ev.DraftDecided | None = None) -> str:
        """That the draft on which this position is taken is read again, after it was decided on at first."""
        decided = decided or self._verdict
        says = _("{body} redrafts at ambition {ambition}.")
        if decided is not None and decided.verdict == "agreed":
            says = _("{body} is heard on it.")
        return says.format(body=self._titles.body(event.body), ambition=event.ambition)

    def line(self, event: Told) -> str:
        """One event as a sentence; empty for what the chronicle passes over."""
        match event:
            case ev.Tabled():
                return self._tabled(event)
            case ev.PositionTaken():
                return self._position(event)
            case ev.DraftDecided():
                return self._decided(event)
            case ev.TextEnded():
                says = _('"{measure}" runs out.')
                if event.unkept:
                    says = _('"{measure}" runs out while the state helped fights on: {body} has not kept its promise.')
                return says.format(measure=self._titles.measure(event.measure), body=self._titles.body(event.body))
            case ev.Sounded():
                return _("{body} sounds out {state}: privately {mood}.").format(
                    body=self._titles.body(event.body),
                    state=self._titles.country(event.member),
                    mood=disposed(event.heard),
                )
            case ev.DelegateDeparted():
                return self._departed(event)
            case ev.OfferAnswered():
                return self._offer_answered(event)
            case _:
                assert_never(event)

    def _departed(self, event: ev.DelegateDeparted) -> str:
        says = _(
            "The delegate of {state} departs from its line on forces for {body}: {cost} % of support lost, {left} % left."
        )
        if event.measure is not None:
            says = _(
                'The delegate of {state} departs from its line on "{measure}" in {body}: {cost} % of support lost, {left} % left.'
            )
        return says.format(
            state=self._titles.country(event.member),
            measure=self._titles.measure(event.measure) if event.measure else "",
            body=self._titles.body(event.body),
            cost=event.cost // TENTHS,
            left=event.left // TENTHS,
        )

    def _offer_answered(self, event: ev.OfferAnswered) -> str:
        says = _("{state} turns down what {body} offers for its voice ({offered}).")
        if event.asked:
            says = _("{state} turns down what {body} offers for its voice ({offered}); it would take {asked}.")
        return says.format(
            state=self._titles.country(event.member),
            body=self._titles.body(event.body),
            offered=signed(event.offered),
            asked=signed(event.asked),
        )

    def _tabled(self, event: ev.Tabled) -> str:
        self._reading, self._objections, self._verdict = ("", 0), 0, None
        about = ""
        if event.against:
            about += _(", concerning {state}").format(state=self._titles.country(event.against))
        if event.helps:
            about += _(", for {state}").format(state=self._titles.country(event.helps))
        if event.on:
            about += _(", in {place}").format(place=self._titles.place(event.on))
        return _('{body} considers "{measure}" at ambition {ambition}{about}.').format(
            body=self._titles.body(event.body),
            measure=self._titles.measure(event.measure),
            ambition=event.ambition,
            about=about,
        )

    def _position(self, event: ev.PositionTaken) -> str:
        self._verdict = None
        if (event.body, event.ambition) != self._reading:
            self._reading, self._objections = (event.body, event.ambition), 0
        self._objections += event.position == "objects"
        if event.position == "silent":
            return ""
        manner = self._manners[event.measure]
        why = because(event.terms, leaning(event.position), manner=manner)
        if event.position == "objects" and event.support >= 0:
            why = crossed()
        return _("{state} {does} ({support}){why}.").format(
            state=self._titles.country(event.member),
            does=POSITIONS[event.position],
            support=signed(event.support),
            why=why,
        )

    def _decided(self, event: ev.DraftDecided) -> str:
        self._verdict = event
        said = VERDICTS[event.verdict].format(ambition=event.ambition)
        price = ""
        if event.verdict in ("blocked", "outvoted"):
            if event.verdict == "blocked" and self._reading[0] and self._objections == 0:
                price = _(
                    ": nobody objects, but those who hold back are too many, or the framework nation is one of them"
                )
            elif event.price >= NO_PRICE:
                price = _("; no price would have bought consensus")
            elif event.price > 0:
                price = _("; consensus would have cost {price} influence").format(price=f"{event.price / 10:.1f}")
        says = _('"{measure}" is {verdict}{price}.')
        price += self._terms(event) if event.verdict == "adopted" else ""
        return says.format(measure=self._titles.measure(event.measure), verdict=said, price=price)

    def _terms(self, event: ev.DraftDecided) -> str:
        """What an offer of a ceasefire asks for, or grants."""
        manner, level = self._manners[event.measure], event.ambition - 1
        asked = ASKED[Grant(manner.asks[level])] if manner.asks else ""
        return asked + (OFFERED[Grant(manner.grants[level])] if manner.grants else "")
