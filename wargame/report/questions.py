"""Questions for the class, made from what happened in this game; each with the laws that it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np

from wargame.catalogue import _, _n
from wargame.model import events as ev
from wargame.model.codes import IncidentKind
from wargame.model.columns import NOBODY, column_of
from wargame.report.drafts import Draft, Said, failures
from wargame.report.expected import EVEN, Attack
from wargame.report.knowledge import Knowledge
from wargame.report.tripwires import Tripwire, tripwires_of
from wargame.rules.council import NO_PRICE

MOST_OF_A_KIND = 2  # questions of one kind
TENTH = 10.0  # kept values in a point of influence


@dataclass(frozen=True)
class Question:
    """A question, and the ids of the laws by which it can be answered."""

    text: str
    laws: tuple[str, ...]


def questions_of(known: Knowledge, drafts: list[Draft], attacks: list[Attack]) -> list[Question]:
    """All kinds in the order in which they are worth asking, no more than MOST_OF_A_KIND of each."""
    kinds = (
        _of_lone_objectors(known, drafts),
        _of_outvoted(known, drafts),
        _of_red_lines(known, drafts),
        _of_unanswered(known),
        _of_tripwires(known),
        _of_hollow(known, drafts),
        _of_wars(known),
        _of_surprises(known, attacks),
        _of_promises(known),
        _of_consultations(known, drafts),
        _of_covert_acts(known),
    )
    return list(chain.from_iterable(islice(kind, MOST_OF_A_KIND) for kind in kinds))


def _of_lone_objectors(known: Knowledge, drafts: list[Draft]) -> Iterator[Question]:
    """Consensus that failed by one member."""
    for draft, reading, decided in failures(drafts, "blocked"):
        against = reading.who("objects")
        if len(against) == 1:
            yield Question(_lone(known, draft, against[0], decided.price), ("COUNCIL-11", "COUNCIL-13"))


def _lone(known: Knowledge, draft: Draft, said: Said, price: int) -> str:
    event = said.event
    says = _("On {date} {body} failed over “{measure}” by one member: {state} alone broke silence{why}.")
    asked = says.format(
        date=known.date(event.day),
        body=known.body(event.body),
        measure=known.measure(event.measure),
        state=known.country(event.member),
        why=said.why(1),
    )
    asked += _priced(price)
    if draft.verdict in ("adopted", "hollow"):
        return asked + " " + _("A lower text was adopted instead: what was lost by it, and what was won?")
    return asked + " " + _("What could the sponsor have offered, put off, or done without this council?")


def _priced(price: int) -> str:
    """What consensus would have cost (1/10 influence), where it could be bought."""
    if not 0 < price < NO_PRICE:
        return ""
    says = _("Consensus would have cost {price} influence. Was it worth that?")
    return " " + says.format(price=f"{price / TENTH:.1f}")


def _of_outvoted(known: Knowledge, drafts: list[Draft]) -> Iterator[Question]:
    """A text that found no majority."""
    for _draft, reading, decided in failures(drafts, "outvoted"):
        members = len(reading.positions)
        backers = members - len(reading.who("objects")) - len(reading.who("reserved"))
        says = _(
            "{body} outvoted “{measure}”: {backers} of {members} members were in favour. "
            "Whose voice could be won, and for what?"
        )
        body, measure = known.body(decided.body), known.measure(decided.measure)
        text = says.format(body=body, measure=measure, backers=backers, members=members)
        yield Question(text + _priced(decided.price), ("COUNCIL-15", "COUNCIL-16"))


def _of_red_lines(known: Knowledge, drafts: list[Draft]) -> Iterator[Question]:
    """A red line that a draft crossed."""
    told: set[tuple[str, str]] = set()
    for draft in drafts:
        for event, _why, crossed in (said for reading in draft.readings for said in reading.who("objects")):
            if crossed and (event.measure, event.member) not in told:
                told.add((event.measure, event.member))
                says = _(
                    "“{measure}” crossed a red line of {state}. Could that be known before it was tabled, and "
                    "what would have moved the line?"
                )
                text = says.format(measure=known.measure(event.measure), state=known.country(event.member))
                yield Question(text, ("COUNCIL-12",))


def _of_unanswered(known: Knowledge) -> Iterator[Question]:
    """An attack on a member that stood unanswered as a turn ended."""
    told: set[int] = set()
    for turn in known.turns[1:]:
        for row in (column_of(known.states[turn].bodies, "unanswered") == 1).nonzero()[0].tolist():
            if row not in told:
                told.add(row)
                says = _(
                    "At the end of turn {turn} an armed attack on a member of {body} stood unanswered. What does "
                    "that do to the belief in the alliance, and whose decision was it?"
                )
                body = known.names.bodies.title(row)
                yield Question(says.format(turn=turn, body=body), ("ALLIANCE-9", "ARTICLE5-1"))


def _of_tripwires(known: Knowledge) -> Iterator[Question]:
    """A battlegroup whose host was attacked, first; then those whose hosts were not, the most threatened first."""
    found = tripwires_of(known)
    for wire in sorted(found, key=lambda wire: (not wire.attacked, -wire.threat)):
        yield Question(_wire_question(known, wire), ("COUNCIL-9", "ARTICLE5-3", "MOTIVE-6"))


def _wire_question(known: Knowledge, wire: Tripwire) -> str:
    host, nations = known.country(wire.host), ", ".join(map(known.country, wire.contributors))
    if not wire.attacked:
        says = _(
            "Soldiers of {nations} stood in {host}, and it was not attacked. Can one say that the tripwire held? "
            "What else would explain it?"
        )
        return says.format(nations=nations, host=host)
    says = _(
        "{host} was attacked although soldiers of {nations} stood there: the tripwire did not deter. Did it "
        "bring its contributors in? They gave: {given}."
    )
    given = ", ".join(f"{known.country(state)} {level}" for state, level in wire.gave) or _("nothing")
    return says.format(nations=nations, host=host, given=given)


def _of_hollow(known: Knowledge, drafts: list[Draft]) -> Iterator[Question]:
    for draft in drafts:
        if draft.verdict == "hollow":
            says = _(
                "{body} adopted “{measure}”, but hollow: those who were to carry it had reservations. Is a "
                "hollow text better than none?"
            )
            text = says.format(body=known.body(draft.tabled.body), measure=known.measure(draft.tabled.measure))
            yield Question(text, ("COUNCIL-14", "COUNCIL-21"))


def _of_wars(known: Knowledge) -> Iterator[Question]:
    for heard in known.heard:
        if isinstance(heard.event, ev.WentToWar):
            says = _(
                "{attacker} went to war with {victim} on {date}. Which of its reasons could the others have "
                "changed in the turns before, and did they try firmness or reassurance?"
            )
            event = heard.event
            attacker, victim = known.country(event.attacker), known.country(event.victim)
            text = says.format(attacker=attacker, victim=victim, date=known.date(event.day))
            yield Question(text, ("MOTIVE-1", "MOTIVE-2", "MOTIVE-5", "MOTIVE-6", "TURN-1"))


def _of_surprises(known: Knowledge, attacks: list[Attack]) -> Iterator[Question]:
    """Attacks that went against the odds, the farthest first."""
    against = [attack for attack in attacks if attack.fell == (attack.chance < EVEN)]
    for attack in sorted(against, key=lambda attack: -abs(attack.chance - EVEN)):
        says = _(
            "{attacker} attacked {place} with a chance of {chance} per cent to break through, and failed. Was it "
            "luck, or what came after the first battle?"
        )
        if attack.fell:
            says = _(
                "{attacker} attacked {place} with a chance of {chance} per cent to break through, and took it. "
                "Was it luck, or what came after the first battle?"
            )
        text = says.format(
            attacker=known.country(attack.attacker), place=known.place(attack.place), chance=round(100 * attack.chance)
        )
        yield Question(text, ("COMBAT-11", "COMBAT-14"))


def _of_promises(known: Knowledge) -> Iterator[Question]:
    for heard in known.heard:
        if isinstance(heard.event, ev.TextEnded) and heard.event.unkept:
            says = _("{body} let “{measure}” run out while the state it helped fought on. What is a promise worth now?")
            text = says.format(body=known.body(heard.event.body), measure=known.measure(heard.event.measure))
            yield Question(text, ("ALLIANCE-9",))


def _of_consultations(known: Knowledge, drafts: list[Draft]) -> Iterator[Question]:
    """The first consultations that a state called of a body, and what was adopted in that turn."""
    told: set[tuple[str, str]] = set()
    for heard in known.heard:
        event = heard.event
        if isinstance(event, ev.ConsultationsCalled) and (event.country, event.body) not in told:
            told.add((event.country, event.body))
            adopted = sum(
                (draft.turn, draft.tabled.body, draft.verdict) == (heard.turn, event.body, "adopted")
                for draft in drafts
            )
            says = _n(
                "{state} called consultations of {body} for fear of {feared}; {count} text was adopted in that "
                "turn. Did being heard change what was agreed?",
                "{state} called consultations of {body} for fear of {feared}; {count} texts were adopted in that "
                "turn. Did being heard change what was agreed?",
                adopted,
            )
            state, feared = known.country(event.country), known.country(event.about)
            text = says.format(state=state, body=known.body(event.body), feared=feared, count=adopted)
            yield Question(text, ("ARTICLE4-1", "ARTICLE4-3"))


def _of_covert_acts(known: Knowledge) -> Iterator[Question]:
    """Acts whose author nobody named openly."""
    acts = sum(isinstance(e, ev.IncidentHappened) and e.author is None for e in known.events)
    named = sum(isinstance(e, ev.ActAttributed) and e.publicly for e in known.events)
    if acts > named:
        says = _n(
            "{count} act against a member had no author that was named openly. Can an alliance answer an act "
            "without an author?",
            "{count} acts against members had no author that was named openly. Can an alliance answer acts "
            "without an author?",
            acts - named,
        )
        yield Question(says.format(count=acts - named) + _truth(known), ("HYBRID-3", "HYBRID-4"))


def _truth(known: Knowledge) -> str:
    """For the teacher, whose work the acts were that nobody named openly."""
    if not known.tells_all:
        return ""
    table = known.last.incidents
    is_secret = (column_of(table, "alive") == 1) & (column_of(table, "published") == 0)
    covert = np.isin(column_of(table, "kind"), (IncidentKind.CYBER, IncidentKind.SABOTAGE))
    authors = sorted(set(column_of(table, "author")[is_secret & covert].tolist()) - {NOBODY})
    states = ", ".join(known.names.countries.title(row) for row in authors)
    return " " + _("In truth behind them: {states}.").format(states=states) if states else ""
