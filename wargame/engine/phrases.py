"""Phrases of the chronicle: reasons, verdicts, positions and incidents in words, as they stand within a sentence."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from wargame.catalogue import _, _n
from wargame.engine.manner import FIRM, Manner
from wargame.model import events as ev
from wargame.model.codes import Grant

REASONS: Final = {
    "base": (_("finds the words right"), _("finds that it goes too far")),
    "threat": (_("feels threatened enough"), _("does not feel threatened enough")),
    "solidarity": (_("stands by the others"), _("will not be dragged along")),
    "domestic": (_("has its people behind it"), _("has its people against it")),
    "affinity": (_("is close to the state helped"), _("is at odds with the state helped")),
    "exposure": (_("has little to lose by it"), _("would pay for it in trade and energy")),
    "risk": (_("sees no risk"), _("fears escalation")),
    "tripwire": (_("has soldiers under fire"), _("has soldiers under fire")),
    "severity": (_("takes the incident as grave"), _("does not take the incident as grave enough")),
    "consulted": (_("was consulted"), _("was consulted")),
    "aggression": (_("will not let a war of aggression stand"), _("will not let a war of aggression stand")),
    "daunted": (_("shrinks from the nuclear threat"), _("shrinks from the nuclear threat")),
    "stance": (_("stands up to the threat"), _("leaves it to others to stand up to the threat")),
    "disposition": (_("was privately well disposed"), _("was privately ill disposed")),
    "lobbying": (_("was won over"), _("was won over")),
    "sovereignty": (_("gives up little"), _("would give up or share too much")),
    "delegate": (_("has a delegate who insists on it"), _("has a delegate who will not have it")),
    "burden": (_("has given less than it was asked"), _("has given more than it was asked")),
    "home_defence": (_("is safe at home"), _("needs its forces at home")),
    "opinion": (_("has its people behind it"), _("has its people against it")),
    "entrapment": (_("does not fear being dragged in"), _("fears being dragged in")),
}
"""What a term says when it speaks for a firm measure, and when it speaks against it; the same twice where it speaks for one only."""

CONCILIATORY: Final = {
    "threat": (_("feels safe enough for it"), _("feels too threatened for it")),
    "solidarity": (_("stands by the others"), _("feels little bound to the others")),
    "stance": (_("would rather not stand up to the threat"), _("would rather stand up to the threat")),
    "domestic": (_("is wanted at home to be conciliatory"), _("is expected at home to stay firm")),
    "aggression": (_("will not reward the attacker"), _("will not reward the attacker")),
}
"""The same of a measure that holds out a hand, where it means something else."""

CAUTIOUS: Final = (_("sees no risk"), _("is wary of any new step"))
"""What the term of risk says of a measure that does not escalate."""

LEVELS: Final = (
    _("nothing"),
    _("transit and logistics"),
    _("air and sea forces"),
    _("a share of its land forces"),
    _("everything it has"),
)
"""What a state contributes, by level."""

VERDICTS: Final = {
    "adopted": _("adopted"),
    "hollow": _(
        "adopted, but hollow, for the reservations of many or of the framework nation: it runs at ambition {ambition}"
    ),
    "blocked": _("blocked"),
    "outvoted": _("outvoted"),
    "unafforded": _("dropped, the sponsor's means did not reach"),
    "barred": _("no longer admissible"),
    "agreed": _("agreed; the other council is heard"),
}
"""What became of a draft."""

POSITIONS: Final = {
    "objects": _("breaks silence"),
    "reserved": _("records a reservation"),
    "silent": _("stays silent"),
    "supports": _("supports"),
}
"""What a member does about a draft."""

INCIDENTS: Final = {
    "cyber": _("a cyber attack"),
    "sabotage": _("sabotage"),
    "accident": _("an accident"),
    "convoy": _("a strike on a convoy of aid"),
    "armed_attack": _("an armed attack"),
}
"""What an incident was."""

AUTHORS: Final = {
    "accident": _(", in an encounter with {state}"),
    "convoy": _(", by {state}"),
    "armed_attack": _(", by {state}"),
}
"""Who was on the other side of an incident that shows its author."""

STANCES: Final = {
    "aloof": _("it stands aloof"),
    "balance_internally": _("it arms itself against the threat (internal balancing)"),
    "balance_externally": _("it seeks allies against the threat (external balancing)"),
    "buck_pass": _("it leaves it to others to stand up to the threat (buck-passing)"),
    "bandwagon": _("it gives in to the stronger side (bandwagoning)"),
}
"""How a state answers threat."""

ASKED: Final = {
    Grant.NOTHING: _("; it asks for no terms"),
    Grant.NEUTRALITY: _("; it asks for neutrality"),
    Grant.RECOGNITION: _("; it asks for neutrality, and that the line is recognised"),
}
"""What an offer of a ceasefire asks for."""

OFFERED: Final = {
    Grant.NOTHING: _("; it grants no terms"),
    Grant.NEUTRALITY: _("; it grants neutrality"),
    Grant.RECOGNITION: _("; it grants neutrality, and recognises the line"),
}
"""What an offer of a ceasefire grants."""

GRANTED: Final = {
    "neutrality": _("{side} grants its neutrality."),
    "recognition": _("{side} grants its neutrality and recognises the line."),
}
"""On what terms a war ended."""

CAUSES: Final = {
    "way_blocked": _("the way is blocked"),
    "no_transit": _("there is no leave to pass"),
    "no_lift": _("there is no lift"),
    "loss_limit": _("as much is lost as may be"),
    "recalled": _("recalled by its nation"),
}
"""Why an order could not be carried out."""

BREAKS: Final = {
    "attack_on_member": _("an attack on a member"),
    "invasion": _("an invasion"),
    "capital_falls": _("a capital falls"),
    "nuclear_use": _("nuclear use"),
}
"""What stops the weeks of a turn."""

ENDINGS: Final = {
    "last_turn": _("the last turn has been played"),
    "regime_falls": _("a regime falls"),
    "alliance_fractures": _("an alliance fractures"),
    "strategic_exchange": _("a strategic exchange"),
}
"""Why a game is over."""

INDIFFERENT = 50  # 1/1000 point: below this a disposition is none
TENTH = 50  # 1/1000 point: less is rounded to none in tenths


class Speaks(IntEnum):
    """Which way a term or a state leans: its place among the meanings of a term."""

    FOR = 0
    AGAINST = 1


def leaning(position: str) -> Speaks:
    """Which way a member speaks by its position."""
    return Speaks.AGAINST if position in ("objects", "reserved") else Speaks.FOR


def reason(terms: ev.TermMap, way: Speaks, manner: Manner = FIRM) -> str:
    """The weightiest term for or against a measure of this manner, in words; empty where there is none."""
    against = way is Speaks.AGAINST
    speaking = {name: size for name, size in terms.items() if (size < 0) == against and size != 0 and name in REASONS}
    if not manner.escalates and len(speaking) > 1:
        speaking.pop("risk", None)
    if len(speaking) > 1:
        speaking.pop("base", None)  # what a government itself feels says more than the words do
    if not speaking:
        return ""
    name = max(speaking, key=lambda key: (abs(speaking[key]), key))
    return meaning(name, manner)[way]


def meaning(term: str, manner: Manner) -> tuple[str, str]:
    """What a term says for and against a measure of this manner."""
    if term == "risk" and not manner.escalates:
        return CAUTIOUS
    return CONCILIATORY.get(term, REASONS[term]) if manner.conciliates else REASONS[term]


def because(terms: ev.TermMap, way: Speaks, states: int = 1, manner: Manner = FIRM) -> str:
    """The weightiest reason of so many states that share it, as the end of a sentence; empty where there is none."""
    why = reason(terms, way, manner)
    return _n(": it {reason}", ": each {reason}", states).format(reason=why) if why else ""


def crossed(states: int = 1) -> str:
    """That a draft crosses the red line of so many states that object for it, as the end of a sentence."""
    return _n(": the draft crosses its red line", ": the draft crosses a red line of each", states)


def signed(points: int) -> str:
    """Points (1/1000) with their sign, to a tenth; what a tenth would show as nought, to a hundredth."""
    said = f"{points / 1000:+.1f}" if abs(points) >= TENTH or points == 0 else f"{points / 1000:+.2f}"
    return said.replace("-", "−")


def disposed(heard: int) -> str:
    """A private disposition as sounded (1/1000 point), in words."""
    if abs(heard) < INDIFFERENT:
        return _("neither for nor against")
    says = _("well disposed ({size})") if heard > 0 else _("ill disposed ({size})")
    return says.format(size=signed(heard))
