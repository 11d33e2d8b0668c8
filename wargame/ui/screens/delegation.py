"""A delegate's screen: what the session asks of its state, what each word costs at home, and how its aims stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pygame

from wargame.catalogue import _, _n
from wargame.engine.agenda import DraftItem, Line, Reading, RequestItem
from wargame.engine.floor import price_of_answer
from wargame.engine.national import SAYS, Standing, total_of
from wargame.engine.vocabulary import spoken
from wargame.model.calendar import date_in_words
from wargame.model.codes import Position
from wargame.model.words import Respond, Speak, Word
from wargame.report.grades import FULL, in_points
from wargame.ui.kit.button import Button, Kind, icon_button
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import Badge, Label, heading, title
from wargame.ui.kit.layout import Column, Cross, Row, Rule, gap, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.play.embassy import Embassy
from wargame.ui.play.mandate import Mandate, line_of, prices_to_ask, said
from wargame.ui.screens.pieces import Slot, Told, Value, percent
from wargame.ui.screens.terms import explained_line
from wargame.ui.theme.palette import SideMark, Tone
from wargame.ui.theme.type import SMALL, STRONG

HOME_WIDE = 384  # logical units, as below
CHOICE_WIDE = 330
TAKE, REFUSE = "take", "refuse"


@dataclass(frozen=True)
class Wires:
    """What the screen does: say a word, end, show itself anew, and lead elsewhere."""

    say: Callable[[Word], None]
    done: Callable[[], None]
    touch: Callable[[], None]
    places: Callable[[], None]
    settings: Callable[[], None]
    leave: Callable[[], None]


class DelegateScreen:
    """Builds the screen. Every choice is said at once, so that none is lost; of two on one matter the later holds.

    It begins with what was said before the game was cut off, and for the rest with what happens if nothing is said.
    """

    def __init__(self, embassy: Embassy, mark: SideMark, wires: Wires) -> None:
        self._embassy, self._wires = embassy, wires
        agenda, before = embassy.agenda, embassy.said
        spoken = {word.draft: word for word in before if isinstance(word, Speak)}
        self._mandates = {
            item.draft: said(item, spoken[item.draft]) if item.draft in spoken else line_of(item)
            for item in agenda.drafts
        }
        self._answers = {item.request: response(item, usual(item)) for item in agenda.requests}
        self._answers |= {word.request: word for word in before if isinstance(word, Respond)}
        self._silent = {item.draft for item in agenda.drafts if item.offer} - set(spoken)
        self._items, self._bill = Slot(), Slot()
        self.root: Widget = self._page(mark)
        self._fill()

    def _page(self, mark: SideMark) -> Widget:
        embassy = self._embassy
        when = _("Turn {turn}, {date}").format(turn=embassy.turn + 1, date=date_in_words(embassy.day))
        who = title(_("{state} takes the floor").format(state=embassy.title))
        wires = self._wires
        tools = [
            icon_button("places", "users", wires.places, _("Who plays")),
            icon_button("settings", "settings", wires.settings, _("Settings")),
            icon_button("menu", "house", wires.leave, _("To the menu; what was said is kept")),
        ]
        head = Row(Badge(mark), who, gap(), Label(when, SMALL, Tone.DIM), *tools, cross=Cross.MIDDLE)
        tip = _("Silence runs when every delegate has been heard")
        done = Button("done", _("So we say"), self._end, tip, Kind.PRIMARY, "check").on_key(pygame.K_RETURN)
        items = Scroll(self._items, "items", _("Scroll with the arrows")).growing()
        foot = Row(self._bill, gap(), done, cross=Cross.MIDDLE)
        return Column(head, Row(self._home(), items, gap=12).growing(), foot, gap=12, pad=16)

    def _end(self) -> None:
        """An offer that was left as it is shown is taken, and said so."""
        for draft in sorted(self._silent):
            self._wires.say(self._mandates[draft].word)
        self._wires.done()

    def _home(self) -> Widget:
        """The state itself, its aims, and what everybody has heard of the month."""
        embassy = self._embassy
        rows: list[Widget] = [
            heading(_("At home")),
            Value("", _("Support of the government"), percent(embassy.support)),
            Value("", _("Public for a firm policy"), percent(embassy.opinion)),
            Value("", _("Threat felt (0 to 1)"), f"{embassy.threat / FULL:.3f}"),
            Rule(),
            heading(_("What you are after")),
            *aim_lines(embassy.standing),
        ]
        if embassy.news:
            lines = "\n".join("- " + plain(line) for line in embassy.news)
            rows += [Rule(), heading(_("What everybody has heard")), Prose("news", lines)]
        return panel(Scroll(Column(*rows, gap=4), "home", _("Scroll with the arrows")).growing()).sized(wide=HOME_WIDE)

    def _fill(self) -> None:
        agenda = self._embassy.agenda
        cards = [self._draft(item) for item in agenda.drafts] + [self._request(item) for item in agenda.requests]
        self._items.put(Column(*cards, gap=10))
        self._bill.put(self._cost())

    def _cost(self) -> Widget:
        """What all words together cost at most, and whether the government outlives it."""
        cost = sum(mandate.cost for mandate in self._mandates.values())
        cost += sum(price_of_answer(item, self._answers[item.request]) for item in self._embassy.agenda.requests)
        left = self._embassy.support - cost
        if not cost:
            return Label(_("You speak as your government's own terms have it: it costs nothing."), SMALL, Tone.DIM)
        says = _("All this costs your government up to {cost} of support; {left} is left.")
        tone = Tone.WARN
        if left < self._embassy.falls:
            says = _(
                "All this costs your government up to {cost} of support; with {left} left it falls, "
                "and nobody hears you until two turns have passed."
            )
            tone = Tone.BAD
        return Label(says.format(cost=percent(cost), left=percent(left)), STRONG, tone)

    # drafts

    def _draft(self, item: DraftItem) -> Widget:
        names, mandate = self._embassy.names, self._mandates[item.draft]
        row = names.measures.row(item.measure)
        rows: list[Widget] = [
            heading(names.measures.title(row)),
            Label(self._about(item), SMALL, Tone.DIM),
            Prose(f"text.{item.draft}", plain(names.texts[row])),
        ]
        if item.red_line is not None:
            rows.append(Label(_("It crosses your red line: {reason}").format(reason=item.red_line), SMALL, Tone.BAD))
        if item.offer:
            rows.append(self._offer(item, mandate))
        first, last = item.readings[0], item.lowest
        rows += self._reading(mandate, first, mandate.first, mandate.at_first)
        if last is not first:
            rows += self._reading(mandate, last, mandate.lower, mandate.at_lower)
        return panel(*rows)

    def _about(self, item: DraftItem) -> str:
        names = self._embassy.names
        countries, places = names.countries, names.places
        parts = [names.bodies.title(names.bodies.row(item.body))]
        parts.append(_("a vote") if item.is_vote else _("silence procedure"))
        if item.against:
            parts.append(_("concerning {state}").format(state=countries.title(countries.row(item.against))))
        if item.helps:
            parts.append(_("for {state}").format(state=countries.title(countries.row(item.helps))))
        if item.on:
            parts.append(_("in {place}").format(place=places.title(places.row(item.on))))
        return " · ".join(parts)

    def _reading(
        self, mandate: Mandate, reading: Reading, taken: Position, choose: Callable[[Position], Mandate]
    ) -> list[Widget]:
        """Where the government stands at an ambition, and what is said there."""
        draft, row = mandate.item.draft, self._embassy.names.countries.row(self._embassy.state)
        line: Line = reading.taken if mandate.offer == TAKE else reading.line
        told = Told("support", (row,), line.value, tuple(line.terms.items()))
        name = _("Ambition {level}: your government's line").format(level=reading.ambition)
        opens = explained_line(told, name, f"line.{draft}.{reading.ambition}", said=spoken(line.position.name))
        choices = [Choice(p.name, _position(p, price)) for p, price in reversed(mandate.open_to(reading).items())]
        drop = DropDown(
            f"say.{draft}.{reading.ambition}",
            choices,
            taken.name,
            lambda key: self._say(choose(Position[key])),
            _("What you say at this ambition"),
        )
        return [Row(opens.growing(), drop.sized(wide=CHOICE_WIDE), cross=Cross.MIDDLE, gap=10)]

    def _offer(self, item: DraftItem, mandate: Mandate) -> Widget:
        """What the sponsor offers for the state's voice: to be taken, turned down, or priced."""
        body = self._embassy.names.bodies.title(self._embassy.names.bodies.row(item.body))
        says = _("{body} offers {points} of support for your voice").format(body=body, points=_points(item.offer))
        choices = [Choice(TAKE, _("Take it: it binds you")), Choice(REFUSE, _("Turn it down"))]
        asked = [Choice(str(price), _("Ask {points}").format(points=_points(price))) for price in prices_to_ask(item)]
        drop = DropDown(
            f"offer.{item.draft}",
            choices + asked,
            str(mandate.asks) if mandate.asks else mandate.offer,
            lambda key: self._say(_answered(mandate, key)),
            _("Your answer; the sponsor alone hears it"),
        )
        return Row(Label(says, STRONG, Tone.LINK).growing(), drop.sized(wide=CHOICE_WIDE), cross=Cross.MIDDLE, gap=10)

    def _say(self, mandate: Mandate) -> None:
        self._wires.say(mandate.word)
        self._mandates[mandate.item.draft] = mandate
        self._silent.discard(mandate.item.draft)
        self._fill()
        self._wires.touch()

    # requests

    def _request(self, item: RequestItem) -> Widget:
        names = self._embassy.names
        body = names.bodies.title(names.bodies.row(item.body))
        place = names.places.title(names.places.row(item.place))
        unit = names.formations.title(names.formations.row(item.formation))
        about = _n(
            "{body} asks for forces in {place}, for {weeks} week",
            "{body} asks for forces in {place}, for {weeks} weeks",
            item.weeks,
        )
        told = Told("answer", (), item.value, tuple(item.terms.items()))
        line = explained_line(
            told,
            _("Your government's line"),
            f"answer.{item.request}",
            said=_("Willing") if item.willing else _("Unwilling"),
        )
        words = {"give": _("Give it, if nobody is more willing"), "refuse": _("Refuse")}
        choices = [
            Choice(answer, _priced(says, price_of_answer(item, response(item, answer))))
            for answer, says in words.items()
        ]
        drop = DropDown(
            f"reply.{item.request}",
            choices,
            self._answers[item.request].answer,
            lambda key: self._respond(response(item, key)),
            _("What you answer"),
        )
        return panel(
            heading(about.format(body=body, place=place, weeks=item.weeks)),
            Label(_("What you could send: {formation}").format(formation=unit), SMALL, Tone.DIM),
            Row(line.growing(), drop.sized(wide=CHOICE_WIDE), cross=Cross.MIDDLE, gap=10),
        )

    def _respond(self, word: Respond) -> None:
        self._wires.say(word)
        self._answers[word.request] = word
        self._fill()
        self._wires.touch()


def aim_lines(standing: Iterable[Standing]) -> list[Widget]:
    """A line an aim with what it scores, then all together."""
    known = tuple(standing)
    rows: list[Widget] = []
    for item in known:
        name = SAYS[item.objective.aim]
        said = _("Secret brief: {name}").format(name=name) if item.is_brief else name
        share = _("{score} of {weight}").format(score=f"{item.score / FULL:.1f}", weight=item.objective.weight)
        rows.append(Value("", said, share, tone=Tone.LINK if item.is_brief else Tone.TEXT))
    return [*rows, Value("", _("Together, of 100"), f"{in_points(total_of(known)):.1f}", tone=Tone.GOOD)]


def usual(item: RequestItem) -> str:
    """What a state answers by its own terms."""
    return "give" if item.willing else "refuse"


def response(item: RequestItem, answer: str) -> Respond:
    """An answer to a request as it is said."""
    return Respond.model_validate({"request": item.request, "answer": answer})


def _answered(mandate: Mandate, key: str) -> Mandate:
    if key == TAKE:
        return mandate.answering("take")
    return mandate.answering("refuse", 0 if key == REFUSE else int(key))


def _position(position: Position, price: int) -> str:
    return _priced(spoken(position.name), price)


def _priced(words: str, price: int) -> str:
    return _("{words}: costs {price}").format(words=words, price=percent(price)) if price else words


def _points(points: int) -> str:
    return f"{points / FULL:.1f}"
