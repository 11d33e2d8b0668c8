"""The national benches: what delegates said and what it cost them, and how their aims came out, secret briefs opened."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.catalogue import _, _n
from wargame.engine.agenda import DraftItem
from wargame.engine.national import SAYS, Standing, total_of
from wargame.engine.vocabulary import spoken
from wargame.model import events as ev
from wargame.model.words import Respond, Speak
from wargame.report.element import Element, Node, element
from wargame.report.grades import FULL, grade, in_points
from wargame.report.knowledge import Knowledge
from wargame.report.pieces import Part, listed, note, nothing, table
from wargame.report.retrace import Retraced, Said

TENTHS = 10  # kept values in a per cent
LAWS = ("DELEGATE-1", "DELEGATE-2", "DELEGATE-3", "DELEGATE-4", "DELEGATE-6", "DELEGATE-8")


def benches(game: Retraced, known: Knowledge) -> list[Part]:
    """The part for the teacher; none for a seat, which knows no brief, and none where no state had a delegate."""
    if not known.tells_all or not game.standings:
        return []
    rows = [_result(game, known, state, standing) for state, standing in game.standings.items()]
    body: list[Node] = [*table((_("State"), _("Played by"), _("Result"), _("Points of 100")), rows, 1)]
    for state, standing in game.standings.items():
        body += [element("h3", known.country(state)), *_told(game, known, state, standing)]
    says = _(
        "Delegates speak for one state in the councils; what departs from its own terms costs its government support."
    )
    return [Part("benches", _("National delegations"), (note(says, LAWS), *body), LAWS)]


def _result(game: Retraced, known: Knowledge, state: str, standing: tuple[Standing, ...]) -> tuple[str, str, str, str]:
    total = in_points(total_of(standing))
    who = game.header.people.get(state, "") or _("a person")
    return known.country(state), who, grade(total), f"{total:.1f}"


def _told(game: Retraced, known: Knowledge, state: str, standing: tuple[Standing, ...]) -> Iterator[Element]:
    """Its aims, then its words turn by turn."""
    yield from listed([aim_words(item) for item in standing])
    said = [_said(known, word) for word in game.words if word.state == state]
    yield from listed(said) or [nothing(_("It spoke as its own terms had it."))]


def aim_words(item: Standing) -> str:
    """An aim and its score, the brief marked as such."""
    says = _("{score} of {weight}: {aim}")
    if item.is_brief:
        says = _("{score} of {weight}: {aim} (secret brief)")
    score, objective = f"{item.score / FULL:.1f}", item.objective
    return says.format(score=score, weight=objective.weight, aim=SAYS[objective.aim])


def _said(known: Knowledge, said: Said) -> str:
    paid = cost_of(known, said) // TENTHS
    cost = _n("{cost} point of support", "{cost} points of support", paid).format(cost=paid)
    if isinstance(said.word, Speak) and isinstance(said.item, DraftItem):
        says = _("Turn {turn}, on {matter} ({body}): {position}{lower}{offer}; {cost}.")
        return says.format(
            turn=said.turn,
            matter=known.measure(said.matter),
            body=known.body(said.body),
            position=spoken(said.word.position),
            lower=_lower(said.word, said.item),
            offer=_to_offer(said.word, said.item),
            cost=cost,
        )
    says = _("Turn {turn}, forces for {place} ({body}): {answer}; {cost}.")
    answer = _("willing") if isinstance(said.word, Respond) and said.word.answer == "give" else _("refused")
    return says.format(
        turn=said.turn, place=known.place(said.matter), body=known.body(said.body), answer=answer, cost=cost
    )


def cost_of(known: Knowledge, said: Said) -> int:
    """What a word cost in the end (1/1000 of support): what was never read cost nothing."""
    measure = said.matter if isinstance(said.word, Speak) else None
    departed = (heard.event for heard in known.within(said.turn) if isinstance(heard.event, ev.DelegateDeparted))
    return sum(
        each.cost for each in departed if (each.member, each.body, each.measure) == (said.state, said.body, measure)
    )


def _lower(word: Speak, item: DraftItem) -> str:
    return _(", read lower: {position}").format(position=spoken(word.lower)) if len(item.readings) > 1 else ""


def _to_offer(word: Speak, item: DraftItem) -> str:
    if not item.offer:
        return ""
    return _(", its offer taken") if word.offer == "take" else _(", its offer turned down")
