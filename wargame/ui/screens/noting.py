"""Notes on the facilitator's screen: what the teacher's report shall tell of this moment, and what was done so far."""

from __future__ import annotations

from collections.abc import Callable

from wargame.catalogue import _
from wargame.engine.chair_words import act_words
from wargame.engine.deck import Deck
from wargame.model.facilitation import MOST_TEXT, Act, Annotate, Strike
from wargame.ui.kit.button import Button, icon_button
from wargame.ui.kit.field import TextField
from wargame.ui.kit.label import heading
from wargame.ui.kit.layout import Column, Cross, Row, Rule, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.play.cell import Cell


class Notes:
    """The page; what is being written stays while others are looked at."""

    def __init__(self, deck: Deck, do: Callable[[Act], bool]) -> None:
        self._deck, self._do = deck, do
        self._text = ""
        self._put = Button("note.put", _("Note it"), self._note, _("It stands in the teacher's report alone"))
        self._check()

    def page(self, cell: Cell) -> Widget:
        """A field, the notes of this briefing, and all that was done before."""
        tip = _("A note of your own, with today's date; players do not see it")
        field = TextField("note", self._type, tip, _("What did you see? What will you ask the class?"), limit=MOST_TEXT)
        field.text, field.on_submit = self._text, self._note
        rows: list[Widget] = [Row(field.growing(), self._put, gap=8, cross=Cross.MIDDLE)]
        rows += [self._line(number, act) for number, act in cell.noted]
        rows += [Rule(), heading(_("What you did so far")), Prose("past", self._past(cell))]
        return panel(Scroll(Column(*rows, gap=8), "notes", _("Scroll with the arrows")).growing()).growing()

    def _line(self, number: int, act: Annotate) -> Widget:
        away = icon_button(f"strike.{number}", "x", lambda: self._strike(number), _("Take the note back"))
        return Row(Prose(f"note.{number}", plain(act.text)).growing(), away, cross=Cross.MIDDLE, gap=8)

    def _past(self, cell: Cell) -> str:
        told = [(ruled.turn, act_words(self._deck, cell.names, ruled.act)) for ruled in reversed(cell.past)]
        lines = ["- " + plain(_("Turn {turn}: {what}").format(turn=turn, what=words)) for turn, words in told]
        return "\n".join(lines) or _("Nothing yet.")

    def _type(self, text: str) -> None:
        self._text = text
        self._check()

    def _check(self) -> None:
        self._put.blocked = "" if self._text.strip() else _("Write something first.")

    def _note(self) -> None:
        text, self._text = self._text.strip(), ""
        self._check()
        if text and not self._do(Annotate(text=text)):
            self._text = text

    def _strike(self, number: int) -> None:
        self._do(Strike(number=number))
