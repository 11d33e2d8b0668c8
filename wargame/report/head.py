"""The head of the page: what game this is, who played it, and by what it can be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

import wargame
from wargame.catalogue import _, _n
from wargame.engine.packing import digest
from wargame.engine.vocabulary import spoken
from wargame.model import events as ev
from wargame.model.calendar import WEEK
from wargame.report.element import Element, Node, element
from wargame.report.grades import grade, in_points
from wargame.report.knowledge import Knowledge
from wargame.report.pieces import Part, note, table
from wargame.report.retrace import Retraced
from wargame.report.scores import course_of, rows_of
from wargame.report.words import sitter_words
from wargame.rules.law import rules_digest

UNKNOWN = "–"


def head(game: Retraced, known: Knowledge) -> Element:
    """Title, dates, and a warning where the game is not over or was begun under other rules."""
    title = _("After-action report: {scenario}").format(scenario=known.scenario.title)
    lines: list[Node] = [element("h1", title), element("p", _dates(known), class_="small")]
    if known.seat:
        says = _("For the seat of {side}: only what it could know. What others hid is not in it.")
        lines.append(element("p", element("strong", says.format(side=known.body(known.seat)))))
    if not game.is_over:
        says = _(
            "This game is not over. The report tells what its seats still hide from each other: for the teacher alone."
        )
        lines.append(element("p", element("strong", says)))
    if not game.same_rules:
        lines.append(note(_("It was begun under other rules; under these it comes out the same.")))
    return element("header", *lines, element("p", known.scenario.summary))


def _dates(known: Knowledge) -> str:
    turns = known.turns[-1]
    day = turns * known.scenario.weeks_a_turn * WEEK
    says = _n("{first} to {last}, {turns} turn", "{first} to {last}, {turns} turns", turns)
    said = says.format(first=known.date(0), last=known.date(day), turns=turns)
    ends = [event.why for event in known.events if isinstance(event, ev.GameEnded)]
    return f"{said}. {spoken(ends[-1])}." if ends else f"{said}."


def results(game: Retraced, known: Knowledge) -> list[Element]:
    """How each seat came out, and who played it."""
    course = course_of(known)
    rows = [
        (known.body(seat), _players(game, seat), *_result(known, course[known.turns[-1]], seat))
        for seat in game.names.bodies.ids
    ]
    return table((_("Side"), _("Played by"), _("Result"), _("Points of 100")), rows, 1)


def _result(known: Knowledge, last: Mapping[str, Sequence[int]], seat: str) -> tuple[str, str]:
    """Grade and points; of a seat whose account is not open, neither."""
    if seat not in last or not rows_of(known, seat):
        return UNKNOWN, UNKNOWN
    total = in_points(sum(last[seat]))
    return grade(total), f"{total:.1f}"


def _players(game: Retraced, seat: str) -> str:
    """Who sat there, one after the other."""
    name = game.header.people.get(seat, "")
    sitters = [game.header.seats[seat], *(decided.who for decided in game.decisions if decided.seat == seat)]
    changes = [who for before, who in zip(["", *sitters], sitters, strict=False) if who != before]
    return _(", then ").join(sitter_words(who, name) for who in changes)


def provenance(game: Retraced, known: Knowledge) -> Part:
    """By what the report can be made again, byte for byte."""
    rows = [(element("th", name), element("td", value, class_="digest")) for name, value in _facts(game, known)]
    body = element("table", element("tbody", *(element("tr", *row) for row in rows)))
    says = _("From the same save this page comes out the same, byte for byte, in the same version and language.")
    return Part("provenance", _("How it can be made again"), (body, note(says)))


def _facts(game: Retraced, known: Knowledge) -> Iterator[tuple[str, str]]:
    yield _("Scenario"), known.scenario.title
    yield _("Digest of the scenario (SHA-256)"), hashlib.sha256(game.header.scenario_text.encode()).hexdigest()
    if known.tells_all:  # the seed tells all dice, those behind covert acts too
        yield _("Seed"), str(game.header.seed)
        yield _("Digest of the last state (SHA-256)"), digest(known.last)
    else:
        yield _("Digest of what the seat knew at last (SHA-256)"), digest(known.last)
    yield _("Begun with program, under rules"), f"{game.header.program}, {game.header.rules_digest}"
    yield _("Retraced with program, under rules"), f"{wargame.__version__}, {rules_digest()}"
    yield _("Orders and choices are those of"), _("people and AIs as they were logged; no AI was asked anew")
