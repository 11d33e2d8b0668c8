"""HTML as a tree of elements: what is written into it as text is escaped, so that no name or title can become markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

VOID = frozenset({"meta", "br"})  # elements without an end, in HTML as in XML written as `<br/>`


@dataclass(frozen=True)
class Element:
    """An element with its attributes and what stands in it; a string is text."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Node, ...]

    def __str__(self) -> str:
        return "".join(_written(self))


Node = Element | str


def element(tag: str, *children: Node | Iterable[Node], **attributes: str | int | float) -> Element:
    """An element; `class_` is the attribute `class`, and `stroke_width` is `stroke-width`. Numbers are written to a tenth."""
    inside: list[Node] = []
    for child in children:
        if isinstance(child, Element | str):
            inside.append(child)
        else:
            inside.extend(child)
    named = tuple((name.rstrip("_").replace("_", "-"), _figure(value)) for name, value in attributes.items())
    return Element(tag, named, tuple(inside))


def _figure(value: str | int | float) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def _written(node: Element) -> Iterator[str]:
    """The pieces of the text of an element."""
    attributes = "".join(f' {name}="{_escaped(value)}"' for name, value in node.attributes)
    if node.tag in VOID:
        yield f"<{node.tag}{attributes}/>"
        return
    yield f"<{node.tag}{attributes}>"
    for child in node.children:
        if isinstance(child, str):
            yield _escaped(child)
        else:
            yield from _written(child)
    yield f"</{node.tag}>"


def _escaped(text: str) -> str:
    """Text that is no markup; letters that no page may hold are replaced."""
    return escape("".join(letter if _may_stand(letter) else "\N{REPLACEMENT CHARACTER}" for letter in text))


def _may_stand(letter: str) -> bool:
    """XML 1.0, 2.2: no control characters but tab and line ends, no halves of surrogate pairs."""
    return letter in "\t\n\r" or (
        letter >= " "
        and not "\x7f" <= letter <= "\x9f"
        and not "\ud800" <= letter <= "\udfff"
        and letter not in "\ufffe\uffff"
    )
