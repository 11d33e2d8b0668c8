"""Why the AIs chose what they chose: a dialog with their choices at the left, the terms of one at the right."""

from __future__ import annotations

from collections.abc import Callable

from wargame.catalogue import _
from wargame.engine.vocabulary import spoken
from wargame.model import events as ev
from wargame.model.calendar import WEEK
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.dialog import dialog
from wargame.ui.kit.layers import Layer, modal
from wargame.ui.kit.layout import Column, Row, Rule
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.rows import Entry, Heading, dated, words
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.table import Table
from wargame.ui.kit.widget import Widget
from wargame.ui.play.game import Game
from wargame.ui.screens.pieces import Slot, Value, points
from wargame.ui.settings import Reasons
from wargame.ui.theme.palette import Tone

WIDE = 1000  # logical units, as all below
HIGH = 420
LIST_WIDE = 560
DATE_WIDE = 84
SIDE_WIDE = 120


def may_be_read(game: Game, setting: Reasons) -> bool:
    """Reasons give an opponent's mind away: to one person who asked for them, or to all when nothing can be won by it."""
    return game.over or (setting is Reasons.AFTER_TURN and len(game.people) == 1)


def choices_of(game: Game) -> tuple[ev.Chosen, ...]:
    """What AIs chose in the last turn that is over, where there was something to choose between; in all when the game is.

    What was chosen on the day a turn ended belongs to the next: nothing of a turn that runs is ever told.
    """
    length = int(game.view.world.course[0].weeks_a_turn) * WEEK
    days = range(length * (game.turn - 1), length * game.turn)
    return tuple(
        event
        for event in game.session.events
        if isinstance(event, ev.Chosen)
        and event.seat not in game.people
        and event.choice != event.alternative
        and (game.over or event.day in days)
    )


class Minds:
    """The dialog."""

    def __init__(self, game: Game, close: Callable[[], None], touch: Callable[[], None]) -> None:
        self._game, self._touch = game, touch
        self._choices = choices_of(game)
        columns = [
            Heading("date", _("Date"), _("Sort by date"), DATE_WIDE),
            Heading("side", _("Side"), _("Sort by side"), SIDE_WIDE),
            Heading("choice", _("Chose"), _("Sort by what was chosen"), 160, 1),
        ]
        self._table = Table("choices", columns, _("Choose what to look into"))
        self._table.empty = _("Nothing was chosen by an AI")
        self._table.on_choose = self._look_into
        self._table.fill([self._entry(number) for number in range(len(self._choices))])
        self._terms = Slot()
        if self._choices:
            self._look_into("0")
        shown = Scroll(self._terms, "reasons.terms", _("Scroll with the arrows")).growing()
        body = Row(self._table.sized(wide=LIST_WIDE), shown, gap=14).sized(high=HIGH)
        done = Button("done", _("Done"), close, _("Back"), Kind.PRIMARY, "check")
        self.layer: Layer = modal(dialog("", _("Why the others did it"), body, done), WIDE, "done")

    def _entry(self, number: int) -> Entry:
        event, names = self._choices[number], self._game.session.names.bodies
        side = names.title(names.row(event.seat))
        date = dated(event.day, self._game.telling.short_date(event.day), Tone.FAINT)
        return Entry(str(number), (date, words(side, Tone.DIM), words(self._spoken(event.choice))))

    def _spoken(self, label: str) -> str:
        """What an AI calls a choice, with the names of measures, states and places for their ids."""
        names = self._game.session.names
        titles = {
            i: roll.title(roll.row(i)) for roll in (names.measures, names.countries, names.places) for i in roll.ids
        }
        return " ".join(titles.get(word, word) for word in label.split(" "))

    def _look_into(self, key: str) -> None:
        event = self._choices[int(key)]
        rows: list[Widget] = [Prose("reason", "*" + plain(self._spoken(event.choice)) + "*"), *_terms(event.terms)]
        if event.alternative_terms:
            other = _("The best other choice: {choice}").format(choice=self._spoken(event.alternative))
            rows += [Rule(), Prose("reason.other", plain(other)), *_terms(event.alternative_terms)]
        self._terms.put(Column(*rows, gap=2))
        self._touch()


def _terms(terms: ev.TermMap) -> list[Widget]:
    lines: list[Widget] = [Value("", spoken(name), points(size)) for name, size in terms.items() if size]
    return [*lines, Value("", _("Together"), points(sum(terms.values())), tone=Tone.LINK)]
