"""The hot-wash: one sheet to talk about straight after play: results, turning points, questions, what was to be learnt."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.catalogue import _
from wargame.report.debrief import debrief
from wargame.report.drafts import Draft
from wargame.report.element import Element, Node, element
from wargame.report.expected import Attack
from wargame.report.head import results
from wargame.report.injected import notes_of
from wargame.report.knowledge import Knowledge
from wargame.report.pieces import Part, cited, listed, note, nothing
from wargame.report.questions import Question, questions_of
from wargame.report.retrace import Retraced
from wargame.report.sentences import record_words, war_words
from wargame.report.turning import (
    BREAK,
    BROKEN,
    CEASEFIRE,
    DEFENCE,
    FEWEST,
    JOINED,
    LAND,
    LEAST_WEIGHT,
    MOST,
    WAR,
    WEIGHTS,
    TurningTurn,
    turning_turns,
)

LINES_TO_WRITE = 3


def hotwash(game: Retraced, known: Knowledge, drafts: list[Draft], attacks: list[Attack]) -> Part:
    """The sheet."""
    questions = questions_of(known, drafts, attacks)
    body: list[Node] = [element("h3", _("How it came out")), *results(game, known)]
    body += [element("h3", _("Turning points")), *_turning_points(known), _rule()]
    body += [
        *_records(known),
        *notes_of(game, known),
        element("h3", _("Questions for the class")),
        *_questions(questions),
    ]
    body += _learning(known)
    laws = tuple(law for question in questions for law in question.laws)
    return Part("hotwash", _("Hot-wash"), (element("div", *body, class_="sheet"),), laws)


def _turning_points(known: Knowledge) -> Iterator[Node]:
    for turning in turning_turns(known):
        title = _("Turn {turn}, weight {weight}: {moves}").format(
            turn=turning.turn, weight=f"{turning.weight:.1f}", moves=_moves(known, turning)
        )
        yield element("h4", title)
        yield from listed(turning.lines) or [nothing(_("Nothing that made news: it came of itself."))]


def _moves(known: Knowledge, turning: TurningTurn) -> str:
    """How the turn moved each score, and by which objective most."""
    told = [
        _("{side} {change} points ({aim})").format(
            side=known.body(move.seat), change=f"{move.change:+.1f}".replace("-", "−"), aim=move.aim
        )
        for move in turning.moves
    ]
    return "; ".join(told) or _("no score moved by much")


def _records(known: Knowledge) -> list[Element]:
    """What became of drafts, and what wars cost."""
    told = debrief(known.scenario, known.names, known.events, {}, lambda _event: "")
    records = [record_words(known.names, record) for record in told.records]
    wars = [war_words(known.names, known.telling, war) for war in told.wars] or [_("Nobody went to war.")]
    return [element("h3", _("Councils")), *listed(records), element("h3", _("Wars")), *listed(wars)]


def _rule() -> Element:
    """The rule by which turning points are chosen, as it is applied."""
    says = _(
        "The rule: a turn weighs the points by which it moved the scores, either way, and {war} for a war begun, "
        "{ceasefire} for a ceasefire, {stop} for an emergency session, {defence} for a decision on collective "
        "defence, {joined} for a state that joined, {broken} for a text blocked or outvoted, {land} for a region "
        "that changed hands. Told are the {fewest} heaviest turns, and up to {most} that weigh {least} or more."
    )
    weights = {key: f"{WEIGHTS[key]:g}" for key in (WAR, CEASEFIRE, DEFENCE, JOINED, BROKEN, LAND)}
    return note(says.format(stop=f"{WEIGHTS[BREAK]:g}", fewest=FEWEST, most=MOST, least=f"{LEAST_WEIGHT:g}", **weights))


def _questions(questions: list[Question]) -> list[Element]:
    """With room to write below each."""
    asked = [
        element(
            "li",
            question.text,
            *cited(question.laws),
            *(element("div", class_="write") for _line in range(LINES_TO_WRITE)),
        )
        for question in questions
    ]
    return [element("ol", *asked)] if asked else [nothing(_("Nothing in this game asks for more than its course."))]


def _learning(known: Knowledge) -> list[Element]:
    """The learning objectives of the scenario."""
    if not known.scenario.learning:
        return []
    return [element("h3", _("What was to be learnt")), *listed(known.scenario.learning)]
