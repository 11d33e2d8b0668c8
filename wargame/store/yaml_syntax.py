"""YAML text to parser events, with what is wrong in the text said in words an author knows."""

import re
from collections.abc import Iterator
from typing import Final, Protocol

import yaml

from wargame.catalogue import _, _n
from wargame.store.faults import Fault, got
from wargame.store.places import Place

# libyaml where PyYAML was built with it, ten times faster; the suite holds both to the same lines.
FAST_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# The characters YAML forbids, and those it takes for a line end where an editor does not (U+0085, U+2028, U+2029):
# past one of these, every line number would be wrong.
_FORBIDDEN: Final = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
MOST_DEPTH: Final = 40
"""Lists and mappings within one another that are read."""
TOO_DEEP: Final = _n("nested deeper than {most} level", "nested deeper than {most} levels", MOST_DEPTH).format(
    most=MOST_DEPTH
)
_QUOTES: Final = {'"': '\\"', "'": "''"}  # how a text in such quotation marks holds one
_LINE_END: Final = re.compile(r"\r\n?|\n")

# A piece of the parser's complaint, and what it most often means. The first that fits is told.
_MEANINGS: Final = (
    ("maximum nesting depth", TOO_DEEP),  # newer parsers have a limit of their own, and meet it before ours is asked
    (
        "mapping values are not allowed",
        _("a ':' that does not belong here: check the indentation, quote a text with ': '"),
    ),
    ("could not find expected ':'", _("a key without ':'")),
    ("unexpected end of stream", _("a quotation mark is opened here and never closed")),
    ("unexpected document ", _("a quotation mark is opened here and never closed")),
    ("or ']'", _("a list is opened with [ and not closed, or a comma is missing")),
    ("or '}'", _("a mapping is opened with {bracket} and not closed, or a comma is missing").format(bracket="{")),
    ("unknown escape character", _("an unknown escape after \\ : write \\\\, or use single quotes")),
    ("alphabetic or numeric", _("* and & have a meaning in YAML: put the text in quotes")),
    ("incompatible YAML document", _("this version of YAML is not known: leave out the %YAML line")),
)
# Complaints that are about the place where the thing began, not where the parser gave up.
_ABOUT_THE_BEGINNING: Final = (
    "could not find expected ':'",
    "unexpected end of stream",
    "unexpected document ",
)
_MISFIT: Final = ("did not find expected key", "expected <block end>", "did not find expected '-' indicator")


class _Mark(Protocol):
    """A point of the text as either parser tells it, counted from 0."""

    line: int
    column: int


class Unreadable(Exception):
    """A text that is not the YAML we read; `fault` says where and why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


def events_of(text: str, loader: type[yaml.SafeLoader] = FAST_LOADER) -> Iterator[yaml.Event]:
    """The events of a text one by one, so that a reader can stop at its limits. Raises Unreadable."""
    if forbidden := _FORBIDDEN.search(text):
        message = _("a character that a text file may not hold: {code}").format(code=f"U+{ord(forbidden[0]):04X}")
        raise Unreadable(Fault(place_in(text, forbidden.start()), (), message))
    last: yaml.Event | None = None
    try:
        for last in yaml.parse(text, Loader=loader):
            yield last
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_quote_fault(error, last) or _syntax_fault(error, text)) from None
    except yaml.YAMLError as error:
        raise Unreadable(Fault(Place(1, 1), (), _otherwise(str(error)))) from None


def place_in(text: str, index: int) -> Place:
    """The place of the character `index` of a text."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, index):
        line, start = line + 1, end.end()
    return Place(line, index - start + 1)


def _quote_fault(error: yaml.MarkedYAMLError, last: yaml.Event | None) -> Fault | None:
    """What is wrong where text goes on right behind a quotation mark: the text in quotes ended where it was not meant to.

    A mark that is never closed takes in all that follows up to the next one, so it is the first line that is at fault.
    """
    if not isinstance(last, yaml.ScalarEvent) or last.style not in _QUOTES:
        return None
    opened, closed, found = (_place_of(mark) for mark in (last.start_mark, last.end_mark, error.problem_mark))
    if opened is None or closed is None or closed != found:
        return None
    if closed.line > opened.line:
        says = _("a quotation mark is opened here, and closed only by the next one, in line {line}")
        return Fault(opened, (), says.format(line=closed.line))
    says = _("more text after the quotation mark that closes the text: inside a text in {quotes} write {escaped}")
    return Fault(closed, (), says.format(quotes=last.style * 2, escaped=_QUOTES[last.style]))


def _place_of(mark: _Mark | None) -> Place | None:
    return Place(mark.line + 1, mark.column + 1) if mark else None


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    problem = error.problem or error.context or ""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(piece in problem for piece in _ABOUT_THE_BEGINNING):
        mark = error.context_mark
    if mark is None:
        return Fault(Place(1, 1), (), _otherwise(problem))
    lines = _LINE_END.split(text)
    line = lines[mark.line] if mark.line < len(lines) else ""
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation:
        return Fault(Place(mark.line + 1, indentation.index("\t") + 1), (), _("a tab in the indentation: use spaces"))
    return Fault(Place(mark.line + 1, mark.column + 1), (), _meaning(problem, line, mark.column) + _opened_at(error))


def _meaning(problem: str, line: str, column: int) -> str:
    for piece, meaning in _MEANINGS:
        if piece in problem:
            return meaning
    if "cannot start any token" in problem:
        return _("a text cannot begin with this character: put it in quotes") + got(line[column : column + 1])
    if any(piece in problem for piece in _MISFIT):
        at_start_of_line = not line[:column].strip()
        return (
            _("the indentation does not fit the lines above") if at_start_of_line else _("more text than expected here")
        )
    return _otherwise(problem)


def _otherwise(problem: str) -> str:
    """What is said of a complaint that is not foreseen: the parser's own words, which are English, follow ours."""
    return _("not YAML that can be read here ({words})").format(words=problem) if problem else _("not YAML")


def _opened_at(error: yaml.MarkedYAMLError) -> str:
    is_flow = error.context is not None and "flow" in error.context and "nesting" not in (error.problem or "")
    if not is_flow or error.context_mark is None:
        return ""
    return _(" (opened in line {line})").format(line=error.context_mark.line + 1)
