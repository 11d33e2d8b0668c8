"""Levels on the screen: what stands in the state, which opens into where it stood, how it moved, and the laws that move it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pygame import Rect

from wargame.catalogue import _, translated
from wargame.engine.grounds import movers_of
from wargame.engine.observe import HIDDEN, ROWS
from wargame.model.columns import column_of
from wargame.model.view import View
from wargame.model.world import Place
from wargame.rules.law import LAWS, Law
from wargame.ui.kit.figure import Figure, Opens
from wargame.ui.kit.label import Label, caption, heading
from wargame.ui.kit.layout import Column, Rule
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Host, Widget
from wargame.ui.screens.pieces import TERMS_PAD, Value
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import SideMark, Tone
from wargame.ui.theme.type import SMALL

WIDE = 340  # logical units
Form = Callable[[int], str]


@dataclass(frozen=True)
class Level:
    """One level of one row of the state, as a seat knows it now and knew it in the turn before."""

    table: str
    column: str
    row: tuple[int, ...]

    @property
    def key(self) -> str:
        """Its id on the screen."""
        return f"level.{self.table}.{self.column}.{'.'.join(map(str, self.row))}"

    def of(self, view: View) -> int:
        """What a view says of it."""
        return int(column_of(getattr(view.state, self.table), self.column)[self.row])

    def is_exact(self, view: View) -> bool:
        """Whether the seat knows it and does not estimate it."""
        return bool(view.exact[self.table][self.row]) or self.column not in HIDDEN.get(self.table, {})


class Levels:
    """Makes the lines of one view."""

    def __init__(self, view: View, before: View | None) -> None:
        self._view, self._before = view, before

    def line(self, table: str, column: str, row: tuple[int, ...], name: str, form: Form) -> Value:
        """A name and the level; a press opens it."""
        level = Level(table, column, row)
        said = form(level.of(self._view))
        return Value(level.key, name, said, self._opener(level, name, form), _("Show what moves it"))

    def figure(
        self, table: str, column: str, row: tuple[int, ...], name: str, form: Form, tip: str, tone: Tone = Tone.TEXT
    ) -> Figure:
        """The level as a large figure, that opens as a line does."""
        level = Level(table, column, row)
        opens = self._opener(level, name, form)
        return Figure(name, form(level.of(self._view)), "", tone, tip, f"figure.{level.key}", opens)

    def _opener(self, level: Level, name: str, form: Form) -> Opens:
        def opens(host: Host, rect: Rect) -> None:
            host.open_popup(self._box(level, name, form), rect)

        return opens

    def _box(self, level: Level, name: str, form: Form) -> Widget:
        now = level.of(self._view)
        item = ROWS[level.table].columns[level.column]
        lines: list[Widget] = [Label(_sentence(translated(item.says)), SMALL, Tone.DIM)]
        if not level.is_exact(self._view):
            lines.append(Label(_("Estimated by your side."), SMALL, Tone.WARN))
        if self._before is not None:
            was = level.of(self._before)
            lines.append(Value("", _("The turn before"), form(was)))
            lines.append(Value("", _("Moved by"), signed(form, now - was)))
            lines.append(Rule())
        lines.append(Value("", _("Now"), form(now), tone=Tone.LINK))
        lines.append(caption(_("What moves it")))
        return _popup(name, lines, _law_lines(movers_of(level.table, level.column)))


def law_line(
    widget_id: str, name: str, said: str, *laws: str, tone: Tone = Tone.TEXT, mark: SideMark | None = None
) -> Value:
    """A name and an amount; a press opens the laws that set it."""

    def opens(host: Host, rect: Rect) -> None:
        host.open_popup(_popup(name, _in_this_case(said), _law_lines([LAWS[law] for law in laws])), rect)

    return Value(widget_id, name, said, opens, _("Show its law"), tone, mark)


def fact_line(item: str, name: str, said: str) -> Value:
    """A name and what the scenario gives for a column of its places; a press says what that means."""
    given = _("A fact of the scenario, which no turn changes.")
    says = plain(_sentence(translated(Place.columns[item].says))) + "\n" + plain(given)

    def opens(host: Host, rect: Rect) -> None:
        host.open_popup(_popup(name, _in_this_case(said), says), rect)

    return Value(f"fact.{item}", name, said, opens, _("Show what it means"))


def signed(form: Form, move: int) -> str:
    """A move with its sign."""
    sign = "+" if move > 0 else "\u2212" if move < 0 else ""
    return sign + form(abs(move))


def _popup(name: str, lines: Sequence[Widget], says: str) -> Widget:
    rows = (heading(name), *lines, Prose("level.says", says))
    return Column(*rows, gap=4, pad=TERMS_PAD, box=BoxStyle(Tone.RAISED, Tone.FAINT, 8)).sized(wide=WIDE)


def _in_this_case(said: str) -> list[Widget]:
    return [Value("", _("In this case"), said, tone=Tone.LINK), Rule()]


def _law_lines(laws: Iterable[Law]) -> str:
    return "\n".join("- " + plain(translated(law.sentence)) + " {dim:" + law.id + "}" for law in laws)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + "."
