"""What came from outside the game: the injects that were told, whether they are true, and what the facilitator did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wargame.catalogue import _
from wargame.engine.chair import Ruled
from wargame.engine.chair_words import act_words
from wargame.engine.deck import deck_of, told_alone
from wargame.engine.inject_words import listed_words, told_to_words, truth_words, when_words
from wargame.model import events as ev
from wargame.model.calendar import WEEK
from wargame.model.facilitation import Annotate
from wargame.model.names import Names
from wargame.model.scenario import Scenario
from wargame.report.element import Element, Node, element
from wargame.report.knowledge import Knowledge
from wargame.report.pieces import Part, listed, note
from wargame.report.retrace import Retraced

LAWS = ("INJECT-1", "INJECT-2", "INJECT-3")


@dataclass(frozen=True)
class FromOutside:
    """An inject that was told: in which turn, from 1, its headline and text, and to whom, by whom, whether it is true."""

    turn: int
    title: str
    text: str
    about: str


def told_from_outside(scenario: Scenario, names: Names, events: Iterable[ev.Event]) -> list[FromOutside]:
    """All of them, in their order. For readers of a game that is over, or who may know all of it."""
    length = scenario.weeks_a_turn * WEEK
    return [
        FromOutside(event.day // length + 1, event.title, event.text, _about(scenario, names, event))
        for event in events
        if isinstance(event, ev.Injected)
    ]


def _about(scenario: Scenario, names: Names, event: ev.Injected) -> str:
    parts = [told_to_words(names, told_alone(names, event))]
    if event.source == "facilitator":
        parts.append(_("by the facilitator"))
    if event.inject in scenario.injects:
        parts.append(truth_words(scenario.injects[event.inject].source))
    else:
        parts.append(_("Written by the facilitator."))
    return listed_words(parts)


def outside(game: Retraced, known: Knowledge) -> list[Part]:
    """The part; nothing of a game in which nothing came from outside and nobody facilitated."""
    told = told_from_outside(known.scenario, known.names, known.events)
    body: list[Node] = [*_told(known, told)]
    if known.tells_all:
        body += [*_done(known, game.ruled), *_untold(known)]
    if not body:
        return []
    says = _("What is invented is marked so: players were not told while they played.")
    return [Part("outside", _("From outside the game"), (note(says, LAWS), *body), LAWS)]


def _told(known: Knowledge, told: list[FromOutside]) -> Iterator[Element]:
    """Turn by turn what was told, then what it moved."""
    for turn in sorted({each.turn for each in told}):
        yield element("h3", _("Told in turn {turn}").format(turn=turn))
        for each in told:
            if each.turn == turn:
                yield element("h4", each.title)
                yield element("p", each.text)
                yield note(each.about)
        yield from listed(_moved(known, turn))


def _moved(known: Knowledge, turn: int) -> list[str]:
    first = (turn - 1) * known.scenario.weeks_a_turn * WEEK
    return [h.line for h in known.heard if isinstance(h.event, ev.LevelShifted) and h.event.day == first]


def _done(known: Knowledge, ruled: Iterable[Ruled]) -> list[Element]:
    """The acts of the facilitator that stood, notes too."""
    deck = deck_of(known.scenario)
    lines = [
        _("Turn {turn}: {what}").format(turn=each.turn, what=act_words(deck, known.names, each.act)) for each in ruled
    ]
    return [element("h3", _("What the facilitator did")), *listed(lines)] if lines else []


def _untold(known: Knowledge) -> list[Element]:
    """What the scenario held ready and nobody heard."""
    deck = deck_of(known.scenario)
    lines = [
        _("{title} ({when})").format(title=inject.title, when=when_words(known.names, inject.when))
        for name, inject in deck.injects.items()
        if not deck.is_told(known.last, name)
    ]
    return [element("h3", _("Held ready and not told")), *listed(lines)] if lines else []


def notes_of(game: Retraced, known: Knowledge) -> list[Element]:
    """The facilitator's notes for the hot-wash, for the teacher alone."""
    if not known.tells_all:
        return []
    lines = [
        _("Turn {turn}, {date}: {text}").format(turn=each.turn, date=known.date(each.day), text=each.act.text)
        for each in game.ruled
        if isinstance(each.act, Annotate)
    ]
    return [element("h3", _("Notes of the facilitator")), *listed(lines)] if lines else []
