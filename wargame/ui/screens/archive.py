"""The archive: every declaration that was adopted in the open, dated and numbered, to be opened at any time."""

from __future__ import annotations

from collections.abc import Callable

from wargame.catalogue import _
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
from wargame.ui.screens.hearing import Hearing, declaration, hearings
from wargame.ui.screens.pieces import Slot
from wargame.ui.theme.palette import Tone

WIDE = 960  # logical units, as all below
HIGH = 400
LIST_WIDE = 480
DATE_WIDE = 84
BODY_WIDE = 120


class Archive:
    """A dialog: the list of declarations at the left, the chosen one at the right."""

    def __init__(self, game: Game, close: Callable[[], None], touch: Callable[[], None]) -> None:
        self._game, self._touch = game, touch
        self._texts = [hearing for hearing in hearings(game.heard) if hearing.adopted]
        columns = [
            Heading("number", _("No"), _("Sort by number"), 36),
            Heading("date", _("Date"), _("Sort by date"), DATE_WIDE),
            Heading("body", _("Body"), _("Sort by body"), BODY_WIDE),
            Heading("text", _("Declaration"), _("Sort by name"), 140, 1),
        ]
        self._table = Table("archive", columns, _("Choose a declaration"))
        self._table.empty = _("Nothing has been declared yet")
        self._table.on_choose = self._read
        self._table.fill([self._entry(number) for number in reversed(range(len(self._texts)))])
        self._page = Slot()
        if self._texts:
            self._read(str(len(self._texts) - 1))
        shown = Scroll(self._page, "archive.page", _("Scroll with the arrows")).growing()
        body: Widget = Row(self._table.sized(wide=LIST_WIDE), shown, gap=14).sized(high=HIGH)
        done = Button("done", _("Done"), close, _("Back"), Kind.PRIMARY, "check")
        self.layer: Layer = modal(dialog("", _("Archive of declarations"), body, done), WIDE, "done")

    def _entry(self, number: int) -> Entry:
        decided = self._texts[number].decided
        assert decided is not None
        names = self._game.view.names
        return Entry(
            str(number),
            (
                words(str(number + 1), Tone.FAINT),
                dated(decided.day, self._game.telling.short_date(decided.day), Tone.DIM),
                words(names.bodies.title(names.bodies.row(decided.body))),
                words(names.measures.title(names.measures.row(decided.measure))),
            ),
        )

    def _read(self, key: str) -> None:
        hearing = self._texts[int(key)]
        title = _title(hearing, self._game)
        text = declaration(hearing, self._game.view.names, self._game.telling.date)
        self._page.put(Column(Prose("archive.title", "# " + plain(title)), Rule(), Prose("archive.text", text), gap=8))
        self._touch()


def _title(hearing: Hearing, game: Game) -> str:
    names = game.view.names
    return names.measures.title(names.measures.row(hearing.tabled.measure))
