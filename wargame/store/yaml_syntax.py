"""YAML text to parser events, with what is wrong in the text said in words an author knows."""

import re
from collections.abc import Iterator
from typing import Final

import yaml

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
TOO_DEEP: Final = f"nested deeper than {MOST_DEPTH} levels"
_LINE_END: Final = re.compile(r"\r\n?|\n")

# A piece of the parser's complaint, and what it most often means. The first that fits is told.
_MEANINGS: Final = (
    ("maximum nesting depth", TOO_DEEP),  # newer parsers have a limit of their own, and meet it before ours is asked
    (
        "mapping values are not allowed",
        "a ':' that does not belong here: check the indentation, quote a text with ': '",
    ),
    ("could not find expected ':'", "a key without ':'"),
    ("unexpected end of stream", "a quotation mark is opened and never closed"),
    ("or ']'", "a list is opened with [ and not closed, or a comma is missing"),
    ("or '}'", "a mapping is opened with { and not closed, or a comma is missing"),
    ("unknown escape character", "an unknown escape after \\ : write \\\\, or use single quotes"),
    ("alphabetic or numeric", "* and & have a meaning in YAML: put the text in quotes"),
    ("incompatible YAML document", "this version of YAML is not known: leave out the %YAML line"),
)
# Complaints that are about the place where the thing began, not where the parser gave up.
_ABOUT_THE_BEGINNING: Final = ("could not find expected ':'", "unexpected end of stream")
_MISFIT: Final = ("did not find expected key", "expected <block end>", "did not find expected '-' indicator")


class Unreadable(Exception):
    """A text that is not the YAML we read; `fault` says where and why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


def events_of(text: str, loader: type[yaml.SafeLoader] = FAST_LOADER) -> Iterator[yaml.Event]:
    """The events of a text one by one, so that a reader can stop at its limits. Raises Unreadable."""
    if forbidden := _FORBIDDEN.search(text):
        message = f"a character that a text file may not hold: U+{ord(forbidden[0]):04X}"
        raise Unreadable(Fault(place_in(text, forbidden.start()), (), message))
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_syntax_fault(error, text)) from None
    except yaml.YAMLError as error:
        raise Unreadable(Fault(Place(1, 1), (), str(error))) from None


def place_in(text: str, index: int) -> Place:
    """The place of the character `index` of a text."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, index):
        line, start = line + 1, end.end()
    return Place(line, index - start + 1)


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    problem = error.problem or error.context or "not YAML"
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(piece in problem for piece in _ABOUT_THE_BEGINNING):
        mark = error.context_mark
    if mark is None:
        return Fault(Place(1, 1), (), problem)
    lines = _LINE_END.split(text)
    line = lines[mark.line] if mark.line < len(lines) else ""
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation:
        return Fault(Place(mark.line + 1, indentation.index("\t") + 1), (), "a tab in the indentation: use spaces")
    return Fault(Place(mark.line + 1, mark.column + 1), (), _meaning(problem, line, mark.column) + _opened_at(error))


def _meaning(problem: str, line: str, column: int) -> str:
    for piece, meaning in _MEANINGS:
        if piece in problem:
            return meaning
    if "cannot start any token" in problem:
        return "a text cannot begin with this character: put it in quotes" + got(line[column : column + 1])
    if any(piece in problem for piece in _MISFIT):
        at_start_of_line = not line[:column].strip()
        return "the indentation does not fit the lines above" if at_start_of_line else "more text than expected here"
    return problem


def _opened_at(error: yaml.MarkedYAMLError) -> str:
    is_flow = error.context is not None and "flow" in error.context and "nesting" not in (error.problem or "")
    return f" (opened in line {error.context_mark.line + 1})" if is_flow and error.context_mark else ""
