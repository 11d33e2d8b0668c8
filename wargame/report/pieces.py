"""Pieces of the page that its parts share: a heading, a list, a table, a part with the laws that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wargame.catalogue import _
from wargame.report.element import Element, Node, element

NUMBER = "number"


class Part(NamedTuple):
    """A part of the page, and the ids of the laws that it cites."""

    id: str
    title: str
    body: tuple[Node, ...]
    laws: tuple[str, ...] = ()

    @property
    def section(self) -> Element:
        """It, under its heading."""
        return element("section", element("h2", self.title), *self.body, id=self.id)


def listed(items: Iterable[Node | Sequence[Node]]) -> list[Element]:
    """A list; nothing where there is nothing to list."""
    lines = [element("li", item) for item in items]
    return [element("ul", *lines)] if lines else []


def table(headings: Sequence[str], rows: Iterable[Sequence[Node]], numbers: int = 0) -> list[Element]:
    """A table whose last so many columns are figures; nothing where it has no row."""
    first = len(headings) - numbers
    body = [element("tr", *(_cell("td", cell, place >= first) for place, cell in enumerate(row))) for row in rows]
    if not body:
        return []
    head = element("tr", *(_cell("th", heading, place >= first) for place, heading in enumerate(headings)))
    return [element("table", element("thead", head), element("tbody", *body))]


def _cell(tag: str, inside: Node, is_number: bool) -> Element:
    return element(tag, inside, class_=NUMBER) if is_number else element(tag, inside)


def folded(summary: str, inside: Iterable[Node]) -> Element:
    """What is opened by a press."""
    return element("details", element("summary", summary), *inside)


def cited(laws: Iterable[str]) -> list[Node]:
    """References to laws, as links into the glossary."""
    links: list[Node] = []
    for law in laws:
        links += [", " if links else "", element("a", law, href=f"#{law}")]
    return [" (", *links, ")"] if links else []


def note(text: str, laws: Iterable[str] = ()) -> Element:
    """A line in small letters."""
    return element("p", text, *cited(laws), class_="note")


def nothing(text: str = "") -> Element:
    """Said where there is nothing to show."""
    return note(text or _("Nothing of the kind happened."))
