"""The chronicle of states and of the world: wars declared and ended, incidents, governments, stances, accessions, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.catalogue import _, _n
from wargame.engine.phrases import (
    AUTHORS,
    BREAKS,
    ENDINGS,
    GRANTED,
    INCIDENTS,
    STANCES,
)
from wargame.engine.titles import Titles
from wargame.model import events as ev


class StateTeller:
    """Tells what befalls states, and the world."""

    def __init__(self, titles: Titles) -> None:
        self._titles = titles

    def line(self, event: ev.Event) -> str:
        """One event as a sentence; empty for what the chronicle passes over."""
        match event:
            case ev.WentToWar():
                return _("WAR: {state} goes to war with {victim}.").format(
                    state=self._titles.country(event.attacker), victim=self._titles.country(event.victim)
                )
            case ev.CeasefireBegan():
                return self._ceasefire(event)
            case ev.IncidentHappened():
                return self._incident(event)
            case ev.ActAttributed():
                return self._attributed(event)
            case ev.ResolutionBroke():
                return _("BREAK: {why} ({state} against {victim}); emergency sessions meet.").format(
                    why=BREAKS[event.why],
                    state=self._titles.country(event.author),
                    victim=self._titles.country(event.victim),
                )
            case ev.NuclearUsed():
                return self._nuclear_use(event)
            case ev.OutsideStood():
                return self._stands(event)
            case ev.AssemblyVoted():
                return self._assembly(event)
            case ev.GovernmentChanged():
                says = _("The government of {state} falls.")
                if event.elected:
                    says = _("The government of {state} loses an election.")
                return says.format(state=self._titles.country(event.country))
            case ev.GameEnded():
                return _n(
                    "The game is over after {turns} turn: {why}.",
                    "The game is over after {turns} turns: {why}.",
                    event.turns,
                ).format(turns=event.turns, why=ENDINGS[event.why])
            case _:
                return self._state(event)

    def _attributed(self, event: ev.ActAttributed) -> str:
        says = _("An act against {victim} is attributed in confidence to {state}.")
        if event.publicly:
            says = _("An act against {victim} is attributed publicly to {state}.")
        return says.format(victim=self._titles.country(event.victim), state=self._titles.country(event.author))

    def _incident(self, event: ev.IncidentHappened) -> str:
        says = _("Incident: {what} of severity {severity} hits {state}{where}.")
        where = ""
        if event.place is not None and self._titles.place(event.place) != self._titles.state(event.victim):
            where += _(" at {place}").format(place=self._titles.place(event.place))
        if event.author is not None:
            where += AUTHORS[event.kind].format(state=self._titles.country(event.author))
        return says.format(
            what=INCIDENTS[event.kind], severity=event.severity, state=self._titles.country(event.victim), where=where
        )

    def _state(self, event: ev.Event) -> str:
        match event:
            case ev.StanceChanged():
                says = _("{state} changes its stance: {stance}.")
                return says.format(state=self._titles.country(event.country), stance=STANCES[event.stance])
            case ev.AccessionMoved():
                return self._accession(event)
            case ev.DemandMet():
                says = _("{body} meets a demand of {ally}, which has not ratified that {state} joins.")
                if not event.met:
                    says = _(
                        "{body} has no influence left to meet the demand of {ally}, which has not ratified that {state} joins."
                    )
                return says.format(
                    body=self._titles.body(event.body),
                    ally=self._titles.country(event.member),
                    state=self._titles.country(event.country),
                )
            case ev.ConsultationsCalled():
                return _("{state} calls consultations of {body}: it feels threatened by {feared}.").format(
                    state=self._titles.country(event.country),
                    body=self._titles.body(event.body),
                    feared=self._titles.country(event.about),
                )
            case _:
                return ""

    def _ceasefire(self, event: ev.CeasefireBegan) -> str:
        says = _("CEASEFIRE: {side} had offered one, {other} agrees; the guns fall silent where the forces stand.")
        parts = [says.format(side=self._titles.body(event.offered), other=self._titles.body(event.answered))]
        for side, granted in ((event.offered, event.granted), (event.answered, event.granted_back)):
            if granted in GRANTED:
                parts.append(GRANTED[granted].format(side=self._titles.body(side)))
        return " ".join(parts)

    def _nuclear_use(self, event: ev.NuclearUsed) -> str:
        says = _("NUCLEAR USE: {side} uses nuclear weapons at {place}; what stood there loses {lost} brigades.")
        return says.format(
            side=self._titles.body(event.body), place=self._titles.place(event.place), lost=f"{event.lost / 1000:.1f}"
        )

    def _stands(self, event: ev.OutsideStood) -> str:
        says = _("Of the states outside {condemning} condemn {side}, {aside} stand aside, {supporting} support it.")
        return says.format(
            side=self._titles.body(event.body),
            condemning=event.condemning,
            aside=event.aside,
            supporting=event.supporting,
        )

    def _assembly(self, event: ev.AssemblyVoted) -> str:
        says = _(
            "The General Assembly does not condemn {state}: of the states outside {yes} for, {no} against, {abstained} abstaining."
        )
        if event.carried:
            says = _(
                "The General Assembly condemns {state}: of the states outside {yes} for, {no} against, {abstained} abstaining."
            )
        return says.format(
            state=self._titles.country(event.against), yes=event.yes, no=event.no, abstained=event.abstained
        )

    def _accession(self, event: ev.AccessionMoved) -> str:
        state, body = self._titles.country(event.country), self._titles.body(event.body)
        if event.ally is not None:
            says = _("{ally} ratifies that {state} joins {body}.")
            return says.format(ally=self._titles.country(event.ally), state=state, body=body)
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

    def ratified(self, run: Sequence[ev.AccessionMoved]) -> str:
        """Allies that ratified the same accession."""
        allies = self._titles.listed([self._titles.state(each.ally) for each in run])
        says = _("Ratified that {state} joins {body}: {allies}.")
        return says.format(
            allies=allies, state=self._titles.country(run[0].country), body=self._titles.body(run[0].body)
        )
