"""The sources of map, letters and icons: the file assets/CREDITS.md as the window's markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from wargame.ui.kit.markup import plain

RUN_ON = re.compile(r"\n  +")  # before a line that goes on with a point of a list


def credits_text(file: str) -> str:
    """A row of a table is a point of a list, lines of one paragraph run on, and the title is left to the dialog."""
    lines = RUN_ON.sub(" ", file.replace("`", "")).splitlines()
    body = lines[1:] if lines and lines[0].startswith("# ") else lines
    found: list[str] = []
    for kind, group in groupby(body, key=_kind):
        found += _told(kind, list(group))
    return "\n".join(found).strip("\n")


def _kind(line: str) -> str:
    """What a line is part of: a heading, a table, a list, a paragraph; empty for nothing."""
    return next((sign for sign in ("#", "|", "- ") if line.startswith(sign)), "text" if line.strip() else "")


def _told(kind: str, lines: Sequence[str]) -> Iterator[str]:
    match kind:
        case "#":
            yield from ("# " + plain(line.lstrip("#").strip()) for line in lines)
        case "|":
            yield from ("- " + plain(" · ".join(_cells(line))) for line in lines[2:])
        case "- ":
            yield from ("- " + plain(line[2:]) for line in lines)
        case "text":
            yield plain(" ".join(line.strip() for line in lines))
        case _:
            pass


def _cells(row: str) -> list[str]:
    """What stands in the columns of a row."""
    return [cell.strip() for cell in row.strip("|").split("|") if cell.strip()]
