"""Explained values on the screen: a line that opens into its terms, each of which opens into the law it rests on."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from pygame import Rect

from wargame.catalogue import _, translated
from wargame.engine.explain import Explained, explained, open_value
from wargame.engine.grounds import ground_of
from wargame.engine.vocabulary import word
from wargame.model.view import View
from wargame.rules.law import Law
from wargame.ui.kit.figure import Opens
from wargame.ui.kit.label import Label, caption, heading
from wargame.ui.kit.layout import Column, Rule
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Host, Widget
from wargame.ui.screens.pieces import TERMS_PAD, TERMS_WIDE, Told, Value, percent, points
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import SideMark, Tone
from wargame.ui.theme.type import SMALL

LAW_WIDE = 340  # logical units


def told_of(view: View, id: str, *rows: int) -> Told:
    """Ask the registry, on what the seat knows."""
    value, parts = open_value(explained(id), view.world, view.state, *rows)
    return Told(id, rows, value, tuple(parts.items()))


def credibility_line(view: View, body: int) -> Value:
    """How far a body is believed, which opens into its four parts."""
    note = _("Together is the mean of the parts.")
    return explained_line(told_of(view, "credibility", body), _("Credibility"), "credibility", percent, note=note)


def explained_line(
    told: Told,
    name: str,
    widget_id: str,
    form: Callable[[int], str] = points,
    said: str = "",
    note: str = "",
    mark: SideMark | None = None,
    title: str = "",
) -> Value:
    """A name and the value, or what is `said` in its place; a press opens the terms."""
    shown = said or form(told.value)

    def opens(host: Host, rect: Rect) -> None:
        host.open_popup(told_box(told, title or name, form, note), rect)

    line = Value(widget_id, name, shown, opens, mark=mark)
    line.told = told
    return line


def told_box(told: Told, title: str, form: Callable[[int], str] = points, note: str = "") -> Widget:
    """The terms, those that count, and what they come to."""
    lines: list[Widget] = list(term_lines(explained(told.id), dict(told.parts), form))
    last: list[Widget] = [Prose("terms.note", note)] if note else []
    return Column(
        heading(title),
        *(lines or [Label(_("Nothing speaks for or against."), SMALL, Tone.DIM)]),
        Rule(),
        Value("", _("Together"), form(told.value), tone=Tone.LINK),
        *last,
        gap=2,
        pad=TERMS_PAD,
        box=BoxStyle(Tone.RAISED, Tone.FAINT, 8),
    ).sized(wide=TERMS_WIDE)


def term_lines(item: Explained, parts: dict[str, int], form: Callable[[int], str]) -> list[Value]:
    """A line a term that is not nought."""
    terms = {term.name.lower(): term for term in item.parts}
    return [term_line(terms[name], form(size)) for name, size in parts.items() if size]


def term_line(term: IntEnum, said: str) -> Value:
    """A term; a press opens its law."""
    law = ground_of(term)
    return Value(f"term.{term.name.lower()}", word(term), said, _opens(word(term), said, law), _("Show its law"))


def _opens(name: str, said: str, law: Law | None) -> Opens | None:
    if law is None:
        return None
    return lambda host, rect: host.open_popup(_law_box(name, said, law), rect)


def _law_box(name: str, said: str, law: Law) -> Widget:
    """The law in words, and where it comes from."""
    return Column(
        heading(name),
        Value("", _("In this case"), said, tone=Tone.LINK),
        Rule(),
        Prose("law.says", plain(translated(law.sentence))),
        caption(law.id),
        Prose("law.source", "{dim:" + plain(translated(law.source)).translate({123: "(", 125: ")"}) + "}"),
        gap=4,
        pad=TERMS_PAD,
        box=BoxStyle(Tone.RAISED, Tone.FAINT, 8),
    ).sized(wide=LAW_WIDE)
