"""The chronicle: events told in sentences, so that a person follows who wanted what, who broke silence and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from wargame.catalogue import _, _n
from wargame.engine.manner import Manner
from wargame.engine.phrases import (
    ASKED,
    AUTHORS,
    BREAKS,
    CAUSES,
    ENDINGS,
    GRANTED,
    INCIDENTS,
    LEVELS,
    OFFERED,
    POSITIONS,
    STANCES,
    VERDICTS,
    Speaks,
    because,
    crossed,
    disposed,
    leaning,
    signed,
)
from wargame.model import events as ev
from wargame.model.calendar import date_in_words
from wargame.model.codes import Grant
from wargame.model.names import Names
from wargame.rules.council import NO_PRICE

TOLD = 50  # 1/1000 brigade: what the front costs a state in a week is told from here on


class Teller:
    """Tells the events of one game, with its names, dates and the manners of its measures."""

    def __init__(self, names: Names, first_day: int, manners: Mapping[str, Manner]) -> None:
        self._names, self._first, self._manners = names, first_day, manners
        self._homes: dict[str, str | None] = {}  # of regions that changed hands: who held them at first
        self._reading, self._objections = 0, 0  # ambition at which the draft was last read, and objections to it

    def tell(self, events: Iterable[ev.Event]) -> Iterator[str]:
        """A line for each event worth a line, headed by the date where it changes."""
        today = -1
        for event in events:
            if isinstance(event, ev.PositionTaken) and event.ambition < self._reading:
                yield "  " + self.redrafted(event)
            line = self.line(event)
            if not line:
                continue
            if event.day != today:
                today = event.day
                yield f"== {self.date(event.day)}"
            yield f"  {line}"

    def date(self, day: int) -> str:
        """A day since the start as a date."""
        return date_in_words(self._first + day)

    def redrafted(self, event: ev.PositionTaken) -> str:
        """That the draft on which this position is taken is read again, lower."""
        says = _("{body} redrafts at ambition {ambition}.")
        return says.format(body=self._body(event.body), ambition=event.ambition)

    def together(self, run: Sequence[ev.Event]) -> str:
        """A run of events of one kind (engine/runs) as one sentence."""
        match run[0]:
            case ev.Transferred():
                return self._transferred([event for event in run if isinstance(event, ev.Transferred)])
            case ev.AccessionMoved():
                return self._ratified([event for event in run if isinstance(event, ev.AccessionMoved)])
            case ev.RequestAnswered():
                return self._answered([event for event in run if isinstance(event, ev.RequestAnswered)])
            case _:
                return " ".join(self.line(event) for event in run)

    def line(self, event: ev.Event) -> str:
        """One event as a sentence; empty for what the chronicle passes over."""
        match event:
            case ev.Tabled() | ev.PositionTaken() | ev.DraftDecided() | ev.TextEnded() | ev.Sounded():
                return self._council(event)
            case ev.BattleFought() | ev.FrontWorn() | ev.FormationMoved() | ev.ControlChanged() | ev.OrderFrustrated():
                return self._war(event)
            case ev.Contributed() | ev.RequestAnswered() | ev.Transferred():
                return self._forces(event)
            case ev.Chosen():
                return self._chosen(event)
            case _:
                return self._world(event)

    def _council(self, event: ev.Tabled | ev.PositionTaken | ev.DraftDecided | ev.TextEnded | ev.Sounded) -> str:
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
                return says.format(measure=self._measure(event.measure), body=self._body(event.body))
            case ev.Sounded():
                return _("{body} sounds out {state}: privately {mood}.").format(
                    body=self._body(event.body), state=self._country(event.member), mood=disposed(event.heard)
                )
            case _:
                assert_never(event)

    def _tabled(self, event: ev.Tabled) -> str:
        self._reading, self._objections = 0, 0
        about = ""
        if event.against:
            about += _(", concerning {state}").format(state=self._country(event.against))
        if event.helps:
            about += _(", for {state}").format(state=self._country(event.helps))
        if event.on:
            about += _(", in {place}").format(place=self._place(event.on))
        return _('{body} considers "{measure}" at ambition {ambition}{about}.').format(
            body=self._body(event.body), measure=self._measure(event.measure), ambition=event.ambition, about=about
        )

    def _position(self, event: ev.PositionTaken) -> str:
        if event.ambition != self._reading:
            self._reading, self._objections = event.ambition, 0
        self._objections += event.position == "objects"
        if event.position == "silent":
            return ""
        manner = self._manners[event.measure]
        why = because(event.terms, leaning(event.position), manner=manner)
        if event.position == "objects" and event.support >= 0:
            why = crossed()
        return _("{state} {does} ({support}){why}.").format(
            state=self._country(event.member),
            does=POSITIONS[event.position],
            support=signed(event.support),
            why=why,
        )

    def _decided(self, event: ev.DraftDecided) -> str:
        said = VERDICTS[event.verdict].format(ambition=event.ambition)
        price = ""
        if event.verdict in ("blocked", "outvoted"):
            if event.verdict == "blocked" and self._reading and self._objections == 0:
                price = _(
                    ": nobody objects, but those who hold back are too many, or the framework nation is one of them"
                )
            elif event.price >= NO_PRICE:
                price = _("; no price would have bought consensus")
            elif event.price > 0:
                price = _("; consensus would have cost {price} influence").format(price=f"{event.price / 10:.1f}")
        says = _('"{measure}" is {verdict}{price}.')
        price += self._terms(event) if event.verdict == "adopted" else ""
        return says.format(measure=self._measure(event.measure), verdict=said, price=price)

    def _terms(self, event: ev.DraftDecided) -> str:
        """What an offer of a ceasefire asks for, or grants."""
        manner, level = self._manners[event.measure], event.ambition - 1
        asked = ASKED[Grant(manner.asks[level])] if manner.asks else ""
        return asked + (OFFERED[Grant(manner.grants[level])] if manner.grants else "")

    def _war(
        self, event: ev.BattleFought | ev.FrontWorn | ev.FormationMoved | ev.ControlChanged | ev.OrderFrustrated
    ) -> str:
        match event:
            case ev.BattleFought():
                says = _("Battle for {place}: {state} attacks at {ratio} to 1, losing {lost} brigades against {taken}.")
                return says.format(
                    place=self._place(event.place),
                    state=self._country(event.attacker),
                    ratio=f"{event.attack / max(1, event.defence):.1f}",
                    lost=f"{event.attacker_losses / 1000:.2f}",
                    taken=f"{event.defender_losses / 1000:.2f}",
                )
            case ev.FrontWorn():
                says = _("Fire along the front costs {state} {lost} brigades this week.")
                lost = f"{event.lost / 1000:.1f}"
                return says.format(state=self._country(event.state), lost=lost) if event.lost >= TOLD else ""
            case ev.FormationMoved():
                return self._moved(event)
            case ev.ControlChanged():
                freed = self._homes.setdefault(event.place, event.before) == event.holder
                says = _("{place} is retaken: {state} holds it again.") if freed else _("{place} falls to {state}.")
                return says.format(place=self._place(event.place), state=self._country(event.holder))
            case ev.OrderFrustrated():
                return _("{formation} cannot carry out the order: {cause}.").format(
                    formation=self._formation(event.formation), cause=CAUSES[event.cause]
                )
            case _:
                assert_never(event)

    def _moved(self, event: ev.FormationMoved) -> str:
        if event.how == "moved":
            return ""
        lives = event.how == "retreat"
        says = _("{formation} must fall back to {place}.") if lives else _("Destroyed at {place}: {formation}.")
        return says.format(formation=self._formation(event.formation), place=self._place(event.place))

    def _forces(self, event: ev.Contributed | ev.RequestAnswered | ev.Transferred) -> str:
        match event:
            case ev.Contributed():
                return _("{state} contributes {what}{why}.").format(
                    state=self._country(event.member),
                    what=LEVELS[event.level],
                    why=because(event.terms, Speaks(event.level < 2)),
                )
            case ev.RequestAnswered():
                return self._answered([event])
            case ev.Transferred():
                return self._transferred([event])
            case _:
                assert_never(event)

    def _answered(self, alike: Sequence[ev.RequestAnswered]) -> str:
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
            state=", ".join(map(self._country, members)),
            place=self._place(event.place),
            why=because(event.terms, Speaks(not event.gives), count),
        )

    def _transferred(self, run: Sequence[ev.Transferred]) -> str:
        """Formations that passed to the same command for the same time."""
        event = run[0]
        units = self._listed([self._formation(each.formation) for each in run])
        if not event.given:
            return _("Back to national command: {formations}.").format(formations=units)
        says = _("Transfer of authority to {body}: {formations}.")
        if event.weeks:
            says = _n(
                "Transfer of authority to {body} for {weeks} week: {formations}.",
                "Transfer of authority to {body} for {weeks} weeks: {formations}.",
                event.weeks,
            )
        return says.format(formations=units, body=self._body(event.body), weeks=event.weeks)

    def _ratified(self, run: Sequence[ev.AccessionMoved]) -> str:
        """Allies that ratified the same accession."""
        allies = self._listed([self._country(each.ally) for each in run])
        says = _("Ratified that {state} joins {body}: {allies}.")
        return says.format(allies=allies, state=self._country(run[0].country), body=self._body(run[0].body))

    def _listed(self, names: Sequence[str]) -> str:
        """One name, or how many, and which."""
        if len(names) == 1:
            return names[0]
        return _("{count} ({names})").format(count=len(names), names=", ".join(names))

    def _chosen(self, event: ev.Chosen) -> str:
        if event.choice == event.alternative or not event.alternative_terms:
            return ""  # there was nothing to choose between
        chosen, other = sum(event.terms.values()), sum(event.alternative_terms.values())
        terms = ", ".join(f"{name} {signed(size)}" for name, size in event.terms.items() if size)
        return _("[{seat}, {phase}] chooses: {choice} ({worth}: {terms}) over: {other} ({less}).").format(
            seat=event.seat,
            phase=event.phase,
            choice=event.choice,
            worth=f"{chosen / 1000:.2f}",
            terms=terms or _("nothing speaks"),
            other=event.alternative,
            less=f"{other / 1000:.2f}",
        )

    def _world(self, event: ev.Event) -> str:
        match event:
            case ev.WentToWar():
                return _("WAR: {state} goes to war with {victim}.").format(
                    state=self._country(event.attacker), victim=self._country(event.victim)
                )
            case ev.CeasefireBegan():
                return self._ceasefire(event)
            case ev.IncidentHappened():
                return self._incident(event)
            case ev.ActAttributed():
                says = _("An act against {victim} is attributed in confidence to {state}.")
                if event.publicly:
                    says = _("An act against {victim} is attributed publicly to {state}.")
                return says.format(victim=self._country(event.victim), state=self._country(event.author))
            case ev.ResolutionBroke():
                return _("BREAK: {why} ({state} against {victim}); emergency sessions meet.").format(
                    why=BREAKS[event.why], state=self._country(event.author), victim=self._country(event.victim)
                )
            case ev.GovernmentChanged():
                says = _("The government of {state} falls.")
                if event.elected:
                    says = _("The government of {state} loses an election.")
                return says.format(state=self._country(event.country))
            case ev.GameEnded():
                return _n(
                    "The game is over after {turns} turn: {why}.",
                    "The game is over after {turns} turns: {why}.",
                    event.turns,
                ).format(turns=event.turns, why=ENDINGS[event.why])
            case _:
                return self._state(event)

    def _incident(self, event: ev.IncidentHappened) -> str:
        says = _("Incident: {what} of severity {severity} hits {state}{where}.")
        where = ""
        if event.place is not None and self._place(event.place) != self._country(event.victim):
            where += _(" at {place}").format(place=self._place(event.place))
        if event.author is not None:
            where += AUTHORS[event.kind].format(state=self._country(event.author))
        return says.format(
            what=INCIDENTS[event.kind], severity=event.severity, state=self._country(event.victim), where=where
        )

    def _state(self, event: ev.Event) -> str:
        match event:
            case ev.StanceChanged():
                says = _("{state} changes its stance: {stance}.")
                return says.format(state=self._country(event.country), stance=STANCES[event.stance])
            case ev.AccessionMoved():
                return self._accession(event)
            case ev.DemandMet():
                says = _("{body} meets a demand of {ally}, which has not ratified that {state} joins.")
                if not event.met:
                    says = _(
                        "{body} has no influence left to meet the demand of {ally}, which has not ratified that {state} joins."
                    )
                return says.format(
                    body=self._body(event.body), ally=self._country(event.member), state=self._country(event.country)
                )
            case ev.ConsultationsCalled():
                return _("{state} calls consultations of {body}: it feels threatened by {feared}.").format(
                    state=self._country(event.country), body=self._body(event.body), feared=self._country(event.about)
                )
            case _:
                return ""

    def _ceasefire(self, event: ev.CeasefireBegan) -> str:
        says = _("CEASEFIRE: {side} had offered one, {other} agrees; the guns fall silent where the forces stand.")
        parts = [says.format(side=self._body(event.offered), other=self._body(event.answered))]
        for side, granted in ((event.offered, event.granted), (event.answered, event.granted_back)):
            if granted in GRANTED:
                parts.append(GRANTED[granted].format(side=self._body(side)))
        return " ".join(parts)

    def _accession(self, event: ev.AccessionMoved) -> str:
        state, body = self._country(event.country), self._body(event.body)
        if event.ally is not None:
            says = _("{ally} ratifies that {state} joins {body}.")
            return says.format(ally=self._country(event.ally), state=state, body=body)
        match event.track:
            case "applied":
                says = _("{state} applies to join {body}.")
            case "none":
                says = _("{state} has granted its neutrality and joins {body} no more.")
            case "invited":
                says = _("{body} invites {state}; the protocol of accession is signed.")
            case _:
                says = _("{state} is a member of {body}.")
        return says.format(state=state, body=body)

    def _body(self, name: str | None) -> str:
        return self._names.bodies.title(self._names.bodies.row(name))

    def _formation(self, name: str) -> str:
        return self._names.formations.title(self._names.formations.row(name))

    def _country(self, name: str | None) -> str:
        return self._names.countries.title(self._names.countries.row(name)) or _("an unknown hand")

    def _place(self, name: str | None) -> str:
        return self._names.places.title(self._names.places.row(name)) or _("an unnamed place")

    def _measure(self, name: str) -> str:
        return self._names.measures.title(self._names.measures.row(name))
