"""The decision timeline: turn by turn what each seat decided, who took the decision and why, and what councils made of it."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.catalogue import _, _n
from wargame.engine.phrases import POSITIONS
from wargame.model import events as ev
from wargame.model.calendar import WEEK
from wargame.model.codes import Phase
from wargame.report.drafts import Draft, Reading, Said
from wargame.report.element import Element, Node, element
from wargame.report.knowledge import Knowledge
from wargame.report.pieces import Part, cited, folded, listed, note, nothing, table
from wargame.report.retrace import Decided, Retraced
from wargame.report.words import PHASES, choice_words, orders_words, points, sitter_words, terms_words

TOGETHER = {
    "objects": _("{states} broke silence{why}."),
    "reserved": _("{states} recorded reservations{why}."),
    "supports": _("{states} supported it{why}."),
}
"""Positions that are told of by name; the silent are counted."""
LAWS = ("COUNCIL-11", "COUNCIL-12", "COUNCIL-14", "COUNCIL-15", "COUNCIL-16")


def timeline(game: Retraced, known: Knowledge, drafts: list[Draft]) -> Part:
    """All turns that were played, the one that is being played too."""
    last = max([known.turns[-1], *(decided.turn for decided in known.decisions)])
    turns = [_turn(game, known, drafts, turn) for turn in range(1, last + 1)]
    says = _(
        "What was decided, in the order of the turns; of an AI with its reason and the best of what it did not do."
    )
    return Part("timeline", _("Decisions, turn by turn"), (note(says, LAWS), *turns), LAWS)


def _turn(game: Retraced, known: Knowledge, drafts: list[Draft], turn: int) -> Element:
    made = [decided for decided in known.decisions if decided.turn == turn]
    tabled = [draft for draft in drafts if draft.turn == turn]
    day = min((decided.day for decided in made), default=(turn - 1) * known.scenario.weeks_a_turn * WEEK)
    title = _("Turn {turn}, from {date}").format(turn=turn, date=known.date(day))
    body: list[Node] = [element("h3", title)]
    for phase, name in PHASES.items():
        decisions = [_decision(game, known, decided) for decided in made if decided.phase is phase]
        body += [element("h4", name), *listed(decisions)] if decisions else []
        if phase is Phase.CAUCUS and tabled:
            body += [element("h4", _("Councils")), *(_draft(known, draft) for draft in tabled)]
    lines = [f"{known.telling.day_and_month(day)}: {line}" for day, line in _told(known, turn)]
    body.append(folded(_("What happened in turn {turn}").format(turn=turn), listed(lines) or [nothing()]))
    return element("div", *body, class_="turn")


def _decision(game: Retraced, known: Knowledge, decided: Decided) -> list[Node]:
    """Who decided what, and why."""
    name = game.header.people.get(decided.seat, "")
    who = _("{side} ({who})").format(side=known.body(decided.seat), who=sitter_words(decided.who, name))
    lines: list[Node] = [
        element("strong", who),
        ": ",
        "; ".join(orders_words(known, decided.orders)) or _("nothing"),
        ".",
    ]
    chosen = decided.chosen
    if chosen is not None and chosen.terms:
        says = _(" Chosen: {choice}, worth {worth} ({terms}).")
        lines.append(_choice(known, says, chosen.choice, chosen.terms))
    if chosen is not None and chosen.alternative_terms and chosen.alternative != chosen.choice:
        says = _(" Best of the others: {choice}, worth {worth} ({terms}).")
        lines.append(_choice(known, says, chosen.alternative, chosen.alternative_terms))
    return lines


def _choice(known: Knowledge, says: str, choice: str, terms: dict[str, int]) -> str:
    return says.format(
        choice=choice_words(known.names, choice),
        worth=points(sum(terms.values())),
        terms=terms_words(terms) or _("nothing speaks for it or against it"),
    )


def _draft(known: Knowledge, draft: Draft) -> Element:
    """A draft with its readings."""
    readings = [node for reading in draft.readings for node in _reading(known, reading)]
    return element("div", element("p", draft.line), *readings)


def _reading(known: Knowledge, reading: Reading) -> Iterator[Node]:
    """Who took which position and why, those alike together; the figures behind it where the reader may know them."""
    taken = [line for position, words in TOGETHER.items() for line in _together(known, reading.who(position), words)]
    silent = len(reading.who("silent"))
    if silent:
        says = _n("{count} member stayed silent.", "{count} members stayed silent.", silent)
        taken.append([says.format(count=silent)])
    yield from listed(taken)
    if known.tells_all and reading.positions:
        yield folded(_("Support of each member, term by term"), _supports(known, reading))
    if reading.verdict is not None:
        yield element("p", reading.line, class_="verdict")


def _together(known: Knowledge, taken: list[Said], words: str) -> Iterator[list[Node]]:
    """A line for each reason, with all members that gave it."""
    alike: dict[tuple[str, bool], list[Said]] = {}
    for said in taken:
        alike.setdefault((said.why(1), said.crossed), []).append(said)
    for (_why, crossed), group in alike.items():
        states = ", ".join(known.country(said.event.member) for said in group)
        line = words.format(states=states, why=group[0].why(len(group)))
        yield [line, *cited(("COUNCIL-12",) if crossed else ())]


def _supports(known: Knowledge, reading: Reading) -> list[Element]:
    """What each member's support was made of."""
    rows = [
        (
            known.country(event.member),
            POSITIONS[event.position],
            terms_words(event.terms),
            points(event.support),
        )
        for event, _why, _crossed in reading.positions
    ]
    return table((_("Member"), _("Position"), _("Terms"), _("Support")), rows, 1)


def _told(known: Knowledge, turn: int) -> Iterator[tuple[int, str]]:
    """The lines of a turn, each once a day; what councils did stands above."""
    before = (-1, "")
    for heard in known.within(turn):
        if isinstance(heard.event, ev.Tabled | ev.PositionTaken | ev.DraftDecided):
            continue
        line = (heard.event.day, heard.line)
        if heard.line and line != before:
            yield line
            before = line
