"""What is wrong with a file, in lines a scenario author can act on."""

from collections.abc import Iterable
from typing import NamedTuple

from wargame.catalogue import _, _n
from wargame.model.findings import Location, path_text, shortened
from wargame.store.places import Place

MOST_LINES = 100
"""The most lines one file is answered with: a file with more faults than this has one cause, not many."""


class InputError(Exception):
    """A file from outside cannot be used.

    `problems` says why: one line for each thing that is wrong, in the order of the file, each as
    `file:line:column: path: what is wrong (got ...)`. Line and column are left out where there is no text to point at.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems: tuple[str, ...] = tuple(problems)
        super().__init__("\n".join(self.problems))

    def __reduce__(self) -> tuple[type[Exception], tuple[tuple[str, ...]]]:
        """From a worker process it comes back as a plain InputError with the same lines."""
        return InputError, (self.problems,)


class Fault(NamedTuple):
    """One thing that is wrong in a text file."""

    place: Place
    location: Location
    message: str


def fault_lines(file: str, faults: Iterable[Fault], unheard: int = 0) -> list[str]:
    """The faults of one file as lines, in the order of the file, at most MOST_LINES and a count of the others.

    Those that lie in a file on which this one stands follow, each by the name of that file.
    `unheard` more have been counted and not been looked at.
    """
    ordered = sorted(faults, key=lambda fault: (fault.place.file, fault.place))
    lines = [_fault_line(file, fault) for fault in ordered[:MOST_LINES]]
    unsaid = len(ordered) + unheard - MOST_LINES
    if unsaid > 0:
        more = _n("{file}: and {count} more", "{file}: and {count} more", unsaid)
        lines.append(one_line(more.format(file=file, count=unsaid)))
    return lines


def _fault_line(file: str, fault: Fault) -> str:
    where = f"{fault.place.file or file}:{fault.place.line}:{fault.place.column}: "
    path = path_text(fault.location)
    return one_line(where + (f"{path}: " if path else "") + fault.message)


def got(value: object) -> str:
    """` (got ...)` with a wrong value as its author wrote it, shortened."""
    return _(" (got {value})").format(value=_as_written(value))


def _as_written(value: object) -> str:
    match value:
        case None:
            return _("nothing")
        case bool():
            return str(value).lower()
        case dict():
            return _("a mapping")
        case list():
            return _("a list")
        case str():
            return repr(shortened(value))
        case _:
            return shortened(str(value))


def one_line(text: str) -> str:
    """The text without line breaks and without characters that a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
