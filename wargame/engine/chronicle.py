"""The chronicle: events told in sentences, so that a person follows who wanted what, who broke silence and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from wargame.model import events as ev
from wargame.model.calendar import date_in_words
from wargame.model.names import Names, Roll
from wargame.rules.council import NO_PRICE

REASONS = {
    "base": ("finds the words right", "finds that it goes too far"),
    "threat": ("feels threatened enough", "does not feel the threat"),
    "solidarity": ("stands by the others", "will not be dragged along"),
    "domestic": ("opinion at home asks for it", "opinion at home is against it"),
    "affinity": ("is close to the state helped", "is at odds with the state helped"),
    "exposure": ("has little to lose by it", "would pay for it in trade and energy"),
    "risk": ("sees no risk", "fears escalation"),
    "tripwire": ("has soldiers under fire", "has no soldiers there"),
    "severity": ("takes the incident as grave", "does not take the incident as grave enough"),
    "consulted": ("was consulted", "was consulted"),
    "aggression": ("will not let a war of aggression stand", "wants peace with the attacker"),
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

POSITIONS = {
    "objects": "breaks silence",
    "reserved": "records a reservation",
    "silent": "stays silent",
    "supports": "supports",
}

INCIDENTS = {
    "cyber": "a cyber attack",
    "sabotage": "sabotage",
    "accident": "an accident",
    "convoy": "a strike on a convoy of aid",
    "armed_attack": "an armed attack",
}

INDIFFERENT = 50  # 1/1000 point: below this a disposition is none


def reason(terms: ev.TermMap, against: bool) -> str:
    """The weightiest term for or against, in words; empty where there is none."""
    speaking = {name: size for name, size in terms.items() if (size < 0) == against and size != 0 and name in REASONS}
    if len(speaking) > 1:
        speaking.pop("base", None)  # what a government itself feels says more than the words do
    if not speaking:
        return ""
    name = max(speaking, key=lambda key: (abs(speaking[key]), key))
    return REASONS[name][int(against)]


def because(terms: ev.TermMap, against: bool) -> str:
    """The weightiest reason as the end of a sentence; empty where there is none."""
    why = reason(terms, against)
    return f": it {why}" if why else ""


def disposed(heard: int) -> str:
    """A private disposition as sounded (1/1000 point), in words."""
    if abs(heard) < INDIFFERENT:
        return "neither for nor against"
    return f"{'well' if heard > 0 else 'ill'} disposed ({heard / 1000:+.1f})"


def spaced(name: str) -> str:
    """The name of a code in words."""
    return name.replace("_", " ")


class Teller:
    """Tells the events of one game, with its names and dates."""

    def __init__(self, names: Names, first_day: int) -> None:
        self._names, self._first = names, first_day
        self._homes: dict[str, str | None] = {}  # of regions that changed hands: who held them at first
        self._reading, self._objections = 0, 0  # ambition at which the draft was last read, and objections to it

    def tell(self, events: Iterable[ev.Event]) -> Iterator[str]:
        """A line for each event worth a line, headed by the date where it changes."""
        today = -1
        for event in events:
            if isinstance(event, ev.PositionTaken) and event.ambition < self._reading:
                yield f"  {self._body(event.body)} redrafts at ambition {event.ambition}."
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
            case ev.BattleFought() | ev.FormationMoved() | ev.ControlChanged() | ev.OrderFrustrated():
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
                return f'"{self._measure(event.measure)}" runs out.'
            case ev.Sounded():
                mood = disposed(event.heard)
                return f"{self._body(event.body)} sounds out {self._country(event.member)}: privately {mood}."
            case _:
                assert_never(event)

    def _tabled(self, event: ev.Tabled) -> str:
        self._reading, self._objections = 0, 0
        parts = [
            self._about("in answer to", self._names.countries, event.against),
            self._about("for", self._names.countries, event.helps),
            self._about("on", self._names.places, event.on),
        ]
        draft = f'"{self._measure(event.measure)}" at ambition {event.ambition}'
        return " ".join([self._body(event.body), "considers", draft, *filter(None, parts)]) + "."

    def _position(self, event: ev.PositionTaken) -> str:
        if event.ambition != self._reading:
            self._reading, self._objections = event.ambition, 0
        self._objections += event.position == "objects"
        if event.position == "silent":
            return ""
        why = because(event.terms, event.position in ("objects", "reserved"))
        if event.position == "objects" and event.support >= 0:
            why = ": the draft crosses its red line"
        return f"{self._country(event.member)} {POSITIONS[event.position]} ({event.support / 1000:+.1f}){why}."

    def _decided(self, event: ev.DraftDecided) -> str:
        said = VERDICTS[event.verdict].format(ambition=event.ambition)
        price = ""
        if event.verdict in ("blocked", "outvoted"):
            if event.verdict == "blocked" and self._reading and self._objections == 0:
                price = ": too much of the membership abstains"
            elif event.price >= NO_PRICE:
                price = "; no price would have bought consensus"
            elif event.price > 0:
                price = f"; consensus would have cost {event.price / 10:.1f} influence"
        return f'"{self._measure(event.measure)}" is {said}{price}.'

    def _war(self, event: ev.BattleFought | ev.FormationMoved | ev.ControlChanged | ev.OrderFrustrated) -> str:
        match event:
            case ev.BattleFought():
                ratio = event.attack / max(1, event.defence)
                lost, taken = event.attacker_losses / 1000, event.defender_losses / 1000
                attack = f"{self._country(event.attacker)} attacks at {ratio:.1f} to 1"
                return (
                    f"Battle for {self._place(event.place)}: {attack}, losing {lost:.2f} brigades against {taken:.2f}."
                )
            case ev.FormationMoved():
                if event.how == "moved":
                    return ""
                verb = "gives ground to" if event.how == "retreat" else "is destroyed at"
                return f"{self._formation(event.formation)} {verb} {self._place(event.place)}."
            case ev.ControlChanged():
                if self._homes.setdefault(event.place, event.before) == event.holder:
                    return f"{self._place(event.place)} is freed; {self._country(event.holder)} holds it again."
                return f"{self._place(event.place)} falls to {self._country(event.holder)}."
            case ev.OrderFrustrated():
                return f"{self._formation(event.formation)} cannot carry out its order: {spaced(event.cause)}."
            case _:
                assert_never(event)

    def _forces(self, event: ev.Contributed | ev.RequestAnswered | ev.Transferred) -> str:
        match event:
            case ev.Contributed():
                why = because(event.terms, event.level < 2)
                return f"{self._country(event.member)} contributes {LEVELS[event.level]}{why}."
            case ev.RequestAnswered():
                why = because(event.terms, not event.gives)
                verb = "offers forces" if event.gives else "refuses forces"
                return f"{self._country(event.member)} {verb} for {self._place(event.place)}{why}."
            case ev.Transferred():
                if not event.given:
                    return f"{self._formation(event.formation)} returns to national command."
                span = f" for {event.weeks} weeks" if event.weeks else ""
                passes = f"{self._formation(event.formation)} passes to {self._body(event.body)}"
                return f"Transfer of authority: {passes}{span}."
            case _:
                assert_never(event)

    def _chosen(self, event: ev.Chosen) -> str:
        chosen, other = sum(event.terms.values()), sum(event.alternative_terms.values())
        terms = ", ".join(f"{name} {size / 1000:+.1f}" for name, size in event.terms.items() if size)
        if event.choice == event.alternative or not event.alternative_terms:
            return ""  # there was nothing to choose between
        return (
            f"[{event.seat}, {event.phase}] chooses: {event.choice} ({chosen / 1000:.2f}: {terms or 'nothing speaks'}) "
            f"over: {event.alternative} ({other / 1000:.2f})."
        )

    def _world(self, event: ev.Event) -> str:
        match event:
            case ev.WentToWar():
                return f"WAR: {self._country(event.attacker)} goes to war with {self._country(event.victim)}."
            case ev.IncidentHappened():
                what = f"{INCIDENTS[event.kind]} of severity {event.severity}"
                return f"Incident: {what} hits {self._country(event.victim)}."
            case ev.ActAttributed():
                how = "publicly" if event.publicly else "in confidence"
                act = f"An act against {self._country(event.victim)}"
                return f"{act} is attributed {how} to {self._country(event.author)}."
            case ev.ResolutionBroke():
                parties = f"{self._country(event.author)} against {self._country(event.victim)}"
                return f"BREAK: {spaced(event.why)} ({parties}); emergency sessions meet."
            case ev.StanceChanged():
                return f"{self._country(event.country)} changes its stance: {spaced(event.stance)}."
            case ev.AccessionMoved():
                return self._accession(event)
            case ev.ConsultationsCalled():
                caller, fear = self._country(event.country), self._country(event.about)
                return f"{caller} calls consultations of {self._body(event.body)}: its fear is {fear}."
            case ev.GovernmentChanged():
                how = "loses an election" if event.elected else "falls"
                return f"The government of {self._country(event.country)} {how}."
            case ev.GameEnded():
                return f"The game is over after {event.turns} turns: {spaced(event.why)}."
            case _:
                return ""

    def _accession(self, event: ev.AccessionMoved) -> str:
        state, body = self._country(event.country), self._body(event.body)
        if event.ally is not None:
            return f"{self._country(event.ally)} ratifies that {state} joins {body}."
        match event.track:
            case "applied":
                return f"{state} applies to join {body}."
            case "invited":
                return f"{body} invites {state}; the protocol of accession is signed."
            case _:
                return f"{state} is a member of {body}."

    def _about(self, word: str, roll: Roll, name: str | None) -> str:
        return f"{word} {roll.title(roll.row(name))}" if name else ""

    def _body(self, name: str | None) -> str:
        return self._names.bodies.title(self._names.bodies.row(name))

    def _formation(self, name: str) -> str:
        return self._names.formations.title(self._names.formations.row(name))

    def _country(self, name: str | None) -> str:
        return self._names.countries.title(self._names.countries.row(name)) or "an unknown hand"

    def _place(self, name: str | None) -> str:
        return self._names.places.title(self._names.places.row(name)) or "an unnamed place"

    def _measure(self, name: str) -> str:
        return self._names.measures.title(self._names.measures.row(name))
