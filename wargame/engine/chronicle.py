"""The chronicle: events told in sentences, so that a person follows who wanted what, who broke silence and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from wargame.model import events as ev
from wargame.model.calendar import date_in_words
from wargame.model.names import Names, Roll

REASONS = {
    "base": ("the words themselves appeal", "the words themselves go far"),
    "threat": ("feels threatened enough", "does not feel the threat"),
    "solidarity": ("stands by the others", "will not be dragged along"),
    "domestic": ("opinion at home asks for it", "opinion at home is against it"),
    "affinity": ("is close to the state helped", "is at odds with the state helped"),
    "exposure": ("has little to lose by it", "would pay for it in trade and energy"),
    "risk": ("sees no risk", "fears escalation"),
    "tripwire": ("has soldiers under fire", "has no soldiers there"),
    "severity": ("takes the incident as grave", "does not take the incident as grave enough"),
    "disposition": ("was privately well disposed", "was privately ill disposed"),
    "lobbying": ("was won over", "was won over"),
    "burden": ("has given less than it was asked", "has given more than it was asked"),
    "home_defence": ("is safe at home", "needs its forces at home"),
    "opinion": ("opinion at home asks for it", "opinion at home is against it"),
    "entrapment": ("does not fear being dragged in", "fears being dragged in"),
}
"""What a term says when it speaks for, and when it speaks against."""

LEVELS = ("nothing", "transit and logistics", "air and sea forces", "a share of its land forces", "everything it has")

VERDICTS = {
    "adopted": "adopted",
    "hollow": "adopted, but hollow: too many reservations, it runs at ambition {ambition}",
    "blocked": "blocked",
    "outvoted": "outvoted",
    "unafforded": "dropped, the sponsor's means did not reach",
    "barred": "no longer admissible",
}

POSITIONS = {"objects": "breaks silence", "reserved": "records a reservation", "silent": "stays silent", "supports": "supports"}


def reason(terms: ev.TermMap, against: bool) -> str:
    """The weightiest term for or against, in words; empty where there is none."""
    speaking = {name: size for name, size in terms.items() if (size < 0) == against and size != 0 and name in REASONS}
    if not speaking:
        return ""
    name = max(speaking, key=lambda key: (abs(speaking[key]), key))
    return REASONS[name][int(against)]


class Teller:
    """Tells the events of one game, with its names and dates."""

    def __init__(self, names: Names, first_day: int) -> None:
        self._names, self._first = names, first_day

    def tell(self, events: Iterable[ev.Event]) -> Iterator[str]:
        """A line for each event worth a line, headed by the date where it changes."""
        today = -1
        for event in events:
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

    def line(self, event: ev.Event) -> str:
        """One event as a sentence; empty for what the chronicle passes over."""
        match event:
            case ev.Tabled() | ev.PositionTaken() | ev.DraftDecided() | ev.TextEnded() | ev.Sounded():
                return self._council(event)
            case ev.BattleFought() | ev.FormationLost() | ev.FormationMoved() | ev.ControlChanged() | ev.OrderFrustrated():
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
                parts = [
                    self._about("in answer to", self._names.countries, event.against),
                    self._about("for", self._names.countries, event.helps),
                    self._about("on", self._names.places, event.on),
                ]
                about = "".join(f" {part}" for part in parts if part)
                return f"{self._body(event.body)} considers \"{self._measure(event.measure)}\" at ambition {event.ambition}{about}."
            case ev.PositionTaken():
                if event.position == "silent":
                    return ""
                why = reason(event.terms, event.position in ("objects", "reserved"))
                points = f"{event.support / 1000:+.1f}"
                return f"{self._country(event.member)} {POSITIONS[event.position]} ({points}){': it ' + why if why else ''}."
            case ev.DraftDecided():
                price = f"; consensus would have cost {event.price / 10:.1f} influence" if 0 < event.price < 10_000 else ""
                beyond = "; no price would have bought consensus" if event.price >= 10_000 else ""
                said = VERDICTS[event.verdict].format(ambition=event.ambition)
                return f"\"{self._measure(event.measure)}\" is {said}{price if event.verdict in ('blocked', 'outvoted') else ''}{beyond if event.verdict in ('blocked', 'outvoted') else ''}."
            case ev.TextEnded():
                return f"\"{self._measure(event.measure)}\" runs out."
            case ev.Sounded():
                mood = "well" if event.heard > 0 else "ill"
                return f"{self._body(event.body)} sounds out {self._country(event.member)}: privately {mood} disposed ({event.heard / 1000:+.1f})."
            case _:
                assert_never(event)

    def _war(self, event: ev.BattleFought | ev.FormationLost | ev.FormationMoved | ev.ControlChanged | ev.OrderFrustrated) -> str:
        match event:
            case ev.BattleFought():
                ratio = event.attack / max(1, event.defence)
                return (
                    f"Battle for {self._place(event.place)}: {self._country(event.attacker)} attacks at {ratio:.1f} to 1, "
                    f"losing {event.attacker_losses / 1000:.2f} brigades against {event.defender_losses / 1000:.2f}."
                )
            case ev.FormationLost():
                return ""
            case ev.FormationMoved():
                if event.how == "moved":
                    return ""
                verb = "gives ground to" if event.how == "retreat" else "is destroyed at"
                return f"{self._names.formations.title(self._names.formations.row(event.formation))} {verb} {self._place(event.place)}."
            case ev.ControlChanged():
                return f"{self._place(event.place)} falls to {self._country(event.holder)}."
            case ev.OrderFrustrated():
                unit = self._names.formations.title(self._names.formations.row(event.formation))
                return f"{unit} cannot carry out its order: {event.cause.replace('_', ' ')}."
            case _:
                assert_never(event)

    def _forces(self, event: ev.Contributed | ev.RequestAnswered | ev.Transferred) -> str:
        match event:
            case ev.Contributed():
                why = reason(event.terms, event.level < 2)
                return f"{self._country(event.member)} contributes {LEVELS[event.level]}{': it ' + why if why else ''}."
            case ev.RequestAnswered():
                why = reason(event.terms, not event.gives)
                verb = "offers forces" if event.gives else "refuses forces"
                return f"{self._country(event.member)} {verb} for {self._place(event.place)}{': it ' + why if why else ''}."
            case ev.Transferred():
                unit = self._names.formations.title(self._names.formations.row(event.formation))
                if not event.given:
                    return f"{unit} returns to national command."
                span = f" for {event.weeks} weeks" if event.weeks else ""
                return f"Transfer of authority: {unit} passes to {self._body(event.body)}{span}."
            case _:
                assert_never(event)

    def _chosen(self, event: ev.Chosen) -> str:
        chosen, other = sum(event.terms.values()), sum(event.alternative_terms.values())
        terms = ", ".join(f"{name} {size / 1000:+.1f}" for name, size in event.terms.items() if size)
        if event.choice == event.alternative:
            return ""
        return (
            f"[{event.seat}, {event.phase}] chooses: {event.choice} ({chosen / 1000:.2f}: {terms or 'nothing speaks'}) "
            f"over: {event.alternative} ({other / 1000:.2f})."
        )

    def _world(self, event: ev.Event) -> str:
        match event:
            case ev.WentToWar():
                return f"WAR: {self._country(event.attacker)} goes to war with {self._country(event.victim)}."
            case ev.IncidentHappened():
                what = {"cyber": "a cyber attack", "sabotage": "sabotage", "accident": "an accident", "armed_attack": "an armed attack"}
                return f"Incident: {what[event.kind]} of severity {event.severity} hits {self._country(event.victim)}."
            case ev.ActAttributed():
                where = "publicly" if event.publicly else "in confidence"
                return f"An act against {self._country(event.victim)} is attributed {where} to {self._country(event.author)}."
            case ev.ResolutionBroke():
                why = event.why.replace("_", " ")
                return f"BREAK: {why} ({self._country(event.author)} against {self._country(event.victim)}); emergency sessions meet."
            case ev.StanceChanged():
                return f"{self._country(event.country)} changes its stance: {event.stance.replace('_', ' ')}."
            case ev.GovernmentChanged():
                how = "loses an election" if event.elected else "falls"
                return f"The government of {self._country(event.country)} {how}."
            case ev.GameEnded():
                return f"The game is over after {event.turns} turns: {event.why.replace('_', ' ')}."
            case _:
                return ""

    def _about(self, word: str, roll: Roll, name: str | None) -> str:
        return f"{word} {roll.title(roll.row(name))}" if name else ""

    def _body(self, name: str | None) -> str:
        return self._names.bodies.title(self._names.bodies.row(name))

    def _country(self, name: str | None) -> str:
        return self._names.countries.title(self._names.countries.row(name)) or "an unknown hand"

    def _place(self, name: str | None) -> str:
        return self._names.places.title(self._names.places.row(name)) or "an unnamed place"

    def _measure(self, name: str) -> str:
        return self._names.measures.title(self._names.measures.row(name))
